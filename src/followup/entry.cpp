#include "followup/entry.h"

#include <algorithm>

namespace leadlight::followup {
namespace {

UtcMs minutes(int count) { return std::max(0, count) * kMinuteMs; }

Clock planned_clock(UtcMs at, const TeamSettings& settings, const Day& day) {
  if ((at + day.offset) % kDayMs == 0) {  // all that day
    const UtcMs due = at + kDayMs - kMinuteMs;
    return {.from = at, .goal = due, .near = due, .limit = due};
  }
  const UtcMs limit = settings.calendar.after(at, minutes(settings.goal_minutes));
  return {.from = at, .goal = at, .near = at + (limit - at) / 4 * 3, .limit = limit};
}

// A wake-up has its date, not its minute.
Clock woken_clock(UtcMs at, const TeamSettings& settings, const Day& day) {
  const UtcMs end_of_its_day =
      day.end - (day.begin - std::min(at, day.begin) + kDayMs - 1) / kDayMs * kDayMs;
  const UtcMs limit = settings.calendar.after(end_of_its_day, minutes(settings.limit_minutes));
  const UtcMs from = std::min(at, day.begin);
  return {.from = from, .goal = end_of_its_day, .near = limit - (limit - from) / 4, .limit = limit};
}

bool is_woken(Waits waits) { return waits == Waits::kAfterNurture || waits == Waits::kAfterSnooze; }

}  // namespace

Due due_of(const Clock& clock, UtcMs at) {
  if (at < clock.from) return Due::kNotYet;
  if (at > clock.limit) return Due::kBreached;
  return at > clock.goal && at > clock.near ? Due::kAboutToBreach : Due::kDue;
}

Clock arrival_clock(UtcMs at, const TeamSettings& settings) {
  const Calendar& calendar = settings.calendar;
  const UtcMs most = minutes(settings.limit_minutes);
  const UtcMs delay = std::min(minutes(settings.delay_minutes), most);
  const UtcMs limit = calendar.after(at, most);
  return {.from = std::min(calendar.next_open(at + delay), limit),
          .goal = calendar.after(at, std::min(minutes(settings.goal_minutes), most)),
          .near = calendar.after(at, most - (most - delay) / 4),
          .limit = limit};
}

Clock clock_of(const Situation& situation, const TeamSettings& settings, const Day& day) {
  switch (situation.waits) {
    case Waits::kForPlannedStep: return planned_clock(situation.since, settings, day);
    case Waits::kForFirstTouch:
      // When it came in isn't known: any time today will do.
      if (situation.since == 0) return {day.begin, day.end, day.end, day.end};
      return arrival_clock(situation.since, settings);
    case Waits::kForAnswer: return arrival_clock(situation.since, settings);
    case Waits::kForAcceptance:
    case Waits::kForDecision:
    case Waits::kAfterHandoff: {  // a colleague waits: no delay for the prospect's sake
      Clock clock = arrival_clock(situation.since, settings);
      clock.from = std::min(clock.from, situation.since);
      return clock;
    }
    case Waits::kForPromise: {
      const UtcMs limit = situation.since + kPromiseMs;
      const UtcMs near = limit - kPromiseMs / 4;
      return {.from = settings.calendar.next_open(situation.since),
              .goal = near,
              .near = near,
              .limit = limit};
    }
    case Waits::kAfterNurture:
    case Waits::kAfterSnooze:
    case Waits::kForNothing:
    case Waits::kForAnotherDay: break;
  }
  return woken_clock(situation.since, settings, day);
}

bool is_before(const Entry& a, const Entry& b) {
  if (a.group != b.group) return a.group < b.group;
  if (a.group == Group::kLaterToday && a.due_at != b.due_at) {
    return a.due_at < b.due_at;
  }
  if (a.points != b.points) return a.points > b.points;
  if (a.due != b.due) return a.due > b.due;
  if (a.due_at != b.due_at) return a.due_at < b.due_at;
  return a.id < b.id;  // so that two copies of a book agree
}

std::optional<Entry> entry_of(const Sight& sight, Row lead, const TouchTimes& times,
                              Situation& situation) {
  situation = {Waits::kForAnotherDay, 0};
  if (!may_be_followed_up(sight.model, sight.points, lead)) return std::nullopt;
  situation = situation_of(sight.model, lead, times, sight.now, sight.day);
  const Waits waits = situation.waits;
  if (waits == Waits::kForNothing || waits == Waits::kForAnotherDay) return std::nullopt;
  const Clock clock = clock_of(situation, sight.settings, sight.day);
  Entry entry{.lead = lead,
              .points = sight.points[lead].total(),
              .due = due_of(clock, sight.now),
              .due_at = clock.goal,
              .situation = situation,
              .channel = suggested_channel(sight.model, sight.settings, lead, waits),
              .id = sight.model.leads().id(lead)};
  if (waits == Waits::kForAcceptance) {
    entry.group = Group::kOffered;
    if (sight.now > clock.goal) entry.due_at = clock.limit;
  } else if (is_woken(waits)) {
    entry.group = Group::kWoken;
  } else if (entry.due == Due::kNotYet) {
    if (clock.from >= sight.day.end) return std::nullopt;
    entry.group = Group::kLaterToday;
  } else if (waits == Waits::kForPromise ||
             (waits != Waits::kForPlannedStep && sight.now > clock.goal)) {
    entry.due_at = clock.limit;
  }
  return entry;
}

Item item_of(const Entry& entry) {
  return {.lead = entry.lead,
          .group = entry.group,
          .due = entry.due,
          .due_at = entry.due_at,
          .channel = entry.channel,
          .waits = entry.situation.waits,
          .reason = {}};
}

}  // namespace leadlight::followup
