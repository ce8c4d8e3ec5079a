#include <array>

#include "base/format.h"
#include "ui/chrome/chrome.h"
#include "ui/item.h"
#include "ui/views/words.h"
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

namespace {

std::string held_words(const app::State& state) {
  const book::Lost& lost = *state.lost;
  if (lost.operations == 0) return "parts that a newer version of Leadlight wrote";
  std::string held = words::counted(lost.operations, "change", "changes");
  if (lost.leads > 0) held = words::counted(lost.leads, "lead", "leads") + " and " + held;
  const std::string age = words::ago(lost.last_change, state.now);
  return held + (age == "now" ? ", the last just now" : formatted(", the last {} ago", age));
}

// Going on is asked for twice; both copies stay as they are all the while.
void draw_doubts(Ui& ui, Chrome& chrome, Rect area) {
  constexpr std::array kWays{EmptyAction{"back", words::kBack, true},
                             EmptyAction{"sure", words::kGoOnWithoutIt}};
  const int used = empty_state(ui, "doubts", area, Icon::kAlert, words::kGoOnWithoutItAsked,
                               words::kWhatGoingOnMeans, kWays);
  if (used == 1) ui.emit(app::GoOnWithoutLost{});
  if (used >= 0) chrome.doubts = false;
}

}  // namespace

void draw_lost(Ui& ui, Chrome& chrome, Rect area) {
  if (chrome.doubts) return draw_doubts(ui, chrome, area);
  const book::Lost& lost = *ui.state.lost;
  constexpr std::array kWays{EmptyAction{"restore", words::kRestore, true},
                             EmptyAction{"save", words::kSaveCopyFirst},
                             EmptyAction{"go-on", words::kGoOnWithoutIt}};
  const std::string_view title = lost.unopened ? words::kCannotStart
                                 : lost.all    ? words::kBookIsGone
                                               : words::kPartIsGone;
  const std::string text = formatted(
      "{} The second copy on this device still holds {}. “{}” writes it back. Nothing is "
      "changed until you choose.",
      lost.unopened ? words::kFirstDamaged : words::kFirstLost, held_words(ui.state),
      words::kRestore);
  if (ui.state.restoring) {
    empty_state(ui, "restoring", area, Icon::kRefresh, words::kRestoring, text, {});
    return;
  }
  switch (empty_state(ui, "lost", area, Icon::kAlert, title, text, kWays)) {
    case 0: ui.emit(app::RestoreLost{}); break;
    case 1: ui.emit(app::ExportSnapshot{}); break;
    case 2: chrome.doubts = true; break;
    default: break;
  }
}

}  // namespace leadlight::ui
