// The lead card's next step: what to do, by when and why, and the buttons that do it (practice C3).
#include <algorithm>
#include <array>
#include <utility>

#include "base/format.h"
#include "base/text.h"
#include "ui/views/day_field.h"
#include "ui/views/dialog_draft.h"
#include "ui/views/fitting_dialog.h"
#include "ui/views/flow.h"
#include "ui/views/lead_card_view.h"
#include "ui/views/lead_parts.h"
#include "ui/views/words.h"

namespace leadlight::ui {

namespace {

struct Next {
  std::string title, text, last = {}, pill = {};
  PillTone tone = PillTone::kOutline;
  TouchKind channel = TouchKind::kCall;
  bool follow_up = true;  // false: closed, stopped or not in the funnel
};

bool has(const Ui& ui, Row lead, LeadField field) {
  return !ui.state.model->text(lead, field).empty();
}
bool can_call(const Ui& ui, Row lead) {
  return has(ui, lead, LeadField::kPhone) || has(ui, lead, LeadField::kMobile);
}

// "Next: e-mail", or what that lacks.
std::string next_words(const Ui& ui, Row lead, TouchKind channel) {
  if (channel == TouchKind::kEmail && !has(ui, lead, LeadField::kEmail))
    return "Next: find an e-mail address";
  if (channel == TouchKind::kCall && !can_call(ui, lead)) return "Next: find a phone number";
  return formatted("Next: {}", words::noun_of(channel));
}

const followup::Item* item_of(const Ui& ui, Row lead) {
  const auto found = std::ranges::find(ui.state.today, lead, &followup::Item::lead);
  return found == ui.state.today.end() ? nullptr : &*found;
}

Next closed(const Ui& ui, Row lead) {
  const Model& model = *ui.state.model;
  const bool won = model.lead(lead).stage == Stage::kCustomer;
  Next next{.title = won ? "Won" : "Left", .text = {}, .pill = {}, .follow_up = false};
  if (const auto at = integer_from_text(model.text(lead, LeadField::kClosedAt)))
    next.pill = words::date(*at, ui.state.local_offset_minutes);
  const std::string_view reason = model.text(lead, LeadField::kOutcomeReason);
  if (const auto loss = won ? std::nullopt : loss_reason_from_text(reason))
    next.text = label_of(*loss);
  else
    next.text = reason;
  if (const auto minor = integer_from_text(model.text(lead, LeadField::kValueMinor))) {
    const std::string_view currency = model.text(lead, LeadField::kCurrency);
    next.title += ", " + words::money(*minor, currency.empty() ? ui.state.settings.default_currency
                                                               : currency);
  }
  return next;
}

std::string contact_words(const Ui& ui, Row lead) {
  const score::Points& points = points_of(ui, lead);
  if (points.misses_must_have)
    return "A contact, not yet a lead: a must-have of your criteria is missing.";
  return formatted("A contact, not yet a lead: {} of the {} fit points that your team asks for.",
                   points.fit, ui.state.settings.minimum_fit);
}

std::string title_of(const Ui& ui, const followup::Item& item) {
  if (item.waits == followup::Waits::kForAcceptance) return "Offered to sales";
  if (item.waits == followup::Waits::kForDecision) return "Returned: decide what comes next";
  return next_words(ui, item.lead, item.channel);
}

// Of a lead that is worked on: what the queue says, else what is planned.
Next open_next(const Ui& ui, Row lead) {
  const app::State& state = ui.state;
  if (const followup::Item* item = item_of(ui, lead)) {
    const words::DueWords due = words::due(*item, state.now, state.local_offset_minutes);
    return {.title = title_of(ui, *item),
            .text = reason_of(ui, *item),
            .pill = due.text,
            .tone = due.tone,
            .channel = item->channel};
  }
  const auto planned = touch_kind_from_text(state.model->text(lead, LeadField::kNextStep));
  const NextStep step = next_step_of(ui, lead);
  Next next{.title = "No next step", .text = "Plan one, so that nobody is forgotten."};
  next.channel = followup::suggested_channel(*state.model, state.settings, lead);
  if (planned) next.title = next_words(ui, lead, *planned);
  if (planned || step.text != kNothingPlanned) next.text.clear();
  const std::string verb = std::string(words::verb_of(next.channel)) + ", ";
  if (planned && step.text.starts_with(verb)) {
    next.pill = step.text.substr(verb.size());
    next.tone = step.overdue ? PillTone::kBad : PillTone::kOutline;
  } else if (!step.text.empty() && step.text != kNothingPlanned) {
    next.title = step.text;
  }
  return next;
}

Next next_of(const Ui& ui, Row lead) {
  const Model& model = *ui.state.model;
  if (!is_open(model.lead(lead).stage)) return closed(ui, lead);
  if (model.lead(lead).do_not_contact)  // C9
    return {.title = "Do not contact",
            .text = "They asked us to stop. Every copy of the book keeps this.",
            .pill = {},
            .follow_up = false};
  if (const WeedOut why = model.lead(lead).weed_out; why != WeedOut::kNone)
    return {.title = "Weeded out",
            .text = std::string(label_of(why)) + ". Counted neither as a lead nor as lost.",
            .pill = {},
            .follow_up = false};
  Next next = open_next(ui, lead);
  if (points_of(ui, lead).standing == Standing::kContact)
    next.text = contact_words(ui, lead);  // A3
  next.last = last_words(ui, lead);
  if (next.last.starts_with(next.text)) next.text = std::exchange(next.last, {});
  return next;
}

void draw_plan_button(Ui& ui, LeadCardView& view, const Next& next, Rect rect) {
  if (button(ui, "plan", rect, "Plan…"))
    view.plan = {.lead = view.lead, .kind = next.channel, .asked_to_open = true};
}

// Call and Write fill the first line, the rest the second: equal places for one thumb.
float draw_buttons(Ui& ui, LeadCardView& view, Row lead, const Next& next, Rect area) {
  struct Way {
    std::string_view id, label;
    Icon icon;
    TouchKind channel;
  };
  std::vector<Way> ways;
  if (can_call(ui, lead)) ways.push_back({"call", "Call", Icon::kPhone, TouchKind::kCall});
  if (has(ui, lead, LeadField::kEmail))
    ways.push_back({"write", "Write", Icon::kMail, TouchKind::kEmail});
  if (ways.empty() || has(ui, lead, LeadField::kLinkedin))
    ways.push_back({"linkedin",
                    has(ui, lead, LeadField::kLinkedin) ? "LinkedIn" : "Find on LinkedIn",
                    Icon::kLinkedin, TouchKind::kLinkedin});
  const float height = ui.control_height();
  const auto count = static_cast<float>(ways.size());
  Rect first = area.cut_top(height, 8);
  const float wide = (first.w - 8 * (count - 1)) / count;
  const bool suggested = std::ranges::contains(ways, next.channel, &Way::channel);
  for (const Way& way : ways) {
    const bool primary = suggested ? way.channel == next.channel : &way == ways.data();
    if (button(ui, way.id, first.cut_left(wide, 8), way.label,
               {.look = primary ? ButtonLook::kPrimary : ButtonLook::kSecondary, .icon = way.icon}))
      hand_over(ui, view.actions, view.lead, way.channel);
  }
  Rect second = area.cut_top(height);
  const float third = (second.w - 16) / 3;
  if (button(ui, "log", second.cut_left(third, 8), "Log…"))
    ask_to_log(view.actions.touch, view.lead, next.channel);
  draw_plan_button(ui, view, next, second.cut_left(third, 8));
  const Rect snooze = second;
  if (button(ui, "snooze", snooze, "Snooze…")) open_snooze_menu(view.actions, {view.lead}, snooze);
  return 2 * height + 8;
}

// The step after the one it stands in: the next sub-stage, or the next stage (practice A1).
struct Place {
  Stage stage = Stage::kMql;
  std::string sub_stage, name;
};
Place place_after(const Ui& ui, Row lead) {
  const Stage stage = ui.state.model->lead(lead).stage;
  const auto& subs = ui.state.settings.sub_stages;
  if (stage == Stage::kNew) return {Stage::kMql, {}, std::string(label_of(Stage::kMql))};
  if (stage == Stage::kMql) return {Stage::kSql, {}, std::string(label_of(Stage::kSql))};
  auto here =
      std::ranges::find(subs, ui.state.model->text(lead, LeadField::kSubStage), &SubStage::id);
  if (here != subs.end()) ++here;
  if (here != subs.end()) return {Stage::kSql, here->id, here->name};
  return {Stage::kCustomer, {}, std::string(label_of(Stage::kCustomer))};
}

// Forward is one tap, everything else two (practice A2).
float draw_stage_buttons(Ui& ui, LeadCardView& view, Row lead, Rect area) {
  Flow flow(area, ui.control_height());
  const Stage stage = ui.state.model->lead(lead).stage;
  if (is_offered(ui, lead)) {  // A4: two answers, both one tap away
    const ButtonSpec accept{.look = ButtonLook::kPrimary, .icon = Icon::kCheck};
    if (button(ui, "accept", flow.next(button_width(ui, "Accept", accept)), "Accept", accept))
      ui.emit(app::AcceptLeads{{view.lead}});
    if (button(ui, "return", flow.next(button_width(ui, "Return…")), "Return…"))
      ask_to_return(ui, view.actions.handoff, {view.lead});
  } else if (is_open(stage)) {
    const Place next = place_after(ui, lead);
    const std::string label = "Move to " + next.name;
    const ButtonSpec spec{.icon = Icon::kArrowRight};
    const float width = std::min(button_width(ui, label, spec), area.w - 110);
    // The second tap of two was meant for what stood there before.
    constexpr double kSecondTapMs = 500;
    if (button(ui, "forward", flow.next(width), label, spec) &&
        ui.time_ms - view.moved_at_ms > kSecondTapMs) {
      move_or_ask(ui, view.actions.move, {view.lead}, next.stage, next.sub_stage);
      view.moved_at_ms = ui.time_ms;
    }
  }
  if (button(ui, "move", flow.next(button_width(ui, "Move to…")), "Move to…"))
    ask_to_move(ui, view.actions.move, {view.lead});
  constexpr std::string_view kOffer = "Offer to sales…";
  if (stage == Stage::kMql && can_offer(ui, lead) &&
      button(ui, "offer", flow.next(button_width(ui, kOffer)), kOffer))
    ask_to_offer(ui, view.actions.handoff, {view.lead});
  return flow.used_height();
}

}  // namespace

float draw_card_next(Ui& ui, LeadCardView& view, Row lead, Rect area) {
  if (!ui.state.model->leads().alive(lead)) return 0;
  Next next = next_of(ui, lead);
  if (ui.state.past) next.follow_up = false;
  const float inner_width = area.w - 32;
  const float text = next.text.empty() ? 0 : text_height(ui, inner_width, next.text, kSmall) + 4;
  const float last = next.last.empty() ? 0 : text_height(ui, inner_width, next.last, kSmall) + 4;
  const float buttons = next.follow_up ? 2 * ui.control_height() + 8 + 14 : 0;
  const Rect box{area.x, area.y - 4, area.w, 14 + 22 + text + last + buttons + 14};
  {
    Scope group(ui, "next", a11y::Role::kRegion, "Next step", box);
    panel(ui, box, 14);
    fill(ui, box.inset(1), ui.colours.bg, 13);
    Rect inner = box.inset(16, 14);
    Rect head = inner.cut_top(22, 4);
    if (!next.pill.empty())
      pill(ui, head.cut_right(pill_width(ui, next.pill), 8), next.pill, next.tone);
    heading(ui, head, next.title, 3, kStrong);
    if (text > 0) text_block(ui, inner.cut_top(text - 4, 4), next.text, kSmall, ui.colours.ink2);
    if (last > 0) text_block(ui, inner.cut_top(last - 4, 4), next.last, kSmall, ui.colours.ink2);
    inner.cut_top(10);
    if (next.follow_up) draw_buttons(ui, view, lead, next, inner);
  }
  if (ui.state.past) return box.h - 4;
  return box.h - 4 + 12 +
         draw_stage_buttons(ui, view, lead, {area.x, box.bottom() + 12, area.w, 0});
}

// ---- planning ---------------------------------------------------------------------------------------------

// Nothing is to be planned, and why (practice C3). True if that was entered.
static bool draw_no_step(Ui& ui, PlanDialog& dialog, Rect& area) {
  const FieldSpec spec{.placeholder = "They wait for their budget in May"};
  const ButtonSpec leave{.disabled = trimmed(dialog.why).empty()};
  Rect row = area.cut_top(field_height(ui, spec));
  Rect side = row.cut_right(button_width(ui, "Leave it"), 8);
  side.cut_top(side.h - ui.control_height());
  const bool entered = text_field(ui, "why", row, "Or no next step, because", dialog.why, spec) ==
                       FieldResult::kSubmitted;
  const bool used = button(ui, "leave", side, "Leave it", leave);
  return (entered || used) && !leave.disabled;
}

void draw(Ui& ui, PlanDialog& dialog) {
  if (std::exchange(dialog.asked_to_open, false)) {
    open_dialog(ui, "plan-dialog");
    const std::string_view draft = ui.state.draft_of(dialog.lead, app::kPlanDraft);
    dialog.day = draft.substr(0, draft.find(app::kDraftBetween));
    dialog.why =
        draft.size() > dialog.day.size() ? draft.substr(dialog.day.size() + 1) : std::string_view();
  }
  if (!dialog_is_open(ui, "plan-dialog")) return;
  dialog.lead = standing_of(ui, dialog.lead);
  FittingDialog shown(ui, "plan-dialog", "Plan the next step", 480, dialog.height);
  if (!shown) return;
  Rect area = shown.content();
  const float top = area.y;
  constexpr std::array kKinds{TouchKind::kCall,    TouchKind::kEmail,       TouchKind::kLinkedin,
                              TouchKind::kMeeting, TouchKind::kTextMessage, TouchKind::kLetter};
  std::array<std::string_view, kKinds.size()> labels;
  std::ranges::transform(kKinds, labels.begin(), [](TouchKind kind) { return label_of(kind); });
  const auto* const at = std::ranges::find(kKinds, dialog.kind);
  area.cut_top(small_heading(ui, area, "What?", 3));
  float used = 0;
  const int chosen =
      choice_pills(ui, "kind", area, "What", labels,
                   at == kKinds.end() ? 0 : static_cast<int>(at - kKinds.begin()), &used);
  if (chosen >= 0) dialog.kind = kKinds[static_cast<std::size_t>(chosen)];
  if (at == kKinds.end()) dialog.kind = kKinds.front();
  area.cut_top(used, 20);

  area.cut_top(small_heading(ui, area, "When?", 3));
  struct When {
    std::string_view id, label;
    int days, hour;
  };
  constexpr std::array<When, 7> kWhen{{{"today", "This afternoon", 0, 15},
                                       {"tomorrow", "Tomorrow morning", 1, 9},
                                       {"tomorrow-late", "Tomorrow afternoon", 1, 14},
                                       {"two", "In two days", 2, 9},
                                       {"four", "In four days", 4, 9},
                                       {"week", "In a week", 7, 9},
                                       {"month", "In a month", 30, 9}}};
  const UtcMs day = words::local_day_start(ui.state.now, ui.state.local_offset_minutes);
  Flow flow(area, ui.control_height());
  for (const When& when : kWhen) {
    const UtcMs due = day + when.days * kDayMs + when.hour * kHourMs;
    if (due <= ui.state.now) continue;
    if (!button(ui, when.id, flow.next(button_width(ui, when.label)), when.label)) continue;
    ui.emit(app::PlanStep{dialog.lead, dialog.kind, due});
    close_dialog(ui);
  }
  area.cut_top(flow.used_height(), 12);
  const DayFieldSpec spec{.label = "Or on this day", .action = "Plan", .error = dialog.error};
  const bool entered =
      day_field(ui, area.cut_top(day_field_height(ui, spec), 20), dialog.day, spec);
  const bool left = draw_no_step(ui, dialog, area);
  shown.used(area.y - top);
  if (left) {
    ui.emit(app::PlanStep{dialog.lead, dialog.kind, 0, dialog.why});
    return close_dialog(ui);
  }
  if (dialog_is_open(ui, "plan-dialog") && !entered) {
    std::string draft = dialog.day;
    if (!dialog.why.empty()) draft.append(1, app::kDraftBetween).append(dialog.why);
    const bool had = !draft.empty();
    keep_dialog_draft(ui, dialog.lead, app::kPlanDraft, draft, dialog.drafts_changed);
    if (had && draft.empty()) dialog.day.clear(), dialog.why.clear();  // it named who was erased
  }
  if (!entered) return;
  const auto begin = begin_of_day(ui, dialog.day);
  const UtcMs due = begin.value_or(0) + 9 * kHourMs;
  dialog.error = !begin ? kNoWholeDay : due <= ui.state.now ? "This day is past." : "";
  if (!dialog.error.empty()) return;
  ui.emit(app::PlanStep{dialog.lead, dialog.kind, due});
  close_dialog(ui);
}

}  // namespace leadlight::ui
