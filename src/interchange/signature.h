// Whose signature this is: a person's contact data from a few lines of text, as they stand below an
// e-mail or on a business card, in English, German, French or Spanish.
//
// Guesses are careful. What is not surely a field of ours goes into the note, so that all of the
// text is kept but signs, labels and the words of farewell.
#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace leadlight::interchange {

// Our field names and values, "note" the last; no field twice. One vCard or MECARD is read as such.
// Empty where there is nothing to tell: of a table, of several cards, of less than a name or an
// address.
using SignatureFields = std::vector<std::pair<std::string, std::string>>;
SignatureFields fields_from_signature(std::string_view text);

}  // namespace leadlight::interchange
