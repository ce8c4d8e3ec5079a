#include "query/text_ranks.h"

#include <algorithm>
#include <deque>
#include <string_view>

#include "base/text.h"
#include "query/sort_value.h"

namespace leadlight::query {
namespace {

// A text to be ranked: its folded form, the first eight bytes of it as a number to compare first,
// and the text itself to tell apart what folds alike.
struct Ranked {
  std::uint64_t beginning = 0;
  std::string_view folded_text;
  std::string_view text;
  std::uint32_t slot = 0;  // where its rank goes
};

std::uint64_t beginning_of(std::string_view text) {
  std::uint64_t value = 0;
  for (std::size_t i = 0; i < 8; ++i) {
    value = value << 8 | (i < text.size() ? static_cast<unsigned char>(text[i]) : 0U);
  }
  return value;
}

bool is_before(const Ranked& a, const Ranked& b) {
  if (a.beginning != b.beginning) return a.beginning < b.beginning;
  const int order = a.folded_text.compare(b.folded_text);
  return order != 0 ? order < 0 : a.text < b.text;
}

class Ranking {
 public:
  void add(std::string_view folded_text, std::string_view text, std::uint32_t slot) {
    ranked_.push_back({beginning_of(folded_text), folded_text, text, slot});
  }
  // For texts that nobody else keeps.
  void add_own(std::string text, std::uint32_t slot) {
    const std::string& kept = own_.emplace_back(std::move(text));
    const std::string& kept_folded = own_.emplace_back(folded(kept));
    add(kept_folded, kept, slot);
  }
  // Writes each text's rank into its slot.
  void rank(std::vector<std::uint32_t>& ranks) {
    std::ranges::sort(ranked_, is_before);
    std::uint32_t rank = 0;
    for (std::size_t i = 0; i < ranked_.size(); ++i) {
      if (i > 0 && is_before(ranked_[i - 1], ranked_[i])) ++rank;
      ranks[ranked_[i].slot] = rank;
    }
  }

 private:
  std::vector<Ranked> ranked_;
  std::deque<std::string> own_;
};

}  // namespace

// Slots 0 to texts().size() are texts of the pool; those behind are rows whose text is put
// together.
std::vector<std::uint32_t> text_ranks(const Model& model, SortKey key, const TextIndex& texts) {
  const Table& leads = model.leads();
  const auto column = static_cast<ColumnIndex>(field_to_sort(key));
  const auto pool_size = static_cast<std::uint32_t>(model.texts().size());
  TextSet used;
  used.reserve_up_to(pool_size);
  for (Row row = 0; row < leads.size(); ++row) used.add(leads.cell(row, column));

  std::vector<std::uint32_t> ranks(pool_size, kNoRank);
  Ranking ranking;
  for (std::size_t entry = 0; entry < texts.size(); ++entry) {
    const TextId id = texts.id(entry);
    if (!used.has(id)) continue;
    const std::string_view text = trimmed(model.texts().view(id));
    if (!text.empty()) ranking.add(trimmed(texts.folded_text(entry)), text, id);
  }
  std::vector<std::uint32_t> slots(leads.size());
  for (Row row = 0; row < leads.size(); ++row) {
    const TextId id = leads.cell(row, column);
    slots[row] = id;
    if (key != SortKey::kName || !trimmed(model.texts().view(id)).empty()) continue;
    std::string name = text_to_sort(model, key, row);
    if (name.empty()) continue;
    slots[row] = static_cast<std::uint32_t>(ranks.size());
    ranks.push_back(kNoRank);
    ranking.add_own(std::move(name), slots[row]);
  }
  ranking.rank(ranks);
  for (std::uint32_t& slot : slots) slot = ranks[slot];
  return slots;
}

}  // namespace leadlight::query
