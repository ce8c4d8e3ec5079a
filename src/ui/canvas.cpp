#include "ui/canvas.h"

#include <cmath>

#include "ui/canvas_parts.h"
#include "ui/item.h"

namespace leadlight::ui {

struct Canvas::Impl {
  const app::App& app;
  Fonts fonts;
  a11y::Tree tree;
  UiInternals in;
};

Canvas::Canvas(const app::App& app, Fonts fonts) : impl_(new Impl{app, fonts, {}, {}}) {}
Canvas::~Canvas() = default;

namespace {

Layout layout_of(float width) {
  return width < kTabletWidth   ? Layout::kPhone
         : width < kLaptopWidth ? Layout::kTablet
                                : Layout::kLaptop;
}

bool is_dark(ThemeChoice theme, const FrameInput& input) {
  return theme == ThemeChoice::kDark || (theme == ThemeChoice::kSystem && input.dark);
}

const Palette& palette_of(bool dark, bool more_contrast) {
  if (more_contrast) return dark ? dark_contrast_palette() : light_contrast_palette();
  return dark ? dark_palette() : light_palette();
}

// What the safe areas and a phone's keyboard leave.
Rect screen_of(const FrameInput& input) {
  const ImVec2 display = ImGui::GetIO().DisplaySize;
  const float bottom = std::max(input.safe_bottom, input.keyboard_height);
  return {input.safe_left, input.safe_top, display.x - input.safe_left - input.safe_right,
          display.y - input.safe_top - bottom};
}

void begin_page() {
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize(ImGui::GetIO().DisplaySize);
  constexpr ImGuiWindowFlags kFlags =
      ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoBackground |
      ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoMove |
      ImGuiWindowFlags_NoInputs | ImGuiWindowFlags_NoBringToFrontOnFocus;
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(0, 0));
  ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 0);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, 0);
  ImGui::Begin("page", nullptr, kFlags);
}

void end_page() {
  ImGui::End();
  ImGui::PopStyleVar(3);
}

// The wheel turns what lies under the mouse; a notch is 100 CSS pixels.
void turn_wheel(UiInternals& in) {
  constexpr float kNotch = 100;
  const float wheel = ImGui::GetIO().MouseWheel;
  if (wheel != 0) in.scrolling.scroll_at(in.pointer.position(), -wheel * kNotch, in.layers.modal());
}

void begin_frame(UiInternals& in, const FrameInput& input) {
  in.input = input;
  in.wants_frame = false;
  in.wake_after_ms = -1;
  in.cursor = ImGuiMouseCursor_Arrow;
  in.text_counts.clear();
  in.row = {};
  in.pointer.begin_frame(input.touch);
  in.focus.begin_frame();
  in.layers.begin_frame();
  in.scrolling.begin_frame(input.time_ms);
  in.entry.begin_frame();
  in.motion.begin_frame(input.time_ms, input.reduced_motion);
  in.measure.begin_frame(ImGui::GetIO().DisplayFramebufferScale.x);
  if (in.pointer.pressed()) {
    in.last_input_was_key = false;
    // A press anywhere else ends the edit before anything reacts to the release.
    if (in.entry.active() && in.pointer.under() != in.entry.now().id) in.entry.leave();
    if (in.pointer.under() == 0) in.focus.clear();
  }
  turn_wheel(in);
}

// Gives the focus to what an overlay opened with, or back to what was there before it.
void settle_focus(UiInternals& in) {
  for (const Overlays::Closed& closed : in.overlays.closed) {
    in.focus.set(closed.focus_before, closed.by_keyboard || in.last_input_was_key);
    in.wants_frame = true;
  }
  in.overlays.closed.clear();
  if (const Stop* const first =
          in.focus_layer == 0 ? nullptr : in.focus.first_in_layer(in.focus_layer)) {
    in.focus.set(first->id, in.last_input_was_key);
    in.focus_layer = 0;
  }
  Overlay* const top = in.overlays.top();
  if (top == nullptr || !top->focus_pending || top->layer == 0) return;
  const Stop* const first = in.focus.first_in_layer(top->layer);
  if (first == nullptr) return;
  top->focus_pending = false;
  in.wants_frame = true;
  in.focus.set(first->id, in.last_input_was_key);
  in.focus.scroll_to = first->id;
  // A finger would bring up the keyboard over what just opened.
  if (first->textbox && !in.pointer.touch()) in.entry.start(first->id, Entry::Caret::kSelectAll);
}

