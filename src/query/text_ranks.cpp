#include "query/text_ranks.h"

#include <string>
#include <string_view>

#include "base/text.h"
#include "query/sort_value.h"
#include "query/text_sort.h"

namespace leadlight::query {
namespace {

class Ranking {
 public:
  void add(std::string_view folded_text, std::string_view text, std::uint32_t slot) {
    ranked_.push_back({folded_text, text, slot});
  }
  // For texts that nobody else keeps: appends the text to what it is given.
  template <class Append>
  bool add_own(std::uint32_t slot, Append&& append) {
    Own own{.text_begin = own_texts_.size(), .folded_begin = own_folded_.size(), .slot = slot};
    append(own_texts_);
    own.text_size = own_texts_.size() - own.text_begin;
    if (own.text_size == 0) return false;
    append_folded(own_folded_, std::string_view(own_texts_).substr(own.text_begin));
    own.folded_size = own_folded_.size() - own.folded_begin;
    own_.push_back(own);
    return true;
  }
  // Writes each text's rank into its slot; equal texts have equal ranks.
  void rank(std::vector<std::uint32_t>& ranks) {
    for (const Own& own : own_) {
      const auto of = [](std::string_view all, std::size_t begin, std::size_t size) {
        return all.substr(begin, size);
      };
      add(trimmed(of(own_folded_, own.folded_begin, own.folded_size)),
          of(own_texts_, own.text_begin, own.text_size), own.slot);
    }
    std::uint32_t rank = 0;
    std::string_view before;
    bool is_first = true;
    for (const std::uint32_t number : order_of(ranked_)) {
      const SortedText& one = ranked_[number];
      if (!is_first && one.text != before) ++rank;
      is_first = false;
      before = one.text;
      ranks[one.slot] = rank;
    }
  }

 private:
  struct Own {
    std::size_t text_begin = 0;
    std::size_t text_size = 0;
    std::size_t folded_begin = 0;
    std::size_t folded_size = 0;
    std::uint32_t slot = 0;
  };
  std::vector<SortedText> ranked_;
  std::string own_texts_;
  std::string own_folded_;
  std::vector<Own> own_;
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
    if (text.empty()) continue;
    ranking.add(trimmed(texts.folded_text(entry)), text, id);
    ranks[id] = 0;
  }
  std::vector<std::uint32_t> slots(leads.size());
  for (Row row = 0; row < leads.size(); ++row) {
    slots[row] = leads.cell(row, column);
    if (key != SortKey::kName || ranks[slots[row]] != kNoRank) continue;
    const auto slot = static_cast<std::uint32_t>(ranks.size());
    if (!ranking.add_own(slot, [&](std::string& to) { append_name(to, model, row); })) continue;
    slots[row] = slot;
    ranks.push_back(kNoRank);
  }
  ranking.rank(ranks);
  for (std::uint32_t& slot : slots) slot = ranks[slot];
  return slots;
}

}  // namespace leadlight::query
