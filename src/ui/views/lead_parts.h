// The pieces from which every place builds its picture of a lead: badge, name with company, stage
// pill, what comes next. Silent for screen readers: the row around them says it all.
#pragma once
#include <span>
#include <string>
#include <string_view>

#include "lead/model.h"
#include "ui/ui.h"
#include "ui/views/words.h"
#include "ui/widgets.h"

namespace leadlight::ui {

const score::Points& points_of(const Ui&, Row lead);
// Neither deleted nor seen in the past.
bool can_change(const Ui&, Row lead);
bool can_write(const Ui&);  // else what is typed stays where it is
// A drop-down; in the past, what is chosen.
int choice_of(Ui&, std::string_view id, Rect rect, std::string_view label,
              std::span<const Option> options, int selected);
void lead_badge(Ui&, Rect rect, Row lead);
// "Olga Petrova · Brauwerk Nord GmbH"; the company gives way first.
void name_and_company(Ui&, Rect rect, std::string_view name, std::string_view company);

struct StagePill {
  std::string text;  // "SQL · Demo", "Contact", "Weeded out"
  PillTone tone = PillTone::kNeutral;
};
StagePill stage_pill(const Ui&, Row lead);
StagePill stage_pill(const Ui&, Stage stage, std::string_view sub_stage);
std::string sub_stage_name(const Ui&, std::string_view id);

// Why it is in the queue; the queue itself words only its first hundreds.
std::string reason_of(const Ui&, const followup::Item& item);

// What is to be done next: "Call, today", "First touch, 2 h over", "Snoozed until Thu".
inline constexpr std::string_view kNothingPlanned = "Nothing planned";
struct NextStep {
  std::string text;
  bool overdue = false;
};
// The lead that stands for it: another tab may have merged it under an open dialog.
Id standing_of(const Ui&, Id lead);
NextStep next_step_of(const Ui&, Row lead);
UtcMs last_touch_at(const Model&, Row lead);  // 0: never
// "Call, no answer 3 d ago: “ask again in spring”"; empty if nothing happened yet (practice C3).
std::string last_words(const Ui&, Row lead);
std::string last_touch_text(const Ui&, Row lead);  // "4 d", "–"
std::string source_text(const Ui&, Row lead);      // "Aquafair, badge scan"

// A pill that can be clicked: a figure that opens the leads it counts.
bool pill_button(Ui&, std::string_view id, Rect rect, std::string_view text, PillTone tone,
                 std::string_view spoken);

// The lead in one breath, for a row's spoken name.
std::string spoken_lead(const Ui&, Row lead);

// The small grey heading over a group: "Now", "Why 86". Returns its height with the gap below.
float small_heading(Ui&, Rect area, std::string_view text, int level = 2);

}  // namespace leadlight::ui
