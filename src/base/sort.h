// Stable sorting that costs little code. std::sort makes two to eight kilobytes for each kind of
// element and each order; here one function for all of them sorts positions, and what is left to
// each is to compare and to move. Takes about twice the time, so what is sorted by the hundred
// thousand while somebody waits still uses std::sort.
#pragma once
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <iterator>
#include <ranges>
#include <utility>
#include <vector>

namespace leadlight {

// Says of the elements at two positions whether the first belongs before the second.
struct PositionOrder {
  const void* context;
  bool (*is_before)(const void* context, std::uint32_t a, std::uint32_t b);
};

// 0 up to `count`, at most 2^32, in that order; of equal elements the first stays first.
std::vector<std::uint32_t> sorted_positions(std::size_t count, PositionOrder order);

// As std::ranges::stable_sort.
template <std::ranges::random_access_range Range, class Less = std::ranges::less,
          class Projection = std::identity>
void sort_stably(Range&& range, Less less = {}, Projection projection = {}) {
  const auto first = std::ranges::begin(range);
  struct Context {
    decltype(first) begin;
    Less& less;
    Projection& projection;
  };
  const Context context{first, less, projection};
  const auto is_before = [](const void* given, std::uint32_t a, std::uint32_t b) {
    const auto& [begin, is_less, of] = *static_cast<const Context*>(given);
    using Distance = std::iter_difference_t<decltype(first)>;
    return static_cast<bool>(std::invoke(is_less, std::invoke(of, begin[static_cast<Distance>(a)]),
                                         std::invoke(of, begin[static_cast<Distance>(b)])));
  };
  using Distance = std::iter_difference_t<decltype(first)>;
  std::vector<std::ranges::range_value_t<Range>> sorted;
  const auto count = static_cast<std::size_t>(std::ranges::distance(range));
  sorted.reserve(count);
  for (const std::uint32_t position : sorted_positions(count, {&context, is_before}))
    sorted.push_back(std::move(first[static_cast<Distance>(position)]));
  std::ranges::move(sorted, first);
}

}  // namespace leadlight
