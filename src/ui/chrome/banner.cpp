// Above the place, in every layout: what keeps the person's work from being kept. It stays until it
// is mended, since nobody may learn of it by closing the page.
#include <array>

#include "app/words.h"
#include "ui/chrome/chrome.h"
#include "ui/item.h"
#include "ui/words.h"

namespace leadlight::ui {

namespace {

constexpr float kButtonHeight = 32;

void draw_ways_out(Ui& ui, Rect row, float export_width, float again_width) {
  if (button(ui, "export-now", row.cut_left(export_width, 8), words::kExportNow))
    ui.emit(app::ExportSnapshot{});
  if (button(ui, "retry-save", row.cut_left(again_width), words::kTryAgain))
    ui.emit(app::RetrySave{});
}

}  // namespace

float draw_banner(Ui& ui, Rect area) {
  const app::State& state = ui.state;
  const bool not_saved = state.safety == book::Safety::kNotSaved;
  if (!state.outdated && !not_saved) return 0;
  const std::string text =
      (state.outdated ? app::words::page_is_outdated() : state.safety_error).sentence();
  const bool phone = ui.phone();
  const bool ways_out = not_saved && !state.outdated;
  const float export_width = ways_out ? button_width(ui, words::kExportNow) : 0;
  const float again_width = ways_out ? button_width(ui, words::kTryAgain) : 0;
  const float buttons = ways_out ? export_width + again_width + 8 : 0;
  const float side = phone ? 16.0F : 24.0F;
  const float beside = phone ? 0 : buttons + 16;
  const float words_width = area.w - 2 * side - 28 - beside;
  const float words_height = text_height(ui, words_width, text, kText);
  const float height = 12 +
                       (phone ? words_height + (ways_out ? 8 + kButtonHeight : 0)
                              : std::max(words_height, ways_out ? kButtonHeight : 0)) +
                       12;
  const Rect bar{area.x, area.y, area.w, height};
  const Scope alert(ui, "banner", a11y::Role::kAlert, text, bar);
  fill_rect(bar, ui.colours.bad_ground);
  Rect inner = bar.inset(side, 12);
  Rect at{inner.x + 28, inner.bottom() - kButtonHeight, buttons, kButtonHeight};
  if (!phone) at = inner.cut_right(buttons, 16).centred(buttons, kButtonHeight);
  Rect line = inner.cut_top(phone ? words_height : inner.h);
  icon(ui, line.cut_left(18, 10), Icon::kAlert, 18, ui.colours.bad);
  draw_block(ui, line.centred(line.w, words_height), text, kText, ui.colours.bad, Align::kLeft);
  if (ways_out) draw_ways_out(ui, at, export_width, again_width);
  return height;
}

}  // namespace leadlight::ui
