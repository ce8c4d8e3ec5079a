#include "ui/views/durations.h"

#include <array>
#include <cstddef>
#include <string>

#include "base/text.h"

namespace leadlight::ui {

namespace {

constexpr int kMinutesPerHour = 60;
constexpr int kMinutesPerDay = 24 * 60;

struct Unit {
  std::string_view name;
  int minutes;
};
constexpr std::array kUnits{Unit{"m", 1},
                            Unit{"min", 1},
                            Unit{"mins", 1},
                            Unit{"minute", 1},
                            Unit{"minutes", 1},
                            Unit{"h", kMinutesPerHour},
                            Unit{"hr", kMinutesPerHour},
                            Unit{"hrs", kMinutesPerHour},
                            Unit{"hour", kMinutesPerHour},
                            Unit{"hours", kMinutesPerHour},
                            Unit{":", kMinutesPerHour},
                            Unit{"d", kMinutesPerDay},
                            Unit{"day", kMinutesPerDay},
                            Unit{"days", kMinutesPerDay},
                            Unit{"w", 7 * kMinutesPerDay},
                            Unit{"week", 7 * kMinutesPerDay},
                            Unit{"weeks", 7 * kMinutesPerDay}};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string_view take(std::string_view& text, auto belongs) {
  std::size_t size = 0;
  while (size < text.size() && belongs(text[size])) ++size;
  const std::string_view taken = text.substr(0, size);
  text.remove_prefix(size);
  text = trimmed(text);
  return taken;
}

}  // namespace

std::optional<int> minutes_from_typed(std::string_view typed) {
  constexpr std::int64_t kMost = 10'000LL * kMinutesPerDay;
  const std::string lower = folded(trimmed(typed));
  std::string_view rest = lower;
  if (rest.empty()) return std::nullopt;
  std::int64_t minutes = 0;
  while (!rest.empty()) {
    const auto number = integer_from_text(take(rest, is_digit));
    if (!number || *number > kMost) return std::nullopt;
    const std::string_view name =
        take(rest, [](char c) { return c == ':' || (c >= 'a' && c <= 'z'); });
    int unit = 1;
    if (!name.empty()) {
      unit = 0;
      for (const Unit& known : kUnits)
        if (known.name == name) unit = known.minutes;
      if (unit == 0) return std::nullopt;
    }
    minutes += *number * unit;
    if (minutes > kMost) return std::nullopt;
  }
  return static_cast<int>(minutes);
}

}  // namespace leadlight::ui
