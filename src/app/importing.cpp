#include "app/importing.h"

#include <algorithm>
#include <utility>

#include "app/snapshot_preview.h"
#include "app/words.h"
#include "base/checksum.h"
#include "base/sort.h"
#include "base/text.h"
#include "interchange/snapshot.h"

namespace leadlight::app {

namespace {

bool is_snapshot(const ports::File& file) {
  const std::string_view text = trimmed(utf8_prefix(file.bytes, 1024));
  return text.starts_with('{') || text.starts_with('[');
}

// Files of one tool have the same headers every time.
std::string mapping_key(const interchange::CsvDocument& csv) {
  std::string headers;
  for (std::size_t column = 0; column < csv.column_count(0); ++column)
    headers.append(csv.cell(0, column)).append(1, '\x1F');
  return "map:" + text_from_id(hash128(headers));
}

interchange::Mapping mapping_for(const interchange::CsvDocument& csv,
                                 ports::Preferences& preferences) {
  interchange::Mapping guess = interchange::guess_mapping(csv);
  const std::string remembered = preferences.get(mapping_key(csv));
  if (remembered.empty()) return guess;
  // One that can't be read any more is no reason to refuse a file.
  auto mapping = interchange::mapping_from_json(remembered, guess);
  return mapping ? *std::move(mapping) : guess;
}

OpenedFiles open_csv(ports::File file, const book::Book& book, const match::ExactIndex& addresses,
                     ports::Preferences& preferences) {
  std::string other_text = interchange::text_from_windows_1252(file.bytes);
  auto csv = interchange::read_csv(std::move(file.bytes));
  if (!csv)
    return std::unexpected(RefusedFile{std::move(file.name), csv.error(), std::move(other_text)});
  ImportSession session;
  session.file_name = std::move(file.name);
  session.mapping = mapping_for(*csv, preferences);
  session.csv = *std::move(csv);
  plan_again(session, book.model(), addresses);
  return session;
}

// Those that the book does not know, in the order of their stamps, each once.
void keep_new(std::vector<Operation>& operations, const book::Book& book) {
  std::erase_if(operations, [&](const Operation& operation) { return book.knows(operation.at); });
  sort_stably(operations, {}, &Operation::at);
  const auto repeated = std::ranges::unique(operations, {}, &Operation::at);
  operations.erase(repeated.begin(), repeated.end());
}

OpenedFiles open_snapshots(std::vector<ports::File> files, const book::Book& book) {
  ImportSession session;
  for (ports::File& file : files) {
    auto operations = interchange::read_snapshot(file.bytes);
    if (!operations)
      return std::unexpected(RefusedFile{std::move(file.name), operations.error(), {}});
    std::ranges::move(*operations, std::back_inserter(session.operations));
    session.file_name += (session.file_name.empty() ? "" : ", ") + file.name;
  }
  keep_new(session.operations, book);
  session.snapshot = preview_of(session.operations, book);
  return session;
}

}  // namespace

bool is_sealed(const ports::File& file) {
  return is_snapshot(file) && utf8_prefix(file.bytes, 1024).contains(R"("leadlight-sealed")");
}

OpenedFiles open_files(std::vector<ports::File> files, const book::Book& book,
                       const match::ExactIndex& addresses, ports::Preferences& preferences) {
  for (ports::File& file : files) {
    if (file.fault == ports::File::Fault::kNone) continue;
    return std::unexpected(RefusedFile{std::move(file.name),
                                       file.fault == ports::File::Fault::kTooLarge
                                           ? words::file_is_too_large()
                                           : words::file_is_unreadable(),
                                       {}});
  }
  const auto csv = std::ranges::find_if_not(files, is_snapshot);
  if (csv == files.end()) return open_snapshots(std::move(files), book);
  return open_csv(std::move(*csv), book, addresses, preferences);
}

void plan_again(ImportSession& session, const Model& model, const match::ExactIndex& addresses) {
  if (!session.csv) return;
  session.drafts = interchange::drafts_from_csv(*session.csv, session.mapping);
  session.plan = plan_import(session.drafts, model, addresses);
}

void plan_for(ImportSession& session, const book::Book& book, const match::ExactIndex& addresses) {
  if (session.csv) {
    session.plan = plan_import(session.drafts, book.model(), addresses);
    return;
  }
  keep_new(session.operations, book);
  session.snapshot = preview_of(session.operations, book);
}

void map_column(interchange::Mapping& mapping, std::size_t column, std::string_view field) {
  if (column >= mapping.columns.size()) return;
  const bool may_repeat = field.empty() || field == "note" || field == "tags" ||
                          field.starts_with(kTagPrefix) || field.starts_with(kCustomPrefix);
  for (interchange::ColumnTarget& other : mapping.columns)
    if (!may_repeat && other.field == field)
      other.field =
          other.header.empty() ? std::string() : std::string(kCustomPrefix) + other.header;
  interchange::ColumnTarget& target = mapping.columns[column];
  target.field = field;
  target.guessed = false;
}

void remember_mapping(const ImportSession& session, ports::Preferences& preferences) {
  if (session.csv)
    preferences.set(mapping_key(*session.csv), interchange::json_from_mapping(session.mapping));
}

}  // namespace leadlight::app
