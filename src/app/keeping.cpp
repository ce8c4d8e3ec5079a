// What is kept elsewhere, and nowhere any more: sealed files, backups, erasing everything (practice
// H3, H4).
#include <algorithm>

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
      guarded([this, hash = book.state_hash(), leads = book.model().leads().alive_count()](
                  Fault fault, const std::string& sealed) {
        state.sealing = false;
        if (fault == Fault::kNone) {
          const std::string name = dated("sealed-", ".json");
          ports.files.save(name, "application/json", sealed);
          backed_up(hash);
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

void App::Impl::backed_up(Id state_hash) {
  // There may be more.
  if (state.loading || state.lost || state.missing || !state.start_error.empty() || state.outdated)
    return;
  backed_up_state = state_hash;
  state.last_backup_at = ports.clock.now();  // whatever time is shown
  ports.preferences.set("last_backup_at", std::to_string(state.last_backup_at));
  ports.preferences.set("last_backup_state", text_from_id(state_hash));
  update_backup();
}

void App::Impl::update_backup() {
  Backup& backup = state.backup;
  const std::size_t operations = book.operation_count();
  if (state.loading) return;
  const bool edited = operations != std::exchange(backup_operations, operations);
  backup.changed = operations > 0 && book.state_hash() != backed_up_state;
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
                     guarded([this, asked, hash = book.state_hash()](ports::Folder::Fault fault) {
                       backup_is_written = false;
                       update_clock();
                       Backup& backup = state.backup;
                       const Error problem = words::folder_fault(fault, backup.folder.name);
                       backup.problem = problem.what.empty() ? std::string() : problem.sentence();
                       if (fault == ports::Folder::Fault::kNotAllowed)
                         backup.folder.standing = kMustAsk;
                       if (fault == ports::Folder::Fault::kNone) {
                         backed_up(hash);
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

// How many operations the store has acknowledged, of how many leads, how many were erased for good,
// and when: in a place that is not emptied together with the store's two copies. Operations never
// become fewer but by erasing.
constexpr std::string_view kNote = "book_note";
constexpr double kNoteAfterMs = 1000;

App::Impl::Note App::Impl::note_of_book() const {
  const Model& model = book.model();
  return {.operations = book.operation_count(),
          .leads = model.leads().alive_count(),
          .erased = model.table(Kind::kErasure).size()};
}

void App::Impl::look_for_missing() {
  Note then;
  Remembered remembered;
  std::string rest = ports.preferences.get(kNote);
  const auto next = [&] {
    const std::size_t end = std::min(rest.find(' '), rest.size());
    const std::int64_t number = integer_from_text(rest.substr(0, end)).value_or(0);
    rest.erase(0, end + 1);
    return number;
  };
  for (std::size_t* const number : {&then.operations, &then.leads, &then.erased})
    *number = static_cast<std::size_t>(std::max<std::int64_t>(0, next()));
  remembered.saved_at = next();
  remembered.leads = then.leads;
  noted = then;
  state.missing.reset();
  const Note now = note_of_book();
  const bool much_less = now.operations < then.operations &&
                         (2 * now.operations < then.operations || 2 * now.leads < then.leads);
  if (now.erased > then.erased || store.outdated() || goes_on_without) return;
  if (much_less && then.leads > 0)
    state.missing = remembered;
  else if (now.operations < then.operations && state.start_warning.empty())
    toasts.error(words::changes_are_missing(then.operations - now.operations),
                 Toasts::Stay::kUntilDismissed);
}

// Once for what is done together.
void App::Impl::note_soon() {
  if (note_waits || note_of_book() == noted) return;
  note_waits = true;
  ports.clock.call_after(kNoteAfterMs, guarded([this] {
                           note_waits = false;
                           note_now();
                         }));
}

void App::Impl::note_now() {
  const Note now = note_of_book();
  const bool is_true = !state.loading && !state.missing && state.start_error.empty() &&
                       !state.outdated && store.safety() == book::Safety::kSaved;
  if (!is_true || now == noted) return;
  noted = now;
  std::string text;
  for (const std::size_t number : {now.operations, now.leads, now.erased})
    text += std::to_string(number) + ' ';
  ports.preferences.set(kNote, text + std::to_string(ports.clock.now()));
}

void App::Impl::run(const EraseEverything&) {
  ports.eraser.erase_all(guarded([this] {
    toasts.error(words::erasing_is_blocked(), Toasts::Stay::kUntilDismissed);
    watch_toasts();
    notify();
  }));
}

}  // namespace leadlight::app
