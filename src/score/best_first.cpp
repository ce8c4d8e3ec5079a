#include "score/best_first.h"

#include <algorithm>

namespace leadlight::score {

void sort_best_first(std::vector<Row>& rows, const std::vector<Points>& points) {
  if (rows.size() < 2) return;
  const auto total = [&](Row row) { return points[row].total(); };
  const auto [least, most] = std::ranges::minmax_element(rows, {}, total);
  const std::int64_t best = total(*most);
  const std::int64_t range = best - total(*least) + 1;
  constexpr std::int64_t kWidest = 1 << 16;
  if (range > kWidest) {
    std::ranges::stable_sort(rows, std::greater<>{}, total);
    return;
  }
  const auto bucket_of = [&](Row row) { return static_cast<std::size_t>(best - total(row)); };
  std::vector<std::uint32_t> places(static_cast<std::size_t>(range) + 1);
  for (const Row row : rows) ++places[bucket_of(row) + 1];
  for (std::size_t i = 1; i < places.size(); ++i) places[i] += places[i - 1];
  std::vector<Row> sorted(rows.size());
  for (const Row row : rows) sorted[places[bucket_of(row)]++] = row;
  rows = std::move(sorted);
}

}  // namespace leadlight::score
