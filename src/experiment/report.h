// What an experiment has shown so far (practice D7): of each variant how many leads it was sent to
// and how many answered, in all and by lead type, source and market, and what may be concluded
// (evidence.h). Pure: same model, same figures.
//
// A lead counts by the first touch of ours, from the experiment's start to its end, that began as
// one of its templates and did not bounce. It has answered if within Experiment::days after that
// - it replied, or asked for a quote or for information, later than that touch; or
// - that touch, or a later one of ours, ended with a reply or with "not now",
// and it did not opt out. Shares and verdicts are of those leads alone whose days are over: who
// answers late must not count as silent, and who answers early not before the rest of their day.
//
// Lead type, source and market are those that the lead has now.
#pragma once
#include <cstddef>
#include <string>
#include <vector>

#include "experiment/evidence.h"
#include "experiment/experiment.h"
#include "lead/model.h"

namespace leadlight::experiment {

struct Figures {
  std::size_t sent = 0;       // leads
  std::size_t waiting = 0;    // of those, whose days are not over
  std::size_t opted_out = 0;  // of those that it was sent to: a harm, and no answer
  Tally tally;                // of all but those that wait
  Likely likely;
  bool words_changed = false;  // the template says something else now than at the start, or is
                               // gone: part of its leads may have got those words
};

struct Group {
  std::string name;  // as on screen, or as first written in a lead; empty: not known
  std::vector<Figures> variants;
  Ruling ruling;
  [[nodiscard]] std::size_t sent() const;
};

// Groups of leads beside each other, the one with the most leads first. A false "better" or "no
// difference" in any group of the three lists together has a chance of at most 5%; so has one of
// the whole.
struct Breakdown {
  std::vector<Group> groups;  // kMostGroups at most
  std::size_t more = 0;       // groups that are not shown
};
inline constexpr std::size_t kMostGroups = 12;

struct Report {
  Group all;
  Breakdown lead_types;
  Breakdown sources;  // whatever the case and accents
  Breakdown markets;  // by country; where there is none, by language
  // Left out: leads that got another variant than they were dealt, or two before they answered.
  std::vector<Row> mixed;
  std::size_t bounced = 0;  // left out: leads that none of the messages reached
};

Report report_on(const Experiment& experiment, const Model& model, UtcMs now);

}  // namespace leadlight::experiment
