#include "base/sort.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "tests/support/random.h"

namespace leadlight {
namespace {

struct Named {
  std::int64_t number;
  std::string name;
  bool operator==(const Named&) const = default;
};

TEST(SortStably, AgreesWithTheStandardLibrary) {
  LEADLIGHT_SEEDED(random, 51);
  for (int round = 0; round < 300; ++round) {
    std::vector<Named> ours;
    for (std::int64_t i = random.between(0, 200); i > 0; --i)
      ours.push_back({random.between(0, 20), std::to_string(i)});
    std::vector<Named> theirs = ours;
    sort_stably(ours, std::greater{}, &Named::number);
    std::ranges::stable_sort(theirs, std::greater{}, &Named::number);
    ASSERT_EQ(ours, theirs);
  }
}

TEST(SortStably, MovesWhatCannotBeCopied) {
  std::vector<std::unique_ptr<int>> list;
  for (const int number : {3, 1, 2}) list.push_back(std::make_unique<int>(number));
  sort_stably(list, {}, [](const auto& one) { return *one; });
  EXPECT_EQ(*list[0], 1);
  EXPECT_EQ(*list[2], 3);
}

}  // namespace
}  // namespace leadlight
