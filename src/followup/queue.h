// Today (practice C1 to C3, first form): whom to contact now, why, and by when; best first.
// Times count around the clock; business hours come with the cadences.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "base/time.h"
#include "lead/model.h"
#include "lead/settings.h"
#include "score/score.h"

namespace leadlight::followup {

enum class Group : std::uint8_t { kNow, kLaterToday, kWoken };

// Practice C1, C2: where the first-touch clock or the planned step stands.
enum class Due : std::uint8_t {
  kNotYet,        // inside the delay (C2), or later today
  kDue,           // within the goal
  kAboutToBreach, // over the goal, limit near (less than a quarter of it left)
  kBreached,      // over the limit
};

struct Item {
  Row lead = kNoRow;
  Group group = Group::kNow;
  Due due = Due::kDue;
  UtcMs due_at = 0;              // the moment by which it should be done
  TouchKind channel = TouchKind::kEmail;  // suggested
  std::string reason;            // "Requested a quote 40 min ago", "Call planned, no answer since Thu"
};

// The clock of one lead's first touch.
struct FirstTouchClock {
  Due due = Due::kNotYet;
  UtcMs from = 0;   // not before (C2)
  UtcMs goal = 0;
  UtcMs limit = 0;
  bool met = false;  // touched already
};
FirstTouchClock first_touch_clock(const Model& model, const TeamSettings& settings, Row lead,
                                  UtcMs now);

// Open leads that are new and untouched, or whose planned step is due or due today, or whose nurture or
// snooze ended. Do-not-contact leads, contacts and weeded-out ones are never in it.
// `local_offset_minutes` decides what "today" is.
std::vector<Item> queue(const Model& model, const TeamSettings& settings,
                        const std::vector<score::Points>& points, UtcMs now,
                        int local_offset_minutes);

// Leads that are open, may be contacted, and have neither a next step nor a clock running (C3).
std::size_t without_next_step(const Model& model, const std::vector<score::Points>& points, UtcMs now);

// "40 min", "2 h", "4 d", "5 mo": how long ago or ahead, rounded down.
std::string duration_text(UtcMs milliseconds);

}  // namespace leadlight::followup
