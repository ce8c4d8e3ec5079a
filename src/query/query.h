// Filter, sort and search over leads: from a query to the rows to show, fast enough for every key
// press at 100,000 leads (design.md section 6).
#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"
#include "lead/handoff.h"
#include "lead/model.h"
#include "score/score.h"

namespace leadlight::query {

enum class SortKey : std::uint8_t {
  kScore,
  kName,
  kCompany,
  kStage,
  kSource,
  kOwner,
  kCreated,
  kLastTouch,
  kNextStep,
  kValue
};
enum class Direction : std::uint8_t { kAscending, kDescending };

// What of the book to show.
enum class Scope : std::uint8_t {
  kOpenLeads,
  kForgotten,  // open, with neither a next step nor a clock (followup/queue.h)
  kAllLeads,
  kContacts,
  kWeededOut,
  kDeleted
};

// Lists of texts: one that is empty in a list stands for leads without the field ("no owner").
struct Query {
  Scope scope = Scope::kOpenLeads;
  std::vector<Stage> stages;         // empty: all of the scope
  std::vector<std::string> sources;  // any of; empty: all
  std::vector<std::string> owners;
  std::vector<std::string> countries;
  std::vector<std::string> campaigns;
  std::vector<std::string> tags;  // all of
  std::vector<score::Band> bands;
  UtcMs created_from = 0;  // came in at this moment or later; 0: whenever
  std::optional<Stage>
      reached;         // ever stood in this stage or a later one, as the funnel counts (F1)
  int stuck_days = 0;  // open, and at `stuck_at` longer than so many days in one stage,
  UtcMs stuck_at = 0;  // and not in nurture, as the funnel counts; 0 days: all
  std::optional<HandoffMark> handoff;  // as the report of hand-offs counts (F3)
  std::string search;  // words; each must stand in some text of the lead, folded: names,
                       // addresses, company, place, source, tags, own fields, notes
  SortKey sort = SortKey::kScore;
  Direction direction = Direction::kDescending;
  bool operator==(const Query&) const = default;
};

// The direction that a first click on a column gives: names upwards, scores and dates downwards.
Direction natural_direction(SortKey key);

// "stage=mql,sql&sort=score" as in links: scope, stage, source, owner, country, campaign, tag,
// band, since (a time), reached, stuck (days, then the time), handoff, q (the search), sort, dir
// ("up", "down"; by nature where absent). Unknown keys and values are ignored, and what is usual is
// left out: the text of a Query() is empty.
std::string text_from_query(const Query& query);
Query query_from_text(std::string_view text);

// Keeps folded texts and sorted rows, brought up to date as leads change.
//
// Leads without the sorted value come last in both directions; leads with equal values stand in the
// order of their rows. Texts sort by compare_for_people, values of money by their number whatever
// the currency.
class Engine {
 public:
  Engine();
  ~Engine();
  // The rows to show, in order. `points` is indexed by lead row. Valid until the next call.
  const std::vector<Row>& run(const Model& model, const std::vector<score::Points>& points,
                              const Query& query);
  void lead_changed(
      Row lead);  // its fields, touches, notes or points; new leads are seen without it
  void all_changed();
  void points_changed();  // of any lead, and no more than that: an hour went by
  // Sorts in advance what would otherwise be sorted by the first query that needs it; for idle
  // moments.
  void prepare(const Model& model, const std::vector<score::Points>& points, SortKey key);
  [[nodiscard]] std::size_t bytes() const;  // memory held by the folded texts
  // Values of a field that occur among living leads, most frequent first, for filter menus; at most
  // `most`.
  static std::vector<std::pair<std::string, std::size_t>> values_of(const Model& model,
                                                                    LeadField field,
                                                                    std::size_t most);

 private:
  struct Cache;
  std::unique_ptr<Cache> cache_;
};

}  // namespace leadlight::query
