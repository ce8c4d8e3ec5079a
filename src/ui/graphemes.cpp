#include "ui/graphemes.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace leadlight::ui {

namespace {

struct Span {
  char32_t first, last;
};

constexpr std::array kMarks = std::to_array<Span>({
    {0x0300, 0x036F},   {0x0483, 0x0489},   {0x0591, 0x05BD}, {0x05BF, 0x05BF}, {0x05C1, 0x05C2},
    {0x05C4, 0x05C5},   {0x05C7, 0x05C7},   {0x0610, 0x061A}, {0x064B, 0x065F}, {0x0670, 0x0670},
    {0x06D6, 0x06DC},   {0x06DF, 0x06E4},   {0x06E7, 0x06E8}, {0x06EA, 0x06ED}, {0x0711, 0x0711},
    {0x0730, 0x074A},   {0x07A6, 0x07B0},   {0x07EB, 0x07F3}, {0x0816, 0x082D}, {0x08D3, 0x08FF},
    {0x0E31, 0x0E31},   {0x0E33, 0x0E3A},   {0x0E47, 0x0E4E}, {0x0EB1, 0x0EB1}, {0x0EB3, 0x0EBC},
    {0x0EC8, 0x0ECE},   {0x0F18, 0x0F19},   {0x0F35, 0x0F35}, {0x0F37, 0x0F37}, {0x0F39, 0x0F39},
    {0x0F3E, 0x0F3F},   {0x0F71, 0x0F84},   {0x0F86, 0x0F87}, {0x0F8D, 0x0FBC}, {0x102B, 0x103E},
    {0x1056, 0x1059},   {0x105E, 0x1060},   {0x1062, 0x1064}, {0x1067, 0x106D}, {0x1071, 0x1074},
    {0x1082, 0x108D},   {0x108F, 0x108F},   {0x109A, 0x109D}, {0x1160, 0x11FF}, {0x17B4, 0x17D3},
    {0x17DD, 0x17DD},   {0x1AB0, 0x1AFF},   {0x1DC0, 0x1DFF}, {0x200D, 0x200D}, {0x20D0, 0x20FF},
    {0x302A, 0x302F},   {0x3099, 0x309A},   {0xFE00, 0xFE0F}, {0xFE20, 0xFE2F}, {0x1F3FB, 0x1F3FF},
    {0xE0020, 0xE007F}, {0xE0100, 0xE01EF},
});

// The blocks of Devanagari to Sinhala have their signs at the same places.
bool is_indic_sign(char32_t c) {
  if (c < 0x0900 || c > 0x0DFF) return false;
  const char32_t at = c & 0x7F;
  return at <= 0x03 || (at >= 0x3A && at <= 0x4F && at != 0x3D) || (at >= 0x51 && at <= 0x57) ||
         at == 0x62 || at == 0x63;
}

// What joins the next consonant to the one before.
bool is_joiner(char32_t c) {
  return (c >= 0x0900 && c <= 0x0DFF && ((c & 0x7F) == 0x4D || c == 0x0DCA)) || c == 0x1039 ||
         c == 0x17D2;
}

bool is_regional(char32_t c) { return c >= 0x1F1E6 && c <= 0x1F1FF; }
bool is_leading_jamo(char32_t c) { return c >= 0x1100 && c <= 0x115F; }

bool is_letter_of_complex_script(char32_t c) {
  return script_of(c) == Script::kComplex && !is_mark(c);
}

}  // namespace

bool is_mark(char32_t c) {
  if (c < 0x0300) return false;
  if (is_indic_sign(c)) return true;
  const auto* const span = std::ranges::upper_bound(kMarks, c, {}, &Span::first);
  return span != kMarks.begin() && c <= (span - 1)->last;
}

bool is_invisible(char32_t c) {
  return (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x2069) || c == 0xFEFF || c == 0x00AD || (c >= 0xFE00 && c <= 0xFE0F);
}

Script script_of(char32_t c) {
  if (c < 0x0590) return Script::kPlain;
  if (c <= 0x08FF) return Script::kRtl;
  if (c <= 0x109F) return Script::kComplex;
  if (c >= 0x1100 && c <= 0x11FF) return Script::kComplex;
  if (c >= 0x1780 && c <= 0x17FF) return Script::kComplex;
  if ((c >= 0xFB1D && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFC)) return Script::kRtl;
  return Script::kPlain;
}

std::size_t next_grapheme(std::string_view text, std::size_t offset) {
  char32_t last = decode_utf8(text, offset);
  if (last == '\r' && offset < text.size() && text[offset] == '\n') return offset + 1;
  bool flag_open = is_regional(last);
  while (offset < text.size()) {
    if (static_cast<unsigned char>(text[offset]) < 0x80) break;
    std::size_t after = offset;
    const char32_t c = decode_utf8(text, after);
    const bool goes_on = is_mark(c) || last == 0x200D || (flag_open && is_regional(c)) ||
                         (is_joiner(last) && is_letter_of_complex_script(c)) ||
                         (is_leading_jamo(last) && is_leading_jamo(c));
    if (!goes_on) break;
    flag_open = false;
    last = c;
    offset = after;
  }
  return offset;
}

std::vector<std::size_t> grapheme_ends(std::string_view text) {
  std::vector<std::size_t> ends;
  for (std::size_t offset = 0; offset < text.size();) {
    offset = next_grapheme(text, offset);
    ends.push_back(offset);
  }
  return ends;
}

}  // namespace leadlight::ui
