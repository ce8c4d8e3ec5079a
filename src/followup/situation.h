// What each lead waits for, before it is put into words: the room's own, shared by queue.cpp and
// reason.cpp.
#pragma once
#include <algorithm>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "followup/queue.h"

namespace leadlight::followup {

inline constexpr UtcMs kNever = std::numeric_limits<UtcMs>::min();
// Times of a file may be anything; what lies before 1970 or beyond the year 9999 counts as the
// nearer of the two, so that no sum overflows.
inline UtcMs sane_time(UtcMs time) {
  constexpr UtcMs kLatest = 253'402'300'799'999;
  return std::clamp<UtcMs>(time, 0, kLatest);
}

// The newest touch of each direction; kNever if there is none.
struct TouchTimes {
  UtcMs ours = kNever;  // acknowledgements aside
  UtcMs acknowledged = kNever;
  UtcMs asked = kNever;  // they replied, or asked for a quote or for information
  void add(const TouchFacts& touch);
};
std::vector<TouchTimes> touch_times_of_all(const Model& model);  // by lead row
TouchTimes touch_times_of(const Model& model, Row lead);

struct Situation {
  Waits waits = Waits::kForNothing;
  UtcMs since = 0;  // the plan's time, when it came in, was asked or woke
};

// The local day around `now`.
struct Day {
  UtcMs begin = 0;
  UtcMs end = 0;
  UtcMs offset = 0;  // local minus UTC
};
Day day_of(UtcMs now, int local_offset_minutes);

// Whether the lead may be in the queue at all.
bool may_be_followed_up(const Model& model, const std::vector<score::Points>& points, Row lead);
Situation situation_of(const Model& model, Row lead, const TouchTimes& times, UtcMs now,
                       const Day& day);

std::string reason_text(const Model& model, Row lead, const Situation& situation, UtcMs now,
                        const Day& day);

}  // namespace leadlight::followup
