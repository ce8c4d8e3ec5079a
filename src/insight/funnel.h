// The funnel from real counts (practice F1, first form): where leads stand, how many ever reached
// each stage, conversion from stage to stage and the median time it took. Contacts (A3) and
// weeded-out leads (B2) are in none of its figures but their own; deleted leads are in none at all.
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
  std::size_t here = 0;       // leads that stand in it now
  std::size_t reached = 0;    // leads that ever reached it or a later one, lost ones included
  std::size_t converted = 0;  // of those, how many went on to the next or a later one
  UtcMs median_ms = 0;        // time from reaching it to going on, of those that did not skip it;
                              // the lower of the two in the middle; 0 if nobody went on
  std::vector<Row> rows;      // the leads behind `here`, best score first, then in order of rows
};

// Nothing is called stuck before it has stood in one stage for this long.
inline constexpr UtcMs kStuckAfterMs = 30 * kDayMs;

struct Funnel {
  std::array<FunnelStage, 4> stages;  // new, mql, sql, customer
  std::size_t lost = 0;
  std::size_t earlier = 0;     // leads left out because they came in before `created_from`
  std::size_t contacts = 0;    // not counted above (A3)
  std::size_t weeded_out = 0;  // not counted above (B2)
  UtcMs stuck_after_ms = 0;
  std::vector<Row> stuck;  // open leads longer in their stage than `stuck_after_ms`, longest first;
                           // those in nurture wait on purpose and are none
};

struct FunnelFilter {
  UtcMs created_from = 0;        // 0: no beginning
  UtcMs created_to = 0;          // 0: no end; leads that came in before it count
  std::string_view source = {};  // empty: all
  std::string_view campaign = {};
  std::string_view owner = {};
};

// Leads imported in a later stage without moves count as having reached it when they were created;
// lost ones without moves count as having reached New. A lead's stage counts even if its moves say
// less.
Funnel funnel_of(const Model& model, const std::vector<score::Points>& points,
                 const FunnelFilter& filter, UtcMs now);

}  // namespace leadlight::insight
