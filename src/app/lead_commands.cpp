// Commands about one lead: adding, editing, notes, answers, plans.
#include <algorithm>
#include <array>

#include "app/edit_writer.h"
#include "base/text.h"
#include "interchange/words.h"
#include "score/assignment.h"
#include "score/score.h"

namespace leadlight::app {

namespace {

constexpr std::array kIdentity{LeadField::kFullName, LeadField::kFirstName, LeadField::kLastName,
                               LeadField::kCompany,  LeadField::kEmail,     LeadField::kPhone,
                               LeadField::kMobile};

// Fields with rules of their own: stages move, records live and die.
bool is_ruled(std::string_view field) {
  return field.empty() || field == kLifeField || field == text_of(LeadField::kStage) ||
         field == text_of(LeadField::kSubStage) || field == text_of(LeadField::kMergedInto) ||
         field == text_of(LeadField::kMergedSeen);
}

// Whether `fields[index]` names a field for the first time. One operation writes a field once.
bool is_first(const Fields& fields, std::size_t index) {
  const auto end = fields.begin() + static_cast<std::ptrdiff_t>(index);
  return std::none_of(fields.begin(), end,
                      [&](const auto& one) { return one.first == fields[index].first; });
}

// A full name that is just the first and the last follows when one of them changes; one that was
// typed apart stays. Empty: nothing follows.
std::string name_that_follows(const Model& model, Row row, const Fields& fields) {
  constexpr std::array kParts{LeadField::kFirstName, LeadField::kLastName};
  const std::string_view full = trimmed(model.text(row, LeadField::kFullName));
  std::string before, after;
  bool changes = false;
  for (const LeadField part : kParts) {
    const std::string_view now = trimmed(model.text(row, part));
    std::string_view next = now;
    for (const auto& [field, value] : fields) {
      if (field == text_of(LeadField::kFullName)) return {};
      if (field == text_of(part)) next = trimmed(value);
    }
    changes = changes || next != now;
    before.append(before.empty() || now.empty() ? "" : " ").append(now);
    after.append(after.empty() || next.empty() ? "" : " ").append(next);
  }
  return changes && !before.empty() && full == before ? after : std::string();
}

// What the capture place knows of every lead of an event (H2), unless the lead says otherwise.
void add_default(Fields& fields, LeadField field, std::string_view value) {
  if (!value.empty() && value_of(fields, field).empty())
    fields.emplace_back(text_of(field), std::string(value));
}

LeadType type_of_arrival(const AddLead& command, const Fields& fields) {
  if (const auto chosen = lead_type_from_text(value_of(fields, LeadField::kLeadType));
      chosen && *chosen != LeadType::kUnknown)
    return *chosen;
  const std::string_view source = value_of(fields, LeadField::kSource);
  if (const auto type = interchange::lead_type_from_words(source)) return *type;
  // Typed in at an event: what a badge scan would have been.
  return command.from_capture && !value_of(fields, LeadField::kEvent).empty() ? LeadType::kBadgeScan
                                                                              : LeadType::kUnknown;
}

// Practice A4: whoever comes in without an owner, where the team wants that.
void give_by_rules(Id id, Fields& fields, const EditContext& context) {
  const score::AssignRules rules = score::assign_rules(context.book.model());
  if (!rules.new_leads || !value_of(fields, LeadField::kOwner).empty()) return;
  score::Assigner assigner(rules, context.settings.marquee);
  add_default(fields, LeadField::kOwner,
              assigner.owner_of(id, [&](LeadField field) { return value_of(fields, field); }));
}

EditWriter::Place first_place(const Fields& fields, LeadType type, const TeamSettings& settings) {
  EditWriter::Place place{
      stage_from_text(value_of(fields, LeadField::kStage)).value_or(score::first_stage(type)), {}};
  if (place.stage != Stage::kSql) return place;
  place.sub_stage = value_of(fields, LeadField::kSubStage);
  if (place.sub_stage.empty() && !settings.sub_stages.empty())
    place.sub_stage = settings.sub_stages.front().id;
  return place;
}

}  // namespace

Result<Edit> edit_for(const AddLead& command, const EditContext& context) {
  Fields fields = command.fields;
  if (std::ranges::none_of(kIdentity,
                           [&](LeadField field) { return !value_of(fields, field).empty(); }))
    return std::unexpected(words::lead_needs_identity());
  if (command.from_capture) {
    add_default(fields, LeadField::kSource, context.capture_source);
    add_default(fields, LeadField::kEvent, context.capture_event);
  }
  const LeadType type = type_of_arrival(command, fields);
  if (type != LeadType::kUnknown) add_default(fields, LeadField::kLeadType, text_of(type));
  add_default(fields, LeadField::kCreatedAt, std::to_string(context.now));

  EditWriter writer(context);
  const Id id = context.random.id();
  const EditWriter::Place place = first_place(fields, type, context.settings);
  give_by_rules(id, fields, context);
  writer.lead(id);
  std::erase_if(fields, [](const auto& field) {
    return is_ruled(field.first) || trimmed(field.second).empty();
  });
  for (std::size_t i = 0; i < fields.size(); ++i)
    if (is_first(fields, i)) writer.set(fields[i].first, trimmed(fields[i].second));
  if (place.stage != Stage::kNew) {
    writer.set(LeadField::kStage, text_of(place.stage));
    writer.set(LeadField::kSubStage, place.sub_stage);
    writer.move(id, {}, place, LossReason::kNone, type == LeadType::kUnknown ? "" : label_of(type));
  }
  // Who is captured at an event has visited the booth: that is interest (B5).
  const std::string_view event = value_of(fields, LeadField::kEvent);
  if (command.from_capture && !event.empty())
    writer.touch(id, TouchKind::kBoothVisit, TouchResult::kNone, event);
  if (const std::string_view note = trimmed(command.note); !note.empty()) writer.note(id, note);
  return writer.take(words::added(name_from(fields)));
}

Result<Edit> edit_for(const AddToLead& command, const EditContext& context) {
  const Model& model = context.book.model();
  const Row row = living_row(model, command.lead);
  if (row == kNoRow) return std::unexpected(words::no_such_lead());
  EditWriter writer(context);
  writer.lead(command.lead);
  for (const auto& [name, value] : command.fields) {
    const auto field = lead_field_from_text(name);
    if (field && !is_ruled(name) && model.text(row, *field).empty())
      writer.set(*field, trimmed(value));
  }
  writer.set(LeadField::kSnoozedUntil, "");  // whoever has just been here is awake
  const LeadType type = lead_type_from_text(value_of(command.fields, LeadField::kLeadType))
                            .value_or(LeadType::kUnknown);
  if (!context.capture_event.empty())
    writer.touch(command.lead, TouchKind::kBoothVisit, TouchResult::kNone, context.capture_event);
  if (asks_for_sales(type))
    writer.touch(command.lead, TouchKind::kQuoteRequested, TouchResult::kNone, label_of(type));
  if (const std::string_view note = trimmed(command.note); !note.empty())
    writer.note(command.lead, note);
  return writer.take(words::added_to(model.name_of(row)));
}

Result<Edit> edit_for(const EditLead& command, const EditContext& context) {
  const Model& model = context.book.model();
  const Row row = living_row(model, command.lead);
  if (row == kNoRow) return std::unexpected(words::no_such_lead());
  EditWriter writer(context);
  writer.lead(command.lead);
  // Whatever somebody else wrote since a person began to type was not seen: it stays beside it.
  const auto seen_in = [&](std::string_view field) {
    const auto seen = std::ranges::find(context.seen, field, &SeenWrite::field);
    return seen == context.seen.end() ? write_in(context.book, row, field) : seen->at;
  };
  const bool meets = std::ranges::any_of(context.seen, [&](const SeenWrite& seen) {
    return seen.at != write_in(context.book, row, seen.field);
  });
  const auto set = [&](std::string_view field, std::string_view value) {
    if (meets)
      writer.set_over(field, value, seen_in(field));
    else
      writer.set(field, value);
  };
  if (const std::string name = name_that_follows(model, row, command.fields); !name.empty())
    set(text_of(LeadField::kFullName), name);
  for (std::size_t i = 0; i < command.fields.size(); ++i) {
    const auto& [name, value] = command.fields[i];
    if (is_ruled(name)) return std::unexpected(words::field_is_not_for_editing(spoken_field(name)));
    if (name == text_of(LeadField::kDoNotContact) && trimmed(value).empty() &&
        model.lead(row).do_not_contact)
      return std::unexpected(words::opt_out_stays(model.name_of(row)));
    if (is_first(command.fields, i)) set(name, trimmed(value));
  }
  const std::string only_field =
      command.fields.size() == 1 ? spoken_field(command.fields.front().first) : std::string();
  Edit edit = writer.take(words::edited(model.name_of(row), command.fields.size(), only_field));
  if (meets) {
    edit.replaced = book::Book::Replaced::kNamedOnly;
    edit.done.toast += words::both_are_kept();
  }
  return edit;
}

namespace {

// What belongs to no lead: settings, criteria, campaigns.
Result<Edit> chosen_of_team(const ChooseConcurrent& command, const EditContext& context) {
  const Row row = context.book.model().table(command.kind).find(command.record);
  if (row == kNoRow || command.field.empty() || command.field == kLifeField)
    return std::unexpected(words::field_is_not_for_editing(command.field));
  EditWriter writer(context);
  writer.builder().begin_record(text_of(command.kind), command.record);
  writer.settle(row, command.field, command.value, command.kind);
  return writer.take(words::changed_setting(command.field));
}

}  // namespace

Result<Edit> edit_for(const ChooseConcurrent& command, const EditContext& context) {
  const Model& model = context.book.model();
  if (command.kind != Kind::kLead) return chosen_of_team(command, context);
  const Row row = living_row(model, command.record);
  if (row == kNoRow) return std::unexpected(words::no_such_lead());
  if (command.field.empty() || command.field == kLifeField ||
      command.field == text_of(LeadField::kMergedInto))
    return std::unexpected(words::field_is_not_for_editing(command.field));
  EditWriter writer(context);
  writer.lead(command.record);
  writer.settle(row, command.field, command.value);
  if (command.field == text_of(LeadField::kStage)) {
    const EditWriter::Place from{model.lead(row).stage,
                                 std::string(model.text(row, LeadField::kSubStage))};
    const Stage to = stage_from_text(command.value).value_or(Stage::kNew);
    const bool keeps_sub_stage = to == Stage::kSql || from.sub_stage.empty();
    if (!keeps_sub_stage) writer.settle(row, text_of(LeadField::kSubStage), {});
    if (to != from.stage)
      writer.move(command.record, from, {to, to == Stage::kSql ? from.sub_stage : std::string()},
                  LossReason::kNone, {});
  }
  return writer.take(words::chose(model.name_of(row), spoken_field(command.field)));
}

Result<Edit> edit_for(const AddNote& command, const EditContext& context) {
  const Model& model = context.book.model();
  const Row row = living_row(model, command.lead);
  if (row == kNoRow) return std::unexpected(words::no_such_lead());
  const std::string_view text = trimmed(command.text);
  if (text.empty()) return std::unexpected(words::note_is_empty());
  EditWriter writer(context);
  writer.note(command.lead, text);
  return writer.take(words::noted(model.name_of(row)));
}

Result<Edit> edit_for(const AnswerCriterion& command, const EditContext& context) {
  const Model& model = context.book.model();
  const Row row = living_row(model, command.lead);
  if (row == kNoRow) return std::unexpected(words::no_such_lead());
  const auto criterion =
      std::ranges::find(context.settings.criteria, command.criterion, &Criterion::id);
  if (criterion == context.settings.criteria.end())
    return std::unexpected(words::no_such_criterion());
  EditWriter writer(context);
  writer.lead(command.lead);
  writer.set(std::string(kFitPrefix).append(text_from_id(command.criterion)),
             command.answer == 0 ? std::string() : std::to_string(command.answer));
  return writer.take(words::answered(model.name_of(row), criterion->question));
}

Result<Edit> edit_for(const PlanStep& command, const EditContext& context) {
  const Model& model = context.book.model();
  const Row row = living_row(model, command.lead);
  if (row == kNoRow) return std::unexpected(words::no_such_lead());
  const std::string name = model.name_of(row);
  const bool clears = command.at == 0;
  if (!clears && model.lead(row).do_not_contact)
    return std::unexpected(words::do_not_contact(name));
  EditWriter writer(context);
  writer.lead(command.lead);
  writer.set(LeadField::kNextStep, clears ? std::string_view() : text_of(command.kind));
  writer.set(LeadField::kNextStepAt, clears ? std::string() : std::to_string(command.at));
  writer.set(LeadField::kNoStepWhy, clears ? trimmed(command.why) : std::string_view());
  if (!clears) writer.set(LeadField::kSnoozedUntil, "");  // or it would not show when it is due
  return writer.take(words::planned(
      name, command.kind,
      clears ? std::string() : words::day(command.at, context.now, context.local_offset_minutes)));
}

}  // namespace leadlight::app
