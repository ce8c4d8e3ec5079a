// Logging a touch in two taps (practice C3): the channel, then how it ended. The suggested channel
// is chosen already, so that from the card it is Log…, then the result.
#pragma once
#include <string>

#include "base/id.h"
#include "lead/vocabulary.h"
#include "ui/ui.h"

namespace leadlight::ui {

struct TouchDialog {
  Id lead = {};
  TouchKind kind = TouchKind::kCall;
  bool from_them = false;  // shows what they did in place of what we did
  std::string text = {};
  std::string about = {};  // what was just handed over
  Id template_id = {};     // that it began as (D7)
  TouchKind handed_over_by = TouchKind::kOther;
  bool rests = false;  // "Not now": shows until when, and what they get then (C6)
  int track = -1;
  std::string day = {}, day_error = {};
  bool acknowledges = false;  // that says no more than that somebody will be in touch (C7)
  bool asked_to_open = false;
  int drafts_changed = -1;
  float height = 320;  // of its content
};

void ask_to_log(TouchDialog&, Id lead, TouchKind suggested);
void draw(Ui&, TouchDialog&);

}  // namespace leadlight::ui
