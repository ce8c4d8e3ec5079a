#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "base/text.h"
#include "query/query.h"
#include "query/row_filter.h"
#include "query/sort_order.h"
#include "query/word_search.h"

namespace leadlight::query {
namespace {

constexpr std::size_t kSortKeyCount = 10;
// From here on, sorting anew is quicker than putting leads into place one by one.
constexpr std::size_t kManyChanged = 512;

template <std::size_t... index>
std::array<SortOrder, sizeof...(index)> all_orders(std::index_sequence<index...>) {
  return {SortOrder(static_cast<SortKey>(index))...};
}

// Queries that show the same leads, in whatever order.
bool shows_the_same(const Query& a, const Query& b) {
  Query sorted_alike = b;
  sorted_alike.sort = a.sort;
  sorted_alike.direction = a.direction;
  return a == sorted_alike;
}

}  // namespace

struct Engine::Cache {
  const Model* model = nullptr;
  WordSearch words;
  std::array<SortOrder, kSortKeyCount> orders =
      all_orders(std::make_index_sequence<kSortKeyCount>());
  std::vector<Row> changed;
  bool all_changed = true;
  Row rows_seen = 0;

  // The newest answer.
  std::optional<Query> query;
  std::vector<std::uint8_t> shown;
  std::vector<Row> rows;

  void forget_orders() {
    for (SortOrder& order : orders) order.forget();
  }
  void bring_up_to_date(const Model& now, const std::vector<score::Points>& points);
  void read_changed(const Model& now, const std::vector<score::Points>& points);
};

Engine::Engine() : cache_(std::make_unique<Cache>()) {}
Engine::~Engine() = default;

void Engine::lead_changed(Row lead) {
  if (cache_->all_changed) return;
  cache_->changed.push_back(lead);
  if (cache_->changed.size() > kManyChanged) all_changed();
}

void Engine::all_changed() {
  cache_->all_changed = true;
  cache_->changed.clear();
}

void Engine::points_changed() {
  cache_->orders[static_cast<std::size_t>(SortKey::kScore)].forget();
  cache_->query.reset();
}

std::size_t Engine::bytes() const { return cache_->words.bytes(); }

void Engine::Cache::bring_up_to_date(const Model& now, const std::vector<score::Points>& points) {
  const Row rows_now = now.leads().size();
  const bool is_another = model != &now || rows_now < rows_seen;
  if (is_another || all_changed) {
    if (is_another || !words.belongs_to(now)) words.clear();
    words.read_all(now);
    forget_orders();
    query.reset();
  } else {
    for (Row row = rows_seen; row < rows_now; ++row) changed.push_back(row);  // nobody told us
    if (changed.size() > kManyChanged) {
      words.read_all(now);
      forget_orders();
      query.reset();
    } else if (!changed.empty()) {
      read_changed(now, points);
      query.reset();
    }
  }
  model = &now;
  rows_seen = rows_now;
  all_changed = false;
  changed.clear();
}

void Engine::Cache::read_changed(const Model& now, const std::vector<score::Points>& points) {
  std::ranges::sort(changed);
  const auto repeated = std::ranges::unique(changed);
  changed.erase(repeated.begin(), repeated.end());
  std::erase_if(changed, [&](Row row) { return row >= now.leads().size(); });
  for (const Row row : changed) words.read_lead(now, row);
  for (SortOrder& order : orders) order.update(now, points, changed);
}

const std::vector<Row>& Engine::run(const Model& model, const std::vector<score::Points>& points,
                                    const Query& query) {
  Cache& cache = *cache_;
  cache.bring_up_to_date(model, points);
  if (cache.query == query) return cache.rows;
  if (!cache.query || !shows_the_same(*cache.query, query)) {
    cache.shown = rows_passing(model, points, query);
    for (const std::string& word : words_of(query.search))
      cache.words.keep_leads_with(model, word, cache.shown);
  }
  SortOrder& order = cache.orders[static_cast<std::size_t>(query.sort)];
  if (!order.is_built()) order.build(model, points, cache.words.texts());
  cache.rows.clear();
  order.list(query.direction, cache.shown, cache.rows);
  cache.query = query;
  return cache.rows;
}

void Engine::prepare(const Model& model, const std::vector<score::Points>& points, SortKey key) {
  cache_->bring_up_to_date(model, points);
  SortOrder& order = cache_->orders[static_cast<std::size_t>(key)];
  if (!order.is_built()) order.build(model, points, cache_->words.texts());
}

std::vector<std::pair<std::string, std::size_t>> Engine::values_of(const Model& model,
                                                                   LeadField field,
                                                                   std::size_t most) {
  std::vector<std::size_t> counts(model.texts().size());
  const Table& leads = model.leads();
  for (Row row = 0; row < leads.size(); ++row) {
    if (leads.alive(row)) ++counts[leads.cell(row, static_cast<ColumnIndex>(field))];
  }
  std::vector<std::pair<std::string, std::size_t>> values;
  for (TextId text = 1; text < counts.size(); ++text) {
    if (counts[text] != 0) values.emplace_back(model.texts().view(text), counts[text]);
  }
  const std::size_t shown = std::min(most, values.size());
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(shown);
  std::partial_sort(values.begin(), middle, values.end(), [](const auto& a, const auto& b) {
    return a.second != b.second ? a.second > b.second : compare_for_people(a.first, b.first) < 0;
  });
  values.resize(shown);
  return values;
}

}  // namespace leadlight::query
