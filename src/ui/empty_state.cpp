#include "ui/item.h"

namespace leadlight::ui {

namespace {

struct Sizes {
  float width, title, words, height;
  bool stacked;
  float buttons;  // width of all, with gaps
};

constexpr float kDisc = 64;
constexpr float kButtonGap = 12;

Sizes sizes_of(const Ui& ui, float room, std::string_view title, std::string_view text,
               std::span<const EmptyAction> actions) {
  Sizes sizes{};
  sizes.width = std::min(room - 32, 420.0F);
  sizes.title = text_height(ui, sizes.width, title, kTitle);
  sizes.words = text_height(ui, sizes.width, text, kText);
  for (const EmptyAction& action : actions)
    sizes.buttons += button_width(ui, action.label) + kButtonGap;
  sizes.stacked = ui.phone() || sizes.buttons > room - 32;
  const auto count = static_cast<float>(actions.size());
  const float rows = actions.empty() ? 0 : sizes.stacked ? count : 1;
  const float button_room = rows * ui.control_height() + std::max(0.0F, rows - 1) * kButtonGap;
  sizes.height = kDisc + 20 + sizes.title + 8 + sizes.words + (rows > 0 ? 24 + button_room : 0);
  return sizes;
}

int draw_empty_state(Ui& ui, Rect area, const Sizes& sizes, Icon which, std::string_view title,
                     std::string_view text, std::span<const EmptyAction> actions) {
  const Palette& c = ui.colours;
  const Rect disc = area.cut_top(kDisc, 20).centred(kDisc, kDisc);
  fill_rect(disc, c.accent_ground, kDisc / 2);
  icon(ui, disc, which, 28, c.accent);
  const Rect title_rect = area.cut_top(sizes.title, 8);
  add_node(ui, next_text_id(ui), a11y::Role::kHeading, title, title_rect).level = 2;
  draw_block(ui, title_rect, title, kTitle, c.ink, Align::kCentre);
  const Rect text_rect = area.cut_top(sizes.words, 24);
  add_node(ui, next_text_id(ui), a11y::Role::kText, text, text_rect);
  draw_block(ui, text_rect, text, kText, c.ink2, Align::kCentre);

  int used = -1;
  Rect row = area;
  row.x += sizes.stacked ? 0 : (area.w - (sizes.buttons - kButtonGap)) / 2;
  for (std::size_t i = 0; i < actions.size(); ++i) {
    const EmptyAction& action = actions[i];
    const Rect place =
        sizes.stacked ? row.cut_top(ui.control_height(), kButtonGap)
                      : Rect{row.x, row.y, button_width(ui, action.label), ui.control_height()};
    if (!sizes.stacked) row.x += place.w + kButtonGap;
    const ButtonLook look = action.primary ? ButtonLook::kPrimary : ButtonLook::kSecondary;
    if (button(ui, action.id, place, action.label, {.look = look})) used = static_cast<int>(i);
  }
  return used;
}

}  // namespace

int empty_state(Ui& ui, std::string_view id, Rect rect, Icon which, std::string_view title,
                std::string_view text, std::span<const EmptyAction> actions) {
  const Scope group(ui, id, a11y::Role::kGroup, title, rect);
  ImGui::PushID(id.data(), id.data() + id.size());
  const Sizes sizes = sizes_of(ui, rect.w, title, text, actions);
  // A little above the middle, where the eye looks for it.
  Rect area{rect.x + (rect.w - sizes.width) / 2,
            rect.y + std::max(16.0F, (rect.h - sizes.height) * 0.42F), sizes.width, sizes.height};
  int used = -1;
  if (sizes.height + 32 <= rect.h) {
    used = draw_empty_state(ui, area, sizes, which, title, text, actions);
  } else {
    ScrollArea scroll(ui, "scroll", rect);
    area.y = scroll.content().y + 16;
    used = draw_empty_state(ui, area, sizes, which, title, text, actions);
    scroll.content_height(sizes.height + 32);
  }
  ImGui::PopID();
  return used;
}

}  // namespace leadlight::ui
