// The store's inside, shared by
//   store.cpp        loading, other tabs
//   saving.cpp       one segment at a time
//   compaction.cpp   many segments become one
//   second_copy.cpp  keeps the second copy in step, looks whether the first is still there
//   witness.cpp      compares the two at the start, and restores
#pragma once
#include <deque>
#include <map>
#include <optional>

#include "book/chain.h"
#include "book/content_hash.h"
#include "book/store.h"

namespace leadlight::book {

// A blob that is stored and read in.
struct Stored {
  std::size_t size = 0;
  Id hash;
  std::vector<SegmentRange> ranges;
  std::vector<Stamp> stamps;  // of its operations
  bool has_erased = false;    // data of somebody who is erased: to be written anew
  [[nodiscard]] bool is_small() const { return size < Store::kLargeBytes; }
};

// A blob on its way. It keeps its name and bytes until it is known to be stored, however often it
// is tried.
struct Pending {
  std::string name;
  ports::Bytes bytes;
  Stored stored;
  std::vector<std::string> removes;  // compaction only
};

// Called once; without an error it is done.
using Done = std::function<void(const Result<void>&)>;

// Blobs on their way into one. Written, read back and compared a slice at a time.
struct Rewriting {
  Pending next;
  std::unique_ptr<SegmentWriter> writer;    // first
  std::unique_ptr<SegmentReading> reading;  // then
  std::size_t at = 0;                       // so many of the operations are written, or compared
  ContentHash content;                      // of those compared
  bool verified = false;
  bool stored = false;
  bool before_saving = false;  // a save waits for it, not the other way round
  Done done;
};

// The start, until the two copies are known to agree.
struct Opening {
  std::optional<Result<Loaded>> loaded;
  std::optional<Result<std::vector<std::string>>> copies;
  std::function<void(Result<Loaded>)> done;
};

// A run that brings the second copy into step.
struct Copying {
  double started_ms = 0;
  std::vector<std::string> names;  // still to be looked at
  std::vector<std::string> there;  // what there was, in order
  bool has_removed = false;        // some of it
};

struct Store::Impl {
  Impl(ports::Storage& storage_port, ports::Clock& clock_port, Book& folded_book)
      : storage(storage_port), clock(clock_port), book(folded_book) {}

  // Wraps a callback so that it does nothing after the store is gone.
  template <class Call>
  auto guarded(Call call) {
    return [alive = std::weak_ptr(alive), call = std::move(call)](auto&&... args) {
      if (!alive.expired()) call(std::forward<decltype(args)>(args)...);
    };
  }

  // Loading, and what other tabs write.
  Result<Loaded> loaded(Result<std::vector<ports::Blob>> blobs);
  Result<void> take_in(const std::string& name, const ports::Bytes& bytes);
  void announced(const std::string& name);
  void fetch(const std::string& name, const std::function<void()>& then = {});
  void fetch_all(std::vector<std::string> names, std::function<void()> then);
  void forget_contained(const std::string& snapshot);
  [[nodiscard]] std::vector<SegmentRange> all_ranges() const;
  [[nodiscard]] bool is_unknown(const std::string& name) const;
  std::vector<std::string> unknown_of(const Result<std::vector<std::string>>& names) const;

  // The two copies at the start.
  void compare_when_ready(const std::shared_ptr<Opening>& opening);
  std::vector<std::string> suspects_among(const std::vector<std::string>& copies);
  void examine(const std::shared_ptr<Opening>& opening, std::vector<std::string> suspects);
  void examine_one(const std::shared_ptr<Opening>& opening, ports::Blob copy);
  void opened(const std::shared_ptr<Opening>& opening);
  void add_lost_to(Book& other) const;
  void restore_from(std::size_t index, const Done& done);

