// Values of a lead as they are written into a message (practice D2).
#pragma once
#include <string>
#include <string_view>

#include "lead/model.h"

namespace leadlight::message {

// On one line: line breaks, tabs and the blanks of all scripts become single blanks; control
// characters, invisible ones that hide text or turn its direction, and bytes that are no UTF-8 are
// left out, and so are blanks, commas, semicolons, colons, "!" and "?" that it begins with, and
// blanks, commas and semicolons that it ends with. All else stays, braces and HTML too. Empty if it
// has no letter, digit or symbol ("-", "???"): people type that for "nothing".
std::string clean_value(std::string_view text);

// For a greeting: the first name as it is; without one, the first word of a full name of two words
// or more without a comma, titles before it left out ("Dr. Ana Silva" -> "Ana"). A full name in
// another script than Latin, Greek or Cyrillic stays whole. Empty where that says nothing.
std::string first_name_of(const Model& model, Row lead);

// "en" of "en-GB", "English", "Englisch"; two letters, or the folded text where it is unknown.
std::string language_code(std::string_view text);

}  // namespace leadlight::message
