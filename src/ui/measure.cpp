#include "ui/measure.h"

#include <algorithm>
#include <bit>
#include <cfloat>
#include <functional>

#include "base/text.h"
#include "ui/graphemes.h"
#include "ui/shaping.h"

namespace leadlight::ui {

namespace {

constexpr std::size_t kMostRemembered = 1 << 14;

// 64 bits of hash stand for the text: a clash would only misplace an ellipsis.
std::uint64_t key_of(std::string_view text, const TextStyle& style, float room = 0) {
  std::uint64_t key = std::hash<std::string_view>{}(text) + text.size() * 0x9E3779B97F4A7C15ULL;
  const auto mix = [&key](std::uint64_t part) {
    key ^= part + 0x9E3779B97F4A7C15ULL + (key << 6) + (key >> 2);
    key *= 0xFF51AFD7ED558CCDULL;
  };
  mix(std::bit_cast<std::uint32_t>(style.size));
  mix(static_cast<std::uint64_t>(style.weight));
  mix(std::bit_cast<std::uint32_t>(room));
  return key;
}

template <class Map>
void forget_if_full(Map& map) {
  if (map.size() >= kMostRemembered) map.clear();
}

}  // namespace

void Measure::begin_frame(float device_scale) {
  if (device_scale == device_scale_) return;
  device_scale_ = device_scale;
  widths_.clear();
  cuts_.clear();
  lines_.clear();
}

float Measure::width(const Fonts& fonts, std::string_view text, const TextStyle& style) {
  if (text.empty()) return 0;
  forget_if_full(widths_);
  const auto [found, fresh] = widths_.try_emplace(key_of(text, style), 0.0F);
  if (!fresh) return found->second;
  const std::string_view drawn = shaped(text, buffer_);
  ImFont* const font = fonts.of(style.weight);
  found->second =
      font->CalcTextSizeA(style.size, FLT_MAX, 0, drawn.data(), drawn.data() + drawn.size()).x;
  return found->second;
}

std::size_t Measure::cut(const Fonts& fonts, std::string_view text, const TextStyle& style,
                         float room) {
  constexpr float kRounding = 0.51F;
  if (width(fonts, text, style) <= room + kRounding) return text.size();
  forget_if_full(cuts_);
  const std::uint64_t key = key_of(text, style, room);
  if (const auto found = cuts_.find(key); found != cuts_.end()) return found->second;
  const float left = room - width(fonts, kEllipsis, style);
  const std::vector<std::size_t> ends = grapheme_ends(text);
  const auto first_too_long = std::ranges::partition_point(
      ends, [&](std::size_t end) { return width(fonts, text.substr(0, end), style) <= left; });
  std::size_t cut = first_too_long == ends.begin() ? 0 : *(first_too_long - 1);
  while (cut > 0 && text[cut - 1] == ' ') --cut;
  cuts_[key] = cut;
  return cut;
}

namespace {

// Chinese and Japanese break between any two characters, but not before a closing sign.
bool is_ideograph(char32_t c) {
  return (c >= 0x2E80 && c <= 0x9FFF) || (c >= 0xFF00 && c <= 0xFFEF) ||
         (c >= 0x20000 && c <= 0x3FFFF);
}
bool must_not_start_line(char32_t c) {
  constexpr std::u32string_view kClosing =
      U"\u3001\u3002\u300D\u300F\u3011\uFF09\uFF0C\uFF0E\uFF01\uFF1F\u30FC";
  return kClosing.contains(c);
}

// Behind the word at `at`, without the blanks that follow.
std::size_t word_end(std::string_view text, std::size_t at) {
  while (at < text.size() && text[at] != ' ' && text[at] != '\n') {
    std::size_t behind = at;
    const char32_t c = decode_utf8(text, behind);
    at = next_grapheme(text, at);
    if (!is_ideograph(c)) continue;
    std::size_t next = at;
    if (at == text.size() || !must_not_start_line(decode_utf8(text, next))) break;
  }
  return at;
}

}  // namespace

const std::vector<std::size_t>& Measure::lines(const Fonts& fonts, std::string_view text,
                                               const TextStyle& style, float room) {
  forget_if_full(lines_);
  const auto [found, fresh] = lines_.try_emplace(key_of(text, style, room));
  std::vector<std::size_t>& ends = found->second;
  if (!fresh) return ends;
  const auto fits = [&](std::size_t begin, std::size_t end) {
    return width(fonts, text.substr(begin, end - begin), style) <= room;
  };
  for (std::size_t line = 0; line < text.size(); line = ends.back()) {
    std::size_t end = line;  // behind what this line takes, blanks included
    while (end < text.size()) {
      std::size_t word = word_end(text, end);
      if (!fits(line, word)) {
        if (end > line) break;
        // A word wider than the line is cut where it must be; an address before its signs.
        std::size_t taken = next_grapheme(text, line), before_sign = line;
        for (std::size_t next = taken; next < word && fits(line, next);) {
          taken = next;
          if (std::string_view("@./_?&").contains(text[next])) before_sign = next;
          next = next_grapheme(text, next);
        }
        end = before_sign > line ? before_sign : taken;
        break;
      }
      while (word < text.size() && text[word] == ' ') ++word;
      end = word;
      if (end < text.size() && text[end] == '\n') {
        ++end;
        break;
      }
    }
    ends.push_back(end);
  }
  return ends;
}

}  // namespace leadlight::ui
