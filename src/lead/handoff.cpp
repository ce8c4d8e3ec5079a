#include "lead/handoff.h"

#include <algorithm>
#include <array>
#include <tuple>

#include "base/sort.h"

namespace leadlight {

namespace {

struct MarkWords {
  std::string_view text, label;
};
// In the order of the enumeration.
constexpr std::array<MarkWords, kHandoffMarkCount> kMarkWords{{
    {"handed_over", "Handed over"},
    {"offered", "Offered to sales"},
    {"accepted", "Accepted by sales"},
    {"returned", "Returned by sales"},
    {"untouched", "Untouched since hand-off"},
    {"exception", "Against the criteria"},
    {"by_criteria", "By the criteria"},
}};

// The newer of two steps.
auto place_of(const Model& model, Row step) {
  return std::tuple{model.handoff(step).at, model.table(Kind::kHandoff).id(step)};
}

void add_step(const Model& model, Row step, Handoff& handoff) {
  const HandoffFacts& facts = model.handoff(step);
  // Nobody withdraws what sales has answered meanwhile.
  if (facts.step == HandoffStep::kWithdrawn && handoff.state != HandoffState::kOffered) return;
  handoff.at = facts.at;
  switch (facts.step) {
    case HandoffStep::kOffered:
      if (handoff.state != HandoffState::kOffered) handoff.offered_at = facts.at;
      handoff.state = HandoffState::kOffered;
      handoff.offer = step;
      return;
    case HandoffStep::kAccepted:
      handoff.state = HandoffState::kAccepted;
      handoff.accepted = true;
      handoff.accepted_at = facts.at;
      break;
    case HandoffStep::kReturned: handoff.state = HandoffState::kReturned; break;
    case HandoffStep::kWithdrawn: handoff.state = HandoffState::kNone; break;
  }
  handoff.answer = step;
}

// Whether the next step begins another hand-off: an offer does where none is open, and so does
// taking a lead that was given back.
bool begins(const Handoff& last, HandoffStep step) {
  if (step == HandoffStep::kOffered) return last.state != HandoffState::kOffered;
  return step == HandoffStep::kAccepted &&
         (last.state == HandoffState::kNone || last.state == HandoffState::kReturned);
}

}  // namespace

std::vector<Row> handoff_steps(const Model& model, Row lead) {
  std::vector<Row> steps;
  for (Row row = model.lead(lead).first_handoff; row != kNoRow; row = model.handoff(row).next)
    if (model.table(Kind::kHandoff).alive(row)) steps.push_back(row);
  sort_stably(steps, {}, [&](Row row) { return place_of(model, row); });
  return steps;
}

std::vector<Handoff> handoffs_of(const Model& model, Row lead) {
  std::vector<Handoff> all;
  if (model.lead(lead).first_handoff == kNoRow) return all;
  for (const Row step : handoff_steps(model, lead)) {
    if (all.empty() || begins(all.back(), model.handoff(step).step)) all.emplace_back();
    add_step(model, step, all.back());
  }
  return all;
}

Handoff handoff_of(const Model& model, Row lead) {
  if (model.lead(lead).first_handoff == kNoRow) return {};
  const std::vector<Handoff> all = handoffs_of(model, lead);
  if (all.empty()) return {};
  Handoff last = all.back();
  const bool with_marketing = model.lead(lead).stage < Stage::kSql;
  const bool with_sales = model.lead(lead).stage == Stage::kSql;
  if (last.state == HandoffState::kAccepted ? !with_sales : !with_marketing)
    last.state = HandoffState::kNone;
  return last;
}

bool is_touched_since(const Model& model, Row lead, UtcMs since) {
  for (Row row = model.lead(lead).first_touch; row != kNoRow; row = model.touch(row).next) {
    const TouchFacts& touch = model.touch(row);
    if (model.table(Kind::kTouch).alive(row) && is_outbound(touch.kind) &&
        touch.result != TouchResult::kAcknowledged && touch.at >= since)
      return true;
  }
  return false;
}

bool has_mark(const Model& model, Row lead, HandoffMark mark) {
  if (mark == HandoffMark::kException || mark == HandoffMark::kByCriteria) {
    bool promoted = false, exception = false;
    for (Row row = model.lead(lead).first_move; row != kNoRow; row = model.move(row).next) {
      const MoveFacts& move = model.move(row);
      if (!model.table(Kind::kMove).alive(row)) continue;
      promoted = promoted || (move.from < move.to && move.to <= Stage::kCustomer);
      exception = exception || move.exception;
    }
    return mark == HandoffMark::kException ? exception : promoted && !exception;
  }
  if (model.lead(lead).first_handoff == kNoRow) return false;
  const std::vector<Handoff> all = handoffs_of(model, lead);
  const auto any = [&](HandoffState state) {
    return std::ranges::contains(all, state, &Handoff::state);
  };
  const Handoff last = handoff_of(model, lead);
  switch (mark) {
    case HandoffMark::kHandedOver: return !all.empty();
    case HandoffMark::kOffered: return last.state == HandoffState::kOffered;
    case HandoffMark::kAccepted: return any(HandoffState::kAccepted);
    case HandoffMark::kReturned: return any(HandoffState::kReturned);
    case HandoffMark::kUntouched:
      return last.state == HandoffState::kAccepted && last.offer != kNoRow &&
             !is_touched_since(model, lead, last.accepted_at);
    case HandoffMark::kException:
    case HandoffMark::kByCriteria: break;
  }
  return false;
}

std::string_view text_of(HandoffMark mark) {
  return kMarkWords[static_cast<std::size_t>(mark)].text;
}
std::string_view label_of(HandoffMark mark) {
  return kMarkWords[static_cast<std::size_t>(mark)].label;
}
std::optional<HandoffMark> handoff_mark_from_text(std::string_view text) {
  const auto* const found = std::ranges::find(kMarkWords, text, &MarkWords::text);
  if (found == kMarkWords.end()) return std::nullopt;
  return static_cast<HandoffMark>(found - kMarkWords.begin());
}

std::string_view text_of(const Model& model, Row step, HandoffField field) {
  return step == kNoRow ? std::string_view()
                        : model.text(Kind::kHandoff, step, static_cast<ColumnIndex>(field));
}

}  // namespace leadlight
