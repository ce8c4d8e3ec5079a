#include "app/derived.h"

#include "app/edit_writer.h"

#include <algorithm>
#include <limits>

namespace leadlight::app {

namespace {

// From here on, scoring all at once is quicker than one by one.
constexpr std::size_t kFewLeads = 1'000;

bool changes_rules(const Operation& operation) {
  return std::ranges::any_of(operation.kind_names, [](const std::string& kind) {
    return kind == text_of(Kind::kSetting) || kind == text_of(Kind::kCriterion);
  });
}

}  // namespace

Derived::Derived(const book::Book& book, ports::Clock& clock, State& state)
    : book_(book), clock_(clock), state_(state) {
  refresh_all();
}

UtcMs Derived::hour() const { return state_.now - state_.now % kHourMs; }

bool Derived::scorer_is_stale() const {
  return scored_columns_ != book_.model().leads().column_count();
}

void Derived::refresh_all() {
  const Model& model = book_.model();
  state_.model = &model;
  state_.settings = settings_from(model);
  refresh_zone();
  scored_at_ = hour();
  scored_columns_ = model.leads().column_count();
  scorer_ = std::make_unique<score::Scorer>(model, state_.settings);
  state_.points = score::score_all(model, state_.settings, scored_at_);
  addresses_.rebuild(model);
  engine_.all_changed();
  planner_.all_changed();
  refresh_counts();
}

void Derived::refresh_zone() {
  TeamSettings& settings = state_.settings;
  if (settings.calendar.round_the_clock) return;
  if (!zone_ || zone_name_ != settings.time_zone ||
      zone_seen_from_ != state_.local_offset_minutes) {
    zone_ = clock_.zone(settings.time_zone);
    zone_name_ = settings.time_zone;
    zone_seen_from_ = state_.local_offset_minutes;
  }
  settings.calendar.zone = *zone_;
}

void Derived::refresh_scores() {
  refresh_zone();
  scored_at_ = hour();
  state_.points = score::score_all(book_.model(), state_.settings, scored_at_);
  engine_.points_changed();
  planner_.all_changed();
  refresh_counts();
}

void Derived::refresh_after(const Operation& operation) {
  const bool is_small = operation.records.size() <= kFewLeads;
  if (!is_small || changes_rules(operation) || scorer_is_stale() || scored_at_ != hour()) {
    refresh_all();
    return;
  }
  const Model& model = book_.model();
  std::vector<Row> leads;
  for (const OpRecord& record : operation.records) {
    const Row lead = lead_row_of(model, operation.kind_names[record.kind], record.id);
    if (lead != kNoRow) leads.push_back(lead);
  }
  leads.insert(leads.end(), model.regrouped().begin(), model.regrouped().end());
  std::ranges::sort(leads);
  const auto repeated = std::ranges::unique(leads);
  leads.erase(repeated.begin(), repeated.end());
  refresh_leads(leads);
}

void Derived::refresh_leads(std::span<const Row> leads) {
  const Model& model = book_.model();
  const auto known = static_cast<Row>(state_.points.size());
  std::vector<score::Band> bands;
  bands.reserve(known);
  for (const score::Points& points : state_.points) bands.push_back(points.band);

  state_.points.resize(model.leads().size());
  const auto changed = [&](Row lead) {
    state_.points[lead] = scorer_->score(lead, scored_at_);
    addresses_.lead_changed(model, lead);
    engine_.lead_changed(lead);
    planner_.lead_changed(lead);
  };
  for (const Row lead : leads)
    if (lead < known) changed(lead);
  for (Row lead = known; lead < model.leads().size(); ++lead) changed(lead);

  score::set_bands(model, state_.settings, state_.points);
  for (Row lead = 0; lead < known; ++lead)
    if (state_.points[lead].band != bands[lead]) engine_.lead_changed(lead);
  refresh_counts();
}

void Derived::refresh_time() {
  if (scored_at_ != hour())
    refresh_scores();
  else if (state_.now / kMinuteMs != queued_at_ / kMinuteMs)
    refresh_queue();
}

// What is read off the scores and the book in passes over all leads.
void Derived::refresh_counts() {
  const Model& model = book_.model();
  state_.open_lead_count = 0;
  state_.hot_from = state_.warm_from = std::numeric_limits<std::int32_t>::max();
  for (Row lead = 0; lead < model.leads().size(); ++lead) {
    const score::Points& points = state_.points[lead];
    if (!model.leads().alive(lead) || !is_open(model.lead(lead).stage) ||
        points.standing != Standing::kLead)
      continue;
    ++state_.open_lead_count;
    if (points.marquee || points.band == score::Band::kNone) continue;
    std::int32_t& from = points.band == score::Band::kSales ? state_.hot_from : state_.warm_from;
    from = std::min(from, points.total());
  }
  refresh_queue();
  refresh_funnel();
  refresh_query();
}

void Derived::refresh_queue() {
  const Model& model = book_.model();
  queued_at_ = state_.now;
  state_.today = planner_.queue(model, state_.settings, state_.points, state_.now,
                                state_.local_offset_minutes);
  state_.overdue_count = static_cast<std::size_t>(
      std::ranges::count(state_.today, followup::Due::kBreached, &followup::Item::due));
  state_.without_next_step = planner_.without_next_step();
}

void Derived::refresh_funnel() {
  insight::FunnelFilter filter;
  if (state_.funnel_days > 0) filter.created_from = state_.now - state_.funnel_days * kDayMs;
  filter.source = state_.funnel_source;
  state_.funnel = insight::funnel_of(book_.model(), state_.points, filter, state_.now);
}

void Derived::refresh_query() {
  state_.leads = &engine_.run(book_.model(), state_.points, state_.query);
}

score::Explanation Derived::explain(Row lead) const {
  score::Explanation explanation = scorer_->explain(lead, scored_at_);
  if (lead < state_.points.size()) explanation.points.band = state_.points[lead].band;
  return explanation;
}

}  // namespace leadlight::app
