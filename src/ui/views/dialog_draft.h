// What is written in a dialog about a lead: a draft on the device until a command takes it or the
// person throws it away, so that neither a slip that closes the dialog nor a reload or a crash
// takes it along.
#pragma once
#include <string>
#include <string_view>

#include "base/id.h"
#include "ui/ui.h"

namespace leadlight::ui {

// With each frame in which the dialog is open, but not when the text went with a command. Where the
// app has dropped it since `drafts_changed` (-1: a new dialog), the text goes too: it names
// somebody who was erased.
void keep_dialog_draft(Ui&, Id lead, std::string_view field, std::string& text,
                       int& drafts_changed);
// The lead was merged into this one: what was written for either goes on.
void follow_draft(Ui&, Id heir, std::string_view field, std::string& text);

}  // namespace leadlight::ui
