// What changed (practice H3): on top the fields that two people wrote without knowing of each
// other, to be settled with one tap; below all that was done to the book, newest first, each step
// with the way to take it back. Rows that can't be seen cost nothing but their place.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "lead/record.h"
#include "ui/ui.h"
#include "ui/widgets.h"

namespace leadlight::ui {

// A field with more than one value.
struct ConflictItem {
  Kind kind = Kind::kLead;
  Id record;
  std::string field;
  struct Side {
    std::string value, by;
    UtcMs at = 0;
  };
  std::vector<Side> sides;  // the one that counts first
};

// What was done as one: some operations on end, or a merge.
struct ChangeItem {
  UtcMs at = 0;
  std::uint64_t key = 0;  // stays while others come and go
  bool new_day = false;   // the first of its day
  bool is_merge = false;
  std::size_t first = 0, count = 0;  // into ChangesView::stamps, or the merge's number
  // Known once it was seen.
  bool counted = false;
  bool can_go_back = false;  // anything of it still stands
  std::size_t lead_count = 0;
  std::vector<Id> leads;  // the first of them
  bool open = false;
};

struct ChangesView {
  std::size_t revision = static_cast<std::size_t>(-1);  // of the book, when this was read
  std::size_t merges = 0;
  std::vector<Stamp> stamps;  // newest first
  std::vector<ChangeItem> items;
  std::vector<ConflictItem> conflicts;
  std::vector<Id> apart;  // merged leads that somebody worked on who did not know of the merge
  // What stands at the top, and where in the content: it stays there when something comes above.
  std::uint64_t anchor = 0;
  float anchor_y = 0;
  bool takes_back = false;  // then also where nothing was scrolled
  float room = 0;           // so far it may be scrolled, however short the list
};

// The dialog that asks for a day to look back to (ui/chrome/past_bar.cpp).
inline constexpr std::string_view kLookBackId = "look-back";

void draw_bar(Ui&, ChangesView&, Rect bar);
void draw(Ui&, ChangesView&, Rect area);

// Leads, and settings, criteria and campaigns, with fields that wait for a choice.
std::size_t count_conflicts(const Ui&);

}  // namespace leadlight::ui
