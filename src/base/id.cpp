#include "base/id.h"

#include <array>

namespace leadlight {

namespace {

constexpr std::string_view kDigits =
    "0123456789abcdefghjkmnpqrstvwxyz";  // Crockford: no i, l, o, u
constexpr std::size_t kTextSize = 26;
constexpr std::uint8_t kNoDigit = 0xFF;

constexpr auto kValues = [] {
  std::array<std::uint8_t, 256> values{};
  values.fill(kNoDigit);
  for (std::size_t i = 0; i < kDigits.size(); ++i)
    values[static_cast<unsigned char>(kDigits[i])] = static_cast<std::uint8_t>(i);
  return values;
}();

}  // namespace

std::string text_from_id(Id id) {
  std::string text(kTextSize, '0');
  for (std::size_t i = kTextSize; i-- > 0;) {
    text[i] = kDigits[id.low & 31];
    id.low = id.low >> 5 | id.high << 59;
    id.high >>= 5;
  }
  return text;
}

std::optional<Id> id_from_text(std::string_view text) {
  if (text.size() != kTextSize || text[0] > '7') return std::nullopt;  // 26 digits hold 130 bits
  Id id;
  for (const char digit : text) {
    const std::uint8_t value = kValues[static_cast<unsigned char>(digit)];
    if (value == kNoDigit) return std::nullopt;
    id.high = id.high << 5 | id.low >> 59;
    id.low = id.low << 5 | value;
  }
  return id;
}

}  // namespace leadlight
