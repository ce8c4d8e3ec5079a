// Handing leads over from marketing to sales (practice A4): offering them with what whoever takes
// over should know, returning them with a reason, and claiming one that somebody else has (A5).
#pragma once
#include <string>
#include <vector>

#include "base/id.h"
#include "lead/handoff.h"
#include "ui/ui.h"
#include "ui/widgets.h"

namespace leadlight::ui {

struct HandoffDialog {
  enum class What : unsigned char { kOffer, kReturn, kClaim, kByRules } what = What::kOffer;
  std::vector<Id> leads = {};
  std::string to = {};  // of an offer
  ReturnReason reason = ReturnReason::kNone;
  std::string words = {};
  // Who may take it; by the rules: who would get how many.
  std::vector<std::string> people = {};
  bool asked_to_open = false;
  int drafts_changed = -1;
  float height = 320;  // of its content
  bool tried = false;  // what is missing is said
};

void ask_to_offer(Ui&, HandoffDialog&, std::vector<Id> leads);
void ask_to_return(Ui&, HandoffDialog&, std::vector<Id> leads);
// At once, or asks first where somebody else has it.
void claim_or_ask(Ui&, HandoffDialog&, Id lead);
// Says first who would get how many of them.
void ask_to_assign_by_rules(Ui&, HandoffDialog&, std::vector<Id> leads);
void draw(Ui&, HandoffDialog&);

// What of all this can be done with one lead just now, for its menu, and doing it: false if the
// item is none of them.
void add_handoff_items(const Ui&, Row lead, std::vector<MenuItem>& items);
bool do_handoff(Ui&, HandoffDialog&, Id lead, std::string_view item);

// Whether the lead is somebody else's, or nobody's.
bool can_claim(const Ui&, Row lead);
bool is_offered(const Ui&, Row lead);  // and can be answered
bool can_offer(const Ui&, Row lead);

}  // namespace leadlight::ui
