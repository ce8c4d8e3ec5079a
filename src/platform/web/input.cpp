#include "platform/web/input.h"

#include <emscripten/emscripten.h>
#include <emscripten/eventloop.h>

#include <cfloat>
#include <cmath>

#include "platform/web/border.h"

using leadlight::web::Input;

extern "C" {
void leadlight_pointer_start(Input* self);
void leadlight_keys_start(Input* self);
}

namespace leadlight::web {

namespace {
constexpr float kWheelMs = 50;  // a notch comes to 1/e of its way in this time
}

Input::Input(ui::Shell& shell, FrameLoop& loop) : shell_(shell), loop_(loop) {
  leadlight_pointer_start(this);
  leadlight_keys_start(this);
}

Input::~Input() { stop_timer(); }

void Input::stop_timer() {
  if (timer_ != 0) emscripten_clear_timeout(timer_);
  timer_ = 0;
}

void Input::set_reduced_motion(bool reduced) {
  reduced_motion_ = reduced;
  touch_.set_glides(!reduced);
}

void Input::advance(double time_ms) {
  touch_.advance(time_ms);
  if (wheel_x_ != 0 || wheel_y_ != 0) {
    const auto elapsed = static_cast<float>(time_ms - wheel_time_ms_);
    wheel_time_ms_ = time_ms;
    float part = 1 - std::exp(-elapsed / kWheelMs);
    if (std::hypot(wheel_x_, wheel_y_) < 1) part = 1;
    shell_.scroll_by(wheel_x_ * part, wheel_y_ * part, wheel_at_x_, wheel_at_y_);
    wheel_x_ -= wheel_x_ * part;
    wheel_y_ -= wheel_y_ * part;
  }
  if (touch_.gliding() || wheel_x_ != 0 || wheel_y_ != 0) loop_.request();
}

void Input::pointer(PointerEvent event) {
  event.x /= zoom_;
  event.y /= zoom_;
  last_was_touch_ = event.kind == PointerKind::kFinger;
  ImGui::GetIO().AddMouseSourceEvent(last_was_touch_ ? ImGuiMouseSource_TouchScreen
                                                     : ImGuiMouseSource_Mouse);
  if (last_was_touch_) {
    finger(event);
  } else {
    mouse(event);
  }
  loop_.request(FrameLoop::kSettle);
}

void Input::mouse(const PointerEvent& event) {
  ImGuiIO& io = ImGui::GetIO();
  if (event.phase == PointerPhase::kLeave || event.phase == PointerPhase::kCancel) {
    io.AddMousePosEvent(-FLT_MAX, -FLT_MAX);
    return;
  }
  io.AddMousePosEvent(event.x, event.y);
  if (event.phase == PointerPhase::kMove || event.button < 0) return;
  io.AddMouseButtonEvent(event.button, event.phase == PointerPhase::kDown);
  // In the event itself: what a click opens (a field, a file picker) may need its gesture.
  loop_.run_now();
}

void Input::finger(const PointerEvent& event) {
  switch (event.phase) {
    case PointerPhase::kDown:
      touch_.down(event.id, event.x, event.y, event.time_ms);
      stop_timer();
      timer_ =
          emscripten_set_timeout([](void* self) { static_cast<Input*>(self)->long_press_due(); },
                                 Touch::kLongPressMs, this);
      return;
    case PointerPhase::kMove: touch_.move(event.id, event.x, event.y, event.time_ms); break;
    case PointerPhase::kUp: touch_.up(event.id, event.x, event.y, event.time_ms); break;
    case PointerPhase::kCancel:
    case PointerPhase::kLeave: touch_.cancel(event.id); break;
  }
  if (!touch_.waiting()) stop_timer();
}

void Input::long_press_due() {
  timer_ = 0;
  // Timers may come a little early.
  touch_.advance(emscripten_get_now() + 2);
  loop_.request(FrameLoop::kSettle);
}

// The whole click inside the event that lifted the finger, so that a field which it opens may have
// the keyboard. Afterwards nothing is hovered: there is no pointer.
void Input::tap(float x, float y) {
  ImGuiIO& io = ImGui::GetIO();
  io.AddMousePosEvent(x, y);
  loop_.run_now();
  io.AddMouseButtonEvent(0, true);
  loop_.run_now();
  io.AddMouseButtonEvent(0, false);
  loop_.run_now();
  // A form that begins anew starts its first field in the frame behind its button's.
  if (loop_.pending()) loop_.run_now();
  io.AddMousePosEvent(-FLT_MAX, -FLT_MAX);
}

// The content follows the finger: what is below comes up with it.
void Input::pan(float dx, float dy, float x, float y) { shell_.scroll_by(-dx, -dy, x, y); }

bool Input::slide_begin(float x, float y, float dx, float dy) {
  return shell_.slide_begin(x, y, dx, dy);
}
void Input::slide_move(float dx, float dy) { shell_.slide_move(dx, dy); }
void Input::slide_end(bool let_go) { shell_.slide_end(let_go); }

void Input::long_press(float x, float y) { shell_.long_press(x, y); }

void Input::drag_begin(float x, float y) {
  ImGuiIO& io = ImGui::GetIO();
  io.AddMousePosEvent(x, y);
  loop_.run_now();
  io.AddMouseButtonEvent(0, true);
  loop_.run_now();
}
void Input::drag_move(float x, float y) { ImGui::GetIO().AddMousePosEvent(x, y); }
void Input::drag_end(float x, float y) {
  ImGuiIO& io = ImGui::GetIO();
  io.AddMousePosEvent(x, y);
  loop_.run_now();
  io.AddMouseButtonEvent(0, false);
  loop_.run_now();
  io.AddMousePosEvent(-FLT_MAX, -FLT_MAX);
}

void Input::wheel(float dx, float dy, float x, float y, bool smooth) {
  dx /= zoom_, dy /= zoom_, x /= zoom_, y /= zoom_;
  if (smooth || reduced_motion_) {
    shell_.scroll_by(dx, dy, x, y);
  } else {
    if (wheel_x_ == 0 && wheel_y_ == 0) wheel_time_ms_ = emscripten_get_now();
    wheel_x_ += dx;
    wheel_y_ += dy;
    wheel_at_x_ = x;
    wheel_at_y_ = y;
  }
  loop_.request(FrameLoop::kSettle);
}

bool Input::key(const ui::KeyPress& press) {
  // What was typed just now must be in before Tab takes the field away.
  if (shell_.text_entry().id != 0 && loop_.pending()) loop_.run_now();
  const bool used = shell_.key(press);
  loop_.request(FrameLoop::kSettle);
  if (used) loop_.run_now();
  return used;
}

}  // namespace leadlight::web

using leadlight::web::PointerKind;
using leadlight::web::PointerPhase;

LEADLIGHT_EXPORT void leadlight_pointer_event(Input* self, int phase, int kind, int id, int button,
                                              double x, double y, double time_ms) {
  self->pointer({.phase = static_cast<PointerPhase>(phase),
                 .kind = static_cast<PointerKind>(kind),
                 .id = id,
                 .button = button,
                 .x = static_cast<float>(x),
                 .y = static_cast<float>(y),
                 .time_ms = time_ms});
}
LEADLIGHT_EXPORT void leadlight_wheel_event(Input* self, double dx, double dy, double x, double y,
                                            bool smooth) {
  self->wheel(static_cast<float>(dx), static_cast<float>(dy), static_cast<float>(x),
              static_cast<float>(y), smooth);
}
LEADLIGHT_EXPORT bool leadlight_key_event(Input* self, int key, int character, bool ctrl,
                                          bool shift, bool alt, double time_ms) {
  return self->key({.key = static_cast<leadlight::ui::Key>(key),
                    .character = static_cast<char32_t>(character),
                    .ctrl = ctrl,
                    .shift = shift,
                    .alt = alt,
                    .time_ms = time_ms});
}
