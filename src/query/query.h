// Filter, sort and search over leads: from a query to the rows to show, fast enough for every key press
// at 100,000 leads (design.md section 6).
#pragma once
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"
#include "lead/model.h"
#include "score/score.h"

namespace leadlight::query {

enum class SortKey : std::uint8_t { kScore, kName, kCompany, kStage, kSource, kOwner, kCreated, kLastTouch,
                                    kNextStep, kValue };
enum class Direction : std::uint8_t { kAscending, kDescending };

// What of the book to show.
enum class Scope : std::uint8_t { kOpenLeads, kAllLeads, kContacts, kWeededOut, kDeleted };

struct Query {
  Scope scope = Scope::kOpenLeads;
  std::vector<Stage> stages;         // empty: all of the scope
  std::vector<std::string> sources;  // any of; empty: all
  std::vector<std::string> owners;
  std::vector<std::string> countries;
  std::vector<std::string> campaigns;
  std::vector<std::string> tags;     // all of
  std::vector<score::Band> bands;
  std::string search;                // words; each must start or stand in some word of the lead, folded
  SortKey sort = SortKey::kScore;
  Direction direction = Direction::kDescending;
  bool operator==(const Query&) const = default;
};

// "stage=mql,sql&sort=score" as in links; unknown keys are ignored.
std::string text_from_query(const Query& query);
Query query_from_text(std::string_view text);

// Keeps folded haystacks and sort ranks, brought up to date as rows change.
class Engine {
 public:
  Engine();
  ~Engine();
  // The rows to show, in order. `points` is indexed by lead row.
  const std::vector<Row>& run(const Model& model, const std::vector<score::Points>& points,
                              const Query& query);
  void lead_changed(Row lead);  // its fields, touches or points
  void all_changed();
  // Values of a field that occur among living leads, most frequent first, for filter menus.
  static std::vector<std::pair<std::string, std::size_t>> values_of(const Model& model, LeadField field,
                                                                    std::size_t most);

 private:
  struct Cache;
  std::unique_ptr<Cache> cache_;
};

}  // namespace leadlight::query
