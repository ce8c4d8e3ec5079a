// What must be confirmed before a snapshot is merged: many deletions, erasing, a clock far ahead.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "ui/ui.h"
#include "ui/views/import_view.h"

namespace leadlight::ui {

inline const app::SnapshotPreview& preview_in(const Ui& ui) { return ui.state.import->snapshot; }

// Leads that the files delete.
std::vector<Id> deletions(const Ui&);
// "This file deletes 3 of your 40 leads, and erases 1 of your 40 leads for good: Lea Kraft."
std::string deletion_sentence(const Ui&, std::string_view what, std::size_t deleted);
// 0: none.
int year_to_confirm(const Ui&);
std::string clock_sentence(const Ui&, int year);

// Opens the question; false if there is none.
bool ask_to_confirm(Ui&, SnapshotView&);
void draw_confirmation(Ui&, SnapshotView&);

}  // namespace leadlight::ui
