#include "app/words.h"

#include <array>
#include <utility>

#include "base/format.h"
#include "followup/queue.h"

namespace leadlight::app::words {

namespace {

constexpr std::array<std::string_view, 12> kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                   "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

constexpr std::string_view kUndo = "Undo: ", kRedo = "Redo: ";
static_assert(kUndo.size() == kRedo.size());

CivilTime local(UtcMs at, int offset_minutes) {
  return civil_from_utc(at + offset_minutes * kMinuteMs);
}

// "goal_minutes" as "goal minutes".
std::string spoken(std::string_view key) {
  std::string text(key);
  for (char& c : text)
    if (c == '_') c = ' ';
  return text;
}

std::string step_text(TouchKind channel, UtcMs at, UtcMs now, int offset_minutes) {
  return formatted("{} on {}", label_of(channel), day(at, now, offset_minutes));
}

}  // namespace

std::string text_of(const Whom& whom) { return whom.count == 1 ? whom.name : leads(whom.count); }

std::string number(std::size_t value) {
  std::string digits = std::to_string(value);
  for (std::size_t at = digits.size(); at > 3;) digits.insert(at -= 3, ",");
  return digits;
}

std::string leads(std::size_t count) {
  return count == 1 ? "1 lead" : formatted("{} leads", number(count));
}

std::string day(UtcMs at, UtcMs now, int local_offset_minutes) {
  const CivilTime then = local(at, local_offset_minutes);
  const std::string_view month = kMonths[static_cast<std::size_t>(then.month - 1)];
  if (then.year == local(now, local_offset_minutes).year)
    return formatted("{} {}", then.day, month);
  return formatted("{} {} {}", then.day, month, then.year);
}

std::string iso_day(UtcMs at, int local_offset_minutes) {
  const CivilTime then = local(at, local_offset_minutes);
  return formatted("{:04}-{:02}-{:02}", then.year, then.month, then.day);
}

std::string rest_is_coming() { return "Just a moment: this part of Leadlight is being loaded…"; }

Done added(std::string_view name) {
  return {formatted("Added {}", name), formatted("Added {}", name)};
}

Done added_to(std::string_view name) {
  return {formatted("Added a visit to {}", name), formatted("Added to {}", name)};
}

std::string added_contact(std::string_view name, int fit, int minimum_fit) {
  return fit < minimum_fit
             ? formatted("Added {} as a contact: fit {} of the {} asked", name, fit, minimum_fit)
             : formatted("Added {} as a contact: a must-have is missing", name);
}

Done edited(std::string_view name, std::size_t fields, std::string_view only_field) {
  const std::string what =
      fields == 1 ? formatted("Changed {}", only_field) : formatted("Changed {} fields", fields);
  return {formatted("{} of {}", what, name), what};
}

Done chose(std::string_view name, std::string_view field) {
  return {formatted("Settled {} of {}", field, name), formatted("Settled {}", field)};
}

Done moved(const Whom& whom, std::string_view to) {
  std::string label = formatted("Moved {} to {}", text_of(whom), to);
  if (whom.count > 1) return {label, label};
  return {std::move(label), formatted("Moved to {}", to)};
}

Done offered(const Whom& whom, std::string_view to) {
  const std::string_view taker = to.empty() ? std::string_view("sales") : to;
  std::string label = formatted("Offered {} to {}", text_of(whom), taker);
  if (whom.count > 1) return {label, label};
  return {std::move(label), formatted("Offered to {}", taker)};
}

Done accepted(const Whom& whom) {
  std::string label = formatted("Accepted {}", text_of(whom));
  return {label, label};
}

Done returned(const Whom& whom, ReturnReason reason) {
  return {formatted("Returned {} to marketing: {}", text_of(whom), leadlight::label_of(reason)),
          whom.count > 1 ? formatted("Returned {} to marketing", text_of(whom))
                         : std::string("Returned to marketing")};
}

Done withdrew(const Whom& whom) {
  return {formatted("Withdrew the offer of {}", text_of(whom)), "Withdrew the offer"};
}

Done touched(std::string_view name, TouchKind kind, TouchResult result,
             const followup::NextStep& next, UtcMs now, int local_offset_minutes) {
  std::string what(label_of(kind));
  if (result != TouchResult::kNone) what.append(": ").append(label_of(result));
  std::string toast = formatted("Logged {}", what);
  switch (next.plan) {
    case followup::Plan::kKeep:
    case followup::Plan::kNothing: break;
    case followup::Plan::kStep:
      toast += formatted(". Next: {}", step_text(next.channel, next.at, now, local_offset_minutes));
      break;
    case followup::Plan::kGoodbye:
      toast += formatted(". Next, as a goodbye: {}",
                         step_text(next.channel, next.at, now, local_offset_minutes));
      break;
    case followup::Plan::kNurture:
      toast += formatted(". Back in Today on {}", day(next.at, now, local_offset_minutes));
      break;
    case followup::Plan::kStop: toast += ". No more follow-up, for good"; break;
  }
  return {formatted("Logged {} with {}", what, name), std::move(toast)};
}

Done noted(std::string_view name) {
  return {formatted("Added a note to {}", name), "Added the note"};
}

Done answered(std::string_view name, std::string_view question) {
  return {formatted("Answered “{}” for {}", question, name), "Changed the fit"};
}

Done weeded_out(const Whom& whom, WeedOut reason) {
  const std::string who = text_of(whom);
  if (reason == WeedOut::kNone)
    return {formatted("Put {} back into the funnel", who), "Put back into the funnel"};
  return {formatted("Weeded out {}: {}", who, label_of(reason)),
          formatted("Weeded out {}", whom.count > 1 ? who : std::string(label_of(reason)))};
}

Done assigned(const Whom& whom, std::string_view owner) {
  const std::string who = text_of(whom);
  if (owner.empty()) return {formatted("Took the owner from {}", who), "Assigned to nobody"};
  std::string label = formatted("Assigned {} to {}", who, owner);
  if (whom.count > 1) return {label, label};
  return {std::move(label), formatted("Assigned to {}", owner)};
}

Done assigned_by_rules(const Whom& whom) {
  std::string label = formatted("Assigned {} by the rules", text_of(whom));
  return {label, label};
}

Done snoozed(const Whom& whom, std::string_view day) {
  const std::string who = text_of(whom);
  if (day.empty()) return {formatted("Woke {}", who), formatted("{} back in Today", who)};
  return {formatted("Snoozed {} until {}", who, day),
          whom.count > 1 ? formatted("Snoozed {} until {}", who, day)
                         : formatted("Snoozed until {}", day)};
}

Done planned(std::string_view name, TouchKind kind, std::string_view day) {
  if (day.empty()) return {formatted("Cleared the next step of {}", name), "Cleared the next step"};
  return {formatted("Planned {} with {} on {}", label_of(kind), name, day),
          formatted("Planned {} on {}", label_of(kind), day)};
}

Done tagged(const Whom& whom, std::string_view tag, bool present) {
  const std::string_view verb = present ? "Tagged" : "Untagged";
  std::string label = formatted("{} {} “{}”", verb, text_of(whom), tag);
  if (whom.count > 1) return {label, label};
  return {std::move(label), formatted("{} “{}”", verb, tag)};
}

Done deleted(const Whom& whom) {
  std::string label = formatted("Deleted {}", text_of(whom));
  return {label, label};
}

Done saw_merged(std::string_view name) {
  return {formatted("Left {} as merged", name), formatted("{} stays merged as it is", name)};
}

Done merged_leads(const Whom& others, std::string_view into) {
  return {formatted("Merge {} into {}", text_of(others), into),
          formatted("Merged {} into {}", text_of(others), into)};
}

Done separated(std::string_view name, std::string_view heir) {
  return {formatted("Separate {} from {}", name, heir),
          formatted("Separated {} from {}", name, heir)};
}

Done restored(const Whom& whom) {
  std::string label = formatted("Restored {}", text_of(whom));
  return {label, label};
}

namespace {

// Whom, must not be said any more.
std::string who_is_erased(std::size_t people) {
  return people == 1 ? std::string("one person") : formatted("{} people", number(people));
}

}  // namespace

std::string erasing(std::size_t people) { return formatted("Erasing {}…", who_is_erased(people)); }

std::string drafts_went(std::size_t count) {
  return formatted("{} half typed about who was erased went with them",
                   count == 1 ? std::string("One text") : formatted("{} texts", number(count)));
}

std::string notes_stay(std::size_t count) {
  return formatted("{} of other leads still {} who was erased",
                   count == 1 ? std::string("One note") : formatted("{} notes", number(count)),
                   count == 1 ? "names" : "name");
}

Done erased(std::size_t people) {
  const std::string who = who_is_erased(people);
  return {
      formatted("Erased {} for good", who),
      formatted("Erased {} for good. Backups and exports made before still hold what was known.",
                who)};
}

// "points/quote_requested" is about the points, "sub_stage/demo/name" about the sub-stages.
std::string setting_name(std::string_view key) {
  struct Name {
    std::string_view start, name;
  };
  constexpr std::array<Name, 22> kNames{{
      {"team_name", "team name"},
      {"minimum_fit", "minimum fit"},
      {"no_answer_points", "points for no answer"},
      {"marquee_points", "points for marquee accounts"},
      {"half_life_days", "half-life of points"},
      {"sales_percent", "share for sales"},
      {"watch_percent", "share for the watch list"},
      {"goal_minutes", "response goal"},
      {"limit_minutes", "response limit"},
      {"delay_minutes", "delay before the first touch"},
      {"touch_limit", "number of touches"},
      {"nurture_days", "days of nurture"},
      {"cadence/", "follow-up plans"},
      {"default_currency", "currency"},
      {"marquee/", "marquee accounts"},
      {"sub_stage/", "sub-stages"},
      {"business_hours", "how time is counted"},
      {"hours/", "business hours"},
      {"holiday/", "holidays"},
      {"time_zone", "time zone"},
      {"assign_new", "whether new leads are assigned"},
      {"assign/", "who gets a lead"},
  }};
  for (const Name& one : kNames)
    if (key.starts_with(one.start)) return std::string(one.name);
  constexpr std::string_view kPoints = "points/";
  if (key.starts_with(kPoints)) {
    const auto kind = touch_kind_from_text(key.substr(kPoints.size()));
    if (kind) return formatted("points for “{}”", label_of(*kind));
  }
  return spoken(key);
}

Done changed_setting(std::string_view key) {
  std::string label = formatted("Changed setting: {}", setting_name(key));
  return {label, label};
}

Done put_criterion(std::string_view question, bool is_new) {
  return {formatted("{} criterion “{}”", is_new ? "Added" : "Changed", question),
          is_new ? "Added the criterion" : "Changed the criterion"};
}

Done ordered_criteria() {
  return {"Changed the order of the criteria", "Changed the order of the criteria"};
}

Done removed_criterion(std::string_view question) {
  return {formatted("Removed criterion “{}”", question), "Removed the criterion"};
}

Done removed_sub_stage(std::string_view name) {
  return {formatted("Removed sub-stage “{}”", name), "Removed the sub-stage"};
}

std::string why_sub_stage_left(std::string_view name) {
  return formatted("The sub-stage “{}” was removed", name);
}

Done imported(std::string_view file, std::size_t created, std::size_t updated) {
  std::string toast = created > 0 ? formatted("Imported {}", leads(created))
                                  : formatted("Updated {}", leads(updated));
  if (created > 0 && updated > 0) toast += formatted(", updated {}", number(updated));
  return {formatted("Import {}", file), std::move(toast)};
}

bool is_import(std::string_view label) { return label.starts_with("Import "); }

Done merged(std::string_view file, const MergeCounts& counts) {
  std::string toast = formatted("Imported {}", file);
  std::string_view before = ": ";
  const auto put = [&](std::size_t count, std::string_view what) {
    if (count > 0) toast += formatted("{}{} {}", std::exchange(before, ", "), number(count), what);
  };
  put(counts.added, "new");
  put(counts.changed, "changed");
  put(counts.merged, "merged");
  put(counts.deleted, "deleted");
  put(counts.erased, "being erased");
  put(counts.restored, "restored");
  if (counts.conflicts > 0) toast += formatted("; {} in conflict", number(counts.conflicts));
  return {formatted("Import {}", file), std::move(toast)};
}

std::string worked_on_apart(std::size_t merged) {
  return formatted("; {} worked on apart from the merge",
                   merged == 1 ? std::string("a merged lead was")
                               : formatted("{} merged leads were", number(merged)));
}

Done loaded_sample(std::size_t count) {
  return {"Load sample data", formatted("Added {} to try things with", leads(count))};
}

std::string both_are_kept() {
  return ". It was changed elsewhere meanwhile: the card shows both, to choose from";
}
std::string both_are_kept_in_changes() {
  return ". It was changed elsewhere meanwhile: What changed shows both, to choose from";
}

namespace {

// However often something went back and forth, only what became of it last is said.
struct Turned {
  std::string_view what;
  bool away = false;  // undone last
};
Turned turned(std::string_view label) {
  Turned turned{label};
  while (turned.what.starts_with(kUndo) || turned.what.starts_with(kRedo)) {
    turned.away = turned.away != turned.what.starts_with(kUndo);
    turned.what.remove_prefix(kUndo.size());
  }
  return turned;
}
std::string turn_label(const Turned& turned, bool away) {
  return std::string(away ? kUndo : kRedo).append(turned.what);
}
std::string turn_toast(const Turned& turned, bool away) {
  return formatted("{}: {}", away ? "Undone" : "Done again", turned.what);
}

}  // namespace

std::string undone(std::string_view label) {
  return turn_toast(turned(label), !turned(label).away);
}
std::string redone(std::string_view label) { return turn_toast(turned(label), turned(label).away); }
std::string undo_label(std::string_view label) {
  return turn_label(turned(label), !turned(label).away);
}
std::string redo_label(std::string_view label) {
  return turn_label(turned(label), turned(label).away);
}
std::string that_change() { return "that change"; }
std::string erased_change() { return "Change to an erased lead"; }
std::string erased_import() { return "Import of a file"; }

std::string exported(std::size_t count, std::string_view file) {
  return formatted("Exported {} to {}", leads(count), file);
}

std::string exported_without(std::size_t count, std::string_view file, std::size_t left_out) {
  if (left_out == 0) return exported(count, file);
  return formatted("{}; {} not to be contacted left out", exported(count, file), number(left_out));
}

std::string now_again(bool erased) {
  return erased ? "Back to the book as it is now: another tab has erased somebody for good"
                : "Back to the book as it is now";
}
std::string restored_from_copy(std::size_t changes) {
  return formatted("Restored {} {} from the second copy. All that it held is back.",
                   number(changes), changes == 1 ? "change" : "changes");
}
std::string copied_link() { return "Copied the link"; }
std::string copied_text() { return "Copied the text"; }
std::string words_are_copied(bool too_long) {
  return too_long ? "The text is too long to go along: it is on the clipboard, paste it there"
                  : "The text is on the clipboard: paste it there";
}
std::string no_past() { return "Nothing has happened in this book yet"; }
std::string backed_up(std::string_view folder) {
  return formatted("Backed up to the folder “{}”", folder);
}
std::string persisted() { return "The browser keeps this book for good"; }
std::string opened_first_of(std::string_view file, std::size_t files) {
  return formatted("Opened {}, the first of {} files: import one after another", file, files);
}
std::string nothing_new(std::string_view file) { return formatted("Nothing new in {}", file); }

std::string left_import(std::string_view file) {
  return formatted("Nothing was imported from {}", file);
}

std::string closed_import(std::string_view file) {
  return formatted("Closed {} without importing it", file);
}

std::string nothing_to_undo(std::string_view label) {
  return formatted("There was nothing to undo: other changes count in place of all of “{}”", label);
}

std::string nothing_to_redo(std::string_view label) {
  return formatted("There was nothing to redo: other changes count in place of all of “{}”", label);
}

std::string all_here_again(std::size_t count) {
  return count == 1 ? "1 lead is in the book again already, and stays as it is there"
                    : formatted("{} are in the book again already, and stay as they are there",
                                leads(count));
}

std::string how_far(UtcMs ahead_ms) {
  const auto years = static_cast<std::size_t>(ahead_ms / (365 * kDayMs));
  if (years == 0) return followup::duration_text(ahead_ms);
  return years == 1 ? "a year" : formatted("{} years", number(years));
}

std::string clock_ahead(UtcMs ahead_ms) {
  return formatted(
      "A clock is wrong: something was written {} in the future. Check this device's "
      "clock and the other's.",
      how_far(ahead_ms));
}

}  // namespace leadlight::app::words
