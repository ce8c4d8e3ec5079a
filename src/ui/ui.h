// What every widget and view draws with: theme, layout, semantic tree, commands, focus. One per
// frame's context, owned by the shell.
//
// A view is a state struct and `void draw(Ui&, ViewState&, Rect area)`: it reads app state, draws
// widgets into rectangles that it cuts from `area`, and emits commands. It never changes the book.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "a11y/tree.h"
#include "app/app.h"
#include "imgui.h"
#include "ui/icons.h"
#include "ui/rect.h"
#include "ui/text_entry.h"
#include "ui/theme.h"

namespace leadlight::ui {

struct FrameInput;
struct UiInternals;  // focus, activation, text entry, animation: widgets' own business

struct Ui {
  const app::App& app;
  const app::State& state;
  const Palette& colours;
  const Fonts& fonts;
  Layout layout = Layout::kLaptop;
  bool dark = false;
  bool reduced_motion = false;
  double time_ms = 0;
  Rect screen;  // safe areas already taken away
  a11y::Tree& tree;
  UiInternals& internals;

  [[nodiscard]] bool phone() const { return layout == Layout::kPhone; }
  // Height of a control: 36 with a mouse, 44 under a thumb.
  [[nodiscard]] float control_height() const { return phone() ? 44.0F : 36.0F; }

  void emit(app::Command command);                          // applied after the frame
  void request_frame();                                     // something is moving
  void wake_after(double delay_ms);                         // a frame later
  void announce(std::string text, bool assertive = false);  // spoken by screen readers
};

}  // namespace leadlight::ui
