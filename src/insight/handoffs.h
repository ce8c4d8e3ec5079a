// How hand-offs from marketing to sales went (practice A4, F3), by source and by scoring rule, and
// how promotions against the criteria ended beside the others (practice B7).
#pragma once
#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "insight/funnel.h"
#include "lead/settings.h"
#include "score/score.h"

namespace leadlight::insight {

// Of hand-offs (lead/handoff.h): a lead that was returned and offered again counts twice.
// offered = open + accepted + returned + withdrawn.
struct HandoffCounts {
  std::size_t offered = 0;  // those that one person took straight over are among them,
  std::size_t direct = 0;   // and here
  std::size_t open = 0;
  std::size_t accepted = 0;  // and not returned since
  std::size_t returned = 0;
  std::size_t withdrawn = 0;  // or the lead went elsewhere before sales answered
  std::size_t untouched = 0;  // accepted, and not touched since (HandoffMark::kUntouched),
  std::size_t overdue = 0;    // for longer than the team's limit (C1), in its open time
  std::array<std::size_t, kReturnReasonCount> reasons{};  // of the returned ones
};

struct HandoffLine {
  std::string name;  // a source ("": none given); a question and its answer
  HandoffCounts counts;
};

// Leads that were promoted to MQL, SQL or Customer, by where they stand now.
struct Promotions {
  std::size_t leads = 0;
  std::size_t sql = 0;  // reached it
  std::size_t won = 0;
  std::size_t lost = 0;
  std::size_t returned = 0;  // by sales, ever
};

struct HandoffReport {
  HandoffCounts total;
  std::vector<HandoffLine> by_source;  // most hand-offs first
  std::vector<HandoffLine> by_rule;    // likewise: the answers that these leads give to criteria
  Promotions exceptions, by_criteria;
};

// Of the leads that the filter lets through and that count in the funnel.
HandoffReport handoff_report(const Model& model, const TeamSettings& settings,
                             const score::Scorer& scorer, const std::vector<score::Points>& points,
                             const FunnelFilter& filter, UtcMs now);

}  // namespace leadlight::insight
