// The funnel from the real counts (practice F1): stages, conversion, time, what is stuck. Every figure
// opens the leads it counts.
#pragma once
#include "ui/ui.h"

namespace leadlight::ui {

struct FunnelView {};

void draw(Ui&, FunnelView&, Rect area);
void draw_bar(Ui&, FunnelView&, Rect bar);

}  // namespace leadlight::ui
