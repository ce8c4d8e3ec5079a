#include "ui/item.h"

namespace leadlight::ui {

RowResult list_row(Ui& ui, std::string_view id, Rect rect, std::string_view name, bool selected,
                   a11y::Role role) {
  UiInternals& in = ui.internals;
  in.row = {};
  const a11y::NodeId parent = ui.tree.current();
  const GroupKind kind = role == a11y::Role::kMenuItem || role == a11y::Role::kOption
                             ? GroupKind::kMenu
                         : role == a11y::Role::kButton ? GroupKind::kNone  // looks like a row only
                                                       : GroupKind::kList;
  const ImGuiID list = parent == 0 ? id_of("rows") : parent;
  const Item item = use_item(ui, id_of(id), rect,
                             {.role = role,
                              .name = name,
                              .kind = kind,
                              .group = kind == GroupKind::kNone ? 0 : list,
                              .selected = selected});
  in.row = {item.node->id, parent, rect, in.layers.current(),
            role != a11y::Role::kRow && !name.empty()};
  if (item.visible) {
    const Palette& c = ui.colours;
    constexpr float kRadius = 10;
    if (selected) {
      card_shadow(ui, rect, kRadius);
      fill_rect(rect, c.panel, kRadius);
      stroke_rect(rect, c.line, kRadius);
    } else if (item.hovered) {
      fill_rect(rect, c.hover, kRadius);
    }
    if (item.ring) focus_ring_inside(ui, rect, kRadius);
  }
  return {item.activated, item.context, item.hovered, item.node};
}

}  // namespace leadlight::ui
