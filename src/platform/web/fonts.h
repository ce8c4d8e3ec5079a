// Fonts without font files: one ImFont a weight, whose glyphs the browser draws
// (web/lib/glyphs.js).
//
// A glyph is drawn at the density of the screen and, where pixels are coarse, at three times that
// density across and filtered back over one pixel: so letters keep their true distances and stay
// sharp at any fraction of a pixel. Sizes are CSS font sizes; a line of `size` pixels is centred on
// the face's own height, so text stands where CSS would put it in a box of any line height.
#pragma once
#include "ui/theme.h"

namespace leadlight::web {

ui::Fonts make_fonts();  // in ImGui's present context
// Device pixels for a CSS pixel, each frame, since ImGui tells only fonts that were pushed.
void use_density(const ui::Fonts& fonts, float density);

}  // namespace leadlight::web
