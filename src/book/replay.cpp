// The way back from the ledger to operations, in their canonical form.
#include <algorithm>

#include "base/sort.h"

#include "book/ledger.h"

namespace leadlight::book {

struct Replay::Place {
  std::string_view kind_name;
  Id id;
  CellKey cell;
};

Operation Replay::operation(StampIndex at) {
  at_ = at;
  builder_ = OperationBuilder();
  const std::vector<Place> places = sorted_places();
  if (places.empty()) return {};
  Operation& operation = builder_.operation();
  operation.at = ledger_.stamps.at(at);
  operation.by = ledger_.model.texts().view(ledger_.operations[at].by);
  operation.label = ledger_.model.texts().view(ledger_.operations[at].label);
  for (std::size_t i = 0; i < places.size();) {
    std::size_t end = i + 1;
    while (end < places.size() && places[end].kind_name == places[i].kind_name &&
           places[end].id == places[i].id)
      ++end;
    begun_ = &places[i];
    write_record(std::span(places).subspan(i, end - i));
    i = end;
  }
  return builder_.take();
}

std::vector<Replay::Place> Replay::sorted_places() const {
  std::vector<Place> places;
  const auto cells = ledger_.cells_of(at_);
  if (wanted_ == nullptr) places.reserve(cells.size());
  for (const CellKey cell : cells) {
    if (wanted_ != nullptr && !(*wanted_)({cell.kind(), cell.row()})) continue;
    places.push_back({ledger_.model.kind_name(cell.kind()),
                      ledger_.model.table(cell.kind()).id(cell.row()), cell});
  }
  const auto by_record = [](const Place& a, const Place& b) {
    if (const int order = a.kind_name.compare(b.kind_name); order != 0) return order < 0;
    return a.id < b.id;
  };
  if (!std::ranges::is_sorted(places, by_record)) sort_stably(places, by_record);
  return places;
}

// Writes of one record, by field name.
void Replay::write_record(std::span<const Place> places) {
  const KindIndex kind = places[0].cell.kind();
  const Row row = places[0].cell.row();
  const bool is_base = ledger_.base_of(kind, row) == at_;
  if (is_base) {
    if (ledger_.is_base_only(kind, row)) return write_plain(kind, row);
    for (const ColumnIndex column : columns_by_name(kind)) write_cell({kind, row, column});
    return;
  }
  std::vector<CellKey> cells;
  for (const Place& place : places) cells.push_back(place.cell);
  const Table& table = ledger_.model.table(kind);
  sort_stably(cells, {}, [&](CellKey cell) { return table.column_name(cell.column()); });
  for (const CellKey cell : cells) write_cell(cell);
}

// A row without histories. Records come in the order of their ids, so all that is read lies
// scattered: it is asked for together.
void Replay::write_plain(KindIndex kind, Row row) {
  const Table& table = ledger_.model.table(kind);
  const TextPool& texts = ledger_.model.texts();
  values_.clear();
  for (const ColumnIndex column : columns_by_name(kind)) {
    const TextId value = table.cell(row, column);
    if (value == kNoText) continue;
    values_.emplace_back(column, value);
    texts.prefetch_start(value);
  }
  for (const auto& [column, value] : values_) texts.prefetch_text(value);
  for (const auto& [column, value] : values_) write(table.column_name(column), value);
}

void Replay::write_cell(CellKey cell) {
  const std::string_view name = ledger_.model.table(cell.kind()).column_name(cell.column());
  const CellHistory* const history = ledger_.history_of(cell);
  if (history == nullptr) {
    if (const TextId value = ledger_.value_of(cell); value != kNoText) write(name, value);
    return;
  }
  const CellWrite* const write = history->find(at_, ledger_.stamps);
  if (write == nullptr || !write->present) return;
  this->write(name, write->value);
  for (const StampIndex stamp : ledger_.lists.view(write->replaces))
    builder_.replaces(ledger_.stamps.at(stamp));
}

// A record of which nothing is left, since it was erased, does not come back.
void Replay::write(std::string_view field, TextId value) {
  if (begun_ != nullptr) builder_.begin_record(begun_->kind_name, begun_->id);
  begun_ = nullptr;
  builder_.write(field, ledger_.model.texts().view(value));
}

const std::vector<ColumnIndex>& Replay::columns_by_name(KindIndex kind) {
  columns_.resize(ledger_.kinds.size());
  std::vector<ColumnIndex>& columns = columns_[kind];
  if (!columns.empty()) return columns;
  const Table& table = ledger_.model.table(kind);
  for (ColumnIndex i = 0; i < table.column_count(); ++i) columns.push_back(i);
  sort_stably(columns, {}, [&](ColumnIndex i) { return table.column_name(i); });
  return columns;
}

}  // namespace leadlight::book
