// 128-bit identifiers of records and sessions. Text form: 26 lower-case Crockford base-32 digits,
// which sort as the numbers do and are safe in links and file names.
#pragma once
#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace leadlight {

struct Id {
  std::uint64_t high = 0;
  std::uint64_t low = 0;
  auto operator<=>(const Id&) const = default;
  [[nodiscard]] bool is_nil() const { return high == 0 && low == 0; }
};

std::string text_from_id(Id id);
std::optional<Id> id_from_text(std::string_view text);  // exactly 26 digits, value below 2^128

struct IdHash {
  std::size_t operator()(Id id) const {
    return static_cast<std::size_t>(id.high * 0x9E3779B97F4A7C15ULL ^ id.low);
  }
};

}  // namespace leadlight
