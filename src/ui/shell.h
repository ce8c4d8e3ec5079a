// The whole interface as the platform sees it: give it input and a moment, it draws a frame and
// says what it needs next. Platforms: web (the page) and headless (tests).
#pragma once
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "a11y/tree.h"
#include "app/app.h"
#include "ui/input.h"
#include "ui/text_entry.h"
#include "ui/theme.h"

namespace leadlight::ui {

// What the platform should do after the frame.
struct FrameResult {
  bool wants_frame = false;   // at once: something moves or was acted on
  double wake_after_ms = -1;  // a timer: the next minute's clocks, a toast's end; -1 none
  ImGuiMouseCursor cursor = 0;
  ImU32 background = 0;  // the page's own colour, for the browser's bars
  bool dark = false;
  bool covered =
      false;  // a dialog or a menu lies over the place: the browser's Back closes it first
};

class Shell {
 public:
  Shell(app::App& app, Fonts fonts);
  ~Shell();

  // Between ImGui::NewFrame() and ImGui::Render(). Pointer input comes through ImGuiIO (mouse
  // position, button 0, wheel; touch as mouse plus scroll_by); keys come here, before the frame. A
  // notch of the wheel (ImGui's 1.0) scrolls 100 CSS pixels.
  FrameResult draw(const FrameInput& input);

  // True if the shell will use the key; the platform then prevents the browser's own action. To be
  // asked for keys that go to the page's text field too, before the field has them: Tab and Escape,
  // and arrows and Enter where a list of findings follows what is typed.
  bool key(const KeyPress& press);
  bool close_top();  // the dialog or menu that lies over all else; false if there is none
  // What lies at (x, y) scrolls, as with the DOM's scrollBy: positive dy shows what is further
  // down. A finger that moves up by 10 CSS pixels is dy = 10.
  void scroll_by(float dx, float dy, float x, float y);
  void long_press(float x, float y);
  // A finger that came down at (x, y) and went so far: false if what lies there does not slide that
  // way, and so scrolls. Then its way since, and its end; `let_go` false: it was taken away.
  bool slide_begin(float x, float y, float dx, float dy);
  void slide_move(float dx, float dy);
  void slide_end(bool let_go);

  [[nodiscard]] const a11y::Tree& tree() const;
  void act(a11y::NodeId node, a11y::Action action, std::string_view value = {});
  void reveal(
      a11y::NodeId node);  // scrolls it into view; a node that can't be focused stays where it is
  std::vector<a11y::Announcement> take_announcements();

  [[nodiscard]] const TextEntry& text_entry() const;  // what the platform's field should show
  // What is typed is taken as if the field had been left, in so many frames that are drawn at once:
  // the page may go, or something else be shown.
  [[nodiscard]] int frames_to_commit();
  void text_entry_event(EntryEvent event, std::string_view value);
  // The next frame makes the printout of what it shows (printout.h).
  void want_printout();
  [[nodiscard]] std::string take_printout();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace leadlight::ui
