#include "ui/scrolling.h"

#include <algorithm>
#include <cmath>

namespace leadlight::ui {

void Scrolling::begin_frame(double time_ms) {
  now_ms_ = time_ms;
  moved_ = false;
  building_.clear();
  open_.clear();
}

void Scrolling::end_frame() { order_.swap(building_); }

ScrollState& Scrolling::begin_area(ImGuiID id, Rect rect, Rect visible, int layer) {
  ScrollState& state = states_[id];
  state.id = id;
  state.rect = rect;
  state.visible = visible;
  state.viewport = rect.h;
  state.layer = layer;
  state.offset = std::clamp(state.offset, 0.0F, state.furthest());
  building_.push_back(id);
  open_.push_back(id);
  return state;
}

void Scrolling::end_area() { open_.pop_back(); }

bool Scrolling::move(ScrollState& state, float to) {
  to = std::clamp(to, 0.0F, state.furthest());
  if (to == state.offset) return false;
  state.offset = to;
  state.moved_at_ms = now_ms_;
  moved_ = true;
  return true;
}

void Scrolling::reveal(Rect rect) {
  constexpr float kAir = 8;
  for (std::size_t i = open_.size(); i-- > 0;) {
    ScrollState& state = states_[open_[i]];
    const float above = state.rect.y + kAir - rect.y;
    const float below = rect.bottom() + kAir - state.rect.bottom();
    const float before = state.offset;
    if (above > 0) {
      move(state, state.offset - above);
    } else if (below > 0) {
      move(state, state.offset + std::min(below, -above));
    }
    rect.y -= state.offset - before;
  }
}

bool Scrolling::scroll_at(ImVec2 at, float down, int modal_layer) {
  int layer = modal_layer;
  for (const ImGuiID id : order_) {
    const ScrollState& state = states_[id];
    if (state.visible.contains(at)) layer = std::max(layer, state.layer);
  }
  bool any = false;
  for (std::size_t i = order_.size(); i-- > 0;) {
    ScrollState& state = states_[order_[i]];
    if (state.layer != layer || !state.visible.contains(at)) continue;
    const float before = state.offset;
    any = move(state, state.offset + down) || any;
    down -= state.offset - before;
    if (std::abs(down) < 0.01F) break;
  }
  return any;
}

bool Scrolling::scroll_around(ImVec2 at, Step step, int modal_layer) {
  constexpr float kLine = 56;
  constexpr float kAll = 1e9F;
  float page = 0;
  for (const ImGuiID id : order_) {
    const ScrollState& state = states_[id];
    if (state.visible.contains(at) && state.layer >= modal_layer) page = state.viewport * 0.9F;
  }
  switch (step) {
    case Step::kLineUp: return scroll_at(at, -kLine, modal_layer);
    case Step::kLineDown: return scroll_at(at, kLine, modal_layer);
    case Step::kPageUp: return scroll_at(at, -page, modal_layer);
    case Step::kPageDown: return scroll_at(at, page, modal_layer);
    case Step::kHome: return scroll_at(at, -kAll, modal_layer);
    case Step::kEnd: return scroll_at(at, kAll, modal_layer);
  }
  return false;
}

const Rect* Scrolling::area_at(ImVec2 at) const {
  for (std::size_t i = order_.size(); i-- > 0;) {
    const ScrollState& state = states_.at(order_[i]);
    if (state.visible.contains(at)) return &state.visible;
  }
  return nullptr;
}

bool Scrolling::largest(int modal_layer, ImVec2* inside) const {
  float most = 0;
  for (const ImGuiID id : order_) {
    const ScrollState& state = states_.at(id);
    const float surface = state.visible.w * state.visible.h;
    if (state.layer < modal_layer || state.furthest() <= 0 || surface <= most) continue;
    most = surface;
    *inside = {state.visible.x + state.visible.w / 2, state.visible.y + state.visible.h / 2};
  }
  return most > 0;
}

}  // namespace leadlight::ui
