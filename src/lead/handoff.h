// Where the hand-off of a lead from marketing to sales stands (practice A4), read from its steps.
// Steps are records that never change, so whatever order copies are merged in, all come to the
// same: the newest step says how it stands. A lead has at most one open offer, however many were
// made.
#pragma once
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "lead/model.h"

namespace leadlight {

enum class HandoffState : std::uint8_t {
  kNone,      // never begun, withdrawn, or overtaken by a move
  kOffered,   // waits for sales
  kAccepted,  // sales has it
  kReturned,  // marketing has it again, with a reason
};

// One hand-off, from an offer to what became of it. Offers made while one is open repeat it, as two
// people may do who don't know of each other. Rows are of Kind::kHandoff.
struct Handoff {
  HandoffState state = HandoffState::kNone;
  Row offer = kNoRow;     // the newest of them; kNoRow: sales took it without one
  Row answer = kNoRow;    // the newest step behind it: accepted, returned or withdrawn
  UtcMs offered_at = 0;   // at first
  UtcMs at = 0;           // of the step that says how it stands
  bool accepted = false;  // at some time, be it returned since
  UtcMs accepted_at = 0;  // the newest time
};

// All steps of a lead that were not taken back, oldest first; of two at one time the one with the
// smaller id.
std::vector<Row> handoff_steps(const Model& model, Row lead);
// All its hand-offs, oldest first. The state of the last one is that of its steps alone.
std::vector<Handoff> handoffs_of(const Model& model, Row lead);
// The last one as it stands: an offer is open while the lead is with marketing (New or MQL), an
// accepted lead is in SQL, a returned one with marketing. A lead that was moved elsewhere has none.
// Costs nothing for a lead that was never handed over.
Handoff handoff_of(const Model& model, Row lead);

// What the report of hand-offs counts, and the list of leads shows (practice F3, B7).
enum class HandoffMark : std::uint8_t {
  kHandedOver,  // ever offered, or taken over
  kOffered,     // an offer is open
  kAccepted,    // ever, and not returned since
  kReturned,    // ever
  kUntouched,   // accepted as it was offered, and not touched by us since
  kException,   // ever promoted against the criteria
  kByCriteria,  // promoted, and never against them
};
inline constexpr int kHandoffMarkCount = 7;
bool has_mark(const Model& model, Row lead, HandoffMark mark);
std::string_view text_of(HandoffMark mark);  // "handed_over", "offered"...
std::string_view label_of(HandoffMark mark);
std::optional<HandoffMark> handoff_mark_from_text(std::string_view text);
// One of our touches, acknowledgements aside, since then.
bool is_touched_since(const Model& model, Row lead, UtcMs since);

// Who did a step, to whom an offer went, and what was said; texts of the model, empty for kNoRow.
std::string_view text_of(const Model& model, Row step, HandoffField field);

}  // namespace leadlight
