// Who is under the mouse or finger. Decided once a frame from what was drawn in the frame before
// (which is what the person saw): the last of the topmost layer wins, so that what lies below an
// overlay, or a row below its button, neither lights up nor reacts.
#pragma once
#include <vector>

#include "imgui.h"
#include "ui/rect.h"

namespace leadlight::ui {

class Pointer {
 public:
  static constexpr float kDragSlop = 6;  // CSS pixels before a press becomes a drag

  void begin_frame(bool touch);  // reads ImGuiIO
  void end_frame();
  // Something that can be hit, where it can be seen, and a little around it if it is small for a
  // finger. Around it its neighbours come first, but not what it lies on.
  void add(ImGuiID id, Rect visible, int layer) { add(id, visible, visible, layer); }
  void add(ImGuiID id, Rect visible, Rect reach, int layer);

  [[nodiscard]] ImVec2 position() const { return position_; }
  [[nodiscard]] ImVec2 press_position() const { return press_position_; }
  [[nodiscard]] ImVec2 movement() const { return movement_; }  // since the frame before
  [[nodiscard]] bool down() const { return down_; }
  [[nodiscard]] bool pressed() const { return pressed_; }  // in this frame, on anything or nothing
  [[nodiscard]] bool released() const { return released_; }  // likewise
  [[nodiscard]] bool touch() const { return touch_; }
  // What lies topmost; 0 nothing. Not 0 for a finger that is up: use `hovered` for looks.
  [[nodiscard]] ImGuiID under() const { return under_; }
  [[nodiscard]] int layer_under() const { return layer_under_; }
  [[nodiscard]] int press_layer() const { return press_layer_; }
  [[nodiscard]] ImGuiID active() const { return active_; }
  [[nodiscard]] bool hovered(ImGuiID id) const { return hovered_ == id; }
  [[nodiscard]] bool held(ImGuiID id) const { return active_ == id && under_ == id; }
  [[nodiscard]] bool pressed(ImGuiID id) const { return pressed_ && active_ == id; }
  [[nodiscard]] bool clicked(ImGuiID id) const { return clicked_ == id && id != 0; }
  [[nodiscard]] bool context(ImGuiID id) const { return context_ == id && id != 0; }
  [[nodiscard]] bool moved_beyond_slop() const;

  // Where a long press was, and on which layer: a drag that starts there is meant for what lay
  // there then, although a menu has opened over it since.
  [[nodiscard]] bool pressed_where_held() const;
  [[nodiscard]] int held_layer() const { return held_layer_; }

  void cancel();               // a scroll or drag took the press over: no click comes of it
  void long_press(ImVec2 at);  // takes effect in the next frame

 private:
  struct Area {
    ImGuiID id;
    Rect visible, reach;
    int layer;
  };
  void find_under();

  std::vector<Area> areas_;  // of the last whole frame
  std::vector<Area> building_;
  ImVec2 position_{-1, -1};
  ImVec2 press_position_{-1, -1};
  ImVec2 movement_{0, 0};
  bool touch_ = false, down_ = false, pressed_ = false, released_ = false;
  ImGuiID under_ = 0, hovered_ = 0, active_ = 0, clicked_ = 0, context_ = 0;
  int layer_under_ = 0, press_layer_ = 0;
  bool long_pressed_ = false;
  ImVec2 long_press_at_{-1, -1};
  int held_layer_ = 0;
};

}  // namespace leadlight::ui
