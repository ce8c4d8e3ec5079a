// A place in the queue before it is put into words: when it is due and what it stands behind. The
// room's own, shared by queue.cpp and planner.cpp.
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "followup/situation.h"

namespace leadlight::followup {

// When something may begin, should be done and must be done; and from when on, if it was not done
// by its goal, the limit is near: with a quarter of the time left.
struct Clock {
  UtcMs from = 0;
  UtcMs goal = 0;
  UtcMs near = 0;
  UtcMs limit = 0;
};
// Of something that came in at `at` and waits for a first word. The delay (C2) is the prospect's
// time, goal and limit (C1) are counted in the team's open time.
Clock arrival_clock(UtcMs at, const TeamSettings& settings);
Clock clock_of(const Situation& situation, const TeamSettings& settings, const Day& day);
Due due_of(const Clock& clock, UtcMs at);

struct Entry {
  Row lead = kNoRow;
  std::int32_t points = 0;
  Group group = Group::kNow;
  Due due = Due::kDue;
  UtcMs due_at = 0;
  Situation situation;
  TouchKind channel = TouchKind::kEmail;
  Id id;
};

// The order of the queue, see queue.h.
bool is_before(const Entry& a, const Entry& b);

// Everything that is the same for all leads of one queue.
struct Sight {
  const Model& model;
  const TeamSettings& settings;
  const std::vector<score::Points>& points;
  UtcMs now = 0;
  Day day;
};
// Nothing if the lead is not in today's queue. `situation` says what it waits for, kForAnotherDay
// where it may not be followed up at all.
std::optional<Entry> entry_of(const Sight& sight, Row lead, const TouchTimes& times,
                              Situation& situation);
Item item_of(const Entry& entry);  // all but the reason

}  // namespace leadlight::followup
