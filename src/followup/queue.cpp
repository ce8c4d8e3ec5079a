#include "followup/queue.h"

#include <algorithm>

#include "followup/situation.h"

namespace leadlight::followup {
namespace {

struct Clock {
  UtcMs from = 0;
  UtcMs goal = 0;
  UtcMs limit = 0;
};

Due due_of(const Clock& clock, UtcMs at) {
  if (at < clock.from) return Due::kNotYet;
  if (at > clock.limit) return Due::kBreached;
  const UtcMs left = clock.limit - at;
  const bool near = at > clock.goal && left < (clock.limit - clock.from) / 4;
  return near ? Due::kAboutToBreach : Due::kDue;
}

UtcMs minutes(int count) { return std::max(0, count) * kMinuteMs; }

// Of something that came in and waits for a first word.
Clock arrival_clock(UtcMs at, const TeamSettings& settings) {
  const UtcMs limit = at + minutes(settings.limit_minutes);
  return {.from = std::min(at + minutes(settings.delay_minutes), limit),
          .goal = std::min(at + minutes(settings.goal_minutes), limit),
          .limit = limit};
}

Clock planned_clock(UtcMs at, const TeamSettings& settings, const Day& day) {
  const bool whole_day = (at + day.offset) % kDayMs == 0;
  const UtcMs due = whole_day ? at + kDayMs - kMinuteMs : at;
  return {.from = at, .goal = due, .limit = whole_day ? due : at + minutes(settings.goal_minutes)};
}

// A wake-up has its date, not its minute.
Clock woken_clock(UtcMs at, const TeamSettings& settings, const Day& day) {
  const UtcMs end_of_its_day =
      day.end - (day.begin - std::min(at, day.begin) + kDayMs - 1) / kDayMs * kDayMs;
  return {.from = std::min(at, day.begin),
          .goal = end_of_its_day,
          .limit = end_of_its_day + minutes(settings.limit_minutes)};
}

bool is_woken(Waits waits) { return waits == Waits::kAfterNurture || waits == Waits::kAfterSnooze; }

Clock clock_of(const Situation& situation, const TeamSettings& settings, const Day& day) {
  switch (situation.waits) {
    case Waits::kForPlannedStep: return planned_clock(situation.since, settings, day);
    case Waits::kForFirstTouch:
      // When it came in isn't known: any time today will do.
      if (situation.since == 0) return {.from = day.begin, .goal = day.end, .limit = day.end};
      return arrival_clock(situation.since, settings);
    case Waits::kForAnswer: return arrival_clock(situation.since, settings);
    case Waits::kAfterNurture:
    case Waits::kAfterSnooze:
    case Waits::kForNothing:
    case Waits::kForAnotherDay: break;
  }
  return woken_clock(situation.since, settings, day);
}

// An item without its words: those come after sorting.
struct Entry {
  Row lead = kNoRow;
  std::int32_t points = 0;
  Group group = Group::kNow;
  Due due = Due::kDue;
  UtcMs due_at = 0;
  Situation situation;
  Id id;
};

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

}  // namespace

FirstTouchClock first_touch_clock(const Model& model, const TeamSettings& settings, Row lead,
                                  UtcMs now) {
  UtcMs first_at = kNever;
  const Table& touches = model.table(Kind::kTouch);
  for (Row row = model.lead(lead).first_touch; row != kNoRow; row = model.touch(row).next) {
    if (!touches.alive(row) || !is_outbound(model.touch(row).kind)) continue;
    const UtcMs at = sane_time(model.touch(row).at);
    first_at = first_at == kNever ? at : std::min(first_at, at);
  }
  const bool met = first_at != kNever;
  const UtcMs created_at = sane_time(model.lead(lead).created_at);
  if (created_at == 0) return {.due = Due::kDue, .met = met};
  const Clock clock = arrival_clock(created_at, settings);
  // One that was touched inside the delay was in time.
  const Due due = met ? std::max(due_of(clock, first_at), Due::kDue) : due_of(clock, now);
  return {.due = due, .from = clock.from, .goal = clock.goal, .limit = clock.limit, .met = met};
}

std::vector<Item> queue(const Model& model, const TeamSettings& settings,
                        const std::vector<score::Points>& points, UtcMs now,
                        int local_offset_minutes) {
  const Day day = day_of(now, local_offset_minutes);
  const std::vector<TouchTimes> times = touch_times_of_all(model);
  std::vector<Entry> entries;
  for (Row lead = 0; lead < model.leads().size(); ++lead) {
    if (!may_be_followed_up(model, points, lead)) continue;
    const Situation situation = situation_of(model, lead, times[lead], now, day);
    if (situation.waits == Waits::kForNothing || situation.waits == Waits::kForAnotherDay) continue;
    const Clock clock = clock_of(situation, settings, day);
    Entry entry{.lead = lead,
                .points = points[lead].total(),
                .due = due_of(clock, now),
                .due_at = clock.goal,
                .situation = situation,
                .id = model.leads().id(lead)};
    if (is_woken(situation.waits)) {
      entry.group = Group::kWoken;
    } else if (entry.due == Due::kNotYet) {
      if (clock.from >= day.end) continue;
      entry.group = Group::kLaterToday;
    } else if (situation.waits != Waits::kForPlannedStep && now > clock.goal) {
      entry.due_at = clock.limit;
    }
    entries.push_back(entry);
  }
  std::ranges::sort(entries, is_before);

  std::vector<Item> items;
  items.reserve(entries.size());
  for (const Entry& entry : entries) {
    items.push_back({.lead = entry.lead,
                     .group = entry.group,
                     .due = entry.due,
                     .due_at = entry.due_at,
                     .channel = suggested_channel(model, entry.lead, entry.situation.waits),
                     .reason = reason_text(model, entry.lead, entry.situation, now, day)});
  }
  return items;
}

std::size_t without_next_step(const Model& model, const std::vector<score::Points>& points,
                              UtcMs now) {
  const Day day = day_of(now, 0);  // which day it is makes no difference to what is forgotten
  const std::vector<TouchTimes> times = touch_times_of_all(model);
  std::size_t count = 0;
  for (Row lead = 0; lead < model.leads().size(); ++lead) {
    if (!may_be_followed_up(model, points, lead)) continue;
    if (situation_of(model, lead, times[lead], now, day).waits == Waits::kForNothing) ++count;
  }
  return count;
}

}  // namespace leadlight::followup
