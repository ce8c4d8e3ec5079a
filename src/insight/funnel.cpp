#include "insight/funnel.h"

#include <algorithm>
#include <limits>

#include "base/sort.h"
#include "base/text.h"
#include "insight/sieve.h"
#include "score/best_first.h"

namespace leadlight::insight {
namespace {

constexpr UtcMs kUnknown = std::numeric_limits<UtcMs>::max();
constexpr std::size_t kStageCount = 4;

// The way of one lead through the stages new, mql, sql and customer, by their numbers.
struct Way {
  std::array<UtcMs, kStageCount> entered{kUnknown, kUnknown, kUnknown,
                                         kUnknown};  // by a move, first time
  UtcMs first_move_at = kUnknown;
  UtcMs last_move_at = std::numeric_limits<UtcMs>::min();
  Stage first_from = Stage::kNew;
};

bool is_in_funnel(Stage stage) { return stage <= Stage::kCustomer; }
std::size_t number_of(Stage stage) { return static_cast<std::size_t>(stage); }

// Times of a file may be anything; see followup's sane_time.
UtcMs sane(UtcMs time) {
  constexpr UtcMs kLatest = 253'402'300'799'999;
  return std::clamp<UtcMs>(time, 0, kLatest);
}

// A lead's moves are few, and lie where they were written together.
Way way_of(const Model& model, Row lead) {
  Way way;
  const Table& moves = model.table(Kind::kMove);
  for (Row row = model.lead(lead).first_move; row != kNoRow; row = model.move(row).next) {
    if (!moves.alive(row)) continue;
    const MoveFacts& move = model.move(row);
    const UtcMs at = sane(move.at);
    // The newest stands first: of two at one time, the older one began the way.
    if (at <= way.first_move_at) {
      way.first_move_at = at;
      way.first_from = move.from;
    }
    way.last_move_at = std::max(way.last_move_at, at);
    if (!is_in_funnel(move.to)) continue;
    UtcMs& entered = way.entered[number_of(move.to)];
    entered = std::min(entered, at);
  }
  return way;
}

// When the lead first stood in each stage or a later one; kUnknown for what it never reached.
// `timed` says in which stages it stood itself, from a time that is known, before it stood in a
// later one.
struct Reached {
  std::array<UtcMs, kStageCount> at{kUnknown, kUnknown, kUnknown, kUnknown};
  std::array<bool, kStageCount> timed{};
};

Reached reached_by(const LeadFacts& facts, const Way& way) {
  Reached reached;
  const UtcMs created_at = sane(facts.created_at);
  const bool moved = way.first_move_at != kUnknown;
  // Where it stood before the first move that is known; nobody starts as lost.
  const Stage start = moved ? way.first_from : facts.stage;
  const std::size_t begun = is_in_funnel(start) ? number_of(start) : number_of(Stage::kNew);
  for (std::size_t i = 0; i <= begun; ++i) reached.at[i] = created_at;
  reached.timed[begun] = created_at != 0;
  UtcMs later = kUnknown;
  for (std::size_t i = kStageCount - 1; i > begun; --i) {
    later = std::min(later, way.entered[i]);
    reached.at[i] = later;
    reached.timed[i] = later != kUnknown && way.entered[i] == later;
  }
  // The stage itself, should moves say less.
  if (is_in_funnel(facts.stage)) {
    for (std::size_t i = 0; i <= number_of(facts.stage); ++i) {
      if (reached.at[i] == kUnknown) reached.at[i] = created_at;
    }
  }
  return reached;
}

UtcMs median_of(std::vector<UtcMs>& lengths) {
  if (lengths.empty()) return 0;
  const auto middle = lengths.begin() + static_cast<std::ptrdiff_t>((lengths.size() - 1) / 2);
  std::ranges::nth_element(lengths, middle);
  return *middle;
}

struct Standstill {
  UtcMs since = 0;
  Row row = kNoRow;
};

bool is_stuck(const Model& model, Row row, UtcMs since, UtcMs now) {
  if (since == 0 || now - since <= kStuckAfterMs) return false;
  const std::string_view nurtured = model.text(row, LeadField::kNurtureUntil);
  return nurtured.empty() || integer_from_text(nurtured).value_or(0) <= now;
}

}  // namespace

Funnel funnel_of(const Model& model, const std::vector<score::Points>& points,
                 const FunnelFilter& filter, UtcMs now) {
  Funnel funnel;
  funnel.stuck_after_ms = kStuckAfterMs;
  for (std::size_t i = 0; i < kStageCount; ++i) funnel.stages[i].stage = kStages[i];
  std::vector<Standstill> stuck;
  const Sieve sieve(model, filter);
  std::array<std::vector<UtcMs>, kStageCount> lengths;
  const std::size_t rows = std::min<std::size_t>(model.leads().size(), points.size());
  for (Row row = 0; row < rows; ++row) {
    if (!model.leads().alive(row) || !sieve.passes(row)) continue;
    if (filter.created_from != 0 && model.lead(row).created_at < filter.created_from) {
      funnel.earlier += points[row].standing == Standing::kLead;
      continue;
    }
    if (points[row].standing == Standing::kContact) ++funnel.contacts;
    if (points[row].standing == Standing::kWeededOut) ++funnel.weeded_out;
    if (points[row].standing != Standing::kLead) continue;
    const LeadFacts& facts = model.lead(row);
    const Way way = way_of(model, row);
    if (is_in_funnel(facts.stage)) {
      funnel.stages[number_of(facts.stage)].rows.push_back(row);
    } else {
      ++funnel.lost;
    }
    const UtcMs since = std::max(way.last_move_at, sane(facts.created_at));
    if (is_open(facts.stage) && is_stuck(model, row, since, now)) stuck.push_back({since, row});
    const Reached reached = reached_by(facts, way);
    for (std::size_t i = 0; i < kStageCount && reached.at[i] != kUnknown; ++i) {
      ++funnel.stages[i].reached;
      if (i + 1 == kStageCount || reached.at[i + 1] == kUnknown) break;
      ++funnel.stages[i].converted;
      const UtcMs length = reached.at[i + 1] - reached.at[i];
      if (reached.timed[i] && length >= 0) lengths[i].push_back(length);
    }
  }
  for (std::size_t i = 0; i < kStageCount; ++i) {
    FunnelStage& stage = funnel.stages[i];
    stage.here = stage.rows.size();
    stage.median_ms = median_of(lengths[i]);
    score::sort_best_first(stage.rows, points);
  }
  sort_stably(stuck, {}, &Standstill::since);
  for (const Standstill& one : stuck) funnel.stuck.push_back(one.row);
  return funnel;
}

}  // namespace leadlight::insight
