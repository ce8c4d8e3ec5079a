#include "insight/handoffs.h"

#include <algorithm>
#include <map>

#include "base/sort.h"
#include "base/text.h"
#include "insight/sieve.h"
#include "lead/handoff.h"

namespace leadlight::insight {
namespace {

// What one lead's hand-offs add to a line.
HandoffCounts counts_of(const Model& model, const TeamSettings& settings, Row lead, UtcMs now) {
  HandoffCounts counts;
  const std::vector<Handoff> all = handoffs_of(model, lead);
  for (std::size_t i = 0; i < all.size(); ++i) {
    const Handoff& one = all[i];
    ++counts.offered;
    if (one.offer == kNoRow && one.accepted) ++counts.direct;
    if (one.state == HandoffState::kReturned) {
      ++counts.returned;
      ++counts.reasons[static_cast<std::size_t>(model.handoff(one.answer).reason)];
    } else if (one.state == HandoffState::kAccepted) {
      ++counts.accepted;
    } else if (i + 1 == all.size() && has_mark(model, lead, HandoffMark::kOffered)) {
      ++counts.open;
    } else {
      ++counts.withdrawn;
    }
  }
  if (has_mark(model, lead, HandoffMark::kUntouched)) {
    ++counts.untouched;
    const UtcMs limit = std::max(0, settings.limit_minutes) * kMinuteMs;
    counts.overdue += now > settings.calendar.after(all.back().accepted_at, limit);
  }
  return counts;
}

void add(HandoffCounts& to, const HandoffCounts& more) {
  for (const auto count :
       {&HandoffCounts::offered, &HandoffCounts::direct, &HandoffCounts::open,
        &HandoffCounts::accepted, &HandoffCounts::returned, &HandoffCounts::withdrawn,
        &HandoffCounts::untouched, &HandoffCounts::overdue})
    to.*count += more.*count;
  for (std::size_t i = 0; i < more.reasons.size(); ++i) to.reasons[i] += more.reasons[i];
}

bool has_reached_sql(const Model& model, Row lead) {
  const auto is_with_sales = [](Stage stage) {
    return stage == Stage::kSql || stage == Stage::kCustomer;
  };
  bool reached = is_with_sales(model.lead(lead).stage);
  for (Row row = model.lead(lead).first_move; row != kNoRow; row = model.move(row).next)
    reached = reached || (model.table(Kind::kMove).alive(row) && is_with_sales(model.move(row).to));
  return reached;
}

void add_promotion(const Model& model, Row lead, HandoffReport& report) {
  const bool exception = has_mark(model, lead, HandoffMark::kException);
  if (!exception && !has_mark(model, lead, HandoffMark::kByCriteria)) return;
  Promotions& promotions = exception ? report.exceptions : report.by_criteria;
  const Stage stage = model.lead(lead).stage;
  ++promotions.leads;
  promotions.sql += has_reached_sql(model, lead);
  promotions.won += stage == Stage::kCustomer;
  promotions.lost += stage == Stage::kNoCustomer;
  promotions.returned += has_mark(model, lead, HandoffMark::kReturned);
}

using Lines = std::map<std::string, HandoffCounts, std::less<>>;

std::vector<HandoffLine> in_order(Lines& lines) {
  std::vector<HandoffLine> all;
  for (auto& [name, counts] : lines) all.push_back({name, counts});
  sort_stably(all, std::ranges::greater{},
              [](const HandoffLine& line) { return line.counts.offered; });
  return all;
}

}  // namespace

HandoffReport handoff_report(const Model& model, const TeamSettings& settings,
                             const score::Scorer& scorer, const std::vector<score::Points>& points,
                             const FunnelFilter& filter, UtcMs now) {
  HandoffReport report;
  Lines by_source, by_rule;
  const Sieve sieve(model, filter);
  const std::size_t rows = std::min<std::size_t>(model.leads().size(), points.size());
  for (Row row = 0; row < rows; ++row) {
    const LeadFacts& facts = model.lead(row);
    if (!model.leads().alive(row) || points[row].standing != Standing::kLead ||
        (filter.created_from != 0 && facts.created_at < filter.created_from) || !sieve.passes(row))
      continue;
    if (facts.first_move != kNoRow) add_promotion(model, row, report);
    if (facts.first_handoff == kNoRow) continue;
    const HandoffCounts counts = counts_of(model, settings, row, now);
    if (counts.offered == 0) continue;
    add(report.total, counts);
    add(by_source[std::string(trimmed(model.text(row, LeadField::kSource)))], counts);
    for (std::size_t i = 0; i < settings.criteria.size(); ++i)
      if (const CriterionAnswer* const answer = scorer.answer_of(row, i).answer)
        add(by_rule[settings.criteria[i].question + " " + answer->text], counts);
  }
  report.by_source = in_order(by_source);
  report.by_rule = in_order(by_rule);
  return report;
}

}  // namespace leadlight::insight
