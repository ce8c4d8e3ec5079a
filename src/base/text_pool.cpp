#include "base/text_pool.h"

#include <algorithm>
#include <array>

#include "base/checksum.h"

namespace leadlight {

namespace {

constexpr std::size_t kFirstChunk = 4096;
constexpr std::size_t kLargestChunk = 1 << 20;
constexpr std::size_t kFirstIndex = 256;

std::uint8_t tag_of(std::uint64_t hash) { return static_cast<std::uint8_t>(hash >> 56 | 1); }

}  // namespace

TextPool::TextPool() : tags_(kFirstIndex), index_(kFirstIndex) {
  starts_.push_back(store({}));  // kNoText; never in the index
}

TextId TextPool::intern(std::string_view text) { return intern(text, hash64(text)); }

TextId TextPool::intern(std::string_view text, std::uint64_t hash) {
  if (text.empty()) return kNoText;
  std::size_t slot = slot_of(text, hash);
  if (tags_[slot] != 0) return index_[slot];
  if (starts_.size() >= tags_.size() / 4 * 3) {
    grow_index();
    slot = slot_of(text, hash);
  }
  const auto id = static_cast<TextId>(starts_.size());
  starts_.push_back(store(text));
  tags_[slot] = tag_of(hash);
  index_[slot] = id;
  return id;
}

TextId TextPool::find(std::string_view text) const {
  if (text.empty()) return kNoText;
  const std::size_t slot = slot_of(text, hash64(text));
  return tags_[slot] != 0 ? index_[slot] : kNoText;
}

std::size_t TextPool::bytes() const {
  return chunk_bytes_ + starts_.capacity() * sizeof(starts_[0]) +
         tags_.size() * (sizeof(TextId) + sizeof(std::uint8_t));
}

// The slot that holds `text`, or the free one where it would go.
std::size_t TextPool::slot_of(std::string_view text, std::uint64_t hash) const {
  const std::size_t mask = tags_.size() - 1;
  const std::uint8_t tag = tag_of(hash);
  std::size_t slot = static_cast<std::size_t>(hash) & mask;
  while (tags_[slot] != 0 && !(tags_[slot] == tag && view(index_[slot]) == text))
    slot = (slot + 1) & mask;
  return slot;
}

void TextPool::grow_index() {
  constexpr TextId kAtOnce = 64;
  const std::size_t mask = tags_.size() * 2 - 1;
  tags_.assign(mask + 1, 0);
  index_.assign(mask + 1, kNoText);
  std::array<std::uint64_t, kAtOnce> hashes{};
  const auto end = static_cast<TextId>(starts_.size());
  for (TextId first = 1; first < end; first += kAtOnce) {
    const TextId count = std::min(kAtOnce, end - first);
    for (TextId i = 0; i < count; ++i) hashes[i] = hash64(view(first + i));
    for (TextId i = 0; i < count; ++i) prefetch_hash(hashes[i]);
    for (TextId i = 0; i < count; ++i) {
      std::size_t slot = static_cast<std::size_t>(hashes[i]) & mask;
      while (tags_[slot] != 0) slot = (slot + 1) & mask;
      tags_[slot] = tag_of(hashes[i]);
      index_[slot] = first + i;
    }
  }
}

const char* TextPool::store(std::string_view text) {
  const std::size_t needed = head_of(text) + text.size();
  if (needed > free_bytes_) {
    const std::size_t grown = std::clamp(chunk_bytes_, kFirstChunk, kLargestChunk);
    const std::size_t size = std::max(grown, needed);
    chunks_.push_back(std::make_unique_for_overwrite<char[]>(size));
    chunk_bytes_ += size;
    // A text that fills a chunk of its own does not waste what is left of the present one.
    if (size == needed) return put(chunks_.back().get(), text);
    free_ = chunks_.back().get();
    free_bytes_ = size;
  }
  const char* const start = put(free_, text);
  free_ += needed;
  free_bytes_ -= needed;
  return start;
}

std::size_t TextPool::head_of(std::string_view text) {
  return text.size() < kLongSize ? 1 : 1 + sizeof(std::uint32_t);
}

const char* TextPool::put(char* start, std::string_view text) {
  if (text.size() < kLongSize) {
    *start = static_cast<char>(text.size());
  } else {
    *start = static_cast<char>(kLongSize);
    const auto size = static_cast<std::uint32_t>(text.size());
    std::memcpy(start + 1, &size, sizeof size);
  }
  if (!text.empty()) std::memcpy(start + head_of(text), text.data(), text.size());
  return start;
}

}  // namespace leadlight
