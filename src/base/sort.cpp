#include "base/sort.h"

#include <numeric>

namespace leadlight {

std::vector<std::uint32_t> sorted_positions(std::size_t count, PositionOrder order) {
  std::vector<std::uint32_t> positions(count);
  std::iota(positions.begin(), positions.end(), 0U);
  // Positions break ties, which makes any sort a stable one.
  std::ranges::sort(positions, [order](std::uint32_t a, std::uint32_t b) {
    if (order.is_before(order.context, a, b)) return true;
    return a < b && !order.is_before(order.context, b, a);
  });
  return positions;
}

}  // namespace leadlight
