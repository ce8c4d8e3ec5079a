// Capture (practice H2): a lead in a few entries with one thumb. Source and event are set once.
#pragma once
#include <string>
#include <vector>

#include "lead/model.h"
#include "ui/ui.h"

namespace leadlight::ui {

struct CaptureView {
  std::string name, company, email, phone, note;
  int heat = -1;  // 0 hot, 1 warm, 2 cold
  int buy_when = -1;
  int arrived = -1;  // into the choices of how they arrived
  bool tried = false;
  bool save_anyway = false;  // a duplicate was seen and set aside
  bool focus_name = true;
  // Where we are, while it is edited.
  std::string source, event, by;
};

void draw(Ui&, CaptureView&, Rect area);
void draw_bar(Ui&, CaptureView&, Rect bar);

}  // namespace leadlight::ui
