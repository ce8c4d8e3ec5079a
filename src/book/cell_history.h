// The writes of one field of one record, and their fold. Cells that were written once, by the
// operation that made their row, have no history: the table's value and the row's base stamp say
// all.
#pragma once
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "base/text_pool.h"
#include "book/stamps.h"

namespace leadlight::book {

// How the siblings of a field become its value (book.h).
enum class FoldRule : std::uint8_t { kLastWriter, kAddWins, kLife };

// "_life" as a number; 0 for absent and for what is none. Even and above 0 is deleted.
std::int64_t life_from_text(std::string_view text);
inline bool is_deleted(std::int64_t life) { return life > 0 && life % 2 == 0; }

struct CellWrite {
  StampIndex at = kNoStamp;
  TextId value = kNoText;
  StampLists::List replaces = StampLists::kEmpty;
  bool present = false;   // false: only named by a write that replaced it; its own may come later
  bool replaced = false;  // by a write that is present

  [[nodiscard]] bool is_sibling() const { return present && !replaced; }
};

// What reading a history needs to know of its surroundings.
struct HistoryContext {
  const Stamps& stamps;
  const StampLists& lists;
  const TextPool& texts;
};

struct CellHistory {
  std::vector<CellWrite> writes;  // by stamp
  bool stale = false;             // the table's value is yet to be folded anew

  [[nodiscard]] const CellWrite* find(StampIndex at, const Stamps& stamps) const;
  // The write at this stamp, absent if it is new.
  CellWrite& at(StampIndex at, const Stamps& stamps);
  // Brings `replaced` up to date, after a present write named other stamps than before.
  void mark_all(const HistoryContext& context);
  void mark(std::span<const StampIndex> replaced, const Stamps& stamps);

  // The sibling whose value is the field's; nullptr if nothing is present.
  [[nodiscard]] const CellWrite* winner(FoldRule rule, const HistoryContext& context) const;
  // True if a sibling lost with another value than the winner's.
  [[nodiscard]] bool has_loser(FoldRule rule, const HistoryContext& context) const;

  // The write that `write` brought back when it took another one back: it names both, and the one
  // taken back replaced the other. Both say the same: equal values, or equally alive or deleted.
  // nullptr for all other writes.
  [[nodiscard]] const CellWrite* restored_by(const CellWrite& write, FoldRule rule,
                                             const HistoryContext& context) const;
  // What the field held before `write`; nullptr: nothing.
  [[nodiscard]] const CellWrite* before(const CellWrite& write, FoldRule rule,
                                        const HistoryContext& context) const;
  // True if the field's value is due to `write`, be it by way of restoring.
  [[nodiscard]] bool stands(const CellWrite& write, FoldRule rule,
                            const HistoryContext& context) const;
};

}  // namespace leadlight::book
