#include <array>
#include <charconv>
#include <cstddef>

#include "base/text.h"
#include "interchange/values.h"
#include "interchange/words.h"

namespace leadlight::interchange {

namespace {

constexpr int kFirstYear = 1900;
constexpr int kLastYear = 2199;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

// By the first letters of the folded name; the longer ones first where one begins another.
int month_from_name(std::string_view name) {
  struct Month {
    std::string_view start;
    int number;
  };
  constexpr std::array kMonths{
      Month{"jan", 1},  Month{"ene", 1},  Month{"feb", 2},  Month{"fev", 2},  Month{"fbr", 2},
      Month{"mar", 3},  Month{"mrz", 3},  Month{"mae", 3},  Month{"apr", 4},  Month{"avr", 4},
      Month{"abr", 4},  Month{"may", 5},  Month{"mai", 5},  Month{"juin", 6}, Month{"jun", 6},
      Month{"juil", 7}, Month{"jul", 7},  Month{"aug", 8},  Month{"aou", 8},  Month{"ago", 8},
      Month{"sep", 9},  Month{"set", 9},  Month{"oct", 10}, Month{"okt", 10}, Month{"nov", 11},
      Month{"dec", 12}, Month{"dez", 12}, Month{"dic", 12},
  };
  const std::string key = word_key(name);
  for (const Month& month : kMonths) {
    if (key.starts_with(month.start)) return month.number;
  }
  return 0;
}

class DateText {
 public:
  explicit DateText(std::string_view text) : text_(text) {}

  // Reads day, month and year in whatever form, up to where the time may begin.
  bool read_date() {
    while (parts_ < 3) {
      skip_separators();
      if (at_ >= text_.size()) return false;
      if (is_digit(text_[at_])) {
        if (!read_number()) return false;
      } else if (is_letter(text_[at_])) {
        if (!read_word()) return false;
      } else {
        return false;
      }
    }
    return true;
  }

  // Behind the date: nothing, or "[T|,| at] 14:05[:30[.120]] [AM|PM] [Z|UTC|+01:00]".
  bool read_time(CivilTime& civil, int& offset_minutes) {
    skip_blanks();
    if (at_ < text_.size() && (text_[at_] == ',' || text_[at_] == 'T')) ++at_;
    skip_blanks();
    if (at_ == text_.size()) return true;
    if (!read_part(civil.hour) || !take(':') || !read_part(civil.minute)) return false;
    if (take(':') && !read_part(civil.second)) return false;
    if (take('.') && !read_milliseconds(civil.millisecond)) return false;
    skip_blanks();
    if (!read_half_of_day(civil.hour) || !read_zone(offset_minutes)) return false;
    return at_ == text_.size() && civil.hour < 24 && civil.minute < 60 && civil.second < 60;
  }

  // The date's parts in the order in which they stand; a month by name has its place in
  // `named_month_`.
  [[nodiscard]] bool civil_date(DateOrder order, CivilTime& civil) const {
    const auto& [a, b, c] = numbers_;
    if (named_month_ != 0) {
      // The numbers left are day and year, in either order: "22 Nov 2026", "Nov 22, 2026", "2026
      // Nov 22".
      const bool year_first = digits_[0] == 4 || a > 31;
      return set(civil, year_first ? full_year(0) : full_year(1), named_month_, year_first ? b : a);
    }
    if (digits_[0] == 4 || order == DateOrder::kIso) return set(civil, full_year(0), b, c);
    if (order == DateOrder::kMonthFirst) return set(civil, full_year(2), a, b);
    return set(civil, full_year(2), b, a);
  }

  [[nodiscard]] bool month_is_named() const { return named_month_ != 0; }
  [[nodiscard]] bool year_is_first() const { return digits_[0] == 4; }

 private:
  static bool set(CivilTime& civil, int year, int month, int day) {
    civil.year = year;
    civil.month = month;
    civil.day = day;
    return year >= kFirstYear && year <= kLastYear && is_valid_date(year, month, day);
  }
  [[nodiscard]] int full_year(std::size_t part) const {
    const int year = numbers_[part];
    if (digits_[part] > 2) return year;
    return year < 70 ? 2000 + year : 1900 + year;
  }

  bool read_number() {
    const std::size_t start = at_;
    int number = 0;
    while (at_ < text_.size() && is_digit(text_[at_]) && at_ - start < 5) {
      number = number * 10 + (text_[at_++] - '0');
    }
    const auto digits = static_cast<int>(at_ - start);
    if (digits == 3 || digits > 4 || numbers_read_ == 3) return false;
    numbers_[numbers_read_] = number;
    digits_[numbers_read_++] = digits;
    ++parts_;
    // "22nd", "1st", "1er"
    for (const std::string_view ending : {"st", "nd", "rd", "th", "er"}) {
      if (text_.substr(at_).starts_with(ending)) at_ += ending.size();
    }
    return true;
  }

  bool read_word() {
    const std::size_t start = at_;
    while (at_ < text_.size() && is_letter(text_[at_])) ++at_;
    const std::string_view word = text_.substr(start, at_ - start);
    if (const int month = month_from_name(word); month != 0 && named_month_ == 0) {
      named_month_ = month;
      ++parts_;
      return true;
    }
    return parts_ == 0 || word == "de" || word == "del";  // a weekday, or "22 de noviembre de 2026"
  }

