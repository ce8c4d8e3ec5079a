// Today (practice C1 to C3): whom to contact now, and why; best first.
#pragma once
#include "ui/ui.h"
#include "ui/views/lead_actions.h"

namespace leadlight::ui {

struct TodayView {
  LeadActions actions;
};

void draw(Ui&, TodayView&, Rect area);
void draw_bar(Ui&, TodayView&, Rect bar);

}  // namespace leadlight::ui
