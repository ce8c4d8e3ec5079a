#include "ui/slides.h"

#include <algorithm>
#include <cmath>

namespace leadlight::ui {

void Slides::end_frame() {
  areas_.swap(building_);
  building_.clear();
  constexpr int kSoon = 2;
  if (let_go_ != 0 && ++frames_ > kSoon) let_go_ = 0;  // it is drawn no more
}

void Slides::add(ImGuiID id, Rect visible, int layer, Axis axis) {
  if (visible.w > 0 && visible.h > 0) building_.push_back({id, visible, layer, axis});
}

float Slides::offset(Motion& motion, ImGuiID id) {
  if (id == held_) return way_;
  if (id != returning_) return 0;
  const float now = motion.towards(id, 0, way_);
  if (now == 0) returning_ = 0;
  return now;
}

float Slides::let_go(ImGuiID id) {
  if (id != let_go_) return 0;
  let_go_ = 0;
  return way_;
}

bool Slides::begin(ImVec2 at, ImVec2 way, int modal_layer) {
  constexpr float kClearly = 1.5F;  // one way more than the other
  const float across = std::abs(way.x), along = std::abs(way.y);
  const auto fits = [&](Axis axis) {
    return axis == Axis::kAcross ? across > kClearly * along : way.y > kClearly * across;
  };
  for (std::size_t i = areas_.size(); i-- > 0;) {
    const Area& area = areas_[i];
    if (area.layer < modal_layer || !area.visible.contains(at) || !fits(area.axis)) continue;
    held_ = area.id;
    axis_ = area.axis;
    way_ = 0;
    returning_ = let_go_ = 0;
    return true;
  }
  return false;
}

void Slides::move(ImVec2 way) { way_ = axis_ == Axis::kAcross ? way.x : std::max(0.0F, way.y); }

void Slides::end(bool let_go) {
  returning_ = held_;
  let_go_ = let_go ? held_ : 0;
  held_ = 0;
  frames_ = 0;
}

}  // namespace leadlight::ui
