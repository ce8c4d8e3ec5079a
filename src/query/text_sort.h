// Puts many texts in the order for people. They are compared eight bytes at a time, each eight of
// them read once: names begin alike, and reading them again and again is what makes sorting slow.
#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

namespace leadlight::query {

struct SortedText {
  std::string_view folded_text;
  std::string_view text;   // tells apart what folds alike
  std::uint32_t slot = 0;  // whatever the caller wants to find again
};

// Numbers of `texts` in order: by folded text, then by text.
std::vector<std::uint32_t> order_of(const std::vector<SortedText>& texts);

}  // namespace leadlight::query
