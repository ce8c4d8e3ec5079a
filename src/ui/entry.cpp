#include "ui/entry.h"

#include <algorithm>
#include <utility>

namespace leadlight::ui {

void Entry::start(ImGuiID id, Caret caret) {
  if (id == now_.id || id == 0) return;
  leave();
  starting_ = id;
  caret_ = caret;
}

void Entry::leave() {
  if (now_.id == 0) return;
  std::string value = now_.value;
  for (auto& [event, text] : reports_) {
    if (event == EntryEvent::kChanged) value = std::move(text);
  }
  const bool is_old = renewed_ && reports_.empty();
  reports_.clear();
  if (is_old) {
    now_ = {};
    return;
  }
  left_.push_back({now_.id, std::move(value), own_});
  now_ = {};
}

void Entry::pause() {
  std::string value = now_.value;
  for (const auto& [event, text] : reports_) value = text;
  report(EntryEvent::kPaused, value);
}

void Entry::renew(const std::string& own) {
  std::erase_if(left_, [&own](const Left& left) { return left.own == &own; });
  if (now_.id == 0 || own_ != &own) return;
  reports_.clear();
  renewed_ = true;
}

void Entry::report(EntryEvent event, std::string_view value) {
  if (now_.id == 0) return;
  if (renewed_ && value == now_.value) {  // the platform's field has not heard of it yet
    if (event == EntryEvent::kLeft) now_ = {};
    return;
  }
  reports_.emplace_back(event, value);
}

Entry::News Entry::news_of_left(Left& left, std::string& value) {
  const bool changed = value != left.value;
  value = left.value;
  if (changed && !left.told) {
    left.told = true;
    left.frames = 0;
    return News::kChanged;
  }
  std::erase_if(left_, [&left](const Left& one) { return &one == &left; });
  return News::kCommitted;
}

Entry::News Entry::next_report(std::string& value, FieldKind kind) {
  while (!reports_.empty()) {
    auto& [event, text] = reports_.front();
    if (event == EntryEvent::kCancelled) {
      reports_.clear();
      now_ = {};
      value = original_;
      return News::kCancelled;
    }
    if (text != value) {
      value = text;
      // Key presses may have gathered; the last one counts.
      while (reports_.size() > 1 && event == EntryEvent::kChanged &&
             reports_[1].first == EntryEvent::kChanged) {
        reports_.erase(reports_.begin());
        value = reports_.front().second;
      }
      return News::kChanged;
    }
    const EntryEvent ended = event;
    reports_.erase(reports_.begin());
    if (ended == EntryEvent::kChanged) continue;
    if (ended == EntryEvent::kPaused) return News::kCommitted;
    reports_.clear();
    // Searching goes on after Return; in a form, Return is the end.
    if (ended != EntryEvent::kSubmitted || kind != FieldKind::kSearch) now_ = {};
    return ended == EntryEvent::kSubmitted ? News::kSubmitted : News::kCommitted;
  }
  return News::kNone;
}

Entry::News Entry::take_news(ImGuiID id, std::string& value, TextEntry&& field) {
  const auto left = std::ranges::find(left_, id, &Left::id);
  if (left != left_.end()) return news_of_left(*left, value);
  if (starting_ == id) {
    starting_ = 0;
    original_ = given_ = value;
    now_ = {};
    now_.id = id;
    now_.value = value;
    now_.select_all = caret_ == Caret::kSelectAll;
  }
  if (now_.id != id) return News::kNone;

  drawn_ = true;
  own_ = &value;
  if (std::exchange(renewed_, false)) original_ = given_ = now_.value = value;
  if (value != now_.value && value == given_) {
    value = now_.value;
  } else {
    given_ = value;  // the same, or set anew by the view itself
  }
  const News news = next_report(value, field.kind);
  if (now_.id == 0) return news;
  const bool select_all = now_.select_all;
  now_ = std::move(field);
  now_.id = id;
  now_.value = value;
  now_.select_all = select_all;
  return news;
}

void Entry::end_frame() {
  if (now_.id != 0 && !drawn_) now_ = {};
  if (now_.id == 0) {
    reports_.clear();
    renewed_ = false;
  }
  // A field that was left and is not on screen any more has nobody to tell.
  for (Left& left : left_) ++left.frames;
  std::erase_if(left_, [](const Left& left) { return left.frames > 2; });
  // Likewise one that should start but never came.
  if (starting_ != 0 && ++starting_frames_ > 3) starting_ = 0;
  if (starting_ == 0) starting_frames_ = 0;
}

}  // namespace leadlight::ui
