// What becomes of a record, line by line: for the preview of a snapshot and the list of what
// changed. Fields and values read as people say them.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "app/snapshot_preview.h"
#include "ui/ui.h"
#include "ui/widgets.h"

namespace leadlight::ui {

// "Phone", "Tag “fair”", "Response goal". An empty value reads "(empty)".
std::string field_name(const Ui&, Kind kind, std::string_view field);
std::string field_value(const Ui&, Kind kind, std::string_view field, std::string_view value);
// What is planned for a lead: "Meeting, Tue 1 Dec 09:00"; empty if nothing is.
std::string plan_text(const Ui&, const Model&, Row lead);
// "Ben · 14 Nov", "yours · 10:02".
// "the team", "criterion “How large is it?”", "campaign “Aquafair”".
std::string name_of_record(const Model&, Kind, Id record);
std::string who_and_when(const Ui&, std::string_view by, UtcMs at, bool ours = false);

// Written at a time that this device's clock has not reached: one of the two is wrong, and its day
// is none to be shown.
bool is_ahead(const Ui&, UtcMs at);
inline constexpr std::string_view kByClockAhead = "Later than this device's clock";

struct ChangeLine {
  std::string text, under;
  enum class Tone : unsigned char { kPlain, kGone, kHeading, kCounts, kOther } tone = Tone::kPlain;
};
std::vector<ChangeLine> lines_of(const Ui&, const app::SnapshotPreview&, Kind kind, Id record);

// A row that a person has opened, with what stands below it.
struct OpenedRecord {
  Id id;
  std::vector<ChangeLine> lines;
  float width = 0, height = 0;
};
void measure(const Ui&, OpenedRecord&, float width);
void draw_lines(Ui&, const OpenedRecord&, Rect area);

}  // namespace leadlight::ui
