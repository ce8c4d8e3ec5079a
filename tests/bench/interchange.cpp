// How long a large file takes on its way in and out: CSV of 100,000 rows and 20 columns, snapshot
// of the same. Usage: bench_interchange [rows]. Prints one line a step, in milliseconds; the best
// of three.
#include <algorithm>
#include <charconv>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <string>
#include <string_view>
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

namespace {

using namespace leadlight;

constexpr UtcMs kNow = 1'795'338'000'000;

// As a CRM exports it: mostly distinct names and addresses, a few columns of repeated words, one in
// ten quoted.
std::string csv_of(std::size_t rows) {
  std::string out =
      "Record ID,First Name,Last Name,Email,Phone,Mobile,Job "
      "Title,Company,Website,Street,City,Postal Code,Country,"
      "Lead Source,Stage,Amount,Created,Owner,Tags,Comments\r\n";
  std::uint64_t state = 42;
  const auto next = [&state](std::uint64_t limit) {
    state = state * 6364136223846793005ULL + 1442695040888963407ULL;
    return (state >> 33) % limit;
  };
  constexpr std::string_view kSyllables[] = {"an",  "bel", "cor", "dan", "el",  "fri", "gus",
                                             "hen", "il",  "jo",  "kar", "lu",  "mar", "nor",
                                             "ol",  "pe",  "ro",  "sil", "tor", "ul"};
  constexpr std::string_view kTitles[] = {"Head of Sales", "CEO", "Marketing Manager", "Buyer",
                                          "Engineer, R&D"};
  constexpr std::string_view kSources[] = {"Hannover Messe", "Webinar", "White paper", "Website",
                                           "Referral"};
  constexpr std::string_view kStages[] = {"New", "MQL", "SQL", "Won", "Lost"};
  const auto word = [&](std::size_t syllables) {
    std::string text;
    while (syllables-- > 0) text += kSyllables[next(std::size(kSyllables))];
    text[0] = static_cast<char>(text[0] - 32);
    return text;
  };
  for (std::size_t row = 0; row < rows; ++row) {
    const std::string first = word(2);
    const std::string last = word(3);
    const std::string company = word(3) + " " + word(2) + " GmbH";
    const std::string number = std::to_string(1000000 + next(8999999));
    const auto day = std::to_string(2020 + next(6)) + "-" + std::to_string(10 + next(3)) + "-" +
                     std::to_string(10 + next(18)) + "T09:30:00Z";
    const std::string cells[] = {
        "L-" + std::to_string(100000 + row),
        first,
        last,
        first + "." + last + std::to_string(row) + "@" + word(3) + ".example",
        "+49 30 " + number,
        "+49 151 " + number + "0",
        std::string(kTitles[next(5)]),
        company,
        "https://www." + word(3) + ".example",
        word(4) + "straße " + std::to_string(next(200)),
        word(3),
        std::to_string(10000 + next(89999)),
        "Germany",
        std::string(kSources[next(5)]),
        std::string(kStages[next(5)]),
        std::to_string(next(100000)) + ".50",
        day,
        word(2) + " " + word(2),
        "vip; " + std::string(kSources[next(5)]),
        "Asked for " + word(3) + " and " + word(4) + ", wants to hear from us " +
            (row % 10 == 0 ? "\"soon\"" : "in spring")};
    bool first_cell = true;
    for (const std::string& cell : cells) {
      if (!first_cell) out += ',';
      first_cell = false;
      if (cell.find_first_of(",\"") == std::string::npos) {
        out += cell;
        continue;
      }
      out += '"';
      for (const char c : cell) {
        if (c == '"') out += '"';
        out += c;
      }
      out += '"';
    }
    out += "\r\n";
  }
  return out;
}

// Processor time, not the clock on the wall: others may be using this machine too.
template <class Step>
void measure(const char* name, Step step) {
  double best = 1e18;
  for (int round = 0; round < 3; ++round) {
    const std::clock_t start = std::clock();
    step();
    best = std::min(best, static_cast<double>(std::clock() - start) * 1000.0 / CLOCKS_PER_SEC);
  }
  std::printf("%-24s %9.1f ms\n", name, best);
}

}  // namespace

int main(int count, char** words) {
  std::size_t rows = 100000;
  if (count > 1) std::from_chars(words[1], words[1] + std::strlen(words[1]), rows);
  const std::string csv = csv_of(rows);
  std::printf("%zu rows, 20 columns, %.1f MB\n", rows, static_cast<double>(csv.size()) / 1e6);

  interchange::CsvDocument file;
  measure("csv: parse", [&] { file = *interchange::read_csv(csv); });
  const interchange::Mapping mapping = interchange::guess_mapping(file);
  interchange::Drafts drafts;
  measure("csv: drafts", [&] { drafts = interchange::drafts_from_csv(file, mapping); });

  book::Book book(Id{1, 1});
  match::ExactIndex index;
  index.rebuild(book.model());
  const TeamSettings settings = settings_from(book.model());
  app::ImportPlan plan;
  measure("import: plan", [&] { plan = app::plan_import(drafts, book.model(), index); });
  const app::ImportOptions options{
      .source = {}, .event = {}, .by = "Ana", .label = "Import", .now = kNow};
  headless::SeededRandom random(1);
  Operation operation;
  measure("import: operation", [&] {
    operation = app::operation_from_plan(plan, drafts, book.model(), settings, options, random);
  });
  measure("book: commit", [&] {
    book = book::Book(Id{1, 1});
    book.commit(Operation(operation), kNow);
  });

  std::string snapshot;
  measure("snapshot: write", [&] {
    interchange::SnapshotWriter writer;
    book.for_each_operation([&](const Operation& each) { writer.add(each); });
    snapshot = writer.finish();
  });
  std::printf("%-24s %9.1f MB\n", "snapshot", static_cast<double>(snapshot.size()) / 1e6);
  std::vector<Operation> operations;
  measure("snapshot: read", [&] { operations = *interchange::read_snapshot(snapshot); });
  measure("snapshot: text alone", [&] {
    interchange::SnapshotWriter writer;
    for (const Operation& each : operations) writer.add(each);
    snapshot = writer.finish();
  });
  measure("snapshot: read, foreign",
          [&] { operations = *interchange::read_snapshot(" " + snapshot); });
  measure("snapshot: absorb", [&] {
    book::Book other(Id{2, 2});
    other.absorb(operations, kNow);
  });
  index.rebuild(book.model());
  measure("import again: plan", [&] { plan = app::plan_import(drafts, book.model(), index); });
  std::printf("%-24s %zu created, %zu updated, %zu skipped\n", "", plan.created, plan.updated,
              plan.skipped);
  std::vector<Row> leads(book.model().leads().size());
  for (Row row = 0; row < leads.size(); ++row) leads[row] = row;
  measure("csv: export", [&] {
    (void)interchange::csv_from_leads(book.model(), leads, interchange::DoNotContact::kInclude);
  });
  return 0;
}
