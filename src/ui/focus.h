// Where the keyboard is. Works on what was drawn in the frame before: Tab walks the stops in
// reading order, arrow keys move inside a group. While something modal is open, only its own layer
// and those above count.
#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "imgui.h"
#include "ui/rect.h"

namespace leadlight::ui {

struct KeyPress;

// How arrow keys move in a group. A group is one stop for Tab.
enum class GroupKind : unsigned char {
  kNone,
  kBar,      // all four; a row or column of ways to go
  kList,     // up and down (and to the list beside with left and right)
  kMenu,     // up and down, around the ends
  kChoices,  // all four, and the choice follows
};

struct Stop {
  ImGuiID id = 0;
  ImGuiID group = 0;
  GroupKind kind = GroupKind::kNone;
  bool selected = false;  // the group's stop for Tab, unless another had the focus
  bool textbox = false;
  bool companion = false;  // belongs to the row that it stands in: a stop where that is one
  int layer = 0;
  ImGuiID landmark = 0;  // the part of the page that it is in
  Rect rect;
};

class Focus {
 public:
  void begin_frame() { building_.clear(); }
  void end_frame(int modal_layer);
  void add(const Stop& stop) { building_.push_back(stop); }

  [[nodiscard]] ImGuiID id() const { return id_; }
  [[nodiscard]] bool visible() const { return visible_; }  // by keyboard: the ring is drawn
  void set(ImGuiID id, bool visible);
  void clear() { set(0, false); }

  // Each returns whether there was somewhere to go.
  bool walk(
      int step);  // Tab: +1, Shift+Tab: -1. At the end the focus leaves (or goes around if modal)
  bool walk_to_textbox(int step);  // the phone's "next"
  // When the widget with the focus has gone, and did not just scroll out of its list: goes to what
  // took its place. True if it went somewhere.
  bool find_heir();
  bool move(const KeyPress& press);  // arrows, Home, End
  // Character keys j and k as arrows; they also enter the first list.
  bool move_in_list(int step);

  [[nodiscard]] const Stop* stop() const { return find(id_); }  // null if it is not on screen
  [[nodiscard]] const Stop* find(ImGuiID id) const;
  [[nodiscard]] const Stop* first_in_layer(int layer) const;  // its selected one if a group has one
  [[nodiscard]] const std::vector<Stop>& stops() const { return stops_; }

  // One-shot wishes that widgets take up when they are drawn.
  ImGuiID scroll_to = 0;  // bring into view
  ImGuiID activate = 0;   // as if clicked, by Enter, Space or the mirror
  ImGuiID context = 0;    // as if right-clicked

 private:
  [[nodiscard]] bool reachable(const Stop& stop) const { return stop.layer >= modal_layer_; }
  [[nodiscard]] bool is_tab_stop(const Stop& stop) const;
  bool go_to(const Stop& stop);
  bool move_sideways(const Stop& from, int step);

  std::vector<Stop> stops_;
  std::vector<Stop> building_;
  ImGuiID id_ = 0;
  bool visible_ = false;
  int modal_layer_ = 0;
  std::size_t last_index_ = 0;    // where the focus was, for when its widget has gone
  std::vector<Stop> last_stops_;  // and what was around it then
  std::vector<std::pair<ImGuiID, ImGuiID>> last_in_group_;
};

}  // namespace leadlight::ui
