// Sorts keys with their rows by the keys, stably, byte by byte from the lowest. Bytes in which all
// keys agree cost nothing.
#pragma once
#include <array>
#include <cstdint>
#include <vector>

#include "lead/model.h"

namespace leadlight::query {

struct KeyedRow {
  std::uint64_t key = 0;
  Row row = 0;
};

// Order of signed numbers as order of unsigned ones.
inline std::uint64_t ordered_bits(std::int64_t value) {
  return static_cast<std::uint64_t>(value) ^ (std::uint64_t{1} << 63);
}

void sort_by_key(std::vector<KeyedRow>& rows);

}  // namespace leadlight::query
