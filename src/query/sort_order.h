// All lead rows in the order of one key, kept while leads change: sorted once, then only the
// changed leads are taken out and put back where they belong.
//
// Leads without a value come last in both directions; leads with equal values stand in the order
// they came in, in both directions, as a stable sort would leave them.
#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "query/query.h"
#include "query/text_index.h"

namespace leadlight::query {

class SortOrder {
 public:
  explicit SortOrder(SortKey key) : key_(key) {}
  [[nodiscard]] bool is_built() const { return built_; }
  void forget();
  // `texts` holds all texts of the field that the key sorts by.
  void build(const Model& model, const std::vector<score::Points>& points, const TextIndex& texts);
  // Puts rows that changed or are new into place. `changed` is sorted and without repetition.
  void update(const Model& model, const std::vector<score::Points>& points,
              std::span<const Row> changed);
  // Appends the rows whose entry in `shown` is not 0.
  void list(Direction direction, std::span<const std::uint8_t> shown, std::vector<Row>& rows) const;

 private:
  // A row with its highest bit set begins a run of equal values.
  static constexpr Row kBegins = 0x80000000;
  struct Value;
  [[nodiscard]] Value value_of(const Model& model, const std::vector<score::Points>& points,
                               Row row) const;
  void take_out(std::span<const Row> changed);

  SortKey key_;
  bool built_ = false;
  std::vector<Row> rows_;
  std::size_t valued_ = 0;  // rows before this have a value
};

}  // namespace leadlight::query
