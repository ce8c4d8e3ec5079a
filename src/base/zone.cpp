#include "base/zone.h"

#include <algorithm>
#include <limits>

namespace leadlight {

int Zone::offset_minutes(UtcMs at) const {
  const auto next = std::ranges::upper_bound(changes, at, {}, &Change::at);
  return next == changes.begin() ? first_offset_minutes : std::prev(next)->offset_minutes;
}

UtcMs Zone::next_change(UtcMs at) const {
  const auto next = std::ranges::upper_bound(changes, at, {}, &Change::at);
  return next == changes.end() ? std::numeric_limits<UtcMs>::max() : next->at;
}

}  // namespace leadlight
