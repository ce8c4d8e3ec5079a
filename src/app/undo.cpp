#include "app/undo.h"

#include <algorithm>
#include <utility>

namespace leadlight::app {

namespace {

std::optional<UndoEntry> take_last(std::vector<UndoEntry>& entries) {
  if (entries.empty()) return std::nullopt;
  UndoEntry entry = std::move(entries.back());
  entries.pop_back();
  return entry;
}

}  // namespace

void UndoStack::did(UndoEntry entry) {
  undone_.clear();
  done_.push_back(std::move(entry));
}

std::optional<UndoEntry> UndoStack::take_done() { return take_last(done_); }
std::optional<UndoEntry> UndoStack::take_undone() { return take_last(undone_); }

void UndoStack::forget(const std::vector<Stamp>& stamps) {
  std::erase_if(done_, [&](const UndoEntry& entry) {
    return std::ranges::is_permutation(entry.stamps, stamps);
  });
}

std::optional<UndoEntry> UndoStack::take_done(const Stamp& part) {
  const auto found = std::ranges::find_if(
      done_, [&](const UndoEntry& entry) { return std::ranges::contains(entry.stamps, part); });
  if (found == done_.end()) return std::nullopt;
  UndoEntry entry = std::move(*found);
  done_.erase(found);
  return entry;
}

}  // namespace leadlight::app
