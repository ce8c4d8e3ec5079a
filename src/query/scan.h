// Finds a text in a long run of bytes, sixteen at a time, for searches that read megabytes on every
// key press. Used where std::string_view::find is too slow: this one looks for the first and the
// last byte of the wanted text together, so that few places are looked at twice.
#pragma once
#include <cstddef>
#include <string_view>

namespace leadlight::query {

// Where `wanted` (not empty) begins in `text` at `from` or behind; npos if nowhere.
std::size_t find_in(std::string_view text, std::string_view wanted, std::size_t from);

}  // namespace leadlight::query
