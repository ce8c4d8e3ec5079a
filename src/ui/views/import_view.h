// A file on its way in: what it holds, where it would go, what it would change; nothing happens
// before (import_*.cpp: being written by another developer since 16:32) Import or Merge. A refused
// file gets a sentence that says what, where and what to do.
#pragma once
#include <string>

#include "ui/ui.h"

namespace leadlight::ui {

struct ImportView {
  std::string file_name;  // whose transient state this is
  std::string source, event;
  bool show_rejected = false;
  bool show_updates = false;
};

void draw(Ui&, ImportView&, Rect area);
void draw_bar(Ui&, ImportView&, Rect bar);

float draw_import_columns(Ui&, ImportView&, Rect area);
float draw_import_preview(Ui&, ImportView&, Rect area);

}  // namespace leadlight::ui