  // The second copy, and whether the first is still there.
  [[nodiscard]] bool copies_are_checked() const;
  void copy_the_new(double delay_ms = kCopyAfterMs);
  void copy_soon(double delay_ms);
  void wait_for_copy();
  void copy_now();
  void copy_missing(const std::shared_ptr<Copying>& run);
  void copy_one(const std::shared_ptr<Copying>& run, const std::string& name);
  void remove_dropped(const std::shared_ptr<Copying>& run);
  void end_copying(const std::shared_ptr<Copying>& run, Copies result);
  void check(const Done& then, int looks = 2);
  bool lacks_any(const std::vector<std::string>& expected, const std::vector<std::string>& names);

  // Saving.
  void start();    // makes the queue the next segment, if nothing is on its way
  void attempt();  // puts the pending segment
  void attempt_failed(std::uint64_t number, const Error& error);
  void saved();
  void acknowledged();
  void not_saved(const Error& error);
  void watch(std::uint64_t number);
  void set_safety(Safety next);

  // Compaction. `names` is what to rewrite into one blob, of any size; without an error it is done.
  void rewrite(std::span<const std::string> names, Done done);
  void rewrite_on(const std::shared_ptr<Rewriting>& job, double delay_ms = 0);
  void rewrite_one(const std::shared_ptr<Rewriting>& job);
  void put_rewritten(const std::shared_ptr<Rewriting>& job);
  void look_for(const std::shared_ptr<Rewriting>& job, const Error& why);
  void rewritten(const std::shared_ptr<Rewriting>& job);
  void end_rewriting(const std::shared_ptr<Rewriting>& job, const Result<void>& result);
  void write_all_again(Done done);
  void compact_if_due();
  void erase_again();
  // After the book may have learnt of an erasure: blobs that were there before.
  void find_erased(std::string_view but = {});

  ports::Storage& storage;
  ports::Clock& clock;
  Book& book;
  std::function<void()> changed;
  std::function<void(std::span<const Operation>)> comes;
  std::shared_ptr<int> alive = std::make_shared<int>();

  Safety safety = Safety::kLoading;
  Error error;
  bool outdated = false;
  std::map<std::string, Stored> all;         // what is stored and read in, by name
  std::vector<std::string> announced_early;  // while loading

  std::deque<std::vector<Operation>> queue;  // each to be saved as a whole
  std::optional<Pending> pending;
  std::size_t pending_operations = 0;
  std::uint64_t attempt_number = 0;  // of all puts; a callback of an older one is stale
  std::uint32_t next_number = 1;
  Id previous_hash;

  std::shared_ptr<Rewriting> rewriting;
  std::uint32_t next_snapshot = 1;
  double no_compaction_before_ms = 0;
  std::size_t seen_withheld = 0;  // by the book, when blobs were last looked through

  bool reopened = false;                 // what was stored may be gone
  std::vector<std::string> quarantined;  // stored, but can't be read
  std::optional<Lost> lost;
  std::vector<ports::Blob> lost_blobs;
  // Copies without news: the book has all that they hold, or it is erased. Other segments may
  // follow them, so they come back with the rest, or a part would seem to be missing. If nothing
  // else is to come back, they are dropped.
  std::vector<ports::Blob> links;
  std::vector<Id> lost_leads;
  bool restoring = false;
  std::vector<std::string> ignored;  // copies that the person goes on without
  std::shared_ptr<Opening> alarmed;  // waits for the person

  Copies copies = Copies::kUnknown;
  std::shared_ptr<Copying> copying;
  std::vector<std::string> dropped;  // their copies are no longer needed
  bool copy_is_due = false, copy_is_awaited = false, copies_are_verified = false;
  bool is_ahead = false;       // of what the last run has looked at
  bool has_strange = false;    // the last run has seen copies of what is not stored any more
  std::size_t left_aside = 0;  // copies that are there and were gone on without
  double copy_at_ms = 0, copy_at_most_ms = 0, verify_copies_at_ms = 0;
};

bool is_ours(std::string_view name);
std::string segment_name(Id session, std::uint32_t number);
std::string snapshot_name(Id session, std::uint32_t number);

}  // namespace leadlight::book
