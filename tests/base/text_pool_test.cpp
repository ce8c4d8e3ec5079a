#include "base/text_pool.h"

#include <gtest/gtest.h>

#include <string>
#include <unordered_map>

#include "tests/support/random.h"

namespace leadlight::test {
namespace {

TEST(TextPool, GivesEqualTextsEqualNumbers) {
  TextPool pool;
  const TextId a = pool.intern("a");
  EXPECT_NE(a, kNoText);
  EXPECT_EQ(pool.intern(std::string("a")), a);
  EXPECT_NE(pool.intern("b"), a);
  EXPECT_EQ(pool.view(a), "a");
  EXPECT_EQ(pool.size(), 3U);
}

TEST(TextPool, KnowsTheEmptyTextFromTheStart) {
  TextPool pool;
  EXPECT_EQ(pool.intern(""), kNoText);
  EXPECT_EQ(pool.view(kNoText), "");
  EXPECT_EQ(pool.find(""), kNoText);
  EXPECT_EQ(pool.find("never seen"), kNoText);
}

TEST(TextPool, KeepsTextsOfAnyLengthWhereTheyAre) {
  LEADLIGHT_SEEDED(random, 4);
  TextPool pool;
  std::unordered_map<std::string, std::pair<TextId, const char*>> seen;
  for (int i = 0; i < 20'000; ++i) {
    const std::int64_t longest = random.one_in(500) ? 300'000 : random.one_in(20) ? 600 : 12;
    const std::string text(static_cast<std::size_t>(random.between(1, longest)),
                           static_cast<char>(random.between('a', 'z')));
    const std::string named = text + std::to_string(random.between(0, 500));
    const TextId id = pool.intern(named);
    const auto [found, is_new] = seen.try_emplace(named, id, pool.view(id).data());
    ASSERT_EQ(found->second.first, id);
    ASSERT_EQ(pool.size(), seen.size() + 1);
  }
  for (const auto& [text, where] : seen) {
    ASSERT_EQ(pool.view(where.first), text);
    ASSERT_EQ(pool.view(where.first).data(), where.second);
    ASSERT_EQ(pool.find(text), where.first);
  }
}

TEST(TextPool, TellsTextsApartThatDifferInZeroBytes) {
  TextPool pool;
  using namespace std::string_view_literals;
  EXPECT_NE(pool.intern("a\0b"sv), pool.intern("a\0c"sv));
  EXPECT_EQ(pool.view(pool.intern("a\0b"sv)), "a\0b"sv);
}

}  // namespace
}  // namespace leadlight::test
