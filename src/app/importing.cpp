#include "app/importing.h"

#include <algorithm>
#include <utility>

#include "app/gone.h"
#include "app/snapshot_preview.h"
#include "app/words.h"
#include "base/checksum.h"
#include "base/format.h"
#include "base/sort.h"
#include "base/text.h"
#include "interchange/snapshot.h"
#include "interchange/vcard.h"

namespace leadlight::app {

namespace {

// Whatever is in it, it is no table.
bool is_json(const ports::File& file) { return folded(file.name).ends_with(".json"); }

bool is_snapshot(const ports::File& file) {
  const std::string_view text = trimmed(utf8_prefix(file.bytes, 1024));
  return text.starts_with('{') || text.starts_with('[') || is_json(file);
}

bool is_empty(const ports::File& file) { return trimmed(file.bytes).empty(); }

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

bool is_cards(const ports::File& file) {
  return folded(file.name).ends_with(".vcf") || interchange::holds_cards(file.bytes);
}

// Their columns need no guess.
OpenedFiles open_cards(std::vector<ports::File> files, const book::Book& book,
                       const match::ExactIndex& addresses, ports::Preferences& preferences) {
  constexpr std::size_t kMostNamed = 3;
  ImportSession session;
  session.has_cards = true;
  session.file_count = 0;
  interchange::CardTable table;
  for (ports::File& file : files) {
    if (!is_cards(file)) continue;
    if (auto done = table.add(file.bytes); !done)
      return std::unexpected(RefusedFile{std::move(file.name), std::move(done.error()), {}});
    if (++session.file_count <= kMostNamed)
      session.file_name += (session.file_name.empty() ? "" : ", ") + file.name;
    file.bytes = {};
  }
  if (session.file_count > kMostNamed)
    session.file_name += formatted(" and {} more", session.file_count - kMostNamed);
  session.csv = table.take();
  session.mapping = mapping_for(*session.csv, preferences);
  for (interchange::ColumnTarget& column : session.mapping.columns) column.guessed = false;
  plan_again(session, book, addresses);
  return session;
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
  plan_again(session, book, addresses);
  return session;
}

// One operation a stamp: files of people who left some of it out hold it in parts.
void join_parts(std::vector<Operation>& operations) {
  sort_stably(operations, {}, &Operation::at);
  std::vector<Operation> joined;
  for (std::size_t i = 0; i < operations.size();) {
    std::size_t end = i + 1;
    while (end < operations.size() && operations[end].at == operations[i].at) ++end;
    if (end == i + 1) {
      joined.push_back(std::move(operations[i]));
    } else {
      book::Book whole({0, 1});
      whole.absorb(std::span(operations).subspan(i, end - i), 0);
      joined.push_back(whole.operation(operations[i].at));
    }
    i = end;
  }
  operations = std::move(joined);
}

// What the book does not have, in the order of the stamps.
void keep_new(std::vector<Operation>& operations, const book::Book& book) {
  for (Operation& operation : operations) operation = book.missing_of(operation);
  std::erase_if(operations, [](const Operation& operation) { return operation.writes.empty(); });
}

Error fault_of(const ports::File& file) {
  return file.fault == ports::File::Fault::kTooLarge ? words::file_is_too_large()
                                                     : words::file_is_unreadable();
}

// Whether the clock that wrote them leaves no room for later changes.
bool is_beyond_clock(std::span<const Operation> operations) {
  return std::ranges::any_of(
      operations, [](const Operation& operation) { return operation.at.clock > book::kMostClock; });
}

OpenedFiles open_snapshots(std::vector<ports::File> files, const book::Book& book) {
  ImportSession session;
  const auto refuse = [&](ports::File& file, Error error) {
    session.refused.push_back({std::move(file.name), std::move(error), {}});
  };
  for (ports::File& file : files) {
    if (file.fault != ports::File::Fault::kNone) {
      refuse(file, fault_of(file));
    } else if (is_empty(file)) {
      refuse(file, words::file_is_empty());
    } else if (!is_snapshot(file)) {
      refuse(file, words::file_is_no_snapshot());
    } else if (auto operations = interchange::read_snapshot(file.bytes);
               operations && is_beyond_clock(*operations)) {
      refuse(file, words::clock_is_at_its_end());
    } else if (operations) {
      std::ranges::move(*operations, std::back_inserter(session.operations));
      session.file_name += (session.file_name.empty() ? "" : ", ") + file.name;
    } else {
      refuse(file, std::move(operations.error()));
    }
    file.bytes = {};  // there may be much to come
  }
  if (session.file_name.empty()) {
    return std::unexpected(std::move(session.refused.front()));
  }
  join_parts(session.operations);
  session.files = facts_of(session.operations, book);
  keep_new(session.operations, book);
  session.snapshot = preview_of(session.operations, book, session.files);
  return session;
}

}  // namespace

bool is_sealed(const ports::File& file) {
  return is_snapshot(file) && utf8_prefix(file.bytes, 1024).contains(R"("leadlight-sealed")");
}

OpenedFiles open_files(std::vector<ports::File> files, const book::Book& book,
                       const match::ExactIndex& addresses, ports::Preferences& preferences) {
  if (std::ranges::any_of(files, is_snapshot)) return open_snapshots(std::move(files), book);
  for (ports::File& file : files)
    if (file.fault != ports::File::Fault::kNone)
      return std::unexpected(RefusedFile{std::move(file.name), fault_of(file), {}});
  if (is_cards(files.front())) return open_cards(std::move(files), book, addresses, preferences);
  return open_csv(std::move(files.front()), book, addresses, preferences);
}

void plan_again(ImportSession& session, const book::Book& book,
                const match::ExactIndex& addresses) {
  if (!session.csv) return;
  session.drafts = interchange::drafts_from_csv(*session.csv, session.mapping);
  plan_for(session, book, addresses);
}

void plan_for(ImportSession& session, const book::Book& book, const match::ExactIndex& addresses) {
  if (session.csv) {
    session.plan = plan_import(session.drafts, book.model(), addresses,
                               {deleted_leads(book), session.take_deleted});
    session.planned_for = book.state_hash();
    return;
  }
  if (session.snapshot.of_state == book.state_hash()) return;
  keep_new(session.operations, book);
  const SnapshotPreview before =
      std::exchange(session.snapshot, preview_of(session.operations, book, session.files));
  take_as(session.snapshot, before);
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
