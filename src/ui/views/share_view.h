// Share (practice H3, H4): the book out and in, and how safely it is kept.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>

#include "ui/ui.h"

namespace leadlight::ui {

struct ShareView {
  // What is typed in its dialogs. Passphrases are forgotten as soon as they were used.
  std::string passphrase, again, typed;
  bool show_passphrase = false;
  bool tried = false;
  bool opening = false;    // a passphrase was given to a sealed file, and not answered yet
  std::string_view focus;  // the field to edit next
  std::string_view asks;   // the dialog to open next
  int asked_for = 0;       // the sealed file whose passphrase was asked for last
  float height = 260;      // of the dialog's content
  std::size_t revision = static_cast<std::size_t>(-1);  // of the book, when this was counted
  std::size_t conflicts = 0, apart = 0;
};

void ask_to_seal(ShareView&);
void ask_to_erase(ShareView&);
void draw_share_dialogs(Ui&, ShareView&);

void draw(Ui&, ShareView&, Rect area);
void draw_bar(Ui&, ShareView&, Rect bar);

}  // namespace leadlight::ui
