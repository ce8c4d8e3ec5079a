#include "interchange/csv.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <optional>
#include <utility>

#include "base/text.h"
#include "interchange/csv_sniff.h"

namespace leadlight::interchange {

namespace {

constexpr std::size_t kMaxBytes = 0x7FFFFFFF;
constexpr std::size_t kMaxColumns = 4096;
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

std::string counted(std::size_t count, std::string_view word) {
  return std::to_string(count) + " " + std::string(word) + (count == 1 ? "" : "s");
}

}  // namespace

// One pass over the bytes. Scanning needs no bound: a std::string ends with a zero byte, and zero
// bytes inside have been refused, so that zero always is the end.
class CsvReader {
 public:
  CsvReader(std::string bytes, char delimiter) {
    auto from_utf16 = utf8_from_utf16(bytes);  // Excel's “Unicode text”
    file_.bytes_ = from_utf16 ? *std::move(from_utf16) : std::move(bytes);
    file_.delimiter_ = is_delimiter(delimiter) ? delimiter : '\0';
  }

  Result<CsvDocument> read() {
    if (auto error = check()) return std::unexpected(std::move(*error));
    start();
    while (at_ < size_) {
      if (auto error = read_row()) return std::unexpected(std::move(*error));
      if (file_.row_ends_.size() == kRowsToExtrapolate) reserve();
    }
    if (file_.row_ends_.empty()) {
      return fail("The file is empty: there is not even a header row.",
                  "Import a CSV file whose first row names its columns.");
    }
    if (auto error = check_last_row()) return std::unexpected(std::move(*error));
    return std::move(file_);
  }

 private:
  static constexpr std::size_t kRowsToExtrapolate = 1000;

  std::optional<Error> check() const {
    if (file_.bytes_.size() > kMaxBytes) {
      return Error{"The file is larger than 2 GB.",
                   {},
                   "Split it into smaller files and import them one by one."};
    }
    if (auto error = error_if_not_csv(file_.bytes_)) return error;
    if (const auto invalid = invalid_utf8_at(file_.bytes_)) {
      return Error{"This character is not UTF-8.", place_of(file_.bytes_, *invalid),
                   "Save the file as “CSV UTF-8” and import it again."};
    }
    return std::nullopt;
  }

  void start() {
    data_ = file_.bytes_.data();
    size_ = file_.bytes_.size();
    if (file_.bytes_.starts_with(kByteOrderMark)) line_start_ = at_ = kByteOrderMark.size();
    const std::string_view text = std::string_view(file_.bytes_).substr(at_);
    // Excel's own way to name the delimiter: a first line "sep=;".
    if (text.size() > 5 && text.starts_with("sep=") && is_delimiter(text[4]) &&
        is_line_break(text[5])) {
      if (file_.delimiter_ == '\0') file_.delimiter_ = text[4];
      at_ += 5;
      ++row_number_;
      skip_line_break();
    }
    if (file_.delimiter_ == '\0') file_.delimiter_ = guess_delimiter(text);
    for (const char c : {file_.delimiter_, '\n', '\r', '\0'}) ends_cell_[index(c)] = true;
    for (const char c : {'"', '\n', '\r', '\0'}) stops_quoted_[index(c)] = true;
  }

  // Memory for the rest of the file, from how its first rows are.
  void reserve() {
    const double scale = static_cast<double>(size_) / static_cast<double>(at_) * 1.05;
    const auto scaled = [scale](std::size_t n) {
      return static_cast<std::size_t>(static_cast<double>(n) * scale);
    };
    file_.cells_.reserve(scaled(file_.cells_.size()));
    file_.row_ends_.reserve(scaled(kRowsToExtrapolate));
    file_.lines_.reserve(scaled(kRowsToExtrapolate));
    file_.numbers_.reserve(scaled(kRowsToExtrapolate));
  }

  std::optional<Error> read_row() {
    ++row_number_;
    const std::size_t text = at_ + std::strspn(data_ + at_, " ");
    if (text >= size_ || is_line_break(data_[text])) {  // an empty line
      at_ = text;
      skip_line_break();
      return std::nullopt;
    }
    const std::size_t row_line = line_;
    const std::size_t first_cell = file_.cells_.size();
    for (;;) {
      if (auto error = read_cell()) return error;
      if (at_ >= size_ || data_[at_] != file_.delimiter_) break;
      ++at_;
      if (file_.cells_.size() - first_cell >= kMaxColumns) {
        return Error{"A row has more than " + std::to_string(kMaxColumns) + " columns.", here(at_),
                     "Choose another delimiter, or split the file."};
      }
    }
    ends_with_line_break_ = at_ < size_;
    skip_line_break();
    file_.row_ends_.push_back(static_cast<std::uint32_t>(file_.cells_.size()));
    file_.lines_.push_back(static_cast<std::uint32_t>(row_line));
    file_.numbers_.push_back(static_cast<std::uint32_t>(row_number_));
    return std::nullopt;
  }

  // From the start of a cell to the delimiter, line break or end behind it.
  std::optional<Error> read_cell() {
    if (data_[at_] == '"') return read_quoted_cell();
    if (data_[at_] == ' ' && is_quoted_behind_blanks()) {
      at_ += std::strspn(data_ + at_, " ");
      return read_quoted_cell();
    }
    const char* end = data_ + at_;
    while (!ends_cell_[index(*end)]) ++end;
    add_cell(at_, static_cast<std::size_t>(end - data_) - at_);
    at_ = static_cast<std::size_t>(end - data_);
    return std::nullopt;
  }

