#include "ui/views/words.h"

#include <gtest/gtest.h>

namespace leadlight::ui::words {
namespace {

constexpr UtcMs kNow = 1'795'338'000'000;  // Sunday, 2026-11-22 09:00 UTC

TEST(Words, CountsAreGroupedAndAgreeWithTheirNoun) {
  EXPECT_EQ(count(8800), "8,800");
  EXPECT_EQ(count(1'234'567), "1,234,567");
  EXPECT_EQ(counted(1, "lead", "leads"), "1 lead");
  EXPECT_EQ(counted(0, "lead", "leads"), "0 leads");
}

TEST(Words, PointsHaveARealMinus) {
  EXPECT_EQ(signed_points(24), "+24");
  EXPECT_EQ(signed_points(-3), "−3");
  EXPECT_EQ(signed_points(0), "+0");
}

TEST(Words, SharesOfNothingAreNoZero) {
  EXPECT_EQ(percent(45, 100), "45%");
  EXPECT_EQ(percent(1, 1000), "<1%");
  EXPECT_EQ(percent(0, 1000), "0%");
  EXPECT_EQ(percent(0, 0), "–");
}

TEST(Words, MomentsAreAsShortAsIsClear) {
  EXPECT_EQ(moment(kNow + 5 * kHourMs, kNow, 0), "14:00");
  EXPECT_EQ(moment(kNow - 3 * kDayMs, kNow, 0), "Thu 09:00");
  EXPECT_EQ(moment(kNow - 100 * kDayMs, kNow, 0), "14 Aug");
  EXPECT_EQ(moment(kNow - 400 * kDayMs, kNow, 0), "18 Oct 2025");
  EXPECT_EQ(moment(kNow, kNow, 330), "14:30") << "half past two in India";
}

TEST(Words, MoneyIsShortAndExactInItsField) {
  EXPECT_EQ(money(124'000'000, "EUR"), "1.24 M €");
  EXPECT_EQ(money(1'240'000, "EUR"), "12,400 €");
  EXPECT_EQ(money(950, "USD"), "9.50 $");
  EXPECT_EQ(money(5000, "JPY"), "5,000 JPY");
  EXPECT_EQ(plain_amount(1'250'050, "EUR"), "12500.50");
}

TEST(Words, AmountsAreReadAsPeopleTypeThem) {
  EXPECT_EQ(minor_from_typed("12500", "EUR"), "1250000");
  EXPECT_EQ(minor_from_typed("12,500", "EUR"), "1250000");
  EXPECT_EQ(minor_from_typed("12.500,50", "EUR"), "1250050");
  EXPECT_EQ(minor_from_typed("12 500.5", "EUR"), "1250050");
  EXPECT_EQ(minor_from_typed("0.05", "EUR"), "5");
  EXPECT_EQ(minor_from_typed("500", "JPY"), "500");
  EXPECT_EQ(minor_from_typed("1.234", "KWD"), "1234");
  EXPECT_EQ(minor_from_typed("twelve", "EUR"), "");
  EXPECT_EQ(minor_from_typed("", "EUR"), "");
  EXPECT_EQ(minor_from_typed("1.2345", "EUR"), "");
}

TEST(Words, LaterIsNeverNow) {
  for (int hour = 0; hour < 24 * 7; ++hour)
    for (const LaterChoice& choice : later_choices(kNow + hour * kHourMs, 60))
      EXPECT_GT(choice.until, kNow + hour * kHourMs) << choice.label;
}

TEST(Words, DueSaysTheStateBesideTheColour) {
  followup::Item item;
  item.due = followup::Due::kBreached;
  item.due_at = kNow - 2 * kHourMs;
  EXPECT_EQ(due(item, kNow, 0).text, "2 h over");
  EXPECT_EQ(due(item, kNow, 0).tone, PillTone::kBad);
  item.due = followup::Due::kAboutToBreach;
  item.due_at = kNow + 24 * kMinuteMs;
  EXPECT_EQ(due(item, kNow, 0).text, "due in 24 min");
  EXPECT_EQ(due(item, kNow, 0, Room::kNarrow).text, "24 min");
  item.due = followup::Due::kDue;
  EXPECT_EQ(due(item, kNow, 0).text, "within the hour");
  EXPECT_EQ(due(item, kNow, 0, Room::kNarrow).text, "24 min");
}

TEST(Words, DueNamesNoHourOfTheNight) {
  const UtcMs noon = *utc_from_iso("2026-11-24T12:00:00Z");
  const auto said = [&](UtcMs at, UtcMs now, Room room = Room::kWide) {
    followup::Item item;
    item.due = followup::Due::kDue;
    item.due_at = at;
    return due(item, now, 0, room).text;
  };
  EXPECT_EQ(said(noon + 4 * kHourMs, noon), "by 16:00");
  EXPECT_EQ(said(noon + 4 * kHourMs, noon, Room::kNarrow), "16:00");
  EXPECT_EQ(said(noon + 10 * kHourMs, noon), "today");
  EXPECT_EQ(said(noon + 16 * kHourMs, noon), "today");
  EXPECT_EQ(said(noon + 22 * kHourMs, noon), "by Wed 10:00");
  EXPECT_EQ(said(noon + 40 * kHourMs, noon), "by tomorrow");
  // To somebody who works at night the hour is worth knowing.
  EXPECT_EQ(said(noon + 16 * kHourMs, noon + 10 * kHourMs), "by Wed 04:00");
}

TEST(Words, ListsEndWithAnd) {
  EXPECT_EQ(list_of({"MQL", "SQL"}, 3), "MQL and SQL");
  EXPECT_EQ(list_of({"a", "b", "c"}, 2), "a, b and 1 more");
}

}  // namespace
}  // namespace leadlight::ui::words
