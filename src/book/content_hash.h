// Hashes of writes and operations that can be added up in any order: a book's state hash is their
// sum. They tell accidents apart, not forgeries.
#pragma once
#include <cstdint>
#include <string_view>

#include "base/id.h"
#include "lead/record.h"

namespace leadlight::book {

// A 128-bit sum.
struct ContentHash {
  std::uint64_t high = 0;
  std::uint64_t low = 0;
  bool operator==(const ContentHash&) const = default;
  ContentHash& operator+=(const ContentHash& other) {
    high += other.high;
    low += other.low;
    return *this;
  }
  ContentHash& operator-=(const ContentHash& other) {
    high -= other.high;
    low -= other.low;
    return *this;
  }
};

// Makes every bit depend on every other.
inline std::uint64_t stirred(std::uint64_t bits) {
  bits = (bits ^ bits >> 30) * 0xBF58476D1CE4E5B9ULL;
  bits = (bits ^ bits >> 27) * 0x94D049BB133111EBULL;
  return bits ^ bits >> 31;
}

inline ContentHash hash_of_stamp(const Stamp& stamp) {
  const std::uint64_t clock = stirred(stamp.clock);
  return {stirred(stamp.session.high + clock), stirred(stamp.session.low ^ clock)};
}

// What the writes of one record have in common. `kind` is hash64 of its name.
inline ContentHash hash_of_record(const ContentHash& stamp, std::uint64_t kind, Id id) {
  return {stirred(stamp.high ^ stirred(id.high + kind)),
          stirred(stamp.low + stirred(id.low ^ kind))};
}

// `field` and `value` are hash64 of the texts, `replaced` the sum of the replaced stamps' hashes.
inline ContentHash hash_of_write(const ContentHash& record, std::uint64_t field,
                                 std::uint64_t value, const ContentHash& replaced) {
  const std::uint64_t what = stirred(field + 0x9E3779B97F4A7C15ULL) + value;
  return {stirred(record.high ^ what) + stirred(replaced.high),
          stirred(record.low + stirred(what)) + stirred(replaced.low)};
}

inline ContentHash hash_of_header(const ContentHash& stamp, std::uint64_t by, std::uint64_t label) {
  return {stirred(stamp.high + stirred(by)), stirred(stamp.low ^ stirred(label + 1) ^ by)};
}

}  // namespace leadlight::book
