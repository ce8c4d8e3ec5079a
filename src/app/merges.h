// What this device remembers of its merges: which operations came with each, so that one is taken
// back as a whole, after a reload too. Kept among the preferences, in the fewest words: a snapshot
// brings the operations of a session in runs.
#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "book/book.h"
#include "lead/record.h"

namespace leadlight::app {

inline constexpr std::string_view kMergesKey = "merges";

// Which records of its operations a merge brought: leads that were left out may come later, with
// the same stamps. Keys are leads for all that is about one, else the record itself; in order.
struct MergedPart {
  enum class Limit : unsigned char { kNone, kWithout, kOnly } limit = Limit::kNone;
  std::vector<Id> keys;
};

struct Merge {
  UtcMs at = 0;
  std::string label, by;
  MergedPart part;
  struct Run {
    Id session;
    std::uint64_t first = 0, last = 0;  // clocks
    std::size_t count = 0;
  };
  std::vector<Run> runs{};
};

// Before they are absorbed: `operations` came without these leads.
MergedPart part_of(std::span<const Operation> operations, std::span<const Id> left_out,
                   const Model& merged, const book::Book& book);
// Those records of the operation, in order; none if the part is not limited.
std::vector<Id> records_of(const MergedPart& part, const Stamp& stamp, const book::Book& book);

// The same without what is about these leads, in order.
MergedPart without(MergedPart part, std::span<const Id> leads);

// After they are absorbed.
Merge merge_of(std::vector<Stamp> stamps, Merge head, const book::Book& book);
void remember(std::vector<Merge>& merges, Merge merge);  // forgets the oldest
// Its operations, oldest first. None if more have come between them since.
std::vector<Stamp> stamps_of(const Merge& merge, const book::Book& book);

std::string text_from_merges(std::span<const Merge> merges);
std::vector<Merge> merges_from_text(std::string_view text);  // what can be read of it

}  // namespace leadlight::app
