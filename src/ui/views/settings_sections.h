// The sections of Settings, a file each. A section fills a form; what it counts in the book is in
// settings_counts.cpp.
#pragma once
#include "ui/views/settings_form.h"

namespace leadlight::ui {

void draw_team_settings(Form&);
void draw_criteria_settings(Form&);
void draw_interest_settings(Form&);
void draw_bands_settings(Form&, const ScrollArea&);
void draw_sub_stage_settings(Form&);
void draw_assignment_settings(Form&);
void draw_clock_settings(Form&);
void draw_hours_settings(Form&);
void draw_plan_settings(Form&);

// Dialogs, drawn after the form.
void draw_seventh_dialog(Ui&, SettingsView&);
void draw_remove_sub_stage_dialog(Ui&, SettingsView&);

// Brings SettingsView::counts up to date.
const SettingsCounts& counts_of(const Ui&, SettingsView&);
// Counts some more of the criterion's answers; what is known so far. `criterion` as it is typed
// now.
const AnswerCounts& answers_of(Ui&, SettingsView&, const Criterion& criterion);

}  // namespace leadlight::ui
