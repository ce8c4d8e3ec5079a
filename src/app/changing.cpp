// Edits, undo and redo: command -> draft -> book -> store -> derived -> what is said.
#include <algorithm>
#include <iterator>
#include <ranges>
#include <utility>

#include "app/app_impl.h"
#include "app/edit_writer.h"
#include "app/gone.h"
#include "app/mentions.h"
#include "base/sort.h"
#include "base/text.h"
#include "interchange/snapshot.h"

namespace leadlight::app {

bool App::Impl::may_change() {
  if (state.loading)
    toasts.error(words::still_opening());
  else if (state.outdated)
    toasts.error(words::page_is_outdated());
  else if (state.past)
    toasts.error(words::past_stays());
  return !state.loading && !state.outdated && !state.past;
}

EditContext App::Impl::context() const {
  return {.book = book,
          .settings = state.settings,
          .random = ports.random,
          .now = state.now,
          .local_offset_minutes = state.local_offset_minutes,
          .by = state.my_name,
          .capture_source = state.capture_source,
          .capture_event = state.capture_event,
          .points = state.points};
}

void App::Impl::run(const AddLead& command) {
  if (!may_change()) return;
  if (command.from_capture) give_draft({}, {});
  const Operation operation = apply(edit_for(command, context()));
  for (const OpRecord& record : operation.records)
    if (operation.kind_names[record.kind] == text_of(Kind::kLead)) state.last_added = record.id;
  if (operation.writes.empty()) take_drafts_back();
  if (operation.writes.empty() || !command.from_capture) return;
  // Who is no lead yet is in no list of leads: said, with the way to the reasons.
  const Row row = book.model().leads().find(state.last_added);
  if (const score::Points& points = state.points[row]; points.standing == Standing::kContact) {
    toasts.withdraw(operation.at);
    toasts.done(
        words::added_contact(book.model().name_of(row), points.fit, state.settings.minimum_fit),
        operation.at, state.last_added);
  }
}

template <class Change>
bool App::Impl::is_done(const Change& change) {
  bool can = may_change();
  if (can) {
    Result<Edit> edit = edit_for(change, context());
    can = edit.has_value();
    apply(std::move(edit));
  }
  if (!can) take_drafts_back();
  return can;
}

void App::Impl::run(const AddToLead& command) {
  give_draft({}, {});
  is_done(command);
}

void App::Impl::run(const AddNote& command) {
  give_draft(command.lead, kNoteDraft);
  is_done(command);
}

void App::Impl::run(const LogTouch& command) {
  give_draft(command.lead, kTouchDraft);
  if (command.kind == TouchKind::kEmail || command.kind == TouchKind::kLinkedin ||
      command.kind == TouchKind::kTextMessage || command.kind == TouchKind::kVoicemail)
    give_draft(command.lead, kMessageDraft);
  is_done(command);
}

void App::Impl::run(const MoveToStage& command) {
  if (!command.leads.empty()) give_draft(command.leads.front(), kMoveDraft);
  is_done(command);
}

void App::Impl::run(const OfferLeads& command) {
  if (!command.leads.empty()) give_draft(command.leads.front(), kOfferDraft);
  is_done(command);
}

void App::Impl::run(const ReturnLeads& command) {
  if (!command.leads.empty()) give_draft(command.leads.front(), kReturnDraft);
  is_done(command);
}

void App::Impl::run(const Assign& command) {
  if (!command.leads.empty()) give_draft(command.leads.front(), kAssignDraft);
  is_done(command);
}

void App::Impl::run(const PlanStep& command) {
  give_draft(command.lead, kPlanDraft);
  is_done(command);
}

// The card takes tags away beside the one that is being typed.
void App::Impl::run(const SetTag& command) {
  if (!command.leads.empty())
    if (const Id lead = command.leads.front();
        trimmed(state.draft_of(lead, kTagDraft)) == command.tag)
      give_draft(lead, kTagDraft);
  is_done(command);
}

// Somebody may have deleted or merged the lead meanwhile: what was typed waits, and is shown again.
void App::Impl::run(const EditLead& command) {
  if (living_row(book.model(), command.lead) == kNoRow && !command.fields.empty() &&
      !state.draft_of(command.lead, command.fields.front().first).empty()) {
    ++state.drafts_changed;
    return settle_drafts();
  }
  if (!may_change()) return void(++state.drafts_changed);
  std::vector<SeenWrite> seen;
  for (const Draft& draft : state.drafts)
    if (draft.lead == command.lead && !draft.given && draft.saw)
      seen.push_back({draft.field, *draft.saw});
  EditContext about = context();
  about.seen = seen;
  auto edit = edit_for(command, about);
  const bool can = edit.has_value();
  if (can)
    for (const auto& [field, value] : command.fields) {
      give_draft(command.lead, field);
      const std::string_view own = state.draft_of(command.lead, kOwnFieldDraft);
      if (field.starts_with(kCustomPrefix) &&
          trimmed(own.substr(0, own.find(kDraftBetween))) == field.substr(kCustomPrefix.size()))
        give_draft(command.lead, kOwnFieldDraft);
    }
  apply(std::move(edit));
  if (!can) ++state.drafts_changed;
}

void App::Impl::run(const EraseLeads& command) {
  if (!may_change()) return;
  auto edit = edit_for(command, context());
  if (!edit) {
    toasts.error(edit.error());
    return;
  }
  const std::vector<Id> erased = whole_people(book.model(), command.leads);
  const std::size_t notes = notes_that_name(book.model(), erased).count;
  drop_drafts_of(erased);
  to_be_erased += static_cast<std::size_t>(std::ranges::count_if(
      command.leads, [&](const Id id) { return book.model().leads().find(id) != kNoRow; }));
  Operation operation = book.commit(std::move(edit->operation), state.now);
  seen_state = book.state_hash();
  store.save(std::move(operation));  // and then all that is stored of them is written anew
  present.refresh_all();
  forget_erased();
  if (notes > 0) toasts.done(words::notes_stay(notes));
  forget_dead_leads();
}

// Labels of what was done to somebody who is erased name them.
void App::Impl::forget_erased() {
  if (book.withheld_count() == seen_withheld) return;
  seen_withheld = book.withheld_count();
  note_erased();
  if (const std::size_t gone =
          std::erase_if(state.drafts, [&](const Draft& one) { return book.is_erased(one.lead); });
      gone > 0) {
    drafts_gone += gone;
    drafts_have_changed();
  }
  toasts.clear();
  if (const std::size_t people = std::exchange(to_be_erased, 0); people + state.erasing > 0)
    erasing_begins(people);
  if (const std::size_t gone = std::exchange(drafts_gone, 0); gone > 0)
    toasts.done(words::drafts_went(gone));
  undo.change_all([&](UndoEntry& entry) {
    if (is_withheld(entry))
      entry.label = words::is_import(entry.label) ? words::erased_import() : words::erased_change();
    return std::ranges::any_of(entry.stamps, [&](const Stamp& at) { return book.knows(at); });
  });
  show_undo();
}

bool App::Impl::is_withheld(const UndoEntry& entry) const {
  return std::ranges::any_of(entry.stamps,
                             [&](const Stamp& stamp) { return book.is_withheld(stamp); });
}

Operation App::Impl::apply(Result<Edit> edit) {
  if (edit) return commit(std::move(edit->operation), edit->done, edit->replaced);
  toasts.error(edit.error());
  return {};
}

Operation App::Impl::commit(Operation draft, const words::Done& done,
                            book::Book::Replaced replaced) {
  Operation operation = book.commit(std::move(draft), state.now, replaced);
  if (operation.writes.empty()) return operation;
  seen_state = book.state_hash();
  drafts_go_with(operation.at);
  store.save(operation);
  present.refresh_after(operation);
  undo.did({.stamps = {operation.at}, .label = done.label});
  toasts.done(done.toast, operation.at);
  forget_dead_leads();
  show_undo();
  return operation;
}

namespace {

Operation with_what_it_undoes(Operation draft, const Stamp& stamp, Id id) {
  if (draft.writes.empty()) return draft;
  OperationBuilder builder;
  builder.operation() = std::move(draft);
  builder.begin_record(kUndoKind, id);
  builder.write(kUndoneField, interchange::text_from_stamp(stamp));
  return builder.take();
}

// Whether the operation brought the lead back, and did not make it.
bool was_revived(const book::Book& book, Id lead, const Stamp& stamp) {
  const Table& leads = book.model().leads();
  const ColumnIndex life = leads.find_column(kLifeField);
  return life != kNoColumn &&
         std::ranges::contains(
             book.history(static_cast<KindIndex>(Kind::kLead), leads.find(lead), life), stamp,
             &book::HistoricWrite::at);
}

// It would only say that something is no longer undone.
bool changes_nothing(const Operation& operation) {
  return std::ranges::all_of(operation.records, [&](const OpRecord& record) {
    return operation.kind_names[record.kind] == kUndoKind;
  });
}

}  // namespace

// Its operations one by one, the newest first, as one step.
void App::Impl::take_back(const UndoEntry& entry, Way way) {
  const bool undoes = way == Way::kUndo;
  UndoEntry taken_back{.stamps = {}, .label = entry.label};
  std::vector<Operation> operations;
  std::size_t left_alone = 0;
  for (const Stamp& stamp : entry.stamps | std::views::reverse) {
    const std::vector<Id> only = records_of(entry.part, stamp, book);
    if (entry.part.limit != MergedPart::Limit::kNone && only.empty()) continue;
    Operation draft = book.inverse_of(stamp, only);
    if (takes_import_back(book.operation(stamp)))
      if (const std::vector<Id> again = here_again(draft, book); !again.empty()) {
        draft = redo_of(stamp, again, book);
        left_alone += again.size();
      }
    if (changes_nothing(draft)) continue;
    if (undoes && words::is_import(entry.label))
      draft = with_what_it_undoes(std::move(draft), stamp, ports.random.id());
    draft.by = state.my_name;
    draft.label = undoes ? words::undo_label(entry.label) : words::redo_label(entry.label);
    Operation operation = book.commit(std::move(draft), state.now);
    if (operation.writes.empty()) continue;
    taken_back.stamps.push_back(operation.at);
    operations.push_back(std::move(operation));
  }
  for (const Stamp& stamp : entry.stamps) toasts.withdraw(stamp);
  if (operations.empty()) {
    toasts.refused(left_alone > 0 ? words::all_here_again(left_alone)
                   : undoes       ? words::nothing_to_undo(entry.label)
                                  : words::nothing_to_redo(entry.label));
    show_undo();
    return;
  }
  seen_state = book.state_hash();
  if (operations.size() == 1)
    present.refresh_after(operations.front());
  else
    present.refresh_all();
  store.save(std::move(operations));
  if (undoes)
    undo.undid(std::move(taken_back));
  else
    undo.redid(std::move(taken_back));
  std::string done = undoes ? words::undone(entry.label) : words::redone(entry.label);
  if (left_alone > 0) done += ". " + words::all_here_again(left_alone);
  toasts.done(done);
  forget_dead_leads();
  show_undo();
}

std::optional<TakeBackQuestion> App::Impl::weigh_take_back(const UndoEntry& entry) {
  std::vector<Stamp> stamps = entry.stamps;
  sort_stably(stamps);
  std::vector<Id> made, revived;
  if (words::is_import(entry.label) || is_withheld(entry))  // whose name is lost
    for (const Stamp& stamp : stamps) {
      const std::vector<Id> only = records_of(entry.part, stamp, book);
      if (entry.part.limit != MergedPart::Limit::kNone && only.empty()) continue;
      for (const Id lead : whose_life_changes(book.inverse_of(stamp, only)))
        if (living_row(book.model(), lead) != kNoRow)
          (was_revived(book, lead, stamp) ? revived : made).push_back(lead);
    }
  sort_stably(made);
  changed_leads = changed_since(stamps, made, book);
  if (!revived.empty()) {
    sort_stably(revived);
    std::vector<Stamp> known = book.stamps();  // when it brought them back
    std::erase_if(known, [&](const Stamp& stamp) { return stamp > stamps.back(); });
    std::ranges::move(changed_since(known, revived, book), std::back_inserter(changed_leads));
    sort_stably(changed_leads);
  }
  if (changed_leads.empty()) return std::nullopt;
  return TakeBackQuestion{entry.label, made.size() + revived.size(), changed_leads.size()};
}

void App::Impl::undo_import(const UndoEntry& entry) {
  state.take_back = weigh_take_back(entry);
  if (state.take_back) {
    to_take_back = entry;
  } else {
    undo.forget(entry.stamps);
    take_back(entry, Way::kUndo);
  }
}

void App::Impl::run(const AnswerTakeBack& command) {
  if (!std::exchange(state.take_back, std::nullopt) || command.how == AnswerTakeBack::How::kNot ||
      !may_change())
    return;
  undo.forget(to_take_back.stamps);
  if (command.how == AnswerTakeBack::How::kKeepChanged)
    to_take_back.part = without(std::move(to_take_back.part), changed_leads);
  take_back(to_take_back, Way::kUndo);
}

void App::Impl::run(const Undo&) {
  if (!may_change()) return;
  if (const UndoEntry* const entry = undo.newest_done()) undo_import(UndoEntry(*entry));
}

void App::Impl::run(const UndoOperation& command) {
  if (!may_change()) return;
  if (const UndoEntry* const entry = undo.entry_of(command.stamp))
    undo_import(UndoEntry(*entry));
  else if (book.knows(command.stamp))
    run(TakeBack{{command.stamp}});
}

// What is on the undo stack as just this is taken from there, so that it is not undone twice.
void App::Impl::run(const TakeBack& command) {
  if (!may_change()) return;
  UndoEntry entry{.stamps = command.stamps, .label = {}};
  std::erase_if(entry.stamps, [&](const Stamp& stamp) { return !book.knows(stamp); });
  if (entry.stamps.empty()) return;
  entry.label = book.head_of(entry.stamps.front()).label;
  if (entry.label.empty())
    entry.label =
        book.is_withheld(entry.stamps.front()) ? words::erased_change() : words::that_change();
  undo_import(entry);
}

void App::Impl::run(const TakeMergeBack& command) {
  if (!may_change()) return;
  const auto merge = std::ranges::find(state.merges, command.at, &Merge::at);
  if (merge == state.merges.end()) return;
  auto stamps = stamps_of(*merge, book);
  if (stamps.empty()) {
    toasts.error(words::merge_has_grown(merge->label));
    return;
  }
  undo_import({.stamps = std::move(stamps), .label = merge->label, .part = merge->part});
}

void App::Impl::run(const Redo&) {
  if (!may_change()) return;
  if (const auto entry = undo.take_undone()) take_back(*entry, Way::kRedo);
}

void App::Impl::show_undo() {
  const UndoEntry* const done = state.past ? nullptr : undo.newest_done();
  const UndoEntry* const undone = state.past ? nullptr : undo.newest_undone();
  state.can_undo = done != nullptr;
  state.can_redo = undone != nullptr;
  state.undo_label = done != nullptr ? done->label : std::string();
  state.redo_label = undone != nullptr ? undone->label : std::string();
}

}  // namespace leadlight::app
