// Follow-up plans (practice C4 to C6): channels and days for each lead type, when it is enough, and
// how long who is not ready is left alone.
#include <algorithm>
#include <array>
#include <string>

#include "base/format.h"
#include "lead/cadence.h"
#include "ui/views/settings_sections.h"
#include "ui/views/words.h"
#include "ui/views/words_of_settings.h"

namespace leadlight::ui {

namespace {

constexpr float kNumberWidth = 56;

void put(Form& form, LeadType type, const Cadence& cadence) {
  const bool usual = cadence == default_cadence(type);
  put_setting(form.ui, cadence_key(type), usual ? std::string() : text_of(cadence));
}

void draw_types(Form& form) {
  std::array<Option, kLeadTypeCount> options;
  for (std::size_t i = 0; i < options.size(); ++i) {
    const auto type = static_cast<LeadType>(i);
    options[i] = {type == LeadType::kUnknown ? words::kAnyOtherType : label_of(type),
                  form.ui.state.settings.cadences[i] == default_cadence(type) ? std::string_view()
                                                                              : words::kOwnPlan};
  }
  const Rect place = form.place(form.ui.control_height() + 22, 20);
  const int chosen = select(form.ui, "type", {place.x, place.y, std::min(place.w, 320.0F), place.h},
                            words::kPlanFor, options, static_cast<int>(form.view.plan_of));
  if (chosen >= 0) form.view.plan_of = static_cast<LeadType>(chosen);
}

int channel_of(TouchKind kind) {
  return static_cast<int>(std::ranges::find(kCadenceChannels, kind) - kCadenceChannels.begin());
}

// One step; true if it or its place was changed in `cadence`.
bool draw_step(Form& form, Group& group, LeadType type, Cadence& cadence, std::size_t index) {
  Ui& ui = form.ui;
  CadenceStep& step = cadence[index];
  bool changed = false;
  const std::string name = formatted("Step {}", index + 1);
  const std::string key = formatted("{}/{}", cadence_key(type), index);
  const Check check = [](std::string_view typed) {
    const auto days = whole_from_typed(typed);
    return days && *days >= 0 && *days <= kMostDaysBetween ? std::string()
                                                           : std::string(words::kDaysBetweenFault);
  };
  const std::string fault = setting_fault(form.view, key, check);
  Rect row = group.row(ui.control_height() + 16 + (fault.empty() ? 0 : 20)).inset(0, 8);
  const Rect fault_at{row.x, row.bottom() - 16, row.w, 16};
  row.h = ui.control_height();
  ImGui::PushID(static_cast<int>(index));
  const Scope item(ui, "step", a11y::Role::kListItem, name, row);

  const Rect more = row.cut_right(ui.control_height(), 4);
  if (button(ui, "more", more, formatted("More for step {}", index + 1),
             {.look = ButtonLook::kQuiet, .icon = Icon::kMore, .icon_only = true}))
    open_menu(ui, "menu", more);
  const std::array items{
      MenuItem{.id = "up", .label = words::kMoveUp, .icon = Icon::kArrowUp, .disabled = index == 0},
      MenuItem{.id = "down",
               .label = words::kMoveDown,
               .icon = Icon::kArrowDown,
               .disabled = index + 1 == cadence.size()},
      MenuItem{.id = "remove",
               .label = words::kRemove,
               .icon = Icon::kTrash,
               .danger = true,
               .separator_before = true,
               .disabled = cadence.size() == 1}};
  const int chosen = menu(ui, "menu", "Change this step", items);

  const std::string_view later = step.days == 1 ? words::kDayLater : words::kDaysLater;
  const float unit = text_width(ui, words::kDaysLater, kText) + 1;
  Rect when = row.cut_right(kNumberWidth + 8 + unit, 12);
  if (index == 0) {
    text_line(ui, when, words::kFirstStep, kText, ui.colours.ink2);
  } else {
    const std::string days = std::to_string(step.days);
    const auto typed = setting_field(
        ui, form.view, when.cut_left(kNumberWidth, 8),
        {key, formatted("Days before step {}", index + 1), days,
         FieldSpec{
             .kind = FieldKind::kNumber, .error = fault, .hide_label = true, .error_at = fault_at}},
        check);
    if (typed) step.days = whole_from_typed(*typed).value_or(step.days), changed = true;
    text_line(ui, when, later, kText, ui.colours.ink2, Align::kLeft, Voice::kSilent);
  }
  std::array<Option, kCadenceChannels.size()> channels;
  std::ranges::transform(kCadenceChannels, channels.begin(),
                         [](TouchKind kind) { return Option{label_of(kind)}; });
  const int channel = select(ui, "channel", {row.x, row.y, std::min(row.w, 240.0F), row.h}, name,
                             channels, channel_of(step.channel));
  if (channel >= 0)
    step.channel = kCadenceChannels[static_cast<std::size_t>(channel)], changed = true;
  ImGui::PopID();

  // Channels change places, days stay: they are between the places.
  if (chosen == 0) std::swap(step.channel, cadence[index - 1].channel);
  if (chosen == 1) std::swap(step.channel, cadence[index + 1].channel);
  if (chosen == 2) {
    cadence.erase(cadence.begin() + static_cast<std::ptrdiff_t>(index));
    cadence.front().days = 0;
  }
  return changed || chosen >= 0;
}

void draw_steps(Form& form, LeadType type) {
  Ui& ui = form.ui;
  Cadence cadence = ui.state.settings.cadences[static_cast<std::size_t>(type)];
  bool changed = false;
  {
    Group group(form, "steps", words::kSteps);
    {
      Scope list(ui, "list", a11y::Role::kList, words::kSteps);
      for (std::size_t i = 0; i < cadence.size() && !changed; ++i)
        changed = draw_step(form, group, type, cadence, i);
    }
    Rect row = group.row(ui.control_height() + 16).inset(0, 8);
    const ButtonSpec add{.look = ButtonLook::kQuiet,
                         .icon = Icon::kPlus,
                         .disabled = cadence.size() == kMostCadenceSteps};
    if (button(ui, "add", row.cut_left(button_width(ui, words::kAddStep, add), 8), words::kAddStep,
               add)) {
      cadence.push_back({cadence.back().channel, std::max(2, cadence.back().days)});
      changed = true;
    }
    const ButtonSpec usual{.look = ButtonLook::kQuiet};
    if (cadence != default_cadence(type) &&
        button(ui, "usual", row.cut_left(button_width(ui, words::kUsualPlan, usual)),
               words::kUsualPlan, usual)) {
      cadence = default_cadence(type);
      changed = true;
    }
  }
  if (changed) put(form, type, cadence);
  const TeamSettings& team = ui.state.settings;
  form.gap(-8);
  form.text(formatted("After {} without an answer comes a goodbye, then nurture for {}.",
                      words::counted(static_cast<std::size_t>(touches_before_goodbye(team, type)),
                                     "touch", "touches"),
                      words::counted(static_cast<std::size_t>(team.nurture_days), "day", "days")));
  form.gap(20);
}

}  // namespace

void draw_plan_settings(Form& form) {
  const TeamSettings& team = form.ui.state.settings;
  form.title(words::kSections[8].title, words::kPlansAdvice);
  draw_types(form);
  draw_steps(form, form.view.plan_of);
  Group group(form, "enough", words::kEnough);
  const auto touches = number_row(form, group,
                                  {.key = settings_key::kTouchLimit,
                                   .label = words::kTouchLimit,
                                   .advice = words::kTouchLimitAdvice,
                                   .unit = words::kTouches,
                                   .value = team.touch_limit,
                                   .lowest = 1,
                                   .highest = 50});
  if (touches) put_typed(form, settings_key::kTouchLimit, std::to_string(*touches));
  const auto days = number_row(form, group,
                               {.key = settings_key::kNurtureDays,
                                .label = words::kNurtureDays,
                                .advice = words::kNurtureDaysAdvice,
                                .unit = words::kDays,
                                .value = team.nurture_days,
                                .lowest = 1,
                                .highest = 3'650});
  if (days) put_typed(form, settings_key::kNurtureDays, std::to_string(*days));
}

}  // namespace leadlight::ui
