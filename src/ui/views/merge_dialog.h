// Merging leads that are one person (practice E8): who stays, what differs, what is added. Opened
// with a selection, or from a card, where the other lead is looked for first.
#pragma once
#include <string>
#include <vector>

#include "base/id.h"
#include "ui/chrome/palette.h"
#include "ui/ui.h"

namespace leadlight::ui {

inline constexpr std::size_t kMostMerged = 8;  // at once: more can't be looked through

struct MergeDialog {
  std::vector<Id> leads;  // one: the other is still looked for
  Id into;
  std::string typed;  // in the search field
  bool focus_search = false;
  LeadNames names;
  bool asked_to_open = false;
  float height = 320;  // of its content
};

void ask_to_merge(const Ui&, MergeDialog&, std::vector<Id> leads);
void draw(Ui&, MergeDialog&);

}  // namespace leadlight::ui
