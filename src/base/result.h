// Results across rooms: a value, or an error that a person can act on.
// Every failure that reaches the screen or stderr is one `Error`; it is shown once, as
// `sentence()`.
#pragma once
#include <expected>
#include <string>
#include <utility>

namespace leadlight {

struct Error {
  std::string what;    // what is wrong, a whole sentence: "The file ends inside a quoted field."
  std::string where;   // place, or empty: "line 12, column 4", "byte 1024"
  std::string remedy;  // what to do next, a whole sentence, or empty

  [[nodiscard]] std::string sentence() const {
    std::string text = what;
    if (!where.empty()) text += " (" + where + ")";
    if (!remedy.empty()) text += " " + remedy;
    return text;
  }
};

template <class T>
using Result = std::expected<T, Error>;

inline std::unexpected<Error> fail(std::string what, std::string remedy = {},
                                   std::string where = {}) {
  return std::unexpected(Error{std::move(what), std::move(where), std::move(remedy)});
}

}  // namespace leadlight
