#include "platform/web/fonts.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <vector>

#include "base/text.h"
#include "imgui.h"
#include "imgui_internal.h"
#include "misc/freetype/imgui_freetype.h"
#include "platform/web/icon_paths.h"
#include "ui/icons.h"
#include "ui/shaping.h"

extern "C" {
void leadlight_glyphs_metrics(float size, int weight, float* ascent_descent);
double leadlight_glyphs_advance(const char* text, std::size_t length, float size, int weight);
void leadlight_glyphs_draw(const char* text, std::size_t length, float size, int weight,
                           float scale_x, float scale_y, int margin, void* out);
void leadlight_glyphs_draw_icon(const char* path, std::size_t length, float size, float stroke,
                                float scale, int pixels);
void leadlight_glyphs_take(unsigned char* out, bool coloured);
}

namespace leadlight::web {

namespace {

static_assert(kIconPaths.size() == ui::kIconCount);
constexpr int kOversampling = 3;
constexpr float kFineDensity = 2.5F;  // from here on single pixels are too small to see
constexpr float kWideRun = 300;       // CSS pixels; a long run is drawn once a pixel
constexpr std::array<int, 4> kWeights = {400, 500, 600, 700};

// As filled in by leadlight_glyphs_draw.
struct Drawn {
  float left = 0, top = 0, width = 0, height = 0, coloured = 0, advance = 0;
};

int weight_of(const ImFontConfig* source) { return static_cast<int>(source->FontNo); }

bool is_icon(ImWchar code) { return code >= ui::kFirstIcon && code < ui::kFirstRun; }

// What to draw: a whole run of letters, or the one that it is.
std::string text_of(ImWchar code) {
  std::string text(ui::run_text(static_cast<char32_t>(code)));
  if (!text.empty()) return text;
  append_utf8(text, static_cast<char32_t>(code));
  return text;
}

bool contains(ImFontAtlas*, ImFontConfig*, ImWchar code) {
  const bool control = code < 0x20 || (code >= 0x7F && code < 0xA0);
  return !control && !(code >= 0xD800 && code < 0xE000) && code <= 0x10FFFF;
}

// Where CSS puts the base line in a line as high as the font size, whole CSS pixels and half ones
// upwards; so the text of the page's real field stands just where ours did. Then on a whole pixel
// of the screen.
bool init_baked(ImFontAtlas*, ImFontConfig* source, ImFontBaked* baked, void*) {
  std::array<float, 2> metrics{};
  leadlight_glyphs_metrics(baked->Size, weight_of(source), metrics.data());
  const float above = std::round(metrics[0]);
  const float below = std::round(metrics[1]);
  const float ascent = std::floor((baked->Size - above - below) / 2) + above;
  baked->Ascent = std::round(ascent * baked->RasterizerDensity) / baked->RasterizerDensity;
  baked->Descent = baked->Ascent - baked->Size;
  return true;
}

// Averages over one pixel, which is kOversampling texels wide.
void filter_rows(std::vector<unsigned char>& coverage, int width, int height) {
  std::vector<unsigned char> row(static_cast<std::size_t>(width));
  for (int y = 0; y < height; ++y) {
    unsigned char* const texels = coverage.data() + static_cast<std::ptrdiff_t>(y) * width;
    std::copy(texels, texels + width, row.begin());
    for (int x = 0; x < width; ++x) {
      const auto at = static_cast<std::size_t>(x);
      const int before = x > 0 ? row[at - 1] : 0;
      const int after = x + 1 < width ? row[at + 1] : 0;
      texels[x] = static_cast<unsigned char>((before + row[at] + after + 1) / kOversampling);
    }
  }
}

// Offset of a pixel's four bytes.
std::size_t pixel_at(int x, int y, int width) {
  return 4 * (static_cast<std::size_t>(y) * static_cast<std::size_t>(width) +
              static_cast<std::size_t>(x));
}

// Blends between texels must not take up the black of blank ones: they get a neighbour's colour.
void spread_colour(std::vector<unsigned char>& pixels, int width, int height) {
  const std::vector<unsigned char> source = pixels;
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x) {
      const std::size_t at = pixel_at(x, y, width);
      if (source[at + 3] != 0) continue;
      for (const auto& [dx, dy] : {std::pair{-1, 0}, {1, 0}, {0, -1}, {0, 1}}) {
        if (x + dx < 0 || x + dx >= width || y + dy < 0 || y + dy >= height) continue;
        const std::size_t from = pixel_at(x + dx, y + dy, width);
        if (source[from + 3] == 0) continue;
        std::copy_n(source.begin() + static_cast<std::ptrdiff_t>(from), 3,
                    pixels.begin() + static_cast<std::ptrdiff_t>(at));
        break;
      }
    }
  }
}

struct Bitmap {
  int width = 0, height = 0;
  std::vector<unsigned char> pixels;
  bool coloured = false;
};

