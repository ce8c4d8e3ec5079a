// The funnel from real counts (practice F1, first form): where leads stand, how many ever reached each
// stage, conversion from stage to stage and the median time it took.
#pragma once
#include <array>
#include <cstdint>
#include <vector>

#include "base/time.h"
#include "lead/model.h"
#include "score/score.h"

namespace leadlight::insight {

struct FunnelStage {
  Stage stage = Stage::kNew;
  std::size_t here = 0;     // leads that stand in it now
  std::size_t reached = 0;  // leads that ever reached it or a later one
  std::size_t converted = 0;       // of those, how many went on to the next
  UtcMs median_ms = 0;             // time from reaching it to going on; 0 if nobody went on
  std::vector<Row> rows;           // the leads behind `here`, best score first
};

struct Funnel {
  std::array<FunnelStage, 4> stages;  // new, mql, sql, customer
  std::size_t lost = 0;
  std::size_t contacts = 0;    // not counted above (A3)
  std::size_t weeded_out = 0;  // not counted above (B2)
  UtcMs stuck_after_ms = 0;
  std::vector<Row> stuck;      // open leads longer in their stage than `stuck_after_ms`
};

struct FunnelFilter {
  UtcMs created_from = 0;
  UtcMs created_to = 0;      // 0: no end
  std::string_view source;   // empty: all
};

// Leads imported in a later stage without moves count as having reached it when they were created.
Funnel funnel_of(const Model& model, const std::vector<score::Points>& points,
                 const FunnelFilter& filter, UtcMs now);

}  // namespace leadlight::insight
