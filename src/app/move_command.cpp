// Moving leads between stages (practice A1, A2, A6).
#include "app/edit_writer.h"
#include "base/text.h"
#include "lead/handoff.h"

namespace leadlight::app {

namespace {

// In sql a lead stands in a sub-stage: the one asked for, else the one it has, else the first.
std::string sub_stage_in(const MoveToStage& command, const EditContext& context,
                         const EditWriter::Place& from) {
  if (command.to != Stage::kSql) return {};
  if (!command.sub_stage.empty()) return command.sub_stage;
  if (from.stage == Stage::kSql) return from.sub_stage;
  return context.settings.sub_stages.empty() ? std::string()
                                             : context.settings.sub_stages.front().id;
}

std::string_view name_of_place(const TeamSettings& settings, Stage stage,
                               std::string_view sub_stage) {
  for (const SubStage& one : settings.sub_stages)
    if (stage == Stage::kSql && one.id == sub_stage) return one.name;
  return label_of(stage);
}

void write_value(const MoveToStage& command, const EditContext& context, Row row,
                 EditWriter& writer) {
  if (command.value_minor.empty()) return;
  writer.set(LeadField::kValueMinor, command.value_minor);
  if (context.book.model().text(row, LeadField::kCurrency).empty())
    writer.set(LeadField::kCurrency, context.settings.default_currency);
}

// What the lead's own fields say of how it ended; the past stays in its moves.
void write_outcome(const MoveToStage& command, const EditContext& context, EditWriter& writer) {
  switch (command.to) {
    case Stage::kNew:
    case Stage::kMql:
    case Stage::kSql:
      writer.set(LeadField::kOutcome, "");
      writer.set(LeadField::kOutcomeReason, "");
      writer.set(LeadField::kClosedAt, "");
      return;
    case Stage::kCustomer:
      writer.set(LeadField::kOutcome, "won");
      writer.set(LeadField::kOutcomeReason, trimmed(command.why));
      break;
    case Stage::kNoCustomer:
      writer.set(LeadField::kOutcome, "lost");
      writer.set(LeadField::kOutcomeReason, text_of(command.reason));
      break;
  }
  writer.set_number(LeadField::kClosedAt, context.now);
  for (const LeadField plan :
       {LeadField::kNextStep, LeadField::kNextStepAt, LeadField::kSnoozedUntil,
        LeadField::kNurtureUntil, LeadField::kNurtureTrack})
    writer.set(plan, "");
}

// A move past an offer answers it, and one past none to sales is a hand-off that nobody waited for
// (practice A4). Returns the step to be written, if any.
std::optional<HandoffStep> step_with(const Model& model, Row row, Stage to) {
  if (model.lead(row).stage >= Stage::kSql) return std::nullopt;
  if (to == Stage::kSql || to == Stage::kCustomer) return HandoffStep::kAccepted;
  return handoff_of(model, row).state == HandoffState::kOffered
             ? std::optional(HandoffStep::kWithdrawn)
             : std::nullopt;
}

}  // namespace

Result<Edit> edit_for(const MoveToStage& command, const EditContext& context) {
  if (command.to == Stage::kNoCustomer) {
    if (command.reason == LossReason::kNone) return std::unexpected(words::loss_needs_reason());
    if (command.reason == LossReason::kOwn && trimmed(command.why).empty())
      return std::unexpected(words::own_reason_needs_words());
  }
  const Model& model = context.book.model();
  const std::vector<Row> rows = living_rows(model, command.leads);
  if (rows.empty()) return std::unexpected(words::no_such_lead());

  EditWriter writer(context);
  std::vector<Row> moved;
  std::string_view to_name = label_of(command.to);
  for (const Row row : rows) {
    const EditWriter::Place from{model.lead(row).stage,
                                 std::string(model.text(row, LeadField::kSubStage))};
    const EditWriter::Place to{command.to, sub_stage_in(command, context, from)};
    if (from.stage == to.stage && from.sub_stage == to.sub_stage) continue;
    const Id id = model.leads().id(row);
    writer.lead(id);
    writer.set(LeadField::kStage, text_of(to.stage));
    writer.set(LeadField::kSubStage, to.sub_stage);
    write_value(command, context, row, writer);
    write_outcome(command, context, writer);
    const std::optional<HandoffStep> step = step_with(model, row, to.stage);
    if (step == HandoffStep::kAccepted && handoff_of(model, row).state == HandoffState::kOffered &&
        to.stage == Stage::kSql)
      write_acceptance(writer, context, row);
    writer.move(id, from, to, command.to == Stage::kNoCustomer ? command.reason : LossReason::kNone,
                trimmed(command.why), writer.is_exception(row, to.stage));
    if (step) writer.handoff(row, {.step = *step});
    // A move inside of sql, or one that asks for a sub-stage, is named by the sub-stage.
    if (from.stage == to.stage || !command.sub_stage.empty())
      to_name = name_of_place(context.settings, to.stage, to.sub_stage);
    moved.push_back(row);
  }
  return writer.take(words::moved(whom(model, moved), to_name));
}

}  // namespace leadlight::app
