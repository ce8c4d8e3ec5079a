// What this page did and can take back. An entry is what a person did at once: one operation, or
// all that a merged snapshot brought. Kept in memory only: after a reload there is nothing to undo.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "app/merges.h"
#include "lead/record.h"

namespace leadlight::app {

struct UndoEntry {
  std::vector<Stamp> stamps;  // in the order in which they were folded in
  std::string label;
  MergedPart part{};  // of these operations: all of them, but for merges in part
};

class UndoStack {
 public:
  void did(UndoEntry entry);  // something new: there is nothing to redo any more
  void undid(UndoEntry entry) { undone_.push_back(std::move(entry)); }
  void redid(UndoEntry entry) { done_.push_back(std::move(entry)); }

  std::optional<UndoEntry> take_undone();  // the newest, out of here; nothing if there is none
  void forget(const std::vector<Stamp>& stamps);  // the entry of just these, taken back otherwise
  // The entry that this operation is part of, wherever it stands; nullptr if there is none.
  [[nodiscard]] const UndoEntry* entry_of(const Stamp& part) const;

  // `change` of an entry says whether it stays.
  template <class Change>
  void change_all(Change change) {
    for (std::vector<UndoEntry>* const entries : {&done_, &undone_})
      std::erase_if(*entries, [&](UndoEntry& entry) { return !change(entry); });
  }

  [[nodiscard]] const UndoEntry* newest_done() const {
    return done_.empty() ? nullptr : &done_.back();
  }
  [[nodiscard]] const UndoEntry* newest_undone() const {
    return undone_.empty() ? nullptr : &undone_.back();
  }

 private:
  std::vector<UndoEntry> done_;
  std::vector<UndoEntry> undone_;
};

}  // namespace leadlight::app
