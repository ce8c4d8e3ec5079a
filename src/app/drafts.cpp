// What is half typed: gone once the book has saved it, or who is in it was erased. Each page keeps
// its own, and takes over what pages left that are gone.
//
// On the device a draft is a line with the lead's id, the sizes of the two texts behind it (the
// field's name and what was typed), and the stamp of the write that it began over: "-" is none, "?"
// not known. Before an operation with it goes to the store, the operation's stamp is added to the
// line: whoever takes it over looks whether the book has that.
#include <algorithm>
#include <utility>

#include "app/app_impl.h"
#include "app/edit_writer.h"
#include "app/mentions.h"
#include "base/text.h"
#include "interchange/snapshot.h"

namespace leadlight::app {

namespace {

constexpr std::size_t kMost = 50;

std::string text_of_drafts(std::span<const Draft> drafts) {
  std::string text;
  for (const Draft& one : drafts)
    text += text_from_id(one.lead) + ' ' + std::to_string(one.field.size()) + ' ' +
            std::to_string(one.text.size()) + ' ' +
            (!one.saw            ? "?"
             : one.saw->is_nil() ? "-"
                                 : interchange::text_from_stamp(*one.saw)) +
            (one.given && !one.in.is_nil() ? ' ' + interchange::text_from_stamp(one.in) : "") +
            '\n' + one.field + one.text;
  return text;
}

std::vector<Draft> drafts_from_text(std::string_view text) {
  std::vector<Draft> drafts;
  const auto cut = [&](std::size_t size) {
    const std::string_view part = text.substr(0, size);
    text.remove_prefix(part.size());
    return part;
  };
  while (!text.empty()) {
    std::vector<std::string_view> head = split(cut(text.find('\n')), ' ');
    cut(1);
    head.resize(5);
    const auto lead = id_from_text(head[0]);
    const std::int64_t field = integer_from_text(head[1]).value_or(-1);
    const std::int64_t typed = integer_from_text(head[2]).value_or(-1);
    if (!lead || field < 0 || typed < 0) break;
    Draft draft{.lead = *lead, .field = {}, .text = {}};
    draft.field = cut(static_cast<std::size_t>(field));
    draft.text = cut(static_cast<std::size_t>(typed));
    if (const auto saw = interchange::stamp_from_text(head[3]); saw || head[3] == "-")
      draft.saw = saw.value_or(Stamp{});
    if (const auto in = interchange::stamp_from_text(head[4])) draft.given = true, draft.in = *in;
    drafts.push_back(std::move(draft));
  }
  return drafts;
}

// How a draft is called, and where it is found again.
struct Spoken {
  std::string name, place;
};
Spoken spoken(const Draft& draft) {
  if (draft.field == kTouchDraft) return {words::touch_note(), words::waits_behind_log()};
  if (draft.field == kMoveDraft) return {words::reason_to_move(), words::waits_behind_move()};
  if (draft.field == kOfferDraft) return {words::words_of_offer(), words::waits_behind_offer()};
  if (draft.field == kReturnDraft) return {words::reason_to_return(), words::waits_behind_return()};
  if (draft.field == kMessageDraft) return {words::message_text(), words::waits_behind_write()};
  if (draft.field == kTagDraft) return {words::tag(), words::waits_behind_tag()};
  if (draft.field == kAssignDraft) return {words::owner(), words::waits_behind_assign()};
  if (draft.field == kPlanDraft) return {words::day_of_step(), words::waits_behind_plan()};
  if (draft.field == kOwnFieldDraft) return {words::own_field(), words::open_to_go_on()};
  return {draft.field == kNoteDraft ? words::note() : spoken_field(draft.field),
          words::open_to_go_on()};
}

auto is_for(Id lead, std::string_view field) {
  return [lead, field](const Draft& one) {
    return one.lead == lead && one.field == field && !one.given;
  };
}

bool is_of_setting(const Draft& draft) {
  return draft.lead.is_nil() && draft.field.starts_with(kSettingDraft);
}

}  // namespace

std::string_view State::draft_of(Id lead, std::string_view field) const {
  const auto found = std::ranges::find_if(drafts, is_for(lead, field));
  return found == drafts.end() ? std::string_view() : std::string_view(found->text);
}

void App::Impl::run(const KeepDraft& command) {
  std::vector<Draft>& drafts = state.drafts;
  const auto found = std::ranges::find_if(drafts, is_for(command.lead, command.field));
  if (command.text.empty()) {
    if (found == drafts.end()) return;
    unsay_draft(*found);
    drafts.erase(found);
  } else if (found != drafts.end()) {
    if (found->text != command.text) unsay_draft(*found);  // it names what was typed before
    found->text = command.text;
  } else if (!book.is_erased(command.lead)) {
    drafts.push_back({.lead = command.lead, .field = command.field, .text = command.text});
    if (const Row row = book.model().leads().find(command.lead);
        row != kNoRow && is_field_draft(command.field))
      drafts.back().saw = write_in(book, row, command.field);
    if (drafts.size() > kMost) drafts.erase(drafts.begin());
  }
  ports.drafts.keep(text_of_drafts(drafts));
}

void App::Impl::run(const SetDraftAside& command) {
  const auto found = std::ranges::find_if(state.drafts, is_for(command.lead, command.field));
  if (found == state.drafts.end()) return;
  if (!is_of_setting(*found)) return say_draft(*found, command.why + ' ' + words::open_to_go_on());
  say_draft(*found, command.why);
  found->said.clear();  // that is the last of it
  state.drafts.erase(found);
  ports.drafts.keep(text_of_drafts(state.drafts));
}

void App::Impl::say_drafts_of_settings() {
  for (Draft& one : state.drafts)
    if (is_of_setting(one)) say_draft(one, words::waits_in_settings());
}

void App::Impl::drafts_have_changed() {
  ++state.drafts_changed;
  ports.drafts.keep(text_of_drafts(state.drafts));
}

// What this page has no draft of itself; the rest waits for another page.
std::string App::Impl::take_left_drafts(std::string_view left) {
  std::vector<Draft> drafts = drafts_from_text(left);
  const std::size_t before = state.drafts.size();
  std::erase_if(drafts, [&](Draft& one) {
    if (state.drafts.size() >= kMost ||
        std::ranges::any_of(state.drafts, is_for(one.lead, one.field)))
      return false;
    state.drafts.push_back(std::move(one));
    return true;
  });
  if (state.drafts.size() != before) {
    drafts_have_changed();
    if (!state.loading) {
      settle_left_drafts(before);
      watch_toasts();
      notify();
    }
  }
  return text_of_drafts(drafts);
}

// It is forgotten when the book is saved: the page may close before.
void App::Impl::give_draft(Id lead, std::string_view field) {
  const auto found = std::ranges::find_if(state.drafts, is_for(lead, field));
  if (found != state.drafts.end()) found->given = true;
}

void App::Impl::drafts_go_with(const Stamp& operation) {
  bool any = false;
  for (Draft& one : state.drafts)
    if (one.given && one.in.is_nil()) one.in = operation, any = true;
  if (any) ports.drafts.keep(text_of_drafts(state.drafts));
}

void App::Impl::take_drafts_back() {
  for (Draft& one : state.drafts)
    if (one.in.is_nil()) one.given = false;
}

void App::Impl::forget_given_drafts() {
  const auto is_saved = [this](Draft& one) {
    if (one.given) unsay_draft(one);
    return one.given;
  };
  if (std::erase_if(state.drafts, is_saved) > 0) ports.drafts.keep(text_of_drafts(state.drafts));
}

// Of those that other pages have left: what their books have saved is none any more.
void App::Impl::settle_left_drafts(std::size_t first) {
  const auto left = std::ranges::subrange(state.drafts.begin() + static_cast<std::ptrdiff_t>(first),
                                          state.drafts.end());
  const auto gone = std::ranges::remove_if(left, [&](const Draft& one) {
    return book.is_erased(one.lead) || (one.given && book.knows(one.in));
  });
  const bool any_gone = !gone.empty();
  state.drafts.erase(gone.begin(), gone.end());
  for (std::size_t i = first; i < state.drafts.size(); ++i) {
    Draft& one = state.drafts[i];
    one.given = false;
    one.in = {};
    if (is_of_setting(one))
      say_draft(one, words::waits_in_settings());
    else if (!one.lead.is_nil())
      say_draft(one, spoken(one).place);
  }
  if (any_gone) drafts_have_changed();
}

void App::Impl::drop_drafts_of(std::span<const Id> leads) {
  const Mentions mentions(book.model(), leads);
  if (const std::size_t gone = std::erase_if(state.drafts, mentions); gone > 0) {
    drafts_gone += gone;
    drafts_have_changed();
  }
  ports.drafts.look([mentions](const std::string& left) {
    std::vector<Draft> drafts = drafts_from_text(left);
    std::erase_if(drafts, mentions);
    return text_of_drafts(drafts);
  });
}

void App::Impl::before_erased(std::span<const Operation> operations) {
  std::vector<Id> erased;
  for (const Operation& operation : operations)
    for (const OpRecord& record : operation.records)
      if (operation.kind_names[record.kind] == text_of(Kind::kErasure) &&
          !book.is_erased(record.id))
        erased.push_back(record.id);
  if (erased.empty()) return;
  // Who was merged is the same person.
  const Model& model = book.model();
  to_be_erased += static_cast<std::size_t>(std::ranges::count_if(erased, [&](Id lead) {
    const Row row = model.leads().find(lead);
    return row != kNoRow && model.standing(row) == row;
  }));
  drop_drafts_of(erased);
}

void App::Impl::settle_drafts() {
  const Model& model = book.model();
  bool moved = false;
  for (Draft& draft : state.drafts) {
    const Row row = model.leads().find(draft.lead);
    if (draft.given || row == kNoRow) continue;
    if (model.leads().alive(row)) {
      if (std::exchange(draft.gone, false)) unsay_draft(draft);  // here again
      continue;
    }
    const Row heir = model.standing(row);
    if (draft.lead == state.open_lead)
      say_draft(draft, heir == row ? words::lead_was_deleted()
                                   : words::lead_was_merged(model.name_of(heir)));
    draft.gone = heir == row;
    const Id id = model.leads().id(heir);
    if (heir == row) continue;
    const auto there = std::ranges::find_if(state.drafts, is_for(id, draft.field));
    if (there == state.drafts.end()) {
      draft.lead = id;
    } else if (!is_field_draft(draft.field)) {  // both were written: the heir's has both
      if (!there->text.contains(draft.text)) there->text.append(" ").append(draft.text);
      unsay_draft(draft);
      draft.text.clear();
    } else {
      continue;
    }
    moved = true;
  }
  std::erase_if(state.drafts, [](const Draft& one) { return one.text.empty(); });
  if (moved) drafts_have_changed();
}

void App::Impl::say_draft(Draft& draft, std::string_view why) {
  const Model& model = book.model();
  const Row row = model.leads().find(draft.lead);
  const bool of_setting = is_of_setting(draft);
  if (!of_setting && (row == kNoRow || !model.lead(row).known)) return;  // of another book
  std::string text = draft.text;
  if (const std::size_t between = text.find(kDraftBetween); between != std::string::npos)
    text.replace(between, 1, ": ");
  const Error error = of_setting
                          ? words::setting_not_saved(text, why)
                          : words::not_saved_yet(spoken(draft).name, model.name_of(row), text, why);
  unsay_draft(draft);
  draft.said = error.sentence();
  toasts.error(error, Toasts::Stay::kAWhile,
               of_setting ? Id() : model.leads().id(model.standing(row)));
}

void App::Impl::unsay_draft(Draft& draft) {
  if (!draft.said.empty()) toasts.withdraw(std::exchange(draft.said, {}));
}

}  // namespace leadlight::app
