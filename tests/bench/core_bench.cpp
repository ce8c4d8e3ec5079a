// How long the core takes for what a person does: bench_core_bench [LEADS] [--json], 100,000 leads
// if not said. Prints medians in milliseconds, one "name<TAB>ms" a line; memory in bytes a lead.
//
// "first" is with nothing kept from before; the others are what a key press costs in an open book.
#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <memory>
#include <optional>
#include <print>
#include <string>
#include <string_view>
#include <vector>

#include "app/sample.h"
#include "book/book.h"
#include "followup/queue.h"
#include "insight/funnel.h"
#include "lead/settings.h"
#include "match/exact.h"
#include "query/query.h"
#include "score/score.h"

namespace leadlight {
namespace {

constexpr UtcMs kNow = 1'795'338'000'000;  // 2026-11-22 09:00 UTC
constexpr std::size_t kInOneOperation = 50'000;

struct Figure {
  std::string name;
  double value = 0;
};

class Bench {
 public:
  explicit Bench(bool cpu) : cpu_(cpu) {}
  // Median of several runs, each after `prepare`, whose time doesn't count.
  template <class Prepare, class Run>
  void time(std::string name, int runs, Prepare&& prepare, Run&& run) {
    std::vector<double> times;
    for (int i = 0; i < runs; ++i) {
      prepare();
      const double begin = now_ms();
      run();
      times.push_back(now_ms() - begin);
    }
    std::ranges::sort(times);
    note(std::move(name), times[times.size() / 2]);
  }
  template <class Run>
  void time(std::string name, int runs, Run&& run) {
    time(std::move(name), runs, [] {}, run);
  }
  void note(std::string name, double value) { figures_.push_back({std::move(name), value}); }
  void print(bool json) const {
    if (json) std::print("{{");
    for (std::size_t i = 0; i < figures_.size(); ++i) {
      const Figure& figure = figures_[i];
      if (json)
        std::print("{}\"{}\": {:.3f}", i == 0 ? "" : ", ", figure.name, figure.value);
      else
        std::println("{}\t{:.3f}", figure.name, figure.value);
    }
    if (json) std::println("}}");
  }

 private:
  [[nodiscard]] double now_ms() const {
    if (cpu_) return static_cast<double>(std::clock()) * 1000 / CLOCKS_PER_SEC;
    const std::chrono::duration<double, std::milli> now =
        std::chrono::steady_clock::now().time_since_epoch();
    return now.count();
  }

