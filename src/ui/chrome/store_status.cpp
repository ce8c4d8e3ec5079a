
#include "base/format.h"
#include "ui/chrome/chrome.h"
#include "ui/item.h"
#include "ui/views/words.h"
#include "ui/words.h"

namespace leadlight::ui {

namespace {

struct Status {
  std::string_view word, rest;
  ImU32 colour;
  Icon icon = Icon::kRefresh;
};

Status status_of(const Ui& ui) {
  if (ui.state.safety == book::Safety::kSaved && ui.state.holds_erased)
    return {words::kErasing, {}, ui.colours.ink2};
  switch (ui.state.safety) {
    case book::Safety::kLoading: return {words::kLoading, {}, ui.colours.ink3};
    case book::Safety::kSaved:
      return {words::kSaved, words::kOnThisDevice, ui.colours.good, Icon::kCheck};
    case book::Safety::kSaving: return {words::kSaving, {}, ui.colours.ink2};
    case book::Safety::kNotSaved: return {words::kNotSaved, {}, ui.colours.bad, Icon::kAlert};
  }
  return {};
}

// Filled when all is well, a ring while it is not: not by colour alone.
void draw_dot(ImVec2 centre, const Status& status) {
  constexpr float kRadius = 4.5F;
  if (status.word == words::kSaved)
    paint().AddCircleFilled(centre, kRadius, status.colour);
  else
    paint().AddCircle(centre, kRadius - 1, status.colour, 0, 2);
}

void draw_way_out(Ui& ui, Rect area) {
  Rect row = area.cut_top(20);
  const float width = text_width(ui, words::kExportNow, kSmallStrong) + 2;
  if (link(ui, "export-now", row.cut_left(width, 12), words::kExportNow, kSmallStrong)) {
    ui.emit(app::ExportSnapshot{});
  }
  if (link(ui, "retry-save", row, words::kTryAgain, kSmallStrong)) ui.emit(app::RetrySave{});
}

}  // namespace

std::string backup_text(const app::State& state) {
  if (state.backup.due && state.last_backup_at == 0) return "A backup is due";
  if (state.last_backup_at == 0) return std::string(words::kNoBackup);
  const UtcMs today = words::local_day_start(state.now, state.local_offset_minutes);
  const auto days =
      state.last_backup_at >= today ? 0 : (today - state.last_backup_at - 1) / kDayMs + 1;
  if (days == 1) return "Last backup yesterday";
  if (days > 1) return formatted("Last backup {} days ago", days);
  const app::Backup& backup = state.backup;
  if (!backup.changed) return "Backed up today";
  return backup.changes == 0
             ? "Changed since the backup"
             : formatted("Backup lacks {}", words::counted(backup.changes, "change", "changes"));
}

void draw_store_icon(Ui& ui, Rect area) {
  const Status status = status_of(ui);
  const std::string name = std::string(status.word).append(status.rest);
  const Scope scope(ui, "store", a11y::Role::kStatus, name, area);
  icon(ui, area, status.icon, 18, status.colour);
}

void draw_store_status(Ui& ui, Rect area) {
  const Status status = status_of(ui);
  const bool narrow = area.w < 120;
  const bool failed = ui.state.safety == book::Safety::kNotSaved;
  const std::string backup = backup_text(ui.state);
  std::string name = std::string(status.word).append(status.rest);
  const Scope scope(ui, "store", a11y::Role::kStatus, name, area);
  if (narrow) {
    Rect both = area.centred(area.w, 36);
    tooltip(ui, both, name + ". " + backup);
    icon(ui, both.cut_top(20), status.icon, 16, status.colour);
    text_line(ui, both, status.word, {11, 16, Weight::k500}, status.colour, Align::kCentre,
              Voice::kSilent);
    return;
  }
  Rect line = area.cut_top(18).inset(10, 0);
  if (failed) area.x += 10;
  draw_dot({line.x + 5, line.y + 9}, status);
  line.cut_left(14);
  const float width =
      text_line(ui, line, status.word, kSmallStrong, status.colour, Align::kLeft, Voice::kSilent);
  line.cut_left(width);
  text_line(ui, line, status.rest, kSmall, ui.colours.ink2, Align::kLeft, Voice::kSilent);
  if (failed) {
    draw_way_out(ui, area);
    tooltip(ui, line, ui.state.safety_error.sentence());
  } else if (Rect under = area.cut_top(18).inset(10, 0); ui.state.backup.due) {
    if (link(ui, "backup-due", under, backup, kSmall)) ui.emit(app::GoTo{app::Place::kShare});
  } else {
    text_line(ui, under, backup, kSmall, ui.colours.ink2);
  }
}

}  // namespace leadlight::ui
