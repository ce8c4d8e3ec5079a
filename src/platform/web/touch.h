// What one finger means: a tap, a pan that glides on, a row or sheet that slides with it, a long
// press, a drag after a long press.
// Knows no browser: it is told of the finger and the time, and tells its listener.
#pragma once
#include <array>
#include <cstddef>

namespace leadlight::web {

class TouchListener {
 public:
  virtual ~TouchListener() = default;
  virtual void tap(float x, float y) = 0;
  virtual void pan(float dx, float dy, float x, float y) = 0;  // CSS pixels since the last call
  // Whether something at (x, y) slides the way (dx, dy) that the finger begins; else it pans.
  virtual bool slide_begin(float x, float y, float dx, float dy) = 0;
  virtual void slide_move(float dx, float dy) = 0;  // since it began
  virtual void slide_end(bool let_go) = 0;          // false: the finger was taken away
  virtual void long_press(float x, float y) = 0;
  virtual void drag_begin(float x, float y) = 0;
  virtual void drag_move(float x, float y) = 0;
  virtual void drag_end(float x, float y) = 0;
};

class Touch {
 public:
  static constexpr float kSlop = 8;  // CSS pixels that a tap may wander
  static constexpr double kLongPressMs = 500;

  explicit Touch(TouchListener& listener) : listener_(listener) {}
  void down(int finger, float x, float y, double time_ms);
  void move(int finger, float x, float y, double time_ms);
  void up(int finger, float x, float y, double time_ms);
  void cancel(int finger);
  // Call when kLongPressMs have passed since down, and once a frame while gliding.
  void advance(double time_ms);
  void set_glides(bool glides) { glides_ = glides; }  // false: reduced motion
  [[nodiscard]] bool gliding() const { return phase_ == Phase::kGliding; }
  [[nodiscard]] bool waiting() const { return phase_ == Phase::kDown; }

 private:
  enum class Phase : unsigned char {
    kNone,
    kDown,
    kPanning,
    kGliding,
    kSliding,
    kPressed,
    kDragging
  };
  struct Sample {
    float x = 0, y = 0;
    double time_ms = 0;
  };
  void remember(float x, float y, double time_ms);
  void start_gliding(double time_ms);

  TouchListener& listener_;
  Phase phase_ = Phase::kNone;
  bool glides_ = true;
  int finger_ = 0;
  Sample start_, last_;
  Sample slide_from_;
  std::array<Sample, 8> samples_{};  // a ring, for the speed on leaving
  std::size_t sample_count_ = 0;
  float speed_x_ = 0, speed_y_ = 0;  // CSS pixels a millisecond
};

}  // namespace leadlight::web
