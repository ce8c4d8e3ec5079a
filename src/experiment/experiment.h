// Experiments (practice D7): two to five templates for one step, of which each lead gets one by its
// id. Which template a message began as stands in its touch (TouchField::kTemplate); who answered
// is counted in report.h.
//
// An experiment is one record, written whole when it starts, and fixed from then on: its id is the
// hash of what was started (purpose, days, start, templates in their order and their words), so a
// record that somebody's edit or file has changed is known by it (Experiment::altered). Only its
// name, and when it ended, may change. Pure: same model, same experiments; same ids, same variant.
#pragma once
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "base/id.h"
#include "base/result.h"
#include "base/time.h"
#include "lead/model.h"
#include "lead/record.h"
#include "message/template.h"

namespace leadlight::experiment {

inline constexpr std::size_t kFewestVariants = 2;
inline constexpr std::size_t kMostVariants = 5;
inline constexpr int kUsualDays = 14;
inline constexpr int kMostDays = 90;

struct Variant {
  Id template_id;
  std::uint64_t words = 0;  // words_of the template when the experiment started
  bool operator==(const Variant&) const = default;
};

struct Experiment {
  Id id;
  std::string name;
  message::Purpose purpose = message::Purpose::kFollowUp;
  std::vector<Variant> variants;  // in the order that ids are dealt to
  int days = kUsualDays;          // within so many days an answer counts
  UtcMs started_at = 0;
  UtcMs ended_at = 0;    // nothing sent from then on counts; 0: it runs
  bool altered = false;  // not what was started: no lead is dealt to it, and it has no result
};
bool runs_at(const Experiment& experiment, UtcMs now);  // and was not altered

// The newest first. Deleted ones are none.
std::vector<Experiment> experiments_from(const Model& model);

struct Draft {
  std::string name;
  std::vector<Id> templates;
  int days = kUsualDays;
};
// The experiment that this draft would be from `now` on, or what keeps it from being one: a name
// that is blank, too few or too many templates, ones that are not for the same leads, purpose,
// channel and language, that say the same, or that another experiment uses which runs.
Result<Experiment> prepared(const Draft& draft, const Model& model, UtcMs now);
// Adds its record to `to`.
void write_start(OperationBuilder& to, const Experiment& experiment);
void write_end(OperationBuilder& to, Id experiment, UtcMs at);
void write_name(OperationBuilder& to, Id experiment, std::string_view name);

// Which of its variants a lead gets: the same in every copy, whatever else is in the book; with
// ids as random as they are, an even split, and independent of every other experiment's. `lead` is
// the id of who stands for the lead (Model::standing), so merged ones have their heir's.
std::size_t variant_of(const Experiment& experiment, Id lead);

// The running experiment that has this template; null if there is none. Of two, which people who
// don't know of each other may have started, the earlier.
const Experiment* running_with(std::span<const Experiment> experiments, Id template_id, UtcMs now);
// The template to write to this lead with, where `chosen` fits it: another variant, or `chosen`.
Id dealt(std::span<const Experiment> experiments, Id chosen, Id lead, UtcMs now);

// A hash of what a template says.
std::uint64_t words_of(const message::Template& one);

}  // namespace leadlight::experiment
