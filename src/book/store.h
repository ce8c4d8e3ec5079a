// Keeps a book in a ports::Storage as immutable, checksummed segments and reads it back.
//
// A commit is one new segment in one transaction, acknowledged when the storage says it is durable.
// At most one is in flight; operations that come meanwhile make up the next segment. Segments are
// named by session and number and carry the hash of the one before, so that a gap is counted
// exactly. Names: "seg-<session>-<number, 8 digits>", snapshots "snap-<session>-<number>". A
// snapshot holds the operations of many small segments (and earlier small snapshots), which the
// same transaction removes; segments of a megabyte and more stay as they are, so that no compaction
// is ever long.
//
// A moment after each commit the second copy gets the same blobs. It loses a blob only when a
// commit has replaced it, never because it is absent from the first. At the start the two are
// compared, and what only the second holds is not passed over: see `lost`.
#pragma once
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "book/book.h"
#include "book/segment.h"
#include "lead/record.h"
#include "ports/ports.h"

namespace leadlight::book {

enum class Safety : std::uint8_t { kLoading, kSaved, kSaving, kNotSaved };

// How the second copy stands.
enum class Copies : std::uint8_t {
  kUnknown,
  kNone,       // this browser has no place for one
  kUnchecked,  // it did not answer at the start, and is left as it is
  kBehind,     // the latest changes are not there yet
  kKept,
};

// What only the second copy holds, noticed at the start.
struct Lost {
  std::vector<std::string> names;
  std::size_t operations = 0;
  std::size_t leads = 0;  // living ones that the first copy does not know
  UtcMs last_change = 0;  // of those operations
  bool all = false;       // the first copy holds nothing
  bool unopened = false;  // the first copy can't even be opened
};

struct Loaded {
  std::size_t segments = 0;
  std::size_t operations = 0;
  std::size_t gaps = 0;  // segments that the chain misses
  std::vector<std::string>
      quarantined;                 // names of blobs that could not be read; they are left in place
  std::size_t damaged_copies = 0;  // of blobs that are lost
};

class Store {
 public:
  // A commit that is not durable after this long counts as not saved (design.md section 5).
  static constexpr double kWatchdogMs = 5000;
  // After a failure it is tried again by itself, this much later each time.
  static constexpr double kRetryMs = 10'000;
  // Compaction is due when so many segments of less than so many bytes are there.
  static constexpr std::size_t kManySegments = 64;
  static constexpr std::size_t kLargeBytes = std::size_t{1} << 20;
  // One compaction takes on no more than this.
  static constexpr std::size_t kMostBytes = std::size_t{8} << 20;
  // The second copy follows so long after the last commit, and at most so long after the first.
  static constexpr double kCopyAfterMs = 2000;
  static constexpr double kCopyAtMostMs = 10'000;
  // Then the start goes on without having seen it.
  static constexpr double kCopiesAnswerMs = 3000;

  Store(ports::Storage& storage, ports::Clock& clock, Book& book);
  ~Store();
  Store(const Store&) = delete;
  Store& operator=(const Store&) = delete;

  // Reads all into the book; `done` once, then `save` may be called. An error means that nothing
  // could be read; what can't be read of the rest is in Loaded. If `lost` says something then, the
  // store goes on loading until `restore` or `go_on_without`. `ignored`: copies that the person
  // went on without earlier.
  void load(std::function<void(Result<Loaded>)> done, std::vector<std::string> ignored = {});
  [[nodiscard]] const Lost* lost() const;  // null: nothing
  // Folds it into a book that is made for a file.
  void add_lost_to(Book& other) const;
  // Writes back what was lost, reads it again and folds it in. After an error nothing is missing
  // that was there before.
  void restore(std::function<void(Result<Loaded>)> done);
  // The second copy's blobs stay where they are.
  void go_on_without();
  // How many of those there are, also from earlier.
  [[nodiscard]] std::size_t left_aside() const;
  // Queues an operation that the book has already folded in and starts a transaction if none runs.
  // Operations without writes are ignored.
  void save(Operation operation);
  // Several that belong together: they are saved in one transaction, all or none. The storage must
  // have room for them in one blob.
  void save(std::vector<Operation> operations);
  [[nodiscard]] bool fit_one_blob(std::span<const Operation> operations) const;
  [[nodiscard]] Safety safety() const;
  [[nodiscard]] const Error& error() const;  // meaningful when kNotSaved
  [[nodiscard]] std::size_t unsaved_operations() const;
  // After kNotSaved: tries the same segment again. If it turns out to be stored already, it counts
  // as saved.
  void retry();
  // Called when safety changes or another tab's operations have been folded in.
  void on_changed(std::function<void()> listener);
  // Called with what was read of another tab or the second copy before the book has it.
  void before_absorbing(std::function<void(std::span<const Operation>)> listener);
  [[nodiscard]] std::size_t segment_count() const;
  // Something stored was written by a newer version: this page does not see all and should be
  // reloaded.
  [[nodiscard]] bool outdated() const;
  // Joins small segments into one when there are many and no other tab does; not while saving.
  void compact_if_due();
  [[nodiscard]] Copies copies() const;
  // One of the two places may still hold data of somebody who is erased.
  [[nodiscard]] bool holds_erased() const;
  // The page may go away: what is to be copied is copied now.
  void flush();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace leadlight::book
