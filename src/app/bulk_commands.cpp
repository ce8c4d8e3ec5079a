// Commands that work on any number of leads at once; each is one operation.
#include "app/edit_writer.h"
#include "base/text.h"
#include "score/assignment.h"

namespace leadlight::app {

namespace {

// The same change to every living lead of `leads`, said once.
template <class Change, class Say>
Result<Edit> change_all(std::span<const Id> leads, const EditContext& context, Change change,
                        Say say) {
  const Model& model = context.book.model();
  const std::vector<Row> rows = living_rows(model, leads);
  if (rows.empty()) return std::unexpected(words::no_such_lead());
  EditWriter writer(context);
  for (const Row row : rows) {
    writer.lead(model.leads().id(row));
    change(writer, row);
  }
  return writer.take(say(whom(model, rows)));
}

}  // namespace

Result<Edit> edit_for(const SetWeedOut& command, const EditContext& context) {
  return change_all(
      command.leads, context,
      [&](EditWriter& writer, Row) { writer.set(LeadField::kWeedOut, text_of(command.reason)); },
      [&](const words::Whom& whom) { return words::weeded_out(whom, command.reason); });
}

Result<Edit> edit_for(const Assign& command, const EditContext& context) {
  const std::string_view owner = trimmed(command.owner);
  return change_all(
      command.leads, context,
      [&](EditWriter& writer, Row) { writer.set(LeadField::kOwner, owner); },
      [&](const words::Whom& whom) { return words::assigned(whom, owner); });
}

Result<Edit> edit_for(const AssignByRules& command, const EditContext& context) {
  const Model& model = context.book.model();
  const score::AssignRules rules = score::assign_rules(model);
  score::Assigner assigner(rules, context.settings.marquee);
  EditWriter writer(context);
  std::vector<Row> assigned;
  for (const Row row : living_rows(model, command.leads)) {
    const std::string_view owner = assigner.owner_of(model, row);
    if (owner.empty() || owner == model.text(row, LeadField::kOwner)) continue;
    writer.lead(model.leads().id(row));
    writer.set(LeadField::kOwner, owner);
    assigned.push_back(row);
  }
  if (assigned.empty()) return std::unexpected(words::no_rule_fits());
  return writer.take(words::assigned_by_rules(whom(model, assigned)));
}

Result<Edit> edit_for(const Snooze& command, const EditContext& context) {
  const bool wakes = command.until == 0;
  const std::string until = wakes ? std::string() : std::to_string(command.until);
  const std::string day =
      wakes ? std::string() : words::day(command.until, context.now, context.local_offset_minutes);
  return change_all(
      command.leads, context,
      [&](EditWriter& writer, Row) { writer.set(LeadField::kSnoozedUntil, until); },
      [&](const words::Whom& whom) { return words::snoozed(whom, day); });
}

Result<Edit> edit_for(const SetTag& command, const EditContext& context) {
  const std::string_view tag = trimmed(command.tag);
  if (tag.empty()) return std::unexpected(words::tag_is_empty());
  const std::string field = std::string(kTagPrefix).append(tag);
  return change_all(
      command.leads, context,
      [&](EditWriter& writer, Row) { writer.set(field, command.present ? "1" : ""); },
      [&](const words::Whom& whom) { return words::tagged(whom, tag, command.present); });
}

Result<Edit> edit_for(const DeleteLeads& command, const EditContext& context) {
  return change_all(
      command.leads, context,
      [&](EditWriter& writer, Row row) { writer.set_alive(Kind::kLead, row, false); },
      [&](const words::Whom& whom) { return words::deleted(whom); });
}

Result<Edit> edit_for(const RestoreLeads& command, const EditContext& context) {
  const Model& model = context.book.model();
  EditWriter writer(context);
  std::vector<Row> rows;
  for (const Id id : command.leads) {
    const Row row = model.leads().find(id);
    // A merged lead lives with its heir.
    if (row == kNoRow || model.leads().alive(row) || !model.lead(row).known ||
        model.lead(row).heir != kNoRow)
      continue;
    writer.lead(id);
    writer.set_alive(Kind::kLead, row, true);
    rows.push_back(row);
  }
  if (rows.empty()) return std::unexpected(words::no_such_lead());
  return writer.take(words::restored(whom(model, rows)));
}

Result<Edit> edit_for(const EraseLeads& command, const EditContext& context) {
  const Model& model = context.book.model();
  EditWriter writer(context);
  std::size_t count = 0;
  for (const Id id : command.leads) {
    const Row row = model.leads().find(id);
    if (row == kNoRow || !model.lead(row).known) continue;
    // What was merged into it is of the same person.
    std::vector<Row> rows = model.merged_leads(row);
    rows.push_back(row);
    for (const Row one : rows) {
      writer.builder().begin_record(text_of(Kind::kErasure), model.leads().id(one));
      writer.set(kErasedField, "1");
    }
    ++count;
  }
  if (count == 0) return std::unexpected(words::no_such_lead());
  return writer.take(words::erased(count));
}

}  // namespace leadlight::app
