#include "app/comparison.h"

#include <algorithm>

namespace leadlight::app {

Comparison::Comparison(const book::Book& before, const book::Book& after, Kind kind)
    : before_(before), after_(after), kind_(kind) {
  const Table& later = after.model().table(kind);
  const Table& earlier = before.model().table(kind);
  for (ColumnIndex column = 0; column < later.column_count(); ++column)
    columns_.push_back(earlier.find_column(later.column_name(column)));
}

Row Comparison::row_before(Row row) const {
  return before_.model().table(kind_).find(after_.model().table(kind_).id(row));
}

std::string_view Comparison::before(Row row_before, ColumnIndex column) const {
  if (row_before == kNoRow || columns_[column] == kNoColumn) return {};
  return before_.model().text(kind_, row_before, columns_[column]);
}

std::string_view Comparison::after(Row row, ColumnIndex column) const {
  return after_.model().text(kind_, row, column);
}

bool Comparison::is_silent(ColumnIndex column) const {
  const std::string_view name = after_.model().table(kind_).column_name(column);
  return name == kLifeField || (kind_ == Kind::kLead && name == text_of(LeadField::kMergedSeen));
}

ColumnIndex Comparison::column_count() const { return static_cast<ColumnIndex>(columns_.size()); }

std::size_t Comparison::differing(Row row) const {
  const Row old = row_before(row);
  std::size_t count = 0;
  for (ColumnIndex column = 0; column < column_count(); ++column)
    if (!is_silent(column) && before(old, column) != after(row, column)) ++count;
  return count;
}

bool Comparison::differs(Row row) const {
  const Row old = row_before(row);
  for (ColumnIndex column = 0; column < column_count(); ++column)
    if (!is_silent(column) && before(old, column) != after(row, column)) return true;
  return false;
}

std::vector<book::HistoricWrite> Comparison::new_losers(Row row, ColumnIndex column) const {
  std::vector<book::HistoricWrite> losers =
      after_.history(static_cast<KindIndex>(kind_), row, column);
  std::erase_if(losers, [](const book::HistoricWrite& one) { return !one.concurrent; });
  const Row old = row_before(row);
  if (losers.empty() || old == kNoRow || columns_[column] == kNoColumn) return losers;
  const auto known = before_.history(static_cast<KindIndex>(kind_), old, columns_[column]);
  std::erase_if(losers, [&](const book::HistoricWrite& one) {
    return std::ranges::any_of(known, [&](const book::HistoricWrite& other) {
      return other.concurrent && other.at == one.at;
    });
  });
  return losers;
}

bool Comparison::has_new_losers(Row row) const {
  for (ColumnIndex column = 0; column < column_count(); ++column)
    if (!new_losers(row, column).empty()) return true;
  return false;
}

bool is_alive(const Model& model, Kind kind, Id record) {
  const Row row = model.table(kind).find(record);
  return row != kNoRow && model.table(kind).alive(row);
}

bool is_log_changed(const Model& before, const Model& after, Kind kind, Row row) {
  const Table& table = after.table(kind);
  return table.alive(row) != is_alive(before, kind, table.id(row));
}

}  // namespace leadlight::app
