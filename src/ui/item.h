// One control on screen: what every widget is made of. Registers where it can be hit, where the
// keyboard finds it and what a screen reader is told, and says what the person did to it.
#pragma once
#include <string_view>

#include "ui/internals.h"

namespace leadlight::ui {

ImGuiID id_of(std::string_view text);      // in the present id stack
ImGuiID id_of(ImGuiID parent, int child);  // a part of a control
ImGuiID id_of(ImGuiID parent, std::string_view child);

struct ItemSpec {
  a11y::Role role = a11y::Role::kButton;
  std::string_view name;
  GroupKind kind = GroupKind::kNone;  // how arrow keys move
  ImGuiID group = 0;
  bool disabled = false;
  bool selected = false;
  bool textbox = false;
  bool companion = false;  // see Stop
};
struct Item {
  ImGuiID id = 0;
  bool visible = false;  // any part of it: draw it
  bool hovered = false;
  bool held = false;
  bool activated = false;  // click, Enter, Space, or the mirror's click
  bool context = false;    // right click, long press, context-menu key
  bool focused = false;
  bool ring = false;           // focused by keyboard
  a11y::Node* node = nullptr;  // valid until the next one
};
Item use_item(Ui& ui, ImGuiID id, Rect rect, const ItemSpec& spec);

// Whether something at `rect` is drawn over the row that was drawn last, and so is a part of it.
bool belongs_to_row(const Ui& ui, Rect rect);
// A node that nobody can act on. The reference is valid until the next one.
a11y::Node& add_node(Ui& ui, ImGuiID id, a11y::Role role, std::string_view name, Rect rect);
void place_node(Ui& ui, a11y::Node& node, Rect rect);
// An id for something that has none of its own, by where it stands.
ImGuiID next_text_id(Ui& ui);

// Takes pointer and wheel away from what lies below, without being anything itself.
void block_pointer(Ui& ui, ImGuiID id, Rect rect);

// Painting.
ImDrawList& paint();
Rect clip_rect();
Rect intersection(Rect a, Rect b);
Rect snapped(Rect rect);  // to whole device pixels
float snapped(float position);
void fill_rect(Rect rect, ImU32 colour, float radius = 0);
void stroke_rect(Rect rect, ImU32 colour, float radius, float width = 1);
void focus_ring(const Ui& ui, Rect rect, float radius);         // around a control
void focus_ring_inside(const Ui& ui, Rect rect, float radius);  // along a row's inner edge
void draw_text(const Ui& ui, ImVec2 at, std::string_view text, const TextStyle& style,
               ImU32 colour);
// An icon or any other single code point, as it is: not through shaping.
void draw_glyph(const Ui& ui, ImVec2 at, char32_t code_point, float size, ImU32 colour);
ImU32 mixed(ImU32 from, ImU32 to, float part);

// What was painted from `first_vertex` on becomes more transparent and moves: for what comes in.
void fade_and_move(ImDrawList& list, int first_vertex, float alpha, ImVec2 offset);

// Wrapped lines, each at its place; returns the height. No node.
float draw_block(Ui& ui, Rect rect, std::string_view text, const TextStyle& style, ImU32 colour,
                 Align align);

}  // namespace leadlight::ui
