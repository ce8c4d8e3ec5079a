// What happened with one sample lead: how it came in, what both sides did, where it stands and what
// is next. Consistent with itself: moves lead to the stage in order, nothing happens before it came
// in or after now.
#pragma once
#include <string_view>
#include <vector>

#include "sample/dice.h"
#include "sample/words.h"

namespace leadlight::sample {

struct Touch {
  TouchKind kind = TouchKind::kOther;
  UtcMs at = 0;
  TouchResult result = TouchResult::kNone;
  std::string_view text = {};
  int count = 1;
};

struct Move {
  UtcMs at = 0;
  Stage from = Stage::kNew;
  Stage to = Stage::kNew;
  std::string_view from_sub = {};
  std::string_view to_sub = {};
  LossReason reason = LossReason::kNone;
  std::string_view why = {};
};

struct Story {
  const Arrival* arrival = nullptr;
  UtcMs created_at = 0;
  Stage stage = Stage::kNew;
  std::string_view sub_stage = {};
  std::string_view owner = {};  // empty: nobody's yet
  std::string_view event = {};
  WeedOut weed_out = WeedOut::kNone;
  bool is_contact = false;  // too little known of it to be a lead
  bool do_not_contact = false;
  std::string_view outcome_reason = {};
  UtcMs closed_at = 0;
  std::int64_t value_minor = 0;  // 0: none known
  TouchKind next_step = TouchKind::kOther;
  UtcMs next_step_at = 0;  // 0: none
  UtcMs nurture_until = 0;
  UtcMs snoozed_until = 0;
  std::vector<Touch> touches;
  std::vector<Move> moves;
};

// Writes over `story`, whose vectors keep their memory from one lead to the next.
void tell(Story& story, Dice& dice, UtcMs now);

}  // namespace leadlight::sample
