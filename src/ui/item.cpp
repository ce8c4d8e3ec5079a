#include "ui/item.h"

#include <algorithm>
#include <cmath>

#include "imgui_internal.h"

namespace leadlight::ui {

ImGuiID id_of(std::string_view text) {
  return ImGui::GetID(text.data(), text.data() + text.size());
}
ImGuiID id_of(ImGuiID parent, int child) { return ImHashData(&child, sizeof(child), parent); }
ImGuiID id_of(ImGuiID parent, std::string_view child) {
  return ImHashStr(child.data(), child.size(), parent);
}

void place_node(Ui& ui, a11y::Node& node, Rect rect) {
  node.rect = {rect.x, rect.y, rect.w, rect.h};
  const Rect seen = intersection(rect, clip_rect());
  node.offscreen = rect.w > 0 && rect.h > 0 && (seen.w <= 0 || seen.h <= 0);
  node.focused = node.id == ui.internals.focus.id();
}

bool belongs_to_row(const Ui& ui, Rect rect) {
  const RowContext& row = ui.internals.row;
  constexpr float kSlack = 1;
  return row.id != 0 && row.parent == ui.tree.current() &&
         row.layer == ui.internals.layers.current() && rect.x >= row.rect.x - kSlack &&
         rect.right() <= row.rect.right() + kSlack && rect.y >= row.rect.y - kSlack &&
         rect.bottom() <= row.rect.bottom() + kSlack;
}

a11y::Node& add_node(Ui& ui, ImGuiID id, a11y::Role role, std::string_view name, Rect rect) {
  const bool in_row = belongs_to_row(ui, rect);
  if (in_row && ui.internals.row.name_says_all && role == a11y::Role::kText) {
    static a11y::Node unspoken;
    unspoken = {};
    return unspoken;
  }
  a11y::Node& node = ui.tree.add(id, role, name);
  if (in_row) node.parent = ui.internals.row.id;
  place_node(ui, node, rect);
  return node;
}

ImGuiID next_text_id(Ui& ui) {
  const ImGuiID place = id_of("text") ^ (ui.tree.current() * 0x9E3779B9U);
  const std::uint32_t count = ++ui.internals.text_counts[place];
  return id_of(place, static_cast<int>(count));
}

void block_pointer(Ui& ui, ImGuiID id, Rect rect) {
  ui.internals.pointer.add(id, rect, ui.internals.layers.current());
}

Item use_item(Ui& ui, ImGuiID id, Rect rect, const ItemSpec& spec) {
  UiInternals& in = ui.internals;
  // For the hooks, which check that everything submitted has a node.
  ImGui::ItemAdd({rect.min(), rect.max()}, id, nullptr, ImGuiItemFlags_NoNav);

  Item item;
  item.id = id;
  const int layer = in.layers.current();
  const Rect seen = intersection(rect, clip_rect());
  item.visible = seen.w > 0 && seen.h > 0;
  if (item.visible) {
    const bool finger = ui.phone() || in.pointer.touch();
    const float least = finger ? kTouchTarget : 0;
    const Rect reach = rect.centred(std::max(rect.w, least), std::max(rect.h, least));
    in.pointer.add(id, seen, intersection(reach, clip_rect()), layer);
  }
  item.node = &add_node(ui, id, spec.role, spec.name, rect);
  item.node->disabled = spec.disabled;
  item.node->selected = spec.selected;
  if (spec.disabled) return item;

  item.node->focusable = true;
  in.focus.add({id, spec.group, spec.kind, spec.selected, spec.textbox, spec.companion, layer,
                in.landmark, rect});
  item.hovered = in.pointer.hovered(id);
  item.held = in.pointer.held(id);
  if (in.pointer.pressed(id)) in.focus.set(id, spec.textbox);
  item.activated = in.pointer.clicked(id);
  if (in.focus.activate == id) {
    in.focus.activate = 0;
    item.activated = true;
  }
  item.context = in.pointer.context(id);
  if (in.focus.context == id) {
    in.focus.context = 0;
    item.context = true;
  }
  item.focused = in.focus.id() == id;
  item.node->focused = item.focused;
  item.ring = item.focused && in.focus.visible();
  if (in.focus.scroll_to == id) {
    in.focus.scroll_to = 0;
    in.scrolling.reveal(rect);
  }
  if (item.hovered && !spec.textbox) in.cursor = ImGuiMouseCursor_Hand;
  if (item.activated || item.context) ui.request_frame();
  return item;
}

// ---- painting ----

ImDrawList& paint() { return *ImGui::GetWindowDrawList(); }

Rect clip_rect() {
  const ImRect& clip = ImGui::GetCurrentWindow()->ClipRect;
  return {clip.Min.x, clip.Min.y, clip.Max.x - clip.Min.x, clip.Max.y - clip.Min.y};
}

Rect intersection(Rect a, Rect b) {
  const float x = std::max(a.x, b.x);
  const float y = std::max(a.y, b.y);
  return {x, y, std::max(0.0F, std::min(a.right(), b.right()) - x),
          std::max(0.0F, std::min(a.bottom(), b.bottom()) - y)};
}

float snapped(float position) {
  const float scale = std::max(ImGui::GetIO().DisplayFramebufferScale.x, 1.0F);
  return std::round(position * scale) / scale;
}

Rect snapped(Rect rect) {
  const float x = snapped(rect.x);
  const float y = snapped(rect.y);
  return {x, y, snapped(rect.right()) - x, snapped(rect.bottom()) - y};
}

void fill_rect(Rect rect, ImU32 colour, float radius) {
  rect = snapped(rect);
  paint().AddRectFilled(rect.min(), rect.max(), colour, std::min({radius, rect.w / 2, rect.h / 2}));
}

void stroke_rect(Rect rect, ImU32 colour, float radius, float width) {
  rect = snapped(rect);
  paint().AddRect(rect.min(), rect.max(), colour, std::min({radius, rect.w / 2, rect.h / 2}), 0,
                  width);
}

void focus_ring(const Ui& ui, Rect rect, float radius) {
  constexpr float kGap = 2;
  constexpr float kWidth = 2;
  const float out = kGap + kWidth / 2;
  const Rect ring{rect.x - out, rect.y - out, rect.w + 2 * out, rect.h + 2 * out};
  stroke_rect(ring, ui.colours.accent, radius + out, kWidth);
}

void focus_ring_inside(const Ui& ui, Rect rect, float radius) {
  stroke_rect(rect.inset(1), ui.colours.accent, radius, 2);
}

ImU32 mixed(ImU32 from, ImU32 to, float part) {
  ImU32 out = 0;
  for (int shift = 0; shift < 32; shift += 8) {
    const auto a = static_cast<float>(from >> shift & 0xFF);
    const auto b = static_cast<float>(to >> shift & 0xFF);
    out |= static_cast<ImU32>(std::lround(a + (b - a) * part)) << shift;
  }
  return out;
}

void fade_and_move(ImDrawList& list, int first_vertex, float alpha, ImVec2 offset) {
  for (int i = first_vertex; i < list.VtxBuffer.Size; ++i) {
    ImDrawVert& vertex = list.VtxBuffer[i];
    vertex.col = faded(vertex.col, alpha);
    vertex.pos.x += offset.x;
    vertex.pos.y += offset.y;
  }
}

}  // namespace leadlight::ui
