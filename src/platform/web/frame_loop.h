// When to draw: only after something happened. A request is one animation frame; a hidden page or a
// lost graphics context draws nothing and catches up when it is back.
#pragma once
#include <functional>

namespace leadlight::web {

class FrameLoop {
 public:
  explicit FrameLoop(std::function<void()> draw);
  FrameLoop(const FrameLoop&) = delete;
  FrameLoop& operator=(const FrameLoop&) = delete;

  // At least this many frames more. An input event asks for kSettle, since a widget may react to
  // what another one did in the frame before.
  static constexpr int kSettle = 3;
  void request(int frames = 1);
  // One frame inside the event that is being handled: focus, file picker and clipboard need its
  // gesture.
  void run_now();
  void wake_after(double delay_ms);  // one frame then; replaces an earlier wish
  void set_paused(bool paused);
  // Requested frames wait while the storage has a change under way, but kHold milliseconds at most:
  // Chromium runs a page's drawing before its storage's answers, which would come two frames later.
  // run_now() does not wait.
  static constexpr double kHold = 40;
  void set_held(bool held);

  [[nodiscard]] bool pending() const { return wanted_ > 0; }
  [[nodiscard]] unsigned frames() const { return frames_; }

 private:
  void schedule();
  void draw_one();

  std::function<void()> draw_;
  int wanted_ = 0;
  bool scheduled_ = false;
  bool drawing_ = false;
  bool paused_ = false;
  bool held_ = false;
  int timer_ = 0;       // 0: none
  int hold_timer_ = 0;  // 0: none
  unsigned frames_ = 0;
};

}  // namespace leadlight::web
