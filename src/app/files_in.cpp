// Imports and sample data: open, show what would happen, then do it as one step.
#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "app/app_impl.h"
#include "app/edit_writer.h"
#include "app/figures_only.h"
#include "app/gone.h"
#include "app/importing.h"
#include "app/lead_merge.h"
#include "app/parts.h"
#include "base/late.h"
#include "base/sort.h"
#include "base/text.h"
#include "interchange/signature.h"
#include "interchange/snapshot.h"

namespace leadlight::app {

namespace {

constexpr std::string_view kAccept =
    ".csv,.tsv,.txt,.json,.vcf,text/csv,text/plain,application/json,text/vcard";
constexpr std::size_t kSampleLeads = 300;
constexpr std::uint32_t kSampleSeed = 600;

// Where the leads of an operation are to be found: where most of them can be seen.
query::Query query_showing(const Operation& operation, const Model& model,
                           const std::vector<score::Points>& points) {
  bool any_open = false;
  bool any_lead = false;
  for (const OpRecord& record : operation.records) {
    if (operation.kind_names[record.kind] != text_of(Kind::kLead)) continue;
    const Row row = living_row(model, record.id);
    if (row == kNoRow || points[row].standing != Standing::kLead) continue;
    any_lead = true;
    any_open = any_open || is_open(model.lead(row).stage);
  }
  query::Query query;
  if (!any_open) query.scope = any_lead ? query::Scope::kAllLeads : query::Scope::kContacts;
  return query;
}

// Of text that was pasted, and not chosen as a file: who is in it. Into a field (.txt) it was meant
// for the form, whatever it is.
Fields pasted_fields(const std::vector<ports::File>& files) {
  if (files.size() != 1 || !files.front().name.starts_with("pasted.")) return {};
  const std::string_view text = trimmed(files.front().bytes);
  Fields fields = interchange::fields_from_signature(text);
  if (fields.empty() && files.front().name.ends_with(".txt") && !invalid_utf8_at(text))
    fields.emplace_back("note", text);
  return fields;
}

// Records that were here and taken back would stay deleted, whatever is written to them.
Operation with_dead_revived(Operation operation, const EditContext& context) {
  EditWriter writer(context);
  for (const OpRecord& record : operation.records) {
    writer.builder().begin_record(operation.kind_names[record.kind], record.id);
    for (const OpWrite& write :
         std::span(operation.writes).subspan(record.write_first, record.write_count))
      writer.set(operation.field_names[write.field], operation.value(write));
    for (KindIndex kind = 0; kind < kKnownKindCount; ++kind) {
      const Kind known = static_cast<Kind>(kind);
      if (operation.kind_names[record.kind] != text_of(known)) continue;
      const Row row = context.book.model().table(known).find(record.id);
      if (row != kNoRow) writer.set_alive(known, row, true);
    }
  }
  return writer.builder().take();
}

bool has_living_lead_of(const Operation& operation, const Model& model) {
  return std::ranges::any_of(operation.records, [&](const OpRecord& record) {
    return operation.kind_names[record.kind] == text_of(Kind::kLead) &&
           living_row(model, record.id) != kNoRow;
  });
}

}  // namespace

void App::Impl::run(const PickFile&) {
  ports.files.pick(kAccept, guarded([this](std::vector<ports::File> files) {
                     dispatch(OpenFiles{std::move(files)});
                     notify();
                   }));
}

void App::Impl::run(OpenFiles& command) {
  come_back_to_now();
  if (!may_change() || command.files.empty()) return;
  if (state.place == Place::kCapture)
    if (Fields fields = pasted_fields(command.files); !fields.empty()) {
      state.pasted = std::move(fields);
      ++state.pasted_count;
      return;
    }
  run(CancelImport{});
  if (state.place != Place::kShare) before_import = state.place;
  state.place = Place::kShare;
  state.open_lead = {};
  history = ports::Address::History::kPush;
  if (const auto sealed = std::ranges::find_if(command.files, is_sealed);
      sealed != command.files.end()) {
    if (!trimmed(sealed->bytes).ends_with('}')) {  // no passphrase opens it
      state.import_error = words::sealer_fault(ports::Sealer::Fault::kBroken);
      state.import_error_file = std::move(sealed->name);
      return;
    }
    state.sealed =
        SealedFile{.name = sealed->name, .number = sealed_attempt, .opening = false, .problem = {}};
    sealed_files = std::move(command.files);
    return;
  }
  const std::size_t count = command.files.size();
  auto session = open_files(std::move(command.files), book, present.addresses(), ports.preferences);
  if (!session) {
    state.import_error = std::move(session.error().error);
    state.import_error_file = std::move(session.error().name);
    state.import_error_text = std::move(session.error().as_windows_1252);
    return;
  }
  if (!session->is_csv() && has_figures_only(session->operations) &&
      book.model().leads().alive_count() > 0 && !has_figures_only(book.model())) {
    state.import_error = words::figures_need_an_empty_book();
    state.import_error_file = std::move(session->file_name);
    return;
  }
  state.import = *std::move(session);
  if (state.import->is_csv() && count > state.import->file_count) {
    import_said = words::opened_first_of(state.import->file_name, count);
    toasts.refused(import_said);
  }
}

void App::Impl::run(const MapColumn& command) {
  if (!state.import || !state.import->is_csv()) return;
  map_column(state.import->mapping, command.column, command.field);
  plan_again(*state.import, book, present.addresses());
}

void App::Impl::run(const SetImportOptions& command) {
  if (!state.import) return;
  state.import->source = trimmed(command.source);
  state.import->event = trimmed(command.event);
}

void App::Impl::run(const CancelImport&) {
  if (!import_said.empty()) toasts.withdraw(std::exchange(import_said, {}));
  state.import.reset();
  state.sealed.reset();
  ++sealed_attempt;  // an answer that is still to come is too late
  sealed_files.clear();
  state.import_error.reset();
  state.import_error_file.clear();
  state.import_error_text.clear();
}

void App::Impl::run(const TakeDeleted& command) {
  if (!state.import) return;
  state.import->take_deleted = command.take;
  plan_for(*state.import, book, present.addresses());
}

void App::Impl::run(const TakeLeads& command) {
  if (state.import) state.import->snapshot.take(command.leads, command.take);
}

void App::Impl::refresh_preview() {
  // Where there was nothing to decide, it goes when the person goes on.
  if (state.import && state.place != Place::kShare && state.import->brings_nothing())
    run(CancelImport{});
  if (state.import && state.place == Place::kShare &&
      state.import->planned_for != book.state_hash())
    late::run([&] { plan_for(*state.import, book, present.addresses()); });
  if (state.take_back) {
    if (auto question = weigh_take_back(to_take_back)) state.take_back = std::move(question);
  }
}

void App::Impl::run(const CommitImport& command) {
  if (!state.import || !may_change()) return;
  plan_for(*state.import, book, present.addresses());  // the book may have moved on
  if (!state.import->is_csv()) {
    const std::size_t deletions =
        deletions_to_confirm(state.import->snapshot, book.model().leads().alive_count());
    if (deletions != 0 && deletions != command.deletions)
      return toasts.error(words::deletions_not_confirmed(deletions));
    const std::size_t erased = state.import->snapshot.count(Fate::kErased);
    if (deletions == 0 && erased != command.erased)
      return toasts.error(words::erasing_not_confirmed(erased));
    const int year = year_to_confirm(state.import->snapshot, book, state.now);
    if (year != 0 && year != command.year) return toasts.error(words::year_not_confirmed(year));
  }
  ImportSession session = *std::move(state.import);
  state.import.reset();
  if (session.is_csv())
    commit_csv(session);
  else
    commit_snapshot(session);
  state.missing.reset();  // that is how it comes back
  update_room();
}

void App::Impl::commit_csv(ImportSession& session) {
  remember_mapping(session, ports.preferences);
  const words::Done done =
      words::imported(session.file_name, session.plan.created, session.plan.updated);
  const ImportOptions options{.source = session.source,
                              .event = session.event,
                              .by = state.my_name,
                              .label = done.label,
                              .now = state.now};
  Operation draft = operation_from_plan(session.plan, session.drafts, book.model(), state.settings,
                                        options, ports.random);
  if (session.plan.revived > 0) draft = with_dead_revived(std::move(draft), context());
  draft.by = state.my_name;
  draft.label = done.label;
  if (!store.fit_one_blob({&draft, 1})) return toasts.error(words::too_much_at_once());
  const Operation imported = commit(std::move(draft), done);
  if (imported.writes.empty())
    toasts.refused(words::nothing_new(session.file_name));
  else
    run(ShowLeads{query_showing(imported, book.model(), state.points)});
}

std::vector<Operation> App::Impl::bring_back(const SnapshotPreview& preview,
                                             std::string_view label) {
  std::vector<Operation> all;
  const auto put = [&](Operation draft) {
    draft.by = state.my_name;
    draft.label = label;
    Operation operation = book.commit(std::move(draft), state.now);
    if (!operation.writes.empty()) all.push_back(std::move(operation));
  };
  const std::vector<Id> left_out = preview.left_out();
  for (const Stamp& stamp : preview.undone) put(redo_of(stamp, left_out, book));
  const EditContext about = context();
  EditWriter writer(about);
  for (const Id lead : preview.brought_back()) {
    writer.lead(lead);
    writer.set_alive(Kind::kLead, book.model().leads().find(lead), true);
  }
  put(writer.builder().take());
  return all;
}

namespace {

bool only_erases(std::span<const Operation> operations) {
  return std::ranges::all_of(operations, [](const Operation& operation) {
    return std::ranges::all_of(operation.records, [&](const OpRecord& record) {
      return operation.kind_names[record.kind] == text_of(Kind::kErasure);
    });
  });
}

}  // namespace

void App::Impl::commit_snapshot(ImportSession& session) {
  const SnapshotPreview& preview = session.snapshot;
  const std::vector<Id> left_out = preview.left_out();
  std::vector<Operation> operations =
      without_leads(std::move(session.operations), left_out, preview.merged->model());
  if (!store.fit_one_blob(operations)) return toasts.error(words::too_much_at_once());
  const std::size_t conflicts = preview.conflicts_taken();
  const std::size_t apart_before = merged_with_news(book.model()).size();
  words::Done done = words::merged(
      session.file_name,
      {.added = preview.taken_of(Fate::kNew),
       .changed = preview.taken_of(Fate::kChanged) + preview.taken_of(Fate::kConflict),
       .merged = preview.taken_of(Fate::kMerged),
       .deleted = preview.taken_of(Fate::kDeleted),
       .erased = preview.count(Fate::kErased),
       .restored = preview.taken_of(Fate::kRestored) + preview.taken_of(Fate::kDeletedHere),
       .conflicts = conflicts});
  const Model& merged = preview.merged->model();
  UndoEntry entry{
      .stamps = {}, .label = done.label, .part = part_of(operations, left_out, merged, book)};
  for (const Operation& operation : operations) entry.stamps.push_back(operation.at);
  before_erased(operations);
  book.absorb(operations, state.now);
  for (Operation& own : bring_back(preview, done.label)) {
    if (entry.part.limit == MergedPart::Limit::kOnly)
      std::ranges::move(part_of({&own, 1}, {}, book.model(), book).keys,
                        std::back_inserter(entry.part.keys));
    entry.stamps.push_back(own.at);
    operations.push_back(std::move(own));
  }
  sort_stably(entry.part.keys);
  if (operations.empty())
    return toasts.refused(left_out.empty() ? words::nothing_new(session.file_name)
                                           : words::left_import(session.file_name));
  seen_state = book.state_hash();
  present.refresh_all();
  forget_erased();
  const bool for_good = only_erases(operations);
  store.save(std::move(operations));  // all or none
  remember(state.merges,
           merge_of(entry.stamps, {state.now, done.label, state.my_name, entry.part}, book));
  ports.preferences.set(kMergesKey, text_from_merges(state.merges));
  const std::size_t apart = merged_with_news(book.model()).size();
  if (apart > apart_before) done.toast += words::worked_on_apart(apart - apart_before);
  if (for_good) {
    toasts.done(done.toast);
    forget_dead_leads();
    show_undo();
    return run(ShowLeads{});
  }
  if (conflicts > 0 || apart > apart_before)
    toasts.conflicts(done.toast, entry.stamps.front());
  else
    toasts.done(done.toast, entry.stamps.front());
  undo.did(std::move(entry));
  forget_dead_leads();
  show_undo();
  run(ShowLeads{});
}

void App::Impl::run(const LoadSample&) {
  if (!may_change()) return;
  ports.samples.make(
      kSampleLeads, kSampleSeed, state.now,
      guarded([this](const std::string& snapshot) { late::run([&] { load_sample(snapshot); }); }));
}

void App::Impl::load_sample(const std::string& snapshot) {
  auto read = interchange::read_snapshot(snapshot);
  if (!read || read->empty()) return toasts.error(words::no_sample());
  if (!may_change()) return;  // it took its time
  Operation sample = std::move(read->front());
  sample.at = {};  // it gets one of ours
  if (has_living_lead_of(sample, book.model())) {
    toasts.error(words::sample_is_there());
    return;
  }
  const words::Done done = words::loaded_sample(kSampleLeads);
  Operation draft = with_dead_revived(std::move(sample), context());
  draft.by = state.my_name;
  draft.label = done.label;
  commit(std::move(draft), done);
}

}  // namespace leadlight::app
