#include "ui/chrome/chrome.h"
#include "ui/chrome/places.h"
#include "ui/item.h"
#include "ui/views/words.h"

namespace leadlight::ui {

namespace {

constexpr float kItemHeight = 36;
constexpr float kItemStep = 40;

void draw_mark(Ui& ui, Rect rect) {
  const int first = paint().VtxBuffer.Size;
  fill_rect(rect, ui.colours.accent, 5);
  // Towards violet at the lower right.
  const ImU32 violet = ui.dark ? IM_COL32(0xb2, 0x8e, 0xff, 255) : IM_COL32(0x84, 0x5e, 0xf7, 255);
  ImDrawList& list = paint();
  for (int i = first; i < list.VtxBuffer.Size; ++i) {
    ImDrawVert& vertex = list.VtxBuffer[i];
    const float along = ((vertex.pos.x - rect.x) / rect.w + (vertex.pos.y - rect.y) / rect.h) / 2;
    const ImU32 colour = mixed(ui.colours.accent, violet, std::clamp(along, 0.0F, 1.0F));
    vertex.col = (vertex.col & IM_COL32_A_MASK) | (colour & ~IM_COL32_A_MASK);
  }
}

void draw_place(Ui& ui, Rect rect, const PlaceInfo& info, ImGuiID group, bool narrow) {
  const Palette& c = ui.colours;
  const bool here = info.place == ui.state.place ||
                    (info.place == app::Place::kShare && ui.state.place == app::Place::kChanges);
  const auto count = count_of(ui.state, info.place);
  std::string name(info.title);
  if (count && *count > 0) name += ", " + words::count(*count);
  const Item item = use_item(ui, id_of(info.id), rect,
                             {.role = a11y::Role::kLink,
                              .name = name,
                              .kind = GroupKind::kBar,
                              .group = group,
                              .selected = here});
  item.node->current = here;
  item.node->selected = false;
  if (here)
    fill_rect(rect, c.accent_ground, kControlRadius);
  else if (item.hovered)
    fill_rect(rect, c.hover, kControlRadius);
  const ImU32 ink = here ? c.accent : c.ink2;
  if (narrow) {
    icon(ui, rect, info.icon, 20, ink);
    tooltip(ui, rect, name);
  } else {
    Rect inner = rect.inset(10, 0);
    icon(ui, inner.cut_left(18, 10), info.icon, 18, ink);
    if (count) {
      const std::string figure = words::count(*count);
      text_line(ui, inner.cut_right(text_width(ui, figure, kSmallStrong) + 1, 8), figure,
                kSmallStrong, ink, Align::kRight, Voice::kSilent);
    }
    text_line(ui, inner, info.title, {14, 20, Weight::k500}, ink, Align::kLeft, Voice::kSilent);
  }
  if (item.ring) focus_ring_inside(ui, rect, kControlRadius);
  if (item.activated) ui.emit(app::GoTo{info.place});
}

}  // namespace

void draw_rail(Ui& ui, Rect rail) {
  const bool narrow = rail.w < kRailWidth;
  fill_rect({0, 0, rail.right(), ImGui::GetIO().DisplaySize.y}, ui.colours.panel);
  hairline(ui, {rail.right() - 1, 0, 1, ImGui::GetIO().DisplaySize.y});
  const Scope navigation(ui, "rail", a11y::Role::kNavigation, words::kPlaces, rail);

  Rect head{rail.x + (narrow ? 0 : 22), rail.y, rail.w - (narrow ? 0 : 22), 60};
  if (narrow) {
    draw_mark(ui, head.centred(20, 20));
  } else {
    draw_mark(ui, head.cut_left(18, 8).centred(18, 18));
    text_line(ui, head, words::kProduct, {16, 24, Weight::k600}, ui.colours.ink);
  }
  const ImGuiID group = id_of("places");
  Rect places = rail.inset(12, 0);
  places.cut_top(60);
  places.cut_right(1);
  for (const PlaceInfo& info : kPlaces) {
    if (info.rail)
      draw_place(ui, places.cut_top(kItemHeight, kItemStep - kItemHeight), info, group, narrow);
  }
  Rect status = rail;
  draw_store_status(ui, status.cut_bottom(narrow ? 56 : 76).inset(narrow ? 0 : 12, 0));
}

void draw_tabs(Ui& ui, Rect tabs) {
  const Palette& c = ui.colours;
  const float bottom = ImGui::GetIO().DisplaySize.y;
  fill_rect({0, tabs.y, ImGui::GetIO().DisplaySize.x, bottom - tabs.y}, c.panel);
  hairline(ui, {0, tabs.y, ImGui::GetIO().DisplaySize.x, 1});
  const Scope navigation(ui, "tabs", a11y::Role::kNavigation, words::kPlaces, tabs);
  const ImGuiID group = id_of("places");
  constexpr float kTabs = 5;
  const float width = tabs.w / kTabs;
  Rect row = tabs;
  const auto draw_tab = [&](std::string_view id, std::string_view title, Icon which, bool here) {
    const Rect rect = row.cut_left(width);
    const Item item = use_item(ui, id_of(id), rect,
                               {.role = id == "more" ? a11y::Role::kButton : a11y::Role::kLink,
                                .name = title,
                                .kind = GroupKind::kBar,
                                .group = group,
                                .selected = here});
    item.node->current = here;
    item.node->selected = false;
    const ImU32 ink = here ? c.accent : c.ink2;
    Rect inner = rect;
    inner.cut_top(7);
    icon(ui, inner.cut_top(24, 3), which, 22, ink);
    text_line(ui, inner.cut_top(16), title, kSmallStrong, ink, Align::kCentre, Voice::kSilent);
    if (item.ring) focus_ring_inside(ui, rect, kControlRadius);
    return std::pair(item.activated, rect);
  };
  bool elsewhere = true;
  for (const PlaceInfo& info : kPlaces) {
    if (!info.tab) continue;
    const bool here = info.place == ui.state.place;
    elsewhere = elsewhere && !here;
    if (draw_tab(info.id, info.title, info.icon, here).first) ui.emit(app::GoTo{info.place});
  }
  const auto [used, rect] = draw_tab("more", words::kMore, Icon::kMore, elsewhere);
  if (used) open_menu(ui, "more-menu", rect);
  const std::array<MenuItem, 4> items{{
      {.id = "share", .label = words::kShare, .icon = Icon::kShare},
      {.id = "settings", .label = words::kSettings, .icon = Icon::kSettings},
      {.id = "undo",
       .label = words::kUndo,
       .icon = Icon::kUndo,
       .separator_before = true,
       .hint = ui.state.undo_label,
       .disabled = !ui.state.can_undo},
      {.id = "redo",
       .label = words::kRedo,
       .icon = Icon::kRedo,
       .hint = ui.state.redo_label,
       .disabled = !ui.state.can_redo},
  }};
  switch (menu(ui, "more-menu", "More places", items)) {
    case 0: ui.emit(app::GoTo{app::Place::kShare}); break;
    case 1: ui.emit(app::GoTo{app::Place::kSettings}); break;
    case 2: ui.emit(app::Undo{}); break;
    case 3: ui.emit(app::Redo{}); break;
    default: break;
  }
}

}  // namespace leadlight::ui
