// Points fade by half with every half-life (practice B5). Fixed point, so that the page and a
// native build give the same figures: a factor of 1 is 2^20, and a half-life has 256 steps, each a
// whole number of milliseconds (337,500 times the half-life's days).
#pragma once
#include <array>
#include <bit>
#include <cstdint>
#include <limits>

#include "base/time.h"

namespace leadlight::score {

inline constexpr unsigned kFadingBits = 20;

namespace fading_detail {

// Floor of the square root, by Newton's method from above.
consteval std::uint64_t root_of(unsigned __int128 value) {
  unsigned __int128 guess = static_cast<unsigned __int128>(1) << 63;
  while (true) {
    const unsigned __int128 better = (guess + value / guess) / 2;
    if (better >= guess) return static_cast<std::uint64_t>(guess);
    guess = better;
  }
}

// 2^-(i/256), rounded to nearest. Worked out with 60 bits from 2^-1/2, 2^-1/4 ... 2^-1/256.
consteval std::array<std::uint32_t, 256> powers() {
  constexpr unsigned kBits = 60;
  constexpr unsigned __int128 kOne = static_cast<unsigned __int128>(1) << kBits;
  std::array<std::uint64_t, 8> roots{};  // roots[b] = 2^-(2^b / 256)
  std::uint64_t root = root_of((kOne / 2) << kBits);
  for (std::size_t bit = 8; bit-- > 0;) {
    roots[bit] = root;
    root = root_of(static_cast<unsigned __int128>(root) << kBits);
  }
  std::array<std::uint32_t, 256> table{};
  for (std::size_t i = 0; i < table.size(); ++i) {
    unsigned __int128 product = kOne;
    for (std::size_t bit = 0; bit < 8; ++bit) {
      if ((i >> bit & 1) != 0) product = product * roots[bit] >> kBits;
    }
    constexpr unsigned kDrop = kBits - kFadingBits;
    table[i] = static_cast<std::uint32_t>((product + (1ULL << (kDrop - 1))) >> kDrop);
  }
  return table;
}

inline constexpr std::array<std::uint32_t, 256> kPowers = powers();
static_assert(kPowers[0] == 1U << kFadingBits);
static_assert(kPowers[128] == 741455);  // 2^20 / sqrt(2)

}  // namespace fading_detail

class Fading {
 public:
  // 0 days: points never fade.
  explicit Fading(int half_life_days)
      : days_(half_life_days <= 0 ? 0 : static_cast<std::uint32_t>(half_life_days)) {}

  // What is left at `now` of one point earned at `at`, times 2^20. Points of the future are whole.
  [[nodiscard]] std::uint32_t factor(UtcMs at, UtcMs now) const {
    if (days_ == 0 || at >= now) return 1U << kFadingBits;
    // Unsigned, because the distance of two hostile times may be beyond what is signed.
    const std::uint64_t age = static_cast<std::uint64_t>(now) - static_cast<std::uint64_t>(at);
    constexpr std::uint64_t kStepMs = kDayMs / 256;
    constexpr std::uint64_t kMost = std::numeric_limits<std::uint32_t>::max();
    const std::uint64_t day_steps = age / kStepMs;
    const std::uint32_t steps =
        static_cast<std::uint32_t>(day_steps < kMost ? day_steps : kMost) / days_;
    const std::uint32_t halvings = steps >> 8;
    return halvings > kFadingBits ? 0 : fading_detail::kPowers[steps & 255] >> halvings;
  }

 private:
  std::uint32_t days_;
};

}  // namespace leadlight::score
