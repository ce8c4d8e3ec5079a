#include "followup/situation.h"

#include "base/text.h"
#include "lead/handoff.h"

namespace leadlight::followup {
namespace {

UtcMs time_in(const Model& model, Row lead, LeadField field) {
  const std::string_view text = model.text(lead, field);
  return text.empty() ? 0 : sane_time(integer_from_text(text).value_or(0));
}

bool asks_for_answer(TouchKind kind) {
  return kind == TouchKind::kReplied || kind == TouchKind::kQuoteRequested ||
         kind == TouchKind::kInformationRequested;
}

}  // namespace

void TouchTimes::add(const TouchFacts& touch) {
  if (is_outbound(touch.kind)) {
    UtcMs& newest = touch.result == TouchResult::kAcknowledged ? acknowledged : ours;
    newest = std::max(newest, sane_time(touch.at));
  } else if (asks_for_answer(touch.kind)) {
    asked = std::max(asked, sane_time(touch.at));
  }
}

// Touches are read in the order they are stored, which is that of memory.
std::vector<TouchTimes> touch_times_of_all(const Model& model) {
  std::vector<TouchTimes> times(model.leads().size());
  const Table& touches = model.table(Kind::kTouch);
  for (Row row = 0; row < touches.size(); ++row) {
    const TouchFacts& touch = model.touch(row);
    if (touch.lead >= times.size() || !touches.alive(row)) continue;
    times[touch.lead].add(touch);
  }
  return times;
}

TouchTimes touch_times_of(const Model& model, Row lead) {
  TouchTimes times;
  const Table& touches = model.table(Kind::kTouch);
  for (Row row = model.lead(lead).first_touch; row != kNoRow; row = model.touch(row).next) {
    if (touches.alive(row)) times.add(model.touch(row));
  }
  return times;
}

Day day_of(UtcMs now, int local_offset_minutes) {
  const UtcMs offset = local_offset_minutes * kMinuteMs;
  const UtcMs local = now + offset;
  const UtcMs days = local >= 0 ? local / kDayMs : (local + 1) / kDayMs - 1;
  return {.begin = days * kDayMs - offset, .end = (days + 1) * kDayMs - offset, .offset = offset};
}

bool may_be_followed_up(const Model& model, const std::vector<score::Points>& points, Row lead) {
  const LeadFacts& facts = model.lead(lead);
  return model.leads().alive(lead) && is_open(facts.stage) && !facts.do_not_contact &&
         lead < points.size() && points[lead].standing == Standing::kLead;
}

Situation situation_of(const Model& model, Row lead, const TouchTimes& times, UtcMs now,
                       const Day& day) {
  const UtcMs snoozed_until = time_in(model, lead, LeadField::kSnoozedUntil);
  if (snoozed_until > now) return {Waits::kForAnotherDay, snoozed_until};
  const Handoff handoff = handoff_of(model, lead);
  if (handoff.state == HandoffState::kOffered)
    return {Waits::kForAcceptance, sane_time(handoff.offered_at)};
  const bool has_promise = times.acknowledged > std::max(times.ours, times.asked);
  // What a person planned goes before what a clock says, but not before a promise.
  const UtcMs planned_at = time_in(model, lead, LeadField::kNextStepAt);
  if (has_promise && (planned_at == 0 || planned_at > times.acknowledged + kPromiseMs))
    return {Waits::kForPromise, times.acknowledged};
  if (planned_at != 0) {
    return {planned_at < day.end ? Waits::kForPlannedStep : Waits::kForAnotherDay, planned_at};
  }
  const UtcMs nurtured_until = time_in(model, lead, LeadField::kNurtureUntil);
  // Practice C1: whatever its stage, a lead that nobody touched yet has its clock.
  const bool has_first_clock = times.ours == kNever && nurtured_until == 0;
  // Practice A4: what marketing or sales has to do now goes before what was open until then.
  if (const UtcMs at = sane_time(handoff.at); nurtured_until < day.end && times.ours < at) {
    if (handoff.state == HandoffState::kAccepted && handoff.offer != kNoRow)
      return {Waits::kAfterHandoff, at};
    if (handoff.state == HandoffState::kReturned && times.asked < at)
      return {Waits::kForDecision, at};
  }
  if (times.asked > times.ours && !has_first_clock) return {Waits::kForAnswer, times.asked};
  // A wake-up has its date, not its minute (practice C6).
  if (nurtured_until != 0) {
    if (nurtured_until >= day.end) return {Waits::kForAnotherDay, nurtured_until};
    if (times.ours < nurtured_until) return {Waits::kAfterNurture, nurtured_until};
  }
  if (has_first_clock) return {Waits::kForFirstTouch, sane_time(model.lead(lead).created_at)};
  if (snoozed_until != 0 && times.ours < snoozed_until) return {Waits::kAfterSnooze, snoozed_until};
  if (!model.text(lead, LeadField::kNoStepWhy).empty()) return {Waits::kForAnotherDay, 0};
  return {};
}

TouchKind suggested_channel(const Model& model, const TeamSettings& settings, Row lead,
                            Waits waits) {
  const auto has = [&](LeadField field) { return !model.text(lead, field).empty(); };
  if (waits == Waits::kForPlannedStep) {
    const auto planned = touch_kind_from_text(model.text(lead, LeadField::kNextStep));
    if (planned && is_outbound(*planned) && *planned != TouchKind::kOther) return *planned;
  }
  if (waits == Waits::kAfterNurture && model.text(lead, LeadField::kNurtureTrack) == "call" &&
      (has(LeadField::kPhone) || has(LeadField::kMobile)))
    return TouchKind::kCall;
  const bool has_phone = has(LeadField::kPhone) || has(LeadField::kMobile);
  const auto type = static_cast<std::size_t>(model.lead(lead).type);
  switch (const TouchKind first = settings.cadences[type].front().channel; first) {
    case TouchKind::kCall:
    case TouchKind::kTextMessage:
      if (has_phone) return first;
      break;
    case TouchKind::kLetter:
      if (has(LeadField::kStreet)) return first;
      break;
    case TouchKind::kLinkedin:
      if (has(LeadField::kLinkedin)) return first;
      break;
    default: break;
  }
  if (has(LeadField::kEmail)) return TouchKind::kEmail;
  if (has_phone) return TouchKind::kCall;
  if (has(LeadField::kLinkedin)) return TouchKind::kLinkedin;
  return has(LeadField::kStreet) ? TouchKind::kLetter : TouchKind::kEmail;
}

}  // namespace leadlight::followup
