#include "query/text_sort.h"

#include <algorithm>
#include <span>

#include "query/radix.h"

namespace leadlight::query {
namespace {

constexpr std::size_t kPiece = 8;
// Texts that are still alike after so many bytes are compared as a whole: no file can make us go
// deeper.
constexpr std::size_t kDeepest = 10 * kPiece;
// Runs shorter than this aren't worth counting bytes for.
constexpr std::size_t kShort = 128;

// Eight bytes of the text from `depth` on as a number that orders as they do; zeros behind its end.
std::uint64_t piece_of(std::string_view text, std::size_t depth) {
  std::uint64_t piece = 0;
  for (std::size_t i = depth; i < depth + kPiece; ++i) {
    piece = piece << 8 | (i < text.size() ? static_cast<unsigned char>(text[i]) : 0U);
  }
  return piece;
}

class TextSort {
 public:
  explicit TextSort(const std::vector<SortedText>& texts) : texts_(texts) {}

  // Rows in KeyedRow are numbers of texts.
  void sort(std::span<KeyedRow> run, std::size_t depth) {
    if (run.size() < 2) return;
    if (depth >= kDeepest) return sort_whole(run);
    for (KeyedRow& one : run) one.key = piece_of(texts_[one.row].folded_text, depth);
    sort_pieces(run);
    for (std::size_t begin = 0; begin < run.size();) {
      std::size_t end = begin + 1;
      while (end < run.size() && run[end].key == run[begin].key) ++end;
      if (end - begin > 1) sort_alike(run.subspan(begin, end - begin), depth + kPiece);
      begin = end;
    }
  }

 private:
  void sort_pieces(std::span<KeyedRow> run) {
    if (run.size() < kShort) {
      std::ranges::sort(run, {}, &KeyedRow::key);
      return;
    }
    std::vector<KeyedRow> rows(run.begin(), run.end());
    sort_by_key(rows);
    std::ranges::copy(rows, run.begin());
  }
  // Those that agree up to `depth`: the ones that end here come before all that go on.
  void sort_alike(std::span<KeyedRow> run, std::size_t depth) {
    const auto ends = [&](const KeyedRow& one) {
      return texts_[one.row].folded_text.size() <= depth;
    };
    const auto going_on = std::ranges::partition(run, ends);
    const auto ended = run.size() - going_on.size();
    sort_whole(run.first(ended));
    sort(run.subspan(ended), depth);
  }
  void sort_whole(std::span<KeyedRow> run) {
    std::ranges::sort(run, [&](const KeyedRow& a, const KeyedRow& b) {
      const SortedText& first = texts_[a.row];
      const SortedText& second = texts_[b.row];
      const int order = first.folded_text.compare(second.folded_text);
      return order != 0 ? order < 0 : first.text < second.text;
    });
  }

  const std::vector<SortedText>& texts_;
};

}  // namespace

std::vector<std::uint32_t> order_of(const std::vector<SortedText>& texts) {
  std::vector<KeyedRow> rows(texts.size());
  for (std::size_t i = 0; i < rows.size(); ++i) rows[i].row = static_cast<Row>(i);
  TextSort(texts).sort(rows, 0);
  std::vector<std::uint32_t> order(rows.size());
  std::ranges::transform(rows, order.begin(), &KeyedRow::row);
  return order;
}

}  // namespace leadlight::query
