// The replicated record: a set of operations and the state that is their fold.
//
// Fold of one field: writes that no other write of the field replaces are its siblings; the sibling
// with the greatest stamp is the value, the others are concurrent losers that a person can still
// choose. Fields under "tag:" and a lead's do_not_contact (practice C9) are add-wins: present if
// any sibling is not empty. "_life" is a counter and the greatest sibling counts: even is deleted.
// Because all writes are kept and the fold depends on the set alone, absorbing is commutative,
// associative and idempotent, and the past can be read back.
//
// Erasing a person for good is the one exception: a record of kind "erasure" has the lead's id, and
// as long as it is in the set (nothing takes it out) writes to that lead and to its touches, moves
// and notes are nothing, whenever they come; of the latter only whose they were stays. The label of
// an operation that wrote to one is dropped too, since it may name the person. What is nothing is
// not given back by operation() and for_each_operation(), so it leaves segments and snapshots when
// they are written anew, and an export carries the erasure to other copies. (A touch that two
// writes of one stamp give to two leads, one of them erased, is the one case where copies may
// differ.)
//
// `replaces` that name a stamp not below the write's own are ignored (only a hostile file has
// them). Two writes of one field at one stamp (only a hostile file has them) are settled by the
// greater value. An operation without writes is nothing. Not kept, since nobody but a hostile file
// needs them: records of more than 255 kinds and fields beyond the 65,000th of a kind.
#pragma once
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.h"
#include "base/result.h"
#include "base/time.h"
#include "lead/model.h"
#include "lead/record.h"

namespace leadlight::book {

// No operation may be later (the year 10,889): 2^32 stamps must fit behind it.
inline constexpr std::uint64_t kMostClock = 0xFFFFFFFF00000000ULL;

// Hybrid logical clock of one session. Never refuses a stamp: one from the future is absorbed, and
// how far ahead it was is kept for telling the person.
class HybridClock {
 public:
  explicit HybridClock(Id session) : session_(session) {}
  Stamp next(UtcMs now);
  void absorb(const Stamp& seen, UtcMs now);
  [[nodiscard]] Id session() const { return session_; }
  [[nodiscard]] UtcMs furthest_ahead_ms() const { return furthest_ahead_ms_; }
  // Of all that it has given out or absorbed.
  [[nodiscard]] UtcMs latest_ms() const { return static_cast<UtcMs>(last_ >> 16); }

 private:
  Id session_;
  std::uint64_t last_ = 0;
  UtcMs furthest_ahead_ms_ = 0;
};

// One write as the history of a field shows it.
struct HistoricWrite {
  Stamp at;
  std::string by;
  std::string_view value;
  bool current = false;     // the winner
  bool concurrent = false;  // a sibling that lost
};

// What an operation was, without what it wrote.
struct OperationHead {
  Stamp at;
  std::string_view by, label;
};
struct RecordRef {
  KindIndex kind = 0;
  Row row = kNoRow;
  auto operator<=>(const RecordRef&) const = default;
};

struct Absorbed {
  std::size_t new_operations = 0;
  std::size_t known_operations = 0;
  std::size_t refused_operations = 0;  // later than kMostClock
  std::size_t withheld_writes = 0;     // to erased records; those that were known before included
};

class Book {
 public:
  explicit Book(Id session);
  ~Book();
  Book(Book&&) noexcept;
  Book& operator=(Book&&) noexcept;

  [[nodiscard]] const Model& model() const;

  // Stamps the builder's operation, folds it in and returns it for the store. Each write is made to
  // replace the field's present winner (all siblings, where the field is add-wins or "_life");
  // where `OperationBuilder::replaces` named stamps, those too, which is how a conflict is settled.
  // Writes that would not change the field and name no stamps are dropped; the operation may come
  // back without writes, and is then not recorded. Of two writes of one field the last counts.
  // With kNamedOnly a write replaces what it names and nothing else: it was written without knowing
  // the rest, and stands beside it.
  enum class Replaced : unsigned char { kPresentToo, kNamedOnly };
  Operation commit(Operation&& draft, UtcMs now, Replaced replaced = Replaced::kPresentToo);

  // Folds in operations of others or of the store. Order and repetition do not matter.
  Absorbed absorb(std::span<const Operation> operations, UtcMs now);

  // A draft that takes the operation at `stamp` back where its writes still stand: fields return to
  // what they were, records that it made are deleted, deleted ones live again. Later edits are left
  // alone; an edit that was itself taken back is none. Settings records are never deleted, their
  // fields go back. Empty if nothing of it stands. Taking a taken-back operation back is redo.
  // `only`, in order, are the records to which that is limited; none: all of them.
  [[nodiscard]] Operation inverse_of(const Stamp& stamp, std::span<const Id> only = {}) const;

  [[nodiscard]] bool knows(const Stamp& stamp) const;
  // True if an operation of this stamp, with just these writes, has been folded in (writes to
  // erased records aside).
  [[nodiscard]] bool holds(const Operation& operation) const;
  // True if this lead was erased for good.
  [[nodiscard]] bool is_erased(Id lead) const;
  // True if the operation came in with writes to somebody who is erased, whichever was known first.
  [[nodiscard]] bool is_withheld(const Stamp& stamp) const;
  // Grows whenever a write is dropped because it is of somebody erased.
  [[nodiscard]] std::size_t withheld_count() const;
  // Those of its writes that absorbing it would bring: all, or what was left out when parts of it
  // came before.
  [[nodiscard]] Operation missing_of(const Operation& operation) const;
  // Depends on the operation's content alone; nil if it is unknown.
  [[nodiscard]] Id fingerprint(const Stamp& stamp) const;
  // The operation of this stamp, in its canonical form (see for_each_operation); without writes if
  // unknown.
  [[nodiscard]] Operation operation(const Stamp& stamp) const;
  [[nodiscard]] std::vector<HistoricWrite> history(KindIndex kind, Row row,
                                                   ColumnIndex column) const;  // oldest first
  [[nodiscard]] bool has_concurrent(KindIndex kind,
                                    Row row) const;  // any field with a lost sibling
  [[nodiscard]] std::vector<Row> concurrent_rows(KindIndex kind) const;  // those, in order

  // All operations in the order of their stamps, one at a time. Byte for byte the same for the same
  // set, whatever the order they came in.
  void for_each_operation(const std::function<void(const Operation&)>& visit) const;
  // The same with nothing but these records, and without operations that wrote to none of them.
  void for_each_part(const std::function<bool(RecordRef)>& is_wanted,
                     const std::function<void(const Operation&)>& visit) const;
  [[nodiscard]] std::size_t operation_count() const;
  // For lists of what was done: stamps in order, and what an operation was without replaying it.
  [[nodiscard]] std::vector<Stamp> stamps() const;
  [[nodiscard]] OperationHead head_of(const Stamp& stamp) const;  // of one that is known
  [[nodiscard]] std::vector<RecordRef> records_of(const Stamp& stamp) const;  // each once
  // The greatest stamp of each session, in order: what a snapshot contains.
  [[nodiscard]] std::vector<Stamp> frontier() const;

  // Depends on the set of operations alone.
  [[nodiscard]] Id state_hash() const;
  [[nodiscard]] const HybridClock& clock() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace leadlight::book
