// What a finger moves aside: a row to the left or right, a sheet down. It follows the finger, and
// goes back when that lets go, whatever comes of it. Decided from what was drawn in the frame
// before, like Pointer.
#pragma once
#include <vector>

#include "imgui.h"
#include "ui/motion.h"
#include "ui/rect.h"

namespace leadlight::ui {

class Slides {
 public:
  enum class Axis : unsigned char { kAcross, kDown };
  static constexpr float kFarEnough = 80;  // CSS pixels: letting go does something

  void end_frame();
  void add(ImGuiID id, Rect visible, int layer, Axis axis);
  // How far it is aside in this frame: to the right or down.
  float offset(Motion& motion, ImGuiID id);
  // How far it was when it was let go just now; 0: it was not. Told once.
  float let_go(ImGuiID id);

  // Of the finger: where it came down, and its first way. False if nothing there slides that way.
  bool begin(ImVec2 at, ImVec2 way, int modal_layer);
  void move(ImVec2 way);  // since it began
  void end(bool let_go);  // false: the finger was taken away, by the system or a call

 private:
  struct Area {
    ImGuiID id;
    Rect visible;
    int layer;
    Axis axis;
  };
  std::vector<Area> areas_;  // of the last whole frame
  std::vector<Area> building_;
  ImGuiID held_ = 0, returning_ = 0, let_go_ = 0;
  Axis axis_ = Axis::kAcross;
  float way_ = 0;
  int frames_ = 0;  // since it was let go
};

}  // namespace leadlight::ui
