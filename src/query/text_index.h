// The texts that a search looks through, folded, one behind the other: each distinct text once,
// however many leads have it. Texts of a book never change, so the index only grows.
#pragma once
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/text_pool.h"

namespace leadlight::query {

// A set of texts, one bit each.
class TextSet {
 public:
  [[nodiscard]] bool has(TextId text) const {
    const std::size_t word = text / 64;
    return word < words_.size() && (words_[word] >> (text % 64) & 1) != 0;
  }
  void add(TextId text) {
    const std::size_t word = text / 64;
    if (word >= words_.size()) words_.resize(word + 1 + word / 8);
    words_[word] |= std::uint64_t{1} << (text % 64);
  }
  void reserve_up_to(TextId text) {
    words_.resize(std::max(words_.size(), text / 64 + std::size_t{1}));
  }
  // Without a check: `text` is below what reserve_up_to() was told.
  [[nodiscard]] std::uint64_t bit(TextId text) const {
    return words_[text / 64] >> (text % 64) & 1;
  }
  void clear() { words_.clear(); }

 private:
  std::vector<std::uint64_t> words_;
};

class TextIndex {
 public:
  void add(const TextPool& texts, TextId text) {
    if (text != kNoText && !known_.has(text)) append(texts, text);
  }
  void clear();
  [[nodiscard]] std::size_t size() const { return ids_.size(); }
  [[nodiscard]] TextId id(std::size_t entry) const { return ids_[entry]; }
  [[nodiscard]] std::string_view folded_text(std::size_t entry) const {
    return std::string_view(bytes_).substr(starts_[entry], starts_[entry + 1] - starts_[entry] - 1);
  }
  [[nodiscard]] std::size_t bytes() const;
  // Adds the texts among entries from `first_entry` on that hold the folded `word` to `found`.
  void search(std::string_view word, std::size_t first_entry, TextSet& found) const;
  // Whether the index still speaks of this pool: a sample of texts is compared.
  [[nodiscard]] bool belongs_to(const TextPool& texts) const;

 private:
  void append(const TextPool& texts, TextId text);

  std::string bytes_;                     // each text with a line feed behind it
  std::vector<std::uint32_t> starts_{0};  // into bytes_; one more than there are entries
  std::vector<TextId> ids_;
  TextSet known_;
};

}  // namespace leadlight::query