  // Doubled quotes are made single in place, so that the cell stays one piece of the document.
  std::optional<Error> read_quoted_cell() {
    const std::size_t quote = at_;
    const std::size_t quote_line = line_;
    const std::size_t quote_line_start = line_start_;
    std::size_t from = quote + 1;  // of the piece not yet moved
    std::size_t to = from;         // where it goes
    std::size_t i = from;
    const auto move_piece = [&](std::size_t end) {
      if (to != from) std::memmove(data_ + to, data_ + from, end - from);
      to += end - from;
      from = end;
    };
    for (;;) {
      while (!stops_quoted_[index(data_[i])]) ++i;
      if (i >= size_) {
        line_ = quote_line;
        line_start_ = quote_line_start;
        return Error{"The file ends inside this quoted cell.", here(quote),
                     "The file seems to be cut: export it again, or close the quote."};
      }
      if (data_[i] != '"') {
        i = behind_line_break(i);
        continue;
      }
      if (data_[i + 1] != '"') break;
      move_piece(i + 1);
      i += 2;
      from = i;
    }
    move_piece(i);
    add_cell(quote + 1, to - quote - 1);
    at_ = i + 1;
    while (data_[at_] == ' ') ++at_;
    if (!ends_cell_[index(data_[at_])]) {
      return Error{
          "Text stands behind a closing quote.", here(at_),
          "Quotes inside a quoted cell must be doubled (\"\"); correct the row and import again."};
    }
    return std::nullopt;
  }

  // `, "Jim", ` is meant as a quoted cell; ` "big" Jim` is not.
  [[nodiscard]] bool is_quoted_behind_blanks() const {
    std::size_t i = at_ + std::strspn(data_ + at_, " ");
    if (data_[i] != '"') return false;
    for (++i;; ++i) {
      const char* const quote = std::strchr(data_ + i, '"');
      if (quote == nullptr) return false;
      i = static_cast<std::size_t>(quote - data_) + 1;
      if (data_[i] == '"') continue;
      i += std::strspn(data_ + i, " ");
      return ends_cell_[index(data_[i])];
    }
  }

  // A last row without its last cells and without a line break, in a file that is even otherwise.
  std::optional<Error> check_last_row() {
    const std::size_t rows = file_.row_count();
    if (rows < 2 || ends_with_line_break_) return std::nullopt;
    const std::size_t columns = file_.column_count(0);
    const std::size_t last = file_.column_count(rows - 1);
    if (last >= columns) return std::nullopt;
    for (std::size_t row = 1; row + 1 < rows; ++row) {
      if (file_.column_count(row) != columns) return std::nullopt;
    }
    return Error{"The last row has " + counted(last, "cell") + ", the header has " +
                     std::to_string(columns) + ": the file seems to be cut.",
                 "line " + std::to_string(file_.line_of(rows - 1)),
                 "Export it again; if it is complete, put a line break at its end."};
  }

  void add_cell(std::size_t offset, std::size_t size) {
    file_.cells_.push_back({static_cast<std::uint32_t>(offset), static_cast<std::uint32_t>(size)});
  }

  static bool is_delimiter(char c) { return c != '"' && c != '\n' && c != '\r' && c != ' '; }
  static bool is_line_break(char c) { return c == '\n' || c == '\r'; }
  void skip_line_break() {
    if (at_ < size_) at_ = behind_line_break(at_);
  }
  std::size_t behind_line_break(std::size_t at) {
    at += data_[at] == '\r' && data_[at + 1] == '\n' ? 2 : 1;
    ++line_;
    line_start_ = at;
    return at;
  }

  [[nodiscard]] std::string here(std::size_t at) const {
    const auto is_start = [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; };
    const auto characters = std::count_if(data_ + line_start_, data_ + at, is_start);
    return "line " + std::to_string(line_) + ", column " + std::to_string(characters + 1);
  }

  static std::size_t index(char c) { return static_cast<unsigned char>(c); }

  CsvDocument file_;
  char* data_ = nullptr;
  std::size_t size_ = 0;
  std::size_t at_ = 0;
  std::size_t line_ = 1;
  std::size_t line_start_ = 0;
  std::size_t row_number_ = 0;
  bool ends_with_line_break_ = true;
  std::array<bool, 256> ends_cell_{};
  std::array<bool, 256> stops_quoted_{};
};

std::size_t CsvDocument::column_count(std::size_t row) const {
  return row_ends_[row] - (row == 0 ? 0 : row_ends_[row - 1]);
}

std::string_view CsvDocument::cell(std::size_t row, std::size_t column) const {
  const std::size_t first = row == 0 ? 0 : row_ends_[row - 1];
  if (first + column >= row_ends_[row]) return {};
  const Cell& cell = cells_[first + column];
  return std::string_view(bytes_).substr(cell.offset, cell.size);
}

Result<CsvDocument> read_csv(std::string bytes, char delimiter) {
  return CsvReader(std::move(bytes), delimiter).read();
}

}  // namespace leadlight::interchange
