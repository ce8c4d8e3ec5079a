// Things of known width side by side, wrapping to the next line: pills, chips, buttons.
#pragma once
#include "ui/rect.h"

namespace leadlight::ui {

class Flow {
 public:
  Flow(Rect area, float line_height, float gap = 8)
      : area_(area), x_(area.x), y_(area.y), line_height_(line_height), gap_(gap) {}
  // The place of the next thing; wider ones than the area are cut to it.
  Rect next(float width) { return next(width, line_height_); }
  Rect next(float width, float height) {
    const float w = std::min(width, area_.w);
    if (x_ > area_.x && x_ + w > area_.right() + 0.5F) x_ = area_.x, y_ += line_height_ + gap_;
    const Rect place{x_, y_ + (line_height_ - height) / 2, w, height};
    x_ += w + gap_;
    return place;
  }
  void space(float width) { x_ += width; }
  [[nodiscard]] float used_height() const {
    return x_ > area_.x ? y_ + line_height_ - area_.y : y_ - area_.y;
  }
  [[nodiscard]] float rest_of_line() const { return area_.right() - x_; }

 private:
  Rect area_;
  float x_, y_, line_height_, gap_;
};

}  // namespace leadlight::ui
