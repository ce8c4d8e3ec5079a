// The row that stands for a lead in lists: badge, name and company, a line of reason, and what is
// due.
#pragma once
#include <string>
#include <string_view>

#include "lead/model.h"
#include "ui/ui.h"
#include "ui/widgets.h"

namespace leadlight::ui {

inline constexpr float kLeadRowHeight = 64;

struct LeadRowSpec {
  Row lead = kNoRow;
  std::string_view line;  // the second line
  std::string_view pill;  // at the right; empty: none
  PillTone tone = PillTone::kOutline;
  std::string_view spoken;  // added to the row's name
};
// Draws and handles one row; call within PushID(lead).
RowResult lead_row(Ui&, Rect rect, const LeadRowSpec& spec);

}  // namespace leadlight::ui
