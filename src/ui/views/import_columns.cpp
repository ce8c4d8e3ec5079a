// Where each column of a CSV file goes, beside what stands in it: guessed, corrected by hand.
#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <vector>

#include "app/state.h"
#include "base/format.h"
#include "base/text.h"
#include "interchange/targets.h"
#include "ui/views/flow.h"
#include "ui/views/import_table.h"
#include "ui/views/import_view.h"
#include "ui/views/lead_parts.h"
#include "ui/views/words.h"
#include "ui/views/words_of_import.h"

namespace leadlight::ui {

namespace {

constexpr std::size_t kSamples = 3;
constexpr float kWide = 640;  // from here on a row is one line of cells
constexpr std::array<TableColumn, 3> kTableColumns{{{words::kInTheFile, 0.9F, 120},
                                                    {words::kFirstValues, 1.3F, 120},
                                                    {words::kGoesTo, 0.4F, 240}}};

using Mapping = interchange::Mapping;

bool is_wide(Rect area) { return area.w >= kWide; }
float row_height(const Ui& ui, Rect area) {
  return is_wide(area) ? 56.0F : 60.0F + ui.control_height();
}

std::string name_of(const Ui& ui, const Mapping& mapping, std::size_t index) {
  const std::string& header = mapping.columns[index].header;
  if (ui.state.import->has_cards) return import_field_label(header);
  return header.empty() ? formatted("Column {}", index + 1) : header;
}

// The first values that are there, from the rows below the header.
std::string samples_of(const interchange::CsvDocument& file, std::size_t column) {
  constexpr std::size_t kLookAt = 200;
  std::vector<std::string_view> samples;
  const std::size_t rows = std::min(file.row_count(), kLookAt);
  for (std::size_t row = 1; row < rows && samples.size() < kSamples; ++row) {
    const std::string_view cell = trimmed(file.cell(row, column));
    if (!cell.empty() && !std::ranges::contains(samples, cell)) samples.push_back(cell);
  }
  std::string text;
  for (const std::string_view sample : samples)
    text.append(text.empty() ? "" : words::kDot).append(sample);
  std::ranges::replace(text, '\n', ' ');
  return text.empty() ? std::string(words::kNoValues) : text;
}

// Which column has a field now, by the field.
using Owners = std::map<std::string_view, std::size_t>;

Owners owners_of(const Mapping& mapping) {
  Owners owners;
  for (std::size_t i = 0; i < mapping.columns.size(); ++i)
    if (!mapping.columns[i].field.empty()) owners.emplace(mapping.columns[i].field, i);
  return owners;
}

// All that a column can go to, and which one it is now.
struct Targets {
  std::vector<std::string> fields;
  std::vector<std::string> labels;
  std::vector<std::string> details;
  int selected = -1;
};

Targets targets_of(const Ui& ui, const Mapping& mapping, const Owners& owners, std::size_t index) {
  const std::string& current = mapping.columns[index].field;
  Targets targets;
  const auto add = [&](std::string field, std::string_view label, std::string detail) {
    if (field == current) targets.selected = static_cast<int>(targets.fields.size());
    targets.fields.push_back(std::move(field));
    targets.labels.emplace_back(label);
    targets.details.push_back(std::move(detail));
  };
  add(current.starts_with(kCustomPrefix)
          ? current
          : interchange::custom_field(mapping.columns[index].header, index),
      words::kKeepAsOwn, {});
  add("", words::kLeaveOut, {});
  for (const interchange::TargetChoice& choice : interchange::target_choices()) {
    const auto owner = owners.find(choice.field);
    const bool taken = owner != owners.end() && owner->second != index;
    add(std::string(choice.field), choice.label,
        taken ? formatted("now {}", name_of(ui, mapping, owner->second)) : std::string());
  }
  if (targets.selected < 0) add(current, import_field_label(current), {});
  return targets;
}

void draw_target(Ui& ui, const Mapping& mapping, const Owners& owners, std::size_t index,
                 Rect rect) {
  const Targets targets = targets_of(ui, mapping, owners, index);
  std::vector<Option> options;
  options.reserve(targets.labels.size());
  for (std::size_t i = 0; i < targets.labels.size(); ++i)
    options.push_back({targets.labels[i], targets.details[i]});
  const std::string label =
      formatted("{} '{}' goes to", ui.state.import->has_cards ? "Entry" : "Column",
                name_of(ui, mapping, index));
  const int chosen = select(ui, "target", rect, label, options, targets.selected);
  if (chosen >= 0) ui.emit(app::MapColumn{index, targets.fields[static_cast<std::size_t>(chosen)]});
}

struct Places {
  Rect name, samples, target;
};
Places places_of(const Ui& ui, const SmallTable& table, Rect row) {
  if (is_wide(row)) {
    const Rect target = table.cell(row, 2);
    return {table.cell(row, 0), table.cell(row, 1), target.centred(target.w, ui.control_height())};
  }
  Rect inner = row.inset(0, 6);
  Places places;
  places.target = inner.cut_bottom(ui.control_height(), 4);
  places.name = inner.cut_top(22);
  places.samples = inner.cut_top(16);
  return places;
}

void draw_name(Ui& ui, SmallTable& table, Rect rect, std::string_view name, bool guessed,
               bool left_out) {
  const SmallTable::Cell cell(
      table, 0,
      guessed ? formatted("{}, {}", name, words::continued(words::kGuessed)) : std::string(name),
      rect);
  if (guessed) {
    const float width = pill_width(ui, words::kGuessed);
    const float name_width = std::min(text_width(ui, name, kStrong) + 8, rect.w - width);
    pill(ui, Rect{rect.x + name_width, rect.y, width, rect.h}.centred(width, 20), words::kGuessed,
         PillTone::kOutline);
    rect.w = name_width - 6;
  }
  text_line(ui, rect, name, kStrong, left_out ? ui.colours.ink2 : ui.colours.ink, Align::kLeft,
            Voice::kSilent);
}

void draw_column(Ui& ui, SmallTable& table, const Owners& owners, std::size_t index, Rect rect) {
  const app::ImportSession& session = *ui.state.import;
  const interchange::ColumnTarget& column = session.mapping.columns[index];
  const std::string name = name_of(ui, session.mapping, index);
  const bool guessed =
      column.guessed && !column.field.empty() && !column.field.starts_with(kCustomPrefix);
  {
    const SmallTable::Row row(table, index + 1, name, rect);
    const Places places = places_of(ui, table, rect);
    draw_name(ui, table, places.name, name, guessed, column.field.empty());
    const std::string samples = samples_of(*session.csv, index);
    {
      const SmallTable::Cell cell(table, 1, samples, places.samples);
      text_line(ui, places.samples, samples, kSmall, ui.colours.ink2, Align::kLeft, Voice::kSilent);
      if (text_width(ui, samples, kSmall) > places.samples.w) tooltip(ui, places.samples, samples);
    }
    const SmallTable::Cell cell(table, 2, words::kGoesTo, places.target);
    draw_target(ui, session.mapping, owners, index, places.target);
  }
  hairline(ui, {rect.x, rect.bottom() - 1, rect.w, 1});
}

}  // namespace

float draw_import_columns(Ui& ui, const ScrollArea& scroll, Rect area) {
  const Mapping& mapping = ui.state.import->mapping;
  const std::size_t count = mapping.columns.size();
  const float height = row_height(ui, area);
  const std::string title = import_words(ui, words::kColumns);
  heading(ui, {area.x, area.y, area.w, kHeading.line}, title, 3);
  float y = kHeading.line + 4;
  SmallTable table(ui, "columns", title, kTableColumns, {area.x, area.y + y, area.w, 0}, count + 1);
  if (is_wide(area)) {
    table.header({area.x, area.y + y, area.w, 32});
    y += 32;
  }
  const Owners owners = owners_of(mapping);
  const auto [first, last] = scroll.visible(count, height, area.y + y - scroll.content().y);
  for (std::size_t i = first; i < last; ++i)
    draw_column(ui, table, owners, i,
                {area.x, area.y + y + height * static_cast<float>(i), area.w, height});
  return y + height * static_cast<float>(count);
}

float draw_import_options(Ui& ui, ImportView& view, Rect area) {
  heading(ui, {area.x, area.y, area.w, kHeading.line}, import_words(ui, words::kOptions), 3);
  float y = kHeading.line + 2;
  y += text_block(ui, {area.x, area.y + y, std::min(area.w, 640.0F), 0}, words::kOptionsAdvice,
                  kSmall, ui.colours.ink2) +
       12;
  const FieldSpec source{.placeholder = words::kSourceExample, .last = false};
  const FieldSpec event{.placeholder = words::kEventExample};
  const float height = field_height(ui, source);
  bool left = false;
  const auto entry = [&](std::string_view id, Rect rect, std::string_view label, std::string& value,
                         const FieldSpec& spec) {
    const FieldResult result = text_field(ui, id, rect, label, value, spec);
    left = left || result == FieldResult::kCommitted || result == FieldResult::kSubmitted;
  };
  Flow flow({area.x, area.y + y, area.w, 0}, height, 16);
  const float width = is_wide(area) ? 304.0F : area.w;
  entry("source", flow.next(width), words::kSource, view.source, source);
  entry("event", flow.next(width), words::kEvent, view.event, event);
  if (left) ui.emit(app::SetImportOptions{view.source, view.event});
  return y + flow.used_height();
}

}  // namespace leadlight::ui
