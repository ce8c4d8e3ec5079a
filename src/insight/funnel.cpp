#include "insight/funnel.h"

#include <algorithm>
#include <limits>

#include "base/text.h"

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

std::vector<Way> ways_of_all(const Model& model) {
  std::vector<Way> ways(model.leads().size());
  const Table& moves = model.table(Kind::kMove);
  for (Row row = 0; row < moves.size(); ++row) {
    const MoveFacts& move = model.move(row);
    if (move.lead >= ways.size() || !moves.alive(row)) continue;
    Way& way = ways[move.lead];
    const UtcMs at = sane(move.at);
    if (at < way.first_move_at) {
      way.first_move_at = at;
      way.first_from = move.from;
    }
    way.last_move_at = std::max(way.last_move_at, at);
    if (!is_in_funnel(move.to)) continue;
    UtcMs& entered = way.entered[number_of(move.to)];
    entered = std::min(entered, at);
  }
  return ways;
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

// Which leads the filter lets through.
class Sieve {
 public:
  Sieve(const Model& model, const FunnelFilter& filter) : model_(model), filter_(filter) {
    add(filter.source, LeadField::kSource);
    add(filter.campaign, LeadField::kCampaign);
    add(filter.owner, LeadField::kOwner);
  }
  [[nodiscard]] bool passes(Row lead) const {
    const UtcMs created_at = model_.lead(lead).created_at;
    if (filter_.created_from != 0 && created_at < filter_.created_from) return false;
    if (filter_.created_to != 0 && created_at >= filter_.created_to) return false;
    return !nothing_passes_ && std::ranges::all_of(wanted_, [&](const Wanted& wanted) {
      return model_.leads().cell(lead, static_cast<ColumnIndex>(wanted.field)) == wanted.text;
    });
  }

 private:
  struct Wanted {
    LeadField field;
    TextId text;
  };
  void add(std::string_view text, LeadField field) {
    if (text.empty()) return;
    const TextId id = model_.texts().find(text);
    nothing_passes_ = nothing_passes_ || id == kNoText;
    wanted_.push_back({field, id});
  }

  const Model& model_;
  const FunnelFilter& filter_;
  std::vector<Wanted> wanted_;
  bool nothing_passes_ = false;
};

void sort_best_first(const Model& model, const std::vector<score::Points>& points,
                     std::vector<Row>& rows) {
  struct Key {
    std::int32_t total;
    Row row;
    UtcMs created_at;
  };
  std::vector<Key> keys;
  keys.reserve(rows.size());
  for (const Row row : rows) keys.push_back({points[row].total(), row, model.lead(row).created_at});
  std::ranges::sort(keys, [](const Key& a, const Key& b) {
    if (a.total != b.total) return a.total > b.total;
    return a.created_at != b.created_at ? a.created_at < b.created_at : a.row < b.row;
  });
  std::ranges::transform(keys, rows.begin(), &Key::row);
}

// Open leads that have stood in their stage for too long, longest first.
void find_stuck(const Model& model, const std::vector<Way>& ways, UtcMs now, Funnel& funnel) {
  struct Standing {
    UtcMs since;
    Row row;
  };
  std::vector<Standing> standing;
  for (const FunnelStage& stage : funnel.stages) {
    if (!is_open(stage.stage)) continue;
    for (const Row row : stage.rows) {
      const UtcMs created_at = sane(model.lead(row).created_at);
      const UtcMs since = std::max(ways[row].last_move_at, created_at);
      if (since == 0 || now - since <= funnel.stuck_after_ms) continue;
      const std::string_view nurtured = model.text(row, LeadField::kNurtureUntil);
      if (!nurtured.empty() && integer_from_text(nurtured).value_or(0) > now) continue;
      standing.push_back({since, row});
    }
  }
  std::ranges::sort(standing, [](const Standing& a, const Standing& b) {
    return a.since != b.since ? a.since < b.since : a.row < b.row;
  });
  funnel.stuck.reserve(standing.size());
  for (const Standing& one : standing) funnel.stuck.push_back(one.row);
}

}  // namespace

Funnel funnel_of(const Model& model, const std::vector<score::Points>& points,
                 const FunnelFilter& filter, UtcMs now) {
  Funnel funnel;
  funnel.stuck_after_ms = kStuckAfterMs;
  for (std::size_t i = 0; i < kStageCount; ++i) funnel.stages[i].stage = kStages[i];
  const std::vector<Way> ways = ways_of_all(model);
  const Sieve sieve(model, filter);
  std::array<std::vector<UtcMs>, kStageCount> lengths;
  const std::size_t rows = std::min<std::size_t>(model.leads().size(), points.size());
  for (Row row = 0; row < rows; ++row) {
    if (!model.leads().alive(row) || !sieve.passes(row)) continue;
    if (points[row].standing == Standing::kContact) ++funnel.contacts;
    if (points[row].standing == Standing::kWeededOut) ++funnel.weeded_out;
    if (points[row].standing != Standing::kLead) continue;
    const LeadFacts& facts = model.lead(row);
    if (is_in_funnel(facts.stage)) {
      funnel.stages[number_of(facts.stage)].rows.push_back(row);
    } else {
      ++funnel.lost;
    }
    const Reached reached = reached_by(facts, ways[row]);
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
    sort_best_first(model, points, stage.rows);
  }
  find_stuck(model, ways, now, funnel);
  return funnel;
}

}  // namespace leadlight::insight
