// Settings: how the team works (practice A1, A3, B3, B5, B8, C1, C2, C5) and how this device looks.
// (settings_*.cpp: being written by another developer since 16:32)
#pragma once
#include <string>
#include <string_view>

#include "lead/settings.h"
#include "ui/ui.h"

namespace leadlight::ui {

enum class SettingsSection : unsigned char { kTeam, kCriteria, kInterest, kBands, kSubStages, kClocks };
inline constexpr int kSettingsSectionCount = 6;

struct SettingsView {
  SettingsSection section = SettingsSection::kTeam;
  bool in_section = false;  // phone: the list of sections, or one of them
  // The one entry that is being changed, so that a text that is no valid value yet is kept.
  std::string editing_key;
  std::string edited;
  std::string error;
  // Criteria.
  Id open_criterion;
  Criterion draft;  // of the open one
  std::string new_marquee, new_sub_stage;
};

void draw(Ui&, SettingsView&, Rect area);
void draw_bar(Ui&, SettingsView&, Rect bar);

// Sections. Each draws at `area`'s top and returns the height it used.
float draw_team_settings(Ui&, SettingsView&, Rect area);
float draw_criteria_settings(Ui&, SettingsView&, Rect area);
float draw_interest_settings(Ui&, SettingsView&, Rect area);
float draw_bands_settings(Ui&, SettingsView&, Rect area);
float draw_sub_stage_settings(Ui&, SettingsView&, Rect area);
float draw_clock_settings(Ui&, SettingsView&, Rect area);

// A number under a setting's key, checked against its bounds while it is typed and written when left.
struct NumberSetting {
  std::string_view key;
  std::string_view label;
  std::string_view hint = {};  // after the field: "minutes"
  int value = 0;
  int lowest = 0;
  int highest = 1000;
};
float draw_number_setting(Ui&, SettingsView&, const NumberSetting& setting, Rect area);
float draw_text_setting(Ui&, SettingsView&, std::string_view key, std::string_view label,
                        std::string_view value, Rect area);

}  // namespace leadlight::ui
