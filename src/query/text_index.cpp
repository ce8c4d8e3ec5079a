#include "query/text_index.h"

#include <algorithm>
#include <limits>

#include "base/text.h"
#include "query/scan.h"

namespace leadlight::query {

void TextIndex::append(const TextPool& texts, TextId text) {
  known_.add(text);
  constexpr std::size_t kMostBytes = std::numeric_limits<std::uint32_t>::max();
  const std::string_view view = texts.view(text);
  // Folding may make a text longer, twelve times at most; beyond 4 GB nothing more is searched.
  if (bytes_.size() + 12 * view.size() + 1 > kMostBytes) return;
  append_folded(bytes_, view);
  bytes_ += '\n';
  starts_.push_back(static_cast<std::uint32_t>(bytes_.size()));
  ids_.push_back(text);
}

void TextIndex::clear() { *this = TextIndex(); }

std::size_t TextIndex::bytes() const {
  return bytes_.capacity() + starts_.capacity() * sizeof(starts_[0]) +
         ids_.capacity() * sizeof(ids_[0]);
}

void TextIndex::search(std::string_view word, std::size_t first_entry, TextSet& found) const {
  if (word.empty()) return;
  std::size_t entry = first_entry;
  const std::string_view text(bytes_);
  while (entry < size()) {
    const std::size_t at = find_in(text, word, starts_[entry]);
    if (at == std::string_view::npos) return;
    while (starts_[entry + 1] <= at) ++entry;
    found.add(ids_[entry]);
    ++entry;
  }
}

bool TextIndex::belongs_to(const TextPool& texts) const {
  const std::size_t step = std::max<std::size_t>(1, size() / 64);
  for (std::size_t entry = 0; entry < size(); entry += step) {
    if (ids_[entry] >= texts.size() || folded(texts.view(ids_[entry])) != folded_text(entry))
      return false;
  }
  return true;
}

}  // namespace leadlight::query
