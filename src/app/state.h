// What the views read: the book's model with everything derived from it, where the person is, and
// what is under way. Only app::App writes it.
#pragma once
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "app/commands.h"
#include "app/import.h"
#include "app/merges.h"
#include "app/snapshot_preview.h"
#include "book/book.h"
#include "book/store.h"
#include "followup/queue.h"
#include "insight/funnel.h"
#include "interchange/csv.h"
#include "interchange/drafts.h"
#include "interchange/mapping.h"
#include "lead/settings.h"
#include "query/query.h"
#include "score/score.h"

namespace leadlight::app {

struct Toast {
  int id = 0;
  enum class Tone : unsigned char { kDone, kRefused, kError } tone = Tone::kDone;
  std::string text;
  std::optional<Stamp> undo;  // offers Undo of this operation
  Id lead = {};               // offers to open it; nil: none
  bool conflicts = false;     // offers to go to where they are settled
  double until_ms = 0;        // steady clock
};

struct RefusedFile {
  std::string name;
  Error error;
  std::string as_windows_1252;  // its text, where that is what it may be
};

// A file on its way in. Exactly one of the two kinds is filled.
struct ImportSession {
  std::string file_name;
  std::size_t file_count = 1;  // that it was made of
  bool has_cards = false;      // a row is a vCard; else
  // CSV
  std::optional<interchange::CsvDocument> csv;
  interchange::Mapping mapping;
  interchange::Drafts drafts;
  ImportPlan plan;
  std::string source, event;  // for rows that name none
  bool take_deleted = false;  // leads that were deleted here come back
  Id planned_for;             // the book's state when the plan was true
  // Snapshot
  std::vector<Operation> operations;  // what the book does not have yet
  FileFacts files;
  SnapshotPreview snapshot;
  std::vector<RefusedFile> refused;  // that came with it; nothing of them is taken
  [[nodiscard]] bool is_csv() const { return csv.has_value(); }
  // A snapshot of which the book has all: there is nothing to decide.
  [[nodiscard]] bool brings_nothing() const {
    return !is_csv() && operations.empty() && snapshot.leads.empty() && snapshot.undone.empty();
  }
};

// A file that asks for its passphrase.
struct SealedFile {
  std::string name;
  int number = 0;  // of all on this page
  bool opening = false;
  std::string problem;  // of the last passphrase
};

// Backups of this device. One is due when something has changed since the last and that is three
// days ago; or when there never was one and ten leads are there, a day after they came. Reminding
// rests for a day when asked to.
struct Backup {
  static constexpr UtcMs kDueAfterMs = 3 * kDayMs;
  static constexpr UtcMs kSnoozeMs = kDayMs;
  static constexpr std::size_t kWorthLeads = 10;
  static constexpr double kAfterEditMs = 10 * 60 * 1000;  // into the folder
  bool changed = false;                                   // since the last one
  std::size_t changes = 0;                                // so many, where that is known
  bool due = false;
  ports::Folder::State folder;
  std::string problem;  // why the folder did not get the last one
};

// What this browser remembers of a book, when its store holds much less: both of the store's copies
// were emptied or damaged.
struct Remembered {
  std::size_t leads = 0;
  UtcMs saved_at = 0;
};

// Taking an import back would delete leads that somebody has worked on since: the person decides.
struct TakeBackQuestion {
  std::string label;
  std::size_t leads = 0, changed = 0;  // that would be deleted; of them
};

// The book is shown as it was, with what was known then, and can't be changed.
struct Past {
  UtcMs at = 0;
  UtcMs now = 0;          // what it really is
  UtcMs first = 0;        // when the book began
  std::size_t later = 0;  // operations since
};

// Half typed: a field of a lead, another text of it (commands.h) or, of nobody, what Capture holds.
struct Draft {
  Id lead;
  std::string field, text;
  bool given = false;  // to the book, which has not saved it yet
  // The write that stood in the field when typing began; nil: none did. Nothing: it is not known.
  std::optional<Stamp> saw = std::nullopt;
  Stamp in = {};          // the operation that it was given to
  std::string said = {};  // a message about it, to be taken back when it is true no longer
  bool gone = false;      // it says that the lead was deleted
};

struct State {
  // Derived from the book; true after every command.
  const Model* model = nullptr;  // never null once App exists
  TeamSettings settings;
  std::vector<score::Points> points;  // by lead row
  // The lowest score of the leads for sales and of the watch list (B8), marquee accounts aside: how
  // leads that sales have already compare. No lead reaches them while the shares are empty.
  std::int32_t hot_from = std::numeric_limits<std::int32_t>::max();
  std::int32_t warm_from = std::numeric_limits<std::int32_t>::max();
  // Reasons behind the first 500 are empty: followup::reason_of when they come into view.
  std::span<const followup::Item> today;
  std::size_t overdue_count = 0;
  std::size_t without_next_step = 0;
  std::size_t open_lead_count = 0;
  insight::Funnel funnel;  // for funnel_days and funnel_source
  int funnel_days = 90;
  std::string funnel_source;
  const std::vector<Row>* leads = nullptr;  // rows of the query, in order

