// CSV as people's programs write it (RFC 4180 and its neighbours): comma, semicolon, tab or pipe;
// quotes, doubled quotes, line breaks inside quotes; CRLF, LF or CR; UTF-8 with or without BOM, or
// UTF-16 with one.
// A file that is broken is refused as a whole, with line and column of the fault. Columns are
// counted in characters, from 1.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace leadlight::interchange {

// Rows of a parsed file. Values point into the document's own bytes (quotes already taken away).
class CsvDocument {
 public:
  [[nodiscard]] std::size_t row_count() const {
    return row_ends_.size();
  }  // the header row included
  [[nodiscard]] std::size_t column_count(std::size_t row) const;
  [[nodiscard]] std::string_view cell(std::size_t row,
                                      std::size_t column) const;  // "" beyond the end
  [[nodiscard]] std::size_t line_of(std::size_t row) const {
    return lines_[row];
  }  // 1 is the first
  // As a spreadsheet counts: empty lines too, but a cell of several lines is in one row. 1 is the
  // first.
  [[nodiscard]] std::size_t number_of(std::size_t row) const { return numbers_[row]; }
  [[nodiscard]] char delimiter() const { return delimiter_; }

 private:
  friend class CsvReader;
  friend class CardTable;  // of vCards, which makes the same of them
  struct Cell {
    std::uint32_t offset = 0;
    std::uint32_t size = 0;
  };
  std::string bytes_;
  std::vector<Cell> cells_;
  std::vector<std::uint32_t> row_ends_;  // end index into cells_, by row
  std::vector<std::uint32_t> lines_;
  std::vector<std::uint32_t> numbers_;
  char delimiter_ = ',';
};

// `delimiter` '\0' means: guess it (Excel's line "sep=;" says it too). Empty lines are skipped.
// Blanks between delimiter and quote are allowed. Refuses: what is no CSV at all (workbooks, PDF,
// JSON...), bytes that are neither UTF-8 nor UTF-16, a quote that never ends and a last row without
// its last cells (cut files), text behind a closing quote, a file without any row, more than 4,096
// columns, 2 GiB and more.
Result<CsvDocument> read_csv(std::string bytes, char delimiter = '\0');

// The bytes as Windows-1252 says them, in UTF-8; empty if they are UTF-8 already or no text at all.
std::string text_from_windows_1252(std::string_view bytes);

// One row with CRLF, quoted where it must be; a value that a spreadsheet would run as a formula
// gets an apostrophe before it, which `without_apostrophe` takes away again.
void append_csv_row(std::string& out, const std::vector<std::string_view>& cells,
                    char delimiter = ',');

// A cell as a person meant it: spreadsheets show '=x as =x.
std::string_view without_apostrophe(std::string_view cell);

}  // namespace leadlight::interchange
