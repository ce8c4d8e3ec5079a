// What is printed of what is shown, as real text: the day's list, the leads of the table, the
// funnel, or a lead's card. The page sets it (web/lib/print.js); nothing of the screen's picture is
// on paper.
#pragma once
#include <string>

#include "ui/ui.h"

namespace leadlight::ui {

// Blocks, each behind ASCII's record separator: its kind, then its texts, parted by the unit
// separator. Kinds: '1' title, '2' heading, 'p' paragraph, 'h' a table's header, 'r' a row of it.
// Empty where there is nothing to print: Capture, Share, Settings.
std::string printout_of(const Ui&);

}  // namespace leadlight::ui
