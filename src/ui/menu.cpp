#include <cmath>
#include <vector>

#include "ui/overlay_parts.h"

namespace leadlight::ui {

namespace {

constexpr float kPadding = 6;
constexpr float kSeparator = 9;
constexpr float kGrabBar = 16;
constexpr float kIconRoom = 28;

float row_height(const Ui& ui) { return ui.phone() ? 48.0F : 34.0F; }

bool any_icon(std::span<const ListChoice> items) {
  return std::ranges::any_of(items,
                             [](const ListChoice& item) { return item.icon != Icon::kNone; });
}

ImVec2 size_of(const Ui& ui, std::span<const ListChoice> items, float icons) {
  float width = 160;
  float height = 2 * kPadding;
  for (const ListChoice& item : items) {
    const float detail = item.detail.empty() ? 0 : text_width(ui, item.detail, kSmall) + 24;
    width = std::max(width, text_width(ui, item.label, kText) + detail + icons + 2 * kPadding + 24);
    height += row_height(ui) + (item.separator_before ? kSeparator : 0);
  }
  return {std::ceil(width), height};
}

void draw_choice(Ui& ui, Rect row, const ListChoice& choice, const Item& item, bool selected,
                 float icons) {
  const Palette& c = ui.colours;
  if (item.hovered || item.focused) fill_rect(row, c.hover, 6);
  if (item.ring) focus_ring_inside(ui, row, 6);
  ImU32 ink = choice.danger ? c.bad : c.ink;
  if (choice.disabled) ink = c.ink3;
  Rect inner = row.inset(10, 0);
  if (icons > 0)
    icon(ui, inner.cut_left(18, icons - 18), choice.icon, 18, choice.danger ? c.bad : c.ink2);
  if (selected) icon(ui, inner.cut_right(18, 6), Icon::kCheck, 16, c.accent);
  if (!choice.detail.empty()) {
    const float width = std::min(text_width(ui, choice.detail, kSmall) + 1, inner.w / 2);
    text_line(ui, inner.cut_right(width, 12), choice.detail, kSmall, c.ink2, Align::kRight,
              Voice::kSilent);
  }
  text_line(ui, inner, choice.label, selected ? kStrong : kText, ink, Align::kLeft, Voice::kSilent);
}

// Returns the index chosen now, or -1.
int draw_rows(Ui& ui, Rect surface, float height, float icons, std::span<const ListChoice> items,
              const ChoiceListSpec& spec) {
  const Scope list(ui, "list", spec.role, spec.name, surface);
  // Stands in the place or dialog, not inside of what it was opened from.
  ui.tree.current_node().parent = ui.internals.landmark;
  Rect area = surface.inset(kPadding, 0);
  if (ui.phone()) area.cut_top(kGrabBar);
  ScrollArea scroll(ui, "items", area);
  Rect content = scroll.content();
  content.cut_top(kPadding);
  int chosen = -1;
  const ImGuiID group = id_of("group");
  for (std::size_t i = 0; i < items.size(); ++i) {
    const ListChoice& choice = items[i];
    const auto index = static_cast<int>(i);
    if (choice.separator_before) {
      const Rect line = content.cut_top(kSeparator).inset(4, 0);
      hairline(ui, {line.x, line.y + kSeparator / 2, line.w, 1});
    }
    const Rect row = content.cut_top(row_height(ui));
    const bool selected = index == spec.selected;
    const Item item = use_item(ui, id_of(group, index), row,
                               {.role = spec.item_role,
                                .name = choice.label,
                                .kind = GroupKind::kMenu,
                                .group = group,
                                .disabled = choice.disabled,
                                .selected = selected});
    item.node->description = choice.detail;
    if (item.visible) draw_choice(ui, row, choice, item, selected, icons);
    if (item.activated) chosen = index;
  }
  scroll.content_height(height);
  return chosen;
}

}  // namespace

int draw_choice_list(Ui& ui, Overlay& overlay, std::span<const ListChoice> items,
                     const ChoiceListSpec& spec) {
  const float icons = any_icon(items) ? kIconRoom : 0;
  const ImVec2 size = size_of(ui, items, icons);
  // A menu is short and to be seen as a whole; a list of choices may be long.
  const float most_height = spec.item_role == a11y::Role::kMenuItem ? 480.0F : 360.0F;
  const Rect surface = ui.phone()
                           ? sheet_place(ui, size.y + kGrabBar + 8)
                           : popup_place(ui, overlay.anchor, std::max(size.x, spec.least_width),
                                         std::min(size.y, most_height));
  const DrawnSurface drawn = begin_surface(
      ui, overlay, surface, ui.phone() ? DrawnSurface::Form::kSheet : DrawnSurface::Form::kPopup);
  const int chosen = draw_rows(ui, surface, size.y, icons, items, spec);
  end_surface(ui, drawn);
  if (chosen >= 0) ui.internals.overlays.close(overlay);
  return chosen;
}

void open_menu(Ui& ui, std::string_view id, Rect anchor) {
  open_overlay(ui, Overlay::Kind::kMenu, id, anchor);
}

int menu(Ui& ui, std::string_view id, std::string_view name, std::span<const MenuItem> items) {
  Overlay* const overlay = ui.internals.overlays.claim(Overlay::Kind::kMenu, id);
  if (overlay == nullptr) return -1;
  std::vector<ListChoice> choices;
  choices.reserve(items.size());
  for (const MenuItem& item : items) {
    choices.push_back(
        {item.label, item.hint, item.icon, item.danger, item.separator_before, item.disabled});
  }
  return draw_choice_list(ui, *overlay, choices, {.name = name});
}

}  // namespace leadlight::ui
