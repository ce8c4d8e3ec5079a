#include "ui/item.h"

namespace leadlight::ui {

namespace {

std::string name_of_row(const Ui& ui) {
  const a11y::Node* const row = ui.tree.find(ui.internals.row.id);
  return row == nullptr ? std::string() : row->name;
}

// Where it hangs: in the mouse's grip; small and above a finger, which would hide it and is to see
// what lies below.
Rect card_at(const Ui& ui, const Carry& carry, ImVec2 at) {
  constexpr float kMostHeight = 56;
  const float height = std::min(carry.rect.h, kMostHeight);
  if (!ui.internals.pointer.touch())
    return {at.x - carry.grip.x, at.y - std::min(carry.grip.y, kMostHeight / 2), carry.rect.w,
            height};
  constexpr float kSmallWidth = 168, kSmallHeight = 40, kAbove = 32, kEdge = 8;
  const float width = std::min(carry.rect.w, kSmallWidth);
  const float most = std::max(kEdge, ui.screen.right() - width - kEdge);
  return {std::clamp(at.x - width / 2, kEdge, most),
          std::max(ui.screen.y + kEdge, at.y - kAbove - kSmallHeight), width, kSmallHeight};
}

// What is in the hand, or on its way back: a see-through card with the name of what was lifted.
void draw_carried(Ui& ui, Rect card) {
  UiInternals& in = ui.internals;
  const Carry& carry = in.carry;
  in.layers.begin(id_of(0, "carried"), Layers::Modality::kNone);
  card_shadow(ui, card, 10);
  fill_rect(card, faded(ui.colours.panel, 0.92F), 10);
  stroke_rect(card, ui.colours.accent, 10, 2);
  const std::string_view name = std::string_view(carry.name).substr(0, carry.name.find(','));
  text_line(ui, card.inset(14, 0), name, kStrong, ui.colours.ink, Align::kLeft, Voice::kSilent);
  in.layers.end();
}

}  // namespace

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
  // Not when it is a scroll bar that is pulled.
  const bool meant =
      through_menu || pointer.active() == 0 || in.focus.find(pointer.active()) != nullptr;
  if (carry.source == 0 && pointer.down() && here && meant && pointer.moved_beyond_slop()) {
    const ImVec2 press = pointer.press_position();
    carry = {};
    carry.source = own;
    carry.payload = payload;
    carry.grip = {press.x - rect.x, press.y - rect.y};
    carry.rect = rect;
    carry.name = name_of_row(ui);
    if (through_menu) in.overlays.close_all();  // the long press opened one: dragging is meant
    in.pointer.cancel();
  }
  if (carry.source != own) return false;
  ui.request_frame();
  return true;
}

bool drop_target(Ui& ui, std::string_view, Rect rect, std::uint64_t* payload) {
  UiInternals& in = ui.internals;
  if (!in.carry.dropped || in.carry.taken || !intersection(rect, clip_rect()).contains(in.carry.at))
    return false;
  in.carry.taken = true;
  *payload = in.carry.payload;
  ui.request_frame();
  return true;
}

bool dragging(const Ui& ui) { return ui.internals.carry.source != 0; }
std::uint64_t carried(const Ui& ui) { return ui.internals.carry.payload; }

namespace {

// What nothing took flies back to where it was lifted.
void draw_return(Ui& ui) {
  Carry& carry = ui.internals.carry;
  const float part = ui.internals.motion.towards(id_of(0, "carried back"), 1, 0);
  const Rect from = card_at(ui, carry, carry.at), to = carry.rect;
  const auto between = [&](float a, float b) { return a + (b - a) * part; };
  draw_carried(ui, {between(from.x, to.x), between(from.y, to.y), between(from.w, to.w),
                    between(from.h, to.h)});
  if (part >= 1) carry = {};
  ui.request_frame();
}

}  // namespace

// Near the edge of a scrolling area, what is carried scrolls it. Called by the canvas.
void update_carry(Ui& ui) {
  UiInternals& in = ui.internals;
  Carry& carry = in.carry;
  if (carry.returns) draw_return(ui);
  if (carry.source == 0) return;
  if (carry.dropped || (!in.pointer.down() && !in.pointer.released())) {
    carry.returns = carry.dropped && !carry.taken;
    carry.source = 0;
    carry.dropped = false;
    ui.request_frame();
    return;
  }
  carry.dropped = in.pointer.released();
  carry.at = in.pointer.position();
  in.cursor = ImGuiMouseCursor_ResizeAll;
  draw_carried(ui, card_at(ui, carry, carry.at));
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
