// How long scoring, planning, filtering, sorting, searching and comparing templates take by
// themselves, in a sample book with its touches, moves and notes:
//   bench_core [LEADS] [--json]      (100,000 if not said)
//
// "first" is with nothing kept from before; the others are what a key press costs in an open book.
#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "book/book.h"
#include "experiment/report.h"
#include "followup/queue.h"
#include "insight/funnel.h"
#include "lead/settings.h"
#include "match/exact.h"
#include "query/query.h"
#include "sample/sample.h"
#include "score/score.h"
#include "tests/bench/figures.h"

namespace leadlight {
namespace {

constexpr UtcMs kNow = 1'795'338'000'000;  // 2026-11-22 09:00 UTC
constexpr std::size_t kInOneOperation = 50'000;

std::vector<Operation> sample_operations(std::size_t leads) {
  std::vector<Operation> operations{sample::sample_book(0, 300, kNow)};
  for (std::size_t first = 0; first < leads; first += kInOneOperation) {
    operations.push_back(
        sample::sample_leads(first, std::min(kInOneOperation, leads - first), leads, 300, kNow));
  }
  std::uint64_t clock = static_cast<std::uint64_t>(kNow) << 16;
  for (Operation& operation : operations) operation.at = Stamp{++clock, Id{7, 7}};
  return operations;
}

void time_derived(bench::Figures& figures, const Model& model, const TeamSettings& settings) {
  std::vector<score::Points> points;
  figures.time("score_all", 9, [&] { points = score::score_all(model, settings, kNow); });
  figures.time("bands", 9, [&] { score::set_bands(model, settings, points); });
  const score::Scorer scorer(model, settings);
  figures.time("explain", 9, [&] { (void)scorer.explain(model.leads().size() / 2, kNow); });
  figures.time("queue", 9, [&] { (void)followup::queue(model, settings, points, kNow, 60); });
  figures.count("queue_items",
                static_cast<double>(followup::queue(model, settings, points, kNow, 60).size()));
  figures.time("without_next_step", 9,
               [&] { (void)followup::without_next_step(model, points, kNow); });
  figures.time("funnel", 9, [&] { (void)insight::funnel_of(model, points, {}, kNow); });
  match::ExactIndex index;
  figures.time("exact_index", 5, [&] { index.rebuild(model); });
}

query::Query sorted_by(query::SortKey key) {
  query::Query query;
  query.sort = key;
  query.direction = query::natural_direction(key);
  return query;
}

void time_queries(bench::Figures& figures, const Model& model, const TeamSettings& settings) {
  const std::vector<score::Points> points = score::score_all(model, settings, kNow);
  std::unique_ptr<query::Engine> engine;
  const auto run = [&](const query::Query& query) {
    return engine->run(model, points, query).size();
  };
  const query::Query usual;
  figures.time(
      "query_first", 5, [&] { engine = std::make_unique<query::Engine>(); }, [&] { run(usual); });

  const auto only_texts = [&] {  // kept: the folded texts
    engine->all_changed();
    run(sorted_by(query::SortKey::kStage));
  };
  figures.time("query_after_import", 5, [&] { engine->all_changed(); }, [&] { run(usual); });
  figures.time("sort_score_first", 5, only_texts, [&] { run(sorted_by(query::SortKey::kScore)); });
  figures.time("sort_company_first", 5, only_texts,
               [&] { run(sorted_by(query::SortKey::kCompany)); });
  figures.time("sort_name_first", 5, only_texts, [&] { run(sorted_by(query::SortKey::kName)); });
  figures.time("sort_last_touch_first", 5, only_texts,
               [&] { run(sorted_by(query::SortKey::kLastTouch)); });
  figures.time(
      "sort_company_again", 9, [&] { run(usual); },
      [&] { run(sorted_by(query::SortKey::kCompany)); });

  query::Query filter;
  filter.stages = {Stage::kMql, Stage::kSql};
  filter.sources = {"Webinar", "White paper"};
  figures.time("filter", 9, [&] { run(usual); }, [&] { run(filter); });

  constexpr std::array<std::string_view, 9> kRare{"quillfeather", "eichenfeld", "山田",
                                                  "niamh",        "volos",      "thistlewood",
                                                  "zolkiewska",   "0042",       "mejeri"};
  std::size_t next = 0;
  query::Query search;
  const auto search_for = [&](std::string_view words) {
    search.search = words;
    run(search);
  };
  figures.time(
      "search_one_word", 9, [&] { run(usual); }, [&] { search_for(kRare[next++ % kRare.size()]); });
  figures.time(
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
  figures.time("search_key_press", 7, [&] { search_for(kTyped[next++ % kTyped.size()]); });
  figures.time(
      "search_one_letter", 9, [&] { run(usual); },
      [&] { search_for(std::string(1, static_cast<char>('a' + next++ % 26))); });

  Row lead = 0;
  run(sorted_by(query::SortKey::kCompany));
  figures.time(
      "edit_one_lead", 9, [&] { lead = (lead + 7919) % model.leads().size(); },
      [&] {
        engine->lead_changed(lead);
        run(usual);
      });
  figures.time("values_of_source", 9,
               [&] { (void)query::Engine::values_of(model, LeadField::kSource, 20); });
  figures.count("search_bytes_per_lead",
                static_cast<double>(engine->bytes()) / model.leads().size());
}

// The three times of each lead's clock, round the clock and in business hours (practice C1).
void time_clocks(bench::Figures& figures, const Model& model, TeamSettings settings) {
  const auto all = [&] {
    UtcMs sum = 0;
    for (Row lead = 0; lead < model.leads().size(); ++lead)
      sum += followup::first_touch_clock(model, settings, lead, kNow).limit;
    return sum;
  };
  figures.time("clocks", 9, all);
  settings.calendar.round_the_clock = false;
  settings.calendar.week.fill({{9 * 60, 12 * 60}, {13 * 60, 17 * 60}});
  settings.calendar.week[0] = settings.calendar.week[6] = {};
  for (int year = 0; year < 50; ++year)
    settings.calendar.zone.changes.push_back({year * 365 * kDayMs, year % 2 * 60});
  figures.time("clocks_in_business_hours", 9, all);
}

// An experiment with three templates that every lead is in; one in ten answered (practice D7).
void time_experiment(bench::Figures& figures, book::Book& book) {
  const auto templates = message::default_templates();
  experiment::Experiment trial;
  trial.started_at = kNow - 60 * kDayMs;
  for (std::size_t i = 0; i < 3; ++i) trial.variants.push_back({templates[i].id});
  OperationBuilder sent;
  const Table& leads = book.model().leads();
  for (Row row = 0; row < leads.size(); ++row) {
    const auto touch = [&](std::uint64_t half, TouchKind kind, UtcMs at) {
      sent.begin_record("touch", Id{0x70C4 + half, row});
      sent.write("lead", text_from_id(leads.id(row)));
      sent.write("kind", text_of(kind));
      sent.write("at", std::to_string(at));
    };
    touch(0, TouchKind::kEmail, kNow - 30 * kDayMs);
    const std::size_t variant = experiment::variant_of(trial, leads.id(row));
    sent.write("template", text_from_id(trial.variants[variant].template_id));
    if (row % 10 == 0) touch(1, TouchKind::kReplied, kNow - 29 * kDayMs);
  }
  book.commit(sent.take(), kNow);
  figures.time("experiment", 9, [&] { (void)experiment::report_on(trial, book.model(), kNow); });
}

int run_all(std::size_t leads, bool json) {
  bench::Figures figures;
  std::vector<Operation> operations;
  figures.time("sample", leads > 200'000 ? 1 : 3, [&] { operations = sample_operations(leads); });
  std::optional<book::Book> book;
  figures.time(
      "import", leads > 200'000 ? 1 : 3, [&] { book.emplace(Id{1, 2}); },
      [&] { book->absorb(operations, kNow); });
  operations = {};
  const Model& model = book->model();
  figures.count("touches_per_lead",
                static_cast<double>(model.table(Kind::kTouch).size()) / static_cast<double>(leads));
  figures.count("bytes_per_lead", static_cast<double>(model.bytes()) / static_cast<double>(leads));
  const TeamSettings settings = settings_from(model);
  time_derived(figures, model, settings);
  time_clocks(figures, model, settings);
  time_queries(figures, model, settings);
  time_experiment(figures, *book);
  figures.print(json);
  return 0;
}

}  // namespace
}  // namespace leadlight

int main(int count, char** words) {
  const auto arguments = leadlight::bench::arguments_from(count, words);
  return leadlight::run_all(arguments.number(100'000), arguments.json);
}
