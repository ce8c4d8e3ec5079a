// Which column of a foreign file is which of our fields, and what its values mean; guessed from
// headers and samples (English, German, French, Spanish), corrected by hand, kept as MAP.json
// (docs/map.md).
#pragma once
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/time.h"
#include "interchange/csv.h"

namespace leadlight::interchange {

enum class DateOrder : unsigned char { kGuess, kIso, kDayFirst, kMonthFirst };

struct ColumnTarget {
  std::string header;  // as in the file
  // A name of lead/fields.h ("email"), or "tags", "note", "value" (major units), "id" (Leadlight's
  // own), or "custom:NAME", "tag:NAME"; empty drops the column.
  std::string field;
  std::map<std::string, std::string>
      values;  // file's value -> ours, before anything else; may be empty
  bool guessed = true;
};

struct Mapping {
  std::vector<ColumnTarget> columns;  // in the file's order
  DateOrder dates = DateOrder::kGuess;
  char delimiter = '\0';
  std::vector<std::string> missing;  // columns that a MAP.json named and the file doesn't have
};

// All fields that a column can be sent to, with their labels, for the menu.
struct TargetChoice {
  std::string_view field;
  std::string_view label;
};
const std::vector<TargetChoice>& target_choices();

// Guesses from headers, then from values (an @ makes an e-mail address). No field is given twice,
// but for tag and note. Unknown columns become "custom:<header>".
Mapping guess_mapping(const CsvDocument& file);

// MAP.json over a guess: columns it names are taken from it, others keep their guess; null drops.
Result<Mapping> mapping_from_json(std::string_view json, const Mapping& guess);
std::string json_from_mapping(const Mapping& mapping);
// The delimiter that a MAP.json asks for, to be known before the file is read; '\0' if it asks for
// none.
Result<char> delimiter_from_json(std::string_view json);

}  // namespace leadlight::interchange
