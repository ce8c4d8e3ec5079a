#include "book/cell_history.h"

#include <algorithm>
#include <ranges>

#include "base/text.h"

namespace leadlight::book {

std::int64_t life_from_text(std::string_view text) {
  constexpr std::int64_t kMost = std::int64_t{1} << 53;
  const std::int64_t life = integer_from_text(text).value_or(0);
  return life > 0 && life < kMost ? life : 0;
}

const CellWrite* CellHistory::find(StampIndex at, const Stamps& stamps) const {
  const auto found = std::ranges::lower_bound(
      writes, at, [&](StampIndex a, StampIndex b) { return stamps.before(a, b); }, &CellWrite::at);
  return found != writes.end() && found->at == at ? &*found : nullptr;
}

CellWrite& CellHistory::at(StampIndex at, const Stamps& stamps) {
  const auto found = std::ranges::lower_bound(
      writes, at, [&](StampIndex a, StampIndex b) { return stamps.before(a, b); }, &CellWrite::at);
  if (found != writes.end() && found->at == at) return *found;
  return *writes.insert(found, CellWrite{.at = at});
}

void CellHistory::mark(std::span<const StampIndex> replaced, const Stamps& stamps) {
  for (const StampIndex stamp : replaced) at(stamp, stamps).replaced = true;
}

void CellHistory::mark_all(const HistoryContext& context) {
  for (CellWrite& write : writes) write.replaced = false;
  for (const CellWrite& write : std::vector(writes))
    if (write.present) mark(context.lists.view(write.replaces), context.stamps);
}

const CellWrite* CellHistory::winner(FoldRule rule, const HistoryContext& context) const {
  const CellWrite* best = nullptr;
  std::int64_t best_life = 0;
  for (const CellWrite& write : std::views::reverse(writes)) {
    if (!write.is_sibling()) continue;
    if (rule == FoldRule::kLastWriter) return &write;
    if (rule == FoldRule::kAddWins) {
      if (write.value != kNoText) return &write;
      if (best == nullptr) best = &write;
      continue;
    }
    const std::int64_t life = life_from_text(context.texts.view(write.value));
    if (best != nullptr && life <= best_life) continue;
    best = &write;
    best_life = life;
  }
  return best;
}

bool CellHistory::has_loser(FoldRule rule, const HistoryContext& context) const {
  if (rule != FoldRule::kLastWriter) return false;
  const CellWrite* const won = winner(rule, context);
  return std::ranges::any_of(writes, [&](const CellWrite& write) {
    return write.is_sibling() && write.value != won->value;
  });
}

const CellWrite* CellHistory::restored_by(const CellWrite& write, FoldRule rule,
                                          const HistoryContext& context) const {
  const auto named = context.lists.view(write.replaces);
  const auto taken_back = [&](StampIndex restored) {
    return std::ranges::any_of(named, [&](StampIndex other) {
      const CellWrite* const between = find(other, context.stamps);
      return between != nullptr && between->present &&
             std::ranges::contains(context.lists.view(between->replaces), restored);
    });
  };
  const auto life = [&](const CellWrite& one) {
    return life_from_text(context.texts.view(one.value));
  };
  const auto says_the_same = [&](const CellWrite& other) {
    return rule == FoldRule::kLife ? is_deleted(life(other)) == is_deleted(life(write))
                                   : other.value == write.value;
  };
  for (const StampIndex stamp : std::views::reverse(named)) {
    const CellWrite* const candidate = find(stamp, context.stamps);
    if (candidate != nullptr && candidate->present && says_the_same(*candidate) &&
        taken_back(stamp))
      return candidate;
  }
  return nullptr;
}

const CellWrite* CellHistory::before(const CellWrite& write, FoldRule rule,
                                     const HistoryContext& context) const {
  const CellWrite* const restored = restored_by(write, rule, context);
  std::vector<CellWrite> named;
  for (const StampIndex stamp : context.lists.view(write.replaces)) {
    const CellWrite* const candidate = find(stamp, context.stamps);
    if (candidate == nullptr || !candidate->present || candidate == restored) continue;
    named.push_back(*candidate);
    named.back().replaced = false;
  }
  // What was replaced were siblings; the field held the winner among them.
  const CellHistory siblings{std::move(named)};
  const CellWrite* const won = siblings.winner(rule, context);
  return won != nullptr ? find(won->at, context.stamps) : nullptr;
}

bool CellHistory::stands(const CellWrite& write, FoldRule rule,
                         const HistoryContext& context) const {
  const CellWrite* now = winner(rule, context);
  if (rule == FoldRule::kAddWins && now != nullptr && now->value != kNoText) {
    // A tag that another person gave too stays.
    const auto gives = [](const CellWrite& one) {
      return one.is_sibling() && one.value != kNoText;
    };
    if (std::ranges::count_if(writes, gives) > 1) return false;
  }
  if (rule == FoldRule::kLife && now != nullptr) {
    // Likewise who was deleted, or brought back, by another person too.
    const auto is_gone = [&](const CellWrite& one) {
      return is_deleted(life_from_text(context.texts.view(one.value)));
    };
    const auto agrees = [&](const CellWrite& one) {
      return one.is_sibling() && is_gone(one) == is_gone(*now);
    };
    if (std::ranges::count_if(writes, agrees) > 1) return false;
  }
  while (now != nullptr && now != &write) now = restored_by(*now, rule, context);
  return now != nullptr;
}

}  // namespace leadlight::book
