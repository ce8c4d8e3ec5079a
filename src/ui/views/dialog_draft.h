// What is written in a dialog about a lead: a draft on the device as long as the dialog is open, so
// that a reload or a crash takes nothing with it.
#pragma once
#include <string_view>

#include "base/id.h"
#include "ui/ui.h"

namespace leadlight::ui {

// With each frame in which the dialog is open. `is_draft` is kept by the caller between frames.
void keep_dialog_draft(Ui&, Id lead, std::string_view field, std::string_view text, bool& is_draft);
// It is closed. The caller has taken `is_draft` away where the text went with a command.
void drop_dialog_draft(Ui&, Id lead, std::string_view field, bool& is_draft);

}  // namespace leadlight::ui
