// Everything a person can do, as values. Views emit them; app::App applies them. Each one that
// changes the book becomes one operation, one undo step and one durable segment.
#pragma once
#include <array>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "base/id.h"
#include "base/time.h"
#include "lead/record.h"
#include "lead/settings.h"
#include "lead/vocabulary.h"
#include "ports/ports.h"
#include "query/query.h"

namespace leadlight::app {

enum class Place : unsigned char { kToday, kLeads, kFunnel, kCapture, kShare, kSettings, kChanges };
enum class LeadsLayout : unsigned char { kTable, kBoard };

inline constexpr std::array kTextPercents{100, 125, 150, 175, 200};

using Fields = std::vector<std::pair<std::string, std::string>>;  // field name, value

// Going about. None of these changes the book.
struct GoTo {
  Place place;
};
struct OpenLead {
  Id lead;
};  // the card, over whatever place is shown
struct CloseLead {};
struct ShowLeads {
  query::Query query;
};  // goes to Leads with this filter: every figure opens what it counts
struct SetQuery {
  query::Query query;
};
struct SetLeadsLayout {
  LeadsLayout layout;
};
struct SetSelection {
  std::vector<Id> leads;
};
struct SetFunnelFilter {
  int days;
  std::string source;
};  // days 0: all time
struct SetTheme {
  std::string choice;
};  // "system", "light", "dark"; a preference of the device
struct SetContrast {
  std::string choice;
};  // "system", "more"; likewise
struct SetTextSize {
  int percent;
};  // kTextPercents; likewise
struct DismissToast {
  int id;
};
// Between the fields of Capture's draft: name, company, e-mail, phone, note, what was chosen, and
// "field=value" of all else that was pasted.
inline constexpr char kDraftBetween = '\x1F';
// Drafts of a lead beside those of its fields: a new note, what goes with a touch that is being
// logged, why it is moved, offered or returned, its tag or owner (of several leads: the first
// one's), the day of its next step, and an own field that is not added yet, as its name and value.
// kSettingDraft: of no lead; the field's key in Settings follows.
inline constexpr std::string_view kNoteDraft = "+note", kTouchDraft = "+touch",
                                  kMoveDraft = "+move", kMessageDraft = "+message",
                                  kTagDraft = "+tag", kAssignDraft = "+assign",
                                  kPlanDraft = "+plan", kOwnFieldDraft = "+own",
                                  kOfferDraft = "+offer", kReturnDraft = "+return",
                                  kSettingDraft = "+setting/";
constexpr bool is_field_draft(std::string_view field) { return !field.starts_with('+'); }
struct KeepDraft {
  Id lead;  // nil: what Capture holds, or Settings
  std::string field;
  std::string text;
};  // half typed, kept on the device until it is saved; empty: no longer
struct SetDraftAside {
  Id lead;
  std::string field, why;
};  // the card goes while its draft can't be saved: said. Of a setting: the field is gone, too
struct SetMyName {
  std::string name;
};  // who writes; a preference of the device

// Working leads.
struct AddLead {
  Fields fields;
  std::string note;
  bool from_capture = false;
};
struct AddToLead {
  Id lead;
  Fields fields;  // those that are empty there are filled in
  std::string note;
};  // captured again: a visit to the stand of the capture's event
struct EditLead {
  Id lead;
  Fields fields;  // of each that is a draft, what it replaces is what stood there when it began
};
struct ChooseConcurrent {
  Id record;
  std::string field;
  std::string value;
  Kind kind = Kind::kLead;  // or settings, a criterion, a campaign
};
struct MoveToStage {
  std::vector<Id> leads;
  Stage to;
  std::string sub_stage;
  LossReason reason;
  std::string why;
  std::string value_minor;
};
// Handing over (practice A4): an offer stays with marketing until sales answers it. What can't be
// done with a lead of several passes it by.
struct OfferLeads {
  std::vector<Id> leads;
  std::string to;     // a person; empty: whoever of sales takes it
  std::string words;  // for whoever takes it over, and why where it goes against the criteria (B7)
};
struct AcceptLeads {
  std::vector<Id> leads;
};  // they go to SQL, and are mine
struct ReturnLeads {
  std::vector<Id> leads;
  ReturnReason reason;
  std::string words;
};  // offered ones, and those in SQL
struct WithdrawOffer {
  std::vector<Id> leads;
};
struct ClaimLeads {
  std::vector<Id> leads;
};  // practice A5: they are mine, whoever had them
struct AssignByRules {
  std::vector<Id> leads;
};  // by the team's rules (score/assignment.h), those that one is for
struct LogTouch {
  Id lead;
  TouchKind kind;
  TouchResult result;
  std::string text;
  Id template_id = {};  // that the message began as; nil: none
  // Of kNotNow (practice C6), where the person says it: when the lead wakes, and what it gets then.
  UtcMs wakes_at = 0;
  std::string track = {};
};
struct AddNote {
  Id lead;
  std::string text;
};
struct AnswerCriterion {
  Id lead;
  Id criterion;
  int answer;
};  // answer 0: by its field again
struct SetWeedOut {
  std::vector<Id> leads;
  WeedOut reason;
};
struct Assign {
  std::vector<Id> leads;
  std::string owner;
};
struct Snooze {
  std::vector<Id> leads;
  UtcMs until;
};
struct PlanStep {
  Id lead;
  TouchKind kind;
  UtcMs at;              // 0: no step
  std::string why = {};  // there is none
};
struct SetTag {
  std::vector<Id> leads;
  std::string tag;
  bool present;
};
struct DeleteLeads {
  std::vector<Id> leads;
};
struct RestoreLeads {
  std::vector<Id> leads;
};
struct EraseLeads {
  std::vector<Id> leads;
};  // for good, alive or deleted: can't be undone
// The others are the same person as `into` (practice E8); what that means: lead_merge.h.
struct MergeLeads {
  Id into;
  std::vector<Id> others;
};
struct SeparateLead {
  Id lead;
};  // a merged one stands for itself again
struct SeeMerged {
  Id lead;
};  // what was done to a merged one meanwhile was looked at: its heir stays as it is
struct SetCaptureContext {
  std::string source, event;
};  // set once, remembered on the device

// Settings: key as in lead/settings.h; an empty value is the default again.
struct SetSetting {
  std::string key;
  std::string value;
  // The write that stood there when typing began (nil: none): whatever came since stays beside it.
  std::optional<Stamp> saw = std::nullopt;
};
struct SetSettings {
  Fields values;
};  // several that belong together, as one step
struct RemoveSubStage {
  std::string id;
  std::string move_leads_to;
};  // its leads go to another, or to none
struct PutCriterion {
  Criterion criterion;
};  // new or changed, by its id
struct OrderCriteria {
  std::vector<Id> criteria;
};  // from the first on; those not named stay behind them
struct RemoveCriterion {
  Id criterion;
};

// Undo and redo of whatever changed the book on this page.
struct Undo {};
struct UndoOperation {
  Stamp stamp;
};  // a toast's Undo, also after later edits
struct Redo {};
// From the list of what changed, after a reload too: operations that were one step, or a merge.
struct TakeBack {
  std::vector<Stamp> stamps;
};
struct TakeMergeBack {
  UtcMs at;
};
// What State::take_back asks.
struct AnswerTakeBack {
  enum class How : unsigned char { kAll, kKeepChanged, kNot } how;
};
// The book as it was at that moment, read-only, until BackToNow.
struct LookBack {
  UtcMs at;
};
struct BackToNow {};

// In and out.
struct PickFile {};  // opens the browser's file picker
struct OpenFiles {
  std::vector<ports::File> files;
};  // picked, dropped or pasted: CSV, vCards or snapshot; a signature pasted into Capture fills it
    // in
struct MapColumn {
  std::size_t column;
  std::string field;
};  // of the import that is shown
struct SetImportOptions {
  std::string source, event;
};
struct TakeDeleted {
  bool take;
};  // rows of the CSV file that is shown whose leads were deleted here
struct TakeLeads {
  std::vector<Id> leads;
  bool take;
};  // those of the snapshot that is shown; the others are left out
struct CommitImport {
  std::size_t deletions = 0;  // as typed, where that is asked for
  int year = 0;               // likewise, of a clock that was far ahead
  std::size_t erased = 0;     // leads, as confirmed; not asked for beside deletions
};
struct CancelImport {};
struct ExportSnapshot {};
struct ExportSealed {
  std::string passphrase;
};
struct OpenSealed {
  std::string passphrase;
};  // the file that State::sealed names
struct ExportFigures {};  // without the people: figures_only.h
struct ExportCsv {
  std::vector<Id> leads;
};  // empty: all leads
struct ExportVcard {
  std::vector<Id> leads;
};
struct ExportPackage {
  std::vector<Id> leads;
};  // practice E5: all of them, touches and all, as a snapshot for whoever takes them over
struct LoadSample {};
struct HandOver {
  Id lead;
  TouchKind channel;
  std::string subject = {}, body = {};
};  // opens the mail program, the dialler, the profile; words that can't go along are copied
struct CopyText {
  std::string text;
};  // to the clipboard
struct SetMyPhone {
  std::string phone;
};  // for messages; a preference of the device
struct CopyLink {};      // to where one is
struct BackUp {};        // into the folder, else as a file
struct SnoozeBackup {};  // no reminder for a day
struct UseBackupFolder {
  enum class How : unsigned char { kChoose, kAllow, kForget } how;
};
struct EraseEverything {};
struct AskToPersist {};
struct RetrySave {};
// What only the store's second copy holds (State::lost).
struct RestoreLost {};
struct GoOnWithoutLost {};  // and without what is only remembered (State::missing)
// The page starts anew, and shows what was gone on without if asked to.
struct LoadAgain {
  bool what_was_left_aside = false;
};
struct LoadNewVersion {};    // State::new_version
struct PutOffNewVersion {};  // not offered any more until the next start
struct BringRest {};         // State::rest: once more
struct SaveDamagedParts {};  // what is stored and can't be read, for somebody who may read it

using Command = std::variant<
    GoTo, OpenLead, CloseLead, ShowLeads, SetQuery, SetLeadsLayout, SetSelection, SetFunnelFilter,
    SetTheme, SetContrast, SetTextSize, DismissToast, KeepDraft, SetDraftAside, SetMyName, AddLead,
    AddToLead, EditLead, ChooseConcurrent, MoveToStage, OfferLeads, AcceptLeads, ReturnLeads,
    WithdrawOffer, ClaimLeads, AssignByRules, LogTouch, AddNote, AnswerCriterion, SetWeedOut,
    Assign, Snooze, PlanStep, SetTag, DeleteLeads, RestoreLeads, EraseLeads, MergeLeads,
    SeparateLead, SeeMerged, SetCaptureContext, SetSetting, SetSettings, RemoveSubStage,
    PutCriterion, OrderCriteria, RemoveCriterion, Undo, UndoOperation, Redo, TakeBack,
    TakeMergeBack, AnswerTakeBack, LookBack, BackToNow, PickFile, OpenFiles, MapColumn,
    SetImportOptions, TakeDeleted, TakeLeads, CommitImport, CancelImport, ExportSealed, OpenSealed,
    BackUp, SnoozeBackup, UseBackupFolder, EraseEverything, ExportSnapshot, ExportFigures,
    ExportCsv, ExportVcard, ExportPackage, LoadSample, HandOver, CopyText, SetMyPhone, CopyLink,
    AskToPersist, RetrySave, RestoreLost, GoOnWithoutLost, LoadAgain, LoadNewVersion,
    PutOffNewVersion, BringRest, SaveDamagedParts>;

}  // namespace leadlight::app
