// How the cells of a column become our forms of value, by the field that the column is sent to.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "interchange/mapping.h"

namespace leadlight::interchange {

enum class Form : unsigned char {
  kDrop,
  kText,
  kEmail,
  kMajor,
  kTags,
  kNote,  // these need more than the cell: drafts.cpp does them
  kTime,
  kMinor,
  kCurrency,
  kStage,
  kOutcome,
  kLeadType,
  kReason,
  kHeat,
  kWeedOut,
  kFlag,
  kId,
};
Form form_of(std::string_view field);

// Few different texts that repeat: worth remembering what they became.
bool is_word(Form form);

// For the second group. Our text for the cell's; empty for "no value" ("no" in a column of flags);
// nothing if it can't be understood. `dates` is the order of the column's dates.
std::optional<std::string> value_from_cell(Form form, std::string_view cell, DateOrder dates);

// "date", "dates": what is said of cells that could not be understood.
std::string_view name_of(Form form, bool one);

}  // namespace leadlight::interchange
