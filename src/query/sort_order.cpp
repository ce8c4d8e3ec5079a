#include "query/sort_order.h"

#include <algorithm>

#include "base/sort.h"
#include "base/text.h"
#include "query/radix.h"
#include "query/sort_value.h"
#include "query/text_ranks.h"

namespace leadlight::query {

// The value of one lead, for comparing few of them.
struct SortOrder::Value {
  bool is_there = false;
  std::int64_t number = 0;
  std::string folded_text;
  std::string text;

  // Values that are not there come last, and are all equal.
  [[nodiscard]] std::weak_ordering operator<=>(const Value& other) const {
    if (is_there != other.is_there)
      return is_there ? std::weak_ordering::less : std::weak_ordering::greater;
    if (number != other.number) return number <=> other.number;
    if (folded_text != other.folded_text) return folded_text <=> other.folded_text;
    return text <=> other.text;
  }
  bool operator==(const Value& other) const { return (*this <=> other) == 0; }
};

SortOrder::Value SortOrder::value_of(const Model& model, const std::vector<score::Points>& points,
                                     Row row) const {
  Value value;
  if (sorts_by_text(key_)) {
    value.text = text_to_sort(model, key_, row);
    value.folded_text = trimmed(folded(value.text));
    value.is_there = !value.text.empty();
  } else if (const auto number = number_to_sort(model, points, key_, row)) {
    value.number = *number;
    value.is_there = true;
  }
  return value;
}

void SortOrder::forget() {
  built_ = false;
  rows_ = {};
  valued_ = 0;
}

void SortOrder::build(const Model& model, const std::vector<score::Points>& points,
                      const TextIndex& texts) {
  const Row count = model.leads().size();
  std::vector<KeyedRow> valued;
  valued.reserve(count);
  std::vector<Row> without;
  const auto add = [&](Row row, bool is_there, std::uint64_t key) {
    if (is_there)
      valued.push_back({key, row});
    else
      without.push_back(row);
  };
  if (sorts_by_text(key_)) {
    const std::vector<std::uint32_t> ranks = text_ranks(model, key_, texts);
    for (Row row = 0; row < count; ++row) add(row, ranks[row] != kNoRank, ranks[row]);
  } else if (key_ == SortKey::kLastTouch) {
    const std::vector<UtcMs> newest = last_touches(model);
    for (Row row = 0; row < count; ++row)
      add(row, newest[row] != kNoTouch, ordered_bits(newest[row]));
  } else {
    for (Row row = 0; row < count; ++row) {
      const auto number = number_to_sort(model, points, key_, row);
      add(row, number.has_value(), ordered_bits(number.value_or(0)));
    }
  }
  sort_by_key(valued);
  rows_.clear();
  rows_.reserve(count);
  for (std::size_t i = 0; i < valued.size(); ++i) {
    const bool begins = i == 0 || valued[i].key != valued[i - 1].key;
    rows_.push_back(valued[i].row | (begins ? kBegins : 0));
  }
  valued_ = rows_.size();
  for (std::size_t i = 0; i < without.size(); ++i)
    rows_.push_back(without[i] | (i == 0 ? kBegins : 0));
  built_ = true;
}

// Where a row that is taken out began a run, the next row of the run begins it.
void SortOrder::take_out(std::span<const Row> changed) {
  std::size_t kept = 0;
  std::size_t kept_valued = 0;
  bool begins_next = false;
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    const Row row = rows_[i] & ~kBegins;
    const bool begins = (rows_[i] & kBegins) != 0;
    begins_next = begins || begins_next;
    if (std::ranges::binary_search(changed, row)) continue;
    rows_[kept++] = row | (begins_next ? kBegins : 0);
    begins_next = false;
    if (i < valued_) ++kept_valued;
  }
  rows_.resize(kept);
  valued_ = kept_valued;
}

void SortOrder::update(const Model& model, const std::vector<score::Points>& points,
                       std::span<const Row> changed) {
  if (!built_ || changed.empty()) return;
  take_out(changed);
  struct Insertion {
    Value value;
    Row row;
    std::size_t place = 0;  // in front of this one of rows_
  };
  std::vector<Insertion> insertions;
  insertions.reserve(changed.size());
  for (const Row row : changed) {
    Insertion one{value_of(model, points, row), row};
    const auto at = std::ranges::partition_point(rows_, [&](Row other) {
      const Row other_row = other & ~kBegins;
      const auto order = value_of(model, points, other_row) <=> one.value;
      return order != 0 ? order < 0 : other_row < row;
    });
    one.place = static_cast<std::size_t>(at - rows_.begin());
    insertions.push_back(std::move(one));
  }
  sort_stably(insertions, [](const Insertion& a, const Insertion& b) {
    const auto order = a.value <=> b.value;
    return order != 0 ? order < 0 : a.row < b.row;
  });

  std::vector<Row> merged;
  merged.reserve(rows_.size() + insertions.size());
  const auto equals_last = [&](const Value& value) {
    return !merged.empty() && value_of(model, points, merged.back() & ~kBegins) == value;
  };
  std::size_t next = 0;
  for (const Insertion& one : insertions) {
    const auto from = rows_.begin() + static_cast<std::ptrdiff_t>(next);
    merged.insert(merged.end(), from, rows_.begin() + static_cast<std::ptrdiff_t>(one.place));
    next = one.place;
    merged.push_back(one.row | (equals_last(one.value) ? 0 : kBegins));
    if (next < rows_.size()) {  // who follows may have been the first of its run
      const Row follower = rows_[next] & ~kBegins;
      rows_[next] = follower | (value_of(model, points, follower) == one.value ? 0 : kBegins);
    }
    if (one.value.is_there) ++valued_;
  }
  merged.insert(merged.end(), rows_.begin() + static_cast<std::ptrdiff_t>(next), rows_.end());
  rows_ = std::move(merged);
}

void SortOrder::list(Direction direction, std::span<const std::uint8_t> shown,
                     std::vector<Row>& rows) const {
  const auto add = [&](std::size_t from, std::size_t to) {
    for (std::size_t i = from; i < to; ++i) {
      const Row row = rows_[i] & ~kBegins;
      if (row < shown.size() && shown[row] != 0) rows.push_back(row);
    }
  };
  if (direction == Direction::kAscending) {
    add(0, rows_.size());
    return;
  }
  for (std::size_t end = valued_; end > 0;) {
    std::size_t begin = end - 1;
    while ((rows_[begin] & kBegins) == 0) --begin;
    add(begin, end);
    end = begin;
  }
  add(valued_, rows_.size());
}

}  // namespace leadlight::query
