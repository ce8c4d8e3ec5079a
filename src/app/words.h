// The sentences of this room: what toasts say was done, what operations are called in the history,
// and what an error asks for. In one place, so that they can be translated. A label says the whole
// ("Moved Olga Petrova to MQL"), a toast what one needs to know right after doing it ("Moved to
// MQL").
#pragma once
#include <cstddef>
#include <string>
#include <string_view>

#include "base/result.h"
#include "base/time.h"
#include "followup/next_step.h"
#include "lead/vocabulary.h"
#include "ports/ports.h"

namespace leadlight::app::words {

// What a command works on: one lead by its name, several by their number.
struct Whom {
  std::string name;
  std::size_t count = 1;
};
std::string text_of(const Whom& whom);  // "Olga Petrova", "12 leads"

std::string number(std::size_t value);  // "8,800"
std::string leads(std::size_t count);   // "1 lead", "8,800 leads"
// "24 Nov", with the year where it is not that of `now`.
std::string day(UtcMs at, UtcMs now, int local_offset_minutes);
std::string iso_day(UtcMs at, int local_offset_minutes);  // "2026-11-22", for file names

// What was done: the operation's label and the toast.
struct Done {
  std::string label;
  std::string toast;
};
std::string rest_is_coming();
Error rest_is_missing();
Done added(std::string_view name);
Done added_to(std::string_view name);
// Practice A3: added, and not yet a lead.
std::string added_contact(std::string_view name, int fit, int minimum_fit);
Done edited(std::string_view name, std::size_t fields, std::string_view only_field);
Done chose(std::string_view name, std::string_view field);
Done moved(const Whom& whom, std::string_view to);
Done offered(const Whom& whom, std::string_view to);  // no name: to sales
Done accepted(const Whom& whom);
Done returned(const Whom& whom, ReturnReason reason);
Done withdrew(const Whom& whom);
Done touched(std::string_view name, TouchKind kind, TouchResult result,
             const followup::NextStep& next, UtcMs now, int local_offset_minutes);
Done noted(std::string_view name);
Done answered(std::string_view name, std::string_view question);
Done weeded_out(const Whom& whom, WeedOut reason);
Done assigned(const Whom& whom, std::string_view owner);
Done assigned_by_rules(const Whom& whom);
Done snoozed(const Whom& whom, std::string_view day);                       // no day: no longer
Done planned(std::string_view name, TouchKind kind, std::string_view day);  // no day: no longer
Done tagged(const Whom& whom, std::string_view tag, bool present);
Done deleted(const Whom& whom);
Done restored(const Whom& whom);
Done erased(std::size_t people);
std::string erasing(std::size_t people);
std::string drafts_went(std::size_t count);      // with who was erased
std::string notes_stay(std::size_t count);       // of others, that name who was erased
std::string setting_name(std::string_view key);  // "response goal"
Done changed_setting(std::string_view key);
Done put_criterion(std::string_view question, bool is_new);
Done ordered_criteria();
Done removed_criterion(std::string_view question);
Done removed_sub_stage(std::string_view name);
std::string why_sub_stage_left(std::string_view name);  // of the moves that this makes
Done imported(std::string_view file, std::size_t created, std::size_t updated);
bool is_import(std::string_view label);  // of a file, whichever kind
Done saw_merged(std::string_view name);
Done merged_leads(const Whom& others, std::string_view into);
Done separated(std::string_view name, std::string_view heir);
struct MergeCounts {
  std::size_t added = 0, changed = 0, merged = 0, deleted = 0, erased = 0, restored = 0,
              conflicts = 0;
};
Done merged(std::string_view file, const MergeCounts& counts);
std::string worked_on_apart(std::size_t merged);  // behind what was imported
Done loaded_sample(std::size_t count);

std::string undone(std::string_view label);
std::string redone(std::string_view label);
std::string both_are_kept();
std::string both_are_kept_in_changes();          // behind what was edited
std::string undo_label(std::string_view label);  // of the operation that takes one back
std::string redo_label(std::string_view label);
std::string that_change();    // where a change has no name of its own
std::string erased_change();  // where its name may have held that of who was erased
std::string erased_import();  // likewise
std::string exported(std::size_t count, std::string_view file);
std::string exported_without(std::size_t count, std::string_view file, std::size_t left_out);
std::string copied_link();
std::string copied_text();
std::string words_are_copied(bool too_long);  // those of a message, instead of going along
std::string no_past();
std::string now_again(bool erased);  // and nobody asked for it
std::string restored_from_copy(std::size_t changes);
std::string backed_up(std::string_view folder);
std::string persisted();
std::string opened_first_of(std::string_view file, std::size_t files);
std::string nothing_new(std::string_view file);
std::string left_import(std::string_view file);    // all of it was left out
std::string closed_import(std::string_view file);  // by going elsewhere
std::string nothing_to_undo(std::string_view label);
std::string nothing_to_redo(std::string_view label);
std::string all_here_again(std::size_t count);  // who would have come back with a redo
std::string clock_ahead(UtcMs ahead_ms);
std::string how_far(UtcMs ahead_ms);  // "3 hours", "173 years"

// What is wrong, and what to do.
Error still_opening();
Error still_erasing(bool left_aside, bool unanswered);  // by the second copy
Error past_stays();
Error page_is_outdated();
Error no_such_lead();
Error lead_needs_identity();
Error loss_needs_reason();
Error own_reason_needs_words();
Error nothing_to_offer();
Error no_open_offer();
Error nothing_to_return();
Error return_needs_reason();
Error claim_needs_name();
Error no_rule_fits();
Error opt_out_stays(std::string_view name);
Error do_not_contact(std::string_view name);
Error figures_need_an_empty_book();
Error no_address_for(std::string_view name, TouchKind channel);
Error no_program_for(TouchKind channel);
Error note_is_empty();
Error tag_is_empty();
Error field_is_not_for_editing(std::string_view field);
Error no_such_criterion();
Error no_such_sub_stage();
Error criterion_needs_question();
Error nothing_to_export();
Error not_persisted();
Error file_is_empty();
Error file_is_unreadable();
Error file_is_too_large();
Error too_much_at_once();
Error file_is_no_snapshot();
Error deletions_not_confirmed(std::size_t deletions);
Error erasing_not_confirmed(std::size_t erased);
Error year_not_confirmed(int year);
Error clock_is_at_its_end();
// What was written last, by the book, and the device's clock.
Error clock_is_behind(UtcMs latest, UtcMs now, int local_offset_minutes);
Error merge_has_grown(std::string_view label);
Error sample_is_there();
Error no_sample();
Error sealer_fault(ports::Sealer::Fault fault);
Error folder_fault(ports::Folder::Fault fault, std::string_view folder);
Error erasing_is_blocked();
// Segments that could not be read (`damaged`) or are not there (`missing`).
// What is half typed: `field` as it is spoken, or nothing of a note.
Error not_saved_yet(std::string_view field, std::string_view name, std::string_view text,
                    std::string_view why);
// `text`: what was typed.
Error setting_not_saved(std::string_view text, std::string_view why);
std::string waits_in_settings();
std::string lead_was_deleted();
std::string lead_was_merged(std::string_view name);
std::string open_to_go_on();
std::string note();
std::string touch_note();
std::string waits_behind_log();
std::string reason_to_move();
std::string words_of_offer();
std::string waits_behind_offer();
std::string reason_to_return();
std::string waits_behind_return();
std::string message_text();
std::string waits_behind_write();
std::string waits_behind_move();
std::string tag();
std::string waits_behind_tag();
std::string owner();
std::string waits_behind_assign();
std::string day_of_step();
std::string waits_behind_plan();
std::string own_field();
Error changes_are_missing(std::size_t count);
// `is_any_here`: operations that could be read.
Error not_all_could_be_read(std::size_t damaged, std::size_t missing, bool is_any_here);
Error book_could_not_be_opened(const Error& cause);

}  // namespace leadlight::app::words
