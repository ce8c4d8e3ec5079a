// The real text field of the page that lies over the one being edited (web/lib/textfield.js):
// follows the shell's text entry after each frame, and brings back what is typed.
#pragma once
#include <string_view>

#include "platform/web/frame_loop.h"
#include "ui/shell.h"

namespace leadlight::web {

class TextField {
 public:
  TextField(ui::Shell& shell, FrameLoop& loop);
  TextField(const TextField&) = delete;
  TextField& operator=(const TextField&) = delete;
  void set_zoom(float zoom) { zoom_ = zoom; }  // Screen::set_zoom
  void follow(const ui::TextEntry& entry);
  void event(ui::EntryEvent event, std::string_view value);

 private:
  ui::Shell& shell_;
  FrameLoop& loop_;
  ui::TextEntry shown_;
  float zoom_ = 1, shown_zoom_ = 1;
};

}  // namespace leadlight::web
