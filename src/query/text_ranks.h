// Ranks of texts in the order for people (compare_for_people), so that leads are sorted by a
// number.
#pragma once
#include <cstdint>
#include <vector>

#include "query/query.h"
#include "query/text_index.h"

namespace leadlight::query {

// By lead row: the rank of the lead's text among all leads' texts, equal for equal texts; kNoRank
// where there is none.
inline constexpr std::uint32_t kNoRank = 0xFFFFFFFF;
std::vector<std::uint32_t> text_ranks(const Model& model, SortKey key, const TextIndex& texts);

}  // namespace leadlight::query
