// Exports, and handing over to the person's own programs.
#include <algorithm>

#include "app/app_impl.h"
#include "app/edit_writer.h"
#include "app/figures_only.h"
#include "app/hand_over.h"
#include "app/mentions.h"
#include "app/parts.h"
#include "interchange/export.h"
#include "interchange/snapshot.h"

namespace leadlight::app {

std::string snapshot_of(const book::Book& book) {
  interchange::SnapshotWriter writer;
  book.for_each_operation([&](const Operation& operation) { writer.add(operation); });
  return writer.finish();
}

namespace {

// The named leads, else all that are in the book.
std::vector<Row> rows_of(const Model& model, std::span<const Id> leads) {
  if (!leads.empty()) return living_rows(model, leads);
  std::vector<Row> rows;
  for (Row row = 0; row < model.leads().size(); ++row)
    if (model.leads().alive(row)) rows.push_back(row);
  return rows;
}

std::size_t not_to_be_contacted(const Model& model, std::span<const Row> rows) {
  return static_cast<std::size_t>(
      std::ranges::count_if(rows, [&](Row row) { return model.lead(row).do_not_contact; }));
}

}  // namespace

struct App::Impl::LeadFormat {
  std::string_view ending;
  std::string_view mime;
  std::string (*text)(const Model&, std::span<const Row>, interchange::DoNotContact);
};

void App::Impl::save_leads(std::span<const Id> leads, const LeadFormat& format) {
  const Model& model = shown_book().model();
  const std::vector<Row> rows = rows_of(model, leads);
  if (rows.empty()) {
    toasts.error(words::nothing_to_export());
    return;
  }
  const std::string name = dated("leads-", format.ending);
  // A list for mailing must not carry those who opted out (C9).
  ports.files.save(name, format.mime,
                   format.text(model, rows, interchange::DoNotContact::kLeaveOut));
  const std::size_t left_out = not_to_be_contacted(model, rows);
  toasts.done(words::exported_without(rows.size() - left_out, name, left_out));
}

// While the person decides on what only the second copy holds: everything, from both.
void App::Impl::save_both_copies() {
  book::Book both(ports.random.id());
  const auto add = [&](const Operation& operation) { both.absorb({&operation, 1}, state.now); };
  book.for_each_operation(add);
  store.add_lost_to(both);
  std::ignore = erase_noted(both);
  interchange::SnapshotWriter writer;
  both.for_each_operation([&](const Operation& operation) { writer.add(operation); });
  const std::string name =
      "leadlight-" + words::iso_day(state.now, state.local_offset_minutes) + "-both-copies.json";
  ports.files.save(name, "application/json", writer.finish());
  state.copy_saved = true;
  toasts.done(words::exported(both.model().leads().alive_count(), name));
}

void App::Impl::run(const SaveDamagedParts&) {
  for (const std::string& name : state.damaged_parts)
    ports.storage.read(name, guarded([this, name](const Result<ports::Bytes>& bytes) {
                         if (!bytes) {
                           toasts.error(bytes.error());
                         } else {
                           const auto* const data = reinterpret_cast<const char*>(bytes->data());
                           ports.files.save(name + ".bin", "application/octet-stream",
                                            {data, bytes->size()});
                         }
                         watch_toasts();
                         notify();
                       }));
}

// "leadlight-2026-11-22.json"
std::string App::Impl::dated(std::string_view what, std::string_view ending) const {
  return std::string("leadlight-")
      .append(what)
      .append(words::iso_day(state.now, state.local_offset_minutes))
      .append(ending);
}

void App::Impl::run(const ExportSnapshot&) {
  if (state.lost) return save_both_copies();
  if (state.loading) {  // half a book is no backup
    toasts.error(words::still_opening());
    return;
  }
  come_back_to_now();
  const std::string name = dated({}, ".json");
  ports.files.save(name, "application/json", snapshot_of(book));
  backed_up(book.state_hash(), book.operation_count());
  toasts.done(words::exported(book.model().leads().alive_count(), name));
}

void App::Impl::run(const ExportFigures&) {
  const Model& model = book.model();
  if (state.loading || model.leads().alive_count() == 0) {
    toasts.error(state.loading ? words::still_opening() : words::nothing_to_export());
    return;
  }
  // A book of its own, by nobody known.
  book::Book figures(ports.random.id());
  figures.commit(figures_only(model, state.settings, present.scorer(), state.points, ports.random),
                 state.now);
  const std::string name = dated("figures-", ".json");
  ports.files.save(name, "application/json", snapshot_of(figures));
  toasts.done(words::exported(model.leads().alive_count(), name));
}

void App::Impl::run(const ExportCsv& command) {
  save_leads(command.leads, {".csv", "text/csv", &interchange::csv_from_leads});
}

void App::Impl::run(const ExportVcard& command) {
  save_leads(command.leads, {".vcf", "text/vcard", &interchange::vcards_from_leads});
}

void App::Impl::run(const ExportPackage& command) {
  const book::Book& from = shown_book();
  const Model& model = from.model();
  std::vector<Id> ids = whole_people(model, command.leads);  // with what was merged into them
  std::erase_if(ids, [&](Id id) {
    const Row row = model.leads().find(id);
    return row == kNoRow || !model.leads().alive(model.standing(row));
  });
  if (ids.empty()) return toasts.error(words::nothing_to_export());
  interchange::SnapshotWriter writer;
  from.for_each_part(
      [&](book::RecordRef record) {
        const std::string_view kind = model.kind_name(record.kind);
        const Id of = leads_of(model, kind, model.table(record.kind).id(record.row)).named;
        return !of.is_nil() && std::ranges::contains(ids, of);
      },
      [&](const Operation& part) { writer.add(part); });
  const std::string name = dated("hand-off-", ".json");
  ports.files.save(name, "application/json", writer.finish());
  toasts.done(words::exported(living_rows(model, command.leads).size(), name));
}

void App::Impl::run(const HandOver& command) {
  if (state.past) return toasts.error(words::past_stays());  // who has opted out since?
  const Row row = living_row(book.model(), command.lead);
  if (row == kNoRow) {
    toasts.error(words::no_such_lead());
    return;
  }
  auto url = hand_over_url(book.model(), row, command.channel, {command.subject, command.body});
  if (!url) return toasts.error(url.error());
  const bool too_long = url->size() > kMostUrlBytes;
  if (too_long) url = hand_over_url(book.model(), row, command.channel, {command.subject, {}});
  if (!command.body.empty() && (too_long || !takes_words(command.channel))) {
    ports.clipboard.copy(command.body);
    toasts.done(words::words_are_copied(too_long));
  }
  ports.opener.open(*url);
}

void App::Impl::run(const CopyText& command) {
  ports.clipboard.copy(command.text);
  toasts.done(words::copied_text());
}

void App::Impl::run(const CopyLink&) {
  ports.clipboard.copy(ports.address.link());
  toasts.done(words::copied_link());
}

}  // namespace leadlight::app
