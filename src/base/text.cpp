#include "base/text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>

namespace leadlight {

namespace {

constexpr char32_t kReplacement = 0xFFFD;

unsigned byte_at(std::string_view text, std::size_t offset) {
  return static_cast<unsigned char>(text[offset]);
}

struct Decoded {
  char32_t code_point = kReplacement;
  std::size_t size = 0;  // 0: invalid
};

// The valid sequence at `offset`: shortest form only, no surrogates, nothing above U+10FFFF.
Decoded decode_at(std::string_view text, std::size_t offset) {
  const unsigned first = byte_at(text, offset);
  if (first < 0x80) return {first, 1};
  const std::size_t size = first >= 0xF8   ? 0
                           : first >= 0xF0 ? 4
                           : first >= 0xE0 ? 3
                           : first >= 0xC0 ? 2
                                           : 0;
  if (size == 0 || text.size() - offset < size) return {};
  constexpr std::array<char32_t, 5> kLeast{0, 0, 0x80, 0x800, 0x10000};
  char32_t code = first & (0x7FU >> size);
  for (std::size_t i = 1; i < size; ++i) {
    const unsigned next = byte_at(text, offset + i);
    if ((next & 0xC0) != 0x80) return {};
    code = code << 6 | (next & 0x3F);
  }
  if (code < kLeast[size] || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF)) return {};
  return {code, size};
}

// Bytes of a blank that trimmed() takes away at the front (or back) of `text`, 0 if there is none.
std::size_t blank_at_front(std::string_view text) {
  if (text.empty()) return 0;
  if (text[0] == ' ' || (text[0] >= '\t' && text[0] <= '\r')) return 1;
  if (text.starts_with("\u00A0")) return 2;
  if (text.starts_with("\uFEFF")) return 3;
  return 0;
}
std::size_t blank_at_back(std::string_view text) {
  if (text.empty()) return 0;
  if (text.back() == ' ' || (text.back() >= '\t' && text.back() <= '\r')) return 1;
  if (text.ends_with("\u00A0")) return 2;
  if (text.ends_with("\uFEFF")) return 3;
  return 0;
}

// The first byte at or behind `offset` that is not ASCII, or the end: eight bytes at a time.
std::size_t behind_ascii(std::string_view text, std::size_t offset) {
  for (; text.size() - offset >= sizeof(std::uint64_t); offset += sizeof(std::uint64_t)) {
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, text.data() + offset, sizeof bytes);
    if ((bytes & 0x8080808080808080U) != 0) break;
  }
  while (offset < text.size() && byte_at(text, offset) < 0x80) ++offset;
  return offset;
}

}  // namespace

std::optional<std::size_t> invalid_utf8_at(std::string_view text) {
  for (std::size_t offset = 0; offset < text.size();) {
    offset = behind_ascii(text, offset);
    if (offset == text.size()) break;
    const Decoded decoded = decode_at(text, offset);
    if (decoded.size == 0) return offset;
    offset += decoded.size;
  }
  return std::nullopt;
}

char32_t decode_utf8(std::string_view text, std::size_t& offset) {
  const Decoded decoded = decode_at(text, offset);
  offset += std::max<std::size_t>(decoded.size, 1);
  return decoded.code_point;
}

void append_utf8(std::string& out, char32_t code_point) {
  const auto put = [&out](char32_t byte) { out += static_cast<char>(byte); };
  const bool surrogate = code_point >= 0xD800 && code_point <= 0xDFFF;
  if (code_point > 0x10FFFF || surrogate) code_point = kReplacement;
  if (code_point < 0x80) {
    put(code_point);
  } else if (code_point < 0x800) {
    put(0xC0 | code_point >> 6);
    put(0x80 | (code_point & 0x3F));
  } else if (code_point < 0x10000) {
    put(0xE0 | code_point >> 12);
    put(0x80 | (code_point >> 6 & 0x3F));
    put(0x80 | (code_point & 0x3F));
  } else {
    put(0xF0 | code_point >> 18);
    put(0x80 | (code_point >> 12 & 0x3F));
    put(0x80 | (code_point >> 6 & 0x3F));
    put(0x80 | (code_point & 0x3F));
  }
}

std::string_view trimmed(std::string_view text) {
  while (const std::size_t size = blank_at_front(text)) text.remove_prefix(size);
  while (const std::size_t size = blank_at_back(text)) text.remove_suffix(size);
  return text;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (;;) {
    const std::size_t end = text.find(separator);
    parts.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

std::optional<std::int64_t> integer_from_text(std::string_view text) {
  if (text.starts_with('+')) {
    text.remove_prefix(1);
    if (text.starts_with('-')) return std::nullopt;
  }
  std::int64_t value = 0;
  const char* const end = text.data() + text.size();
  const auto [stopped, error] = std::from_chars(text.data(), end, value);
  if (text.empty() || error != std::errc{} || stopped != end) return std::nullopt;
  return value;
}

std::string canonical_phone(std::string_view text) {
  constexpr std::size_t kFewestDigits = 6;
  text = trimmed(text);
  bool international = false;
  std::string digits;
  // "+49 (0)30": dialled from inside the country only; Italy's zero is part of the number.
  const auto is_trunk_zero = [&](std::size_t offset) {
    const std::string_view country =
        std::string_view(digits).substr(!international && digits.starts_with("00") ? 2 : 0);
    return text.substr(offset).starts_with("0)") && country != "39" && !country.empty() &&
           country.size() <= 3 && (international || country.size() < digits.size());
  };
  for (std::size_t offset = 0; offset < text.size();) {
    char32_t c = decode_utf8(text, offset);
    if (c >= 0xFF10 && c <= 0xFF19) c = c - 0xFF10 + U'0';  // full width
    if (c >= U'0' && c <= U'9')
      digits += static_cast<char>(c);
    else if ((c == U'+' || c == U'\uFF0B') && digits.empty())
      international = true;
    else if (c == U'(' && is_trunk_zero(offset))
      offset += 2;
  }
  if (!international && digits.starts_with("00")) {
    international = true;
    digits.erase(0, 2);
  }
  if (digits.size() < kFewestDigits) return {};
  return international ? '+' + digits : digits;
}

std::string_view utf8_prefix(std::string_view text, std::size_t max_bytes) {
  if (text.size() <= max_bytes) return text;
  std::size_t end = max_bytes;
  while (end > 0 && max_bytes - end < 3 && (byte_at(text, end) & 0xC0) == 0x80) --end;
  if ((byte_at(text, end) & 0xC0) == 0x80) end = max_bytes;  // no UTF-8: cut anywhere
  return text.substr(0, end);
}

}  // namespace leadlight
