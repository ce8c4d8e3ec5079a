#include <algorithm>

#include "book/book.h"

namespace leadlight::book {

namespace {

std::uint64_t clock_from_utc(UtcMs now) {
  constexpr UtcMs kMost = (UtcMs{1} << 47) - 1;  // far below kMostClock
  return static_cast<std::uint64_t>(std::clamp<UtcMs>(now, 0, kMost)) << 16;
}

}  // namespace

Stamp HybridClock::next(UtcMs now) {
  last_ = std::max(clock_from_utc(now), last_ + 1);
  return {last_, session_};
}

void HybridClock::absorb(const Stamp& seen, UtcMs now) {
  if (seen.clock > kMostClock) return;
  last_ = std::max(last_, seen.clock);
  furthest_ahead_ms_ = std::max(furthest_ahead_ms_, seen.milliseconds() - std::max<UtcMs>(now, 0));
}

}  // namespace leadlight::book