  void skip_separators() {
    while (at_ < text_.size() && std::string_view(" ./-,").contains(text_[at_])) ++at_;
  }
  void skip_blanks() {
    while (at_ < text_.size() && text_[at_] == ' ') ++at_;
  }
  bool take(char c) {
    if (at_ >= text_.size() || text_[at_] != c) return false;
    ++at_;
    return true;
  }
  bool read_part(int& part) {
    if (at_ >= text_.size() || !is_digit(text_[at_])) return false;
    part = text_[at_++] - '0';
    if (at_ < text_.size() && is_digit(text_[at_])) part = part * 10 + (text_[at_++] - '0');
    return true;
  }
  bool read_milliseconds(int& milliseconds) {
    int factor = 100;
    if (at_ >= text_.size() || !is_digit(text_[at_])) return false;
    for (; at_ < text_.size() && is_digit(text_[at_]); ++at_, factor /= 10) {
      milliseconds += (text_[at_] - '0') * factor;
    }
    return true;
  }
  bool read_half_of_day(int& hour) {
    const std::string half = folded(text_.substr(at_, 2));
    if (half != "am" && half != "pm") return true;
    at_ += 2;
    if (hour < 1 || hour > 12) return false;
    hour = hour % 12 + (half == "pm" ? 12 : 0);
    skip_blanks();
    return true;
  }
  bool read_zone(int& offset_minutes) {
    if (take('Z')) return true;
    if (text_.substr(at_) == "UTC" || text_.substr(at_) == "GMT") {
      at_ = text_.size();
      return true;
    }
    const bool plus = take('+');
    if (!plus && !take('-')) return true;
    int hours = 0;
    int minutes = 0;
    if (!read_part(hours)) return false;
    take(':');
    if (at_ < text_.size() && !read_part(minutes)) return false;
    offset_minutes = (plus ? 1 : -1) * (hours * 60 + minutes);
    return hours < 15 && minutes < 60;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  int parts_ = 0;
  std::size_t numbers_read_ = 0;
  std::array<int, 3> numbers_{};
  std::array<int, 3> digits_{};
  int named_month_ = 0;
};

// A bare number: year, month and day in one, seconds or milliseconds since 1970, or Excel's days
// since 30 December 1899.
std::optional<UtcMs> time_from_number(std::string_view text) {
  std::int64_t whole = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), whole);
  if (error != std::errc() || end == text.data() || whole < 0) return std::nullopt;
  const auto digits = static_cast<std::size_t>(end - text.data());
  const std::string_view rest = text.substr(digits);
  if (digits == 13 && rest.empty()) return whole;
  if (digits == 10 && rest.empty()) return whole * kSecondMs;
  if (digits == 8 && rest.empty()) {  // 20261122
    CivilTime civil;
    civil.year = static_cast<int>(whole / 10000);
    civil.month = static_cast<int>(whole / 100 % 100);
    civil.day = static_cast<int>(whole % 100);
    const bool valid = civil.year >= kFirstYear && civil.year <= kLastYear &&
                       is_valid_date(civil.year, civil.month, civil.day);
    return valid ? std::optional(utc_from_civil(civil)) : std::nullopt;
  }
  if (digits != 5 || whole < 20000 || whole > 80000) return std::nullopt;
  constexpr std::int64_t kExcelDayOf1970 = 25569;
  UtcMs time = (whole - kExcelDayOf1970) * kDayMs;
  if (rest.empty()) return time;
  if ((rest[0] != '.' && rest[0] != ',') || rest.size() > 12) return std::nullopt;
  UtcMs unit = kDayMs * 1000;  // in thousandths of a millisecond, so that rounding stays small
  UtcMs fraction = 0;
  for (const char c : rest.substr(1)) {
    if (!is_digit(c)) return std::nullopt;
    unit /= 10;
    fraction += unit * (c - '0');
  }
  // Excel counts in fractions of a day: what is meant is the nearest second.
  return time + (fraction / 1000 + kSecondMs / 2) / kSecondMs * kSecondMs;
}

}  // namespace

std::optional<UtcMs> time_from_text(std::string_view text, DateOrder order) {
  text = trimmed(text);
  if (text.size() < 5 || text.size() > 64) return std::nullopt;
  if (const auto iso = utc_from_iso(text)) return iso;
  if (const auto time = time_from_number(text)) return time;
  DateText date(text);
  CivilTime civil;
  int offset_minutes = 0;
  if (!date.read_date() || !date.civil_date(order, civil)) return std::nullopt;
  if (!date.read_time(civil, offset_minutes)) return std::nullopt;
  return utc_from_civil(civil) - offset_minutes * kMinuteMs;
}

bool is_ambiguous_date(std::string_view text) {
  text = trimmed(text);
  if (text.size() < 5 || text.size() > 64 || utc_from_iso(text) || time_from_number(text))
    return false;
  DateText date(text);
  if (!date.read_date() || date.month_is_named() || date.year_is_first()) return false;
  int orders = 0;
  for (const DateOrder order : {DateOrder::kDayFirst, DateOrder::kMonthFirst}) {
    CivilTime civil;
    orders += date.civil_date(order, civil);
  }
  return orders > 1;
}

}  // namespace leadlight::interchange
