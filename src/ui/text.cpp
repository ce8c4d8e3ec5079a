#include <algorithm>
#include <string>

#include "base/text.h"
#include "ui/graphemes.h"
#include "ui/item.h"

namespace leadlight::ui {

namespace {

// Where a line of this style starts so that it stands in the middle of `rect`.
float centred_top(Rect rect, const TextStyle& style) { return rect.y + (rect.h - style.size) / 2; }

// What is read from the right ends at the left.
std::string cut_short(std::string_view text) {
  bool any = false, other = false;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = decode_utf8(text, at);
    const bool rtl = script_of(c) == Script::kRtl;
    any = any || rtl;
    other = other || (!rtl && c >= 'A');
  }
  const bool from_right = any && !other;
  return from_right ? std::string(kEllipsis).append(text) : std::string(text).append(kEllipsis);
}

void speak(Ui& ui, Rect rect, std::string_view text, a11y::Role role, Voice voice) {
  if (voice == Voice::kSpoken && !text.empty()) add_node(ui, next_text_id(ui), role, text, rect);
}

}  // namespace

float text_width(const Ui& ui, std::string_view text, const TextStyle& style) {
  return ui.internals.measure.width(ui.fonts, text, style);
}

float text_line(Ui& ui, Rect rect, std::string_view text, const TextStyle& style, ImU32 colour,
                Align align, Voice voice) {
  speak(ui, rect, text, a11y::Role::kText, voice);
  if (text.empty() || rect.w <= 0) return 0;
  std::string cut;
  std::string_view shown = text;
  const std::size_t kept = ui.internals.measure.cut(ui.fonts, text, style, rect.w);
  if (kept < text.size()) {
    cut = cut_short(text.substr(0, kept));
    shown = cut;
    tooltip(ui, rect, text);  // the whole of it is a hover away
  }
  const float width = text_width(ui, shown, style);
  float x = rect.x;
  if (align == Align::kCentre) x += (rect.w - width) / 2;
  if (align == Align::kRight) x += rect.w - width;
  draw_text(ui, {x, centred_top(rect, style)}, shown, style, colour);
  return width;
}

float draw_block(Ui& ui, Rect rect, std::string_view text, const TextStyle& style, ImU32 colour,
                 Align align) {
  const auto& ends = ui.internals.measure.lines(ui.fonts, text, style, rect.w);
  Rect line{rect.x, rect.y, rect.w, style.line};
  std::size_t begin = 0;
  for (const std::size_t end : ends) {
    std::string_view words = text.substr(begin, end - begin);
    while (words.ends_with(' ') || words.ends_with('\n')) words.remove_suffix(1);
    const float free = align == Align::kLeft ? 0 : line.w - text_width(ui, words, style);
    const float x = line.x + (align == Align::kCentre ? free / 2 : free);
    draw_text(ui, {x, centred_top(line, style)}, words, style, colour);
    line.y += style.line;
    begin = end;
  }
  return line.y - rect.y;
}

float text_block(Ui& ui, Rect rect, std::string_view text, const TextStyle& style, ImU32 colour,
                 Voice voice) {
  if (text.empty()) return 0;
  speak(ui, {rect.x, rect.y, rect.w, text_height(ui, rect.w, text, style)}, text, a11y::Role::kText,
        voice);
  return draw_block(ui, rect, text, style, colour, Align::kLeft);
}

float text_height(const Ui& ui, float width, std::string_view text, const TextStyle& style) {
  if (text.empty()) return 0;
  const auto& ends = ui.internals.measure.lines(ui.fonts, text, style, width);
  return static_cast<float>(ends.size()) * style.line;
}

float text_lines(Ui& ui, Rect rect, std::string_view text, const TextStyle& style, ImU32 colour,
                 std::size_t most, Voice voice) {
  const std::vector<std::size_t> ends = ui.internals.measure.lines(ui.fonts, text, style, rect.w);
  if (ends.size() <= most) return text_block(ui, rect, text, style, colour, voice);
  const float height = static_cast<float>(most) * style.line;
  speak(ui, {rect.x, rect.y, rect.w, height}, text, a11y::Role::kText, voice);
  const std::size_t last = most < 2 ? 0 : ends[most - 2];
  draw_block(ui, rect, text.substr(0, last), style, colour, Align::kLeft);
  text_line(ui, {rect.x, rect.y + height - style.line, rect.w, style.line}, text.substr(last),
            style, colour, Align::kLeft, Voice::kSilent);
  return height;
}

void heading(Ui& ui, Rect rect, std::string_view text, int level, const TextStyle& style) {
  a11y::Node& node = add_node(ui, next_text_id(ui), a11y::Role::kHeading, text, rect);
  node.level = static_cast<std::uint8_t>(level);
  text_line(ui, rect, text, style, ui.colours.ink, Align::kLeft, Voice::kSilent);
}

void icon(Ui& ui, Rect rect, Icon which, float size, ImU32 colour) {
  if (which == Icon::kNone) return;
  draw_glyph(ui, {rect.x + (rect.w - size) / 2, rect.y + (rect.h - size) / 2}, code_point_of(which),
             size, colour);
}

}  // namespace leadlight::ui
