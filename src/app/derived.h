// Keeps everything in State that is derived from the book true: scores and bands, the day's queue,
// the funnel, the query's rows, the index of addresses. An edit of few leads costs their own
// scoring and some passes over all leads; an import, a change of settings or another hour cost all.
//
// Scores fade by the hour: all are taken at the beginning of the present one, so that those of a
// lead just edited and all others are of one moment, and the same as after a reload.
#pragma once
#include <memory>
#include <span>
#include <vector>

#include "app/state.h"
#include "book/book.h"
#include "match/exact.h"
#include "query/query.h"
#include "score/score.h"

namespace leadlight::app {

class Derived {
 public:
  // All must outlive it. State::now and local_offset_minutes are the caller's to set before each
  // call.
  Derived(const book::Book& book, ports::Clock& clock, State& state);

  void refresh_all();
  // After `operation` was folded in.
  void refresh_after(const Operation& operation);
  // The clock moved: scores with the hour, the queue with the minute.
  void refresh_time();
  void refresh_query();   // State::query changed
  void refresh_funnel();  // State::funnel_days or funnel_source changed

  [[nodiscard]] score::Explanation explain(Row lead) const;
  [[nodiscard]] const score::Scorer& scorer() const { return *scorer_; }
  [[nodiscard]] const match::ExactIndex& addresses() const { return addresses_; }
  [[nodiscard]] UtcMs scored_at() const { return scored_at_; }

 private:
  void refresh_zone();
  void refresh_scores();
  void refresh_leads(std::span<const Row> leads);
  void refresh_counts();
  void refresh_queue();
  [[nodiscard]] bool scorer_is_stale() const;
  [[nodiscard]] UtcMs hour() const;

  const book::Book& book_;
  ports::Clock& clock_;
  State& state_;
  // Of the last calendar that needed one; it takes the browser some milliseconds to tell.
  std::optional<Zone> zone_;
  std::string zone_name_;
  int zone_seen_from_ = 0;  // State::local_offset_minutes then: a device may travel
  std::unique_ptr<score::Scorer> scorer_;
  match::ExactIndex addresses_;
  query::Engine engine_;
  followup::Planner planner_;
  UtcMs scored_at_ = 0;
  UtcMs queued_at_ = 0;
  ColumnIndex scored_columns_ = 0;  // a new column may be what a criterion has been waiting for
};

}  // namespace leadlight::app
