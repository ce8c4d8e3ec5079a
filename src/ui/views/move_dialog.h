// Moving leads between stages (practice A1, A2, A6, B7): asks only what the move needs. Leaving
// asks for a reason, winning for the value and why, promoting against the criteria for why.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/id.h"
#include "lead/vocabulary.h"
#include "ui/ui.h"

namespace leadlight::ui {

struct MoveDialog {
  std::vector<Id> leads = {};
  Stage to = Stage::kMql;
  std::string sub_stage = {};
  LossReason reason = LossReason::kNone;
  std::string why = {};
  std::string value = {};  // as typed, in major units
  bool asked_to_open = false;
  int drafts_changed = -1;
  float height = 320;  // of its content
  bool tried = false;  // the person pressed Move: what is missing is said
};

// Opens with a stage chosen already, or with the one that comes next.
void ask_to_move(Ui&, MoveDialog&, std::vector<Id> leads, std::optional<Stage> to = {},
                 std::string sub_stage = {});
// Moves at once if nothing needs to be asked, else opens. For dragging.
void move_or_ask(Ui&, MoveDialog&, std::vector<Id> leads, Stage to, std::string sub_stage = {});
void draw(Ui&, MoveDialog&);

// Promoting one of these leads to `to` would go against the team's criteria (B7).
bool misses_criteria(const Ui&, const std::vector<Id>& leads, Stage to);

}  // namespace leadlight::ui
