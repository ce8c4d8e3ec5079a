#include <algorithm>
#include <functional>
#include <limits>

#include "score/score.h"

namespace leadlight::score {
namespace {

std::size_t share_of(std::size_t count, int percent) {
  const auto share = static_cast<std::uint64_t>(std::clamp(percent, 0, 100));
  return static_cast<std::size_t>((std::uint64_t{count} * share + 99) / 100);
}

// The points of the last lead within the first `count`: whoever has as many stands within, too.
std::int32_t least_of(std::vector<std::int32_t>& totals, std::size_t count) {
  if (count == 0) return std::numeric_limits<std::int32_t>::max();
  const auto last = totals.begin() + static_cast<std::ptrdiff_t>(count - 1);
  std::nth_element(totals.begin(), last, totals.end(), std::greater());
  return std::max(*last, 1);
}

}  // namespace

void set_bands(const Model& model, const TeamSettings& settings, std::vector<Points>& points) {
  const Table& leads = model.leads();
  const Row rows = static_cast<Row>(std::min<std::size_t>(points.size(), leads.size()));
  const auto stands_for_band = [&](Row row) {
    const LeadFacts& facts = model.lead(row);
    return leads.alive(row) && facts.stage <= Stage::kMql &&
           points[row].standing == Standing::kLead && !facts.do_not_contact;
  };
  std::vector<std::int32_t> totals;
  for (Row row = 0; row < rows; ++row) {
    points[row].band = Band::kNone;
    if (stands_for_band(row)) totals.push_back(points[row].total());
  }
  const int watch_percent =
      std::clamp(settings.sales_percent, 0, 100) + std::clamp(settings.watch_percent, 0, 100);
  const std::int32_t watch_from = least_of(totals, share_of(totals.size(), watch_percent));
  const std::int32_t sales_from = least_of(totals, share_of(totals.size(), settings.sales_percent));
  for (Row row = 0; row < rows; ++row) {
    Points& of_lead = points[row];
    if (of_lead.total() < std::min(watch_from, sales_from) || !stands_for_band(row)) continue;
    const bool sales = of_lead.total() >= sales_from || of_lead.marquee;
    of_lead.band = sales ? Band::kSales : Band::kWatch;
  }
}

Stage first_stage(LeadType type) { return asks_for_sales(type) ? Stage::kSql : Stage::kNew; }

}  // namespace leadlight::score
