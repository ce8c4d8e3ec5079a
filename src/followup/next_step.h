// What comes next after a touch, so that no open lead is forgotten (practice C3 to C6): the next
// step of its lead type's cadence, as many days later as that says, in the team's open time.
#pragma once
#include <cstdint>
#include <string_view>

#include "base/time.h"
#include "lead/model.h"
#include "lead/settings.h"

namespace leadlight::followup {

inline constexpr UtcMs kStepAfterMs = 2 * kDayMs;     // of what stands in no cadence
inline constexpr UtcMs kCorrectAfterMs = 1 * kDayMs;  // E7: a bounce wants a right address soon

enum class Plan : std::uint8_t {
  kKeep,     // whatever was planned stays
  kNothing,  // no step: the queue has a clock for it, or nobody follows up any more
  kStep,
  kGoodbye,  // C5: a step, the last one; after touches_before_goodbye() without an answer
  kNurture,  // C5, C6: no step; back in the queue at `at`
  kStop,     // C9: never again
};

struct NextStep {
  Plan plan = Plan::kKeep;
  TouchKind channel = TouchKind::kEmail;  // of kStep and kGoodbye
  UtcMs at = 0;                           // of kStep, kGoodbye and kNurture
};

// Our touches since the prospect last gave a sign (an answer, a request); C5 counts these.
int unanswered_touches(const Model& model, Row lead);

// Why somebody should think twice before they contact a lead now.
struct Caution {
  enum class Kind : std::uint8_t {
    kNone,
    kSomebodyElse,  // A5: another person contacted it within kRecentMs
    kEnough,        // C5: as many touches without an answer as the team allows, and the goodbye
  };
  Kind kind = Kind::kNone;
  UtcMs at = 0;              // of kSomebodyElse: when
  std::string_view by = {};  // who; a text of the model
  int touches = 0;           // of kEnough
};
inline constexpr UtcMs kRecentMs = kDayMs;
// `me`: as touches name the person (TouchField::kBy). Touches that name nobody are one's own.
Caution caution_before_touch(const Model& model, const TeamSettings& settings, Row lead,
                             std::string_view me, UtcMs now);

// After a touch of this kind and result at `now`, which is not in the model yet.
NextStep next_step_after(const Model& model, const TeamSettings& settings, Row lead, TouchKind kind,
                         TouchResult result, UtcMs now);

}  // namespace leadlight::followup
