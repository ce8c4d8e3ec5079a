// Puts glyphs on the device's pixels. Dear ImGui's own AddText starts every text at a whole CSS
// pixel, which is between two device pixels on fractional scales. Letters inside a text keep their
// true distances (the font loader draws them finely enough); pictures must meet the pixels each.
#include "base/text.h"
#include "ui/item.h"
#include "ui/shaping.h"

namespace leadlight::ui {

namespace {

// Loading a glyph may grow the atlas into a new texture; all of a text's glyphs must be in one.
void load_glyphs(ImFontBaked& baked, std::string_view text) {
  for (std::size_t at = 0; at < text.size();) baked.FindGlyph(decode_utf8(text, at));
}

void put(ImDrawList& list, const ImFontGlyph& glyph, float x, float y, ImU32 colour) {
  if (!glyph.Visible) return;
  const ImVec2 min{x + glyph.X0, y + glyph.Y0};
  const ImVec2 max{x + glyph.X1, y + glyph.Y1};
  if (max.x < list.GetClipRectMin().x || min.x > list.GetClipRectMax().x) return;
  list.PrimReserve(6, 4);
  list.PrimRectUV(min, max, {glyph.U0, glyph.V0}, {glyph.U1, glyph.V1},
                  glyph.Colored ? colour | ~IM_COL32_A_MASK : colour);
}

}  // namespace

void draw_text(const Ui& ui, ImVec2 at, std::string_view text, const TextStyle& style,
               ImU32 colour) {
  if (text.empty() || (colour & IM_COL32_A_MASK) == 0) return;
  ImDrawList& list = paint();
  if (at.y > list.GetClipRectMax().y || at.y + style.line * 2 < list.GetClipRectMin().y) return;
  static std::string buffer;
  const std::string_view drawn = shaped(text, buffer);
  ImFontBaked& baked = *ui.fonts.of(style.weight)->GetFontBaked(style.size);
  load_glyphs(baked, drawn);
  const float top = snapped(at.y);
  float x = snapped(at.x);
  for (std::size_t i = 0; i < drawn.size();) {
    const ImFontGlyph& glyph = *baked.FindGlyph(decode_utf8(drawn, i));
    put(list, glyph, glyph.Colored ? snapped(x) : x, top, colour);
    x += glyph.AdvanceX;
  }
}

void draw_glyph(const Ui& ui, ImVec2 at, char32_t code_point, float size, ImU32 colour) {
  ImFontBaked& baked = *ui.fonts.of(Weight::k400)->GetFontBaked(size);
  put(paint(), *baked.FindGlyph(code_point), snapped(at.x), snapped(at.y), colour);
}

}  // namespace leadlight::ui
