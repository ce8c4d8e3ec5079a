// The bytes of a segment: some operations, whose place in their session's chain they tell, and a
// checksum. Little-endian; "varint" is seven bits a byte, lowest first; "id" is 16 bytes, the low
// half first.
//
//   "LLsg", version (1 byte), session (id), number (varint), previous (id)
//   ranges: a count (varint), then session (id), first, last (varints), previous (id), hash (id)
//   operations, each behind a byte 1; then a byte 0
//   XXH3-128 of all of the above (id), which is the segment's hash
//
// An operation:
//   session (varint: its place among those named so far; behind a new one its id), clock (8 bytes)
//   by, label (texts)
//   kind names: a count, then texts; field names likewise
//   records: a count; each: kind (varint), id, count of writes (varint), then for each write
//     field * 2 + 1 if it names what it replaced (varint), size of the value (varint), and if so a
//     count of stamps, each: session as above, the operation's clock minus the stamp's (varint)
//   all values, one behind the other
//
// A text is a varint: 0, then size and bytes; or its place (from 1) among those of the segment that
// were written so and have at most 256 bytes.
#pragma once
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <vector>

#include "base/id.h"
#include "base/result.h"
#include "lead/record.h"
#include "ports/ports.h"

namespace leadlight::book {

// Consecutive segments of one session: what a snapshot holds in their stead.
struct SegmentRange {
  Id session;
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  Id previous;  // hash of the segment before the first, nil if there is none
  Id hash;      // of the last
  bool operator==(const SegmentRange&) const = default;
};

struct SegmentHeader {
  Id session;
  std::uint32_t number = 0;
  Id previous;                         // hash of the segment before, nil for the first
  std::vector<SegmentRange> contains;  // snapshots only
};

class SegmentWriter {
 public:
  explicit SegmentWriter(const SegmentHeader& header);
  ~SegmentWriter();
  void add(const Operation& operation);
  ports::Bytes finish();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};
// At most so many bytes for them, header and all.
std::size_t most_bytes_of(std::span<const Operation> operations);
ports::Bytes segment_from_operations(const SegmentHeader& header,
                                     std::span<const Operation> operations);

struct Segment {
  SegmentHeader header;
  Id hash;
  std::vector<Operation> operations;
};
// Checks everything and never trusts a length; an error names the byte. Takes memory in proportion
// to `bytes`. An operation is visited as soon as it is read, so that not all need to be held at a
// time; those visited before an error are whole.
Result<Segment> read_segment(std::span<const std::byte> bytes);
struct SegmentHead {
  SegmentHeader header;
  Id hash;
};
Result<SegmentHead> read_segment(std::span<const std::byte> bytes,
                                 const std::function<void(Operation&&)>& visit);

// The same, an operation at a time, for those who must pause in between. The bytes must stay.
class SegmentReading {
 public:
  explicit SegmentReading(std::span<const std::byte> bytes);
  ~SegmentReading();
  bool next(Operation& operation);  // false at the end, or after an error
  // Meaningful once `next` was false: an error, or what the segment says of itself.
  [[nodiscard]] Result<SegmentHead> end() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

// True if the bytes begin like a segment of a version that this program does not know yet.
bool is_newer_segment(std::span<const std::byte> bytes);

// The clock of the first operation, unchecked: good for putting segments in order, no more.
std::uint64_t first_clock_of(std::span<const std::byte> bytes);

// The checksum at the end, which names the segment in its successor.
Id hash_of_segment(std::span<const std::byte> bytes);
// True if that is the checksum of the bytes.
bool has_true_hash(std::span<const std::byte> bytes);

}  // namespace leadlight::book
