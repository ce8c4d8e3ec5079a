// Writing CSV. Spreadsheets run cells that begin with = + - @ (or a tab or CR before them) as
// formulas, which a file from elsewhere must not be able to use; an apostrophe makes them text, and
// reading takes it away.
#include "interchange/csv.h"

namespace leadlight::interchange {

namespace {

bool starts_formula(char c) {
  return c == '=' || c == '+' || c == '-' || c == '@' || c == '\t' || c == '\r';
}

// Behind the apostrophes that may stand there already, so that '=x survives as well.
bool is_formula_behind_apostrophes(std::string_view cell) {
  const std::size_t start = cell.find_first_not_of('\'');
  return start != std::string_view::npos && starts_formula(cell[start]);
}

// "+49 30 1234" and "-5" are no formulas.
bool is_number_or_phone(std::string_view cell) {
  return (cell[0] == '+' || cell[0] == '-') &&
         cell.find_first_not_of("0123456789 ()./-", 1) == std::string_view::npos;
}

}  // namespace

void append_csv_row(std::string& out, const std::vector<std::string_view>& cells, char delimiter) {
  bool first = true;
  for (const std::string_view cell : cells) {
    if (!first) out += delimiter;
    first = false;
    if (cell.empty()) {
      if (cells.size() == 1) out += "\"\"";  // else the line would be empty, and skipped
      continue;
    }
    const bool guarded = is_formula_behind_apostrophes(cell) && !is_number_or_phone(cell);
    const char special[] = {delimiter, '"', '\n', '\r', '\0'};
    const bool quoted = cell.find_first_of(special) != std::string_view::npos ||
                        cell.front() == ' ' || cell.back() == ' ';
    if (quoted) out += '"';
    if (guarded) out += '\'';
    if (quoted) {
      for (const char c : cell) {
        if (c == '"') out += '"';
        out += c;
      }
      out += '"';
    } else {
      out += cell;
    }
  }
  out += "\r\n";
}

std::string_view without_apostrophe(std::string_view cell) {
  if (cell.size() > 1 && cell[0] == '\'' && is_formula_behind_apostrophes(cell))
    cell.remove_prefix(1);
  return cell;
}

}  // namespace leadlight::interchange
