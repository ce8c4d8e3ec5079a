#include "base/time.h"

#include <algorithm>
#include <array>

#include "base/format.h"

namespace leadlight {

namespace {

constexpr std::int64_t kDaysPer400Years = 146'097;
constexpr std::int64_t kDaysFromMarch0To1970 = 719'468;  // from 1 March of year 0

// Years are counted from March here, so that the leap day is a year's last.
std::int64_t days_from_date(std::int64_t year, int month, int day) {
  const std::int64_t march_year = month > 2 ? year : year - 1;
  const std::int64_t era = (march_year >= 0 ? march_year : march_year - 399) / 400;
  const std::int64_t year_of_era = march_year - era * 400;
  const std::int64_t month_from_march = month > 2 ? month - 3 : month + 9;
  const std::int64_t day_of_year = (153 * month_from_march + 2) / 5 + day - 1;
  const std::int64_t day_of_era =
      year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * kDaysPer400Years + day_of_era - kDaysFromMarch0To1970;
}

std::int64_t floor_div(std::int64_t a, std::int64_t b) { return a / b - (a % b < 0 ? 1 : 0); }

int days_of_month(int year, int month) {
  constexpr std::array<std::int8_t, 12> kDays{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  return month == 2 && leap ? 29 : kDays[static_cast<std::size_t>(month - 1)];
}

// Reads an ISO time from the left.
class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}
  bool at_end() const { return text_.empty(); }
  bool take(char c) {
    if (text_.empty() || text_[0] != c) return false;
    text_.remove_prefix(1);
    return true;
  }
  std::optional<int> digits(std::size_t count) {
    if (text_.size() < count) return std::nullopt;
    int value = 0;
    for (const char c : text_.substr(0, count)) {
      if (c < '0' || c > '9') return std::nullopt;
      value = value * 10 + (c - '0');
    }
    text_.remove_prefix(count);
    return value;
  }
  // One or more digits after the point; milliseconds, rounded down.
  std::optional<int> fraction() {
    int value = 0;
    int scale = 100;
    std::size_t count = 0;
    for (; count < text_.size() && text_[count] >= '0' && text_[count] <= '9'; ++count) {
      value += (text_[count] - '0') * scale;
      scale /= 10;
    }
    if (count == 0) return std::nullopt;
    text_.remove_prefix(count);
    return value;
  }

 private:
  std::string_view text_;
};

// "Z", "+01:00", "-0530", or nothing; minutes east of UTC.
std::optional<int> read_zone(Reader& reader) {
  if (reader.at_end() || reader.take('Z') || reader.take('z')) return 0;
  int sign = 0;
  if (reader.take('+'))
    sign = 1;
  else if (reader.take('-'))
    sign = -1;
  else
    return std::nullopt;
  const auto hours = reader.digits(2);
  reader.take(':');
  const auto minutes = reader.digits(2);
  if (!hours || !minutes || *hours > 23 || *minutes > 59) return std::nullopt;
  return sign * (*hours * 60 + *minutes);
}

bool read_clock(Reader& reader, CivilTime& civil) {
  const auto hour = reader.digits(2);
  if (!hour || *hour > 23 || !reader.take(':')) return false;
  const auto minute = reader.digits(2);
  if (!minute || *minute > 59) return false;
  civil.hour = *hour;
  civil.minute = *minute;
  if (!reader.take(':')) return true;
  const auto second = reader.digits(2);
  if (!second || *second > 59) return false;
  civil.second = *second;
  if (!reader.take('.')) return true;
  const auto milliseconds = reader.fraction();
  civil.millisecond = milliseconds.value_or(0);
  return milliseconds.has_value();
}

}  // namespace

CivilTime civil_from_utc(UtcMs time) {
  const std::int64_t days = floor_div(time, kDayMs);
  const std::int64_t in_day = (time % kDayMs + kDayMs) % kDayMs;
  const std::int64_t shifted = days + kDaysFromMarch0To1970;
  const std::int64_t era = floor_div(shifted, kDaysPer400Years);
  const std::int64_t day_of_era = shifted - era * kDaysPer400Years;
  const std::int64_t year_of_era =
      (day_of_era - day_of_era / 1460 + day_of_era / 36'524 - day_of_era / 146'096) / 365;
  const std::int64_t day_of_year =
      day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const std::int64_t month_from_march = (5 * day_of_year + 2) / 153;

  CivilTime civil;
  civil.day = static_cast<int>(day_of_year - (153 * month_from_march + 2) / 5 + 1);
  civil.month =
      static_cast<int>(month_from_march < 10 ? month_from_march + 3 : month_from_march - 9);
  civil.year = static_cast<int>(year_of_era + era * 400 + (civil.month <= 2 ? 1 : 0));
  civil.hour = static_cast<int>(in_day / kHourMs);
  civil.minute = static_cast<int>(in_day / kMinuteMs % 60);
  civil.second = static_cast<int>(in_day / kSecondMs % 60);
  civil.millisecond = static_cast<int>(in_day % kSecondMs);
  civil.weekday = static_cast<int>(((days + 4) % 7 + 7) % 7);  // 1970 began on a Thursday
  return civil;
}

UtcMs utc_from_civil(const CivilTime& civil) {
  const int year = std::clamp(civil.year, -kFurthestYear, kFurthestYear);
  const int month = std::clamp(civil.month, 1, 12);
  return days_from_date(year, month, civil.day) * kDayMs + civil.hour * kHourMs +
         civil.minute * kMinuteMs + civil.second * kSecondMs + civil.millisecond;
}

bool is_valid_date(int year, int month, int day) {
  return year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 &&
         day <= days_of_month(year, month);
}

std::string iso_from_utc(UtcMs time) {
  const CivilTime c = civil_from_utc(time);
  std::string text = formatted("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}", c.year, c.month, c.day,
                               c.hour, c.minute, c.second);
  if (c.millisecond != 0) text += formatted(".{:03}", c.millisecond);
  return text += 'Z';
}

std::optional<UtcMs> utc_from_iso(std::string_view text) {
  Reader reader(text);
  CivilTime civil;
  const auto year = reader.digits(4);
  if (!year || !reader.take('-')) return std::nullopt;
  const auto month = reader.digits(2);
  if (!month || !reader.take('-')) return std::nullopt;
  const auto day = reader.digits(2);
  if (!day || !is_valid_date(*year, *month, *day)) return std::nullopt;
  civil.year = *year;
  civil.month = *month;
  civil.day = *day;
  if (reader.at_end()) return utc_from_civil(civil);

  if (!reader.take('T') && !reader.take(' ')) return std::nullopt;
  if (!read_clock(reader, civil)) return std::nullopt;
  const auto zone_minutes = read_zone(reader);
  if (!zone_minutes || !reader.at_end()) return std::nullopt;
  return utc_from_civil(civil) - *zone_minutes * kMinuteMs;
}

}  // namespace leadlight
