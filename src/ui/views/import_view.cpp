#include "ui/views/import_view.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

#include "app/state.h"
#include "base/format.h"
#include "ui/item.h"
#include "ui/views/lead_parts.h"
#include "ui/views/words.h"
#include "ui/views/words_of_import.h"

namespace leadlight::ui {

namespace {

constexpr float kMostWidth = 1040;

// "28 leads from 41 rows: 25 new, 2 changed, 1 in your book already; 13 rows repeat a lead of this
// file."
std::string counts_sentence(const Ui& ui, const app::ImportPlan& plan) {
  const std::size_t leads = plan.created + plan.updated + plan.skipped + plan.deleted;
  const std::size_t rows = leads + plan.repeated + plan.rejected.size();
  if (rows == 0) return import_words(ui, words::kNoRows);
  const bool all_new = plan.created == leads && leads > 0;
  std::string text = formatted(
      "{} from {}",
      words::counted(leads, all_new ? "new lead" : "lead", all_new ? "new leads" : "leads"),
      import_words(ui, words::counted(rows, "row", "rows")));
  std::string_view before = ": ";
  const auto put = [&](std::size_t count, std::string_view what) {
    if (count == 0 || all_new) return;
    text += formatted("{}{} {}", std::exchange(before, ", "), words::count(count), what);
  };
  put(plan.created, "new");
  put(plan.updated - plan.revived, "changed");
  put(plan.revived, plan.revived == 1 ? "comes back" : "come back");
  put(plan.deleted, "deleted here");
  put(plan.skipped, "in your book already");
  if (plan.repeated > 0)
    text += "; " + import_words(ui, words::counted(plan.repeated, "row repeats a lead of this file",
                                                   "rows repeat a lead of this file"));
  if (!plan.rejected.empty())
    text += "; " + import_words(ui, words::counted(plan.rejected.size(), "row can't be imported",
                                                   "rows can't be imported"));
  return text + ".";
}

std::string import_label(const app::ImportPlan& plan) {
  if (plan.empty()) return std::string(words::kNothingToImport);
  return formatted("Import {}", words::counted(plan.leads.size(), "lead", "leads"));
}

float draw_head(Ui& ui, ImportView& view, Rect area) {
  const app::ImportSession& session = *ui.state.import;
  heading(ui, {area.x, area.y, area.w, kTitle.line}, session.file_name, 2, kTitle);
  float y = kTitle.line + 4;
  const auto put = [&](std::string_view text) {
    y += text_block(ui, {area.x, area.y + y, area.w, 0}, text, kText, ui.colours.ink2);
  };
  const std::string counts = counts_sentence(ui, session.plan);
  put(counts);
  if (session.plan.empty() && session.plan.skipped > 0 && session.plan.deleted == 0 &&
      session.plan.rejected.empty())
    put(import_words(ui, words::kNothingNewText));
  if (session.plan.deleted + session.plan.revived > 0) {
    const std::string label = formatted("Bring back {} deleted here",
                                        words::counted(session.plan.deleted + session.plan.revived,
                                                       "lead that was", "leads that were"));
    const Rect box{area.x, area.y + y + 8, std::min(area.w, 480.0F), ui.control_height()};
    if (checkbox(ui, "take-deleted", box, label, session.take_deleted))
      ui.emit(app::TakeDeleted{!session.take_deleted});
    y += 8 + box.h;
  }
  if (view.said != counts) {
    view.said = counts;
    ui.announce(counts);
  }
  return y;
}

void commit(Ui& ui, const ImportView& view) {
  const app::ImportSession& session = *ui.state.import;
  // What is still being typed counts, too.
  if (view.source != session.source || view.event != session.event)
    ui.emit(app::SetImportOptions{view.source, view.event});
  ui.emit(app::CommitImport{});
}

void draw_csv(Ui& ui, ImportView& view, Rect area) {
  const app::ImportSession& session = *ui.state.import;
  const Rect footer = area.cut_bottom(import_footer_height(ui));
  {
    ScrollArea scroll(ui, "csv", area);
    Rect content = scroll.content().inset(ui.phone() ? 16 : 24, 0);
    content.w = std::min(content.w, kMostWidth);
    float y = ui.phone() ? 8.0F : 24.0F;
    const auto at = [&] { return Rect{content.x, content.y + y, content.w, 0}; };
    const auto put = [&](float used) {
      if (used > 0) y += used + 32;
    };
    put(draw_head(ui, view, at()));
    put(draw_import_warnings(ui, at()));
    put(draw_import_rejected(ui, view, scroll, at()));
    put(draw_import_overwritten(ui, view, scroll, at()));
    put(draw_import_columns(ui, scroll, at()));
    put(draw_import_options(ui, view, at()));
    put(draw_import_preview(ui, view, at()));
    put(draw_import_updates(ui, view, at()));
    scroll.content_height(y);
  }
  const std::string label = import_label(session.plan);
  const std::string summary = counts_sentence(ui, session.plan);
  switch (draw_import_footer(
      ui, footer, {.label = label, .summary = summary, .possible = !session.plan.empty()})) {
    case ImportChoice::kNone: break;
    case ImportChoice::kCommit: commit(ui, view); break;
    case ImportChoice::kCancel: ui.emit(app::CancelImport{}); break;
  }
}

void draw_refused(Ui& ui, Rect area) {
  const app::State& state = ui.state;
  const std::string title = state.import_error_file.empty()
                                ? std::string("This file can't be imported")
                                : formatted("“{}” can't be imported", state.import_error_file);
  std::string text = state.import_error->sentence();
  if (!text.contains(words::continued(words::kNothingWasChanged)))  // some say so themselves
    text.append(" ").append(words::kNothingWasChanged);
  const bool readable = !state.import_error_text.empty();
  const std::array<EmptyAction, 3> actions{{{"windows-1252", words::kReadAsWindows, true},
                                            {"another", words::kChooseAnother, !readable},
                                            {"close", words::kImportClose}}};
  const std::size_t left_out = readable ? 0 : 1;
  const int used = empty_state(ui, "refused", area, Icon::kAlert, title, text,
                               std::span(actions).subspan(left_out));
  if (used < 0) return;
  switch (static_cast<std::size_t>(used) + left_out) {
    case 0: ui.emit(app::OpenFiles{{{state.import_error_file, state.import_error_text}}}); break;
    case 1: ui.emit(app::PickFile{}); break;
    default: ui.emit(app::CancelImport{});
  }
}

void follow_file(const app::ImportSession& session, ImportView& view) {
  if (view.file_name == session.file_name) return;
  ImportView fresh;
  fresh.focused_for = std::move(view.focused_for);
  fresh.focus_in = view.focus_in;
  view = std::move(fresh);
  view.file_name = session.file_name;
  view.source = session.source;
  view.event = session.event;
}

// What the file was chosen with is gone: the keyboard goes on where the page begins.
void lead_focus(Ui& ui, ImportView& view, Rect area) {
  const std::string& file =
      ui.state.import_error ? ui.state.import_error_file : ui.state.import->file_name;
  if (view.focused_for != file) {
    view.focused_for = file;
    view.focus_in = 2;  // by then its controls are known
  }
  if (view.focus_in == 0) return;
  ui.request_frame();
  if (--view.focus_in > 0) return;
  Focus& focus = ui.internals.focus;
  for (const Stop& stop : focus.stops())
    if (area.contains({stop.rect.x + 1, stop.rect.y + 1}))
      return focus.set(stop.id, ui.internals.last_input_was_key);
}

}  // namespace

std::string import_words(const Ui& ui, std::string_view text) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kOfCards{
      {{"row", "card"}, {"Row", "Card"}, {"columns", "entries"}, {"column", "entry"}}};
  std::string said(text);
  if (!ui.state.import || !ui.state.import->has_cards) return said;
  for (const auto& [row, card] : kOfCards)
    for (std::size_t at = 0; (at = said.find(row, at)) != std::string::npos; at += card.size())
      said.replace(at, row.size(), card);
  return said;
}

