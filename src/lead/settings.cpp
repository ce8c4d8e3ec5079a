#include "lead/settings.h"

#include <algorithm>
#include <map>
#include <optional>

#include "base/sort.h"
#include "base/text.h"

namespace leadlight {

namespace {

constexpr std::string_view kPointsPrefix = "points/";
constexpr std::string_view kMarqueePrefix = "marquee/";
constexpr std::string_view kSubStagePrefix = "sub_stage/";
constexpr std::string_view kAnswerPrefix = "answer/";
constexpr std::array<std::string_view, 4> kAnswerParts{"text", "points", "match", "position"};
constexpr int kMostPoints = 10'000;
constexpr int kMostAnswers = 1'000;

std::optional<int> whole_number(std::string_view text, int least, int most) {
  const auto value = integer_from_text(text);
  if (!value) return std::nullopt;
  return static_cast<int>(std::clamp<std::int64_t>(*value, least, most));
}

// "a/b" of a key "<prefix>a/b", or nothing.
std::optional<std::string_view> behind(std::string_view key, std::string_view prefix) {
  if (!key.starts_with(prefix)) return std::nullopt;
  return key.substr(prefix.size());
}

void read_number(std::string_view value, int& number, int least, int most) {
  number = whole_number(value, least, most).value_or(number);
}

void read_points(std::string_view kind_text, std::string_view value, TeamSettings& settings) {
  const auto kind = touch_kind_from_text(kind_text);
  if (kind)
    read_number(value, settings.points[static_cast<std::size_t>(*kind)], -kMostPoints, kMostPoints);
}

// Sub-stages as they come together, key by key.
struct SubStageDraft {
  SubStage stage;
  bool removed = false;
};
using SubStageDrafts = std::map<std::string, SubStageDraft, std::less<>>;

void read_sub_stage(std::string_view key, std::string_view value, SubStageDrafts& drafts) {
  constexpr int kBehindAllOthers = 1'000'000;
  const std::size_t slash = key.rfind('/');
  if (slash == std::string_view::npos || slash == 0) return;
  const std::string id(key.substr(0, slash));
  const std::string_view part = key.substr(slash + 1);
  auto [found, is_new] = drafts.try_emplace(id);
  SubStageDraft& draft = found->second;
  if (is_new) draft.stage = {id, {}, kBehindAllOthers};
  if (part == "name")
    draft.stage.name = value;
  else if (part == "position")
    read_number(value, draft.stage.position, -kBehindAllOthers, kBehindAllOthers);
  else if (part == "removed")
    draft.removed = true;
}

void read_setting(std::string_view key, std::string_view value, TeamSettings& settings,
                  SubStageDrafts& sub_stages) {
  namespace name = settings_key;
  constexpr int kMostMinutes = 366 * 24 * 60;
  if (key == name::kTeamName)
    settings.team_name = value;
  else if (key == name::kMinimumFit)
    read_number(value, settings.minimum_fit, -kMostPoints, kMostPoints);
  else if (key == name::kNoAnswerPoints)
    read_number(value, settings.no_answer_points, -kMostPoints, kMostPoints);
  else if (key == name::kMarqueePoints)
    read_number(value, settings.marquee_points, -kMostPoints, kMostPoints);
  else if (key == name::kHalfLifeDays)
    read_number(value, settings.half_life_days, 0, 36'500);
  else if (key == name::kSalesPercent)
    read_number(value, settings.sales_percent, 0, 100);
  else if (key == name::kWatchPercent)
    read_number(value, settings.watch_percent, 0, 100);
  else if (key == name::kGoalMinutes)
    read_number(value, settings.goal_minutes, 1, kMostMinutes);
  else if (key == name::kLimitMinutes)
    read_number(value, settings.limit_minutes, 1, kMostMinutes);
  else if (key == name::kDelayMinutes)
    read_number(value, settings.delay_minutes, 0, kMostMinutes);
  else if (key == name::kTouchLimit)
    read_number(value, settings.touch_limit, 1, 1'000);
  else if (key == name::kDefaultCurrency)
    settings.default_currency = value;
  else if (const auto kind = behind(key, kPointsPrefix))
    read_points(*kind, value, settings);
  else if (const auto account = behind(key, kMarqueePrefix))
    settings.marquee.emplace_back(*account);
  else if (const auto stage = behind(key, kSubStagePrefix))
    read_sub_stage(*stage, value, sub_stages);
}

// The number and the part that "answer/<number>/<part>" names.
std::optional<std::pair<int, AnswerPart>> answer_part(std::string_view key) {
  const auto rest = behind(key, kAnswerPrefix);
  if (!rest) return std::nullopt;
  const std::size_t slash = rest->find('/');
  if (slash == std::string_view::npos) return std::nullopt;
  const auto number = integer_from_text(rest->substr(0, slash));
  const auto* const part = std::ranges::find(kAnswerParts, rest->substr(slash + 1));
  if (!number || *number < 1 || *number > kMostAnswers || part == kAnswerParts.end())
    return std::nullopt;
  return std::pair{static_cast<int>(*number), static_cast<AnswerPart>(part - kAnswerParts.begin())};
}

Criterion read_criterion(const Model& model, Row row) {
  const Table& table = model.table(Kind::kCriterion);
  const auto text = [&](CriterionField field) {
    return model.text(Kind::kCriterion, row, static_cast<ColumnIndex>(field));
  };
  Criterion criterion;
  criterion.id = table.id(row);
  read_number(text(CriterionField::kPosition), criterion.position, -1'000'000, 1'000'000);
  criterion.question = text(CriterionField::kQuestion);
  criterion.field = text(CriterionField::kField);
  criterion.must_have = !text(CriterionField::kMustHave).empty();

  std::map<int, CriterionAnswer> answers;
  std::map<int, int> positions;
  for (ColumnIndex column = kCriterionFieldCount; column < table.column_count(); ++column) {
    const std::string_view value = model.text(Kind::kCriterion, row, column);
    const auto part = value.empty() ? std::nullopt : answer_part(table.column_name(column));
    if (!part) continue;
    CriterionAnswer& answer = answers[part->first];
    switch (part->second) {
      case AnswerPart::kText: answer.text = value; break;
      case AnswerPart::kPoints: read_number(value, answer.points, -kMostPoints, kMostPoints); break;
      case AnswerPart::kMatch: answer.match = value; break;
      case AnswerPart::kPosition:
        read_number(value, positions[part->first], -1'000'000, 1'000'000);
        break;
    }
  }
  for (auto& [number, answer] : answers) {
    answer.number = number;
    if (!answer.text.empty()) criterion.answers.push_back(std::move(answer));
  }
  sort_stably(criterion.answers, {}, [&positions](const CriterionAnswer& answer) {
    const auto known = positions.find(answer.number);
    return known == positions.end() ? answer.number : known->second;
  });
  return criterion;
}

std::vector<Criterion> read_criteria(const Model& model) {
  std::vector<Criterion> all;
  const Table& table = model.table(Kind::kCriterion);
  for (Row row = 0; row < table.size(); ++row)
    if (table.alive(row)) all.push_back(read_criterion(model, row));
  sort_stably(all, {}, [](const Criterion& one) { return std::pair{one.position, one.id}; });
  return all;
}

}  // namespace

TeamSettings settings_from(const Model& model) {
  TeamSettings settings;
  settings.points = default_points();
  settings.criteria = read_criteria(model);
  SubStageDrafts sub_stages;
  for (SubStage& stage : default_sub_stages()) {
    std::string id = stage.id;
    sub_stages[std::move(id)].stage = std::move(stage);
  }

  bool own_criteria = !settings.criteria.empty();
  const Table& table = model.table(Kind::kSetting);
  const Row row = table.find(kTeamSettingsId);
  for (ColumnIndex column = 0; row != kNoRow && column < table.column_count(); ++column) {
    const std::string_view value = model.text(Kind::kSetting, row, column);
    if (value.empty()) continue;
    read_setting(table.column_name(column), value, settings, sub_stages);
    if (table.column_name(column) == settings_key::kOwnCriteria) own_criteria = true;
  }

  if (!own_criteria) settings.criteria = default_criteria();
  sort_stably(settings.marquee);
  for (auto& [id, draft] : sub_stages)
    if (!draft.removed && !draft.stage.name.empty())
      settings.sub_stages.push_back(std::move(draft.stage));
  sort_stably(settings.sub_stages, {}, &SubStage::position);
  return settings;
}

void write_criterion(OperationBuilder& to, const Model& model, const Criterion& criterion) {
  to.begin_record(text_of(Kind::kCriterion), criterion.id);
  const auto names = field_names(Kind::kCriterion);
  const auto write = [&](CriterionField field, std::string_view value) {
    to.write(names[static_cast<ColumnIndex>(field)], value);
  };
  write(CriterionField::kPosition, std::to_string(criterion.position));
  write(CriterionField::kQuestion, criterion.question);
  write(CriterionField::kField, criterion.field);
  write(CriterionField::kMustHave, criterion.must_have ? "1" : "");
  const Table& table = model.table(Kind::kCriterion);
  const Row row = table.find(criterion.id);
  // A number names an answer for good, so an order of its own is kept beside it.
  const bool by_number = std::ranges::is_sorted(criterion.answers, {}, &CriterionAnswer::number);
  for (int position = 0; const CriterionAnswer& answer : criterion.answers) {
    ++position;
    to.write(answer_key(answer.number, AnswerPart::kText), answer.text);
    to.write(answer_key(answer.number, AnswerPart::kPoints), std::to_string(answer.points));
    to.write(answer_key(answer.number, AnswerPart::kMatch), answer.match);
    const std::string key = answer_key(answer.number, AnswerPart::kPosition);
    if (!by_number)
      to.write(key, std::to_string(position));
    else if (row != kNoRow && table.find_column(key) != kNoColumn)
      to.write(key, "");
  }
  // Answers that are there and shall be no more.
  for (ColumnIndex column = kCriterionFieldCount; row != kNoRow && column < table.column_count();
       ++column) {
    const auto part = answer_part(table.column_name(column));
    const bool kept =
        part && std::ranges::contains(criterion.answers, part->first, &CriterionAnswer::number);
    if (part && !kept && table.cell(row, column) != kNoText)
      to.write(table.column_name(column), "");
  }
}

std::string points_key(TouchKind kind) { return std::string(kPointsPrefix).append(text_of(kind)); }

std::string marquee_key(std::string_view name) { return std::string(kMarqueePrefix).append(name); }

static std::string sub_stage_key(std::string_view id, std::string_view part) {
  return std::string(kSubStagePrefix).append(id).append("/").append(part);
}
std::string sub_stage_name_key(std::string_view id) { return sub_stage_key(id, "name"); }
std::string sub_stage_position_key(std::string_view id) { return sub_stage_key(id, "position"); }
std::string sub_stage_removed_key(std::string_view id) { return sub_stage_key(id, "removed"); }

std::string answer_key(int number, AnswerPart part) {
  return std::string(kAnswerPrefix)
      .append(std::to_string(number))
      .append("/")
      .append(kAnswerParts[static_cast<std::size_t>(part)]);
}

}  // namespace leadlight
