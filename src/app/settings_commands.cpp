// Commands about the team's settings, its sub-stages (practice A1) and its fit criteria (practice
// B3).
#include <algorithm>
#include <string>
#include <vector>

#include "app/edit_writer.h"
#include "base/sort.h"
#include "base/text.h"

namespace leadlight::app {

namespace {

void put(EditWriter& writer, const Model& model, const Criterion& criterion) {
  write_criterion(writer.builder(), model, criterion);
  const Row row = model.table(Kind::kCriterion).find(criterion.id);
  if (row != kNoRow) writer.set_alive(Kind::kCriterion, row, true);
}

void set_setting(EditWriter& writer, std::string_view key, std::string_view value) {
  if (!key.empty() && key != kLifeField) writer.set(key, trimmed(value));
}

// The criteria as they stand, those that `order` names first.
std::vector<Criterion> ordered(std::vector<Criterion> criteria, const std::vector<Id>& order) {
  sort_stably(criteria, {}, [&order](const Criterion& criterion) {
    return std::ranges::find(order, criterion.id) - order.begin();
  });
  for (int position = 0; Criterion & criterion : criteria) criterion.position = ++position;
  return criteria;
}

}  // namespace

Result<Edit> edit_for(const SetSetting& command, const EditContext& context) {
  const Row row = context.book.model().table(Kind::kSetting).find(kTeamSettingsId);
  const bool meets =
      command.saw && *command.saw != write_in(context.book, Kind::kSetting, row, command.key);
  EditWriter writer(context);
  writer.builder().begin_record(text_of(Kind::kSetting), kTeamSettingsId);
  if (!meets) {
    set_setting(writer, command.key, command.value);
    return writer.take(words::changed_setting(command.key));
  }
  writer.set_over(command.key, trimmed(command.value), *command.saw);
  Edit edit = writer.take(words::changed_setting(command.key));
  edit.replaced = book::Book::Replaced::kNamedOnly;
  edit.done.toast += words::both_are_kept_in_changes();
  return edit;
}

Result<Edit> edit_for(const SetSettings& command, const EditContext& context) {
  EditWriter writer(context);
  writer.builder().begin_record(text_of(Kind::kSetting), kTeamSettingsId);
  for (const auto& [key, value] : command.values) set_setting(writer, key, value);
  const std::string key = command.values.empty() ? std::string() : command.values.front().first;
  return writer.take(words::changed_setting(key));
}

// The leads that stand in it move on, so that none is left where nobody looks (A1, A2).
Result<Edit> edit_for(const RemoveSubStage& command, const EditContext& context) {
  const auto& stages = context.settings.sub_stages;
  const auto found = std::ranges::find(stages, command.id, &SubStage::id);
  if (found == stages.end()) return std::unexpected(words::no_such_sub_stage());
  EditWriter writer(context);
  writer.builder().begin_record(text_of(Kind::kSetting), kTeamSettingsId);
  writer.set(sub_stage_removed_key(command.id), "1");
  const Model& model = context.book.model();
  const Table& leads = model.leads();
  const bool has_target = std::ranges::contains(stages, command.move_leads_to, &SubStage::id) &&
                          command.move_leads_to != command.id;
  const EditWriter::Place from{Stage::kSql, command.id};
  const EditWriter::Place to{Stage::kSql, has_target ? command.move_leads_to : std::string()};
  for (Row row = 0; row < leads.size(); ++row) {
    if (!leads.alive(row) || model.lead(row).stage != Stage::kSql) continue;
    if (model.text(row, LeadField::kSubStage) != command.id) continue;
    writer.lead(leads.id(row));
    writer.set(LeadField::kSubStage, to.sub_stage);
    writer.move(leads.id(row), from, to, LossReason::kNone, words::why_sub_stage_left(found->name));
  }
  return writer.take(words::removed_sub_stage(found->name));
}

Result<Edit> edit_for(const PutCriterion& command, const EditContext& context) {
  if (trimmed(command.criterion.question).empty())
    return std::unexpected(words::criterion_needs_question());
  Criterion criterion = command.criterion;
  if (criterion.id.is_nil()) criterion.id = context.random.id();
  const bool is_new =
      !std::ranges::contains(context.settings.criteria, criterion.id, &Criterion::id);

  EditWriter writer(context);
  put(writer, context.book.model(), criterion);
  return writer.take(words::put_criterion(trimmed(criterion.question), is_new));
}

Result<Edit> edit_for(const OrderCriteria& command, const EditContext& context) {
  EditWriter writer(context);
  for (const Criterion& criterion : ordered(context.settings.criteria, command.criteria)) {
    put(writer, context.book.model(), criterion);
  }
  return writer.take(words::ordered_criteria());
}

Result<Edit> edit_for(const RemoveCriterion& command, const EditContext& context) {
  const auto found =
      std::ranges::find(context.settings.criteria, command.criterion, &Criterion::id);
  if (found == context.settings.criteria.end()) return std::unexpected(words::no_such_criterion());
  EditWriter writer(context);
  const Model& model = context.book.model();
  writer.builder().begin_record(text_of(Kind::kCriterion), command.criterion);
  const Row row = model.table(Kind::kCriterion).find(command.criterion);
  if (!is_default_criterion(model, command.criterion)) {
    writer.set_alive(Kind::kCriterion, row, false);
  } else {
    writer.set(kRemovedKey, "1");
    if (row != kNoRow) writer.set_alive(Kind::kCriterion, row, true);
  }
  return writer.take(words::removed_criterion(found->question));
}

}  // namespace leadlight::app
