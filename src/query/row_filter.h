// Which leads a query shows, its words aside: one byte a lead row, 1 for shown.
#pragma once
#include <cstdint>
#include <vector>

#include "query/query.h"

namespace leadlight::query {

std::vector<std::uint8_t> rows_passing(const Model& model, const std::vector<score::Points>& points,
                                       const Query& query);

}  // namespace leadlight::query
