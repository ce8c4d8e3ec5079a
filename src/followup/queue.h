// Today (practice C1 to C3): whom to contact now, why, and by when; best first. Goal and limit
// count the team's open time (lead/calendar.h).
#pragma once
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "base/time.h"
#include "lead/model.h"
#include "lead/settings.h"
#include "score/score.h"

namespace leadlight::followup {

enum class Group : std::uint8_t { kOffered, kNow, kLaterToday, kWoken };

// What an acknowledgement promises (practice C7): 24 hours of the prospect's time. A step planned
// within them keeps the promise; a later one does not.
inline constexpr UtcMs kPromiseMs = 24 * kHourMs;

// Practice C1, C2: where the first-touch clock or the planned step stands. The clock of a first
// touch runs from when the lead came in, that of an answer from when they asked, that of a promise
// from when it was given, that of an
// offer, of a return and of an accepted lead from that step, that of a planned
// step from its time (one planned for midnight has the whole day), that of a lead that woke from
// its date.
enum class Due : std::uint8_t {
  kNotYet,         // inside the delay (C2), or later today
  kDue,            // within the goal, or over it with most of the time to the limit left
  kAboutToBreach,  // over the goal, limit near (less than a quarter of it left)
  kBreached,       // over the limit; a planned step: over its time by more than the goal
};

// What an open lead that may be contacted waits for.
enum class Waits : std::uint8_t {
  kForNothing,     // forgotten: no step, no clock
  kForAnotherDay,  // planned, snoozed or nurtured beyond today, or for no day, with a reason why
  kForPlannedStep,
  kForFirstTouch,
  kForAnswer,      // they wrote or asked after our last touch
  kForAcceptance,  // A4: offered to sales, and not answered
  kForDecision,    // A4: sales returned it, and nobody has done anything since
  kAfterHandoff,   // A4: sales accepted it, and has not been in touch since
  kForPromise,     // C7: we have acknowledged it, and nothing else since
  kAfterNurture,
  kAfterSnooze,
};

struct Item {
  Row lead = kNoRow;
  Group group = Group::kNow;
  Due due = Due::kDue;
  UtcMs due_at = 0;                       // the moment by which it should be done
  TouchKind channel = TouchKind::kEmail;  // suggested
  Waits waits = Waits::kForNothing;
  std::string reason;  // "Requested a quote 40 min ago", "Call planned · no answer since Thu"
};

// The way to reach it: what is planned where it waits for that, else the first step of its cadence
// (practice C4, C8), of those that there is an address for.
TouchKind suggested_channel(const Model& model, const TeamSettings& settings, Row lead,
                            Waits waits = Waits::kForPlannedStep);

// The clock of one lead's first touch. Once it is met, `due` says where it stood at the first
// touch.
struct FirstTouchClock {
  Due due = Due::kNotYet;
  UtcMs from = 0;  // not before (C2)
  UtcMs goal = 0;
  UtcMs limit = 0;
  bool met = false;  // touched already
};
FirstTouchClock first_touch_clock(const Model& model, const TeamSettings& settings, Row lead,
                                  UtcMs now);

// Open leads that
// - are offered to sales (A4): a group of its own, before all others, or
// - have a planned step that is due or due today (it stays due until it is taken away or moved), or
// - nobody has touched yet, whatever their stage (C1), or
// - replied, or asked for a quote or for information, after our last touch (C10), or
// - sales returned, or accepted and has not touched since (A4), where nothing is planned, or
// - were promised that somebody gets in touch within kPromiseMs (C7), by an acknowledgement, or
// - whose nurture (C6) or snooze ended and who were not touched since.
// A snooze hides a lead, a step planned for another day speaks for it, nurture hides all but a
// reply. Do-not-contact leads, contacts and weeded-out ones are never in it (C9, A3, B2). In order
// of the groups; within Now and Woken best score first, among equals the most overdue; later today
// by time. `local_offset_minutes` (local minus UTC) decides what "today" is.
std::vector<Item> queue(const Model& model, const TeamSettings& settings,
                        const std::vector<score::Points>& points, UtcMs now,
                        int local_offset_minutes);

// Leads that are open, may be contacted, and have neither a next step nor a clock running, nor a
// written reason why not (C3):
// nothing will ever bring them back.
std::size_t without_next_step(const Model& model, const std::vector<score::Points>& points,
                              UtcMs now);
// Whether it is one of them; at any time, as what waits for a date waits for something.
bool is_forgotten(const Model& model, const std::vector<score::Points>& points, Row lead);

// One lead beside the queue, with the queue's own clocks. Of kForFirstTouch and kForAnswer where
// that clock stands, with `goal` and `limit`.
struct Waiting {
  Waits waits = Waits::kForNothing;
  Due due = Due::kNotYet;
  UtcMs goal = 0;
  UtcMs limit = 0;
};
Waiting waiting_of(const Model& model, const TeamSettings& settings, Row lead, UtcMs now,
                   int local_offset_minutes);

// The same for a book that is open: queue() with little work while a person works. A plan holds for
// a minute; after an edit only the changed leads are looked at again.
class Planner {
 public:
  Planner();
  ~Planner();
  // Items as queue() gives them, but the reasons of those behind the first `most_worded` are empty:
  // ask reason_of when they come into view. Valid until the next call.
  const std::vector<Item>& queue(const Model& model, const TeamSettings& settings,
                                 const std::vector<score::Points>& points, UtcMs now,
                                 int local_offset_minutes, std::size_t most_worded = 500);
  [[nodiscard]] std::size_t without_next_step() const;  // at the last queue()
  void lead_changed(Row lead);  // its fields, touches or points; new leads are seen without it
  void all_changed();           // also when settings changed

 private:
  struct Plan;
  std::unique_ptr<Plan> plan_;
};

// Why the lead is in the queue; empty if it has nothing to wait for today.
std::string reason_of(const Model& model, Row lead, UtcMs now, int local_offset_minutes);

// "40 min", "2 h", "4 d", "5 mo", "2 y": how long ago or ahead, rounded down.
std::string duration_text(UtcMs milliseconds);

}  // namespace leadlight::followup
