// Seeded randomness for property tests: same seed, same values on every machine. A property test
// prints its seed, and LEADLIGHT_SEED sets it.
#pragma once
#include <gtest/gtest.h>

#include <cstdint>
#include <cstdlib>
#include <span>
#include <string>

#include "base/id.h"

namespace leadlight::test {

class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}
  std::uint64_t next() {  // SplitMix64
    std::uint64_t z = state_ += 0x9E3779B97F4A7C15ULL;
    z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ z >> 27) * 0x94D049BB133111EBULL;
    return z ^ z >> 31;
  }
  // least <= result <= most
  std::int64_t between(std::int64_t least, std::int64_t most) {
    const auto width = static_cast<std::uint64_t>(most - least) + 1;
    return least + static_cast<std::int64_t>(next() % width);
  }
  bool one_in(int count) { return between(1, count) == 1; }
  std::size_t index(std::size_t size) { return static_cast<std::size_t>(next() % size); }
  template <class Range>
  const auto& of(const Range& range) {
    return range[index(std::size(range))];
  }
  Id id() { return {next(), next()}; }

 private:
  std::uint64_t state_;
};

inline std::uint64_t seed_of_test(std::uint64_t usual) {
  const char* const chosen = std::getenv("LEADLIGHT_SEED");
  const std::uint64_t seed = chosen == nullptr ? usual : std::strtoull(chosen, nullptr, 10);
  testing::Test::RecordProperty("seed", std::to_string(seed));
  return seed;
}

}  // namespace leadlight::test

// Makes every failure in the scope say the seed: LEADLIGHT_SEEDED(random, 1); random.between(1, 6);
#define LEADLIGHT_SEEDED(name, usual)                                     \
  const std::uint64_t name##_seed = leadlight::test::seed_of_test(usual); \
  leadlight::test::Random name(name##_seed);                              \
  SCOPED_TRACE("LEADLIGHT_SEED=" + std::to_string(name##_seed))
