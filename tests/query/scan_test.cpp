#include "query/scan.h"

#include <gtest/gtest.h>

#include "tests/support/random.h"

namespace leadlight::query {
namespace {

TEST(FindIn, AgreesWithTheStandardLibrary) {
  LEADLIGHT_SEEDED(random, 81);
  for (int i = 0; i < 20'000; ++i) {
    std::string text;
    for (auto length = random.between(0, 120); length > 0; --length)
      text += random.of(std::string_view("aab\xC3"));
    std::string wanted;
    for (auto length = random.between(1, 9); length > 0; --length)
      wanted += random.of(std::string_view("aab\xC3"));
    const auto from =
        static_cast<std::size_t>(random.between(0, static_cast<std::int64_t>(text.size()) + 3));
    ASSERT_EQ(find_in(text, wanted, from), std::string_view(text).find(wanted, from));
  }
}

}  // namespace
}  // namespace leadlight::query
