#include "ui/views/block.h"

#include "ui/views/flow.h"

namespace leadlight::ui {

namespace {

constexpr float kPadding = 20;

float width_of(const Ui& ui, const BlockButton& one, float room) {
  return ui.phone() ? room : button_width(ui, one.label, {.icon = one.icon});
}

float texts_height(const Ui& ui, std::span<const BlockText> texts, float width) {
  float height = 0;
  for (const BlockText& one : texts)
    height += text_height(ui, width, one.text, one.strong ? kStrong : kText) + 6;
  return height;
}

float buttons_height(const Ui& ui, std::span<const BlockButton> buttons, float width) {
  if (buttons.empty()) return 0;
  Flow flow({0, 0, width, 0}, ui.control_height());
  for (const BlockButton& one : buttons) flow.next(width_of(ui, one, width));
  return flow.used_height() + 12;
}

}  // namespace

BlockResult draw_block(Ui& ui, std::string_view id, Rect area, std::string_view title,
                       std::span<const BlockText> texts, std::span<const BlockButton> buttons) {
  const float width = area.w - 2 * kPadding;
  const float words = texts_height(ui, texts, width);
  BlockResult result;
  result.height = kPadding + 24 + 6 + words + buttons_height(ui, buttons, width) + kPadding - 4;
  const Rect box{area.x, area.y, area.w, result.height};
  ImGui::PushID(id.data(), id.data() + id.size());
  {
    const Scope region(ui, "block", a11y::Role::kRegion, title, box);
    panel(ui, box, 14);
    Rect inner = box.inset(kPadding, kPadding);
    heading(ui, inner.cut_top(24, 6), title, 2);
    for (const BlockText& one : texts) {
      const TextStyle& style = one.strong ? kStrong : kText;
      const float height = text_height(ui, width, one.text, style);
      text_block(ui, inner.cut_top(height, 6), one.text, style,
                 one.colour == 0 ? ui.colours.ink2 : one.colour);
    }
    inner.cut_top(12);
    Flow flow(inner, ui.control_height());
    for (std::size_t i = 0; i < buttons.size(); ++i) {
      const BlockButton& one = buttons[i];
      const ButtonSpec spec{.look = one.danger    ? ButtonLook::kDanger
                                    : one.primary ? ButtonLook::kPrimary
                                                  : ButtonLook::kSecondary,
                            .icon = one.icon};
      if (button(ui, one.id, flow.next(width_of(ui, one, width)), one.label, spec))
        result.used = static_cast<int>(i);
    }
  }
  ImGui::PopID();
  return result;
}

}  // namespace leadlight::ui
