#include <string>
#include <vector>

#include "base/format.h"

#include "ui/overlay_parts.h"

namespace leadlight::ui {

int select(Ui& ui, std::string_view id, Rect rect, std::string_view label,
           std::span<const Option> options, int selected, std::string_view placeholder) {
  const Palette& c = ui.colours;
  constexpr float kLabelRoom = 22;
  // In a form there is room for the label above; in a bar it is only spoken.
  const bool labelled = rect.h >= ui.control_height() + kLabelRoom - 2;
  Rect box = rect;
  if (labelled) {
    text_line(ui, box.cut_top(16, 6), label, kSmallStrong, c.ink2, Align::kLeft, Voice::kSilent);
    box.h = std::min(box.h, ui.control_height());
  }
  const bool any = selected >= 0 && selected < static_cast<int>(options.size());
  const std::string_view shown =
      any ? options[static_cast<std::size_t>(selected)].label : placeholder;

  const Item item = use_item(ui, id_of(id), box, {.role = a11y::Role::kCombobox, .name = label});
  // Rows repeat the same select: the overlay belongs to the one whose whole id it is.
  const std::string menu_id = formatted("{}#{}", id, id_of(id));
  Overlay* const overlay = ui.internals.overlays.claim(Overlay::Kind::kMenu, menu_id);
  item.node->value = shown;
  item.node->expanded = overlay != nullptr ? a11y::Toggle::kOn : a11y::Toggle::kOff;
  if (item.visible) {
    fill_rect(box, item.hovered ? mixed(c.panel, c.ink, 0.045F) : c.panel, kControlRadius);
    stroke_rect(box, overlay != nullptr ? c.accent : c.line, kControlRadius);
    Rect inner = box.inset(12, 0);
    icon(ui, inner.cut_right(16, 8), Icon::kChevronDown, 16, c.ink2);
    text_line(ui, inner, shown, any ? kStrong : kText, any ? c.ink : c.ink3, Align::kLeft,
              Voice::kSilent);
    if (item.ring) focus_ring(ui, box, kControlRadius);
  }
  if (item.activated && overlay == nullptr) open_overlay(ui, Overlay::Kind::kMenu, menu_id, box);
  if (overlay == nullptr) return -1;

  std::vector<ListChoice> choices;
  choices.reserve(options.size());
  for (const Option& option : options)
    choices.push_back({.label = option.label, .detail = option.detail});
  overlay->anchor = box;
  const int chosen = draw_choice_list(ui, *overlay, choices,
                                      {.name = label,
                                       .role = a11y::Role::kListbox,
                                       .item_role = a11y::Role::kOption,
                                       .selected = selected,
                                       .least_width = box.w});
  return chosen == selected ? -1 : chosen;
}

}  // namespace leadlight::ui
