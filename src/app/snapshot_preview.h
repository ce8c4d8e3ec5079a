// What merging snapshots would bring, before they are merged (design.md section 5, practice H3).
// The records that would be written to are folded in a book of their own, from this book's
// operations and the files': so the preview follows the very rules of the merge, and costs what the
// files bring, not what the book holds.
#pragma once
#include <array>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "app/parts.h"
#include "book/book.h"
#include "lead/record.h"

namespace leadlight::app {

// Erased is for good, and the one fate that can't be left out.
enum class Fate : unsigned char {
  kConflict,
  kChanged,
  kNew,
  kMerged,  // into another lead, which lives
  kDeleted,
  kErased,
  kRestored,
  kDeletedHere  // by hand; the files still have it. Stays so unless it is taken
};
inline constexpr std::size_t kFates = 8;

struct IncomingLead {
  Id id;
  Fate fate = Fate::kNew;
  bool taken = true;
  Id heir = {};  // of a merged one, and of one that is deleted since its heir is
  bool changed_here =
      false;  // of a deleted one: who deleted it did not know all that was done to it
};
// A record that is about no lead: settings, a criterion, a campaign.
struct IncomingRecord {
  Kind kind = Kind::kSetting;
  Id id;
  std::size_t changes = 0;
  std::size_t conflicts = 0;  // fields that were written on both sides
};

// What is known of the files as a whole, also where the book has it all.
struct FileFacts {
  std::vector<Stamp> stamps;  // of all their operations, in order
  std::vector<Id> leads;      // that live in them, and were deleted here
  std::size_t erased = 0;     // people in them who were erased here
};
// `operations` in the order of their stamps.
FileFacts facts_of(std::span<const Operation> operations, const book::Book& book);

struct SnapshotPreview {
  std::vector<IncomingLead> leads;  // by fate
  std::vector<IncomingRecord> others;
  std::array<std::size_t, kFates> counts{};
  std::array<std::size_t, kFates> taken{};
  std::vector<LeadsOf> under;                // changed leads that were merged before
  std::vector<Stamp> undone;                 // what took imports of the files back, latest first
  UtcMs latest = 0;                          // the last of what is new, by the clock that wrote it
  Id of_state;                               // the book's, when this was true
  std::shared_ptr<const book::Book> merged;  // nothing but the records that would be written to

  [[nodiscard]] std::size_t count(Fate fate) const {
    return counts[static_cast<std::size_t>(fate)];
  }
  // Leads that are taken with fields written on both sides, and such fields of team settings,
  // criteria and campaigns.
  [[nodiscard]] std::size_t conflicts_taken() const;
  [[nodiscard]] std::size_t taken_of(Fate fate) const {
    return taken[static_cast<std::size_t>(fate)];
  }
  void take(std::span<const Id> these, bool take);
  [[nodiscard]] std::vector<Id> left_out() const;      // in order
  [[nodiscard]] std::vector<Id> brought_back() const;  // of those deleted here
};

// `operations` in the order of their stamps, without what the book holds.
SnapshotPreview preview_of(std::span<const Operation> operations, const book::Book& book,
                           const FileFacts& files = {});
// The other one's choices, for leads that have the same fate in both.
void take_as(SnapshotPreview& preview, const SnapshotPreview& before);

// One thing that would be otherwise, or that is new.
struct IncomingChange {
  enum class What : unsigned char {
    kField,
    kConflict,
    kTouch,
    kMove,
    kNote,
    kHandoff
  } what = What::kField;
  Row row = kNoRow;    // of a touch, move, note or hand-off, in the merged model
  bool gone = false;   // it would be taken away
  Id of = {};          // the merged lead whose field it is; nil: the lead's own
  std::string field;   // its name in the record
  std::string before;  // in a conflict: the value that would not count
  std::string after;
  std::string by, before_by;
  UtcMs at = 0, before_at = 0;
  bool after_is_ours = false, before_is_ours = false;
};
std::vector<IncomingChange> changes_of(const SnapshotPreview& preview, Kind kind, Id record,
                                       const book::Book& book);

// How many deletions, erasures among them, must be confirmed by their number: 0 if they are few.
// Many is ten, or a tenth of the living (`alive`) and more than two.
std::size_t deletions_to_confirm(const SnapshotPreview& preview, std::size_t alive);

// The year in which a clock wrote that is far ahead of this device's and of all that the book has:
// it must be confirmed, since all later changes would carry that date. 0 if there is none.
int year_to_confirm(const SnapshotPreview& preview, const book::Book& book, UtcMs now);

}  // namespace leadlight::app
