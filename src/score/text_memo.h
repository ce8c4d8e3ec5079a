// Remembers small answers about texts while a loop runs: few companies and titles stand behind many
// leads. A fixed number of places, the newest answer wins its place; forgetting costs time, never
// truth.
#pragma once
#include <cstddef>
#include <cstdint>
#include <vector>

#include "base/text_pool.h"

namespace leadlight::score {

template <unsigned kBits = 12>
class TextMemo {
 public:
  template <class Ask>
  std::int32_t of(TextId text, Ask&& ask) {
    if (places_.empty()) places_.resize(kPlaces);
    Place& place = places_[text * 0x9E3779B1U >> (32 - kBits)];
    if (place.text != text) {
      place.answer = ask();
      place.text = text;
    }
    return place.answer;
  }

 private:
  static constexpr std::size_t kPlaces = std::size_t{1} << kBits;
  struct Place {
    TextId text = 0xFFFFFFFF;
    std::int32_t answer = 0;
  };
  std::vector<Place> places_;
};

}  // namespace leadlight::score