float import_footer_height(const Ui& ui) { return ui.control_height() + 28; }

ImportChoice draw_import_footer(Ui& ui, Rect bar, const ImportFooter& footer) {
  fill(ui, bar, ui.colours.bg);
  hairline(ui, {bar.x, bar.y, bar.w, 1});
  Rect row = bar.inset(ui.phone() ? 16 : 24, 0)
                 .centred(bar.w - (ui.phone() ? 32 : 48), ui.control_height());
  row.w = std::min(row.w, kMostWidth);
  const ButtonSpec primary{.look = ButtonLook::kPrimary, .disabled = !footer.possible};
  const float cancel = button_width(ui, words::kImportCancel);
  const float width = ui.phone() ? row.w - cancel - 8 : button_width(ui, footer.label, primary);
  ImportChoice choice = ImportChoice::kNone;
  if (button(ui, "commit", row.cut_right(width, 8), footer.label, primary))
    choice = ImportChoice::kCommit;
  if (button(ui, "cancel", row.cut_right(cancel, 16), words::kImportCancel))
    choice = ImportChoice::kCancel;
  if (!ui.phone())
    text_line(ui, row, footer.summary, kText, ui.colours.ink2, Align::kLeft, Voice::kSilent);
  return choice;
}

void draw(Ui& ui, ImportView& view, Rect area) {
  ImGui::PushID("import");
  if (ui.state.import_error) {
    draw_refused(ui, area);
  } else if (ui.state.import) {
    follow_file(*ui.state.import, view);
    if (ui.state.import->is_csv())
      draw_csv(ui, view, area);
    else
      draw_snapshot(ui, view, area);
  }
  if (ui.state.import_error || ui.state.import) lead_focus(ui, view, area);
  ImGui::PopID();
}

}  // namespace leadlight::ui
