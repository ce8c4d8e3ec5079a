// What is kept elsewhere, and nowhere any more: sealed files, backups, erasing everything (practice
// H3, H4).
#include <algorithm>
#include <utility>

#include "app/app_impl.h"
#include "app/importing.h"
#include "base/text.h"

namespace leadlight::app {

using Fault = ports::Sealer::Fault;

void App::Impl::run(const ExportSealed& command) {
  if (state.loading) {
    toasts.error(words::still_opening());
    return;
  }
  state.sealing = true;
  ports.sealer.seal(
      snapshot_of(book), command.passphrase,
      guarded([this, hash = book.state_hash(), operations = book.operation_count(),
               leads = book.model().leads().alive_count()](Fault fault, const std::string& sealed) {
        state.sealing = false;
        if (fault == Fault::kNone) {
          const std::string name = dated("sealed-", ".json");
          ports.files.save(name, "application/json", sealed);
          backed_up(hash, operations);
          toasts.done(words::exported(leads, name));
        } else {
          toasts.error(words::sealer_fault(fault));
        }
        update_backup();
        watch_toasts();
        notify();
      }));
}

void App::Impl::run(const OpenSealed& command) {
  if (!state.sealed || state.sealed->opening) return;
  const auto sealed = std::ranges::find_if(sealed_files, is_sealed);
  if (sealed == sealed_files.end()) return;
  const auto at = static_cast<std::size_t>(sealed - sealed_files.begin());
  state.sealed->opening = true;
  state.sealed->problem.clear();
  ports.sealer.open(sealed->bytes, command.passphrase,
                    guarded([this, at, attempt = ++sealed_attempt](Fault fault, std::string text) {
                      if (attempt != sealed_attempt || !state.sealed) return;  // she has left it
                      state.sealed->opening = false;
                      if (fault == Fault::kNone) {
                        std::vector<ports::File> files = std::move(sealed_files);
                        files[at].bytes = std::move(text);
                        dispatch(OpenFiles{std::move(files)});
                      } else {
                        state.sealed->problem = words::sealer_fault(fault).sentence();
                      }
                      notify();
                    }));
}

// ---- backups ----------------------------------------------------------------------------------------

void App::Impl::start_backups() {
  backup_quiet_until = integer_from_text(ports.preferences.get("backup_quiet_until")).value_or(0);
  backed_up_operations = static_cast<std::size_t>(std::max<std::int64_t>(
      0, integer_from_text(ports.preferences.get("last_backup_operations")).value_or(0)));
  backed_up_state = id_from_text(ports.preferences.get("last_backup_state")).value_or(Id{});
  state.erased = ports.eraser.erased();
  ports.folder.look(guarded([this](ports::Folder::State folder) {
    state.backup.folder = std::move(folder);
    notify();
  }));
}

bool App::Impl::is_whole() const {
  return !state.loading && !state.lost && !state.missing && state.start_error.empty() &&
         state.start_warning.empty() && !state.outdated;
}

void App::Impl::backed_up(Id state_hash, std::size_t operations) {
  // There may be more.
  if (state.loading || state.lost || state.missing || !state.start_error.empty() || state.outdated)
    return;
  backed_up_state = state_hash;
  state.last_backup_at = ports.clock.now();  // whatever time is shown
  ports.preferences.set("last_backup_at", std::to_string(state.last_backup_at));
  ports.preferences.set("last_backup_state", text_from_id(state_hash));
  backed_up_operations = operations;
  ports.preferences.set("last_backup_operations", std::to_string(operations));
  update_backup();
}

void App::Impl::update_backup() {
  Backup& backup = state.backup;
  const std::size_t operations = book.operation_count();
  if (state.loading) return;
  const bool edited = operations != std::exchange(backup_operations, operations);
  backup.changed = operations > 0 && book.state_hash() != backed_up_state;
  backup.changes =
      backup.changed && operations > backed_up_operations ? operations - backed_up_operations : 0;
  backup.due = false;
  if (!backup.changed) return;
  if (edited) {
    last_edit_ms = ports.clock.steady_ms();
    back_up_when_quiet();
  }
  const bool never = state.last_backup_at == 0;
  if (never ? book.model().leads().alive_count() < Backup::kWorthLeads
            : state.now - state.last_backup_at <= Backup::kDueAfterMs)
    return;
  if (never && backup_quiet_until == 0) return run(SnoozeBackup{});  // they have just come
  backup.due = state.now >= backup_quiet_until;
}

void App::Impl::run(const SnoozeBackup&) {
  backup_quiet_until = state.now + Backup::kSnoozeMs;
  ports.preferences.set("backup_quiet_until", std::to_string(backup_quiet_until));
  state.backup.due = false;
}

void App::Impl::run(const BackUp&) {
  if (state.backup.folder.standing == ports::Folder::Standing::kReady && is_whole())
    back_up_to_folder(true);
  else
    run(ExportSnapshot{});
}

void App::Impl::back_up_to_folder(bool asked) {
  using enum ports::Folder::Standing;
  if (backup_is_written || state.backup.folder.standing != kReady || !is_whole()) return;
  backup_is_written = true;
  ports.folder.write(dated({}, ".json"), snapshot_of(book),
                     guarded([this, asked, hash = book.state_hash(),
                              operations = book.operation_count()](ports::Folder::Fault fault) {
                       backup_is_written = false;
                       update_clock();
                       Backup& backup = state.backup;
                       const Error problem = words::folder_fault(fault, backup.folder.name);
                       backup.problem = problem.what.empty() ? std::string() : problem.sentence();
                       if (fault == ports::Folder::Fault::kNotAllowed)
                         backup.folder.standing = kMustAsk;
                       if (fault == ports::Folder::Fault::kNone) {
                         backed_up(hash, operations);
                         if (asked) toasts.done(words::backed_up(backup.folder.name));
                       } else if (asked) {
                         toasts.error(problem);
                       }
                       watch_toasts();
                       notify();
                     }));
}

// One timer at a time; it waits on while the person does.
void App::Impl::back_up_when_quiet() {
  if (backup_waits || state.backup.folder.standing != ports::Folder::Standing::kReady) return;
  backup_waits = true;
  const double quiet_ms = ports.clock.steady_ms() - last_edit_ms;
  ports.clock.call_after(Backup::kAfterEditMs - quiet_ms, guarded([this] {
                           backup_waits = false;
                           if (!state.backup.changed) return;
                           if (ports.clock.steady_ms() - last_edit_ms < Backup::kAfterEditMs)
                             back_up_when_quiet();
                           else
                             back_up_to_folder(false);
                         }));
}

void App::Impl::run(const UseBackupFolder& command) {
  using enum UseBackupFolder::How;
  auto known = guarded([this, how = command.how](ports::Folder::State folder) {
    Backup& backup = state.backup;
    const bool ready =
        folder.standing == ports::Folder::Standing::kReady &&
        (backup.folder.standing != folder.standing || backup.folder.name != folder.name);
    backup.folder = std::move(folder);
    backup.problem.clear();
    if (ready && how != kForget) back_up_to_folder(true);  // so that she sees that it works
    watch_toasts();
    notify();
  });
  switch (command.how) {
    case kChoose: return ports.folder.choose(std::move(known));
    case kAllow: return ports.folder.allow(std::move(known));
    case kForget: return ports.folder.forget(std::move(known));
  }
}

// ---- what this browser remembers of the book --------------------------------------------------------

constexpr double kNoteAfterMs = 1000;
constexpr double kErasingMs = 30'000;  // a browser that does not get it done by then may not

BookNote App::Impl::note_of_book() const {
  const Model& model = book.model();
  return {.operations = book.operation_count(),
          .leads = model.leads().alive_count(),
          .erased = model.table(Kind::kErasure).size(),
          .saved_at = 0,
          .to_erase = {}};
}

void App::Impl::look_for_missing() {
  const BookNote& then = noted = read_note(ports.preferences);
  state.missing.reset();
  const BookNote now = note_of_book();
  const bool much_less = now.operations < then.operations &&
                         (2 * now.operations < then.operations || 2 * now.leads < then.leads);
  if (now.erased > then.erased || store.outdated() || goes_on_without) return;
  if (much_less && then.leads > 0)
    state.missing = Remembered{.leads = then.leads, .saved_at = then.saved_at};
  else if (now.operations < then.operations && state.start_warning.empty())
    toasts.error(words::changes_are_missing(then.operations - now.operations),
                 Toasts::Stay::kUntilDismissed);
}

// Once for what is done together.
void App::Impl::note_soon() {
  if (note_waits || note_of_book().counts_as(noted)) return;
  note_waits = true;
  ports.clock.call_after(kNoteAfterMs, guarded([this] {
                           note_waits = false;
                           note_now();
                         }));
}

void App::Impl::note_now() {
  BookNote now = note_of_book();
  const bool is_true = !state.loading && !state.missing && state.start_error.empty() &&
                       !state.outdated && store.safety() == book::Safety::kSaved;
  if (!is_true || now.counts_as(noted)) return;
  now.saved_at = ports.clock.now();
  now.to_erase = read_note(ports.preferences).to_erase;  // another tab may have added some
  noted = std::move(now);
  write_note(ports.preferences, noted);
}

// The second copy holds them for a moment yet, and may come back before it has followed.
void App::Impl::note_erased() {
  noted = read_note(ports.preferences);
  const Table& erasures = book.model().table(Kind::kErasure);
  for (Row row = 0; row < erasures.size(); ++row)
    if (!std::ranges::contains(noted.to_erase, erasures.id(row)))
      noted.to_erase.push_back(erasures.id(row));
  write_note(ports.preferences, noted);
}

void App::Impl::forget_noted_erasures() {
  if (noted.to_erase.empty() || store.holds_erased()) return;
  noted = read_note(ports.preferences);
  std::erase_if(noted.to_erase, [&](Id id) { return book.is_erased(id); });
  write_note(ports.preferences, noted);
}

// Said when neither place holds anything of them any more, and not before.
void App::Impl::erasing_begins(std::size_t people) {
  toasts.withdraw(words::erasing(state.erasing));
  state.erasing += people;
  toasts.working(words::erasing(state.erasing));
  ports.clock.call_after(kErasingMs, guarded([this] {
                           if (state.erasing == 0) return;
                           toasts.withdraw(words::erasing(state.erasing));
                           toasts.error(still_erasing(), Toasts::Stay::kUntilDismissed);
                           notify();
                         }));
}

Error App::Impl::still_erasing() const {
  return words::still_erasing(store.left_aside() > 0, store.copies() == book::Copies::kUnchecked);
}

void App::Impl::say_if_erased() {
  if (state.erasing == 0 || store.holds_erased()) return;
  toasts.withdraw(words::erasing(state.erasing));
  toasts.withdraw(still_erasing().sentence());
  toasts.done(words::erased(std::exchange(state.erasing, 0)).toast);
}

// Whom a copy that is older than their erasure has brought back.
Operation App::Impl::erase_noted(book::Book& from) const {
  OperationBuilder builder;
  std::size_t people = 0;
  for (const Id id : noted.to_erase) {
    if (from.is_erased(id) || from.model().leads().find(id) == kNoRow) continue;
    builder.begin_record(text_of(Kind::kErasure), id);
    builder.write(kErasedField, "1");
    ++people;
  }
  builder.operation().by = state.my_name;
  builder.operation().label = words::erased(people).label;
  return from.commit(builder.take(), state.now);
}

void App::Impl::run(const EraseEverything&) {
  ports.eraser.erase_all(guarded([this] {
    toasts.error(words::erasing_is_blocked(), Toasts::Stay::kUntilDismissed);
    watch_toasts();
    notify();
  }));
}

}  // namespace leadlight::app
