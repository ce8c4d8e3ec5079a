#include "lead/table.h"

namespace leadlight {

namespace {

constexpr std::size_t kMostColumns = 65'000;
std::uint64_t hash_of(Id id) { return id.high * 0x9E3779B97F4A7C15ULL ^ id.low; }

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

Table::Table(std::span<const std::string_view> known_columns) {
  columns_.reserve(known_columns.size());
  column_of_.reserve(known_columns.size());
  for (const std::string_view name : known_columns) add_column(name);
}

Row Table::find(Id id) const {
  return row_of_.find(hash_of(id), [&](Row row) { return ids_[row] == id; });
}

Row Table::add(Id id) {
  if (const Row known = find(id); known != kNoRow) return known;
  const Row row = size();
  row_of_.add(hash_of(id), [&](Row other) { return hash_of(ids_[other]); });
  ids_.push_back(id);
  alive_.push_back(1);
  ++alive_count_;
  return row;
}

void Table::set_alive(Row row, bool alive) {
  if (this->alive(row) == alive) return;
  alive_[row] = alive ? 1 : 0;
  if (alive)
    ++alive_count_;
  else
    --alive_count_;
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
  std::size_t bytes = ids_.capacity() * sizeof(Id) + alive_.capacity() + row_of_.bytes();
  for (const Column& column : columns_) bytes += sizeof(Column) + column.bytes();
  return bytes;
}

}  // namespace leadlight
