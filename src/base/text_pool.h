// Every distinct text of a book, stored once. A text is named by a small number, so that columns of
// texts are columns of 4 bytes and equal texts compare as equal numbers.
#pragma once
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <string_view>
#include <vector>

#include "base/prefetch.h"

namespace leadlight {

using TextId = std::uint32_t;
inline constexpr TextId kNoText = 0;  // the empty text

class TextPool {
 public:
  TextPool();
  TextId intern(std::string_view text);
  TextId intern(std::string_view text, std::uint64_t hash);  // where hash64(text) is known already
  // Hints that texts of these hashes are about to be interned, or that this text is about to be
  // read: many waits for memory become one.
  void prefetch_hash(std::uint64_t hash) const {
    const std::size_t slot = static_cast<std::size_t>(hash) & (tags_.size() - 1);
    prefetch(&tags_[slot]);
    prefetch(&index_[slot]);
  }
  void prefetch_start(TextId id) const { prefetch(static_cast<const void*>(&starts_[id])); }
  void prefetch_text(TextId id) const { prefetch(starts_[id]); }
  // The number of a text that is already there, or nothing to compare with: kNoText for "" and
  // unknown.
  [[nodiscard]] TextId find(std::string_view text) const;
  // Valid for the pool's life: texts never move.
  [[nodiscard]] std::string_view view(TextId id) const { return text_at(starts_[id]); }
  [[nodiscard]] std::size_t size() const { return starts_.size(); }
  [[nodiscard]] std::size_t bytes() const;  // memory held

 private:
  static constexpr unsigned kLongSize = 0xFF;
  static std::string_view text_at(const char* start);
  static const char* put(char* start, std::string_view text);
  static std::size_t head_of(std::string_view text);
  [[nodiscard]] std::size_t slot_of(std::string_view text, std::uint64_t hash) const;
  void grow_index();
  const char* store(std::string_view text);

  std::vector<std::unique_ptr<char[]>> chunks_;
  char* free_ = nullptr;  // in the newest chunk
  std::size_t free_bytes_ = 0;
  std::size_t chunk_bytes_ = 0;
  // By TextId. At each stands the text's size in one byte (kLongSize: in the four behind), then the
  // text.
  std::vector<const char*> starts_;
  // Open addressing, a power of two: eight bits of the hash (0 is free) to compare first, and the
  // text.
  std::vector<std::uint8_t> tags_;
  std::vector<TextId> index_;
};

inline std::string_view TextPool::text_at(const char* start) {
  const auto size = static_cast<unsigned char>(*start);
  if (size != kLongSize) return {start + 1, size};
  std::uint32_t long_size = 0;
  std::memcpy(&long_size, start + 1, sizeof long_size);
  return {start + 1 + sizeof long_size, long_size};
}

}  // namespace leadlight
