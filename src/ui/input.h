// What the platform tells the interface each frame, and of each key.
#pragma once

namespace leadlight::ui {

struct FrameInput {
  double time_ms = 0;  // monotonic
  bool dark = false;   // the system's preference
  bool touch = false;  // the last pointer was a finger
  bool reduced_motion = false;
  bool coarse_pointer = false;
  bool more_contrast = false;  // as the system or the person wants it
  float safe_top = 0, safe_bottom = 0, safe_left = 0, safe_right = 0;
  float keyboard_height = 0;  // of a phone's keyboard that covers the canvas
};

enum class Key : unsigned char {
  kTab,
  kEnter,
  kSpace,
  kEscape,
  kUp,
  kDown,
  kLeft,
  kRight,
  kHome,
  kEnd,
  kPageUp,
  kPageDown,
  kDelete,
  kBackspace,
  kContextMenu,
  kCharacter
};
struct KeyPress {
  Key key = Key::kCharacter;
  char32_t character = 0;                         // lower case, for kCharacter
  bool ctrl = false, shift = false, alt = false;  // ctrl: or Command on a Mac
  double time_ms = 0;                             // on the clock of FrameInput
};

}  // namespace leadlight::ui