  bool cpu_;
  std::vector<Figure> figures_;
};

std::vector<Operation> sample_operations(std::size_t leads) {
  std::vector<Operation> operations{app::sample_book(0, 300, kNow)};
  for (std::size_t first = 0; first < leads; first += kInOneOperation) {
    operations.push_back(
        app::sample_leads(first, std::min(kInOneOperation, leads - first), leads, 300, kNow));
  }
  std::uint64_t clock = static_cast<std::uint64_t>(kNow) << 16;
  for (Operation& operation : operations) operation.at = Stamp{++clock, Id{7, 7}};
  return operations;
}

void time_derived(Bench& bench, const Model& model, const TeamSettings& settings) {
  std::vector<score::Points> points;
  bench.time("score_all", 9, [&] { points = score::score_all(model, settings, kNow); });
  bench.time("bands", 9, [&] { score::set_bands(model, settings, points); });
  const score::Scorer scorer(model, settings);
  bench.time("explain", 9, [&] { (void)scorer.explain(model.leads().size() / 2, kNow); });
  bench.time("queue", 9, [&] { (void)followup::queue(model, settings, points, kNow, 60); });
  bench.note("queue_items",
             static_cast<double>(followup::queue(model, settings, points, kNow, 60).size()));
  bench.time("without_next_step", 9,
             [&] { (void)followup::without_next_step(model, points, kNow); });
  bench.time("funnel", 9, [&] { (void)insight::funnel_of(model, points, {}, kNow); });
  match::ExactIndex index;
  bench.time("exact_index", 5, [&] { index.rebuild(model); });
}

query::Query sorted_by(query::SortKey key) {
  query::Query query;
  query.sort = key;
  query.direction = query::natural_direction(key);
  return query;
}

void time_queries(Bench& bench, const Model& model, const TeamSettings& settings) {
  const std::vector<score::Points> points = score::score_all(model, settings, kNow);
  std::unique_ptr<query::Engine> engine;
  const auto run = [&](const query::Query& query) {
    return engine->run(model, points, query).size();
  };
  const query::Query usual;
  bench.time(
      "query_first", 5, [&] { engine = std::make_unique<query::Engine>(); }, [&] { run(usual); });

  const auto only_texts = [&] {  // kept: the folded texts
    engine->all_changed();
    run(sorted_by(query::SortKey::kStage));
  };
  bench.time("query_after_import", 5, [&] { engine->all_changed(); }, [&] { run(usual); });
  bench.time("sort_score_first", 5, only_texts, [&] { run(sorted_by(query::SortKey::kScore)); });
  bench.time("sort_company_first", 5, only_texts,
             [&] { run(sorted_by(query::SortKey::kCompany)); });
  bench.time("sort_name_first", 5, only_texts, [&] { run(sorted_by(query::SortKey::kName)); });
  bench.time("sort_last_touch_first", 5, only_texts,
             [&] { run(sorted_by(query::SortKey::kLastTouch)); });
  bench.time(
      "sort_company_again", 9, [&] { run(usual); },
      [&] { run(sorted_by(query::SortKey::kCompany)); });

  query::Query filter;
  filter.stages = {Stage::kMql, Stage::kSql};
  filter.sources = {"Webinar", "White paper"};
  bench.time("filter", 9, [&] { run(usual); }, [&] { run(filter); });

  constexpr std::array<std::string_view, 9> kRare{"quillfeather", "eichenfeld", "山田",
                                                  "niamh",        "volos",      "thistlewood",
                                                  "zolkiewska",   "0042",       "mejeri"};
  std::size_t next = 0;
  query::Query search;
  const auto search_for = [&](std::string_view words) {
    search.search = words;
    run(search);
  };
  bench.time(
      "search_one_word", 9, [&] { run(usual); }, [&] { search_for(kRare[next++ % kRare.size()]); });
  bench.time(
      "search_three_words", 9,
      [&] {
        run(usual);
        next += 3;
      },
      [&] {
        search_for(std::string(kRare[next % 9]).append(" br ").append(kRare[(next + 1) % 9]));
      });
  constexpr std::array<std::string_view, 7> kTyped{"b",      "br",       "bra",       "brau",
                                                   "brauer", "brauerei", "brauerei e"};
  next = 0;
  bench.time("search_key_press", 7, [&] { search_for(kTyped[next++ % kTyped.size()]); });
  bench.time(
      "search_one_letter", 9, [&] { run(usual); },
      [&] { search_for(std::string(1, static_cast<char>('a' + next++ % 26))); });

  Row lead = 0;
  run(sorted_by(query::SortKey::kCompany));
  bench.time(
      "edit_one_lead", 9, [&] { lead = (lead + 7919) % model.leads().size(); },
      [&] {
        engine->lead_changed(lead);
        run(usual);
      });
  bench.time("values_of_source", 9,
             [&] { (void)query::Engine::values_of(model, LeadField::kSource, 20); });
  bench.note("search_bytes_per_lead", static_cast<double>(engine->bytes()) / model.leads().size());
}

int run_all(std::size_t leads, bool json, bool cpu) {
  Bench bench(cpu);
  std::vector<Operation> operations;
  bench.time("sample", leads > 200'000 ? 1 : 3, [&] { operations = sample_operations(leads); });
  std::optional<book::Book> book;
  bench.time(
      "import", leads > 200'000 ? 1 : 3, [&] { book.emplace(Id{1, 2}); },
      [&] { book->absorb(operations, kNow); });
  operations = {};
  const Model& model = book->model();
  bench.note("touches_per_lead",
             static_cast<double>(model.table(Kind::kTouch).size()) / static_cast<double>(leads));
  bench.note("bytes_per_lead", static_cast<double>(model.bytes()) / static_cast<double>(leads));
  const TeamSettings settings = settings_from(model);
  time_derived(bench, model, settings);
  time_queries(bench, model, settings);
  bench.print(json);
  return 0;
}

}  // namespace
}  // namespace leadlight

int main(int argc, char** argv) {
  std::size_t leads = 100'000;
  bool json = false;
  bool cpu = false;
  for (int i = 1; i < argc; ++i) {
    const std::string_view argument(argv[i]);
    if (argument == "--json" || argument == "--cpu") {
      (argument == "--json" ? json : cpu) = true;
      continue;
    }
    const auto [end, error] =
        std::from_chars(argument.data(), argument.data() + argument.size(), leads);
    if (error != std::errc() || end != argument.data() + argument.size() || leads == 0) {
      std::println(stderr, "Usage: bench_core_bench [LEADS] [--json] [--cpu]");
      return 2;
    }
  }
  return leadlight::run_all(leads, json, cpu);
}
