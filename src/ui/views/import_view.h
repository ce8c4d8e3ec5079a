// A file on its way in (practice H3): what it holds, where it would go, what it would change;
// nothing happens before Import. A refused file gets a sentence that says what, where and
// what to do.
#pragma once
#include <string>
#include <vector>

#include "ui/ui.h"
#include "ui/views/change_lines.h"
#include "ui/widgets.h"

namespace leadlight::ui {

// What is shown of a snapshot.
struct SnapshotView {
  int filter = 0;  // 0: all, else a fate, from 1
  // Rows, for as long as this stays the same.
  std::size_t made_for = 0;
  Id of_state = {};
  struct Row {
    bool is_lead = true;
    std::size_t index = 0;  // into the preview's leads or others
  };
  std::vector<Row> rows = {};
  std::vector<OpenedRecord> opened = {};
  std::string typed = {};       // the number of leads to be deleted
  std::string typed_year = {};  // of a clock that was far ahead
  bool erases = false;          // ticked
  float dialog_height = 200;
};

struct ImportView {
  std::string file_name;  // whose transient state this is
  std::string source, event;
  bool show_updates = false;
  bool show_rejected = false;
  bool show_overwritten = false;
  SnapshotView snapshot = {};
  std::string said;         // the counts that were spoken last
  std::string focused_for;  // the file for which the keyboard was led here
  int focus_in = 0;         // frames: then it is
};

void draw(Ui&, ImportView&, Rect area);

// Parts of a CSV file's page. Each draws at `area`'s top and returns the height it used, 0 if there
// is nothing to show. `scroll` is what they stand in: rows that can't be seen are not drawn.
float draw_import_columns(Ui&, const ScrollArea& scroll, Rect area);
float draw_import_options(Ui&, ImportView&, Rect area);
float draw_import_preview(Ui&, const ImportView&, Rect area);
float draw_import_updates(Ui&, ImportView&, Rect area);
float draw_import_warnings(Ui&, Rect area);
float draw_import_rejected(Ui&, ImportView&, const ScrollArea& scroll, Rect area);
float draw_import_overwritten(Ui&, ImportView&, const ScrollArea& scroll, Rect area);

// A snapshot's page, all of it.
void draw_snapshot(Ui&, ImportView&, Rect area);

// ---- shared by the parts ------------------------------------------------------------------------------
// Import at the right, Cancel beside it, and what would be done at the left.
struct ImportFooter {
  std::string_view label;
  std::string_view summary = {};
  bool possible = true;
};
enum class ImportChoice : unsigned char { kNone, kCommit, kCancel };
ImportChoice draw_import_footer(Ui&, Rect bar, const ImportFooter& footer);
float import_footer_height(const Ui&);

// What is said of rows and columns, of cards where the file has those.
std::string import_words(const Ui&, std::string_view text);

// A field of the record and a value of it, as people read them.
std::string import_field_label(std::string_view field);
std::string import_value_text(const Ui&, std::string_view field, std::string_view value);

}  // namespace leadlight::ui
