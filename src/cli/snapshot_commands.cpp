// leadlight merge, check, export: from snapshots to files.
#include <numeric>
#include <vector>

#include "app/words.h"
#include "cli/commands.h"
#include "cli/files.h"
#include "interchange/export.h"

namespace leadlight::cli {

namespace {

constexpr std::string_view kMergeUsage = "merge A.json B.json... --output C.json";
constexpr std::string_view kCheckUsage = "check FILE.json";
constexpr std::string_view kExportUsage =
    "export BOOK.json --csv FILE | --vcard FILE [--with-do-not-contact]";

std::vector<Row> lead_rows(const Model& model) {
  std::vector<Row> rows(model.leads().size());
  std::iota(rows.begin(), rows.end(), Row{0});
  return rows;
}

// Leads with a field that two people changed without knowing of each other.
std::size_t count_concurrent(const book::Book& book) {
  const Model& model = book.model();
  std::size_t count = 0;
  for (Row row = 0; row < model.leads().size(); ++row) {
    count +=
        model.leads().alive(row) && book.has_concurrent(static_cast<KindIndex>(Kind::kLead), row)
            ? 1U
            : 0U;
  }
  return count;
}

std::string summary(const book::Book& book) {
  return counted(book.model().leads().alive_count(), "lead", "leads") + ", " +
         counted(book.operation_count(), "operation", "operations");
}

}  // namespace

int merge_command(std::span<const std::string> words, Surroundings& surroundings) {
  constexpr OptionSpec kOptions[] = {{"--output"}};
  const auto arguments = Arguments::parse(words, kOptions);
  if (!arguments) return wrong_use(surroundings, arguments.error().what, kMergeUsage);
  const std::string output = arguments->get("--output");
  if (arguments->files().empty())
    return wrong_use(surroundings, "Which books are to be merged?", kMergeUsage);
  if (output.empty())
    return wrong_use(surroundings, "Where is the result to go (--output)?", kMergeUsage);
  const auto book = load_books(arguments->files(), surroundings);
  if (!book) return refuse(surroundings, book.error());
  if (const auto saved = save_book(*book, output, surroundings); !saved)
    return refuse(surroundings, saved.error());
  if (const std::size_t count = count_concurrent(*book); count > 0) {
    warn(surroundings,
         counted(count, "lead has", "leads have") +
             " fields that were changed in two books at once; the later change counts, and the "
             "other can still be chosen on the lead's card.");
  }
  if (output != "-") surroundings.out += output + ": " + summary(*book) + "\n";
  return kDone;
}

int check_command(std::span<const std::string> words, Surroundings& surroundings) {
  const auto arguments = Arguments::parse(words, {});
  if (!arguments) return wrong_use(surroundings, arguments.error().what, kCheckUsage);
  if (arguments->files().size() != 1)
    return wrong_use(surroundings, "Which file is to be checked?", kCheckUsage);
  const auto book = load_books(arguments->files(), surroundings);
  if (!book) return refuse(surroundings, book.error());
  if (const UtcMs ahead = book->clock().furthest_ahead_ms(); ahead > kDayMs)
    warn(surroundings, app::words::clock_ahead(ahead));
  surroundings.out += arguments->files()[0] + ": a sound snapshot, " + summary(*book) + ", state " +
                      text_from_id(book->state_hash()) + "\n";
  return kDone;
}

int export_command(std::span<const std::string> words, Surroundings& surroundings) {
  constexpr OptionSpec kOptions[] = {{"--csv"}, {"--vcard"}, {"--with-do-not-contact", false}};
  const auto arguments = Arguments::parse(words, kOptions);
  if (!arguments) return wrong_use(surroundings, arguments.error().what, kExportUsage);
  if (arguments->files().size() != 1)
    return wrong_use(surroundings, "Which book is to be exported?", kExportUsage);
  const bool csv = arguments->has("--csv");
  if (csv == arguments->has("--vcard")) {
    return wrong_use(surroundings, "Say either --csv FILE or --vcard FILE.", kExportUsage);
  }
  const auto book = load_books(arguments->files(), surroundings);
  if (!book) return refuse(surroundings, book.error());

  using interchange::DoNotContact;
  const auto dnc =
      arguments->has("--with-do-not-contact") ? DoNotContact::kInclude : DoNotContact::kLeaveOut;
  const std::vector<Row> rows = lead_rows(book->model());
  const std::string text = csv ? interchange::csv_from_leads(book->model(), rows, dnc)
                               : interchange::vcards_from_leads(book->model(), rows, dnc);
  const std::string path = arguments->get(csv ? "--csv" : "--vcard");
  const auto written = write_file(path, surroundings, [&](const Put& put) { put(text); });
  if (!written) return refuse(surroundings, Error{sentence_about(path, written.error()), {}, {}});
  const std::size_t left_out = interchange::count_do_not_contact(book->model(), rows);
  if (dnc == DoNotContact::kLeaveOut && left_out > 0) {
    warn(surroundings,
         counted(left_out, "lead", "leads") +
             " that must not be contacted were left out; --with-do-not-contact takes them in.");
  }
  return kDone;
}

}  // namespace leadlight::cli
