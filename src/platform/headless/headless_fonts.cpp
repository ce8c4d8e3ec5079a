// Letters of known widths, drawn as boxes: tests can reckon with them.
#include "platform/headless/headless_fonts.h"
#include "base/text.h"
#include "imgui.h"
#include "imgui_internal.h"
#include "misc/freetype/imgui_freetype.h"
#include "ui/icons.h"
#include "ui/shaping.h"

namespace leadlight::headless {

namespace {

bool is_wide(char32_t c) {
  return (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0xA4CF) ||
         (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0xF900 && c <= 0xFAFF) ||
         (c >= 0xFF00 && c <= 0xFF60) || c >= 0x1F000;
}

float width_in_ems(char32_t c) {
  if (const std::string_view run = ui::run_text(c); !run.empty()) {
    float width = 0;
    for (std::size_t at = 0; at < run.size();)
      width += decode_utf8(run, at) >= 0x1F000 ? 0.25F : 0.5F;
    return width;
  }
  if (c >= ui::kFirstIcon && c < ui::kFirstRun) return 1;
  return is_wide(c) ? 1.0F : 0.5F;
}

bool contains(ImFontAtlas*, ImFontConfig*, ImWchar c) { return c >= 0x20; }

bool init_baked(ImFontAtlas*, ImFontConfig*, ImFontBaked* baked, void*) {
  baked->Ascent = baked->Size * 0.8F;
  baked->Descent = baked->Ascent - baked->Size;
  return true;
}

// A white box in the atlas: enough for draw lists to be as they are in the page.
bool load_glyph(ImFontAtlas* atlas, ImFontConfig* source, ImFontBaked* baked, void*, ImWchar c,
                ImFontGlyph* glyph, float* advance) {
  const float width = width_in_ems(c) * baked->Size;
  if (advance != nullptr) {
    *advance = width;
    return true;
  }
  glyph->Codepoint = c;
  glyph->AdvanceX = width;
  if (c == ' ') return true;
  const ImFontAtlasRectId id = ImFontAtlasPackAddRect(atlas, 4, 4);
  if (id == ImFontAtlasRectId_Invalid) return false;
  ImTextureRect* const rect = ImFontAtlasPackGetRect(atlas, id);
  glyph->X0 = 0.5F;
  glyph->X1 = width - 0.5F;
  glyph->Y0 = baked->Size * 0.1F;
  glyph->Y1 = baked->Size * 0.8F;
  glyph->Visible = true;
  glyph->PackId = id;
  constexpr unsigned char kWhite[16] = {255, 255, 255, 255, 255, 255, 255, 255,
                                        255, 255, 255, 255, 255, 255, 255, 255};
  ImFontAtlasBakedSetFontGlyphBitmap(atlas, baked, source, glyph, rect, kWhite,
                                     ImTextureFormat_Alpha8, 4);
  return true;
}

}  // namespace

ui::Fonts make_headless_fonts() {
  ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
  ui::Fonts fonts;
  for (ImFont*& font : fonts.by_weight) {
    ImFontConfig config;
    config.FontLoader = ImGuiFreeType::GetFontLoader();
    config.SizePixels = 14;
    font = atlas.AddFont(&config);
  }
  return fonts;
}

}  // namespace leadlight::headless

// What Dear ImGui draws text with: in place of FreeType, boxes.
const ImFontLoader* ImGuiFreeType::GetFontLoader() {
  using namespace leadlight::headless;
  static ImFontLoader loader;
  loader.Name = "headless";
  loader.FontSrcContainsGlyph = contains;
  loader.FontBakedInit = init_baked;
  loader.FontBakedLoadGlyph = load_glyph;
  return &loader;
}
