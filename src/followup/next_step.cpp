#include "followup/next_step.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <limits>

#include "base/text.h"

namespace leadlight::followup {

namespace {

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
  if (channel == TouchKind::kCall || channel == TouchKind::kTextMessage)
    return has(model, lead, LeadField::kPhone) || has(model, lead, LeadField::kMobile);
  if (channel == TouchKind::kLetter) return has(model, lead, LeadField::kStreet);
  return true;  // a person can be searched for
}

// Leaving a voicemail is calling, a letter is writing.
enum class Way : std::uint8_t { kWriting, kCalling, kShort };
Way way_of(TouchKind kind) {
  switch (kind) {
    case TouchKind::kCall:
    case TouchKind::kVoicemail:
    case TouchKind::kMeeting: return Way::kCalling;
    case TouchKind::kLinkedin:
    case TouchKind::kTextMessage: return Way::kShort;
    default: return Way::kWriting;
  }
}

// The step at `place`, by the next channel of the cadence that there is an address for.
TouchKind channel_at(const Model& model, Row lead, const Cadence& cadence, std::size_t place) {
  for (std::size_t ahead = 0; ahead < cadence.size(); ++ahead) {
    const TouchKind channel = cadence[(place + ahead) % cadence.size()].channel;
    if (can_use(model, lead, channel)) return channel;
  }
  return TouchKind::kLinkedin;
}

// So many days on, when the team is at work.
UtcMs days_on(const TeamSettings& settings, UtcMs now, UtcMs time) {
  return settings.calendar.next_open(now + time);
}

TouchKind first_usable(const Model& model, Row lead, TouchKind first, TouchKind second) {
  if (can_use(model, lead, first)) return first;
  return can_use(model, lead, second) ? second : TouchKind::kLinkedin;
}

// Something else is planned for later, and this touch came in between.
bool another_step_waits(const Model& model, Row lead, TouchKind kind, UtcMs now) {
  const auto planned = touch_kind_from_text(model.text(lead, LeadField::kNextStep));
  const auto at = integer_from_text(model.text(lead, LeadField::kNextStepAt));
  return planned && at && *at > now && way_of(*planned) != way_of(kind);
}

NextStep nurture(const TeamSettings& settings, TouchKind kind, UtcMs now) {
  return {Plan::kNurture, kind, now + settings.nurture_days * kDayMs};
}

NextStep after_silence(const Model& model, const TeamSettings& settings, Row lead, TouchKind kind,
                       UtcMs now) {
  const int touches = unanswered_touches(model, lead) + 1;
  const LeadType type = model.lead(lead).type;
  const int enough = touches_before_goodbye(settings, type);
  if (touches > enough) return nurture(settings, kind, now);
  if (touches == enough)
    return {Plan::kGoodbye, first_usable(model, lead, TouchKind::kEmail, TouchKind::kLinkedin),
            days_on(settings, now, kStepAfterMs)};
  const Cadence& cadence = settings.cadences[static_cast<std::size_t>(type)];
  const auto place = static_cast<std::size_t>(touches);
  return {Plan::kStep, channel_at(model, lead, cadence, place),
          days_on(settings, now, cadence[place].days * kDayMs)};
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
  if (touches > touches_before_goodbye(settings, model.lead(lead).type))
    return {.kind = Caution::Kind::kEnough, .touches = touches};
  return caution;
}

NextStep next_step_after(const Model& model, const TeamSettings& settings, Row lead, TouchKind kind,
                         TouchResult result, UtcMs now) {
  const LeadFacts& facts = model.lead(lead);
  if (result == TouchResult::kStop) return {.plan = Plan::kStop};
  if (facts.do_not_contact || !is_open(facts.stage)) return {.plan = Plan::kNothing};
  if (result == TouchResult::kAcknowledged) return {};  // the promise has its own clock
  if (result == TouchResult::kNotNow) return nurture(settings, kind, now);
  // Who waits for our answer is in the queue by its own clock (queue.h).
  if (!is_outbound(kind)) return {.plan = asks_for_answer(kind) ? Plan::kNothing : Plan::kKeep};
  if (another_step_waits(model, lead, kind, now)) return {};
  switch (result) {
    case TouchResult::kReached:
    case TouchResult::kReplied:  // what was agreed upon is sent and kept alive (C10)
      return {Plan::kStep, first_usable(model, lead, TouchKind::kEmail, TouchKind::kCall),
              days_on(settings, now, kStepAfterMs)};
    case TouchResult::kBounced: {
      const bool called = way_of(kind) == Way::kCalling;
      const TouchKind other = called ? TouchKind::kEmail : TouchKind::kCall;
      return {Plan::kStep, first_usable(model, lead, other, TouchKind::kLinkedin),
              days_on(settings, now, kCorrectAfterMs)};
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
