// A small table inside of a page: columns that share the width, cells that say what they show. For
// the tables of Import; Leads has its own.
#pragma once
#include <optional>
#include <span>
#include <string_view>

#include "ui/widgets.h"

namespace leadlight::ui {

struct TableColumn {
  std::string_view title;
  float weight = 1;  // share of the width that is left
  float least = 0;   // CSS pixels
};

class SmallTable {
 public:
  // `row_count`: with the header. `columns` must outlive it.
  SmallTable(Ui& ui, std::string_view id, std::string_view name,
             std::span<const TableColumn> columns, Rect area, std::size_t row_count);
  void header(Rect rect);  // draws the titles
  [[nodiscard]] Rect cell(Rect row, std::size_t column) const;
  // A cell with nothing but a line of text.
  void text_cell(Rect row, std::size_t column, std::string_view text, const TextStyle& style,
                 ImU32 colour);

  // Groups of what is drawn while they live; ids in them are the row's or cell's own.
  class Row {
   public:
    Row(SmallTable& table, std::size_t index, std::string_view name, Rect rect);  // 0: header
    ~Row();
    Row(const Row&) = delete;
    Row& operator=(const Row&) = delete;

   private:
    std::optional<Scope> scope_;
  };
  class Cell {
   public:
    Cell(SmallTable& table, std::size_t column, std::string_view text, Rect rect);
    ~Cell();
    Cell(const Cell&) = delete;
    Cell& operator=(const Cell&) = delete;

   private:
    std::optional<Scope> scope_;
  };

 private:
  Ui& ui_;
  std::span<const TableColumn> columns_;
  Scope scope_;
};

}  // namespace leadlight::ui
