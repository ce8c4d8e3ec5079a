// Where each column of a CSV file goes, beside what stands in it; guessed, corrected by hand.
#include <array>
#include <format>

#include "app/state.h"
#include "ui/views/flow.h"
#include "ui/views/import_view.h"
#include "ui/views/lead_parts.h"
#include "ui/views/words.h"
#include "ui/widgets.h"

namespace leadlight::ui {

namespace {

constexpr std::size_t kSamples = 3;

float row_height(const Ui& ui) { return ui.phone() ? 108.0F : 60.0F; }

// The first values that are there, from the rows below the header.
std::string samples_of(const interchange::CsvDocument& file, std::size_t column) {
  constexpr std::size_t kLookAt = 200;
  std::string text;
  std::size_t found = 0;
  for (std::size_t row = 1; row < std::min(file.row_count(), kLookAt) && found < kSamples; ++row) {
    const std::string_view cell = file.cell(row, column);
    if (cell.empty()) continue;
    if (found++ > 0) text += words::kDot;
    text += cell;
  }
  return text.empty() ? std::string("Nothing stands in it") : text;
}

// All fields that this column could go to, and which one it goes to now.
struct Targets {
  std::vector<std::string> fields;
  std::vector<std::string> labels;
  int selected = -1;
};

Targets targets_of(const interchange::ColumnTarget& column) {
  Targets targets;
  const auto add = [&](std::string field, std::string label) {
    if (field == column.field) targets.selected = static_cast<int>(targets.fields.size());
    targets.fields.push_back(std::move(field));
    targets.labels.push_back(std::move(label));
  };
  add("", "Leave out");
  add(std::string(kCustomPrefix) + column.header, std::format("Own field “{}”", column.header));
  for (const interchange::TargetChoice& choice : interchange::target_choices())
    add(std::string(choice.field), std::string(choice.label));
  if (targets.selected < 0 && !column.field.empty()) {
    std::string label = column.field;
    if (label.starts_with(kCustomPrefix))
      label = std::format("Own field “{}”", label.substr(kCustomPrefix.size()));
    else if (label.starts_with(kTagPrefix))
      label = std::format("Tag “{}”", label.substr(kTagPrefix.size()));
    add(column.field, label);
  }
  return targets;
}

void draw_target(Ui& ui, const interchange::ColumnTarget& column, std::size_t index, Rect rect) {
  const Targets targets = targets_of(column);
  std::vector<Option> options;
  options.reserve(targets.labels.size());
  for (const std::string& label : targets.labels) options.push_back({label});
  const int chosen = select(ui, "target", rect, std::format("Column {} goes to", column.header),
                            options, targets.selected);
  if (chosen >= 0) ui.emit(app::MapColumn{index, targets.fields[static_cast<std::size_t>(chosen)]});
}

void draw_column(Ui& ui, const app::ImportSession& session, std::size_t index, Rect row) {
  const interchange::ColumnTarget& column = session.mapping.columns[index];
  const std::string samples = samples_of(*session.csv, index);
  const bool guessed =
      column.guessed && !column.field.empty() && !column.field.starts_with(kCustomPrefix);
  const std::string name =
      column.header.empty() ? std::format("Column {}", index + 1) : column.header;
  const Scope item(ui, "column", a11y::Role::kListItem, std::format("{}: {}", name, samples), row);
  Rect inner = row;
  Rect target = ui.phone() ? inner.cut_bottom(ui.control_height() + 8)
                           : inner.cut_right(std::min(260.0F, row.w * 0.4F), 16);
  target = ui.phone() ? target.inset(0, 4) : target.centred(target.w, ui.control_height());
  Rect lines = inner.centred(inner.w, 40);
  Rect head = lines.cut_top(22);
  const float width =
      std::min(text_width(ui, name, kStrong) + 10, head.w - (guessed ? 76.0F : 0.0F));
  text_line(ui, head.cut_left(width), name, kStrong,
            column.field.empty() ? ui.colours.ink2 : ui.colours.ink, Align::kLeft, Voice::kSilent);
  if (guessed)
    pill(ui, {head.x, head.y, pill_width(ui, "Guessed"), 20}, "Guessed", PillTone::kOutline);
  text_line(ui, lines, samples, kSmall, ui.colours.ink2, Align::kLeft, Voice::kSilent);
  draw_target(ui, column, index, target);
  hairline(ui, {row.x, row.bottom() - 1, row.w, 1});
}

}  // namespace

// Inside the page's scroll area: columns outside of the screen are left out.
float draw_import_columns(Ui& ui, Rect area) {
  const app::ImportSession& session = *ui.state.import;
  const std::size_t count = session.mapping.columns.size();
  const float height = row_height(ui);
  float y = small_heading(
      ui, area, words::counted(count, "column, and where it goes", "columns, and where they go"));
  const Scope list(ui, "columns", a11y::Role::kList, "Columns");
  for (std::size_t i = 0; i < count; ++i, y += height) {
    const Rect row{area.x, area.y + y, area.w, height};
    if (row.bottom() < ui.screen.y || row.y > ui.screen.bottom()) continue;
    ImGui::PushID(static_cast<int>(i));
    draw_column(ui, session, i, row);
    ImGui::PopID();
  }
  return y;
}

float draw_import_options(Ui& ui, ImportView& view, Rect area) {
  float y = small_heading(ui, area, "For rows that don't say");
  const FieldSpec source{.placeholder = "Trade fair", .last = false},
      event{.placeholder = "Aquafair, November"};
  const float height = field_height(ui, source);
  bool left = false;
  const auto entry = [&](std::string_view id, Rect rect, std::string_view label, std::string& value,
                         const FieldSpec& spec) {
    const FieldResult result = text_field(ui, id, rect, label, value, spec);
    left = left || result == FieldResult::kCommitted || result == FieldResult::kSubmitted;
  };
  if (ui.phone()) {
    entry("source", {area.x, area.y + y, area.w, height}, "Source", view.source, source);
    y += height + 12;
    entry("event", {area.x, area.y + y, area.w, height}, "Event", view.event, event);
  } else {
    const float width = std::min(300.0F, (area.w - 16) / 2);
    entry("source", {area.x, area.y + y, width, height}, "Source", view.source, source);
    entry("event", {area.x + width + 16, area.y + y, width, height}, "Event", view.event, event);
  }
  if (left) ui.emit(app::SetImportOptions{view.source, view.event});
  return y + height;
}

}  // namespace leadlight::ui
