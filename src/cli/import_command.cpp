// leadlight import: docs/map.md.
#include <format>
#include <optional>
#include <vector>

#include "app/import.h"
#include "cli/commands.h"
#include "cli/files.h"
#include "interchange/csv.h"
#include "interchange/drafts.h"
#include "interchange/json_text.h"
#include "interchange/mapping.h"
#include "interchange/vcard.h"
#include "lead/settings.h"
#include "match/exact.h"

namespace leadlight::cli {

namespace {

constexpr std::string_view kUsage =
    "import FILE... --into BOOK.json [--map MAP.json] [--source NAME] [--by NAME] [--dry-run] "
    "[--json]";
constexpr OptionSpec kOptions[] = {{"--into"},           {"--map"},        {"--source"}, {"--by"},
                                   {"--dry-run", false}, {"--json", false}};

struct FileReport {
  std::string path;
  std::size_t created = 0;
  std::size_t updated = 0;
  std::size_t skipped = 0;
  std::vector<interchange::RejectedRow> rejected;
  std::vector<std::string> warnings;
};

class Importer {
 public:
  Importer(const Arguments& arguments, Surroundings& surroundings, book::Book& book)
      : arguments_(arguments), surroundings_(surroundings), book_(book) {}

  // MAP.json, if one was named.
  Result<void> read_map() {
    if (!arguments_.has("--map")) return {};
    auto map = read_file(arguments_.get("--map"));
    if (!map) return fail(sentence_about(arguments_.get("--map"), map.error()));
    auto delimiter = interchange::delimiter_from_json(*map);
    if (!delimiter) return fail(sentence_about(arguments_.get("--map"), delimiter.error()));
    delimiter_ = *delimiter;
    map_ = *std::move(map);
    return {};
  }

  Result<FileReport> import(const std::string& path) {
    auto bytes = read_file(path);
    if (!bytes) return fail(sentence_about(path, bytes.error()));
    const auto file = read_table(*std::move(bytes));
    if (!file) return fail(sentence_about(path, file.error()));
    interchange::Mapping mapping = interchange::guess_mapping(*file);
    if (map_) {
      auto mapped = interchange::mapping_from_json(*map_, mapping);
      if (!mapped) return fail(sentence_about(arguments_.get("--map"), mapped.error()));
      mapping = *std::move(mapped);
    }
    interchange::Drafts drafts = interchange::drafts_from_csv(*file, mapping);
    index_.rebuild(book_.model());
    app::ImportPlan plan = app::plan_import(drafts, book_.model(), index_);
    commit(path, plan, drafts);
    return FileReport{path,
                      plan.created,
                      plan.updated,
                      plan.skipped + plan.repeated,
                      std::move(plan.rejected),
                      std::move(drafts.warnings)};
  }

 private:
  Result<interchange::CsvDocument> read_table(std::string bytes) const {
    if (!interchange::holds_cards(bytes))
      return interchange::read_csv(std::move(bytes), delimiter_);
    interchange::CardTable cards;
    return cards.add(bytes).transform([&] { return cards.take(); });
  }

  void commit(const std::string& path, const app::ImportPlan& plan,
              const interchange::Drafts& drafts) {
    if (plan.empty()) return;
    const UtcMs now = surroundings_.now();
    const app::ImportOptions options{.source = arguments_.get("--source"),
                                     .event = {},
                                     .by = arguments_.get("--by"),
                                     .label = "Import " + base_name(path),
                                     .now = now};
    const TeamSettings settings = settings_from(book_.model());
    book_.commit(app::operation_from_plan(plan, drafts, book_.model(), settings, options,
                                          surroundings_.random),
                 now);
  }

  const Arguments& arguments_;
  Surroundings& surroundings_;
  book::Book& book_;
  match::ExactIndex index_;
  std::optional<std::string> map_;
  char delimiter_ = '\0';
};

void report_json(const std::vector<FileReport>& reports, Surroundings& surroundings) {
  std::size_t created = 0;
  std::size_t updated = 0;
  std::size_t skipped = 0;
  for (const FileReport& report : reports) {
    created += report.created;
    updated += report.updated;
    skipped += report.skipped;
  }
  interchange::JsonText json;
  json.begin_object();
  json.member("created", static_cast<long long>(created));
  json.member("updated", static_cast<long long>(updated));
  json.member("skipped", static_cast<long long>(skipped));
  json.key("rejected");
  json.begin_array();
  for (const FileReport& report : reports) {
    for (const interchange::RejectedRow& row : report.rejected) {
      json.begin_object();
      if (reports.size() > 1) json.member("file", report.path);
      json.member("row", static_cast<long long>(row.row));
      json.member("line", static_cast<long long>(row.line));
      json.member("why", row.why);
      json.end_object();
    }
  }
  json.end_array();
  json.end_object();
  surroundings.out += json.take() + "\n";
}

void report_text(const std::vector<FileReport>& reports, Surroundings& surroundings) {
  for (const FileReport& report : reports) {
    surroundings.out += report.path + ": " + with_separators(report.created) + " created, " +
                        with_separators(report.updated) + " updated, " +
                        with_separators(report.skipped) + " skipped, " +
                        with_separators(report.rejected.size()) + " rejected\n";
    for (const interchange::RejectedRow& row : report.rejected) {
      surroundings.err += "leadlight: " + report.path + ", line " + std::to_string(row.line) +
                          ": " + row.why + "\n";
    }
  }
}

}  // namespace

int import_command(std::span<const std::string> words, Surroundings& surroundings) {
  const auto arguments = Arguments::parse(words, kOptions);
  if (!arguments) return wrong_use(surroundings, arguments.error().what, kUsage);
  if (arguments->files().empty())
    return wrong_use(surroundings, "Which file is to be imported?", kUsage);
  const std::string into = arguments->get("--into");
  if (into.empty()) return wrong_use(surroundings, "Into which book (--into)?", kUsage);

  std::vector<std::string> books;
  if (file_exists(into)) books.push_back(into);
  auto book = load_books(books, surroundings);
  if (!book) return refuse(surroundings, book.error());
  Importer importer(*arguments, surroundings, *book);
  if (const auto map = importer.read_map(); !map) return refuse(surroundings, map.error());
  std::vector<FileReport> reports;
  for (const std::string& path : arguments->files()) {
    auto report = importer.import(path);
    if (!report) return refuse(surroundings, report.error());
    for (const std::string& warning : report->warnings)
      warn(surroundings, std::format("{}: {}", path, warning));
    reports.push_back(*std::move(report));
  }
  if (!arguments->has("--dry-run")) {
    if (const auto saved = save_book(*book, into, surroundings); !saved)
      return refuse(surroundings, saved.error());
  }
  arguments->has("--json") ? report_json(reports, surroundings)
                           : report_text(reports, surroundings);
  return kDone;
}

}  // namespace leadlight::cli
