// Any bytes as a CSV file: read or refused with a sentence; what is read becomes drafts, and what
// is drafted can be written and read again.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "interchange/csv.h"
#include "interchange/drafts.h"
#include "interchange/mapping.h"

using namespace leadlight;
using namespace leadlight::interchange;

namespace {

void check(bool holds) {
  if (!holds) std::abort();
}

// Rows written by us, below a header as always, come back cell by cell.
void check_round_trip(const CsvDocument& file) {
  for (std::size_t row = 1; row < file.row_count(); ++row) {
    std::vector<std::string_view> cells;
    for (std::size_t column = 0; column < file.column_count(row); ++column)
      cells.push_back(file.cell(row, column));
    std::string text;
    append_csv_row(text, std::vector<std::string_view>(cells.size(), "column"), file.delimiter());
    append_csv_row(text, cells, file.delimiter());
    const auto again = read_csv(text, file.delimiter());
    check(again && again->row_count() == 2 && again->column_count(1) == cells.size());
    for (std::size_t column = 0; column < cells.size(); ++column)
      check(without_apostrophe(again->cell(1, column)) == cells[column]);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto file = read_csv(std::string(reinterpret_cast<const char*>(data), size));
  if (!file) {
    check(!file.error().what.empty() && !file.error().remedy.empty());
    check(!invalid_utf8_at(file.error().sentence()));
    return 0;
  }
  check(file->row_count() > 0);
  const Mapping mapping = guess_mapping(*file);
  check(mapping.columns.size() == file->column_count(0));
  const Drafts drafts = drafts_from_csv(*file, mapping);
  check(drafts.rows.size() + drafts.rejected.size() < file->row_count());
  check(!invalid_utf8_at(drafts.bytes));
  for (const Draft& draft : drafts.rows) {
    check(draft.first + draft.count <= drafts.values.size());
    for (std::uint32_t i = draft.first; i < draft.first + draft.count; ++i) {
      check(drafts.values[i].field < drafts.field_names.size());
      check(drafts.values[i].offset + drafts.values[i].size <= drafts.bytes.size());
    }
  }
  const auto map = mapping_from_json(json_from_mapping(mapping), mapping);
  check(map.has_value() || size > 1000);
  if (file->row_count() < 200) check_round_trip(*file);
  return 0;
}
