#include "followup/next_step.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <limits>

#include "base/text.h"

namespace leadlight::followup {

namespace {

constexpr std::array kCadence{TouchKind::kEmail, TouchKind::kCall, TouchKind::kLinkedin};

// A prospect who did this wants to hear from us.
bool asks_for_answer(TouchKind kind) {
  return kind == TouchKind::kReplied || kind == TouchKind::kQuoteRequested ||
         kind == TouchKind::kInformationRequested;
}

bool is_answer(TouchResult result) {
  return result == TouchResult::kReached || result == TouchResult::kReplied ||
         result == TouchResult::kNotNow;
}

bool has(const Model& model, Row lead, LeadField field) {
  return !trimmed(model.text(lead, field)).empty();
}

bool can_use(const Model& model, Row lead, TouchKind channel) {
  if (channel == TouchKind::kEmail) return has(model, lead, LeadField::kEmail);
  if (channel == TouchKind::kCall)
    return has(model, lead, LeadField::kPhone) || has(model, lead, LeadField::kMobile);
  return true;  // a person can be searched for
}

// The step of the cadence that a touch was: leaving a voicemail is calling, a letter is writing.
std::size_t step_of(TouchKind kind) {
  switch (kind) {
    case TouchKind::kCall:
    case TouchKind::kVoicemail:
    case TouchKind::kMeeting: return 1;
    case TouchKind::kLinkedin:
    case TouchKind::kTextMessage: return 2;
    default: return 0;
  }
}

TouchKind channel_after(const Model& model, Row lead, TouchKind kind) {
  for (std::size_t ahead = 1; ahead <= kCadence.size(); ++ahead) {
    const TouchKind channel = kCadence[(step_of(kind) + ahead) % kCadence.size()];
    if (can_use(model, lead, channel)) return channel;
  }
  return TouchKind::kLinkedin;
}

TouchKind first_usable(const Model& model, Row lead, TouchKind first, TouchKind second) {
  if (can_use(model, lead, first)) return first;
  return can_use(model, lead, second) ? second : TouchKind::kLinkedin;
}

// Something else is planned for later, and this touch came in between.
bool another_step_waits(const Model& model, Row lead, TouchKind kind, UtcMs now) {
  const auto planned = touch_kind_from_text(model.text(lead, LeadField::kNextStep));
  const auto at = integer_from_text(model.text(lead, LeadField::kNextStepAt));
  return planned && at && *at > now && step_of(*planned) != step_of(kind);
}

NextStep after_silence(const Model& model, const TeamSettings& settings, Row lead, TouchKind kind,
                       UtcMs now) {
  const int touches = unanswered_touches(model, lead) + 1;
  if (touches > settings.touch_limit) return {Plan::kNurture, kind, now + kNurtureMs};
  if (touches == settings.touch_limit)
    return {Plan::kGoodbye, first_usable(model, lead, TouchKind::kEmail, TouchKind::kLinkedin),
            now + kStepAfterMs};
  return {Plan::kStep, channel_after(model, lead, kind), now + kStepAfterMs};
}

}  // namespace

int unanswered_touches(const Model& model, Row lead) {
  UtcMs answered_at = std::numeric_limits<UtcMs>::min();
  for (Row row = model.lead(lead).first_touch; row != kNoRow; row = model.touch(row).next) {
    const TouchFacts& touch = model.touch(row);
    if (model.touch_counts(row) && (asks_for_answer(touch.kind) || is_answer(touch.result)))
      answered_at = std::max(answered_at, touch.at);
  }
  int count = 0;
  for (Row row = model.lead(lead).first_touch; row != kNoRow; row = model.touch(row).next) {
    const TouchFacts& touch = model.touch(row);
    const bool counts = is_outbound(touch.kind) && touch.result != TouchResult::kAcknowledged;
    if (model.touch_counts(row) && counts && touch.at > answered_at) ++count;
  }
  return count;
}

Caution caution_before_touch(const Model& model, const TeamSettings& settings, Row lead,
                             std::string_view me, UtcMs now) {
  Caution caution;
  for (Row row = model.lead(lead).first_touch; row != kNoRow; row = model.touch(row).next) {
    const TouchFacts& touch = model.touch(row);
    const std::string_view by =
        model.text(Kind::kTouch, row, static_cast<ColumnIndex>(TouchField::kBy));
    const bool is_recent = touch.at > now - kRecentMs && touch.at <= now && touch.at > caution.at;
    if (model.touch_counts(row) && is_outbound(touch.kind) && is_recent && !by.empty() && by != me)
      caution = {.kind = Caution::Kind::kSomebodyElse, .at = touch.at, .by = by};
  }
  if (caution.kind != Caution::Kind::kNone) return caution;
  const int touches = unanswered_touches(model, lead);
  if (touches > settings.touch_limit) return {.kind = Caution::Kind::kEnough, .touches = touches};
  return caution;
}

NextStep next_step_after(const Model& model, const TeamSettings& settings, Row lead, TouchKind kind,
                         TouchResult result, UtcMs now) {
  const LeadFacts& facts = model.lead(lead);
  if (result == TouchResult::kStop) return {.plan = Plan::kStop};
  if (facts.do_not_contact || !is_open(facts.stage)) return {.plan = Plan::kNothing};
  if (result == TouchResult::kAcknowledged) return {};  // the promise has its own clock
  if (result == TouchResult::kNotNow) return {Plan::kNurture, kind, now + kNurtureMs};
  // Who waits for our answer is in the queue by its own clock (queue.h).
  if (!is_outbound(kind)) return {.plan = asks_for_answer(kind) ? Plan::kNothing : Plan::kKeep};
  if (another_step_waits(model, lead, kind, now)) return {};
  switch (result) {
    case TouchResult::kReached:
    case TouchResult::kReplied: return {.plan = Plan::kNothing};
    case TouchResult::kBounced: {
      const TouchKind other = step_of(kind) == 1 ? TouchKind::kEmail : TouchKind::kCall;
      return {Plan::kStep, first_usable(model, lead, other, TouchKind::kLinkedin),
              now + kCorrectAfterMs};
    }
    case TouchResult::kNone:
    case TouchResult::kVoicemailLeft:
    case TouchResult::kNoAnswer: return after_silence(model, settings, lead, kind, now);
    case TouchResult::kNotNow:
    case TouchResult::kAcknowledged:
    case TouchResult::kStop: break;  // above
  }
  return {};
}

}  // namespace leadlight::followup
