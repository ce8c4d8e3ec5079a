// How long a large file takes on its way in and out, step by step:
//   bench_interchange LEADS.csv [--json]      (the file: node tests/bench/leads.mjs)
#include <string>
#include <utility>
#include <vector>

#include "app/import.h"
#include "base/time.h"
#include "book/book.h"
#include "interchange/csv.h"
#include "interchange/drafts.h"
#include "interchange/export.h"
#include "interchange/mapping.h"
#include "interchange/snapshot.h"
#include "match/exact.h"
#include "platform/headless/memory_ports.h"
#include "tests/bench/figures.h"

namespace {

using namespace leadlight;

constexpr UtcMs kNow = 1'795'338'000'000;

}  // namespace

int main(int count, char** words) {
  const auto arguments = bench::arguments_from(count, words);
  const std::string csv = bench::bytes_of(std::string(arguments.first));
  if (csv.empty()) {
    std::println(stderr, "Usage: bench_interchange LEADS.csv [--json]");
    return 2;
  }
  bench::Figures figures;
  const auto measure = [&](std::string name, auto&& step) {
    figures.time(std::move(name), 3, step);
  };
  figures.count("csv_bytes", static_cast<double>(csv.size()));

  interchange::CsvDocument file;
  measure("csv_parse", [&] { file = *interchange::read_csv(csv); });
  const interchange::Mapping mapping = interchange::guess_mapping(file);
  interchange::Drafts drafts;
  measure("csv_drafts", [&] { drafts = interchange::drafts_from_csv(file, mapping); });

  book::Book book(Id{1, 1});
  match::ExactIndex index;
  index.rebuild(book.model());
  const TeamSettings settings = settings_from(book.model());
  app::ImportPlan plan;
  measure("plan", [&] { plan = app::plan_import(drafts, book.model(), index); });
  const app::ImportOptions options{
      .source = {}, .event = {}, .by = "Ana", .label = "Import", .now = kNow};
  headless::SeededRandom random(1);
  Operation operation;
  measure("plan_to_operation", [&] {
    operation = app::operation_from_plan(plan, drafts, book.model(), settings, options, random);
  });
  measure("commit", [&] {
    book = book::Book(Id{1, 1});
    book.commit(Operation(operation), kNow);
  });

  std::string snapshot;
  measure("snapshot_of_book", [&] {
    interchange::SnapshotWriter writer;
    book.for_each_operation([&](const Operation& each) { writer.add(each); });
    snapshot = writer.finish();
  });
  figures.count("snapshot_bytes", static_cast<double>(snapshot.size()));
  std::vector<Operation> operations;
  measure("snapshot_read", [&] { operations = *interchange::read_snapshot(snapshot); });
  measure("snapshot_of_operations", [&] {
    interchange::SnapshotWriter writer;
    for (const Operation& each : operations) writer.add(each);
    snapshot = writer.finish();
  });
  measure("snapshot_read_foreign",
          [&] { operations = *interchange::read_snapshot(" " + snapshot); });
  measure("absorb", [&] {
    book::Book other(Id{2, 2});
    other.absorb(operations, kNow);
  });
  index.rebuild(book.model());
  measure("plan_again", [&] { plan = app::plan_import(drafts, book.model(), index); });
  figures.count("again_created", static_cast<double>(plan.created));
  std::vector<Row> leads(book.model().leads().size());
  for (Row row = 0; row < leads.size(); ++row) leads[row] = row;
  measure("csv_export", [&] {
    (void)interchange::csv_from_leads(book.model(), leads, interchange::DoNotContact::kInclude);
  });
  figures.print(arguments.json);
  return 0;
}
