#include "ui/item.h"

namespace leadlight::ui {

int empty_state(Ui& ui, std::string_view id, Rect rect, Icon which, std::string_view title,
                std::string_view text, std::span<const EmptyAction> actions) {
  constexpr float kDisc = 64;
  constexpr float kButtonGap = 12;
  const Palette& c = ui.colours;
  const Scope group(ui, id, a11y::Role::kGroup, title, rect);
  ImGui::PushID(id.data(), id.data() + id.size());

  const float width = std::min(rect.w - 32, 420.0F);
  const float title_height = text_height(ui, width, title, kTitle);
  const float words = text_height(ui, width, text, kText);
  float buttons_width = 0;
  for (const EmptyAction& action : actions)
    buttons_width += button_width(ui, action.label) + kButtonGap;
  const bool stacked = ui.phone() || buttons_width > rect.w - 32;
  const auto count = static_cast<float>(actions.size());
  const float rows = actions.empty() ? 0 : stacked ? count : 1;
  const float button_room = rows * ui.control_height() + std::max(0.0F, rows - 1) * kButtonGap;
  const float height = kDisc + 20 + title_height + 8 + words + (rows > 0 ? 24 + button_room : 0);
  // A little above the middle, where the eye looks for it.
  Rect area{rect.x + (rect.w - width) / 2, rect.y + std::max(16.0F, (rect.h - height) * 0.42F),
            width, height};

  const Rect disc = area.cut_top(kDisc, 20).centred(kDisc, kDisc);
  fill_rect(disc, c.accent_ground, kDisc / 2);
  icon(ui, disc, which, 28, c.accent);
  const Rect title_rect = area.cut_top(title_height, 8);
  add_node(ui, next_text_id(ui), a11y::Role::kHeading, title, title_rect).level = 2;
  draw_block(ui, title_rect, title, kTitle, c.ink, Align::kCentre);
  const Rect text_rect = area.cut_top(words, 24);
  add_node(ui, next_text_id(ui), a11y::Role::kText, text, text_rect);
  draw_block(ui, text_rect, text, kText, c.ink2, Align::kCentre);

  int used = -1;
  Rect row = area;
  row.x += stacked ? 0 : (area.w - (buttons_width - kButtonGap)) / 2;
  for (std::size_t i = 0; i < actions.size(); ++i) {
    const EmptyAction& action = actions[i];
    const Rect place =
        stacked ? row.cut_top(ui.control_height(), kButtonGap)
                : Rect{row.x, row.y, button_width(ui, action.label), ui.control_height()};
    if (!stacked) row.x += place.w + kButtonGap;
    const ButtonLook look = action.primary ? ButtonLook::kPrimary : ButtonLook::kSecondary;
    if (button(ui, action.id, place, action.label, {.look = look})) used = static_cast<int>(i);
  }
  ImGui::PopID();
  return used;
}

}  // namespace leadlight::ui
