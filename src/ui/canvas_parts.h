// What the canvas is made of, apart from drawing.
#pragma once
#include <string_view>

#include "ui/internals.h"

namespace leadlight::ui {

// Keyboard: true if the key did something.
bool use_key(UiInternals& in, const a11y::Tree& tree, const KeyPress& press);
enum class Edit : unsigned char {
  kNo,
  kYes
};  // a text field that gets the focus starts to be edited
void focus_on(UiInternals& in, ImGuiID id, Edit edit);
void settle_list_wish(UiInternals& in);   // after a frame
void settle_lost_focus(UiInternals& in);  // after a frame
void leave_field(UiInternals& in, int step, std::string_view value);

bool input_is_waiting();  // in Dear ImGui's queue: it gives one change of a button to a frame
void draw_tip(Ui& ui);
void update_carry(Ui& ui);

}  // namespace leadlight::ui
