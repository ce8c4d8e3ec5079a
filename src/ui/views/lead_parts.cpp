#include "ui/views/lead_parts.h"

#include <algorithm>

#include "base/format.h"
#include "base/text.h"
#include "followup/queue.h"

namespace leadlight::ui {

bool can_change(const Ui& ui, Row lead) {
  return !ui.state.past && ui.state.model->leads().alive(lead);
}

bool can_write(const Ui& ui) { return !ui.state.loading && !ui.state.outdated && !ui.state.past; }

int choice_of(Ui& ui, std::string_view id, Rect rect, std::string_view label,
              std::span<const Option> options, int selected) {
  // Of the card: who is deleted is restored first.
  const Row lead = ui.app.lead_row(ui.state.open_lead);
  if (lead != kNoRow && can_change(ui, lead)) return select(ui, id, rect, label, options, selected);
  const std::string_view chosen = options[static_cast<std::size_t>(selected)].label;
  const Scope fact(ui, id, a11y::Role::kListItem, formatted("{}: {}", label, chosen), rect);
  text_line(ui, rect, chosen, kText, ui.colours.ink, Align::kLeft, Voice::kSilent);
  return -1;
}

const score::Points& points_of(const Ui& ui, Row lead) {
  static const score::Points kNone;
  return lead < ui.state.points.size() ? ui.state.points[lead] : kNone;
}

void lead_badge(Ui& ui, Rect rect, Row lead) {
  const score::Points& points = points_of(ui, lead);
  // The shares are of leads in New and MQL; those in SQL are measured by the same scores.
  const bool with_sales =
      points.standing == Standing::kLead && ui.state.model->lead(lead).stage == Stage::kSql;
  const bool hot =
      points.band == score::Band::kSales || (with_sales && points.total() >= ui.state.hot_from);
  const bool warm =
      points.band == score::Band::kWatch || (with_sales && points.total() >= ui.state.warm_from);
  score_badge(ui, rect, points.total(), hot, warm);
}

void name_and_company(Ui& ui, Rect rect, std::string_view name, std::string_view company) {
  if (company.empty() || company == name) {
    text_line(ui, rect, name, kStrong, ui.colours.ink, Align::kLeft, Voice::kSilent);
    return;
  }
  // The name is what people look for: the company gets what is left, or nothing.
  constexpr float kLeastCompany = 56;
  const float drawn =
      text_line(ui, rect, name, kStrong, ui.colours.ink, Align::kLeft, Voice::kSilent);
  Rect rest = rect;
  rest.cut_left(drawn);
  if (rest.w < kLeastCompany) return;
  text_line(ui, rest, std::string(words::kDot).append(company), kText, ui.colours.ink2,
            Align::kLeft, Voice::kSilent);
}

Id standing_of(const Ui& ui, Id lead) {
  const Row row = ui.app.lead_row(lead);
  return row == kNoRow ? lead : ui.state.model->leads().id(ui.state.model->standing(row));
}

std::string sub_stage_name(const Ui& ui, std::string_view id) {
  for (const SubStage& sub : ui.state.settings.sub_stages)
    if (sub.id == id) return sub.name;
  return std::string(id);
}

StagePill stage_pill(const Ui& ui, Row lead) {
  const Model& model = *ui.state.model;
  if (!model.leads().alive(lead)) return {"Deleted", PillTone::kBad};
  const LeadFacts& facts = model.lead(lead);
  switch (points_of(ui, lead).standing) {
    case Standing::kWeededOut: return {"Weeded out", PillTone::kOutline};
    case Standing::kContact: return {"Contact", PillTone::kOutline};
    case Standing::kLead: break;
  }
  return stage_pill(ui, facts.stage, model.text(lead, LeadField::kSubStage));
}

StagePill stage_pill(const Ui& ui, Stage stage, std::string_view sub_stage) {
  std::string text(label_of(stage));
  switch (stage) {
    case Stage::kNew: return {text, PillTone::kNeutral};
    case Stage::kMql: return {text, PillTone::kAccent};
    case Stage::kSql:
      if (!sub_stage.empty()) text += std::string(words::kDot) + sub_stage_name(ui, sub_stage);
      return {text, PillTone::kGood};
    case Stage::kCustomer: return {text, PillTone::kGood};
    case Stage::kNoCustomer: return {text, PillTone::kOutline};
  }
  return {};
}

namespace {

UtcMs time_of(const Model& model, Row lead, LeadField field) {
  return integer_from_text(model.text(lead, field)).value_or(0);
}

NextStep planned_step(const Ui& ui, Row lead) {
  const app::State& state = ui.state;
  const UtcMs at = time_of(*state.model, lead, LeadField::kNextStepAt);
  const auto kind = touch_kind_from_text(state.model->text(lead, LeadField::kNextStep));
  const std::string verb(words::verb_of(kind.value_or(TouchKind::kOther)));
  const UtcMs today = words::local_day_start(state.now, state.local_offset_minutes);
  if (at < today) return {verb + ", overdue", true};
  if (at >= today + 2 * kDayMs)
    return {verb + ", " + words::day(at, state.now, state.local_offset_minutes), false};
  if (at >= today + kDayMs) return {verb + ", tomorrow", false};
  return {verb + ", " + words::clock(at, state.local_offset_minutes), at < state.now};
}

NextStep step_of_another_day(const Ui& ui, Row lead) {
  const app::State& state = ui.state;
  const auto until = [&](std::string_view what, UtcMs at) -> NextStep {
    return {formatted("{} until {}", what, words::day(at, state.now, state.local_offset_minutes)),
            false};
  };
  const UtcMs snoozed_until = time_of(*state.model, lead, LeadField::kSnoozedUntil);
  if (snoozed_until > state.now) return until("Snoozed", snoozed_until);
  if (time_of(*state.model, lead, LeadField::kNextStepAt) != 0) return planned_step(ui, lead);
  const UtcMs nurtured_until = time_of(*state.model, lead, LeadField::kNurtureUntil);
  if (const auto why = state.model->text(lead, LeadField::kNoStepWhy);
      !why.empty() && nurtured_until <= state.now)
    return {formatted("No step: {}", why), false};
  return until("Nurture", nurtured_until);
}

NextStep clock_step(const Ui& ui, std::string_view what, const followup::Waiting& waiting) {
  const UtcMs now = ui.state.now;
  if (waiting.due == followup::Due::kBreached)
    return {formatted("{}, {} over", what, followup::duration_text(now - waiting.limit)), true};
  if (now < waiting.goal)
    return {formatted("{} in {}", what, followup::duration_text(waiting.goal - now)), false};
  return {formatted("{}, now", what), waiting.due == followup::Due::kAboutToBreach};
}

}  // namespace

// As the queue counts (followup/queue.h); closed leads and those that are none have nothing next.
NextStep next_step_of(const Ui& ui, Row lead) {
  using followup::Waits;
  const app::State& state = ui.state;
  const Model& model = *state.model;
  const LeadFacts& facts = model.lead(lead);
  if (!is_open(facts.stage) || points_of(ui, lead).standing != Standing::kLead) return {};
  if (facts.do_not_contact) return {"Do not contact", false};  // C9
  const followup::Waiting waiting =
      followup::waiting_of(model, state.settings, lead, state.now, state.local_offset_minutes);
  switch (waiting.waits) {
    case Waits::kForPlannedStep: return planned_step(ui, lead);
    case Waits::kForAnotherDay: return step_of_another_day(ui, lead);
    case Waits::kForFirstTouch: return clock_step(ui, "First touch", waiting);
    case Waits::kForAnswer: return clock_step(ui, "Answer", waiting);
    case Waits::kForAcceptance: return clock_step(ui, "Answer to the offer", waiting);
    case Waits::kForDecision: return clock_step(ui, "Decide: returned by sales", waiting);
    case Waits::kAfterHandoff: return clock_step(ui, "First touch by sales", waiting);
    case Waits::kForPromise: return clock_step(ui, "Promised touch", waiting);
    case Waits::kAfterNurture: return {"Back from nurture", false};
    case Waits::kAfterSnooze: return {"Back from snooze", false};
    case Waits::kForNothing: break;
  }
  return {std::string(kNothingPlanned), false};
}

std::string reason_of(const Ui& ui, const followup::Item& item) {
  if (!item.reason.empty()) return item.reason;
  return followup::reason_of(*ui.state.model, item.lead, ui.state.now,
                             ui.state.local_offset_minutes);
}

UtcMs last_touch_at(const Model& model, Row lead) {
  UtcMs newest = 0;
  for (Row touch = model.lead(lead).first_touch; touch != kNoRow; touch = model.touch(touch).next)
    if (model.table(Kind::kTouch).alive(touch)) newest = std::max(newest, model.touch(touch).at);
  return newest;
}

std::string last_words(const Ui& ui, Row lead) {
  const Model& model = *ui.state.model;
  Row newest = kNoRow;
  for (Row touch = model.lead(lead).first_touch; touch != kNoRow; touch = model.touch(touch).next)
    if (model.table(Kind::kTouch).alive(touch) &&
        (newest == kNoRow || model.touch(touch).at > model.touch(newest).at))
      newest = touch;
  if (newest == kNoRow) return {};
  const TouchFacts& touch = model.touch(newest);
  std::string text(label_of(touch.kind));
  if (is_outbound(touch.kind))
    text += touch.result == TouchResult::kNone
                ? std::string(", no answer yet")
                : ", " + words::continued(words::result_of(touch.kind, touch.result));
  const std::string age = words::ago(touch.at, ui.state.now);
  text += age == "now" ? std::string(" just now") : formatted(" {} ago", age);
  const auto said = model.text(Kind::kTouch, newest, static_cast<ColumnIndex>(TouchField::kText));
  if (!said.empty()) text += formatted(": “{}”", said);
  return text;
}

std::string last_touch_text(const Ui& ui, Row lead) {
  const UtcMs at = last_touch_at(*ui.state.model, lead);
  return at == 0 ? std::string("–") : words::ago(at, ui.state.now);
}

std::string source_text(const Ui& ui, Row lead) {
  const Model& model = *ui.state.model;
  const std::string_view source = model.text(lead, LeadField::kSource);
  const std::string_view event = model.text(lead, LeadField::kEvent);
  if (!event.empty() && event != source && !source.empty())
    return formatted("{}, {}", event, source);
  if (!source.empty()) return std::string(source);
  if (!event.empty()) return std::string(event);
  const LeadType type = model.lead(lead).type;
  return type == LeadType::kUnknown ? std::string(words::kNone) : std::string(label_of(type));
}

bool pill_button(Ui& ui, std::string_view id, Rect rect, std::string_view text, PillTone tone,
                 std::string_view spoken) {
  const bool used =
      list_row(ui, id, rect.inset(-3, -5), spoken, false, a11y::Role::kButton).activated;
  pill(ui, rect, text, tone);
  return used;
}

std::string spoken_lead(const Ui& ui, Row lead) {
  const Model& model = *ui.state.model;
  const std::string name = model.name_of(lead);
  const std::string_view company = model.text(lead, LeadField::kCompany);
  std::string text = name;
  if (!company.empty() && company != name) text += formatted(", {}", company);
  text += formatted(", score {}, {}", points_of(ui, lead).total(), stage_pill(ui, lead).text);
  return text;
}

float small_heading(Ui& ui, Rect area, std::string_view text, int level) {
  const Rect line{area.x, area.y, area.w, 16};
  Scope spoken(ui, text, a11y::Role::kHeading, text, line);
  spoken.node().level = static_cast<std::uint8_t>(level);
  text_line(ui, line, text, kSmallStrong, ui.colours.ink2, Align::kLeft, Voice::kSilent);
  return 24;
}

}  // namespace leadlight::ui
