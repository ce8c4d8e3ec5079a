// Finds numbered things (rows, stamps) by a hash of their key, at four bytes a slot: open
// addressing over the numbers alone, the keys stay where the things are.
#pragma once
#include <cstddef>
#include <cstdint>
#include <vector>

namespace leadlight {

class SlotIndex {
 public:
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;

  // The number among those with this hash for which `is_it(number)` holds, or kNone.
  template <class IsIt>
  [[nodiscard]] std::uint32_t find(std::uint64_t hash, IsIt is_it) const {
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t slot = spread(hash) & mask;; slot = (slot + 1) & mask)
      if (slots_[slot] == kNone || is_it(slots_[slot])) return slots_[slot];
  }

  // Adds the next number, which is the count of those already there. `hash_of(number)` must tell
  // the hash of every earlier one.
  template <class HashOf>
  void add(std::uint64_t hash, HashOf hash_of) {
    if (count_ >= slots_.size() / 4 * 3) {
      slots_.assign(slots_.size() * 2, kNone);
      for (std::uint32_t number = 0; number < count_; ++number) place(hash_of(number), number);
    }
    place(hash, count_++);
  }

  [[nodiscard]] std::size_t bytes() const { return slots_.size() * sizeof(slots_[0]); }

 private:
  static std::size_t spread(std::uint64_t hash) {
    hash = (hash ^ hash >> 32) * 0x9E3779B97F4A7C15ULL;
    return static_cast<std::size_t>(hash >> 32);
  }
  void place(std::uint64_t hash, std::uint32_t number) {
    const std::size_t mask = slots_.size() - 1;
    std::size_t slot = spread(hash) & mask;
    while (slots_[slot] != kNone) slot = (slot + 1) & mask;
    slots_[slot] = number;
  }

  std::vector<std::uint32_t> slots_ = std::vector<std::uint32_t>(16, kNone);
  std::uint32_t count_ = 0;
};

}  // namespace leadlight
