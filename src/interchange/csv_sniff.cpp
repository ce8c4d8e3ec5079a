#include "interchange/csv_sniff.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "base/text.h"
#include "interchange/csv.h"

namespace leadlight::interchange {

namespace {

using namespace std::string_view_literals;

struct Signature {
  std::string_view start;
  std::string_view what;
  std::string_view remedy;
};

constexpr auto kSaveAsCsv = "Save it as “CSV UTF-8” and import that file."sv;
constexpr auto kExportCsv = "Export the leads as CSV and import that file."sv;

// Byte order marks of UTF-16.
constexpr auto kLittleEndian = "\xFF\xFE"sv, kBigEndian = "\xFE\xFF"sv;

constexpr std::array kSignatures{
    Signature{"PK\x03\x04"sv, "This is an Excel workbook or another zipped file, not CSV."sv,
              kSaveAsCsv},
    Signature{"\xD0\xCF\x11\xE0"sv, "This is an old Excel workbook, not CSV."sv, kSaveAsCsv},
    Signature{"%PDF"sv, "This is a PDF, not CSV."sv, kExportCsv},
    Signature{"{\\rtf"sv, "This is a formatted text document, not CSV."sv, kSaveAsCsv},
    Signature{kLittleEndian, "This UTF-16 text is cut or damaged."sv, kSaveAsCsv},
    Signature{kBigEndian, "This UTF-16 text is cut or damaged."sv, kSaveAsCsv},
    Signature{"\x1F\x8B"sv, "This is a compressed file, not CSV."sv,
              "Unpack it and import what is inside."sv},
    Signature{"\x89PNG"sv, "This is a picture, not CSV."sv, kExportCsv},
    Signature{"\xFF\xD8\xFF"sv, "This is a picture, not CSV."sv, kExportCsv},
    Signature{"GIF8"sv, "This is a picture, not CSV."sv, kExportCsv},
    Signature{"SQLite format 3"sv, "This is a database, not CSV."sv, kExportCsv},
    Signature{"BEGIN:VCARD"sv, "These are vCards, not CSV."sv, "Import them as a .vcf file."sv},
};

bool starts_with_ignoring_case(std::string_view text, std::string_view lower) {
  return text.size() >= lower.size() &&
         std::ranges::equal(text.substr(0, lower.size()), lower, [](char a, char b) {
           return (a >= 'A' && a <= 'Z' ? static_cast<char>(a - 'A' + 'a') : a) == b;
         });
}

bool looks_like_markup(std::string_view text) {
  constexpr std::array kStarts{"<!doctype"sv, "<html"sv,  "<head"sv,
                               "<body"sv,     "<table"sv, "<?xml"sv};
  return std::ranges::any_of(kStarts,
                             [&](auto start) { return starts_with_ignoring_case(text, start); });
}

// A header that happens to begin with a bracket is no JSON: something that JSON needs must follow.
bool looks_like_json(std::string_view text) {
  if (text.empty() || (text[0] != '{' && text[0] != '[')) return false;
  const std::string_view rest = trimmed(text.substr(1));
  if (text[0] == '{') return rest.starts_with('"') || rest.starts_with('}');
  return rest.starts_with('{') || rest.starts_with('[') || rest.starts_with(']') ||
         rest.starts_with('"');
}

// How many cells the first rows have if `delimiter` cuts them.
std::vector<std::size_t> cells_by_row(std::string_view text, char delimiter) {
  constexpr std::size_t kRows = 50;
  std::vector<std::size_t> counts;
  std::size_t cells = 1;
  bool at_start = true;  // of a cell
  bool quoted = false;
  bool row_has_text = false;
  for (std::size_t i = 0; i < text.size() && counts.size() < kRows; ++i) {
    const char c = text[i];
    if (quoted) {
      if (c != '"') continue;
      if (i + 1 < text.size() && text[i + 1] == '"') {
        ++i;
      } else {
        quoted = false;
      }
    } else if (c == '"' && at_start) {
      quoted = row_has_text = true;
      at_start = false;
    } else if (c == delimiter) {
      ++cells;
      at_start = row_has_text = true;
    } else if (c == '\n' || c == '\r') {
      if (row_has_text) counts.push_back(cells);
      cells = 1;
      at_start = true;
      row_has_text = false;
    } else if (c != ' ') {
      at_start = false;
      row_has_text = true;
    }
  }
  if (row_has_text && !quoted && counts.size() < kRows) counts.push_back(cells);
  return counts;
}

}  // namespace

std::string utf8_from_windows_1252(std::string_view bytes) {
  // From 0x80 on, where it differs from Latin-1.
  constexpr std::array<char32_t, 32> kSigns{U'€', 0x81, U'‚', U'ƒ', U'„', U'…', U'†', U'‡',
                                            U'ˆ', U'‰', U'Š', U'‹', U'Œ', 0x8D, U'Ž', 0x8F,
                                            0x90, U'‘', U'’', U'“', U'”', U'•', U'–', U'—',
                                            U'˜', U'™', U'š', U'›', U'œ', 0x9D, U'ž', U'Ÿ'};
  std::string text;
  text.reserve(bytes.size() + bytes.size() / 8);
  for (const char byte : bytes) {
    const auto code = static_cast<unsigned char>(byte);
    append_utf8(text, code >= 0x80 && code < 0xA0 ? kSigns[code - 0x80] : char32_t{code});
  }
  return text;
}

std::optional<std::string> utf8_from_utf16(std::string_view bytes) {
  if (!bytes.starts_with(kLittleEndian) && !bytes.starts_with(kBigEndian)) return std::nullopt;
  const std::size_t high = bytes.starts_with(kBigEndian) ? 0 : 1;
  if (bytes.size() % 2 != 0) return std::nullopt;
  const auto unit_at = [&](std::size_t at) -> char32_t {
    const auto byte = [&](std::size_t i) -> char32_t {
      return static_cast<unsigned char>(bytes[i]);
    };
    return byte(at + high) << 8 | byte(at + 1 - high);
  };
  std::string text;
  text.reserve(bytes.size() / 2 + bytes.size() / 16);
  for (std::size_t at = 2; at < bytes.size(); at += 2) {
    char32_t code = unit_at(at);
    if (code >= 0xD800 && code < 0xE000) {  // the first of two
      at += 2;
      const char32_t second = at < bytes.size() ? unit_at(at) : 0;
      if (code >= 0xDC00 || second < 0xDC00 || second >= 0xE000) return std::nullopt;
      code = 0x10000 + ((code - 0xD800) << 10) + (second - 0xDC00);
    }
    append_utf8(text, code);
  }
  return text;
}

std::string text_from_windows_1252(std::string_view bytes) {
  return !invalid_utf8_at(bytes) || error_if_not_csv(bytes) ? std::string()
                                                            : utf8_from_windows_1252(bytes);
}

std::optional<Error> error_if_not_csv(std::string_view bytes) {
  for (const Signature& signature : kSignatures) {
    if (bytes.starts_with(signature.start)) {
      return Error{std::string(signature.what), {}, std::string(signature.remedy)};
    }
  }
  const std::string_view start = bytes.substr(0, 4096);
  if (const std::size_t zero = start.find('\0'); zero != std::string_view::npos) {
    // Latin text in UTF-16 has a zero as every other byte.
    const auto zeros = static_cast<std::size_t>(std::ranges::count(start, '\0'));
    if (zeros * 3 > start.size()) {
      return Error{"This text is UTF-16, not UTF-8.", {}, std::string(kSaveAsCsv)};
    }
  }
  if (const std::size_t zero = bytes.find('\0'); zero != std::string_view::npos) {
    return Error{"This is no text file: it contains zero bytes.",
                 "byte " + std::to_string(zero + 1), std::string(kExportCsv)};
  }
  const std::string_view text = trimmed(start);
  if (looks_like_markup(text)) {
    return Error{"This is a web page or XML, not CSV.", {}, std::string(kExportCsv)};
  }
  if (looks_like_json(text)) {
    return Error{
        "This is JSON, not CSV.",
        {},
        "If it is a Leadlight snapshot, import it as a snapshot; else export the leads as CSV."};
  }
  return std::nullopt;
}

char guess_delimiter(std::string_view text) {
  text = text.substr(0, 64 * 1024);
  char best = ',';
  double best_score = 0;
  for (const char candidate : {',', ';', '\t', '|'}) {
    const std::vector<std::size_t> counts = cells_by_row(text, candidate);
    if (counts.empty() || counts[0] < 2) continue;
    const auto even = static_cast<double>(std::ranges::count(counts, counts[0]));
    // Evenness first; between equally even ones, more columns are less likely to be chance.
    const double score = even / static_cast<double>(counts.size()) +
                         0.01 * static_cast<double>(std::min<std::size_t>(counts[0], 50));
    if (score > best_score) {
      best_score = score;
      best = candidate;
    }
  }
  return best;
}

std::string place_of(std::string_view text, std::size_t offset) {
  std::size_t line = 1;
  std::size_t line_start = 0;
  for (std::size_t i = 0; i < offset; ++i) {
    const bool breaks =
        text[i] == '\n' || (text[i] == '\r' && (i + 1 >= text.size() || text[i + 1] != '\n'));
    if (breaks) {
      ++line;
      line_start = i + 1;
    }
  }
  std::size_t column = 1;
  for (std::size_t i = line_start; i < offset; ++i) {
    column += (static_cast<unsigned char>(text[i]) & 0xC0) != 0x80;
  }
  return "line " + std::to_string(line) + ", column " + std::to_string(column);
}

}  // namespace leadlight::interchange
