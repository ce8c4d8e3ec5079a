#include "platform/web/touch.h"

#include <algorithm>
#include <cmath>

namespace leadlight::web {

namespace {
constexpr double kSpeedWindowMs = 100;  // the finger's last moments say how fast it left
constexpr float kLeastSpeed = 0.05F;    // CSS pixels a millisecond
constexpr float kMostSpeed = 6;
constexpr float kDecayMs = 325;  // the speed falls to 1/e in this time
}  // namespace

void Touch::remember(float x, float y, double time_ms) {
  last_ = {x, y, time_ms};
  samples_[sample_count_++ % samples_.size()] = last_;
}

void Touch::down(int finger, float x, float y, double time_ms) {
  if (phase_ != Phase::kNone && phase_ != Phase::kGliding) return;  // only the first finger counts
  phase_ = Phase::kDown;
  finger_ = finger;
  start_ = {x, y, time_ms};
  sample_count_ = 0;
  remember(x, y, time_ms);
}

void Touch::move(int finger, float x, float y, double time_ms) {
  if (finger != finger_) return;
  const float dx = x - last_.x;
  const float dy = y - last_.y;
  switch (phase_) {
    case Phase::kDown:
      if (std::hypot(x - start_.x, y - start_.y) < kSlop) return;
      remember(x, y, time_ms);  // without the slop, or the page would jump by it
      phase_ = Phase::kPanning;
      if (listener_.slide_begin(start_.x, start_.y, x - start_.x, y - start_.y)) {
        phase_ = Phase::kSliding;
        slide_from_ = last_;
      }
      return;
    case Phase::kSliding: listener_.slide_move(x - slide_from_.x, y - slide_from_.y); return;
    case Phase::kPanning:
      remember(x, y, time_ms);
      listener_.pan(dx, dy, start_.x, start_.y);
      return;
    case Phase::kPressed:
      if (std::hypot(x - start_.x, y - start_.y) < kSlop) return;
      phase_ = Phase::kDragging;
      listener_.drag_begin(start_.x, start_.y);
      listener_.drag_move(x, y);
      return;
    case Phase::kDragging: listener_.drag_move(x, y); return;
    case Phase::kNone:
    case Phase::kGliding: return;
  }
}

void Touch::up(int finger, float x, float y, double time_ms) {
  if (finger != finger_) return;
  const Phase phase = phase_;
  if (phase == Phase::kGliding) return;
  phase_ = Phase::kNone;
  if (phase == Phase::kDown) listener_.tap(start_.x, start_.y);
  if (phase == Phase::kPanning) start_gliding(time_ms);
  if (phase == Phase::kSliding) listener_.slide_end(true);
  if (phase == Phase::kDragging) listener_.drag_end(x, y);
}

void Touch::cancel(int finger) {
  if (finger != finger_ || phase_ == Phase::kGliding) return;
  const Phase phase = phase_;
  phase_ = Phase::kNone;
  if (phase == Phase::kSliding) listener_.slide_end(false);
  if (phase == Phase::kDragging) listener_.drag_end(start_.x, start_.y);  // back where it came from
}

void Touch::start_gliding(double time_ms) {
  if (!glides_) return;
  Sample first = last_;
  for (std::size_t i = 0; i < std::min(sample_count_, samples_.size()); ++i) {
    const Sample& sample = samples_[i];
    if (time_ms - sample.time_ms <= kSpeedWindowMs && sample.time_ms < first.time_ms)
      first = sample;
  }
  const auto elapsed = static_cast<float>(time_ms - first.time_ms);
  if (elapsed <= 0) return;
  speed_x_ = std::clamp((last_.x - first.x) / elapsed, -kMostSpeed, kMostSpeed);
  speed_y_ = std::clamp((last_.y - first.y) / elapsed, -kMostSpeed, kMostSpeed);
  if (std::hypot(speed_x_, speed_y_) < kLeastSpeed) return;
  phase_ = Phase::kGliding;
  last_.time_ms = time_ms;
}

void Touch::advance(double time_ms) {
  if (phase_ == Phase::kDown && time_ms - start_.time_ms >= kLongPressMs) {
    phase_ = Phase::kPressed;
    listener_.long_press(start_.x, start_.y);
    return;
  }
  if (phase_ != Phase::kGliding) return;
  const float elapsed = std::min(static_cast<float>(time_ms - last_.time_ms), 64.0F);
  last_.time_ms = time_ms;
  const float left = std::exp(-elapsed / kDecayMs);
  // The way of a speed that falls like this: its integral.
  const float way = kDecayMs * (1 - left);
  listener_.pan(speed_x_ * way, speed_y_ * way, start_.x, start_.y);
  speed_x_ *= left;
  speed_y_ *= left;
  if (std::hypot(speed_x_, speed_y_) < kLeastSpeed) phase_ = Phase::kNone;
}

}  // namespace leadlight::web
