// When the team is at work (practice C1): business hours by weekday, holidays, one time zone; or
// round the clock. Clocks of follow-up count open time only.
//
// Open is every moment whose local time of day lies within an open span of its local weekday and
// whose local date is no holiday. So an hour that daylight saving leaves out counts nothing, and
// one that comes twice counts twice, as it does for whoever sits there.
#pragma once
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/zone.h"

namespace leadlight {

inline constexpr int kMinutesOfDay = 24 * 60;

struct OpenSpan {  // minutes of the local day, from `begin` to before `end`, at most kMinutesOfDay
  int begin = 0;
  int end = 0;
  bool operator==(const OpenSpan&) const = default;
};
using OpenDay = std::vector<OpenSpan>;  // by time, apart; none: closed

struct Calendar {
  bool round_the_clock = true;
  std::array<OpenDay, 7> week;  // 0 is Sunday
  std::vector<int> holidays;    // local days since 1970, ascending
  Zone zone;

  // Nothing is ever open: such a calendar counts round the clock.
  [[nodiscard]] bool never_opens() const;
  [[nodiscard]] bool is_open(UtcMs at) const;
  // `at` if it is open then, else the next moment that is.
  [[nodiscard]] UtcMs next_open(UtcMs at) const;
  // The first moment by which `open_ms` of open time have passed since `from`; for 0, from itself.
  [[nodiscard]] UtcMs after(UtcMs from, UtcMs open_ms) const;
  // Open time from `from` to `to`; 0 if that is the wrong way round.
  [[nodiscard]] UtcMs open_between(UtcMs from, UtcMs to) const;
};

// "09:00-12:30, 13:30-18:00", "9-17"; "-" is a closed day. Nothing if it is neither: a time that
// there is not, an end before its begin, spans that overlap.
std::optional<OpenDay> open_day_from_text(std::string_view text);
std::string text_of(const OpenDay& day);  // as above, without blanks
std::array<OpenDay, 7> default_week();    // Monday to Friday, 9 to 17

// Days since 1970 of "2026-12-25"; nothing if there is no such day.
std::optional<int> day_from_iso(std::string_view text);

}  // namespace leadlight
