#include "ui/item.h"

namespace leadlight::ui {

void panel(Ui& ui, Rect rect, float radius) {
  fill_rect(rect, ui.colours.panel, radius);
  stroke_rect(rect, ui.colours.line, radius);
}

// Soft by layers: each a little larger and as faint as the one before.
void card_shadow(Ui& ui, Rect rect, float radius) {
  constexpr int kLayers = 7;
  for (int i = kLayers; i > 0; --i) {
    const auto step = static_cast<float>(i);
    const float spread = step * 1.6F - 1;  // the faint edge reaches far, the dark core stays under
    const Rect layer{rect.x - spread, rect.y - spread + 3, rect.w + 2 * spread,
                     rect.h + 2 * spread};
    paint().AddRectFilled(layer.min(), layer.max(), faded(ui.colours.shadow, 0.11F),
                          radius + spread);
  }
}

void hairline(Ui& ui, Rect rect) { fill_rect(rect, ui.colours.line); }

void fill(Ui&, Rect rect, ImU32 colour, float radius) { fill_rect(rect, colour, radius); }

}  // namespace leadlight::ui
