// Which segments of which sessions are there. Each names the one before by its hash, so that a
// missing one is noticed and counted.
#pragma once
#include <cstddef>
#include <span>
#include <vector>

#include "book/segment.h"

namespace leadlight::book {

// The same ranges with neighbours joined and repetition taken out; by session and number.
std::vector<SegmentRange> joined(std::vector<SegmentRange> ranges);

// How many segments are missing between the first of each session and the last that is there, plus
// those that do not follow from the one before although both are there. One missing at the very end
// can't be seen.
std::size_t count_gaps(std::span<const SegmentRange> ranges);

// True if each of `ranges` lies within one of `holding`.
bool covers(std::span<const SegmentRange> holding, std::span<const SegmentRange> ranges);

inline SegmentRange range_of(const SegmentHeader& header, Id hash) {
  return {header.session, header.number, header.number, header.previous, hash};
}

}  // namespace leadlight::book
