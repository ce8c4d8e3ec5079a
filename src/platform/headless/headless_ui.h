// The interface without a screen: Dear ImGui without a renderer, letters of known widths, and a
// Screen that does what a person does: looks for something by role and name, clicks, types, presses
// keys.
//
//   MemoryPorts device;
//   app::App app(device.ports());
//   Screen screen(app);
//   app.start();
//   screen.click(Role::kButton, "Add lead");
//   screen.type("Olga Petrova");
#pragma once
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "a11y/tree.h"
#include "app/app.h"
#include "imgui.h"
#include "ui/canvas.h"
#include "ui/shell.h"

namespace leadlight::headless {

// A Dear ImGui context of its own, current for as long as it lives. One at a time.
class ImGuiSession {
 public:
  ImGuiSession();
  ~ImGuiSession();
  ImGuiSession(const ImGuiSession&) = delete;
  ImGuiSession& operator=(const ImGuiSession&) = delete;

  // Every letter is 0.5 of its size wide, CJK and emoji 1, a run 0.5 for each code point in it.
  [[nodiscard]] ui::Fonts fonts() const { return fonts_; }
  void begin_frame(float width, float height, float density);
  void end_frame();  // renders into draw lists; textures count as uploaded

 private:
  ImGuiContext* context_;
  ui::Fonts fonts_;
};

// What a person at a screen does. Everything waits until the picture has settled. Functions that
// look for a node fail loudly (std::abort after saying what is on screen) when it is not there.
class Screen {
 public:
  // The product's whole interface; commands go to the app.
  explicit Screen(app::App& app);
  // Just widgets, for their own tests: commands are kept in `commands`.
  using Content = std::function<void(ui::Ui&)>;
  Screen(app::App& app, Content content);
  ~Screen();

  enum class Pointer : unsigned char { kMouse, kFinger };
  void resize(float width, float height, Pointer pointer = Pointer::kMouse);  // draws
  void set_dark(bool dark) { input_.dark = dark; }
  void set_density(float density) { density_ = density; }
  void set_reduced_motion(bool reduced) { input_.reduced_motion = reduced; }

  ui::FrameResult frame(double milliseconds = 16);  // one, so much later
  // Frames until nothing moves and the tree stays the same; at most `most`. Returns how many it
  // took.
  int settle(int most = 60);
  void wait(double milliseconds);  // then settles

  [[nodiscard]] const a11y::Tree& tree() const;
  [[nodiscard]] std::string outline() const { return tree().outline(); }
  [[nodiscard]] bool has(a11y::Role role, std::string_view name) const;
  [[nodiscard]] const a11y::Node& node(a11y::Role role, std::string_view name) const;
  [[nodiscard]] std::size_t count(a11y::Role role) const;
  [[nodiscard]] std::vector<std::string> names(a11y::Role role) const;  // in reading order
  [[nodiscard]] bool says(std::string_view text) const;  // somewhere in a name or value
  [[nodiscard]] std::string focused() const;             // "button Add lead", or nothing

  // Pointer: mouse or finger, as set by `resize`.
  void click(a11y::Role role, std::string_view name);
  void click_at(float x, float y);
  void right_click(a11y::Role role, std::string_view name);
  void long_press(a11y::Role role, std::string_view name);
  void hold(float x, float y);  // a long press, as the platform reports it
  void hover(a11y::Role role, std::string_view name);
  void move_to(float x, float y);
  void press();  // the button goes down where the pointer is
  void release();
  void wheel(float notches);
  void pan(float dx, float dy);  // of a finger, from where the pointer is
  // A finger comes down on it and goes so far; false: nothing slides that way. With `lets_go` false
  // it stays there until `let_go`.
  bool slide(a11y::Role role, std::string_view name, float dx, float dy, bool lets_go = true);
  void let_go(bool taken_away = false);

  // Keyboard. While a field is edited, characters go into it, as they do in the page.
  bool key(ui::Key key, ui::KeyPress with = {});
  bool character(char32_t character, ui::KeyPress with = {});
  bool ctrl(char32_t character) { return this->character(character, {.ctrl = true}); }
  void type(std::string_view text);  // into the field that is edited
  void clear_and_type(std::string_view text);
  void fill(std::string_view label, std::string_view text);  // clicks the field, types, leaves it
  [[nodiscard]] const ui::TextEntry& entry() const;
  void key_presses(std::string_view value);  // the field has it, and no frame was drawn since
  void hide();                               // the page: it may go

  void act(a11y::Role role, std::string_view name, a11y::Action action,
           std::string_view value = {});
  std::string printout();                    // as the page would print it
  std::vector<std::string> announcements();  // since the last call

  std::vector<app::Command> commands;  // of the content of widget tests
  [[nodiscard]] ui::FrameInput& input() { return input_; }

 private:
  void event(ui::EntryEvent event, std::string_view value);
  ImVec2 centre_of(a11y::Role role, std::string_view name);

  void commit_entry();

  app::App& app_;
  ImGuiSession session_;
  std::unique_ptr<ui::Shell> shell_;
  std::unique_ptr<ui::Canvas> canvas_;
  Content content_;
  ui::FrameInput input_;
  float width_ = 1280, height_ = 800, density_ = 1;
  ImVec2 pointer_{-1, -1};
  bool drawing_ = false;
};

}  // namespace leadlight::headless
