// A file on its way in (practice H3): what it holds, where it would go, what it would change;
// nothing happens before Import or Merge. A refused file gets a sentence that says what, where and
// what to do.
#pragma once
#include <string>

#include "ui/ui.h"

namespace leadlight::ui {

struct ImportView {
  std::string file_name;  // whose transient state this is
  std::string source, event;
  bool show_rejected = false;
};

void draw(Ui&, ImportView&, Rect area);
void draw_bar(Ui&, ImportView&, Rect bar);

// Parts of a CSV file's page. Each draws at `area`'s top and returns the height it used.
float draw_import_columns(Ui&, Rect area);
float draw_import_options(Ui&, ImportView&, Rect area);
float draw_import_faults(Ui&, ImportView&, Rect area);  // warnings, rejected rows
float draw_import_preview(Ui&, Rect area);

}  // namespace leadlight::ui
