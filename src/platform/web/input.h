// Mouse, pen, fingers, wheel and keys, from web/lib/pointer.js and keys.js to ImGui and the shell.
#pragma once
#include "platform/web/frame_loop.h"
#include "platform/web/touch.h"
#include "ui/shell.h"

namespace leadlight::web {

enum class PointerPhase : unsigned char { kDown, kMove, kUp, kCancel, kLeave };
enum class PointerKind : unsigned char { kMouse, kFinger };

struct PointerEvent {
  PointerPhase phase;
  PointerKind kind;
  int id;          // of the finger
  int button;      // 0 left, 1 right, 2 middle, as Dear ImGui counts; -1 none
  float x, y;      // CSS pixels
  double time_ms;  // when it happened, which may be a while before a busy page hears of it
};

class Input final : public TouchListener {
 public:
  Input(ui::Shell& shell, FrameLoop& loop);
  ~Input() override;
  Input(const Input&) = delete;
  Input& operator=(const Input&) = delete;

  // Once a frame, before it: gliding moves on.
  void advance(double time_ms);
  [[nodiscard]] bool last_was_touch() const { return last_was_touch_; }
  void set_reduced_motion(bool reduced);
  void set_zoom(float zoom) { zoom_ = zoom; }  // Screen::set_zoom

  // Both in the browser's CSS pixels.
  void pointer(PointerEvent event);
  void wheel(float dx, float dy, float x, float y, bool smooth);
  bool key(const ui::KeyPress& press);  // true: the shell used it
  void long_press_due();

  void tap(float x, float y) override;
  void pan(float dx, float dy, float x, float y) override;
  bool slide_begin(float x, float y, float dx, float dy) override;
  void slide_move(float dx, float dy) override;
  void slide_end(bool let_go) override;
  void long_press(float x, float y) override;
  void drag_begin(float x, float y) override;
  void drag_move(float x, float y) override;
  void drag_end(float x, float y) override;

 private:
  void mouse(const PointerEvent& event);
  void finger(const PointerEvent& event);
  void stop_timer();

  ui::Shell& shell_;
  FrameLoop& loop_;
  Touch touch_{*this};
  bool last_was_touch_ = false;
  bool reduced_motion_ = false;
  float zoom_ = 1;
  int timer_ = 0;  // until a long press; 0: none
  // A notch of a wheel, spread over a moment.
  float wheel_x_ = 0, wheel_y_ = 0;
  float wheel_at_x_ = 0, wheel_at_y_ = 0;
  double wheel_time_ms_ = 0;
};

}  // namespace leadlight::web
