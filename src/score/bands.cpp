#include <algorithm>
#include <limits>

#include "score/score.h"

namespace leadlight::score {
namespace {

struct Candidate {
  std::int32_t total = 0;
  UtcMs created_at = 0;
  Id id;
  Row row = 0;
};

// The id last, so that two copies of a book agree.
bool is_better(const Candidate& a, const Candidate& b) {
  if (a.total != b.total) return a.total > b.total;
  if (a.created_at != b.created_at) return a.created_at < b.created_at;
  return a.id < b.id;
}

std::size_t share_of(std::size_t count, int percent) {
  const auto share = static_cast<std::uint64_t>(std::clamp(percent, 0, 100));
  return static_cast<std::size_t>((std::uint64_t{count} * share + 99) / 100);
}

}  // namespace

void set_bands(const Model& model, const TeamSettings& settings, std::vector<Points>& points) {
  const Table& leads = model.leads();
  std::vector<Candidate> candidates;
  const std::size_t rows = std::min<std::size_t>(points.size(), leads.size());
  for (Row row = 0; row < rows; ++row) {
    points[row].band = Band::kNone;
    const LeadFacts& facts = model.lead(row);
    const bool stands_for_band = leads.alive(row) && facts.stage <= Stage::kMql &&
                                 points[row].standing == Standing::kLead && !facts.do_not_contact;
    if (!stands_for_band) continue;
    constexpr UtcMs kLast = std::numeric_limits<UtcMs>::max();  // when it came in isn't known
    const UtcMs created_at = facts.created_at == 0 ? kLast : facts.created_at;
    candidates.push_back({points[row].total(), created_at, leads.id(row), row});
  }
  const int watch_percent =
      std::clamp(settings.sales_percent, 0, 100) + std::clamp(settings.watch_percent, 0, 100);
  const std::size_t sales = share_of(candidates.size(), settings.sales_percent);
  const std::size_t both = share_of(candidates.size(), watch_percent);
  const auto nth = [&](std::size_t count) {
    return candidates.begin() + static_cast<std::ptrdiff_t>(count);
  };
  std::nth_element(candidates.begin(), nth(both), candidates.end(), is_better);
  std::nth_element(candidates.begin(), nth(sales), nth(both), is_better);
  for (std::size_t i = 0; i < both; ++i) {
    Points& best = points[candidates[i].row];
    best.band = i < sales || best.marquee ? Band::kSales : Band::kWatch;
  }
}

Stage first_stage(LeadType type) { return asks_for_sales(type) ? Stage::kSql : Stage::kNew; }

}  // namespace leadlight::score
