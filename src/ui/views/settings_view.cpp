#include "ui/views/settings_view.h"

#include <array>
#include <string>
#include <vector>

#include "base/format.h"
#include "score/assignment.h"
#include "ui/views/settings_sections.h"
#include "ui/views/words.h"
#include "ui/views/words_of_settings.h"

namespace leadlight::ui {

namespace {

constexpr float kFormWidth = 640;
constexpr float kListWidth = 232;
constexpr float kNarrow = 700;  // below, one thing at a time

std::string summary_of(const Ui& ui, SettingsSection section) {
  const TeamSettings& team = ui.state.settings;
  switch (section) {
    case SettingsSection::kTeam:
      return (team.team_name.empty() ? std::string() : team.team_name + std::string(words::kDot)) +
             team.default_currency;
    case SettingsSection::kCriteria:
      return words::counted(team.criteria.size(), "criterion", "criteria");
    case SettingsSection::kInterest:
      return team.half_life_days == 0 ? std::string("Points never fade")
                                      : formatted("Half-life {} days", team.half_life_days);
    case SettingsSection::kBands:
      return formatted("{}% for sales, {}% to watch", team.sales_percent, team.watch_percent);
    case SettingsSection::kSubStages: {
      std::vector<std::string> names;
      for (const SubStage& stage : team.sub_stages) names.push_back(stage.name);
      return names.empty() ? std::string("None") : words::list_of(names, 3);
    }
    case SettingsSection::kAssignment: {
      const std::size_t count = score::assign_rules(*ui.state.model).rules.size();
      return count == 0 ? std::string("By hand") : words::counted(count, "rule", "rules");
    }
    case SettingsSection::kClocks:
      return formatted("{}, {} at most", words::minutes(team.goal_minutes),
                       words::minutes(team.limit_minutes));
    case SettingsSection::kHours:
      return std::string(words::kCountings[team.calendar.round_the_clock ? 0 : 1]);
    case SettingsSection::kPlans: return formatted("{} touches, then a goodbye", team.touch_limit);
  }
  return {};
}

const words::SectionWords& words_of(SettingsSection section) {
  return words::kSections[static_cast<std::size_t>(section)];
}

void draw_section_row(Ui& ui, SettingsView& view, Rect rect, SettingsSection section, bool beside) {
  const words::SectionWords& says = words_of(section);
  const bool selected = beside && view.section == section;
  const std::string summary = beside ? std::string() : summary_of(ui, section);
  std::string spoken(says.title);
  if (!summary.empty()) spoken += ", " + summary;
  if (list_row(ui, says.id, rect, spoken, selected).activated) {
    view.section = section;
    view.in_section = true;
  }
  Rect inner = rect.inset(12, 0);
  icon(ui, inner.cut_left(20, 12), says.icon, 20, selected ? ui.colours.accent : ui.colours.ink2);
  const TextStyle& style = beside && !selected ? kText : kStrong;
  if (beside) {
    text_line(ui, inner, says.title, style, ui.colours.ink, Align::kLeft, Voice::kSilent);
    return;
  }
  icon(ui, inner.cut_right(16, 8), Icon::kChevronRight, 16, ui.colours.ink3);
  Rect lines = inner.centred(inner.w, 38);
  text_line(ui, lines.cut_top(20), says.title, style, ui.colours.ink, Align::kLeft, Voice::kSilent);
  text_line(ui, lines, summary, kSmall, ui.colours.ink2, Align::kLeft, Voice::kSilent);
}

void draw_list_beside(Ui& ui, SettingsView& view, Rect area) {
  Scope list(ui, "sections", a11y::Role::kList, words::kSectionList, area);
  for (int i = 0; i < kSettingsSectionCount; ++i)
    draw_section_row(ui, view, area.cut_top(40, 4), static_cast<SettingsSection>(i), true);
}

// The phone's list of sections, each with what is set.
void draw_list_alone(Ui& ui, SettingsView& view, Rect area) {
  ScrollArea scroll(ui, "list", area);
  Rect content = scroll.content().inset(12, 0);
  constexpr float kRowHeight = 64;
  content.y += 8;
  const float height = kRowHeight * kSettingsSectionCount;
  panel(ui, {content.x, content.y, content.w, height + 8}, 14);
  Scope list(ui, "sections", a11y::Role::kList, words::kSectionList);
  for (int i = 0; i < kSettingsSectionCount; ++i) {
    const Rect row{content.x + 4, content.y + 4 + kRowHeight * static_cast<float>(i), content.w - 8,
                   kRowHeight};
    draw_section_row(ui, view, row, static_cast<SettingsSection>(i), false);
  }
  scroll.content_height(height + 40);
}

void draw_section(Form& form, const ScrollArea& scroll, SettingsSection section) {
  switch (section) {
    case SettingsSection::kTeam: return draw_team_settings(form);
    case SettingsSection::kCriteria: return draw_criteria_settings(form);
    case SettingsSection::kInterest: return draw_interest_settings(form);
    case SettingsSection::kBands: return draw_bands_settings(form, scroll);
    case SettingsSection::kSubStages: return draw_sub_stage_settings(form);
    case SettingsSection::kAssignment: return draw_assignment_settings(form);
    case SettingsSection::kClocks: return draw_clock_settings(form);
    case SettingsSection::kHours: return draw_hours_settings(form);
    case SettingsSection::kPlans: return draw_plan_settings(form);
  }
}

void draw_form(Ui& ui, SettingsView& view, Rect area) {
  const words::SectionWords& says = words_of(view.section);
  ImGui::PushID(says.id.data(), says.id.data() + says.id.size());
  {
    Scope region(ui, "form", a11y::Role::kForm, says.title, area);
    ScrollArea scroll(ui, "scroll", area);
    Rect content = scroll.content();
    const float side = ui.phone() ? 16.0F : 24.0F;
    const float top = ui.phone() ? 12.0F : 24.0F;
    content = {content.x + side, content.y + top, std::min(content.w - 2 * side, kFormWidth), 0};
    Form form(ui, view, content);
    draw_section(form, scroll, view.section);
    scroll.content_height(form.used() + top + 24);
  }
  ImGui::PopID();
}

}  // namespace

void draw_bar(Ui&, SettingsView&, Rect) {}

void draw(Ui& ui, SettingsView& view, Rect area) {
  ImGui::PushID("settings");
  take_up_drafts(ui, view);
  if (area.w >= kNarrow) {
    Rect list = area.cut_left(kListWidth);
    draw_list_beside(ui, view, {list.x + 16, list.y + 20, list.w - 16, list.h - 20});
    draw_form(ui, view, area);
  } else if (!view.in_section) {
    draw_list_alone(ui, view, area);
  } else {
    Rect bar = area.cut_top(ui.control_height(), 0).inset(2, 0);
    const ButtonSpec back{.look = ButtonLook::kQuiet, .icon = Icon::kChevronLeft};
    if (button(ui, "back", bar.cut_left(button_width(ui, words::kBackToSections, back)),
               words::kBackToSections, back))
      view.in_section = false;
    draw_form(ui, view, area);
  }
  draw_seventh_dialog(ui, view);
  draw_remove_sub_stage_dialog(ui, view);
  keep_drafts(ui, view);
  ImGui::PopID();
}

}  // namespace leadlight::ui
