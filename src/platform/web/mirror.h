// The semantic tree as real, invisible elements for screen readers and tests (web/lib/mirror.js).
// Not built before somebody needs it.
#pragma once
#include <string_view>
#include <vector>

#include "a11y/tree.h"
#include "platform/web/frame_loop.h"
#include "ui/shell.h"

namespace leadlight::web {

class Mirror {
 public:
  Mirror(ui::Shell& shell, FrameLoop& loop);
  Mirror(const Mirror&) = delete;
  Mirror& operator=(const Mirror&) = delete;
  void enable();
  void follow(const a11y::Tree& tree, a11y::NodeId edited);  // after each frame
  void announce(const std::vector<a11y::Announcement>& announcements);
  void act(a11y::NodeId node, a11y::Action action, std::string_view value);

 private:
  ui::Shell& shell_;
  FrameLoop& loop_;
  bool enabled_ = false;
  a11y::NodeId edited_ = 0;
  std::vector<a11y::Node> shown_;
};

}  // namespace leadlight::web
