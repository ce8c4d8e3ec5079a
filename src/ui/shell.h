// The whole interface as the platform sees it: give it input and a moment, it draws a frame and says what
// it needs next. Platforms: web (the page) and headless (tests).
#pragma once
#include <memory>
#include <string_view>
#include <vector>

#include "a11y/tree.h"
#include "app/app.h"
#include "ui/text_entry.h"
#include "ui/theme.h"

namespace leadlight::ui {

struct FrameInput {
  double time_ms = 0;  // monotonic
  bool dark = false;   // the system's preference
  bool touch = false;  // the last pointer was a finger
  bool reduced_motion = false;
  bool coarse_pointer = false;
  float safe_top = 0, safe_bottom = 0, safe_left = 0, safe_right = 0;
  float keyboard_height = 0;  // of a phone's keyboard that covers the canvas
};

// What the platform should do after the frame.
struct FrameResult {
  bool wants_frame = false;        // at once: something moves or was acted on
  double wake_after_ms = -1;       // a timer: the next minute's clocks, a toast's end; -1 none
  ImGuiMouseCursor cursor = 0;
  ImU32 background = 0;            // the page's own colour, for the browser's bars
  bool dark = false;
};

enum class Key : unsigned char { kTab, kEnter, kSpace, kEscape, kUp, kDown, kLeft, kRight, kHome, kEnd, kPageUp,
                                 kPageDown, kDelete, kBackspace, kContextMenu, kCharacter };
struct KeyPress {
  Key key = Key::kCharacter;
  char32_t character = 0;  // lower case, for kCharacter
  bool ctrl = false, shift = false, alt = false;  // ctrl: or Command on a Mac
};

class Shell {
 public:
  Shell(app::App& app, Fonts fonts);
  ~Shell();

  // Between ImGui::NewFrame() and ImGui::Render(). Pointer input comes through ImGuiIO (mouse position,
  // button 0, wheel; touch as mouse plus scroll_by); keys come here, before the frame.
  FrameResult draw(const FrameInput& input);

  // True if the shell will use the key; the platform then prevents the browser's own action.
  bool key(const KeyPress& press);
  void scroll_by(float dx, float dy, float x, float y);  // a finger's pan or its inertia, CSS pixels
  void long_press(float x, float y);

  [[nodiscard]] const a11y::Tree& tree() const;
  void act(a11y::NodeId node, a11y::Action action, std::string_view value = {});
  std::vector<a11y::Announcement> take_announcements();

  [[nodiscard]] const TextEntry& text_entry() const;  // what the platform's field should show
  void text_entry_event(EntryEvent event, std::string_view value);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace leadlight::ui
