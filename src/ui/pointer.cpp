#include "ui/pointer.h"

#include <cmath>

namespace leadlight::ui {

void Pointer::begin_frame(bool touch) {
  const ImGuiIO& io = ImGui::GetIO();
  touch_ = touch;
  movement_ = io.MouseDelta;
  position_ = io.MousePos;
  down_ = io.MouseDown[0];
  pressed_ = io.MouseClicked[0];
  released_ = io.MouseReleased[0];
  clicked_ = context_ = 0;
  if (long_pressed_) position_ = long_press_at_;
  find_under();

  if (pressed_) {
    active_ = under_;
    press_position_ = position_;
    press_layer_ = layer_under_;
  }
  if (released_) {
    if (active_ != 0 && active_ == under_) clicked_ = active_;
    active_ = 0;
  } else if (!down_) {
    active_ = 0;
  }
  if (io.MouseClicked[1]) context_ = under_;
  if (long_pressed_) {
    context_ = under_;
    held_layer_ = layer_under_;
    active_ = 0;
    long_pressed_ = false;
  }
  const bool finger_up = touch_ && !down_;
  hovered_ = finger_up || (active_ != 0 && active_ != under_) ? 0 : under_;
}

void Pointer::end_frame() {
  areas_.swap(building_);
  building_.clear();
}

void Pointer::add(ImGuiID id, Rect visible, Rect reach, int layer) {
  if (visible.w > 0 && visible.h > 0) building_.push_back({id, visible, reach, layer});
}

void Pointer::find_under() {
  const Area* nearest = nullptr;
  for (const Area& area : areas_) {
    if (nearest != nullptr && area.layer < nearest->layer) continue;
    if (area.reach.contains(position_)) nearest = &area;
  }
  under_ = nearest != nullptr ? nearest->id : 0;
  layer_under_ = nearest != nullptr ? nearest->layer : 0;
  if (nearest == nullptr || nearest->visible.contains(position_)) return;
  const ImVec2 middle = nearest->visible.centred(0, 0).min();
  for (const Area& area : areas_) {
    const bool neighbour = area.layer == layer_under_ && !area.visible.contains(middle);
    if (neighbour && area.visible.contains(position_)) under_ = area.id;
  }
}

bool Pointer::moved_beyond_slop() const {
  return std::hypot(position_.x - press_position_.x, position_.y - press_position_.y) > kDragSlop;
}

bool Pointer::pressed_where_held() const {
  constexpr float kNear = 4;
  return touch_ && std::hypot(press_position_.x - long_press_at_.x,
                              press_position_.y - long_press_at_.y) < kNear;
}

void Pointer::cancel() { active_ = clicked_ = 0; }

void Pointer::long_press(ImVec2 at) {
  long_pressed_ = true;
  long_press_at_ = at;
}

}  // namespace leadlight::ui
