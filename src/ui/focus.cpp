#include "ui/focus.h"

#include <algorithm>
#include <cmath>

#include "ui/input.h"

namespace leadlight::ui {

namespace {

bool are_row_and_companion(const Stop& one, const Stop& other) {
  const Rect& a = one.rect;
  const Rect& b = other.rect;
  return one.kind == GroupKind::kList && other.kind == GroupKind::kList &&
         one.companion != other.companion && std::max(a.x, b.x) < std::min(a.right(), b.right()) &&
         std::max(a.y, b.y) < std::min(a.bottom(), b.bottom());
}

}  // namespace

void Focus::end_frame(int modal_layer) {
  stops_.swap(building_);
  modal_layer_ = modal_layer;
  const auto found = std::ranges::find(stops_, id_, &Stop::id);
  if (found == stops_.end()) {
    // `building_` holds those of the frame before.
    if (id_ != 0 && std::ranges::contains(building_, id_, &Stop::id)) last_stops_ = building_;
    return;
  }
  last_index_ = static_cast<std::size_t>(found - stops_.begin());
  if (found->group == 0) return;
  const auto last =
      std::ranges::find(last_in_group_, found->group, &std::pair<ImGuiID, ImGuiID>::first);
  if (last != last_in_group_.end()) {
    last->second = id_;
    return;
  }
  constexpr std::size_t kMostRemembered = 64;
  if (last_in_group_.size() >= kMostRemembered) last_in_group_.erase(last_in_group_.begin());
  last_in_group_.emplace_back(found->group, id_);
}

void Focus::set(ImGuiID id, bool visible) {
  id_ = id;
  visible_ = visible;
  if (id == 0) last_index_ = 0;
}

const Stop* Focus::find(ImGuiID id) const {
  const auto found = std::ranges::find(stops_, id, &Stop::id);
  return id == 0 || found == stops_.end() ? nullptr : &*found;
}

const Stop* Focus::first_in_layer(int layer) const {
  const Stop* first = nullptr;
  for (const Stop& stop : stops_) {
    if (stop.layer != layer) continue;
    if (first == nullptr) first = &stop;
    if (stop.selected && stop.group == first->group) return &stop;
  }
  return first;
}

// The one of its group that had the focus last, else the selected one, else the first.
bool Focus::is_tab_stop(const Stop& stop) const {
  if (stop.kind == GroupKind::kNone) return true;
  if (stop.companion) {
    return std::ranges::any_of(stops_, [&](const Stop& row) {
      return are_row_and_companion(stop, row) && is_tab_stop(row);
    });
  }
  const auto last =
      std::ranges::find(last_in_group_, stop.group, &std::pair<ImGuiID, ImGuiID>::first);
  if (stop.kind != GroupKind::kChoices && last != last_in_group_.end() && find(last->second)) {
    return last->second == stop.id;
  }
  const auto in_group = [&](const Stop& other) { return other.group == stop.group; };
  const auto chosen = std::ranges::find_if(
      stops_, [&](const Stop& other) { return in_group(other) && other.selected; });
  const auto first = chosen != stops_.end() ? chosen : std::ranges::find_if(stops_, in_group);
  return first->id == stop.id;
}

bool Focus::go_to(const Stop& stop) {
  id_ = stop.id;
  visible_ = true;
  scroll_to = stop.id;
  return true;
}

bool Focus::walk(int step) {
  const auto count = static_cast<std::ptrdiff_t>(stops_.size());
  const Stop* const from = stop();
  std::ptrdiff_t index = step > 0 ? -1 : count;
  if (from != nullptr) {
    index = from - stops_.data();
  } else if (id_ != 0) {  // its widget has gone: go on from where it was
    index = std::min(static_cast<std::ptrdiff_t>(last_index_), count) - (step > 0 ? 1 : 0);
  }
  const ImGuiID group = from != nullptr ? from->group : 0;
  for (int round = 0; round < 2; ++round) {
    for (index += step; index >= 0 && index < count; index += step) {
      const Stop& next = stops_[static_cast<std::size_t>(index)];
      if (!reachable(next) || (group != 0 && next.group == group)) continue;
      if (is_tab_stop(next) || (from != nullptr && are_row_and_companion(*from, next)))
        return go_to(next);
    }
    if (modal_layer_ == 0) break;
    index = step > 0 ? -1 : count;
  }
  if (modal_layer_ != 0) return true;  // nowhere to go, but not out either
  clear();
  return false;
}

bool Focus::find_heir() {
  const auto lost = std::ranges::find(last_stops_, id_, &Stop::id);
  if (id_ == 0 || find(id_) != nullptr || lost == last_stops_.end()) return false;
  const auto of_same_list = [&](const Stop& other) { return other.group == lost->group; };
  if (lost->kind == GroupKind::kList && std::ranges::any_of(stops_, of_same_list)) return false;
  // What comes behind the nearest one before it that is still there took its place.
  auto next = stops_.begin();
  for (auto before = lost; next == stops_.begin() && before != last_stops_.begin();) {
    --before;
    const auto survivor = std::ranges::find(stops_, before->id, &Stop::id);
    if (survivor != stops_.end()) next = survivor + 1;
  }
  const ImGuiID landmark = lost->landmark;
  last_stops_.clear();
  const auto can = [&](const Stop& stop) { return reachable(stop) && is_tab_stop(stop); };
  for (auto heir = next; heir != stops_.end(); ++heir)
    if (heir->landmark == landmark && can(*heir)) return go_to(*heir);
  // That part of the page is gone, or ends there: back, as from a closed card to its row.
  for (auto heir = next; heir != stops_.begin();)
    if (--heir; !heir->companion && can(*heir)) return go_to(*heir);
  return false;
}

bool Focus::walk_to_textbox(int step) {
  const Stop* const from = stop();
  if (from == nullptr) return false;
  const auto count = static_cast<std::ptrdiff_t>(stops_.size());
  for (std::ptrdiff_t i = from - stops_.data() + step; i >= 0 && i < count; i += step) {
    const Stop& next = stops_[static_cast<std::size_t>(i)];
    if (reachable(next) && next.textbox) return go_to(next);
  }
  return false;
}

bool Focus::move(const KeyPress& press) {
  const Stop* const from = stop();
  if (from == nullptr || from->kind == GroupKind::kNone || !reachable(*from)) return false;
  const bool choices = from->kind == GroupKind::kChoices;
  int step = 0;
  bool to_end = false;
  switch (press.key) {
    case Key::kUp: step = -1; break;
    case Key::kDown: step = 1; break;
    case Key::kLeft:
    case Key::kRight: {
      const int side = press.key == Key::kLeft ? -1 : 1;
      if (from->kind == GroupKind::kList) return move_sideways(*from, side);
      if (!choices && from->kind != GroupKind::kBar) return false;
      step = side;
      break;
    }
    case Key::kHome: step = -1, to_end = true; break;
    case Key::kEnd: step = 1, to_end = true; break;
    default: return false;
  }
  std::vector<const Stop*> group;
  for (const Stop& other : stops_) {
    if (other.group == from->group) group.push_back(&other);
  }
  const auto count = static_cast<std::ptrdiff_t>(group.size());
  std::ptrdiff_t at = std::ranges::find(group, from) - group.begin();
  at = to_end ? (step < 0 ? 0 : count - 1) : at + step;
  if (at < 0 || at >= count) {
    if (from->kind == GroupKind::kList) return false;
    at = (at + count) % count;
  }
  const Stop& next = *group[static_cast<std::size_t>(at)];
  if (choices && next.id != id_) activate = next.id;
  return go_to(next);
}

// To the row at about the same height in the nearest list on that side: from column to column of a
// board.
bool Focus::move_sideways(const Stop& from, int step) {
  const Stop* best = nullptr;
  float best_distance = 0;
  for (const Stop& other : stops_) {
    if (other.kind != GroupKind::kList || other.group == from.group || !reachable(other)) continue;
    const float across =
        step > 0 ? other.rect.x - from.rect.right() : from.rect.x - other.rect.right();
    if (across < -1) continue;
    const float distance = across * 8 + std::abs(other.rect.y - from.rect.y);
    if (best == nullptr || distance < best_distance) best = &other, best_distance = distance;
  }
  return best != nullptr && go_to(*best);
}

bool Focus::move_in_list(int step) {
  const Stop* const from = stop();
  if (from != nullptr && from->kind == GroupKind::kList) {
    return move({.key = step > 0 ? Key::kDown : Key::kUp});
  }
  for (const Stop& other : stops_) {
    if (other.kind == GroupKind::kList && reachable(other) && is_tab_stop(other))
      return go_to(other);
  }
  return false;
}

}  // namespace leadlight::ui
