#include "query/radix.h"

namespace leadlight::query {

void sort_by_key(std::vector<KeyedRow>& rows) {
  constexpr std::size_t kBytes = 8;
  std::array<std::array<std::uint32_t, 256>, kBytes> counts{};
  for (const KeyedRow& row : rows) {
    for (std::size_t byte = 0; byte < kBytes; ++byte) ++counts[byte][row.key >> (8 * byte) & 255];
  }
  std::vector<KeyedRow> sorted;
  for (std::size_t byte = 0; byte < kBytes && !rows.empty(); ++byte) {
    std::array<std::uint32_t, 256>& places = counts[byte];
    if (places[rows.front().key >> (8 * byte) & 255] == rows.size()) continue;
    std::uint32_t place = 0;
    for (std::uint32_t& count : places) {
      const std::uint32_t here = count;
      count = place;
      place += here;
    }
    sorted.resize(rows.size());
    for (const KeyedRow& row : rows) sorted[places[row.key >> (8 * byte) & 255]++] = row;
    rows.swap(sorted);
  }
}

}  // namespace leadlight::query
