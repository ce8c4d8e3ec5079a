// Share (practice H3, H4): the book out and in, and how safely it is kept.
#pragma once
#include "ui/ui.h"

namespace leadlight::ui {

struct ShareView {};

void draw(Ui&, ShareView&, Rect area);
void draw_bar(Ui&, ShareView&, Rect bar);

}  // namespace leadlight::ui
