#include <algorithm>
#include <array>
#include <optional>

#include "base/format.h"
#include "base/text.h"
#include "followup/situation.h"
#include "lead/handoff.h"
#include "score/interest.h"

namespace leadlight::followup {
namespace {

// "3 h ago", "just now".
std::string ago_text(UtcMs at, UtcMs now) {
  return now - at < kMinuteMs ? "just now" : duration_text(now - at) + " ago";
}

std::string_view weekday_text(UtcMs at, const Day& day) {
  constexpr std::array<std::string_view, 7> kNames{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  return kNames[static_cast<std::size_t>(civil_from_utc(at + day.offset).weekday)];
}

std::string clock_text(UtcMs at, const Day& day) {
  const CivilTime local = civil_from_utc(at + day.offset);
  return formatted("{:02}:{:02}", local.hour, local.minute);
}

template <class Visit>
void for_each_touch(const Model& model, Row lead, Visit&& visit) {
  const Table& touches = model.table(Kind::kTouch);
  for (Row row = model.lead(lead).first_touch; row != kNoRow; row = model.touch(row).next) {
    if (touches.alive(row)) visit(row, model.touch(row), sane_time(model.touch(row).at));
  }
}

// " · no answer since Thu": from the first of our newest touches that are all unanswered.
std::string no_answer_text(const Model& model, Row lead, UtcMs now, const Day& day) {
  UtcMs answered_at = kNever;
  for_each_touch(model, lead, [&](Row, const TouchFacts& touch, UtcMs at) {
    const bool answers = is_outbound(touch.kind) ? touch.result == TouchResult::kReached ||
                                                       touch.result == TouchResult::kReplied
                                                 : touch.kind == TouchKind::kReplied;
    if (answers) answered_at = std::max(answered_at, at);
  });
  UtcMs since = kNever;
  for_each_touch(model, lead, [&](Row, const TouchFacts& touch, UtcMs at) {
    const bool counts = score::is_unanswered(touch) && at > answered_at;
    if (counts && (since == kNever || at < since)) since = at;
  });
  if (since == kNever || since > now) return {};
  if (since >= day.begin) return " · no answer today";
  if (since < day.begin - 6 * kDayMs) return " · no answer for " + duration_text(now - since);
  return formatted(" · no answer since {}", weekday_text(since, day));
}

// What the newest touch of this kind was about, for the hook (practice D3).
std::string subject_of(const Model& model, Row lead, TouchKind kind) {
  constexpr std::size_t kMostBytes = 60;
  UtcMs newest = kNever;
  std::string_view subject;
  for_each_touch(model, lead, [&](Row row, const TouchFacts& touch, UtcMs at) {
    if (touch.kind != kind || at < newest) return;
    newest = at;
    subject = trimmed(model.text(Kind::kTouch, row, static_cast<ColumnIndex>(TouchField::kText)));
  });
  if (subject.size() <= kMostBytes) return std::string(subject);
  return std::string(utf8_prefix(subject, kMostBytes)) + "…";
}

// How it came in: "Requested a quote", "Badge scan at Aquafair".
std::string arrival_text(const Model& model, Row lead) {
  const auto about = [&](TouchKind kind, std::string_view with, std::string_view without) {
    const std::string subject = subject_of(model, lead, kind);
    return subject.empty() ? std::string(without) : formatted("{} “{}”", with, subject);
  };
  switch (model.lead(lead).type) {
    case LeadType::kConsultationRequest: return "Requested a consultation";
    case LeadType::kQuoteRequest: return "Requested a quote";
    case LeadType::kTrialRequest: return "Requested a trial";
    case LeadType::kBadgeScan: {
      const std::string_view event = trimmed(model.text(lead, LeadField::kEvent));
      return event.empty() ? "Badge scan" : formatted("Badge scan at {}", event);
    }
    case LeadType::kWebinar: return about(TouchKind::kWebinarAttended, "Webinar", "Webinar");
    case LeadType::kDownload: return about(TouchKind::kDownload, "Downloaded", "Download");
    case LeadType::kInformationRequest: return "Asked for information";
    case LeadType::kReferral: return "Referral";
    case LeadType::kUnknown:
    case LeadType::kOther: break;
  }
  return "Came in";
}

std::string answer_text(const Model& model, Row lead, UtcMs asked_at, UtcMs now) {
  std::string_view what = "Replied";
  for_each_touch(model, lead, [&](Row, const TouchFacts& touch, UtcMs at) {
    if (at != asked_at) return;
    if (touch.kind == TouchKind::kQuoteRequested) what = "Requested a quote";
    if (touch.kind == TouchKind::kInformationRequested) what = "Asked for information";
  });
  return formatted("{} {}", what, ago_text(asked_at, now));
}

// What they asked for since they came in says more than how they came.
std::string first_touch_text(const Model& model, Row lead, UtcMs created_at, UtcMs now) {
  const UtcMs asked_at = touch_times_of(model, lead).asked;
  std::string text =
      asked_at > created_at ? answer_text(model, lead, asked_at, now) : arrival_text(model, lead);
  if (created_at != 0 && asked_at <= created_at) text += " " + ago_text(created_at, now);
  if (!asks_for_sales(model.lead(lead).type)) text += ", not yet touched";
  return text;
}

std::string planned_text(const Model& model, Row lead, UtcMs at, UtcMs now, const Day& day) {
  const auto kind = touch_kind_from_text(model.text(lead, LeadField::kNextStep));
  std::string text =
      formatted("{} planned", kind && *kind != TouchKind::kOther ? label_of(*kind) : "Next step");
  if (at >= day.begin) {
    if (at != day.begin) text += " at " + clock_text(at, day);
  } else if (at >= day.begin - 6 * kDayMs) {
    text += formatted(" for {}", weekday_text(at, day));
  } else {
    text += " " + ago_text(at, now);
  }
  return text + no_answer_text(model, lead, now, day);
}

// "Offered to Sam by Mia 2 h ago: “Wants a quote for spring”".
std::string offer_text(const Model& model, Row offer, UtcMs at, UtcMs now) {
  std::string text = "Offered";
  const std::string_view to = text_of(model, offer, HandoffField::kTo);
  const std::string_view by = text_of(model, offer, HandoffField::kBy);
  text.append(" to ").append(to.empty() ? "sales" : to);
  if (!by.empty()) text.append(" by ").append(by);
  text.append(" ").append(ago_text(at, now));
  const std::string_view words = text_of(model, offer, HandoffField::kWords);
  return words.empty() ? text : formatted("{}: “{}”", text, words);
}

// "Returned by Sam 2 h ago: too early, “next year”".
std::string return_text(const Model& model, Row answer, UtcMs at, UtcMs now) {
  const std::string_view by = text_of(model, answer, HandoffField::kBy);
  const std::string_view words = text_of(model, answer, HandoffField::kWords);
  const ReturnReason reason = model.handoff(answer).reason;
  std::string why(label_of(reason));
  if (reason == ReturnReason::kOwn && !words.empty()) why.clear();
  if (!words.empty()) why += formatted("{}“{}”", why.empty() ? "" : ", ", words);
  return formatted("Returned by {} {}: {}", by.empty() ? "sales" : by, ago_text(at, now), why);
}

}  // namespace

std::string duration_text(UtcMs milliseconds) {
  constexpr UtcMs kMonthMs = 30 * kDayMs;
  constexpr UtcMs kYearMs = 365 * kDayMs;
  constexpr UtcMs kMostMs = std::numeric_limits<UtcMs>::max();
  const UtcMs length = milliseconds < 0 ? -std::max(milliseconds, -kMostMs) : milliseconds;
  if (length < kHourMs) return formatted("{} min", length / kMinuteMs);
  if (length < kDayMs) return formatted("{} h", length / kHourMs);
  if (length < 2 * kMonthMs) return formatted("{} d", length / kDayMs);
  if (length < 2 * kYearMs) return formatted("{} mo", length / kMonthMs);
  return formatted("{} y", length / kYearMs);
}

static std::string track_text(const Model& model, Row lead) {
  const std::string_view track = model.text(lead, LeadField::kNurtureTrack);
  return track.empty() ? std::string() : ": " + std::string(track);
}

std::string reason_text(const Model& model, Row lead, const Situation& situation, UtcMs now,
                        const Day& day) {
  const UtcMs since = situation.since;
  switch (situation.waits) {
    case Waits::kForPlannedStep: return planned_text(model, lead, since, now, day);
    case Waits::kForFirstTouch: return first_touch_text(model, lead, since, now);
    case Waits::kForAnswer: return answer_text(model, lead, since, now);
    case Waits::kForAcceptance: return offer_text(model, handoff_of(model, lead).offer, since, now);
    case Waits::kForDecision: return return_text(model, handoff_of(model, lead).answer, since, now);
    case Waits::kAfterHandoff: {
      const std::string_view by = text_of(model, handoff_of(model, lead).answer, HandoffField::kBy);
      return formatted("Accepted{}{} {}, not touched since", by.empty() ? "" : " by ", by,
                       ago_text(since, now));
    }
    case Waits::kForPromise:
      return formatted("Acknowledged {}: promised to be in touch within a day",
                       ago_text(since, now));
    case Waits::kAfterNurture:
      return (since >= day.begin ? "Nurture ends today" : "Nurture ended " + ago_text(since, now)) +
             track_text(model, lead);
    case Waits::kAfterSnooze:
      return since >= day.begin ? "Snoozed until today" : "Snooze ended " + ago_text(since, now);
    case Waits::kForNothing:
    case Waits::kForAnotherDay: break;
  }
  return {};
}

}  // namespace leadlight::followup
