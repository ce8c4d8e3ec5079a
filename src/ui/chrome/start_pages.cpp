#include <array>

#include "ui/chrome/chrome.h"
#include "ui/item.h"
#include "ui/words.h"

namespace leadlight::ui {

// Grey shapes where rows will be. They stand still: loading is short, and nobody should watch it.
void draw_loading(Ui& ui, Rect area) {
  const Scope scope(ui, "loading", a11y::Role::kStatus, words::kLoading, area);
  const ImU32 shape = faded(ui.colours.ink3, 0.16F);
  Rect rows = area.inset(ui.phone() ? 16 : 24, 24);
  rows.w = std::min(rows.w, 640.0F);
  text_line(ui, rows.cut_top(20, 20), words::kLoading, kText, ui.colours.ink2, Align::kLeft,
            Voice::kSilent);
  constexpr std::array kWidths{0.52F, 0.44F, 0.6F, 0.38F, 0.5F, 0.46F};
  for (const float width : kWidths) {
    Rect row = rows.cut_top(40, 24);
    if (row.h < 40) break;
    fill_rect(row.cut_left(40, 16), shape, 10);
    fill_rect({row.x, row.y + 3, row.w * width, 12}, shape, 6);
    fill_rect({row.x, row.y + 24, row.w * width * 0.7F, 10}, shape, 5);
  }
}

void draw_start_error(Ui& ui, Rect area) {
  const std::string text = ui.state.start_error + "\n" + std::string(words::kNothingChanged);
  empty_state(ui, "start-error", area, Icon::kAlert, words::kCannotStart, text, {});
}

}  // namespace leadlight::ui
