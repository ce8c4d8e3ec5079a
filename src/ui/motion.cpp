#include "ui/motion.h"

#include <algorithm>

namespace leadlight::ui {

void Motion::begin_frame(double time_ms, bool reduced) {
  now_ms_ = time_ms;
  reduced_ = reduced;
  moving_ = false;
  for (auto& [id, value] : values_) value.asked = false;
}

bool Motion::end_frame() {
  std::erase_if(values_, [](const auto& entry) { return !entry.second.asked; });
  return moving_;
}

float Motion::at_now(const Value& value) const {
  const double part = std::clamp((now_ms_ - value.since_ms) / kDurationMs, 0.0, 1.0);
  const double rest = 1 - part;
  return value.from + (value.to - value.from) * static_cast<float>(1 - rest * rest * rest);
}

float Motion::towards(ImGuiID id, float target, float start) {
  if (reduced_) return target;
  const auto [found, fresh] = values_.try_emplace(id, Value{start, target, now_ms_, true});
  Value& value = found->second;
  value.asked = true;
  if (!fresh && value.to != target) value = {at_now(value), target, now_ms_, true};
  const float now = at_now(value);
  if (now != value.to) moving_ = true;
  return now;
}

}  // namespace leadlight::ui
