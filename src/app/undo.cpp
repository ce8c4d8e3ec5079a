#include "app/undo.h"

#include <algorithm>
#include <utility>

namespace leadlight::app {

void UndoStack::did(UndoEntry entry) {
  undone_.clear();
  done_.push_back(std::move(entry));
}

std::optional<UndoEntry> UndoStack::take_undone() {
  if (undone_.empty()) return std::nullopt;
  UndoEntry entry = std::move(undone_.back());
  undone_.pop_back();
  return entry;
}

void UndoStack::forget(const std::vector<Stamp>& stamps) {
  std::erase_if(done_, [&](const UndoEntry& entry) {
    return std::ranges::is_permutation(entry.stamps, stamps);
  });
}

const UndoEntry* UndoStack::entry_of(const Stamp& part) const {
  const auto found = std::ranges::find_if(
      done_, [&](const UndoEntry& entry) { return std::ranges::contains(entry.stamps, part); });
  return found == done_.end() ? nullptr : &*found;
}

}  // namespace leadlight::app
