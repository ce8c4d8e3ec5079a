// Commands about the team's settings and its fit criteria (practice B3).
#include <algorithm>

#include "app/edit_writer.h"
#include "base/text.h"

namespace leadlight::app {

namespace {

bool has_own_criteria(const Model& model) {
  const Table& table = model.table(Kind::kCriterion);
  const Row row = model.table(Kind::kSetting).find(kTeamSettingsId);
  const ColumnIndex column = model.table(Kind::kSetting).find_column(settings_key::kOwnCriteria);
  if (row != kNoRow && column != kNoColumn && !model.text(Kind::kSetting, row, column).empty())
    return true;
  return table.alive_count() > 0;
}

void put(EditWriter& writer, const Model& model, const Criterion& criterion) {
  write_criterion(writer.builder(), model, criterion);
  const Row row = model.table(Kind::kCriterion).find(criterion.id);
  if (row != kNoRow) writer.set_alive(Kind::kCriterion, row, true);
}

// The first change of a team's criteria makes the default ones its own, in the same operation: else
// they would be gone as soon as there is one of its own (settings.h). All but the one that is
// changed.
void adopt_defaults(EditWriter& writer, const EditContext& context, Id changed) {
  const Model& model = context.book.model();
  if (has_own_criteria(model)) return;
  writer.builder().begin_record(text_of(Kind::kSetting), kTeamSettingsId);
  writer.set(settings_key::kOwnCriteria, "1");
  for (const Criterion& criterion : default_criteria())
    if (criterion.id != changed) put(writer, model, criterion);
}

}  // namespace

Result<Edit> edit_for(const SetSetting& command, const EditContext& context) {
  EditWriter writer(context);
  writer.builder().begin_record(text_of(Kind::kSetting), kTeamSettingsId);
  if (!command.key.empty() && command.key != kLifeField)
    writer.set(std::string_view(command.key), trimmed(command.value));
  return writer.take(words::changed_setting(command.key));
}

Result<Edit> edit_for(const PutCriterion& command, const EditContext& context) {
  if (trimmed(command.criterion.question).empty())
    return std::unexpected(words::criterion_needs_question());
  Criterion criterion = command.criterion;
  if (criterion.id.is_nil()) criterion.id = context.random.id();
  const bool is_new =
      !std::ranges::contains(context.settings.criteria, criterion.id, &Criterion::id);

  EditWriter writer(context);
  adopt_defaults(writer, context, criterion.id);
  put(writer, context.book.model(), criterion);
  return writer.take(words::put_criterion(trimmed(criterion.question), is_new));
}

Result<Edit> edit_for(const RemoveCriterion& command, const EditContext& context) {
  const auto found =
      std::ranges::find(context.settings.criteria, command.criterion, &Criterion::id);
  if (found == context.settings.criteria.end()) return std::unexpected(words::no_such_criterion());
  EditWriter writer(context);
  adopt_defaults(writer, context, command.criterion);
  const Table& table = context.book.model().table(Kind::kCriterion);
  const Row row = table.find(command.criterion);
  if (row != kNoRow && table.alive(row)) {
    writer.builder().begin_record(text_of(Kind::kCriterion), command.criterion);
    writer.set_alive(Kind::kCriterion, row, false);
  }
  return writer.take(words::removed_criterion(found->question));
}

}  // namespace leadlight::app
