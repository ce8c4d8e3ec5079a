// The application's inside: what its parts share. Its functions are spread by subject:
//   app.cpp         wiring: start, dispatch, the store, the clock
//   going_about.cpp places, links, selection, preferences of the device
//   changing.cpp    edits, undo and redo
//   drafts.cpp      what is half typed
//   looking_back.cpp  the book as it was
//   files_in.cpp    imports and sample data
//   files_out.cpp   exports, and handing over to other programs
//   rest.cpp        when the second part of the program is not there yet
//   new_version.cpp when another version of the page goes ahead
//   keeping.cpp     sealed files, backups, what is remembered, erasing everything
#pragma once
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>

#include "app/app.h"
#include "app/book_note.h"
#include "app/derived.h"
#include "app/edits.h"
#include "app/routes.h"
#include "app/toasts.h"
#include "app/undo.h"
#include "book/book.h"
#include "book/store.h"

namespace leadlight::app {

std::string snapshot_of(const book::Book& book);
// One of kTextPercents: that or the usual one.
int text_percent_from(std::int64_t percent);

// Places with nothing of the past in them: who goes there comes back to now.
constexpr bool is_of_now(Place place) {
  return place == Place::kCapture || place == Place::kShare || place == Place::kSettings;
}

struct App::Impl {
  explicit Impl(ports::Ports the_ports);

  void start();
  void dispatch(Command command);
  void tick();
  void flush();

  // --- Commands: each is either one of these or has a draft in edits.h ---
  template <class Change>
    requires requires(const Change& change, const EditContext& context) {
      edit_for(change, context);
    }
  void run(const Change& command) {
    if (may_change()) apply(edit_for(command, context()));
  }
  void run(const AddLead& command);
  void run(const AddToLead& command);
  void run(const EditLead& command);
  void run(const AddNote& command);
  void run(const LogTouch& command);
  void run(const MoveToStage& command);
  void run(const OfferLeads& command);
  void run(const ReturnLeads& command);
  void run(const Assign& command);
  void run(const PlanStep& command);
  void run(const SetTag& command);
  void run(const EraseLeads& command);
  void run(const GoTo& command);
  void run(const OpenLead& command);
  void run(const CloseLead& command);
  void run(const ShowLeads& command);
  void run(const SetQuery& command);
  void run(const SetLeadsLayout& command);
  void run(const SetSelection& command);
  void run(const SetFunnelFilter& command);
  void run(const SetTheme& command);
  void run(const SetContrast& command);
  void run(const SetTextSize& command);
  void run(const DismissToast& command);
  void run(const KeepDraft& command);
  void run(const SetDraftAside& command);
  void run(const SetMyName& command);
  void run(const SetCaptureContext& command);
  void run(const Undo& command);
  void run(const UndoOperation& command);
  void run(const Redo& command);
  void run(const TakeBack& command);
  void run(const TakeMergeBack& command);
  void run(const AnswerTakeBack& command);
  void run(const LookBack& command);
  void run(const BackToNow& command);
  void come_back_to_now();  // unasked, and said
  void run(const PickFile& command);
  void run(OpenFiles& command);
  void run(const MapColumn& command);
  void run(const SetImportOptions& command);
  void run(const TakeDeleted& command);
  void run(const TakeLeads& command);
  void run(const CommitImport& command);
  void run(const CancelImport& command);
  void run(const ExportSnapshot& command);
  void run(const ExportFigures& command);
  void run(const ExportSealed& command);
  void run(const OpenSealed& command);
  void run(const BackUp& command);
  void run(const SnoozeBackup& command);
  void run(const UseBackupFolder& command);
  void run(const EraseEverything& command);
  void run(const ExportCsv& command);
  void run(const ExportVcard& command);
  void run(const ExportPackage& command);
  void run(const LoadSample& command);
  void load_sample(const std::string& snapshot);
  void run(const HandOver& command);
  void run(const CopyText& command);
  void run(const SetMyPhone& command);
  void run(const CopyLink& command);
  void run(const AskToPersist& command);
  void run(const RetrySave& command);
  void run(const RestoreLost& command);
  void run(const GoOnWithoutLost& command);
  void run(const LoadAgain& command);
  void run(const LoadNewVersion& command);
  void run(const PutOffNewVersion& command);
  void run(const BringRest& command);
  void run(const SaveDamagedParts& command);

  // --- Changing the book ---
  [[nodiscard]] bool may_change();  // says so if not
  [[nodiscard]] EditContext context() const;
  // What was done; without writes if nothing was. If anything was, it is on its way to the store,
  // derived from, on the undo stack and said.
  Operation apply(Result<Edit> edit);
  template <class Change>
  bool is_done(const Change& change);
  Operation commit(Operation draft, const words::Done& done,
                   book::Book::Replaced replaced = book::Book::Replaced::kPresentToo);
  enum class Way : unsigned char { kUndo, kRedo };
  void take_back(const UndoEntry& entry, Way way);
  // At once, or when the person has answered.
  void undo_import(const UndoEntry& entry);
  std::optional<TakeBackQuestion> weigh_take_back(const UndoEntry& entry);  // what there is to ask
  void commit_csv(ImportSession& session);
  void commit_snapshot(ImportSession& session);
  // What was imported before and taken back, and what was deleted here, as the preview has it.
  std::vector<Operation> bring_back(const SnapshotPreview& preview, std::string_view label);
  void refresh_preview();    // and what is asked: the book may have moved on since it was made
  void forget_dead_leads();  // in selection and card
  void forget_erased();      // in what is said, and in what can be undone
  [[nodiscard]] bool is_withheld(const UndoEntry& entry) const;  // something of it
  void show_undo();
  [[nodiscard]] std::string dated(std::string_view what, std::string_view ending) const;
  struct LeadFormat;
  void save_leads(std::span<const Id> leads, const LeadFormat& format);

