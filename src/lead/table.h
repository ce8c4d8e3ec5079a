// Rows of one kind of record, stored by column. A cell is a TextId (4 bytes). Columns are held in
// chunks of 256 rows that exist only where something was written, so that rare fields cost little.
// Rows are never removed: a deleted record is not alive.
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/id.h"
#include "base/slot_index.h"
#include "base/text_pool.h"
#include "lead/fields.h"

namespace leadlight {

using Row = std::uint32_t;
inline constexpr Row kNoRow = 0xFFFFFFFF;
inline constexpr ColumnIndex kNoColumn = 0xFFFF;

class Column {
 public:
  static constexpr Row kChunkRows = 256;
  [[nodiscard]] TextId at(Row row) const {
    const Row chunk = row / kChunkRows;
    return chunk < chunks_.size() && chunks_[chunk] ? (*chunks_[chunk])[row % kChunkRows] : kNoText;
  }
  void set(Row row, TextId value);
  [[nodiscard]] std::size_t bytes() const;
  // For loops over many rows: the cells of rows from `chunk` * kChunkRows on, or nothing where all
  // are empty. Chunks beyond chunk_count() are empty too.
  [[nodiscard]] std::size_t chunk_count() const { return chunks_.size(); }
  [[nodiscard]] const std::array<TextId, kChunkRows>* chunk(std::size_t chunk) const {
    return chunks_[chunk].get();
  }

 private:
  std::vector<std::unique_ptr<std::array<TextId, kChunkRows>>> chunks_;
};

class Table {
 public:
  explicit Table(std::span<const std::string_view> known_columns);

  [[nodiscard]] Row size() const {
    return static_cast<Row>(ids_.size());
  }  // rows, deleted ones included
  [[nodiscard]] Row alive_count() const { return alive_count_; }
  [[nodiscard]] Row find(Id id) const;  // kNoRow if unknown
  Row add(Id id);                       // the row of this id, new and alive if need be
  [[nodiscard]] Id id(Row row) const { return ids_[row]; }
  [[nodiscard]] bool alive(Row row) const { return alive_[row] != 0; }
  void set_alive(Row row, bool alive);

  [[nodiscard]] ColumnIndex column_count() const { return static_cast<ColumnIndex>(names_.size()); }
  [[nodiscard]] std::string_view column_name(ColumnIndex column) const {
    return names_[column];  // valid for the table's life
  }
  [[nodiscard]] ColumnIndex find_column(std::string_view name) const;  // kNoColumn if unknown
  ColumnIndex add_column(std::string_view name);  // kNoColumn when 65,000 columns are there

  [[nodiscard]] TextId cell(Row row, ColumnIndex column) const { return columns_[column].at(row); }
  [[nodiscard]] const Column& column(ColumnIndex column) const { return columns_[column]; }
  void set_cell(Row row, ColumnIndex column, TextId value) { columns_[column].set(row, value); }
  [[nodiscard]] std::size_t bytes() const;

 private:
  std::vector<Id> ids_;
  std::vector<std::uint8_t> alive_;
  Row alive_count_ = 0;
  SlotIndex row_of_;               // by id
  std::deque<std::string> names_;  // a deque, so that names given out stay where they are
  std::unordered_map<std::string_view, ColumnIndex> column_of_;
  std::vector<Column> columns_;
};

}  // namespace leadlight
