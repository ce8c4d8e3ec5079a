// Where a text may be cut: user-perceived characters, close enough to UAX #29 for names and notes
// of any script. A combining mark, a ZWJ sequence, a skin tone, a flag, a conjunct are one with
// what they follow.
#pragma once
#include <cstddef>
#include <string_view>
#include <vector>

namespace leadlight::ui {

// The byte offset behind the grapheme that starts at `offset` (which must be < text.size()).
std::size_t next_grapheme(std::string_view text, std::size_t offset);
// The offsets behind each grapheme, in order; the last is text.size().
std::vector<std::size_t> grapheme_ends(std::string_view text);

enum class Script : unsigned char {
  kPlain,    // glyph after glyph
  kRtl,      // Hebrew, Arabic, Syriac, Thaana, N'Ko
  kComplex,  // Indic, Thai, Lao, Tibetan, Myanmar, Khmer, conjoining Hangul letters
};
Script script_of(char32_t c);
bool is_mark(char32_t c);       // stands on or around what is before it
bool is_invisible(char32_t c);  // direction marks, joiners: nothing to draw on their own

}  // namespace leadlight::ui
