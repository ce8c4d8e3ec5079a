#include "ui/item.h"

namespace leadlight::ui {

SwipeRow::SwipeRow(Ui& ui, std::string_view id, Rect rect, const SwipeSides& sides) : rect_(rect) {
  if (sides.left.label.empty() && sides.right.label.empty()) return;
  UiInternals& in = ui.internals;
  const ImGuiID own = id_of(id);
  in.slides.add(own, intersection(rect, clip_rect()), in.layers.current(), Slides::Axis::kAcross);
  const float most = rect.w / 2;
  const auto limited = [&](float way) {
    return std::clamp(way, sides.left.label.empty() ? 0 : -most,
                      sides.right.label.empty() ? 0 : most);
  };
  const float let_go = limited(in.slides.let_go(own));
  if (let_go >= Slides::kFarEnough) done_ = Done::kRight;
  if (let_go <= -Slides::kFarEnough) done_ = Done::kLeft;
  const float way = limited(in.slides.offset(in.motion, own));
  if (way == 0) return;
  clips_ = true;
  ImGui::PushClipRect(rect.min(), rect.max(), true);
  const bool far = std::abs(way) >= Slides::kFarEnough;
  const SwipeSide& side = way > 0 ? sides.right : sides.left;
  constexpr float kRadius = 10, kIcon = 20;
  fill_rect(rect, far ? ui.colours.accent : ui.colours.accent_ground, kRadius);
  const ImU32 ink = far ? ui.colours.on_accent : ui.colours.accent;
  Rect inner = rect.inset(16, 0);
  const Align align = way > 0 ? Align::kLeft : Align::kRight;
  icon(ui, way > 0 ? inner.cut_left(kIcon, 8) : inner.cut_right(kIcon, 8), side.icon, kIcon, ink);
  text_line(ui, inner, side.label, kStrong, ink, align, Voice::kSilent);
  rect_.x += way;
  fill_rect(rect_, ui.colours.panel, kRadius);
}

SwipeRow::~SwipeRow() {
  if (clips_) ImGui::PopClipRect();
}

}  // namespace leadlight::ui
