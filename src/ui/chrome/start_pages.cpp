#include <array>

#include "base/format.h"
#include "ui/chrome/chrome.h"
#include "ui/item.h"
#include "ui/views/words.h"
#include "ui/words.h"

namespace leadlight::ui {

namespace {

// Grey shapes where rows will be. They stand still: loading is short, and nobody should watch it.
void draw_shapes(Ui& ui, Rect rows) {
  const ImU32 shape = faded(ui.colours.ink3, 0.16F);
  constexpr std::array kWidths{0.52F, 0.44F, 0.6F, 0.38F, 0.5F, 0.46F};
  for (const float width : kWidths) {
    Rect row = rows.cut_top(40, 24);
    if (row.h < 40) break;
    fill_rect(row.cut_left(40, 16), shape, 10);
    fill_rect({row.x, row.y + 3, row.w * width, 12}, shape, 6);
    fill_rect({row.x, row.y + 24, row.w * width * 0.7F, 10}, shape, 5);
  }
}

Rect rows_in(const Ui& ui, Rect area) {
  Rect rows = area.inset(ui.phone() ? 16 : 24, 24);
  rows.w = std::min(rows.w, 640.0F);
  return rows;
}

}  // namespace

void draw_to_come(Ui& ui, Rect area) {
  if (ui.state.rest == app::State::Rest::kFailed) {
    constexpr std::array kWays{EmptyAction{"again", words::kTryAgain, true},
                               EmptyAction{"anew", words::kLoadAgain}};
    switch (empty_state(ui, "not-here", area, Icon::kAlert, words::kPartIsNotHere,
                        words::kWhatIsNotHere, kWays)) {
      case 0: ui.emit(app::BringRest{}); break;
      case 1: ui.emit(app::LoadAgain{}); break;
      default: break;
    }
    return;
  }
  const Scope scope(ui, "loading", a11y::Role::kStatus, words::kPartIsComing, area);
  Rect rows = rows_in(ui, area);
  rows.cut_top(text_block(ui, rows, words::kPartIsComing, kText, ui.colours.ink2, Voice::kSilent),
               20);
  draw_shapes(ui, rows);
}

void draw_loading(Ui& ui, Chrome& chrome, Rect area) {
  constexpr double kLongMs = 6000;
  if (chrome.opening_since_ms < 0) chrome.opening_since_ms = ui.time_ms;
  const double left_ms = chrome.opening_since_ms + kLongMs - ui.time_ms;
  const bool is_long = left_ms <= 0;
  if (!is_long) ui.wake_after(left_ms);
  const std::string_view text = is_long ? words::kStillLoading : words::kLoading;
  const Scope scope(ui, "loading", a11y::Role::kStatus, text, area);
  Rect rows = rows_in(ui, area);
  rows.cut_top(
      text_block(ui, rows, text, kText, is_long ? ui.colours.ink : ui.colours.ink2, Voice::kSilent),
      20);
  if (is_long &&
      button(ui, "again",
             rows.cut_top(ui.control_height(), 20).cut_left(button_width(ui, words::kLoadAgain)),
             words::kLoadAgain))
    ui.emit(app::LoadAgain{});
  draw_shapes(ui, rows);
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

// What had been saved and the copy does not have: it follows some seconds later.
std::string lacking_words(const app::State& state) {
  if (state.noted_at == 0) return " It may lack what was changed in the last seconds before.";
  if (state.copy_lacks == 0) return {};
  const int offset = state.local_offset_minutes;
  const bool today =
      words::local_day_start(state.noted_at, offset) == words::local_day_start(state.now, offset);
  return formatted(" It lacks the last {}, saved{} at {}.",
                   state.copy_lacks == 1 ? std::string("change")
                                         : words::counted(state.copy_lacks, "change", "changes"),
                   today ? std::string() : " on " + words::date(state.noted_at, offset),
                   words::clock(state.noted_at, offset));
}

// Going on is asked for twice; everything stays as it is all the while.
void draw_doubts(Ui& ui, Chrome& chrome, Rect area, std::string_view asked,
                 std::string_view meaning, std::string_view label) {
  const std::array ways{EmptyAction{"back", words::kBack, true}, EmptyAction{"sure", label}};
  const int used = empty_state(ui, "doubts", area, Icon::kAlert, asked, meaning, ways);
  if (used == 1) ui.emit(app::GoOnWithoutLost{});
  if (used >= 0) chrome.doubts = false;
}

// The browser can neither open nor clear the place: the way leads over a file.
void draw_refused(Ui& ui, Chrome& chrome, Rect area) {
  const bool saved = ui.state.copy_saved;
  const std::array ways{
      EmptyAction{"save", saved ? words::kSaveCopyAgain : words::kSaveCopy, !saved},
      EmptyAction{"restore", words::kTryAgain}, EmptyAction{"go-on", words::kGoOnWithoutIt}};
  switch (empty_state(ui, "refused", area, saved ? Icon::kDownload : Icon::kAlert,
                      saved ? words::kCopySaved : words::kRestoreRefused,
                      saved ? words::kAfterCopySaved : words::kWhatRefusingMeans, ways)) {
    case 0: ui.emit(app::ExportSnapshot{}); break;
    case 1: ui.emit(app::RestoreLost{}); break;
    case 2: chrome.doubts = true; break;
    default: break;
  }
}

}  // namespace

void draw_lost(Ui& ui, Chrome& chrome, Rect area) {
  if (chrome.doubts)
    return draw_doubts(ui, chrome, area, words::kGoOnWithoutItAsked, words::kWhatGoingOnMeans,
                       words::kGoOnWithoutIt);
  const book::Lost& lost = *ui.state.lost;
  constexpr std::array kWays{EmptyAction{"restore", words::kRestore, true},
                             EmptyAction{"save", words::kSaveCopyFirst},
                             EmptyAction{"go-on", words::kGoOnWithoutIt}};
  const std::string_view title = lost.unopened ? words::kCannotStart
                                 : lost.all    ? words::kBookIsGone
                                               : words::kPartIsGone;
  const std::string text = formatted(
      "{} The second copy on this device still holds {}.{} “{}” writes it back. Nothing is "
      "changed until you choose.",
      lost.unopened ? words::kFirstDamaged : words::kFirstLost, held_words(ui.state),
      lacking_words(ui.state), words::kRestore);
  if (ui.state.restoring) {
    empty_state(ui, "restoring", area, Icon::kRefresh, words::kRestoring, text, {});
    return;
  }
  if (lost.unopened && ui.state.restore_failed) return draw_refused(ui, chrome, area);
  switch (empty_state(ui, "lost", area, Icon::kAlert, title, text, kWays)) {
    case 0: ui.emit(app::RestoreLost{}); break;
    case 1: ui.emit(app::ExportSnapshot{}); break;
    case 2: chrome.doubts = true; break;
    default: break;
  }
}

void draw_missing(Ui& ui, Chrome& chrome, Rect area) {
  if (chrome.doubts)
    return draw_doubts(ui, chrome, area, words::kGoOnWithThisAsked,
                       words::kWhatGoingOnWithThisMeans, words::kGoOnWithThis);
  const app::State& state = ui.state;
  const std::size_t here = state.model->leads().alive_count();
  const UtcMs at = state.missing->saved_at;
  const int offset = state.local_offset_minutes;
  const std::string text = formatted(
      "It had a book of {}, last saved on {} at {}. {} now: the site's data was cleared, or the "
      "browser's files are damaged.{} Import a backup or a colleague's snapshot to have it back.",
      words::counted(state.missing->leads, "lead", "leads"), words::date(at, offset),
      words::clock(at, offset),
      here == 0 ? std::string("Nothing is here")
                : formatted("Only {}", words::counted(here, "lead is here", "leads are here")),
      state.last_backup_at == 0 ? std::string() : formatted(" {}.", backup_text(state)));
  constexpr std::array kWays{EmptyAction{"import", words::kImportBackup, true},
                             EmptyAction{"again", words::kLoadAgain},
                             EmptyAction{"go-on", words::kGoOnWithThis}};
  switch (empty_state(ui, "missing", area, Icon::kAlert,
                      here == 0 ? words::kMissingAll : words::kMissingMost, text, kWays)) {
    case 0: ui.emit(app::PickFile{}); break;
    case 1: ui.emit(app::LoadAgain{}); break;
    case 2: chrome.doubts = true; break;
    default: break;
  }
}

}  // namespace leadlight::ui
