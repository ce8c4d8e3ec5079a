#include "book/chain.h"

#include <gtest/gtest.h>

namespace leadlight::test {
namespace {

using book::count_gaps;
using book::joined;
using book::SegmentRange;

constexpr Id kSession{1, 1};

Id hash(std::uint64_t number) { return number == 0 ? Id{} : Id{number, 99}; }

SegmentRange range(std::uint32_t first, std::uint32_t last, Id session = kSession) {
  return {session, first, last, hash(first - 1), hash(last)};
}

TEST(Chain, WithoutHolesHasNoGaps) {
  EXPECT_EQ(count_gaps({}), 0U);
  EXPECT_EQ(count_gaps(std::vector{range(3, 3), range(1, 2), range(4, 9)}), 0U);
  EXPECT_EQ(count_gaps(std::vector{range(1, 1), range(1, 1, {2, 2})}), 0U);
}

TEST(Chain, CountsEachMissingSegment) {
  EXPECT_EQ(count_gaps(std::vector{range(2, 2)}), 1U);
  EXPECT_EQ(count_gaps(std::vector{range(1, 3), range(7, 8)}), 3U);
  EXPECT_EQ(count_gaps(std::vector{range(1, 3), range(5, 5), range(4, 4, {2, 2})}), 4U);
}

TEST(Chain, NoticesASegmentThatFollowsFromAnother) {
  SegmentRange other = range(2, 2);
  other.previous = {5, 5};
  EXPECT_EQ(count_gaps(std::vector{range(1, 1), other, range(3, 3)}), 1U);
}

TEST(Chain, JoinsNeighboursAndOverlaps) {
  EXPECT_EQ(joined({range(3, 4), range(1, 2)}), std::vector{range(1, 4)});
  EXPECT_EQ(joined({range(1, 64), range(1, 70), range(5, 6)}), std::vector{range(1, 70)});
  EXPECT_EQ(joined({range(1, 2), range(4, 5)}).size(), 2U);
  EXPECT_EQ(joined({range(1, 2), range(3, 4, {2, 2})}).size(), 2U);
}

}  // namespace
}  // namespace leadlight::test
