// Handing leads over from marketing to sales (practice A4): offering, accepting, returning, taking
// an offer back; and claiming, so that one person works a lead at a time (A5).
#include "app/edit_writer.h"
#include "base/text.h"
#include "lead/handoff.h"

namespace leadlight::app {

namespace {

// What was planned is over when somebody else has it: the queue has a clock for what comes now.
void clear_plan(EditWriter& writer) {
  for (const LeadField plan : {LeadField::kNextStep, LeadField::kNextStepAt,
                               LeadField::kSnoozedUntil, LeadField::kNurtureUntil})
    writer.set(plan, "");
}

EditWriter::Place place_of(const Model& model, Row row) {
  return {model.lead(row).stage, std::string(model.text(row, LeadField::kSubStage))};
}

bool is_offered(const Model& model, Row row) {
  return handoff_of(model, row).state == HandoffState::kOffered;
}

}  // namespace

void write_acceptance(EditWriter& writer, const EditContext& context, Row row) {
  const Model& model = context.book.model();
  const std::string_view to = text_of(model, handoff_of(model, row).offer, HandoffField::kTo);
  if (const std::string_view owner = context.by.empty() ? to : context.by; !owner.empty())
    writer.set(LeadField::kOwner, owner);
  clear_plan(writer);
}

Result<Edit> edit_for(const OfferLeads& command, const EditContext& context) {
  const Model& model = context.book.model();
  const std::string_view to = trimmed(command.to);
  const std::string_view said = trimmed(command.words);
  EditWriter writer(context);
  std::vector<Row> offered;
  const std::vector<Row> rows = living_rows(model, command.leads);
  for (const Row row : rows) {
    const EditWriter::Place from = place_of(model, row);
    if (from.stage > Stage::kMql || model.lead(row).do_not_contact) continue;
    const Id id = model.leads().id(row);
    writer.lead(id);
    writer.set(LeadField::kSnoozedUntil, "");  // or sales would not see it
    if (from.stage == Stage::kNew) {
      writer.set(LeadField::kStage, text_of(Stage::kMql));
      writer.move(id, from, {Stage::kMql, {}}, LossReason::kNone, said,
                  writer.is_exception(row, Stage::kMql));
    }
    writer.handoff(row, {.step = HandoffStep::kOffered, .to = to, .words = said});
    offered.push_back(row);
  }
  if (offered.empty())
    return std::unexpected(rows.empty() ? words::no_such_lead() : words::nothing_to_offer());
  return writer.take(words::offered(whom(model, offered), to));
}

Result<Edit> edit_for(const AcceptLeads& command, const EditContext& context) {
  const Model& model = context.book.model();
  EditWriter writer(context);
  std::vector<Row> accepted;
  const std::string first =
      context.settings.sub_stages.empty() ? std::string() : context.settings.sub_stages.front().id;
  for (const Row row : living_rows(model, command.leads)) {
    if (!is_offered(model, row)) continue;
    const Id id = model.leads().id(row);
    writer.lead(id);
    writer.set(LeadField::kStage, text_of(Stage::kSql));
    writer.set(LeadField::kSubStage, first);
    write_acceptance(writer, context, row);
    writer.move(id, place_of(model, row), {Stage::kSql, first}, LossReason::kNone,
                text_of(model, handoff_of(model, row).offer, HandoffField::kWords),
                writer.is_exception(row, Stage::kSql));
    writer.handoff(row, {.step = HandoffStep::kAccepted});
    accepted.push_back(row);
  }
  if (accepted.empty()) return std::unexpected(words::no_open_offer());
  return writer.take(words::accepted(whom(model, accepted)));
}

Result<Edit> edit_for(const ReturnLeads& command, const EditContext& context) {
  const Model& model = context.book.model();
  const std::string_view said = trimmed(command.words);
  if (command.reason == ReturnReason::kNone) return std::unexpected(words::return_needs_reason());
  if (command.reason == ReturnReason::kOwn && said.empty())
    return std::unexpected(words::own_reason_needs_words());
  EditWriter writer(context);
  std::vector<Row> returned;
  for (const Row row : living_rows(model, command.leads)) {
    const EditWriter::Place from = place_of(model, row);
    const bool is_with_sales = from.stage == Stage::kSql;
    if (!is_with_sales && !is_offered(model, row)) continue;
    const Id id = model.leads().id(row);
    writer.lead(id);
    clear_plan(writer);
    if (is_with_sales) {
      // Whoever offered it has it again.
      writer.set(LeadField::kOwner,
                 text_of(model, handoff_of(model, row).offer, HandoffField::kBy));
      writer.set(LeadField::kStage, text_of(Stage::kMql));
      writer.set(LeadField::kSubStage, "");
      writer.move(id, from, {Stage::kMql, {}}, LossReason::kNone,
                  said.empty() ? label_of(command.reason) : said);
    }
    writer.handoff(row, {.step = HandoffStep::kReturned, .reason = command.reason, .words = said});
    returned.push_back(row);
  }
  if (returned.empty()) return std::unexpected(words::nothing_to_return());
  return writer.take(words::returned(whom(model, returned), command.reason));
}

Result<Edit> edit_for(const WithdrawOffer& command, const EditContext& context) {
  const Model& model = context.book.model();
  EditWriter writer(context);
  std::vector<Row> withdrawn;
  for (const Row row : living_rows(model, command.leads)) {
    if (!is_offered(model, row)) continue;
    writer.handoff(row, {.step = HandoffStep::kWithdrawn});
    withdrawn.push_back(row);
  }
  if (withdrawn.empty()) return std::unexpected(words::no_open_offer());
  return writer.take(words::withdrew(whom(model, withdrawn)));
}

Result<Edit> edit_for(const ClaimLeads& command, const EditContext& context) {
  if (trimmed(context.by).empty()) return std::unexpected(words::claim_needs_name());
  return edit_for(Assign{command.leads, std::string(context.by)}, context);
}

}  // namespace leadlight::app
