// How far each scrolling area is scrolled, and who scrolls when a wheel turns or a finger pans.
#pragma once
#include <string_view>
#include <unordered_map>
#include <vector>

#include "imgui.h"
#include "ui/rect.h"

namespace leadlight::ui {

struct ScrollState {
  ImGuiID id = 0;
  float offset = 0;
  float content = 0;  // height, as reported
  float viewport = 0;
  Rect rect;  // on screen
  Rect visible;
  int layer = 0;
  double moved_at_ms = -1e9;  // the thumb shows for a while after
  float grab = 0;             // where in the thumb it is held
  [[nodiscard]] float furthest() const { return content > viewport ? content - viewport : 0; }
};

class Scrolling {
 public:
  void begin_frame(double time_ms);
  void end_frame();

  ScrollState& begin_area(ImGuiID id, Rect rect, Rect visible, int layer);
  ScrollState& innermost() { return states_[open_.back()]; }
  void end_area();
  // All areas around what is drawn now move so that `rect` (screen) can be seen.
  void reveal(Rect rect);

  // Both return whether something moved. `down` in CSS pixels; what an inner area can't use, an
  // outer gets.
  bool scroll_at(ImVec2 at, float down, int modal_layer);
  enum class Step : unsigned char { kLineUp, kLineDown, kPageUp, kPageDown, kHome, kEnd };
  bool scroll_around(ImVec2 at, Step step, int modal_layer);
  // The largest area that the keyboard scrolls when nothing in one has the focus; false if there is
  // none.
  bool largest(int modal_layer, ImVec2* inside) const;
  // The innermost area at a place, of any layer; null if there is none.
  [[nodiscard]] const Rect* area_at(ImVec2 at) const;
  bool move(ScrollState& state, float to);
  [[nodiscard]] bool moved() const { return moved_; }
  [[nodiscard]] double now_ms() const { return now_ms_; }

 private:
  std::unordered_map<ImGuiID, ScrollState> states_;
  std::vector<ImGuiID> order_;  // as drawn in the last frame: outer before inner
  std::vector<ImGuiID> building_;
  std::vector<ImGuiID> open_;
  double now_ms_ = 0;
  bool moved_ = false;
};

}  // namespace leadlight::ui
