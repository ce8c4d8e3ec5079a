#include "book/chain.h"

#include <algorithm>
#include <limits>
#include <tuple>

#include "base/sort.h"

namespace leadlight::book {

std::vector<SegmentRange> joined(std::vector<SegmentRange> ranges) {
  sort_stably(ranges, {}, [](const SegmentRange& range) {
    return std::tuple(range.session, range.first, range.last);
  });
  std::vector<SegmentRange> all;
  for (const SegmentRange& range : ranges) {
    if (!all.empty()) {
      SegmentRange& before = all.back();
      const bool overlaps = range.session == before.session && range.first <= before.last;
      const bool follows = range.session == before.session && range.first - 1 == before.last &&
                           range.previous == before.hash;
      if ((overlaps || follows) && range.last > before.last) {
        before.last = range.last;
        before.hash = range.hash;
      }
      if (overlaps || follows) continue;
    }
    all.push_back(range);
  }
  return all;
}

std::size_t count_gaps(std::span<const SegmentRange> ranges) {
  std::uint64_t gaps = 0;
  Id session;
  std::uint32_t last = 0;
  Id hash;
  for (const SegmentRange& range : joined({ranges.begin(), ranges.end()})) {
    if (range.session != session) last = 0, hash = Id{};
    session = range.session;
    const std::uint32_t missing = range.first - last - 1;
    gaps += missing;
    if (missing == 0 && range.previous != hash) ++gaps;
    last = range.last;
    hash = range.hash;
  }
  return static_cast<std::size_t>(
      std::min<std::uint64_t>(gaps, std::numeric_limits<std::size_t>::max()));
}

bool covers(std::span<const SegmentRange> holding, std::span<const SegmentRange> ranges) {
  return std::ranges::all_of(ranges, [&](const SegmentRange& range) {
    return std::ranges::any_of(holding, [&](const SegmentRange& one) {
      return one.session == range.session && one.first <= range.first && range.last <= one.last;
    });
  });
}

}  // namespace leadlight::book