// Puts the bitmap into the atlas; `x`, `y` in CSS pixels from the line's top left corner.
bool place(ImFontAtlas* atlas, ImFontConfig* source, ImFontBaked* baked, ImFontGlyph* glyph,
           const Bitmap& bitmap, ImVec2 at, ImVec2 scale) {
  const ImFontAtlasRectId id = ImFontAtlasPackAddRect(atlas, bitmap.width, bitmap.height);
  if (id == ImFontAtlasRectId_Invalid) return false;
  ImTextureRect* const rect = ImFontAtlasPackGetRect(atlas, id);
  glyph->X0 = at.x;
  glyph->Y0 = at.y;
  glyph->X1 = at.x + static_cast<float>(bitmap.width) / scale.x;
  glyph->Y1 = at.y + static_cast<float>(bitmap.height) / scale.y;
  glyph->Visible = true;
  glyph->Colored = bitmap.coloured;
  glyph->PackId = id;
  ImFontAtlasBakedSetFontGlyphBitmap(
      atlas, baked, source, glyph, rect, bitmap.pixels.data(),
      bitmap.coloured ? ImTextureFormat_RGBA32 : ImTextureFormat_Alpha8,
      bitmap.width * (bitmap.coloured ? 4 : 1));
  return true;
}

bool load_icon(ImFontAtlas* atlas, ImFontConfig* source, ImFontBaked* baked, ImWchar code,
               ImFontGlyph* glyph) {
  const auto index = static_cast<std::size_t>(code - ui::kFirstIcon);
  if (index >= kIconPaths.size()) return false;
  const std::string_view path = kIconPaths[index];
  if (path.empty()) return true;
  const float density = baked->RasterizerDensity;
  const int side = static_cast<int>(std::ceil(baked->Size * density)) + 2;
  const float stroke = weight_of(source) >= 600 ? 2.0F : 1.75F;
  leadlight_glyphs_draw_icon(path.data(), path.size(), baked->Size, stroke, density, side);
  Bitmap bitmap{side, side, std::vector<unsigned char>(static_cast<std::size_t>(side * side)),
                false};
  leadlight_glyphs_take(bitmap.pixels.data(), false);
  return place(atlas, source, baked, glyph, bitmap, {-1 / density, -1 / density},
               {density, density});
}

bool load_text(ImFontAtlas* atlas, ImFontConfig* source, ImFontBaked* baked,
               const std::string& text, ImFontGlyph* glyph) {
  const float density = baked->RasterizerDensity;
  const int weight = weight_of(source);
  int across = density < kFineDensity ? kOversampling : 1;
  if (across > 1 && text.size() > 4 &&
      leadlight_glyphs_advance(text.data(), text.size(), baked->Size, weight) > kWideRun) {
    across = 1;
  }
  Drawn drawn;
  const auto draw = [&] {
    leadlight_glyphs_draw(text.data(), text.size(), baked->Size, weight,
                          density * static_cast<float>(across), density, across, &drawn);
  };
  draw();
  if (drawn.coloured != 0 && across > 1) {
    across = 1;
    draw();
  }
  glyph->AdvanceX = drawn.advance;
  if (drawn.width <= 0) return true;

  Bitmap bitmap{
      static_cast<int>(drawn.width), static_cast<int>(drawn.height), {}, drawn.coloured != 0};
  bitmap.pixels.resize(static_cast<std::size_t>(bitmap.width) *
                       static_cast<std::size_t>(bitmap.height) * (bitmap.coloured ? 4U : 1U));
  leadlight_glyphs_take(bitmap.pixels.data(), bitmap.coloured);
  if (bitmap.coloured) spread_colour(bitmap.pixels, bitmap.width, bitmap.height);
  if (across > 1) filter_rows(bitmap.pixels, bitmap.width, bitmap.height);
  const ImVec2 scale{density * static_cast<float>(across), density};
  return place(atlas, source, baked, glyph, bitmap,
               {drawn.left / scale.x, drawn.top / scale.y + baked->Ascent}, scale);
}

// Called with either a glyph to fill in, or, for measuring only, an advance.
bool load_glyph(ImFontAtlas* atlas, ImFontConfig* source, ImFontBaked* baked, void*, ImWchar code,
                ImFontGlyph* glyph, float* advance) {
  if (!contains(atlas, source, code)) return false;
  if (is_icon(code)) {
    if (advance != nullptr) return *advance = baked->Size, true;
    glyph->Codepoint = code;
    glyph->AdvanceX = baked->Size;
    return load_icon(atlas, source, baked, code, glyph);
  }
  const std::string text = text_of(code);
  if (advance != nullptr) {
    *advance = static_cast<float>(
        leadlight_glyphs_advance(text.data(), text.size(), baked->Size, weight_of(source)));
    return true;
  }
  glyph->Codepoint = code;
  return load_text(atlas, source, baked, text, glyph);
}

}  // namespace

ui::Fonts make_fonts() {
  ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
  atlas.Flags |= ImFontAtlasFlags_NoMouseCursors;
  ui::Fonts fonts;
  for (std::size_t i = 0; i < kWeights.size(); ++i) {
    ImFontConfig config;
    config.FontLoader = ImGuiFreeType::GetFontLoader();
    config.FontNo = static_cast<ImU32>(kWeights[i]);
    config.SizePixels = 14;
    config.EllipsisChar = 0x2026;
    fonts.by_weight[i] = atlas.AddFont(&config);
  }
  return fonts;
}

void use_density(const ui::Fonts& fonts, float density) {
  for (ImFont* font : fonts.by_weight) font->CurrentRasterizerDensity = density;
}

}  // namespace leadlight::web

// What Dear ImGui draws text with: in place of FreeType, the browser.
const ImFontLoader* ImGuiFreeType::GetFontLoader() {
  using namespace leadlight::web;
  static ImFontLoader loader;
  loader.Name = "browser";
  loader.FontSrcContainsGlyph = contains;
  loader.FontBakedInit = init_baked;
  loader.FontBakedLoadGlyph = load_glyph;
  return &loader;
}
