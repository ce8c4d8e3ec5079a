#include "score/fading.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "tests/support/random.h"

namespace leadlight::score {
namespace {

constexpr std::uint32_t kWhole = 1U << kFadingBits;

TEST(Fading, HalvesExactlyWithEachHalfLife) {
  for (const int days : {1, 7, 30, 90, 365, 36'500}) {
    const Fading fading(days);
    EXPECT_EQ(fading.factor(0, 0), kWhole);
    EXPECT_EQ(fading.factor(0, days * kDayMs), kWhole / 2) << days;
    EXPECT_EQ(fading.factor(0, 2 * days * kDayMs), kWhole / 4) << days;
  }
}

TEST(Fading, FollowsTheCurveWithinItsSteps) {
  LEADLIGHT_SEEDED(random, 11);
  for (int i = 0; i < 10'000; ++i) {
    const auto days = static_cast<int>(random.between(1, 400));
    const UtcMs age = random.between(0, 8 * days * kDayMs);
    const double exact = std::exp2(-static_cast<double>(age) / static_cast<double>(days * kDayMs));
    const double factor = Fading(days).factor(1000, 1000 + age) / static_cast<double>(kWhole);
    ASSERT_NEAR(factor / exact, 1, 0.0031) << age << " of " << days << " days";
  }
}

TEST(Fading, NeverGrowsWithAge) {
  const Fading fading(3);
  std::uint32_t before = kWhole;
  for (UtcMs age = 0; age < 80 * kDayMs; age += 7 * kMinuteMs) {
    const std::uint32_t now = fading.factor(-age, 0);
    ASSERT_LE(now, before);
    before = now;
  }
  EXPECT_EQ(before, 0U);
}

TEST(Fading, LeavesPointsWholeWithoutHalfLifeAndInTheFuture) {
  EXPECT_EQ(Fading(0).factor(0, 1000 * kDayMs), kWhole);
  EXPECT_EQ(Fading(-5).factor(0, 1000 * kDayMs), kWhole);
  EXPECT_EQ(Fading(30).factor(kDayMs, 0), kWhole);
}

TEST(Fading, BearsAnyTimes) {
  constexpr UtcMs kLeast = std::numeric_limits<UtcMs>::min();
  constexpr UtcMs kMost = std::numeric_limits<UtcMs>::max();
  EXPECT_EQ(Fading(30).factor(kLeast, kMost), 0U);
  EXPECT_EQ(Fading(30).factor(kMost, kLeast), kWhole);
}

}  // namespace
}  // namespace leadlight::score
