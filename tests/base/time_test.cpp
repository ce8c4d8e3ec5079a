#include "base/time.h"

#include <gtest/gtest.h>

#include "tests/support/random.h"

namespace leadlight::test {
namespace {

TEST(Civil, KnowsTheCalendar) {
  const CivilTime start = civil_from_utc(0);
  EXPECT_EQ(start.year, 1970);
  EXPECT_EQ(start.weekday, 4);
  const CivilTime before = civil_from_utc(-1);
  EXPECT_EQ(before.year, 1969);
  EXPECT_EQ(before.millisecond, 999);
  EXPECT_EQ(before.weekday, 3);
  const CivilTime leap = civil_from_utc(*utc_from_iso("2024-02-29T23:59:59.5Z"));
  EXPECT_EQ(leap.month, 2);
  EXPECT_EQ(leap.day, 29);
  EXPECT_EQ(leap.millisecond, 500);
  EXPECT_EQ(civil_from_utc(*utc_from_iso("2026-11-22")).weekday, 0);
}

TEST(Civil, ComesBackFromEveryDayOfManyYears) {
  CivilTime last = civil_from_utc(-200'000 * kDayMs);
  for (std::int64_t day = -199'999; day < 200'000; ++day) {
    const CivilTime civil = civil_from_utc(day * kDayMs);
    ASSERT_EQ(utc_from_civil(civil), day * kDayMs);
    ASSERT_EQ(civil.weekday, (last.weekday + 1) % 7);
    ASSERT_TRUE(civil.day == last.day + 1 || civil.day == 1);
    last = civil;
  }
}

TEST(Civil, StandsTimesThatNobodyMeans) {
  for (const UtcMs time : {INT64_MIN, INT64_MAX}) EXPECT_FALSE(iso_from_utc(time).empty());
  CivilTime far;
  far.year = 2'000'000'000;
  far.month = 99;
  EXPECT_GT(utc_from_civil(far), 0);
}

TEST(Civil, CarriesMinutesAndDaysOver) {
  CivilTime civil = civil_from_utc(*utc_from_iso("2026-12-31T23:30"));
  civil.minute += 45;
  civil.day += 1;
  EXPECT_EQ(iso_from_utc(utc_from_civil(civil)), "2027-01-02T00:15:00Z");
}

TEST(Date, IsValidInsideItsMonth) {
  EXPECT_TRUE(is_valid_date(2024, 2, 29));
  EXPECT_TRUE(is_valid_date(2000, 2, 29));
  EXPECT_FALSE(is_valid_date(1900, 2, 29));
  EXPECT_FALSE(is_valid_date(2023, 2, 29));
  EXPECT_FALSE(is_valid_date(2023, 4, 31));
  EXPECT_FALSE(is_valid_date(2023, 13, 1));
  EXPECT_FALSE(is_valid_date(2023, 0, 1));
  EXPECT_FALSE(is_valid_date(0, 1, 1));
}

TEST(Iso, WritesMillisecondsOnlyWhenThereAreSome) {
  EXPECT_EQ(iso_from_utc(1'795'338'843'000), "2026-11-22T09:14:03Z");
  EXPECT_EQ(iso_from_utc(1'795'338'843'120), "2026-11-22T09:14:03.120Z");
}

TEST(Iso, ReadsItsForms) {
  const UtcMs midnight = *utc_from_iso("2026-11-22");
  EXPECT_EQ(midnight, 1'795'305'600'000);
  EXPECT_EQ(utc_from_iso("2026-11-22T09:14"), midnight + 9 * kHourMs + 14 * kMinuteMs);
  EXPECT_EQ(utc_from_iso("2026-11-22 09:14:03"), 1'795'338'843'000);
  EXPECT_EQ(utc_from_iso("2026-11-22T09:14:03.12Z"), 1'795'338'843'120);
  EXPECT_EQ(utc_from_iso("2026-11-22T09:14:03.1209999Z"), 1'795'338'843'120);
  EXPECT_EQ(utc_from_iso("2026-11-22T10:14:03+01:00"), 1'795'338'843'000);
  EXPECT_EQ(utc_from_iso("2026-11-22T03:44:03-0530"), 1'795'338'843'000);
}

TEST(Iso, RefusesEverythingElse) {
  for (const char* text :
       {"", "2026", "2026-11", "26-11-22", "2026-11-31", "2026-11-22T", "2026-11-22T9:14",
        "2026-11-22T24:00", "2026-11-22T09:60", "2026-11-22T09:14:", "2026-11-22T09:14:03.",
        "2026-11-22T09:14:03X", "2026-11-22T09:14:03Zx", "2026-11-22T09:14+1", "22.11.2026",
        " 2026-11-22", "2026/11/22", "2026-11-22T09:14:60"})
    EXPECT_FALSE(utc_from_iso(text)) << text;
}

TEST(Iso, ComesBack) {
  LEADLIGHT_SEEDED(random, 3);
  const UtcMs least = *utc_from_iso("0001-01-01");
  const UtcMs most = *utc_from_iso("9999-12-31T23:59:59.999");
  for (int i = 0; i < 5000; ++i) {
    const UtcMs time = random.between(least, most);
    ASSERT_EQ(utc_from_iso(iso_from_utc(time)), time);
  }
}

}  // namespace
}  // namespace leadlight::test
