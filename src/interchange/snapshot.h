// The snapshot: a whole book as JSON, for sharing, backup and version control. Documented in
// docs/snapshot.md with its JSON Schema. Deterministic: the same operations give the same bytes.
#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "lead/record.h"

namespace leadlight::interchange {

inline constexpr int kSnapshotVersion = 1;

// Writes operations one at a time, in the order of their stamps (book::Book::for_each_operation),
// so that a book of a million leads needs no second copy.
class SnapshotWriter {
 public:
  SnapshotWriter();
  void add(const Operation& operation);
  std::string finish();  // the whole text, or what `take` has left of it
  // What has been written so far, for writing a large book to a file piece by piece.
  std::string take() { return std::exchange(out_, {}); }

 private:
  std::string out_;
  bool first_ = true;
};

// All or nothing: any fault (no JSON, cut, wrong format, newer than can be read, bad ids or stamps,
// too deep, broken UTF-8, duplicate keys) refuses the file and says where and what to do. Memory
// stays within a small multiple of the file's size. Unknown kinds and fields are kept.
Result<std::vector<Operation>> read_snapshot(std::string_view json);

std::string text_from_stamp(const Stamp& stamp);  // "019aab3c4d5e0000-<session>", 16 hex digits
Result<Stamp> stamp_from_text(std::string_view text);

}  // namespace leadlight::interchange
