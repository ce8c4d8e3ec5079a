// Sheets above the page: menus, dialogs, toasts. A layer is a Dear ImGui window as large as the
// screen, in front of all that were begun before; widgets inside belong to it, whatever view they
// are drawn from.
#pragma once
#include <deque>
#include <string_view>
#include <utility>
#include <vector>

#include "imgui.h"
#include "ui/rect.h"

namespace leadlight::ui {

class Layers {
 public:
  void begin_frame();
  void end_frame();

  // `seed` starts the id stack: ids inside don't depend on where the layer is drawn from.
  // A modal layer takes keyboard and pointer away from everything below it.
  enum class Modality : unsigned char { kNone, kModal };
  int begin(ImGuiID seed, Modality modality);
  void end();

  [[nodiscard]] int current() const { return open_.empty() ? 0 : open_.back(); }
  [[nodiscard]] int modal() const {
    return modal_;
  }  // topmost modal layer of the last frame; 0 none

 private:
  std::vector<int> open_;
  int count_ = 0;
  int building_modal_ = 0;
  int modal_ = 0;
};

// Which menus and dialogs are open, from below to the top. Names are looked up both in the id stack
// and on their own: a view may open a menu from within a row and draw it after the list, or draw it
// in the row.
struct Overlay {
  enum class Kind : unsigned char { kMenu, kDialog } kind = Kind::kMenu;
  ImGuiID exact = 0;  // name in the id stack it was opened from
  ImGuiID name = 0;   // name alone
  Rect anchor;
  ImGuiID focus_before = 0;
  bool by_keyboard = false;
  bool focus_pending = true;  // its first control gets the focus when it is there
  bool met_exactly = false;   // some caller draws it with the very id stack
  bool drawn = false;         // in this frame
  bool closing = false;       // leaves at the end of the frame
  int frames = 0;             // since it was opened
  int frames_undrawn = 0;
  int layer = 0;
  float content_height = 0;  // of the last frame, for those that fit their content
};

class Overlays {
 public:
  void open(Overlay overlay);
  void close(Overlay& overlay);  // and what was opened above it
  void close_top();
  void close_all();
  // The overlay if it is open and the caller is the one to draw it now.
  Overlay* claim(Overlay::Kind kind, std::string_view name);
  [[nodiscard]] bool is_open(Overlay::Kind kind, std::string_view name) const;
  [[nodiscard]] bool any() const { return top() != nullptr; }
  [[nodiscard]] const Overlay* top() const;
  [[nodiscard]] Overlay* top() { return const_cast<Overlay*>(std::as_const(*this).top()); }
  Overlay* find(ImGuiID name);
  // Forgets those that nobody draws any more. True if another frame is needed to settle.
  bool end_frame();
  // What closed in this frame gives the focus back.
  struct Closed {
    ImGuiID focus_before = 0;
    bool by_keyboard = false;
  };
  std::vector<Closed> closed;

 private:
  std::deque<Overlay> open_;  // a deque, so that an overlay stays where it is while others open
};

}  // namespace leadlight::ui
