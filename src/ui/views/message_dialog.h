// Writing to a lead (practice C3, C7, C8, D1 to D6): a template's words for this lead, what is
// wrong with them, and the way into the person's own program. The app sends nothing.
#pragma once
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "base/id.h"
#include "lead/vocabulary.h"
#include "message/check.h"
#include "ui/ui.h"

namespace leadlight::ui {

struct TouchDialog;

struct MessageDialog {
  Id lead = {};
  TouchKind channel = TouchKind::kEmail;
  Id from = {};  // the template; nil: own words
  std::string subject = {}, body = {};
  bool asked_to_open = false;
  // Who writes, where this device does not know yet: asked for once, here.
  bool asks_name = false, asks_phone = false;
  std::string name = {}, phone = {};  // as typed
  std::string signed_as = {};         // what the words were made with
  float height = 480;                 // of its content
  int drafts_changed = -1;
  // What was written over other templates: looking at them loses nothing.
  std::map<Id, std::pair<std::string, std::string>> written = {};
  std::vector<message::Template> templates = {};
  std::pair<std::string, std::string> made = {};  // subject and body as the template has them
  std::string checked = {};                       // what the findings are about
  std::vector<message::Finding> findings = {}, gaps = {};  // of what is written; of the template
};

void ask_to_write(MessageDialog&, Id lead, TouchKind channel);
// Asks by `touch` how it went, when it was handed over.
void draw(Ui&, MessageDialog&, TouchDialog& touch);

// Why to think twice before contacting this lead (practice A5, C5), as a sentence; else empty.
std::string caution_words(const Ui&, Row lead);

}  // namespace leadlight::ui
