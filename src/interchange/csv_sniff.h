// What kind of file this is before it is read as CSV: most files that can't be imported are
// something else altogether, and the person should hear which.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace leadlight::interchange {

// The sentence for a file that is no CSV: workbooks, PDF, pictures, JSON, web pages...
std::optional<Error> error_if_not_csv(std::string_view bytes);

// The delimiter among , ; tab | that cuts the first rows into the most even columns; a comma if
// none does.
char guess_delimiter(std::string_view text);

// "line 3, column 14" of a byte; lines and characters are counted from 1.
std::string place_of(std::string_view text, std::size_t offset);

// Text in UTF-16 with its byte order mark, as UTF-8 without. Nothing if there is no mark, or half
// of a character.
std::optional<std::string> utf8_from_utf16(std::string_view bytes);

// The bytes as Windows-1252 says them.
std::string utf8_from_windows_1252(std::string_view bytes);

}  // namespace leadlight::interchange
