// Rectangles in CSS pixels and cutting them up: how every view lays itself out.
#pragma once
#include <algorithm>

#include "imgui.h"

namespace leadlight::ui {

struct Rect {
  float x = 0, y = 0, w = 0, h = 0;
  [[nodiscard]] ImVec2 min() const { return {x, y}; }
  [[nodiscard]] ImVec2 max() const { return {x + w, y + h}; }
  [[nodiscard]] float right() const { return x + w; }
  [[nodiscard]] float bottom() const { return y + h; }
  [[nodiscard]] Rect inset(float dx, float dy) const {
    return {x + dx, y + dy, std::max(0.0F, w - 2 * dx), std::max(0.0F, h - 2 * dy)};
  }
  [[nodiscard]] Rect inset(float d) const { return inset(d, d); }
  [[nodiscard]] bool contains(ImVec2 p) const {
    return p.x >= x && p.x < right() && p.y >= y && p.y < bottom();
  }
  // Cuts a piece off this rectangle and returns it; `gap` is taken away too.
  Rect cut_top(float height, float gap = 0) {
    const Rect piece{x, y, w, std::min(height, h)};
    const float used = std::min(height + gap, h);
    y += used, h -= used;
    return piece;
  }
  Rect cut_bottom(float height, float gap = 0) {
    const float used = std::min(height, h);
    const Rect piece{x, y + h - used, w, used};
    h = std::max(0.0F, h - used - gap);
    return piece;
  }
  Rect cut_left(float width, float gap = 0) {
    const Rect piece{x, y, std::min(width, w), h};
    const float used = std::min(width + gap, w);
    x += used, w -= used;
    return piece;
  }
  Rect cut_right(float width, float gap = 0) {
    const float used = std::min(width, w);
    const Rect piece{x + w - used, y, used, h};
    w = std::max(0.0F, w - used - gap);
    return piece;
  }
  [[nodiscard]] Rect centred(float width, float height) const {
    return {x + (w - width) / 2, y + (h - height) / 2, width, height};
  }
};

}  // namespace leadlight::ui
