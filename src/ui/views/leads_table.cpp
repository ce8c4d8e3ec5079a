// Leads as a table. Only the rows that can be seen are drawn, so that a million costs what twenty
// do.
#include <algorithm>
#include <array>

#include "base/format.h"
#include "ui/views/leads_view.h"
#include "ui/views/words.h"

namespace leadlight::ui {

namespace {

constexpr float kRowHeight = 52;
constexpr float kHeaderHeight = 36;
constexpr float kCheckWidth = 36;

struct Column {
  std::string_view id, title;
  query::SortKey sort;
  float weight;      // share of the width
  float least;       // CSS pixels
  float shown_from;  // width of the table from which the column is there
  Align align = Align::kLeft;
};
constexpr std::array<Column, 7> kColumns{{
    {"score", "Score", query::SortKey::kScore, 0, 84, 0},
    {"name", "Name", query::SortKey::kName, 2.2F, 150, 0},
    {"stage", "Stage", query::SortKey::kStage, 0.5F, 140, 0},
    {"source", "Source", query::SortKey::kSource, 1.6F, 110, 780},
    {"owner", "Owner", query::SortKey::kOwner, 0.3F, 80, 880},
    {"last-touch", "Last activity", query::SortKey::kLastTouch, 0, 100, 660, Align::kRight},
    {"next-step", "Next step", query::SortKey::kNextStep, 1.5F, 140, 540},
}};
constexpr std::size_t kName = 1;

using Places = std::array<Rect, kColumns.size()>;  // w 0: not shown

Places places_in(Rect row) {
  Places places;
  float fixed = 0, weights = 0;
  for (const Column& column : kColumns) {
    if (row.w < column.shown_from) continue;
    fixed += column.least, weights += column.weight;
  }
  const float spare = std::max(0.0F, row.w - fixed) / std::max(weights, 0.1F);
  float x = row.x;
  for (std::size_t i = 0; i < kColumns.size(); ++i) {
    const Column& column = kColumns[i];
    if (row.w < column.shown_from) continue;
    const float width = column.least + spare * column.weight;
    places[i] = {x, row.y, width, row.h};
    x += width;
  }
  return places;
}

// ---- header ---------------------------------------------------------------------------------------------

void draw_header_cell(Ui& ui, const Column& column, Rect rect, int index) {
  const query::Query& query = ui.state.query;
  const bool sorted = query.sort == column.sort;
  const bool ascending = query.direction == query::Direction::kAscending;
  Scope cell(ui, column.id, a11y::Role::kColumnHeader, column.title, rect);
  cell.node().column_index = index;
  if (sorted) cell.node().sorted = ascending ? a11y::Toggle::kOn : a11y::Toggle::kOff;

  query::Direction next = query::natural_direction(column.sort);
  if (sorted) next = ascending ? query::Direction::kDescending : query::Direction::kAscending;
  const std::string spoken =
      formatted("Sort by {}, {}", words::continued(column.title),
                next == query::Direction::kAscending ? "ascending" : "descending");
  if (list_row(ui, "sort", rect.inset(2, 2), spoken, false, a11y::Role::kButton).activated) {
    query::Query changed = query;
    changed.sort = column.sort, changed.direction = next;
    ui.emit(app::SetQuery{std::move(changed)});
  }
  Rect inner = rect.inset(10, 0);
  const ImU32 colour = sorted ? ui.colours.ink : ui.colours.ink2;
  const float width = text_width(ui, column.title, kSmallStrong);
  if (column.align == Align::kRight)
    inner.x += std::max(0.0F, inner.w - width - (sorted ? 18.0F : 0.0F));
  text_line(ui, inner, column.title, kSmallStrong, colour, Align::kLeft, Voice::kSilent);
  if (sorted)
    icon(ui, {inner.x + width + 4, inner.y, 14, inner.h},
         ascending ? Icon::kArrowUp : Icon::kArrowDown, 14, colour);
}

void draw_select_all(Ui& ui, Rect rect) {
  Scope cell(ui, "selected", a11y::Role::kColumnHeader, "Selected", rect);
  cell.node().column_index = 1;
  const std::vector<Row>& rows = *ui.state.leads;
  const bool all = !rows.empty() && ui.state.selection.size() >= rows.size();
  if (!checkbox(ui, "select-all", rect, "Select all leads shown", all)) return;
  app::SetSelection command;
  if (!all)
    for (const Row row : rows) command.leads.push_back(ui.state.model->leads().id(row));
  ui.emit(std::move(command));
}

void draw_header(Ui& ui, Rect rect) {
  Scope row(ui, "header", a11y::Role::kRow, "", rect);
  row.node().row_index = 1;
  Rect rest = rect;
  draw_select_all(ui, rest.cut_left(kCheckWidth));
  const Places places = places_in(rest);
  for (std::size_t i = 0; i < kColumns.size(); ++i)
    if (places[i].w > 0) draw_header_cell(ui, kColumns[i], places[i], static_cast<int>(i) + 2);
  hairline(ui, {rect.x, rect.bottom() - 1, rect.w, 1});
}

// ---- rows -------------------------------------------------------------------------------------------------

void draw_name_cell(Ui& ui, Rect rect, Row lead) {
  const Model& model = *ui.state.model;
  const std::string name = model.name_of(lead);
  const std::string_view company = model.text(lead, LeadField::kCompany);
  const bool two = !company.empty() && company != name;
  Rect lines = rect.inset(10, 0).centred(rect.w - 20, two ? 38 : 20);
  text_line(ui, lines.cut_top(20), name, kStrong, ui.colours.ink, Align::kLeft, Voice::kSilent);
  if (two) text_line(ui, lines, company, kSmall, ui.colours.ink2, Align::kLeft, Voice::kSilent);
}

// What a cell says, to the eye and to a screen reader.
void draw_text_cell(Ui& ui, const Column& column, Rect rect, std::string_view text, ImU32 colour) {
  text_line(ui, rect.inset(10, 0), text, kText, colour, column.align, Voice::kSilent);
}

std::string cell_text(const Ui& ui, std::size_t column, Row lead) {
  const Model& model = *ui.state.model;
  switch (column) {
    case 0: return std::to_string(points_of(ui, lead).total());
    case 1: return model.name_of(lead);
    case 2: return stage_pill(ui, lead).text;
    case 3: return source_text(ui, lead);
    case 4: return std::string(model.text(lead, LeadField::kOwner));
    case 5: return last_touch_text(ui, lead);
    default: return next_step_of(ui, lead).text;
  }
}

void draw_cell(Ui& ui, std::size_t index, Rect rect, Row lead) {
  const std::string text = cell_text(ui, index, lead);
  ImGui::PushID(static_cast<int>(index));
  Scope cell(ui, "cell", a11y::Role::kCell, text, rect);
  cell.node().column_index = static_cast<int>(index) + 2;
  switch (index) {
    case 0: lead_badge(ui, Rect{rect.x + 10, rect.y, 34, rect.h}.centred(34, 26), lead); break;
    case kName: draw_name_cell(ui, rect, lead); break;
    case 2: {
      const StagePill stage = stage_pill(ui, lead);
      const float width = std::min(pill_width(ui, stage.text), rect.w - 20);
      pill(ui, {rect.x + 10, rect.y + (rect.h - 22) / 2, width, 22}, stage.text, stage.tone);
      break;
    }
    case 6:
      draw_text_cell(ui, kColumns[index], rect, text,
                     next_step_of(ui, lead).overdue ? ui.colours.bad : ui.colours.ink2);
      break;
    default: draw_text_cell(ui, kColumns[index], rect, text, ui.colours.ink2);
  }
  ImGui::PopID();
}

void draw_row(Ui& ui, LeadsView& view, Rect rect, std::size_t index) {
  const Row lead = (*ui.state.leads)[index];
  const Id id = ui.state.model->leads().id(lead);
  const bool chosen = is_selected(view, id);
  ImGui::PushID(static_cast<int>(lead));
  const std::string name = ui.state.model->name_of(lead);
  if (chosen) fill(ui, rect, ui.colours.accent_ground);
  const RowResult used =
      list_row(ui, "row", rect, name, ui.state.open_lead == id, a11y::Role::kRow);
  used.node->row_index = static_cast<std::int32_t>(index) + 2;  // the header is 1
  if (used.activated) ui.emit(app::OpenLead{id});
  if (used.context) open_lead_menu(view.actions, id, rect);
  Rect rest = rect;
  {
    const Rect place = rest.cut_left(kCheckWidth);
    Scope cell(ui, "selected", a11y::Role::kCell, {}, place);
    cell.node().column_index = 1;
    if (checkbox(ui, "select", place, "Select " + name, chosen, CheckboxPlace::kInListRow))
      toggle_selected(ui, view, index);
  }
  const Places places = places_in(rest);
  for (std::size_t i = 0; i < kColumns.size(); ++i)
    if (places[i].w > 0) draw_cell(ui, i, places[i], lead);
  hairline(ui, {rect.x, rect.bottom() - 1, rect.w, 1});
  ImGui::PopID();
}

}  // namespace

void draw_leads_table(Ui& ui, LeadsView& view, Rect area) {
  const std::vector<Row>& rows = *ui.state.leads;
  Scope table(ui, "table", a11y::Role::kTable, "Leads", area);
  table.node().row_count = static_cast<std::int32_t>(rows.size()) + 1;
  table.node().column_count = static_cast<std::int32_t>(kColumns.size()) + 1;  // and the checkboxes
  Rect body = area;
  draw_header(ui, body.cut_top(kHeaderHeight));
  ScrollArea scroll(ui, "rows", body);
  const Rect content = scroll.content();
  const auto [first, last] = scroll.visible(rows.size(), kRowHeight);
  for (std::size_t i = first; i < last; ++i)
    draw_row(ui, view,
             {content.x, content.y + static_cast<float>(i) * kRowHeight, content.w, kRowHeight}, i);
  scroll.content_height(static_cast<float>(rows.size()) * kRowHeight + 16);
}

}  // namespace leadlight::ui
