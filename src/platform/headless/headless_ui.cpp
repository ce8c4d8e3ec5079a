#include "platform/headless/headless_ui.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <print>

#include "base/text.h"
#include "platform/headless/headless_fonts.h"

namespace leadlight::headless {

using a11y::Node;
using a11y::Role;

// ---- session ----

ImGuiSession::ImGuiSession() : context_(ImGui::CreateContext()) {
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
  io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
  fonts_ = make_headless_fonts();
}

ImGuiSession::~ImGuiSession() {
  for (ImTextureData* const texture : ImGui::GetPlatformIO().Textures) {
    texture->SetStatus(ImTextureStatus_Destroyed);
  }
  ImGui::DestroyContext(context_);
}

void ImGuiSession::begin_frame(float width, float height, float density) {
  ImGuiIO& io = ImGui::GetIO();
  io.DisplaySize = {width, height};
  io.DisplayFramebufferScale = {density, density};
  io.DeltaTime = 1.0F / 60;
  ImGui::NewFrame();
}

void ImGuiSession::end_frame() {
  ImGui::Render();
  for (ImTextureData* const texture : ImGui::GetPlatformIO().Textures) {
    if (texture->Status == ImTextureStatus_WantCreate) texture->SetTexID(1);
    if (texture->Status == ImTextureStatus_WantDestroy) {
      texture->SetTexID(ImTextureID_Invalid);
      texture->SetStatus(ImTextureStatus_Destroyed);
    } else {
      texture->SetStatus(ImTextureStatus_OK);
    }
  }
}

// ---- screen ----

Screen::Screen(app::App& app)
    : app_(app), shell_(std::make_unique<ui::Shell>(app, session_.fonts())) {
  app.on_leaving([this] { commit_entry(); });
  app.on_back([this] { return shell_->close_top(); });
}

Screen::Screen(app::App& app, Content content)
    : app_(app),
      canvas_(std::make_unique<ui::Canvas>(app, session_.fonts())),
      content_(std::move(content)) {}

Screen::~Screen() {
  app_.on_leaving({});
  app_.on_back({});
}

void Screen::commit_entry() {
  if (drawing_ || !shell_) return;
  for (int frames = shell_->frames_to_commit(); frames > 0; --frames) frame();
}

void Screen::hide() {
  commit_entry();
  app_.flush();
}

void Screen::resize(float width, float height, Pointer pointer) {
  width_ = width;
  height_ = height;
  input_.touch = input_.coarse_pointer = pointer == Pointer::kFinger;
  settle();
}

std::string Screen::printout() {
  shell_->want_printout();
  frame();
  return shell_->take_printout();
}

ui::FrameResult Screen::frame(double milliseconds) {
  input_.time_ms += milliseconds;
  session_.begin_frame(width_, height_, density_);
  drawing_ = true;
  ui::FrameResult result;
  if (shell_) {
    result = shell_->draw(input_);
  } else {
    result = canvas_->draw(input_, ui::ThemeChoice::kSystem, content_);
    for (app::Command& command : canvas_->take_commands()) commands.push_back(std::move(command));
  }
  session_.end_frame();
  drawing_ = false;
  return result;
}

int Screen::settle(int most) {
  int frames = 0;
  std::vector<Node> before;
  bool wants = true;
  while (frames < most) {
    before = tree().nodes();
    wants = frame().wants_frame;
    ++frames;
    if (!wants && before == tree().nodes()) break;
  }
  return frames;
}

void Screen::wait(double milliseconds) {
  frame(milliseconds);
  settle();
}

const a11y::Tree& Screen::tree() const { return shell_ ? shell_->tree() : canvas_->tree(); }

bool Screen::has(Role role, std::string_view name) const {
  return tree().find(role, name) != nullptr;
}

const Node& Screen::node(Role role, std::string_view name) const {
  const Node* const found = tree().find(role, name);
  if (found != nullptr) return *found;
  std::println(stderr, "There is no {} \"{}\" on screen:\n{}", a11y::text_of(role), name,
               outline());
  std::abort();
}

std::size_t Screen::count(Role role) const {
  return static_cast<std::size_t>(std::ranges::count(tree().nodes(), role, &Node::role));
}

std::vector<std::string> Screen::names(Role role) const {
  std::vector<std::string> all;
  for (const Node& node : tree().nodes()) {
    if (node.role == role) all.push_back(node.name);
  }
  return all;
}

bool Screen::says(std::string_view text) const {
  return std::ranges::any_of(tree().nodes(), [&](const Node& node) {
    return node.name.contains(text) || node.value.contains(text);
  });
}

std::string Screen::focused() const {
  for (const Node& node : tree().nodes()) {
    if (node.focused) return std::string(a11y::text_of(node.role)).append(" ").append(node.name);
  }
  return {};
}

// ---- pointer ----

// Scrolls it into view first, as a person would.
ImVec2 Screen::centre_of(Role role, std::string_view name) {
  Node found = node(role, name);
  const auto seen = [&] {
    const float y = found.rect.y + found.rect.height / 2;
    return !found.offscreen && y > 0 && y < height_;
  };
  for (int tries = 0; tries < 3 && !seen(); ++tries) {
    if (shell_)
      shell_->reveal(found.id);
    else
      canvas_->reveal(found.id);
    settle();
    found = node(role, name);
  }
  return {found.rect.x + found.rect.width / 2, found.rect.y + found.rect.height / 2};
}

void Screen::move_to(float x, float y) {
  pointer_ = {x, y};
  ImGui::GetIO().AddMousePosEvent(x, y);
  frame();
}

void Screen::press() {
  ImGui::GetIO().AddMouseButtonEvent(0, true);
  frame();
}

void Screen::release() {
  ImGui::GetIO().AddMouseButtonEvent(0, false);
  settle();
}

void Screen::click_at(float x, float y) {
  move_to(x, y);
  press();
  release();
}

void Screen::click(Role role, std::string_view name) {
  const ImVec2 at = centre_of(role, name);
  click_at(at.x, at.y);
}

void Screen::right_click(Role role, std::string_view name) {
  const ImVec2 at = centre_of(role, name);
  move_to(at.x, at.y);
  ImGui::GetIO().AddMouseButtonEvent(1, true);
  frame();
  ImGui::GetIO().AddMouseButtonEvent(1, false);
  settle();
}

void Screen::hold(float x, float y) {
  if (shell_) {
    shell_->long_press(x, y);
  } else {
    canvas_->long_press(x, y);
  }
  settle();
}

void Screen::long_press(Role role, std::string_view name) {
  const ImVec2 at = centre_of(role, name);
  hold(at.x, at.y);
}

void Screen::hover(Role role, std::string_view name) {
  const ImVec2 at = centre_of(role, name);
  move_to(at.x, at.y);
  settle();
}

void Screen::wheel(float notches) {
  ImGui::GetIO().AddMouseWheelEvent(0, notches);
  settle();
}

void Screen::pan(float dx, float dy) {
  if (shell_)
    shell_->scroll_by(-dx, -dy, pointer_.x, pointer_.y);
  else
    canvas_->scroll_by(-dx, -dy, pointer_.x, pointer_.y);
  settle();
}

bool Screen::slide(Role role, std::string_view name, float dx, float dy, bool lets_go) {
  const ImVec2 at = centre_of(role, name);
  const auto begin = [&](auto& on) { return on.slide_begin(at.x, at.y, dx / 8, dy / 8); };
  if (!(shell_ ? begin(*shell_) : begin(*canvas_))) return false;
  for (const float part : {0.3F, 0.6F, 1.0F}) {
    if (shell_)
      shell_->slide_move(dx * part, dy * part);
    else
      canvas_->slide_move(dx * part, dy * part);
    frame();
  }
  if (lets_go) let_go();
  return true;
}

void Screen::let_go(bool taken_away) {
  if (shell_)
    shell_->slide_end(!taken_away);
  else
    canvas_->slide_end(!taken_away);
  settle();
}

// ---- keyboard ----

bool Screen::key(ui::Key key, ui::KeyPress with) {
  with.key = key;
  with.time_ms = input_.time_ms;
  const bool used = shell_ ? shell_->key(with) : canvas_->key(with);
  // What the field in the page does with keys of its own.
  if (!used && entry().id != 0 && key == ui::Key::kEnter &&
      entry().kind != ui::FieldKind::kMultiline) {
    event(ui::EntryEvent::kSubmitted, entry().value);
  }
  settle();
  return used;
}

bool Screen::character(char32_t character, ui::KeyPress with) {
  with.character = character;
  const bool used = key(ui::Key::kCharacter, with);
  if (used || entry().id == 0 || with.ctrl) return used;
  std::string letter;
  append_utf8(letter, character);
  type(letter);
  return true;
}

void Screen::event(ui::EntryEvent event, std::string_view value) {
  const std::string copy(value);
  if (shell_)
    shell_->text_entry_event(event, copy);
  else
    canvas_->text_entry_event(event, copy);
}

void Screen::type(std::string_view text) {
  if (entry().id == 0) {
    std::println(stderr, "No field is edited that \"{}\" could be typed into:\n{}", text,
                 outline());
    std::abort();
  }
  event(ui::EntryEvent::kChanged, entry().value + std::string(text));
  settle();
}

void Screen::key_presses(std::string_view value) { event(ui::EntryEvent::kChanged, value); }

void Screen::clear_and_type(std::string_view text) {
  event(ui::EntryEvent::kChanged, text);
  settle();
}

void Screen::fill(std::string_view label, std::string_view text) {
  click(has(Role::kSearchbox, label) ? Role::kSearchbox : Role::kTextbox, label);
  clear_and_type(text);
  event(ui::EntryEvent::kLeft, text);
  settle();
}

const ui::TextEntry& Screen::entry() const {
  return shell_ ? shell_->text_entry() : canvas_->text_entry();
}

void Screen::act(Role role, std::string_view name, a11y::Action action, std::string_view value) {
  const a11y::NodeId id = node(role, name).id;
  if (shell_)
    shell_->act(id, action, value);
  else
    canvas_->act(id, action, value);
  settle();
}

std::vector<std::string> Screen::announcements() {
  std::vector<std::string> all;
  for (auto& one : shell_ ? shell_->take_announcements() : canvas_->take_announcements()) {
    all.push_back(std::move(one.text));
  }
  return all;
}

}  // namespace leadlight::headless