void end_frame(UiInternals& in) {
  in.pointer.end_frame();
  in.layers.end_frame();
  in.focus.end_frame(in.layers.modal());
  in.scrolling.end_frame();
  in.slides.end_frame();
  in.entry.end_frame();
  settle_focus(in);
  settle_list_wish(in);
  settle_lost_focus(in);
  const bool settling = in.overlays.end_frame();
  const bool moving = in.motion.end_frame();
  // Wishes that nobody took up are for something that has gone.
  if (++in.frames_of_wishes > 2) {
    in.focus.scroll_to = in.focus.activate = in.focus.context = 0;
    in.value_for = 0;
  }
  const bool wishes = in.focus.scroll_to != 0 || in.focus.activate != 0 || in.focus.context != 0 ||
                      in.value_for != 0 || in.list_wish.group != 0;
  if (!wishes) in.frames_of_wishes = 0;
  in.wants_frame = in.wants_frame || settling || moving || wishes || in.scrolling.moved() ||
                   in.entry.wants_frame() || input_is_waiting();
}

}  // namespace

FrameResult Canvas::draw(const FrameInput& input, ThemeChoice theme,
                         const std::function<void(Ui&)>& content) {
  UiInternals& in = impl_->in;
  const bool dark = is_dark(theme, input);
  begin_frame(in, input);
  Ui ui{.app = impl_->app,
        .state = impl_->app.state(),
        .colours = palette_of(dark, input.more_contrast),
        .fonts = impl_->fonts,
        .layout = layout_of(ImGui::GetIO().DisplaySize.x),
        .dark = dark,
        .reduced_motion = input.reduced_motion,
        .time_ms = input.time_ms,
        .screen = screen_of(input),
        .tree = impl_->tree,
        .internals = in};
  impl_->tree.begin_frame();
  begin_page();
  const ImVec2 display = ImGui::GetIO().DisplaySize;
  fill_rect({0, 0, display.x, display.y}, ui.colours.bg);
  content(ui);
  draw_tip(ui);
  update_carry(ui);
  end_page();
  impl_->tree.end_frame();
  end_frame(in);
  return {in.wants_frame, in.wake_after_ms, in.cursor, ui.colours.bg, dark};
}

std::vector<app::Command> Canvas::take_commands() { return std::exchange(impl_->in.commands, {}); }

void Canvas::scroll_by(float dx, float dy, float x, float y) {
  static_cast<void>(dx);
  UiInternals& in = impl_->in;
  in.pointer.cancel();
  in.scrolling.scroll_at({x, y}, dy, in.layers.modal());
}

bool Canvas::slide_begin(float x, float y, float dx, float dy) {
  UiInternals& in = impl_->in;
  if (!in.slides.begin({x, y}, {dx, dy}, in.layers.modal())) return false;
  in.pointer.cancel();
  return true;
}
void Canvas::slide_move(float dx, float dy) { impl_->in.slides.move({dx, dy}); }
void Canvas::slide_end(bool let_go) { impl_->in.slides.end(let_go); }

void Canvas::long_press(float x, float y) { impl_->in.pointer.long_press({x, y}); }

const a11y::Tree& Canvas::tree() const { return impl_->tree; }

std::vector<a11y::Announcement> Canvas::take_announcements() {
  return std::exchange(impl_->in.announcements, {});
}

const TextEntry& Canvas::text_entry() const { return impl_->in.entry.now(); }

void Canvas::leave_text_entry() { impl_->in.entry.leave(); }

UiInternals& Canvas::internals() { return impl_->in; }

bool Canvas::key(const KeyPress& press) { return use_key(impl_->in, impl_->tree, press); }

void Canvas::act(a11y::NodeId node, a11y::Action action, std::string_view value) {
  UiInternals& in = impl_->in;
  in.frames_of_wishes = 0;
  in.wants_frame = true;
  switch (action) {
    case a11y::Action::kActivate:
      focus_on(in, node, Edit::kNo);
      in.focus.activate = node;
      break;
    case a11y::Action::kFocus: focus_on(in, node, Edit::kYes); break;
    case a11y::Action::kContextMenu: in.focus.context = node; break;
    case a11y::Action::kSetValue:
      in.value_for = node;
      in.value = value;
      break;
  }
}

void Canvas::reveal(a11y::NodeId node) {
  impl_->in.frames_of_wishes = 0;
  impl_->in.focus.scroll_to = node;
}

void Canvas::text_entry_event(EntryEvent event, std::string_view value) {
  UiInternals& in = impl_->in;
  in.wants_frame = true;
  if (event == EntryEvent::kNext || event == EntryEvent::kPrevious) {
    leave_field(in, event == EntryEvent::kNext ? 1 : -1, value);
  } else {
    in.entry.report(event, value);
  }
}

}  // namespace leadlight::ui
