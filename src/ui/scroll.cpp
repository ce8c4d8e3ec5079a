#include <cmath>

#include "ui/item.h"

namespace leadlight::ui {

namespace {

constexpr float kThumbWidth = 6;
constexpr float kThumbMargin = 2;

ScrollState& state_of(Ui& ui) { return ui.internals.scrolling.innermost(); }

// Thin, over the content; wider to the mouse than to the eye.
void draw_thumb(Ui& ui, ImGuiID id, ScrollState& state) {
  if (state.furthest() <= 0) return;
  UiInternals& in = ui.internals;
  const float track = state.viewport - 2 * kThumbMargin;
  const float length = std::max(32.0F, track * state.viewport / state.content);
  const float way = track - length;
  const float x = state.rect.right() - kThumbWidth - kThumbMargin;
  Rect thumb{x, state.rect.y + kThumbMargin + way * state.offset / state.furthest(), kThumbWidth,
             length};
  const ImGuiID own = id_of(id, 1);
  if (!in.pointer.touch()) {
    const Rect hit{thumb.x - 6, thumb.y, thumb.w + 6 + kThumbMargin, thumb.h};
    in.pointer.add(own, intersection(hit, clip_rect()), in.layers.current());
    if (in.pointer.pressed(own)) state.grab = in.pointer.position().y - thumb.y;
    if (in.pointer.active() == own && way > 0) {
      const float top = in.pointer.position().y - state.grab;
      in.scrolling.move(state, (top - state.rect.y - kThumbMargin) / way * state.furthest());
      thumb.y = state.rect.y + kThumbMargin + way * state.offset / state.furthest();
    }
  }
  const bool held = in.pointer.active() == own;
  const bool lit = held || in.pointer.hovered(own);
  constexpr double kShownMs = 900;
  const double rest = kShownMs - (in.scrolling.now_ms() - state.moved_at_ms);
  const bool shown =
      lit || rest > 0 || (!in.pointer.touch() && state.visible.contains(in.pointer.position()));
  if (rest > 0) ui.wake_after(rest);
  const float alpha = in.motion.towards(own, shown ? 1.0F : 0.0F);
  if (alpha > 0)
    fill_rect(thumb, faded(ui.colours.ink3, alpha * (lit ? 0.9F : 0.5F)), kThumbWidth / 2);
}

}  // namespace

ScrollArea::ScrollArea(Ui& ui, std::string_view id, Rect rect) : ui_(ui), rect_(rect) {
  UiInternals& in = ui.internals;
  const Rect visible = intersection(rect, clip_rect());
  const ScrollState& state = in.scrolling.begin_area(id_of(id), rect, visible, in.layers.current());
  ImGui::PushClipRect(rect.min(), rect.max(), true);
  constexpr float kUnbounded = 1e7F;
  content_ = {rect.x, snapped(rect.y - state.offset), rect.w, kUnbounded};
}

ScrollArea::~ScrollArea() {
  ImGui::PopClipRect();
  ScrollState& state = state_of(ui_);
  draw_thumb(ui_, state.id, state);
  ui_.internals.row = {};
  ui_.internals.scrolling.end_area();
}

void ScrollArea::content_height(float height) {
  ScrollState& state = state_of(ui_);
  if (state.content != height) ui_.request_frame();
  state.content = height;
}

ScrollArea::Range ScrollArea::visible(std::size_t count, float row_height, float top_offset) const {
  // One more on each side, so that arrow keys find the next row.
  constexpr float kSpare = 1;
  const float above = (rect_.y - content_.y - top_offset) / row_height - kSpare;
  const float below = (rect_.bottom() - content_.y - top_offset) / row_height + kSpare;
  const auto limit = [count](float row) {
    return static_cast<std::size_t>(std::clamp(row, 0.0F, static_cast<float>(count)));
  };
  const std::size_t first = limit(std::floor(above));
  return {first, std::max(first, std::min(count, limit(std::ceil(below))))};
}

void ScrollArea::move_by(float way) {
  state_of(ui_).offset += way;
  ui_.request_frame();
}

void ScrollArea::scroll_into_view(float top, float height) {
  ui_.internals.scrolling.reveal({rect_.x, content_.y + top, rect_.w, height});
}

}  // namespace leadlight::ui
