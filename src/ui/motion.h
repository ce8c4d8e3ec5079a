// Values that move towards where they should be, in under 200 ms; at once with reduced motion.
#pragma once
#include <unordered_map>

#include "imgui.h"

namespace leadlight::ui {

class Motion {
 public:
  static constexpr double kDurationMs = 140;

  void begin_frame(double time_ms, bool reduced);
  // True when something has still a way to go: draw another frame.
  bool end_frame();

  // The value under `id`, on its way to `target`. Starts at `start` when it was not asked for in
  // the frame before.
  float towards(ImGuiID id, float target, float start);
  float towards(ImGuiID id, float target) { return towards(id, target, target); }

 private:
  struct Value {
    float from = 0, to = 0;
    double since_ms = 0;
    bool asked = false;
  };
  [[nodiscard]] float at_now(const Value& value) const;

  std::unordered_map<ImGuiID, Value> values_;
  double now_ms_ = 0;
  bool reduced_ = false;
  bool moving_ = false;
};

}  // namespace leadlight::ui
