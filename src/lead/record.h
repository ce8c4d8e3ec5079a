// The replicated record in its plain shape: operations. A book is nothing but a set of operations;
// its state is their fold (book/book.h). Files and segments carry operations and nothing else.
//
// An operation is what one command did: at one stamp, in one session, some fields of some records.
// A write names the stamps it replaced, so that a write made elsewhere at the same time is seen as
// concurrent and never lost.
#pragma once
#include <compare>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.h"
#include "base/time.h"

namespace leadlight {

// Hybrid logical clock: 48 bits of UTC milliseconds, 16 bits of counter; the session breaks ties.
struct Stamp {
  std::uint64_t clock = 0;
  Id session;
  auto operator<=>(const Stamp&) const = default;
  [[nodiscard]] UtcMs milliseconds() const { return static_cast<UtcMs>(clock >> 16); }
  [[nodiscard]] std::uint32_t counter() const { return clock & 0xFFFF; }
  [[nodiscard]] bool is_nil() const { return clock == 0 && session.is_nil(); }
};

// Offsets point into the operation's own `bytes`, so that an operation of 100,000 records is four
// allocations. Indexes are into the operation's vectors.
struct OpWrite {
  std::uint32_t field = 0;         // index into Operation::field_names
  std::uint32_t value_offset = 0;  // into Operation::bytes
  std::uint32_t value_size = 0;
  std::uint32_t replaces_first = 0;  // into Operation::replaces
  std::uint32_t replaces_count = 0;
};

struct OpRecord {
  std::uint32_t kind = 0;  // index into Operation::kind_names
  Id id;
  std::uint32_t write_first = 0;  // into Operation::writes
  std::uint32_t write_count = 0;
};

struct Operation {
  Stamp at;
  std::string by;     // the person, as she names herself; may be empty
  std::string label;  // what the command was, for history and undo: "Import badges.csv"
  std::vector<std::string> kind_names;
  std::vector<std::string> field_names;
  std::vector<OpRecord> records;
  std::vector<OpWrite> writes;
  std::vector<Stamp> replaces;  // each below `at`
  std::string bytes;            // all values, one behind the other

  [[nodiscard]] std::string_view value(const OpWrite& write) const {
    return std::string_view(bytes).substr(write.value_offset, write.value_size);
  }
};

// Builds an operation record by record.
class OperationBuilder {
 public:
  void begin_record(std::string_view kind, Id id);
  void write(std::string_view field, std::string_view value);
  void replaces(const Stamp& stamp);  // of the write just added
  [[nodiscard]] bool empty() const { return op_.writes.empty(); }
  Operation& operation() { return op_; }
  Operation take() { return std::move(op_); }

 private:
  std::uint32_t field_index(std::string_view name);
  std::uint32_t kind_index(std::string_view name);
  Operation op_;
};

}  // namespace leadlight
