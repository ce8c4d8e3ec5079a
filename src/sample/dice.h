// Repeatable chance for the sample data: every lead has its own stream, so that leads can be made
// in any number and order and still be the same.
#pragma once
#include <cstdint>
#include <span>

#include "base/id.h"
#include "base/time.h"

namespace leadlight::sample {

// Mixes well enough that neighbouring seeds have nothing in common (SplitMix64's finisher).
constexpr std::uint64_t mixed(std::uint64_t value) {
  value = (value ^ value >> 30) * 0xBF58476D1CE4E5B9ULL;
  value = (value ^ value >> 27) * 0x94D049BB133111EBULL;
  return value ^ value >> 31;
}

enum class Stream : std::uint8_t {
  kCompany,
  kPerson,
  kStory,
  kLeadId,
  kTouchId,
  kMoveId,
  kNoteId,
  kCampaignId
};

class Dice {
 public:
  Dice(std::uint64_t seed, Stream stream, std::uint64_t index)
      : state_(mixed(seed * 8 + static_cast<std::uint64_t>(stream) + 1) ^ mixed(index + 0x5EED)) {}
  std::uint64_t next() { return mixed(state_ += 0x9E3779B97F4A7C15ULL); }
  std::uint32_t below(std::uint32_t count) {
    return static_cast<std::uint32_t>((next() >> 32) * count >> 32);
  }
  std::int64_t between(std::int64_t least, std::int64_t most) {
    if (most <= least) return least;
    return least + static_cast<std::int64_t>(next() % static_cast<std::uint64_t>(most - least + 1));
  }
  bool percent(std::uint32_t chance) { return below(100) < chance; }
  template <class Range>
  const auto& of(const Range& range) {
    return range[below(static_cast<std::uint32_t>(std::size(range)))];
  }

 private:
  std::uint64_t state_;
};

inline Id id_of(std::uint64_t seed, Stream stream, std::uint64_t index) {
  Dice dice(seed, stream, index);
  const std::uint64_t high = dice.next();
  return {high, dice.next()};
}

}  // namespace leadlight::sample
