#include "ui/views/import_table.h"

#include <algorithm>

namespace leadlight::ui {

SmallTable::SmallTable(Ui& ui, std::string_view id, std::string_view name,
                       std::span<const TableColumn> columns, Rect area, std::size_t row_count)
    : ui_(ui), columns_(columns), scope_(ui, id, a11y::Role::kTable, name, area) {
  scope_.node().row_count = static_cast<std::int32_t>(row_count);
  scope_.node().column_count = static_cast<std::int32_t>(columns.size());
}

Rect SmallTable::cell(Rect row, std::size_t column) const {
  constexpr float kGap = 16;
  float fixed = kGap * static_cast<float>(columns_.size() - 1);
  float weights = 0;
  for (const TableColumn& one : columns_) fixed += one.least, weights += one.weight;
  const float spare = weights > 0 ? std::max(0.0F, row.w - fixed) / weights : 0;
  float x = row.x;
  for (std::size_t i = 0; i < column; ++i)
    x += columns_[i].least + spare * columns_[i].weight + kGap;
  return {x, row.y, columns_[column].least + spare * columns_[column].weight, row.h};
}

void SmallTable::header(Rect rect) {
  const Row row(*this, 0, "", rect);
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    const std::string_view title = columns_[i].title;
    const Rect place = cell(rect, i);
    ImGui::PushID(static_cast<int>(i));
    Scope header(ui_, "header", a11y::Role::kColumnHeader, title, place);
    header.node().column_index = static_cast<std::int32_t>(i) + 1;
    text_line(ui_, place, title, kSmallStrong, ui_.colours.ink2, Align::kLeft, Voice::kSilent);
    ImGui::PopID();
  }
  hairline(ui_, {rect.x, rect.bottom() - 1, rect.w, 1});
}

SmallTable::Row::Row(SmallTable& table, std::size_t index, std::string_view name, Rect rect) {
  ImGui::PushID(static_cast<int>(index));
  scope_.emplace(table.ui_, "row", a11y::Role::kRow, name, rect);
  scope_->node().row_index = static_cast<std::int32_t>(index) + 1;
}

SmallTable::Row::~Row() {
  scope_.reset();
  ImGui::PopID();
}

SmallTable::Cell::Cell(SmallTable& table, std::size_t column, std::string_view text, Rect rect) {
  ImGui::PushID(static_cast<int>(column));
  scope_.emplace(table.ui_, "cell", a11y::Role::kCell, text, rect);
  scope_->node().column_index = static_cast<std::int32_t>(column) + 1;
}

SmallTable::Cell::~Cell() {
  scope_.reset();
  ImGui::PopID();
}

void SmallTable::text_cell(Rect row, std::size_t column, std::string_view text,
                           const TextStyle& style, ImU32 colour) {
  const Rect place = cell(row, column);
  const Cell here(*this, column, text, place);
  text_line(ui_, place, text, style, colour, Align::kLeft, Voice::kSilent);
}

}  // namespace leadlight::ui
