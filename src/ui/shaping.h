// Text as the fonts can draw it. Dear ImGui lays out one glyph after the other, left to right;
// scripts that need more (joined, stacked or right-to-left letters, emoji sequences, letters with
// combining marks) are handed to the platform as whole runs: each becomes one private code point,
// which the font loader rasterises as one glyph with the device's own shaping.
#pragma once
#include <string>
#include <string_view>

namespace leadlight::ui {

// `text` itself when nothing needs shaping (most of the time), else `buffer` with runs replaced,
// words of right-to-left scripts in the order to be seen. Control characters become blanks; code
// points that we use for ourselves become U+FFFD.
std::string_view shaped(std::string_view text, std::string& buffer);

// The registry of runs, for the life of the program. A code point is given once and never again.
char32_t run_code_point(std::string_view run);   // 0 when all are taken
std::string_view run_text(char32_t code_point);  // empty if it is no run
bool is_run(char32_t code_point);

}  // namespace leadlight::ui