  // Where the person is.
  Place place = Place::kToday;
  Id open_lead;  // nil: no card
  query::Query query;
  LeadsLayout leads_layout = LeadsLayout::kTable;
  std::vector<Id> selection;
  Id last_added;  // by AddLead on this page; nil if none, or it is gone again

  // What is under way.
  bool loading = true;
  std::string start_error;  // the store could not be opened: says what to do
  // A newer version of this page is ready, and waits for the person; or goes ahead, when all is
  // saved.
  enum class NewVersion : unsigned char { kNone, kReady, kPutOff, kGoingAhead } new_version{};
  // The second part of the page's program (base/late.h).
  enum class Rest : unsigned char { kHere, kComing, kFailed } rest{};
  bool outdated = false;           // a newer version wrote to the book: read only until reloaded
  std::optional<Past> past;        // else it is now
  std::optional<book::Lost> lost;  // while loading: the person decides what becomes of it
  UtcMs noted_at = 0;          // then: when this browser last noted that all was saved; 0: never
  std::size_t copy_lacks = 0;  // so many changes that were noted and are in neither copy
  bool restoring = false;
  bool restore_failed = false;
  bool copy_saved = false;            // of what was lost, as a file
  std::optional<Remembered> missing;  // the person decides; the book stays as it is meanwhile
  [[nodiscard]] bool is_shown() const { return !loading || lost.has_value(); }
  std::string start_warning;  // parts of the book could not be read: says what to do
  std::optional<ImportSession> import;
  std::optional<Error> import_error;  // why the last file was refused; nothing was changed
  std::string import_error_file;
  std::string import_error_text;  // the file as Windows-1252, where that is what it may be
  std::vector<Toast> toasts;
  std::optional<TakeBackQuestion> take_back;
  bool can_undo = false, can_redo = false;
  std::string undo_label, redo_label;

  // The store, in a person's terms.
  book::Safety safety = book::Safety::kLoading;
  Error safety_error;
  ports::Storage::Room room;
  book::Copies copies = book::Copies::kUnknown;
  std::size_t erasing = 0;     // people of whom one of the two places may hold something yet
  bool holds_erased = false;   // likewise, or of somebody who was erased before this start
  std::size_t left_aside = 0;  // parts of the second copy that were gone on without
  std::vector<std::string> damaged_parts;  // names of what is stored and can't be read
  UtcMs last_backup_at = 0;                // 0: never
  Backup backup;
  std::optional<SealedFile> sealed;
  bool sealing = false;            // an export is being sealed
  std::optional<unsigned> erased;  // everything was: what was still found (ports::Eraser::Left)
  std::size_t operations = 0;
  std::size_t revision = 0;  // another one whenever the book has changed

  // This device.
  std::vector<Merge> merges;  // that can be taken back as one, oldest first
  std::string theme = "system";
  std::string contrast = "system";  // or "more"
  int text_percent = 100;           // of the usual size of text, and with it of everything
  std::string my_name, my_phone;
  std::string capture_source, capture_event;
  Fields pasted;         // into Capture: what a signature or a card said of somebody, and "note"
  int pasted_count = 0;  // so often that happened
  std::vector<Draft> drafts;  // as KeepDraft had them, the newest last
  int drafts_changed = 0;     // so often the app itself has changed them
  // Empty if there is none.
  [[nodiscard]] std::string_view draft_of(Id lead, std::string_view field) const;
  UtcMs now = 0;  // in the past, that moment
  int local_offset_minutes = 0;
};

}  // namespace leadlight::app
