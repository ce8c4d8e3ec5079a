// Leads in order of their points.
#pragma once
#include <vector>

#include "score/score.h"

namespace leadlight::score {

// Best first; leads with equal points keep their order. Time in proportion to the number of rows,
// because points lie close together.
void sort_best_first(std::vector<Row>& rows, const std::vector<Points>& points);

}  // namespace leadlight::score
