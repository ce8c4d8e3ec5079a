// What the keyboard does everywhere: Tab, Enter and Space, arrows, Escape, scrolling, type-ahead in
// menus. The shell adds the product's own shortcuts.
#include <cmath>

#include "base/text.h"
#include "ui/canvas_parts.h"

namespace leadlight::ui {

namespace {

// After the focus moved by key: a text field is ready to be typed into, any other ends the edit.
void follow_focus(UiInternals& in) {
  const Stop* const stop = in.focus.stop();
  if (stop != nullptr && stop->textbox) {
    in.entry.start(stop->id, Entry::Caret::kSelectAll);
  } else {
    in.entry.leave();
  }
}

bool walk(UiInternals& in, int step) {
  const bool went = in.focus.walk(step);
  follow_focus(in);
  return went;
}

bool close_overlay(UiInternals& in) {
  if (!in.overlays.any()) return false;
  in.overlays.close_top();
  return true;
}

bool activate(UiInternals& in) {
  const Stop* const stop = in.focus.stop();
  if (stop == nullptr || stop->layer < in.layers.modal()) return false;
  in.focus.activate = stop->id;
  in.focus.set(stop->id, true);
  return true;
}

bool scroll(UiInternals& in, Key key) {
  ImVec2 at{0, 0};
  const Stop* const stop = in.focus.stop();
  if (stop != nullptr) {
    at = {stop->rect.x + stop->rect.w / 2, stop->rect.y + stop->rect.h / 2};
  }
  if ((stop == nullptr || in.scrolling.area_at(at) == nullptr) &&
      !in.scrolling.largest(in.layers.modal(), &at)) {
    return false;
  }
  using Step = Scrolling::Step;
  const auto step = [&](Step which) {
    return in.scrolling.scroll_around(at, which, in.layers.modal());
  };
  switch (key) {
    case Key::kUp: return step(Step::kLineUp);
    case Key::kDown: return step(Step::kLineDown);
    case Key::kPageUp: return step(Step::kPageUp);
    case Key::kPageDown: return step(Step::kPageDown);
    case Key::kHome: return step(Step::kHome);
    case Key::kEnd: return step(Step::kEnd);
    default: return false;
  }
}

// In an open menu, letters go to the next item that starts with them.
bool type_ahead(UiInternals& in, const a11y::Tree& tree, const KeyPress& press) {
  const Stop* const from = in.focus.stop();
  if (from == nullptr || from->kind != GroupKind::kMenu || press.character < ' ') return false;
  constexpr double kPatienceMs = 900;
  // By the time of the key: the frame before it may be long ago.
  if (press.time_ms - in.typed_ahead_at_ms > kPatienceMs) in.typed_ahead.clear();
  in.typed_ahead_at_ms = press.time_ms;
  append_utf8(in.typed_ahead, press.character);
  const std::string wanted = folded(in.typed_ahead);
  std::vector<const Stop*> group;
  for (const Stop& stop : in.focus.stops()) {
    if (stop.group == from->group) group.push_back(&stop);
  }
  std::size_t at = 0;
  while (group[at] != from) ++at;
  // The first letter looks further on, the next ones at the present item too.
  const std::size_t start = in.typed_ahead.size() > 1 ? at : at + 1;
  for (std::size_t i = 0; i < group.size(); ++i) {
    const Stop& stop = *group[(start + i) % group.size()];
    const a11y::Node* const node = tree.find(stop.id);
    if (node == nullptr || !folded(node->name).starts_with(wanted)) continue;
    in.focus.set(stop.id, true);
    in.focus.scroll_to = stop.id;
    break;
  }
  return true;
}

// Keys that the platform passes on although its own field has them.
bool use_key_while_editing(UiInternals& in, const KeyPress& press) {
  switch (press.key) {
    case Key::kTab: leave_field(in, press.shift ? -1 : 1, in.entry.now().value); return true;
    case Key::kEscape: {
      // What is typed goes first, then the dialog around it; where nothing is, both at once.
      const Overlay* const top = in.overlays.top();
      if (in.entry.is_untouched() && top != nullptr && top->kind == Overlay::Kind::kDialog)
        in.overlays.close_top();
      in.entry.report(EntryEvent::kCancelled, {});
      return true;
    }
    default: return false;
  }
}

// In a long list the row to go to may not be drawn yet: scrolls there first.
bool jump_in_list(UiInternals& in, Key key) {
  const Stop* const stop = in.focus.stop();
  if (stop == nullptr || stop->kind != GroupKind::kList || stop->layer < in.layers.modal())
    return false;
  const bool moved = scroll(in, key);
  using Row = ListWish::Row;
  const bool back = key == Key::kHome || key == Key::kPageUp;
  const bool to_end = key == Key::kHome || key == Key::kEnd || !moved;
  in.list_wish = {stop->group,
                  !to_end ? Row::kNearest
                  : back  ? Row::kFirst
                          : Row::kLast,
                  stop->rect.y, 0};
  return true;
}

bool use_arrow(UiInternals& in, const KeyPress& press) {
  const bool jump = press.key != Key::kUp && press.key != Key::kDown && press.key != Key::kLeft &&
                    press.key != Key::kRight;
  if (jump && jump_in_list(in, press.key)) return true;
  if (in.focus.move(press)) {
    follow_focus(in);
    return true;
  }
  return scroll(in, press.key);
}

}  // namespace

bool use_key(UiInternals& in, const a11y::Tree& tree, const KeyPress& press) {
  in.last_input_was_key = true;
  in.frames_of_wishes = 0;
  if (in.entry.active()) return use_key_while_editing(in, press);
  if (press.ctrl || press.alt) return false;
  switch (press.key) {
    case Key::kTab: {
      const Overlay* const top = in.overlays.top();
      if (top != nullptr && top->kind == Overlay::Kind::kMenu) return close_overlay(in);
      return walk(in, press.shift ? -1 : 1);
    }
    case Key::kEnter:
    case Key::kSpace: return activate(in);
    case Key::kEscape:
      if (in.carry.source != 0) {
        in.carry = {};  // put back where it was
        return true;
      }
      return close_overlay(in);
    case Key::kUp:
    case Key::kDown:
    case Key::kLeft:
    case Key::kRight:
    case Key::kHome:
    case Key::kEnd:
    case Key::kPageUp:
    case Key::kPageDown: return use_arrow(in, press);
    case Key::kContextMenu: {
      const Stop* const stop = in.focus.stop();
      if (stop == nullptr) return false;
      in.focus.context = stop->id;
      return true;
    }
    case Key::kCharacter:
      if (type_ahead(in, tree, press)) return true;
      if (press.character == 'j') return in.focus.move_in_list(1);
      if (press.character == 'k') return in.focus.move_in_list(-1);
      return false;
    case Key::kDelete:
    case Key::kBackspace: return false;
  }
  return false;
}

void settle_list_wish(UiInternals& in) {
  ListWish& wish = in.list_wish;
  constexpr int kFramesToScroll = 2;
  if (wish.group == 0 || ++wish.frames < kFramesToScroll) return;
  const Stop* chosen = nullptr;
  for (const Stop& stop : in.focus.stops()) {
    if (stop.group != wish.group) continue;
    const bool nearer =
        chosen == nullptr || std::abs(stop.rect.y - wish.y) < std::abs(chosen->rect.y - wish.y);
    if (wish.row == ListWish::Row::kLast || nearer) chosen = &stop;
    if (wish.row == ListWish::Row::kFirst) break;
  }
  wish = {};
  if (chosen == nullptr) return;
  in.focus.set(chosen->id, true);
  in.focus.scroll_to = chosen->id;
}

// By keyboard one must always be somewhere: when the page has changed, where it did.
void settle_lost_focus(UiInternals& in) {
  const bool lost = in.focus.id() != 0 && in.focus.stop() == nullptr;
  if (!lost || !in.last_input_was_key || in.list_wish.group != 0) {
    in.frames_without_focus = 0;
    return;
  }
  // What is built anew may be back in a moment.
  constexpr int kPatience = 3;
  if (++in.frames_without_focus < kPatience) {
    in.wants_frame = true;
    return;
  }
  if (in.frames_without_focus > kPatience || !in.focus.find_heir()) return;
  follow_focus(in);
  in.wants_frame = true;
  in.frames_of_wishes = 0;
}

void focus_on(UiInternals& in, ImGuiID id, Edit edit) {
  const Stop* const stop = in.focus.find(id);
  if (stop == nullptr) return;
  in.focus.set(id, true);
  in.focus.scroll_to = id;
  in.last_input_was_key = true;
  if (edit == Edit::kYes || !stop->textbox) follow_focus(in);
}

// Tab in a text field goes on to whatever comes next; a phone's "next" to the next thing to type.
void leave_field(UiInternals& in, int step, std::string_view value) {
  in.entry.report(EntryEvent::kChanged, value);
  in.last_input_was_key = true;
  in.frames_of_wishes = 0;
  if (in.input.touch && in.focus.walk_to_textbox(step)) {
    follow_focus(in);
    return;
  }
  walk(in, step);
}

}  // namespace leadlight::ui
