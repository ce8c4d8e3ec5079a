// What is wrong, and what to do: the errors of this room.

#include "app/words.h"

#include <algorithm>

#include "base/format.h"

namespace leadlight::app::words {

namespace {

Error error(std::string what, std::string remedy) {
  return {std::move(what), {}, std::move(remedy)};
}

// The begin of what was typed, in quotes.
std::string begin_quoted(std::string_view text) {
  constexpr std::size_t kMost = 60;
  std::size_t end = std::min(text.size(), kMost);
  while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return formatted("“{}{}”", text.substr(0, end), end < text.size() ? "…" : "");
}

}  // namespace

Error figures_need_an_empty_book() {
  return error(
      "This file holds figures without names, and this book has leads of its own.",
      "Open it in an empty book, as in a private window: its settings and its “Lead 1” would count "
      "here as if your team had decided them.");
}

Error still_opening() { return error("The book is still opening.", "Try again in a moment."); }

Error rest_is_missing() {
  return error("This part of Leadlight could not be loaded.",
               "Check the connection, then try again.");
}

Error still_erasing(bool left_aside, bool unanswered) {
  return error(
      "Not erased for good yet: it is gone from the book, but a second copy in this browser may "
      "still hold what was known.",
      left_aside   ? "Look in Share at what was left aside."
      : unanswered ? "Load the page again."
                   : "Keep this page open: it is tried again every minute.");
}

Error past_stays() {
  return error("This is the book as it was, and nothing of it can be changed.",
               "Choose “Back to now” first.");
}

Error page_is_outdated() {
  return error("A newer version of Leadlight has changed this book.",
               "Load that version to go on.");
}

Error no_such_lead() {
  return error("This lead is not in the book.",
               "It may have been deleted: look in Leads under Deleted.");
}

Error lead_needs_identity() {
  return error("A lead needs a name, a company, an e-mail address or a phone number.",
               "Enter one of them.");
}

Error nothing_to_offer() {
  return error("There is nothing to offer to sales here.",
               "An offer is for leads in New or MQL that may be contacted.");
}

Error no_open_offer() {
  return error("No offer waits here any more.",
               "Somebody may have answered or withdrawn it: the card says what happened.");
}

Error nothing_to_return() {
  return error("Sales has nothing to return here.",
               "What can be returned is an offer, or a lead in SQL.");
}

Error return_needs_reason() {
  return error("A lead goes back to marketing with a reason.", "Choose what was wrong with it.");
}

Error claim_needs_name() {
  return error("Nobody would know whose it is.", "Enter your name in Settings, “This device”.");
}

Error no_rule_fits() {
  return error("No rule gives any of these leads to somebody else.",
               "See the rules in Settings, “Who gets a lead”.");
}

Error loss_needs_reason() {
  return error("A lead leaves with a reason.", "Choose why it is no customer.");
}

Error own_reason_needs_words() {
  return error("Another reason needs words.", "Write why the lead left.");
}

Error opt_out_stays(std::string_view name) {
  return error(formatted("{} asked not to be contacted, and that stays.", name),
               "If it was set by mistake, undo it.");
}

Error do_not_contact(std::string_view name) {
  return error(formatted("{} asked not to be contacted.", name), {});
}

Error no_address_for(std::string_view name, TouchKind channel) {
  if (channel == TouchKind::kEmail)
    return error(formatted("{} has no e-mail address.", name), "Add one on the card.");
  if (channel == TouchKind::kLinkedin)
    return error(formatted("{} has no name to search for.", name), "Add one on the card.");
  return error(formatted("{} has no phone number.", name), "Add one on the card.");
}

Error no_program_for(TouchKind channel) {
  return error(formatted("No program opens for “{}”.", label_of(channel)),
               "Log it when it is done.");
}

Error note_is_empty() { return error("The note is empty.", "Write something first."); }
Error tag_is_empty() { return error("The tag is empty.", "Name it first."); }

Error field_is_not_for_editing(std::string_view field) {
  return error(formatted("“{}” can't be edited like other fields.", field),
               "Move the lead instead.");
}

Error no_such_criterion() {
  return error("This criterion is no longer there.", "Somebody may have removed it.");
}

Error no_such_sub_stage() {
  return error("This sub-stage is no longer there.", "Somebody may have removed it.");
}

Error criterion_needs_question() { return error("A criterion needs a question.", "Write one."); }

Error nothing_to_export() {
  return error("There are no leads to export.", "Import or add some first.");
}

Error not_persisted() {
  return error("The browser did not promise to keep this book.",
               "Add the page to the home screen or bookmarks, then ask again; export a snapshot "
               "now and then.");
}

Error file_is_empty() {
  return error("The file is empty.", "Choose a CSV or vCard file, or a snapshot.");
}

Error file_is_unreadable() {
  return error("The browser could not read this file.",
               "Was it moved, or is its drive away? Copy it to this device and choose it again.");
}

Error file_is_too_large() {
  return error("This file is too large for this device's memory.",
               "Split it into smaller files and import one after the other.");
}

Error too_much_at_once() {
  return error("This is more than the browser keeps of one import, so nothing was imported.",
               "Split a table into smaller files; of a snapshot leave leads out, and then open it "
               "again for the rest.");
}

Error file_is_no_snapshot() {
  return error("This is no snapshot.", "Import it by itself, after this.");
}

Error deletions_not_confirmed(std::size_t deletions) {
  return error(formatted("This would delete {}, and nothing was imported yet.", leads(deletions)),
               "Type their number to confirm, or keep them.");
}

Error erasing_not_confirmed(std::size_t erased) {
  return error(
      formatted("This would erase {} for good, and nothing was imported yet.", leads(erased)),
      "Confirm it, or leave the file.");
}

Error year_not_confirmed(int year) {
  return error(
      formatted("This was written by a clock in the year {}, and nothing was imported yet.", year),
      "Type the year to confirm, or leave the file.");
}

Error clock_is_at_its_end() {
  return error(
      "It was written by a clock at the end of its range, in the year 10889: no later "
      "change could ever count.",
      "Set the clock of the device that it comes from, and ask for a new export from a "
      "book without that change.");
}

Error clock_is_behind(UtcMs latest, UtcMs now, int local_offset_minutes) {
  return error(
      formatted("By this device's clock it is {}, but the book was changed on {} already, so "
                "nothing is due when it should be.",
                iso_day(now, local_offset_minutes), iso_day(latest, local_offset_minutes)),
      "Set the clock of the device; the page follows. If it is right, the clock of another device "
      "was ahead.");
}

Error merge_has_grown(std::string_view label) {
  return error(formatted("“{}” can't be told from what came later any more.", label),
               "Take its changes back one by one.");
}

Error no_sample() {
  return error("The sample data could not be loaded.", "Check the connection and try again.");
}
Error sample_is_there() { return error("The sample data is already in the book.", {}); }

Error sealer_fault(ports::Sealer::Fault fault) {
  using enum ports::Sealer::Fault;
  switch (fault) {
    case kNone: break;
    case kNotOffered:
      return error("This browser lends its cryptography to secure pages only.",
                   "Open Leadlight over https, or as one file from this device.");
    case kWrong:
      return error("The passphrase is another one, or the file was changed.",
                   "Try again: capitals and blanks count. Nothing was changed.");
    case kBroken:
      return error("The file is cut or damaged.",
                   "Get it again from where it came from; nothing was changed.");
    case kNewer:
      return error("This file was sealed by a newer Leadlight.",
                   "Reload the page or update Leadlight, then open it again; nothing was changed.");
    case kTooLarge: return file_is_too_large();
  }
  return {};
}

Error folder_fault(ports::Folder::Fault fault, std::string_view folder) {
  using enum ports::Folder::Fault;
  std::string what = formatted("The backup could not be written to the folder “{}”", folder);
  switch (fault) {
    case kNone: return {};
    case kNotAllowed: return error(what + ".", "Allow the backup folder again.");
    case kGone: return error(what + ": it is gone, or its drive is away.", "Choose a folder.");
    case kFull: return error(what + ": there is no room left.", "Free some and back up again.");
    case kOther: break;
  }
  return error(what + ".", "Back up again, or choose another folder.");
}

Error erasing_is_blocked() {
  return error("The browser waits with erasing, since another window has the book open.",
               "Close all other windows and tabs of Leadlight. Then erase again.");
}

Error not_saved_yet(std::string_view field, std::string_view name, std::string_view text,
                    std::string_view why) {
  if (text == " ")
    return error(formatted("That the {} of {} was emptied is not saved.", field, name),
                 std::string(why));
  return error(formatted("The {} of {} is not saved: {}.", field, name, begin_quoted(text)),
               std::string(why));
}
Error setting_not_saved(std::string_view text, std::string_view why) {
  return error(formatted("What you typed into Settings is not saved: {}.", begin_quoted(text)),
               std::string(why));
}
std::string waits_in_settings() { return "It stands in its field there."; }

std::string lead_was_deleted() {
  return "The lead was deleted meanwhile. What you typed waits on its card.";
}
std::string lead_was_merged(std::string_view name) {
  return formatted("The lead was merged into {} meanwhile. What you typed waits there.", name);
}
std::string open_to_go_on() { return "It waits on the card."; }
std::string note() { return "note"; }
std::string touch_note() { return "note to a touch"; }
std::string waits_behind_log() { return "It waits in “Log…”."; }
std::string message_text() { return "message"; }
std::string waits_behind_write() { return "It waits in “Write”."; }
std::string reason_to_move() { return "reason for a move"; }
std::string waits_behind_move() { return "It waits in “Move to…”."; }
std::string words_of_offer() { return "words to an offer"; }
std::string waits_behind_offer() { return "It waits in “Offer to sales…”."; }
std::string reason_to_return() { return "reason for a return"; }
std::string waits_behind_return() { return "It waits in “Return…”."; }
std::string tag() { return "tag"; }
std::string waits_behind_tag() { return "It waits in “Tag…”."; }
std::string owner() { return "owner"; }
std::string waits_behind_assign() { return "It waits in “Assign…”."; }
std::string day_of_step() { return "day of a next step"; }
std::string waits_behind_plan() { return "It waits in “Plan…”."; }
std::string own_field() { return "own field"; }

Error changes_are_missing(std::size_t count) {
  return error(
      formatted("{} {} been saved in this browser {} no longer here.", number(count),
                count == 1 ? "change that had" : "changes that had", count == 1 ? "is" : "are"),
      "Import your last backup or a colleague's snapshot: both complete each other.");
}

Error not_all_could_be_read(std::size_t damaged, std::size_t missing, bool is_any_here) {
  std::string what = "Not all of the book could be read:";
  if (damaged > 0)
    what += formatted(" {} of its stored parts {} damaged", number(damaged),
                      damaged == 1 ? "is" : "are");
  if (damaged > 0 && missing > 0) what += ",";
  if (missing > 0)
    what += formatted(" {} {} missing", number(missing), missing == 1 ? "part is" : "parts are");
  what += ".";
  return error(
      std::move(what),
      is_any_here
          ? "Everything else is here. Export a snapshot now, and import your last backup or "
            "a colleague's snapshot: both complete each other."
          : "Nothing else is here. Import your last backup or a colleague's snapshot.");
}

Error book_could_not_be_opened(const Error& cause) {
  return error("The book could not be opened. " + cause.sentence(),
               "Reload the page. What you change meanwhile may not be kept: export a snapshot "
               "before you leave.");
}

}  // namespace leadlight::app::words
