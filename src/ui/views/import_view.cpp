#include "ui/views/import_view.h"

#include <array>
#include <format>

#include "app/state.h"
#include "ui/views/lead_parts.h"
#include "ui/views/words.h"
#include "ui/widgets.h"

namespace leadlight::ui {

namespace {

// "8,800 rows: 8,790 new, 10 update existing leads, 0 with nothing new."
std::string counts_of(const app::ImportSession& session) {
  const app::ImportPlan& plan = session.plan;
  const std::size_t rows = plan.created + plan.updated + plan.skipped + plan.rejected.size();
  std::string text = std::format("{}: {} new, {} update existing leads, {} with nothing new",
                                 words::counted(rows, "row", "rows"), words::count(plan.created),
                                 words::count(plan.updated), words::count(plan.skipped));
  if (!plan.rejected.empty())
    text += std::format(", {} can't be used", words::count(plan.rejected.size()));
  return text + ".";
}

std::string import_label(const app::ImportPlan& plan) {
  if (plan.empty()) return "Nothing to import";
  return std::format("Import {}", words::counted(plan.leads.size(), "lead", "leads"));
}

float draw_title(Ui& ui, Rect area, const std::string& name, const std::string& under) {
  heading(ui, {area.x, area.y, area.w, kHeading.line}, name, 2);
  const float height = text_height(ui, area.w, under, kText);
  text_block(ui, {area.x, area.y + 26, area.w, height}, under, kText, ui.colours.ink2);
  return 26 + height;
}

void draw_footer(Ui& ui, Rect bar, const std::string& label, bool possible) {
  hairline(ui, {bar.x, bar.y, bar.w, 1});
  Rect row = bar.inset(ui.phone() ? 16 : 24, (bar.h - ui.control_height()) / 2);
  const ButtonSpec primary{.look = ButtonLook::kPrimary, .disabled = !possible};
  const float wide = ui.phone() ? row.w - 110 : button_width(ui, label, primary);
  if (button(ui, "commit", row.cut_right(wide, 8), label, primary)) ui.emit(app::CommitImport{});
  if (button(ui, "cancel", row.cut_right(button_width(ui, "Cancel")), "Cancel"))
    ui.emit(app::CancelImport{});
}

void draw_csv(Ui& ui, ImportView& view, Rect area) {
  const app::ImportSession& session = *ui.state.import;
  draw_footer(ui, area.cut_bottom(ui.control_height() + 28), import_label(session.plan),
              !session.plan.empty());
  ScrollArea scroll(ui, "csv", area);
  Rect content = scroll.content().inset(ui.phone() ? 16 : 24, 0);
  content.w = std::min(content.w, 920.0F);
  float y = ui.phone() ? 8.0F : 24.0F;
  const auto at = [&] { return Rect{content.x, content.y + y, content.w, 0}; };
  const auto put = [&](float used) {
    if (used > 0) y += used + 28;
  };
  put(draw_title(ui, at(), session.file_name, counts_of(session)));
  put(draw_import_faults(ui, view, at()));
  put(draw_import_columns(ui, at()));
  put(draw_import_options(ui, view, at()));
  put(draw_import_preview(ui, at()));
  scroll.content_height(y);
}

// ---- snapshots --------------------------------------------------------------------------------------------

float draw_names(Ui& ui, Rect area, std::string_view title, const std::vector<std::string>& names,
                 std::size_t count) {
  if (count == 0) return 0;
  float y = small_heading(ui, area, title);
  const Scope list(ui, title, a11y::Role::kList, title);
  for (std::size_t i = 0; i < names.size(); ++i) {
    ImGui::PushID(static_cast<int>(i));
    const Rect row{area.x, area.y + y, area.w, 32};
    {
      const Scope item(ui, "name", a11y::Role::kListItem, names[i], row);
      text_line(ui, row, names[i], kText, ui.colours.ink, Align::kLeft, Voice::kSilent);
    }
    ImGui::PopID();
    hairline(ui, {row.x, row.bottom() - 1, row.w, 1});
    y += 32;
  }
  if (count > names.size()) {
    text_line(ui, {area.x, area.y + y + 6, area.w, 20},
              std::format("And {} more.", words::count(count - names.size())), kText,
              ui.colours.ink2);
    y += 30;
  }
  return y;
}

std::string snapshot_words(const app::ImportSession::SnapshotPreview& preview) {
  if (preview.new_operations == 0) return "Everything in it is in your book already.";
  std::string text =
      std::format("{} new, {} changed", words::counted(preview.new_leads, "lead", "leads"),
                  words::count(preview.changed_leads));
  if (preview.deleted_leads > 0)
    text += std::format(", {} deleted", words::count(preview.deleted_leads));
  return text +
         ". Nothing of yours is lost: where both changed the same field, the newer stands and the "
         "other is kept beside it.";
}

void draw_snapshot(Ui& ui, Rect area) {
  const app::ImportSession& session = *ui.state.import;
  const auto& preview = session.snapshot;
  draw_footer(ui, area.cut_bottom(ui.control_height() + 28), "Merge", preview.new_operations > 0);
  ScrollArea scroll(ui, "snapshot", area);
  Rect content = scroll.content().inset(ui.phone() ? 16 : 24, 0);
  content.w = std::min(content.w, 720.0F);
  float y = ui.phone() ? 8.0F : 24.0F;
  y += draw_title(ui, {content.x, content.y + y, content.w, 0}, session.file_name,
                  snapshot_words(preview)) +
       28;
  const float added = draw_names(ui, {content.x, content.y + y, content.w, 0}, "New leads",
                                 preview.new_names, preview.new_leads);
  y += added > 0 ? added + 24 : 0;
  y += draw_names(ui, {content.x, content.y + y, content.w, 0}, "Changed leads",
                  preview.changed_names, preview.changed_leads);
  scroll.content_height(y + 24);
}

void draw_refused(Ui& ui, Rect area) {
  const app::State& state = ui.state;
  constexpr std::array<EmptyAction, 2> kActions{
      {{"another", "Choose another file", true}, {"close", "Close"}}};
  const std::string title = state.import_error_file.empty()
                                ? std::string("This file can't be imported")
                                : std::format("{} can't be imported", state.import_error_file);
  const int used = empty_state(ui, "refused", area, Icon::kAlert, title,
                               state.import_error->sentence() + " Nothing was changed.", kActions);
  if (used == 0) ui.emit(app::PickFile{});
  if (used == 1) ui.emit(app::CancelImport{});
}

}  // namespace

void draw_bar(Ui&, ImportView&, Rect) {}

void draw(Ui& ui, ImportView& view, Rect area) {
  ImGui::PushID("import");
  if (ui.state.import_error) {
    draw_refused(ui, area);
  } else if (ui.state.import) {
    if (view.file_name != ui.state.import->file_name)
      view = {.file_name = ui.state.import->file_name,
              .source = ui.state.import->source,
              .event = ui.state.import->event};
    if (ui.state.import->is_csv())
      draw_csv(ui, view, area);
    else
      draw_snapshot(ui, area);
  }
  ImGui::PopID();
}

}  // namespace leadlight::ui
