#include "lead/calendar.h"

#include <algorithm>
#include <limits>

#include "base/format.h"
#include "base/text.h"

namespace leadlight {

namespace {

// Behind the last holiday of a calendar that has any hours, some day within a week is open.
constexpr UtcMs kFurthest = 253'402'300'800'000;  // the year 10000

struct OpenTime {  // UTC
  UtcMs begin = 0;
  UtcMs end = 0;
};

int day_number(UtcMs local) {
  return static_cast<int>(local >= 0 ? local / kDayMs : (local + 1) / kDayMs - 1);
}

// Open times one behind the other. Where the offset changes they are cut: local days and times of
// day only mean something while it stays.
class OpenTimes {
 public:
  OpenTimes(const Calendar& calendar, UtcMs from) : calendar_(calendar), at_(from) { look(); }

  // The next one, from where it was asked to begin; nothing beyond the year 9999.
  bool next(OpenTime& out) {
    while (at_ < kFurthest) {
      if (span_ < day_->size()) {
        const OpenSpan& span = (*day_)[span_++];
        out = {std::max(local_begin_ + span.begin * kMinuteMs - offset_, at_),
               std::min(local_begin_ + span.end * kMinuteMs - offset_, until_)};
        if (out.begin >= out.end) continue;
        at_ = out.end;
        return true;
      }
      at_ = std::min(local_begin_ + kDayMs - offset_, until_);
      look();
    }
    return false;
  }

 private:
  void look() {
    if (at_ >= until_) {
      offset_ = calendar_.zone.offset_minutes(at_) * kMinuteMs;
      until_ = calendar_.zone.next_change(at_);
    }
    const int day = day_number(at_ + offset_);
    local_begin_ = day * kDayMs;
    const bool is_holiday = std::ranges::binary_search(calendar_.holidays, day);
    static const OpenDay kClosed;
    day_ = is_holiday ? &kClosed : &calendar_.week[static_cast<std::size_t>((day % 7 + 11) % 7)];
    span_ = 0;
  }

  const Calendar& calendar_;
  UtcMs at_;
  UtcMs until_ = std::numeric_limits<UtcMs>::min();  // when the offset changes
  UtcMs offset_ = 0;
  UtcMs local_begin_ = 0;
  const OpenDay* day_ = nullptr;
  std::size_t span_ = 0;
};

// "9:00", "17:30", "24:00", "9".
std::optional<int> minute_of_day(std::string_view text) {
  const std::size_t colon = std::min(text.find(':'), text.size());
  if (colon < text.size() && text.size() - colon != 3) return std::nullopt;
  const auto hours = integer_from_text(text.substr(0, colon));
  const auto minutes = colon == text.size() ? 0 : integer_from_text(text.substr(colon + 1));
  if (!hours || !minutes || *hours < 0 || *minutes < 0 || *minutes > 59) return std::nullopt;
  if (*hours > 24) return std::nullopt;
  const int minute = static_cast<int>(*hours * 60 + *minutes);
  return minute <= kMinutesOfDay ? std::optional(minute) : std::nullopt;
}

}  // namespace

bool Calendar::never_opens() const {
  return !round_the_clock &&
         std::ranges::all_of(week, [](const OpenDay& day) { return day.empty(); });
}

bool Calendar::is_open(UtcMs at) const { return next_open(at) == at; }

UtcMs Calendar::next_open(UtcMs at) const {
  OpenTime time;
  if (round_the_clock || never_opens() || !OpenTimes(*this, at).next(time)) return at;
  return time.begin;
}

UtcMs Calendar::after(UtcMs from, UtcMs open_ms) const {
  if (round_the_clock || never_opens() || open_ms <= 0) return from + std::max<UtcMs>(open_ms, 0);
  OpenTimes times(*this, from);
  OpenTime time;
  while (times.next(time)) {
    if (time.end - time.begin >= open_ms) return time.begin + open_ms;
    open_ms -= time.end - time.begin;
  }
  return kFurthest;
}

UtcMs Calendar::open_between(UtcMs from, UtcMs to) const {
  if (to <= from) return 0;
  if (round_the_clock || never_opens()) return to - from;
  OpenTimes times(*this, from);
  OpenTime time;
  UtcMs sum = 0;
  while (times.next(time) && time.begin < to) sum += std::min(time.end, to) - time.begin;
  return sum;
}

std::optional<OpenDay> open_day_from_text(std::string_view text) {
  OpenDay day;
  if (trimmed(text) == "-") return day;
  for (const std::string_view part : split(text, ',')) {
    const std::size_t dash = part.find('-');
    if (dash == std::string_view::npos) return std::nullopt;
    const auto begin = minute_of_day(trimmed(part.substr(0, dash)));
    const auto end = minute_of_day(trimmed(part.substr(dash + 1)));
    if (!begin || !end || *begin >= *end) return std::nullopt;
    if (!day.empty() && *begin < day.back().end) return std::nullopt;
    day.push_back({*begin, *end});
  }
  return day;
}

std::string text_of(const OpenDay& day) {
  std::string text;
  for (const OpenSpan& span : day)
    text += formatted("{}{:02}:{:02}-{:02}:{:02}", text.empty() ? "" : ",", span.begin / 60,
                      span.begin % 60, span.end / 60, span.end % 60);
  return text.empty() ? "-" : text;
}

std::array<OpenDay, 7> default_week() {
  std::array<OpenDay, 7> week;
  for (std::size_t day = 1; day <= 5; ++day) week[day] = {{9 * 60, 17 * 60}};
  return week;
}

std::optional<int> day_from_iso(std::string_view text) {
  const auto at = text.size() == 10 ? utc_from_iso(text) : std::nullopt;
  return at ? std::optional(day_number(*at)) : std::nullopt;
}

}  // namespace leadlight
