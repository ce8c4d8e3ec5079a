#include "followup/queue.h"

#include <algorithm>

#include "followup/entry.h"

namespace leadlight::followup {

FirstTouchClock first_touch_clock(const Model& model, const TeamSettings& settings, Row lead,
                                  UtcMs now) {
  UtcMs first_at = kNever;
  const Table& touches = model.table(Kind::kTouch);
  for (Row row = model.lead(lead).first_touch; row != kNoRow; row = model.touch(row).next) {
    if (!touches.alive(row) || !is_outbound(model.touch(row).kind) ||
        model.touch(row).result == TouchResult::kAcknowledged)
      continue;
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
  const Sight sight{model, settings, points, now, day_of(now, local_offset_minutes)};
  const std::vector<TouchTimes> times = touch_times_of_all(model);
  std::vector<Entry> entries;
  Situation situation;
  for (Row lead = 0; lead < model.leads().size(); ++lead) {
    if (const auto entry = entry_of(sight, lead, times[lead], situation)) entries.push_back(*entry);
  }
  std::ranges::sort(entries, is_before);
  std::vector<Item> items;
  items.reserve(entries.size());
  for (const Entry& entry : entries) {
    items.push_back(item_of(entry));
    items.back().reason = reason_text(model, entry.lead, entry.situation, now, sight.day);
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

bool is_forgotten(const Model& model, const std::vector<score::Points>& points, Row lead) {
  constexpr UtcMs kWheneverDatesArePast = 253'402'300'800'000;  // behind sane_time()
  return may_be_followed_up(model, points, lead) &&
         situation_of(model, lead, touch_times_of(model, lead), kWheneverDatesArePast,
                      day_of(kWheneverDatesArePast, 0))
                 .waits == Waits::kForNothing;
}

Waiting waiting_of(const Model& model, const TeamSettings& settings, Row lead, UtcMs now,
                   int local_offset_minutes) {
  const Day day = day_of(now, local_offset_minutes);
  const Situation situation = situation_of(model, lead, touch_times_of(model, lead), now, day);
  const Clock clock = clock_of(situation, settings, day);
  return {situation.waits, due_of(clock, now), clock.goal, clock.limit};
}

}  // namespace leadlight::followup
