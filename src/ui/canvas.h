// Frames, input and focus of the whole canvas, whatever stands on it. The shell puts the product on
// it; tests of widgets put just those.
#pragma once
#include <functional>
#include <memory>
#include <string_view>
#include <vector>

#include "a11y/tree.h"
#include "app/app.h"
#include "ui/shell.h"
#include "ui/ui.h"

namespace leadlight::ui {

class Canvas {
 public:
  Canvas(const app::App& app, Fonts fonts);
  ~Canvas();
  Canvas(const Canvas&) = delete;
  Canvas& operator=(const Canvas&) = delete;

  // Between ImGui::NewFrame() and ImGui::Render(). `content` draws everything with the Ui it is
  // given.
  FrameResult draw(const FrameInput& input, ThemeChoice theme,
                   const std::function<void(Ui&)>& content);
  std::vector<app::Command> take_commands();

  // As in Shell.
  bool key(const KeyPress& press);
  void scroll_by(float dx, float dy, float x, float y);
  void long_press(float x, float y);
  bool slide_begin(float x, float y, float dx, float dy);
  void slide_move(float dx, float dy);
  void slide_end(bool let_go);
  [[nodiscard]] const a11y::Tree& tree() const;
  void act(a11y::NodeId node, a11y::Action action, std::string_view value);
  void reveal(a11y::NodeId node);
  std::vector<a11y::Announcement> take_announcements();
  [[nodiscard]] const TextEntry& text_entry() const;
  void text_entry_event(EntryEvent event, std::string_view value);

  void leave_text_entry();
  UiInternals& internals();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace leadlight::ui
