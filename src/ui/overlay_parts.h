// What menus, drop-downs and dialogs have in common: a layer with a scrim or without, and a surface
// on it.
#pragma once
#include <span>

#include "ui/item.h"

namespace leadlight::ui {

// A layer over everything, with a scrim below dialogs and sheets; a press outside of `surface`
// closes the overlay. Draws the surface and lets it come in. Each begin has its end.
DrawnSurface begin_surface(Ui& ui, Overlay& overlay, Rect surface, DrawnSurface::Form form);
void end_surface(Ui& ui, const DrawnSurface& drawn);

// Below the anchor, above it where there is more room, always on screen.
Rect popup_place(const Ui& ui, Rect anchor, float width, float height);
Rect sheet_place(const Ui& ui, float height);
void open_overlay(Ui& ui, Overlay::Kind kind, std::string_view id, Rect anchor);

// A list of things to choose from, in an open menu. Returns the index chosen now, or -1.
struct ListChoice {
  std::string_view label;
  std::string_view detail = {};
  Icon icon = Icon::kNone;
  bool danger = false;
  bool separator_before = false;
  bool disabled = false;
};
struct ChoiceListSpec {
  std::string_view name;  // spoken
  a11y::Role role = a11y::Role::kMenu;
  a11y::Role item_role = a11y::Role::kMenuItem;
  int selected = -1;
  float least_width = 0;
};
int draw_choice_list(Ui& ui, Overlay& overlay, std::span<const ListChoice> items,
                     const ChoiceListSpec& spec);

}  // namespace leadlight::ui
