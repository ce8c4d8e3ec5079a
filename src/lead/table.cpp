#include "lead/table.h"

namespace leadlight {

namespace {

constexpr std::size_t kMostColumns = 65'000;
constexpr std::size_t kFirstSlots = 16;

}  // namespace

void Column::set(Row row, TextId value) {
  const Row chunk = row / kChunkRows;
  if (chunk >= chunks_.size()) {
    if (value == kNoText) return;
    chunks_.resize(chunk + 1);
  }
  if (!chunks_[chunk]) {
    if (value == kNoText) return;
    chunks_[chunk] = std::make_unique<std::array<TextId, kChunkRows>>();
  }
  (*chunks_[chunk])[row % kChunkRows] = value;
}

std::size_t Column::bytes() const {
  std::size_t bytes = chunks_.capacity() * sizeof(chunks_[0]);
  for (const auto& chunk : chunks_)
    if (chunk) bytes += sizeof(*chunk);
  return bytes;
}

Table::Table(std::span<const std::string_view> known_columns) : slots_(kFirstSlots, kNoRow) {
  for (const std::string_view name : known_columns) add_column(name);
}

Row Table::find(Id id) const { return slots_[slot_of(id)]; }

Row Table::add(Id id) {
  std::size_t slot = slot_of(id);
  if (slots_[slot] != kNoRow) return slots_[slot];
  if (ids_.size() >= slots_.size() / 4 * 3) {
    grow_slots();
    slot = slot_of(id);
  }
  const Row row = size();
  slots_[slot] = row;
  ids_.push_back(id);
  alive_.push_back(1);
  ++alive_count_;
  return row;
}

void Table::set_alive(Row row, bool alive) {
  if (this->alive(row) == alive) return;
  alive_[row] = alive ? 1 : 0;
  alive_count_ += alive ? 1 : Row(-1);
}

ColumnIndex Table::find_column(std::string_view name) const {
  const auto found = column_of_.find(name);
  return found == column_of_.end() ? kNoColumn : found->second;
}

ColumnIndex Table::add_column(std::string_view name) {
  if (const ColumnIndex known = find_column(name); known != kNoColumn) return known;
  if (names_.size() >= kMostColumns) return kNoColumn;
  const auto column = static_cast<ColumnIndex>(names_.size());
  names_.emplace_back(name);
  columns_.emplace_back();
  column_of_.emplace(names_.back(), column);
  return column;
}

std::size_t Table::bytes() const {
  std::size_t bytes =
      ids_.capacity() * sizeof(Id) + alive_.capacity() + slots_.size() * sizeof(Row);
  for (const Column& column : columns_) bytes += sizeof(Column) + column.bytes();
  return bytes;
}

std::size_t Table::slot_of(Id id) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = IdHash{}(id)&mask;
  while (slots_[slot] != kNoRow && ids_[slots_[slot]] != id) slot = (slot + 1) & mask;
  return slot;
}

void Table::grow_slots() {
  slots_.assign(slots_.size() * 2, kNoRow);
  for (Row row = 0; row < size(); ++row) slots_[slot_of(ids_[row])] = row;
}

}  // namespace leadlight
