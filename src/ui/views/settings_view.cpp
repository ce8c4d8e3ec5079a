#include "ui/views/settings_view.h"

#include <array>

#include "ui/views/lead_parts.h"
#include "ui/widgets.h"

namespace leadlight::ui {

namespace {

struct SectionWords {
  SettingsSection section;
  std::string_view id, title, about;
  Icon icon;
  float (*draw)(Ui&, SettingsView&, Rect);
};
constexpr std::array<SectionWords, kSettingsSectionCount> kSections{{
    {SettingsSection::kTeam, "team", "Team and you", "Names, currency, colours", Icon::kUsers,
     draw_team_settings},
    {SettingsSection::kCriteria, "criteria", "Fit criteria", "Who is worth your time",
     Icon::kTarget, draw_criteria_settings},
    {SettingsSection::kInterest, "interest", "Interest points", "What each action counts",
     Icon::kFlame, draw_interest_settings},
    {SettingsSection::kBands, "bands", "Best leads", "Shares and marquee accounts", Icon::kStar,
     draw_bands_settings},
    {SettingsSection::kSubStages, "sub-stages", "Sales steps", "Sub-stages of SQL", Icon::kColumns,
     draw_sub_stage_settings},
    {SettingsSection::kClocks, "clocks", "Clocks", "How fast, how often", Icon::kClock,
     draw_clock_settings},
}};

void choose(SettingsView& view, SettingsSection section) {
  view.section = section;
  view.in_section = true;
  view.draft = {};
  view.editing_key.clear();
}

float draw_section_list(Ui& ui, SettingsView& view, Rect area, bool two_lines) {
  const Scope nav(ui, "sections", a11y::Role::kNavigation, "Sections of the settings");
  const float height = two_lines ? 60.0F : 40.0F;
  float y = 0;
  for (const SectionWords& section : kSections) {
    const Rect row{area.x, area.y + y, area.w, height};
    const bool here = !two_lines && view.section == section.section;
    ImGui::PushID(section.id.data(), section.id.data() + section.id.size());
    if (here) fill(ui, row, ui.colours.accent_ground, 8);
    if (list_row(ui, "section", row, section.title, false, a11y::Role::kLink).activated)
      choose(view, section.section);
    Rect inner = row.inset(12, 0);
    const ImU32 ink = here ? ui.colours.accent : ui.colours.ink2;
    icon(ui, inner.cut_left(18, 12), section.icon, 18, ink);
    if (two_lines) {
      icon(ui, inner.cut_right(18, 8), Icon::kChevronRight, 16, ui.colours.ink3);
      Rect lines = inner.centred(inner.w, 38);
      text_line(ui, lines.cut_top(22), section.title, kStrong, ui.colours.ink, Align::kLeft,
                Voice::kSilent);
      text_line(ui, lines, section.about, kSmall, ui.colours.ink2, Align::kLeft, Voice::kSilent);
    } else {
      text_line(ui, inner, section.title, kStrong, here ? ui.colours.accent : ui.colours.ink2,
                Align::kLeft, Voice::kSilent);
    }
    ImGui::PopID();
    y += height;
  }
  return y;
}

float draw_section(Ui& ui, SettingsView& view, Rect area) {
  const SectionWords& section = kSections[static_cast<std::size_t>(view.section)];
  heading(ui, {area.x, area.y, area.w, 28}, section.title, 2, kTitle);
  ImGui::PushID(section.id.data(), section.id.data() + section.id.size());
  const float used = section.draw(ui, view, {area.x, area.y + 40, area.w, 0});
  ImGui::PopID();
  return 40 + used;
}

void draw_phone(Ui& ui, SettingsView& view, Rect area) {
  if (view.in_section) {
    Rect bar = area.cut_top(44, 4).inset(8, 0);
    const ButtonSpec back{.look = ButtonLook::kQuiet, .icon = Icon::kChevronLeft};
    if (button(ui, "back", bar.cut_left(button_width(ui, "All settings", back)), "All settings",
               back))
      view.in_section = false;
  }
  ImGui::PushID(view.in_section ? static_cast<int>(view.section) : -1);
  ScrollArea scroll(ui, "scroll", area);
  const Rect content = scroll.content().inset(16, 0);
  float y = 8;
  if (view.in_section) {
    y += draw_section(ui, view, {content.x, content.y + y, content.w, 0});
  } else {
    const Rect list{content.x - 4, content.y + y, content.w + 8, 60.0F * kSettingsSectionCount + 8};
    panel(ui, list, 14);
    y += draw_section_list(ui, view, list.inset(4), true);
  }
  scroll.content_height(y + 40);
  ImGui::PopID();
}

}  // namespace

void draw_bar(Ui&, SettingsView&, Rect) {}

void draw(Ui& ui, SettingsView& view, Rect area) {
  ImGui::PushID("settings");
  if (ui.phone()) {
    draw_phone(ui, view, area);
  } else {
    Rect rest = area;
    Rect nav = rest.cut_left(232).inset(16, 20);
    draw_section_list(ui, view, nav, false);
    hairline(ui, {rest.x, rest.y, 1, rest.h});
    ImGui::PushID(static_cast<int>(view.section));
    ScrollArea scroll(ui, "scroll", rest);
    Rect content = scroll.content().inset(28, 0);
    content.w = std::min(content.w, 640.0F);
    scroll.content_height(24 + draw_section(ui, view, {content.x, content.y + 24, content.w, 0}) +
                          40);
    ImGui::PopID();
  }
  ImGui::PopID();
}

}  // namespace leadlight::ui
