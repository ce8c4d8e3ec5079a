#include "ui/views/words.h"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "base/format.h"
#include "base/text.h"

namespace leadlight::ui::words {

namespace {

constexpr std::array<std::string_view, 7> kDays{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
constexpr std::array<std::string_view, 12> kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                   "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

CivilTime local(UtcMs at, int offset_minutes) {
  return civil_from_utc(at + offset_minutes * kMinuteMs);
}

std::string_view month_name(const CivilTime& civil) {
  return kMonths[static_cast<std::size_t>(civil.month - 1)];
}

std::string_view weekday_name(const CivilTime& civil) {
  return kDays[static_cast<std::size_t>(civil.weekday)];
}

std::string grouped(std::uint64_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3;) digits.insert(at -= 3, ",");
  return digits;
}

}  // namespace

std::string count(std::size_t number) { return grouped(number); }

std::string counted(std::size_t number, std::string_view one, std::string_view many) {
  return formatted("{} {}", grouped(number), number == 1 ? one : many);
}

std::string signed_points(std::int32_t points) {
  return points < 0 ? formatted("−{}", -static_cast<std::int64_t>(points))
                    : formatted("+{}", points);
}

std::string percent(std::size_t part, std::size_t whole) {
  if (whole == 0) return "–";
  const std::size_t rounded = (part * 100 + whole / 2) / whole;
  if (rounded == 0 && part > 0) return "<1%";
  return formatted("{}%", rounded);
}

std::string bytes(std::uint64_t size) {
  constexpr std::array<std::string_view, 4> kUnits{"kB", "MB", "GB", "TB"};
  if (size < 1000) return formatted("{} bytes", size);
  std::uint64_t one = 1000;
  std::size_t unit = 0;
  for (; size / one >= 1000 && unit + 1 < kUnits.size(); ++unit) one *= 1000;
  const std::uint64_t tenths = (size + one / 20) / (one / 10);
  return tenths < 100 ? formatted("{}.{} {}", tenths / 10, tenths % 10, kUnits[unit])
                      : formatted("{} {}", (size + one / 2) / one, kUnits[unit]);
}

std::string ago(UtcMs then, UtcMs now) {
  return now - then < kMinuteMs ? "now" : followup::duration_text(now - then);
}

std::string clock(UtcMs at, int offset_minutes) {
  const CivilTime civil = local(at, offset_minutes);
  return formatted("{:02}:{:02}", civil.hour, civil.minute);
}

std::string date(UtcMs at, int offset_minutes) {
  const CivilTime civil = local(at, offset_minutes);
  return formatted("{} {} {}", civil.day, month_name(civil), civil.year);
}

UtcMs local_day_start(UtcMs at, int offset_minutes) {
  const UtcMs shifted = at + offset_minutes * kMinuteMs;
  const UtcMs into_day = ((shifted % kDayMs) + kDayMs) % kDayMs;
  return at - into_day;
}

std::string moment(UtcMs at, UtcMs now, int offset_minutes) {
  const CivilTime civil = local(at, offset_minutes);
  const UtcMs days =
      (local_day_start(at, offset_minutes) - local_day_start(now, offset_minutes)) / kDayMs;
  if (days == 0) return clock(at, offset_minutes);
  if (std::abs(days) < 7) return formatted("{} {}", weekday_name(civil), clock(at, offset_minutes));
  if (civil.year == local(now, offset_minutes).year)
    return formatted("{} {}", civil.day, month_name(civil));
  return date(at, offset_minutes);
}

std::string day(UtcMs at, UtcMs now, int offset_minutes) {
  const UtcMs days =
      (local_day_start(at, offset_minutes) - local_day_start(now, offset_minutes)) / kDayMs;
  const CivilTime civil = local(at, offset_minutes);
  if (days == 0) return "today";
  if (days == 1) return "tomorrow";
  if (days == -1) return "yesterday";
  if (std::abs(days) < 7) return std::string(weekday_name(civil));
  if (civil.year == local(now, offset_minutes).year)
    return formatted("{} {}", civil.day, month_name(civil));
  return date(at, offset_minutes);
}

std::string minutes(int minutes) {
  const auto number = static_cast<std::size_t>(std::max(minutes, 0));
  if (number >= 60 && number % 60 == 0) return counted(number / 60, "hour", "hours");
  return counted(number, "minute", "minutes");
}

namespace {

// What may wait until an hour of the night has to be done in the day before it: a promise for 04:00
// is kept today. Practice C1's clock counts every hour, people do not.
bool is_by_night(UtcMs at, int offset_minutes) {
  constexpr int kMorning = 9, kEvening = 19;
  const int hour = local(at, offset_minutes).hour;
  return hour < kMorning || hour >= kEvening;
}

// By when something is to be done that is in time: as exact as a person needs it.
std::string deadline(UtcMs at, UtcMs now, int offset_minutes, Room room) {
  if (at - now <= kHourMs)
    return room == Room::kNarrow ? followup::duration_text(at - now) : "within the hour";
  std::string text = moment(at, now, offset_minutes);
  if (is_by_night(at, offset_minutes) && !is_by_night(now, offset_minutes)) {
    const bool after_midnight = local(at, offset_minutes).hour < 12;
    text = day(after_midnight ? at - 12 * kHourMs : at, now, offset_minutes);
  }
  return room == Room::kNarrow || text == "today" ? text : "by " + text;
}

}  // namespace

DueWords due(const followup::Item& item, UtcMs now, int offset_minutes, Room room) {
  const bool narrow = room == Room::kNarrow;
  if (item.group == followup::Group::kWoken) return {"today", PillTone::kOutline};
  const UtcMs left = item.due_at - now;
  switch (item.due) {
    case followup::Due::kNotYet:
      return {moment(item.due_at, now, offset_minutes), PillTone::kOutline};
    case followup::Due::kBreached:
      if (left > 0) break;
      return {left > -kMinuteMs ? "now due" : followup::duration_text(-left) + " over",
              PillTone::kBad};
    case followup::Due::kAboutToBreach:
      if (left <= 0) return {followup::duration_text(-left) + " over", PillTone::kWarn};
      return {(narrow ? "" : "due in ") + followup::duration_text(left), PillTone::kWarn};
    case followup::Due::kDue: break;
  }
  if (left <= 0)
    return {left > -kMinuteMs ? "now" : followup::duration_text(-left) + " over", PillTone::kWarn};
  return {deadline(item.due_at, now, offset_minutes, room), PillTone::kGood};
}

std::vector<LaterChoice> later_choices(UtcMs now, int offset_minutes) {
  const UtcMs today = local_day_start(now, offset_minutes);
  const int weekday = local(now, offset_minutes).weekday;
  const UtcMs nine = 9 * kHourMs;
  const int to_monday = (8 - weekday) % 7 == 0 ? 7 : (8 - weekday) % 7;
  std::vector<LaterChoice> choices{
      {"For an hour", {}, now + kHourMs},
      {"Until tomorrow", {}, today + kDayMs + nine},
      {"For three days", {}, today + 3 * kDayMs + nine},
      {"Until next week", {}, today + to_monday * kDayMs + nine},
      {"For a month", {}, today + 30 * kDayMs + nine},
      {"For three months", {}, today + 91 * kDayMs + nine},
  };
  for (LaterChoice& choice : choices) choice.detail = moment(choice.until, now, offset_minutes);
  return choices;
}

std::string list_of(const std::vector<std::string>& items, std::size_t most) {
  std::string text;
  const std::size_t shown = std::min(items.size(), most);
  for (std::size_t i = 0; i < shown; ++i) {
    if (i > 0) text += i + 1 == items.size() ? " and " : ", ";
    text += items[i];
  }
  if (items.size() > shown) text += formatted(" and {} more", grouped(items.size() - shown));
  return text;
}

std::string continued(std::string_view sentence) {
  std::string text(sentence);
  const auto upper = [](char c) { return c >= 'A' && c <= 'Z'; };
  if (text.size() > 1 && upper(text[0]) && text[1] >= 'a' && text[1] <= 'z')
    text[0] = static_cast<char>(text[0] - 'A' + 'a');
  return text;
}

}  // namespace leadlight::ui::words
