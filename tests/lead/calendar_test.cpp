#include "lead/calendar.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <random>
#include <string>
#include <vector>

#include "lead/settings.h"

namespace leadlight {
namespace {

UtcMs at(std::string_view iso) { return utc_from_iso(iso).value(); }

// The n-th Sunday of a month, counted from its end where n is negative; 0 o'clock UTC.
UtcMs sunday(int year, int month, int n) {
  std::vector<UtcMs> all;
  for (int day = 1; is_valid_date(year, month, day); ++day) {
    const UtcMs time = utc_from_civil({.year = year, .month = month, .day = day});
    if (civil_from_utc(time).weekday == 0) all.push_back(time);
  }
  const auto index = n > 0 ? n - 1 : static_cast<int>(all.size()) + n;
  return all[static_cast<std::size_t>(index)];
}

// By the rules in force since 2007 or longer.
Zone berlin() {
  Zone zone{.first_offset_minutes = 60, .changes = {}};
  for (int year = 2020; year < 2035; ++year) {
    zone.changes.push_back({sunday(year, 3, -1) + kHourMs, 120});
    zone.changes.push_back({sunday(year, 10, -1) + kHourMs, 60});
  }
  return zone;
}
Zone new_york() {
  Zone zone{.first_offset_minutes = -300, .changes = {}};
  for (int year = 2020; year < 2035; ++year) {
    zone.changes.push_back({sunday(year, 3, 2) + 7 * kHourMs, -240});
    zone.changes.push_back({sunday(year, 11, 1) + 6 * kHourMs, -300});
  }
  return zone;
}
Zone lord_howe() {  // half an hour of daylight saving, over the new year
  Zone zone{.first_offset_minutes = 660, .changes = {}};
  for (int year = 2020; year < 2035; ++year) {
    zone.changes.push_back({sunday(year, 4, 1) - 9 * kHourMs, 630});
    zone.changes.push_back({sunday(year, 10, 1) - 8 * kHourMs - 30 * kMinuteMs, 660});
  }
  return zone;
}

OpenDay day(std::string_view text) { return open_day_from_text(text).value(); }

Calendar office() {
  Calendar calendar{.round_the_clock = false, .week = {}, .holidays = {}, .zone = {}};
  for (std::size_t weekday = 1; weekday <= 5; ++weekday)
    calendar.week[weekday] = day("10:00-18:00");
  return calendar;
}
Calendar with_lunch() {
  Calendar calendar = office();
  for (std::size_t weekday = 1; weekday <= 4; ++weekday)
    calendar.week[weekday] = day("08:30-12:15, 13:00-17:45");
  calendar.week[5] = day("08:30-14:00");
  for (const char* holiday : {"2026-01-01", "2026-04-03", "2026-04-06", "2026-05-01", "2026-12-25"})
    calendar.holidays.push_back(day_from_iso(holiday).value());
  return calendar;
}
Calendar by_night() {  // open while clocks are put on and back
  Calendar calendar = office();
  calendar.week[0] = day("00:00-04:00,22:00-24:00");
  calendar.week[6] = day("00:00-24:00");
  calendar.week[3] = {};
  calendar.holidays = {day_from_iso("2026-03-28").value(), day_from_iso("2026-10-31").value()};
  return calendar;
}

// ---- the rule's own example -----------------------------------------------------------------------

TEST(Calendar, C1_AnHourFromSaturdayEveningIsMondayAtEleven) {
  Calendar calendar = office();
  calendar.zone = berlin();
  const UtcMs saturday = at("2026-11-28T19:00:00Z");                         // 20:00 in Berlin
  EXPECT_EQ(calendar.after(saturday, kHourMs), at("2026-11-30T10:00:00Z"));  // 11:00 there
  EXPECT_EQ(calendar.next_open(saturday), at("2026-11-30T09:00:00Z"));
  EXPECT_FALSE(calendar.is_open(saturday));
}

TEST(Calendar, C1_ADayIsOverWhenItsTimeIs) {
  const Calendar calendar = office();
  EXPECT_EQ(calendar.after(at("2026-11-27T17:30:00Z"), kHourMs), at("2026-11-30T10:30:00Z"));
  EXPECT_EQ(calendar.after(at("2026-11-27T17:00:00Z"), kHourMs), at("2026-11-27T18:00:00Z"));
  EXPECT_EQ(calendar.open_between(at("2026-11-27T17:30:00Z"), at("2026-11-30T10:15:00Z")),
            45 * kMinuteMs);
  EXPECT_EQ(calendar.open_between(at("2026-11-30T10:15:00Z"), at("2026-11-27T17:30:00Z")), 0);
}

TEST(Calendar, C1_RoundTheClockIsTheTimeItself) {
  Calendar calendar = office();
  calendar.round_the_clock = true;
  const UtcMs from = at("2026-11-28T19:00:00Z");
  EXPECT_EQ(calendar.after(from, kHourMs), from + kHourMs);
  EXPECT_EQ(calendar.next_open(from), from);
  EXPECT_EQ(calendar.open_between(from, from + kDayMs), kDayMs);
}

TEST(Calendar, C1_OneThatNeverOpensCountsRoundTheClock) {
  Calendar calendar = office();
  calendar.week = {};
  EXPECT_TRUE(calendar.never_opens());
  EXPECT_EQ(calendar.after(0, kHourMs), kHourMs);
}

TEST(Calendar, C1_TimesOfAnyFileComeToAnEnd) {
  Calendar calendar = office();
  calendar.zone = berlin();
  for (const UtcMs from : {UtcMs{0}, at("1970-01-01"), at("9999-12-31T23:59:59Z")}) {
    EXPECT_GE(calendar.after(from, 400 * kDayMs), from);
    EXPECT_GE(calendar.next_open(from), from);
  }
}

// ---- against counting every minute of a year ----------------------------------------------------

// How many minutes were open before each minute of the year and of a month behind it.
class EveryMinute {
 public:
  explicit EveryMinute(const Calendar& calendar) {
    for (std::size_t weekday = 0; weekday < 7; ++weekday)
      for (const OpenSpan& span : calendar.week[weekday])
        for (int minute = span.begin; minute < span.end; ++minute)
          week_[weekday][static_cast<std::size_t>(minute)] = true;
    for (std::size_t i = 0; i < 400 * kMinutesOfDay; ++i)
      open_.push_back(open_.back() + (is_open(calendar, time(i)) ? 1 : 0));
  }
  static UtcMs time(std::size_t minute) { return kBegin + static_cast<UtcMs>(minute) * kMinuteMs; }
  static std::size_t index(UtcMs time) {
    return static_cast<std::size_t>((time - kBegin) / kMinuteMs);
  }
  [[nodiscard]] int between(std::size_t from, std::size_t to) const {
    return open_[to] - open_[from];
  }
  [[nodiscard]] std::size_t after(std::size_t from, int minutes) const {
    const auto found = std::lower_bound(open_.begin() + static_cast<std::ptrdiff_t>(from),
                                        open_.end(), open_[from] + minutes);
    return static_cast<std::size_t>(found - open_.begin());
  }
  [[nodiscard]] int whole() const { return open_.back(); }

