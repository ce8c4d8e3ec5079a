#include <algorithm>

#include "followup/entry.h"
#include "followup/queue.h"

namespace leadlight::followup {
namespace {

// From here on, looking at all leads is quicker than putting them into place one by one.
constexpr std::size_t kManyChanged = 512;

}  // namespace

struct Planner::Plan {
  const Model* model = nullptr;
  bool all_changed = true;
  std::vector<Row> changed;
  // What the plan was made for: it holds for the minute.
  UtcMs minute = 0;
  int local_offset_minutes = 0;
  std::size_t most_worded = 0;

  std::vector<Entry> entries;   // in order
  std::vector<bool> forgotten;  // by lead row
  std::size_t forgotten_count = 0;
  std::vector<Item> items;

  void make(const Sight& sight);
  void change(const Sight& sight);
  std::optional<Entry> look_at(const Sight& sight, Row lead, const TouchTimes& times);
  void put_into_words(const Sight& sight);
};

std::optional<Entry> Planner::Plan::look_at(const Sight& sight, Row lead, const TouchTimes& times) {
  Situation situation;
  std::optional<Entry> entry = entry_of(sight, lead, times, situation);
  const bool is_forgotten = situation.waits == Waits::kForNothing;
  if (forgotten[lead] && !is_forgotten) --forgotten_count;
  if (!forgotten[lead] && is_forgotten) ++forgotten_count;
  forgotten[lead] = is_forgotten;
  return entry;
}

void Planner::Plan::make(const Sight& sight) {
  const std::vector<TouchTimes> times = touch_times_of_all(sight.model);
  entries.clear();
  forgotten.assign(times.size(), false);
  forgotten_count = 0;
  for (Row lead = 0; lead < times.size(); ++lead) {
    if (const auto entry = look_at(sight, lead, times[lead])) entries.push_back(*entry);
  }
  std::ranges::sort(entries, is_before);
}

void Planner::Plan::change(const Sight& sight) {
  for (auto lead = static_cast<Row>(forgotten.size()); lead < sight.model.leads().size(); ++lead) {
    changed.push_back(lead);  // nobody told us
  }
  forgotten.resize(sight.model.leads().size());
  std::ranges::sort(changed);
  const auto repeated = std::ranges::unique(changed);
  changed.erase(repeated.begin(), repeated.end());
  std::erase_if(
      entries, [&](const Entry& entry) { return std::ranges::binary_search(changed, entry.lead); });
  for (const Row lead : changed) {
    if (lead >= forgotten.size()) continue;
    const auto entry = look_at(sight, lead, touch_times_of(sight.model, lead));
    if (entry) entries.insert(std::ranges::lower_bound(entries, *entry, is_before), *entry);
  }
}

void Planner::Plan::put_into_words(const Sight& sight) {
  items.clear();
  items.reserve(entries.size());
  for (const Entry& entry : entries) {
    items.push_back(item_of(entry));
    if (items.size() > most_worded) continue;
    items.back().reason =
        reason_text(sight.model, entry.lead, entry.situation, sight.now, sight.day);
  }
}

Planner::Planner() : plan_(std::make_unique<Plan>()) {}
Planner::~Planner() = default;

void Planner::lead_changed(Row lead) {
  if (plan_->all_changed) return;
  plan_->changed.push_back(lead);
  if (plan_->changed.size() > kManyChanged) all_changed();
}

void Planner::all_changed() {
  plan_->all_changed = true;
  plan_->changed.clear();
}

const std::vector<Item>& Planner::queue(const Model& model, const TeamSettings& settings,
                                        const std::vector<score::Points>& points, UtcMs now,
                                        int local_offset_minutes, std::size_t most_worded) {
  Plan& plan = *plan_;
  const Sight sight{model, settings, points, now, day_of(now, local_offset_minutes)};
  const UtcMs minute = now / kMinuteMs;
  const Row leads = model.leads().size();
  const bool is_stale = plan.all_changed || plan.model != &model || plan.minute != minute ||
                        plan.local_offset_minutes != local_offset_minutes ||
                        leads < plan.forgotten.size() ||
                        leads - plan.forgotten.size() > kManyChanged;
  if (!is_stale && plan.changed.empty() && leads == plan.forgotten.size() &&
      plan.most_worded == most_worded) {
    return plan.items;
  }
  if (is_stale) {
    plan.make(sight);
  } else {
    plan.change(sight);
  }
  plan.model = &model;
  plan.all_changed = false;
  plan.changed.clear();
  plan.minute = minute;
  plan.local_offset_minutes = local_offset_minutes;
  plan.most_worded = most_worded;
  plan.put_into_words(sight);
  return plan.items;
}

std::string reason_of(const Model& model, Row lead, UtcMs now, int local_offset_minutes) {
  const Day day = day_of(now, local_offset_minutes);
  const Situation situation = situation_of(model, lead, touch_times_of(model, lead), now, day);
  return reason_text(model, lead, situation, now, day);
}

std::size_t Planner::without_next_step() const { return plan_->forgotten_count; }

}  // namespace leadlight::followup
