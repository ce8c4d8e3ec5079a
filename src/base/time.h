// Times are UTC milliseconds since 1970. Civil dates are proleptic Gregorian.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace leadlight {

using UtcMs = std::int64_t;
inline constexpr UtcMs kSecondMs = 1000;
inline constexpr UtcMs kMinuteMs = 60 * kSecondMs;
inline constexpr UtcMs kHourMs = 60 * kMinuteMs;
inline constexpr UtcMs kDayMs = 24 * kHourMs;

struct CivilTime {
  int year = 1970;
  int month = 1;  // 1 to 12
  int day = 1;    // 1 to 31
  int hour = 0;
  int minute = 0;
  int second = 0;
  int millisecond = 0;
  int weekday = 4;  // 0 is Sunday
};

CivilTime civil_from_utc(UtcMs time);
// Weekday is ignored; day, hour and so on may be out of range and carry over; the month may not.
// Years beyond kFurthestYear, which milliseconds can't tell, are taken for that year.
inline constexpr int kFurthestYear = 290'000'000;
UtcMs utc_from_civil(const CivilTime& civil);
bool is_valid_date(int year, int month, int day);  // years 1 to 9999

// "2026-11-22T09:14:03Z", with ".120" only if there are milliseconds.
std::string iso_from_utc(UtcMs time);
// Accepts "2026-11-22", "2026-11-22T09:14[:03[.120]][Z|+01:00]" and a blank instead of T; without a
// zone it is UTC. Nothing else: other date orders are the importer's business.
std::optional<UtcMs> utc_from_iso(std::string_view text);

}  // namespace leadlight