 private:
  static constexpr UtcMs kBegin = 1'767'225'600'000;  // 2026
  [[nodiscard]] bool is_open(const Calendar& calendar, UtcMs time) const {
    const UtcMs local = time + calendar.zone.offset_minutes(time) * kMinuteMs;
    const auto date = static_cast<int>(local / kDayMs);
    return !std::ranges::contains(calendar.holidays, date) &&
           week_[static_cast<std::size_t>((date + 4) % 7)]
                [static_cast<std::size_t>(local % kDayMs / kMinuteMs)];
  }
  std::array<std::array<bool, kMinutesOfDay>, 7> week_{};
  std::vector<int> open_{0};
};

TEST(Calendar, C1_DueAndElapsedTimesAreThoseOfCountingEveryMinuteOfAYear) {
  constexpr unsigned kSeed = 20260101;
  SCOPED_TRACE("seed " + std::to_string(kSeed));
  std::mt19937 random(kSeed);
  for (const Zone& zone : {berlin(), new_york(), lord_howe()}) {
    for (Calendar calendar : {office(), with_lunch(), by_night()}) {
      calendar.zone = zone;
      const EveryMinute minutes(calendar);
      ASSERT_GT(minutes.whole(), 90'000);
      const auto check = [&](std::size_t from, int goal) {
        const UtcMs begin = EveryMinute::time(from);
        ASSERT_EQ(calendar.after(begin, goal * kMinuteMs),
                  EveryMinute::time(minutes.after(from, goal)))
            << iso_from_utc(begin) << " and " << goal << " minutes";
        const std::size_t to = from + static_cast<std::size_t>(random() % 50'000);
        ASSERT_EQ(calendar.open_between(begin, EveryMinute::time(to)),
                  minutes.between(from, to) * kMinuteMs)
            << iso_from_utc(begin) << " to " << iso_from_utc(EveryMinute::time(to));
        ASSERT_EQ(calendar.is_open(begin), minutes.between(from, from + 1) == 1);
      };
      for (int i = 0; i < 2'000; ++i)
        check(random() % (365 * kMinutesOfDay), 1 + static_cast<int>(random() % 2'000));
      // Every quarter of an hour around both changes of daylight saving, and new year.
      for (const Zone::Change& change : calendar.zone.changes) {
        if (civil_from_utc(change.at).year != 2026) continue;
        const std::size_t middle = EveryMinute::index(change.at);
        for (std::size_t minute = middle - 3'000; minute < middle + 3'000; minute += 15)
          check(minute, 1 + static_cast<int>(random() % 600));
      }
    }
  }
}

TEST(Calendar, C1_TimeWithinAMinuteCountsToo) {
  Calendar calendar = with_lunch();
  calendar.zone = berlin();
  std::mt19937_64 random(7);
  const UtcMs begin = at("2026-03-01");
  for (int i = 0; i < 2'000; ++i) {
    const UtcMs from = begin + static_cast<UtcMs>(random() % (90 * kDayMs));
    const UtcMs length = 1 + static_cast<UtcMs>(random() % (20 * kHourMs));
    const UtcMs due = calendar.after(from, length);
    EXPECT_EQ(calendar.open_between(from, due), length);
    EXPECT_EQ(calendar.open_between(from, due - 1), length - 1);
  }
}

// ---- as a team writes it ------------------------------------------------------------------------

TEST(Calendar, HoursAreReadAsPeopleWriteThem) {
  EXPECT_EQ(day("09:00-12:30, 13:30-18:00"), (OpenDay{{540, 750}, {810, 1080}}));
  EXPECT_EQ(day("9-17"), (OpenDay{{540, 1020}}));
  EXPECT_EQ(day("0-24"), (OpenDay{{0, 1440}}));
  EXPECT_EQ(day("-"), OpenDay{});
  for (const char* wrong : {"", "9", "9-9", "17-9", "9:5-17", "9-25", "24:30-25", "9-12,11-13",
                            "a-b", "9:60-10", "-1-5", "9-12,", "9--12"})
    EXPECT_FALSE(open_day_from_text(wrong)) << wrong;
  for (const char* text : {"-", "09:00-17:00", "00:00-04:00,22:00-24:00"})
    EXPECT_EQ(text_of(day(text)), text);
}

TEST(Calendar, IsMadeOfSettings) {
  Model model;
  const Row row = model.add_row(static_cast<KindIndex>(Kind::kSetting), kTeamSettingsId);
  const auto set = [&](std::string_view key, std::string_view value) {
    Table& table = model.mutable_table(static_cast<KindIndex>(Kind::kSetting));
    const ColumnIndex known = table.find_column(key);
    const ColumnIndex column = known == kNoColumn ? table.add_column(key) : known;
    model.set_cell(static_cast<KindIndex>(Kind::kSetting), row, column,
                   model.mutable_texts().intern(value));
  };
  EXPECT_TRUE(settings_from(model).calendar.round_the_clock);
  set(settings_key::kBusinessHours, "1");
  set(settings_key::kTimeZone, "Europe/Berlin");
  set(hours_key(5), "9-13");
  set(hours_key(1), "nonsense");
  set(hours_key(3), "-");
  set("holiday/2026-12-25", "1");
  set("holiday/2026-02-30", "1");
  set(holiday_key(day_from_iso("2026-05-01").value()), "1");
  const TeamSettings settings = settings_from(model);
  const Calendar& calendar = settings.calendar;
  EXPECT_FALSE(calendar.round_the_clock);
  EXPECT_EQ(settings.time_zone, "Europe/Berlin");
  EXPECT_EQ(text_of(calendar.week[1]), "09:00-17:00");  // nobody can read it: as it was
  EXPECT_EQ(text_of(calendar.week[5]), "09:00-13:00");
  EXPECT_EQ(text_of(calendar.week[3]), "-");
  EXPECT_EQ(text_of(calendar.week[0]), "-");
  EXPECT_EQ(calendar.holidays,
            (std::vector{day_from_iso("2026-05-01").value(), day_from_iso("2026-12-25").value()}));
}

}  // namespace
}  // namespace leadlight
