// Keeps a book in a ports::Storage as immutable, checksummed segments and reads it back.
//
// A commit is one new segment in one transaction, acknowledged when the storage says it is durable.
// At most one is in flight; operations that come meanwhile make up the next segment. Segments are named
// by session and number and carry the hash of the one before, so that a gap is counted exactly.
// Names: "seg-<session>-<number, 8 digits>", snapshots "snap-<session>-<number>"; a snapshot holds the
// operations of the segments it lists, which the same transaction removes.
#pragma once
#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.h"
#include "base/result.h"
#include "book/book.h"
#include "lead/record.h"
#include "ports/ports.h"

namespace leadlight::book {

// The bytes of a segment. Little-endian, documented in docs/architecture.md; the checksum (XXH3, 128
// bits) covers all that comes before it. Reading checks everything and never trusts a length.
struct SegmentHeader {
  Id session;
  std::uint32_t number = 0;
  Id previous;  // hash of the segment before, nil for the first
};
ports::Bytes segment_from_operations(const SegmentHeader& header,
                                     std::span<const Operation> operations);
struct Segment {
  SegmentHeader header;
  Id hash;
  std::vector<Operation> operations;
};
Result<Segment> read_segment(std::span<const std::byte> bytes);

enum class Safety : std::uint8_t { kLoading, kSaved, kSaving, kNotSaved };

struct Loaded {
  std::size_t segments = 0;
  std::size_t operations = 0;
  std::size_t gaps = 0;                  // segments that the chain misses
  std::vector<std::string> quarantined;  // names of blobs that could not be read; they are left in place
};

class Store {
 public:
  // A commit that is not durable after this long counts as not saved (design.md section 5).
  static constexpr double kWatchdogMs = 5000;

  Store(ports::Storage& storage, ports::Clock& clock, Book& book);
  // Reads all into the book; `done` once, then `save` may be called.
  void load(std::function<void(Result<Loaded>)> done);
  // Queues an operation that the book has already folded in and starts a transaction if none runs.
  void save(Operation operation);
  [[nodiscard]] Safety safety() const { return safety_; }
  [[nodiscard]] const Error& error() const { return error_; }  // meaningful when kNotSaved
  [[nodiscard]] std::size_t unsaved_operations() const;
  void retry();  // after kNotSaved
  // Called when safety changes or another tab's operations have been folded in.
  void on_changed(std::function<void()> listener) { changed_ = std::move(listener); }
  [[nodiscard]] std::size_t segment_count() const { return names_.size(); }
  // Folds all segments into one snapshot when there are many; does nothing while saving.
  void compact_if_due();

 private:
  void start();
  void finished(std::uint64_t attempt, Result<void> result);
  void set_safety(Safety safety);
  void fetch(const std::string& name);

  ports::Storage& storage_;
  ports::Clock& clock_;
  Book& book_;
  std::function<void()> changed_;
  Safety safety_ = Safety::kLoading;
  Error error_;
  std::deque<Operation> queue_;
  std::vector<Operation> in_flight_;
  std::uint64_t attempt_ = 0;
  std::uint32_t next_number_ = 1;
  Id previous_hash_;
  std::vector<std::string> names_;
};

}  // namespace leadlight::book
