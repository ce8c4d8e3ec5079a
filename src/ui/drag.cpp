#include "ui/item.h"

namespace leadlight::ui {

bool drag_source(Ui& ui, std::string_view id, Rect rect, std::uint64_t payload) {
  UiInternals& in = ui.internals;
  Carry& carry = in.carry;
  const Pointer& pointer = in.pointer;
  const ImGuiID own = id_of(id);
  const Rect seen = intersection(rect, clip_rect());
  const int layer = in.layers.current();
  const bool through_menu = pointer.pressed_where_held() && pointer.held_layer() == layer;
  const bool here =
      (pointer.press_layer() == layer || through_menu) && seen.contains(pointer.press_position());
  if (carry.source == 0 && pointer.down() && here && pointer.moved_beyond_slop()) {
    const ImVec2 press = pointer.press_position();
    carry = {own, payload, true, false, {press.x - rect.x, press.y - rect.y}, rect};
    if (through_menu) in.overlays.close_all();  // the long press opened one: dragging is meant
    in.pointer.cancel();
  }
  if (carry.source != own) return false;
  ui.request_frame();
  return true;
}

bool drop_target(Ui& ui, std::string_view, Rect rect, std::uint64_t* payload) {
  const UiInternals& in = ui.internals;
  if (!in.carry.dropped || !intersection(rect, clip_rect()).contains(in.pointer.position()))
    return false;
  *payload = in.carry.payload;
  ui.request_frame();
  return true;
}

bool dragging(const Ui& ui) { return ui.internals.carry.source != 0; }

// Near the edge of a scrolling area, what is carried scrolls it. Called by the canvas.
void update_carry(Ui& ui) {
  UiInternals& in = ui.internals;
  Carry& carry = in.carry;
  if (carry.source == 0) return;
  if (carry.dropped || (!in.pointer.down() && !in.pointer.released())) {
    carry = {};
    return;
  }
  carry.dropped = in.pointer.released();
  in.cursor = ImGuiMouseCursor_ResizeAll;
  constexpr float kEdge = 48;
  constexpr float kStep = 10;
  const ImVec2 at = in.pointer.position();
  const Rect* const area = in.scrolling.area_at(at);
  if (area == nullptr) return;
  if (at.y < area->y + kEdge) in.scrolling.scroll_at(at, -kStep, 0);
  if (at.y > area->bottom() - kEdge) in.scrolling.scroll_at(at, kStep, 0);
  ui.request_frame();
}

}  // namespace leadlight::ui
