// Today (practice C1 to C3): whom to contact now, and why; best first.
#pragma once
#include <string>

#include "ui/ui.h"
#include "ui/views/lead_actions.h"

namespace leadlight::ui {

struct TodayView {
  LeadActions actions;
  // When nothing is due today: what comes first, and for which state of the book.
  std::size_t counted_operations = static_cast<std::size_t>(-1);
  UtcMs next_due = 0;
};

// What to do, and why: "Call · asked for a quote 2 d ago".
std::string line_of(const Ui&, const followup::Item&);
void draw(Ui&, TodayView&, Rect area);
void draw_bar(Ui&, TodayView&, Rect bar);

}  // namespace leadlight::ui
