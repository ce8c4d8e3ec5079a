// Logging a touch and what follows from it (practice C3 to C6, C9).
#include "app/edit_writer.h"
#include "base/text.h"
#include "followup/next_step.h"

namespace leadlight::app {

namespace {

void plan(EditWriter& writer, std::string_view kind, std::string_view at) {
  writer.set(LeadField::kNextStep, kind);
  writer.set(LeadField::kNextStepAt, at);
}

void write_consequences(const followup::NextStep& next, EditWriter& writer) {
  switch (next.plan) {
    case followup::Plan::kKeep: return;
    case followup::Plan::kNothing: plan(writer, "", ""); break;
    case followup::Plan::kStep:
    case followup::Plan::kGoodbye:
      plan(writer, text_of(next.channel), std::to_string(next.at));
      break;
    case followup::Plan::kNurture: plan(writer, "", ""); break;
    case followup::Plan::kStop:
      plan(writer, "", "");
      writer.set(LeadField::kDoNotContact, "1");
      break;
  }
  // Whoever has just been in touch is awake, unless this touch itself says when to come back.
  writer.set(LeadField::kSnoozedUntil, "");
  writer.set(LeadField::kNurtureUntil,
             next.plan == followup::Plan::kNurture ? std::to_string(next.at) : std::string());
}

}  // namespace

Result<Edit> edit_for(const LogTouch& command, const EditContext& context) {
  const Model& model = context.book.model();
  const Row row = living_row(model, command.lead);
  if (row == kNoRow) return std::unexpected(words::no_such_lead());
  followup::NextStep next = followup::next_step_after(model, context.settings, row, command.kind,
                                                      command.result, context.now);
  if (next.plan == followup::Plan::kNurture && command.wakes_at != 0) next.at = command.wakes_at;

  EditWriter writer(context);
  writer.lead(command.lead);
  write_consequences(next, writer);
  if (next.plan != followup::Plan::kKeep) {
    writer.set(LeadField::kNurtureTrack, command.track);
    writer.set(LeadField::kNoStepWhy, "");
  }
  writer.touch(command.lead, command.kind, command.result, trimmed(command.text),
               command.template_id);
  return writer.take(words::touched(model.name_of(row), command.kind, command.result, next,
                                    context.now, context.local_offset_minutes));
}

}  // namespace leadlight::app
