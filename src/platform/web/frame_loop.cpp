#include "platform/web/frame_loop.h"

#include <emscripten/eventloop.h>
#include <emscripten/html5.h>

#include <algorithm>

namespace leadlight::web {

FrameLoop::FrameLoop(std::function<void()> draw) : draw_(std::move(draw)) {}

void FrameLoop::request(int frames) {
  wanted_ = std::max(wanted_, frames);
  schedule();
}

void FrameLoop::schedule() {
  if (scheduled_ || paused_ || held_ || wanted_ == 0) return;
  scheduled_ = true;
  emscripten_request_animation_frame(
      [](double, void* self) -> bool {
        auto& loop = *static_cast<FrameLoop*>(self);
        loop.scheduled_ = false;
        if (!loop.paused_ && !loop.held_ && loop.wanted_ > 0) loop.draw_one();
        loop.schedule();
        return false;
      },
      this);
}

void FrameLoop::run_now() {
  if (paused_ || drawing_) return;
  draw_one();
  schedule();
}

void FrameLoop::draw_one() {
  drawing_ = true;
  wanted_ = std::max(0, wanted_ - 1);
  ++frames_;
  draw_();
  drawing_ = false;
}

void FrameLoop::wake_after(double delay_ms) {
  if (timer_ != 0) emscripten_clear_timeout(timer_);
  timer_ = emscripten_set_timeout(
      [](void* self) {
        auto& loop = *static_cast<FrameLoop*>(self);
        loop.timer_ = 0;
        loop.request();
      },
      delay_ms, this);
}

void FrameLoop::set_held(bool held) {
  if (hold_timer_ != 0) emscripten_clear_timeout(hold_timer_);
  hold_timer_ = 0;
  held_ = held;
  if (!held) return schedule();
  hold_timer_ = emscripten_set_timeout(
      [](void* self) { static_cast<FrameLoop*>(self)->set_held(false); }, kHold, this);
}

void FrameLoop::set_paused(bool paused) {
  paused_ = paused;
  if (!paused) request(kSettle);
}

}  // namespace leadlight::web