  // --- The past ---
  struct Then {
    Then(book::Book&& the_book, ports::Clock& clock, State& state)
        : book(std::move(the_book)), derived(book, clock, state) {}
    book::Book book;
    Derived derived;
  };
  [[nodiscard]] const book::Book& shown_book() const { return earlier ? earlier->book : book; }
  [[nodiscard]] Derived& derived() { return earlier ? earlier->derived : present; }

  // --- Backups ---
  void start_backups();
  void update_backup();
  [[nodiscard]] bool is_whole() const;  // else what is here must not take a backup's place
  void backed_up(Id state_hash, std::size_t operations);
  void back_up_to_folder(bool asked);
  void back_up_when_quiet();

  // --- What this browser remembers of the book, beside the store's two copies ---
  [[nodiscard]] BookNote note_of_book() const;
  void look_for_missing();
  void note_soon();
  void note_now();
  void note_erased();
  void forget_noted_erasures();
  void erasing_begins(std::size_t people);
  [[nodiscard]] Error still_erasing() const;
  void say_if_erased();
  Operation erase_noted(book::Book& from) const;

  // --- Drafts ---
  std::string take_left_drafts(std::string_view left);  // what stays there
  void drafts_have_changed();
  void give_draft(Id lead, std::string_view field);  // to the operation that comes next
  void drafts_go_with(const Stamp& operation);       // before it is saved
  void take_drafts_back();                           // there was none
  void forget_given_drafts();
  void settle_left_drafts(std::size_t first = 0);
  void drop_drafts_of(std::span<const Id> leads);             // before they are erased
  void before_erased(std::span<const Operation> operations);  // that are about to come
  void settle_drafts();  // of whoever another tab has deleted or merged
  void say_draft(Draft& draft, std::string_view why);
  void unsay_draft(Draft& draft);
  void say_drafts_of_settings();

  // --- Another version of the page ---
  void watch_versions();
  void go_ahead_when_saved();

  // --- The second part of the program ---
  void bring_rest();
  void wait_for_rest(Command command);

  // --- Where the person is ---
  [[nodiscard]] Route route() const;
  [[nodiscard]] Row standing(Row lead) const {
    return lead == kNoRow ? kNoRow : book.model().standing(lead);
  }
  void follow(std::string_view fragment);  // the address line says where to go
  void show(const Route& route);
  void update_address();

  // --- What comes from outside ---
  void loaded(const Result<book::Loaded>& loaded);
  void save_both_copies();
  void store_changed();
  void update_store_state();
  void update_clock();
  void say_clock();  // if it is far behind the book
  void update_room();
  void watch_toasts();
  void notify() const;
  // A callback that does nothing once the app is gone.
  template <class Call>
  auto guarded(Call call) {
    return [alive = std::weak_ptr(alive_),
            call = std::move(call)]<class... Values>(Values&&... values) {
      if (!alive.expired()) call(std::forward<Values>(values)...);
    };
  }

  ports::Ports ports;
  State state;
  book::Book book;
  book::Store store;
  Derived present;
  std::unique_ptr<Then> earlier;  // the book as it was, while that is shown
  Toasts toasts;
  UndoStack undo;
  UndoEntry to_take_back;         // while State::take_back asks
  std::vector<Id> changed_leads;  // of its own, since
  std::function<void()> listener, before_leaving;
  std::function<bool()> closes;   // what lies over the place
  Id seen_state;                  // another one: another tab wrote
  std::size_t seen_withheld = 0;  // more than these: somebody was erased
  std::size_t to_be_erased = 0;   // people who are just now; not said yet
  std::size_t drafts_gone = 0;    // with who is being erased; not said yet
  std::string address;            // as we last set or followed it
  Place before_import = Place::kToday;
  std::string import_said;  // what is no longer true once the import is left
  ports::Address::History history = ports::Address::History::kReplace;
  double toasts_watched_until_ms = 0;
  std::string clock_said;                 // while it is behind
  std::vector<ports::File> sealed_files;  // on their way in, some of them sealed
  int sealed_attempt = 0;
  Id backed_up_state;  // the book's hash as it was backed up last
  std::size_t backed_up_operations = 0;
  UtcMs backup_quiet_until = 0;       // no reminder before; 0: never told
  std::size_t backup_operations = 0;  // as update_backup saw them last
  double last_edit_ms = 0;            // on the steady clock
  bool backup_waits = false;          // a timer runs
  bool backup_is_written = false;     // just now
  BookNote noted;                     // as remembered now
  bool note_waits = false;            // a timer runs
  std::vector<Command> waiting_for_rest;
  bool rest_is_wanted = false;  // while it is coming: somebody waits for it
  bool version_has_taken_over = false;
  bool goes_on_without = false;  // what is missing is known

 private:
  std::shared_ptr<char> alive_ = std::make_shared<char>();
};

}  // namespace leadlight::app
