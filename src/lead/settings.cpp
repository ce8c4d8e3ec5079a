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
constexpr std::string_view kHoursPrefix = "hours/";
constexpr std::string_view kHolidayPrefix = "holiday/";
constexpr std::string_view kCadencePrefix = "cadence/";
constexpr std::string_view kAnyType = "any";
constexpr std::array<std::string_view, 7> kWeekdays{"sun", "mon", "tue", "wed",
                                                    "thu", "fri", "sat"};
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

void read_hours(std::string_view weekday, std::string_view value, Calendar& calendar) {
  const auto* const found = std::ranges::find(kWeekdays, weekday);
  auto day = open_day_from_text(value);
  if (found == kWeekdays.end() || !day) return;
  calendar.week[static_cast<std::size_t>(found - kWeekdays.begin())] = *std::move(day);
}

void read_cadence(std::string_view type_text, std::string_view value, TeamSettings& settings) {
  const auto type = type_text == kAnyType ? LeadType::kUnknown : lead_type_from_text(type_text);
  auto cadence = cadence_from_text(value);
  if (type && cadence) settings.cadences[static_cast<std::size_t>(*type)] = *std::move(cadence);
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

// One that a lead still stands in stays: who removed it did not know of that lead (practice A1).
void drop_removed(SubStageDrafts& drafts, const Model& model) {
  const bool any = std::ranges::any_of(drafts, [](const auto& one) { return one.second.removed; });
  for (Row row = 0; any && row < model.leads().size(); ++row) {
    if (!model.leads().alive(row) || model.lead(row).stage != Stage::kSql) continue;
    const auto found = drafts.find(model.text(row, LeadField::kSubStage));
    if (found != drafts.end()) found->second.removed = false;
  }
  std::erase_if(drafts, [](const auto& one) { return one.second.removed; });
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
  else if (key == name::kNurtureDays)
    read_number(value, settings.nurture_days, 1, 3'650);
  else if (key == name::kDefaultCurrency)
    settings.default_currency = value;
  else if (key == name::kBusinessHours)
    settings.calendar.round_the_clock = value != "1";
  else if (key == name::kTimeZone)
    settings.time_zone = value;
  else if (const auto weekday = behind(key, kHoursPrefix))
    read_hours(*weekday, value, settings.calendar);
  else if (const auto day = day_from_iso(behind(key, kHolidayPrefix).value_or("")))
    settings.calendar.holidays.push_back(*day);
  else if (const auto type = behind(key, kCadencePrefix))
    read_cadence(*type, value, settings);
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

// Of a default criterion just what the team changed is written (kCleared: taken away).
Criterion read_criterion(const Model& model, Row row, Criterion criterion) {
  const Table& table = model.table(Kind::kCriterion);
  const auto read = [](std::string_view value, std::string& into) {
    if (!value.empty()) into = value == kCleared ? std::string_view() : value;
  };
  const auto text = [&](CriterionField field) {
    return model.text(Kind::kCriterion, row, static_cast<ColumnIndex>(field));
  };
  criterion.id = table.id(row);
  read_number(text(CriterionField::kPosition), criterion.position, -1'000'000, 1'000'000);
  read(text(CriterionField::kQuestion), criterion.question);
  read(text(CriterionField::kField), criterion.field);
  if (const auto value = text(CriterionField::kMustHave); !value.empty())
    criterion.must_have = value != kCleared;

  std::map<int, CriterionAnswer> answers;
  std::map<int, int> positions;
  for (CriterionAnswer& answer : criterion.answers) answers[answer.number] = std::move(answer);
  criterion.answers.clear();
  for (ColumnIndex column = kCriterionFieldCount; column < table.column_count(); ++column) {
    const std::string_view value = model.text(Kind::kCriterion, row, column);
    const auto part = value.empty() ? std::nullopt : answer_part(table.column_name(column));
    if (!part) continue;
    CriterionAnswer& answer = answers[part->first];
    switch (part->second) {
      case AnswerPart::kText: read(value, answer.text); break;
      case AnswerPart::kPoints: read_number(value, answer.points, -kMostPoints, kMostPoints); break;
      case AnswerPart::kMatch: read(value, answer.match); break;
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

// A default criterion's record holds what the team changed of it; taken back, it is as it was.
std::vector<Criterion> read_criteria(const Model& model, bool with_defaults) {
  std::vector<Criterion> all;
  const Table& table = model.table(Kind::kCriterion);
  std::vector<Criterion> defaults;
  if (with_defaults) defaults = default_criteria();
  const ColumnIndex removed = table.find_column(kRemovedKey);
  for (Criterion& one : defaults) {
    const Row row = table.find(one.id);
    const bool changed = row != kNoRow && table.alive(row);
    if (changed && removed != kNoColumn && table.cell(row, removed) != kNoText) continue;
    all.push_back(changed ? read_criterion(model, row, one) : one);
  }
  for (Row row = 0; row < table.size(); ++row)
    if (table.alive(row) && !std::ranges::contains(defaults, table.id(row), &Criterion::id))
      all.push_back(read_criterion(model, row, {}));
  // Changes of a default one alone, by somebody whose book had the default ones.
  std::erase_if(all, [brought = default_criteria()](const Criterion& one) {
    return one.question.empty() && std::ranges::contains(brought, one.id, &Criterion::id);
  });
  sort_stably(all, {}, [](const Criterion& one) { return std::pair{one.position, one.id}; });
  return all;
}

}  // namespace

bool has_own_criteria(const Model& model) {
  const Table& table = model.table(Kind::kSetting);
  const Row row = table.find(kTeamSettingsId);
  const ColumnIndex column = table.find_column(settings_key::kOwnCriteria);
  return row != kNoRow && column != kNoColumn && !model.text(Kind::kSetting, row, column).empty();
}

TeamSettings settings_from(const Model& model) {
  TeamSettings settings;
  settings.points = default_points();
  settings.calendar.week = default_week();
  SubStageDrafts sub_stages;
  for (SubStage& stage : default_sub_stages()) {
    std::string id = stage.id;
    sub_stages[std::move(id)].stage = std::move(stage);
  }

  const Table& table = model.table(Kind::kSetting);
  const Row row = table.find(kTeamSettingsId);
  for (ColumnIndex column = 0; row != kNoRow && column < table.column_count(); ++column) {
    const std::string_view value = model.text(Kind::kSetting, row, column);
    if (value.empty()) continue;
    read_setting(table.column_name(column), value, settings, sub_stages);
  }

  settings.criteria = read_criteria(model, !has_own_criteria(model));
  sort_stably(settings.marquee);
  std::ranges::sort(settings.calendar.holidays);
  drop_removed(sub_stages, model);
  for (auto& [id, draft] : sub_stages)
    if (!draft.stage.name.empty()) settings.sub_stages.push_back(std::move(draft.stage));
  sort_stably(settings.sub_stages, {}, &SubStage::position);
  return settings;
}

int touches_before_goodbye(const TeamSettings& settings, LeadType type) {
  const Cadence& cadence = settings.cadences[static_cast<std::size_t>(type)];
  return std::clamp(static_cast<int>(cadence.size()), 1, std::max(1, settings.touch_limit));
}

bool is_default_criterion(const Model& model, Id criterion) {
  return !has_own_criteria(model) &&
         std::ranges::contains(default_criteria(), criterion, &Criterion::id);
}

static Criterion default_criterion(const Model& model, Id id) {
  if (!has_own_criteria(model))
    for (Criterion& one : default_criteria())
      if (one.id == id) return one;
  return {};
}

void write_criterion(OperationBuilder& to, const Model& model, const Criterion& criterion) {
  to.begin_record(text_of(Kind::kCriterion), criterion.id);
  const Criterion base = default_criterion(model, criterion.id);
  const Table& table = model.table(Kind::kCriterion);
  const Row row = table.find(criterion.id);
  const auto stored = [&](std::string_view field) -> std::string_view {
    const ColumnIndex column = row == kNoRow ? kNoColumn : table.find_column(field);
    return column == kNoColumn ? std::string_view() : model.text(Kind::kCriterion, row, column);
  };
  // Nothing where what is there, or the default, says so already.
  const auto write = [&](std::string_view field, std::string_view value, std::string_view usual) {
    const std::string_view meant = value.empty() && !usual.empty() ? kCleared : value;
    if (stored(field).empty() ? meant != usual : meant != stored(field)) to.write(field, meant);
  };
  const auto names = field_names(Kind::kCriterion);
  const auto name = [&](CriterionField field) { return names[static_cast<ColumnIndex>(field)]; };
  const bool is_default = !base.question.empty();
  if (is_default) write(kRemovedKey, {}, {});
  write(name(CriterionField::kPosition), std::to_string(criterion.position),
        is_default ? std::to_string(base.position) : std::string());
  write(name(CriterionField::kQuestion), criterion.question, base.question);
  write(name(CriterionField::kField), criterion.field, base.field);
  write(name(CriterionField::kMustHave), criterion.must_have ? "1" : "", base.must_have ? "1" : "");

  const auto usual_answer = [&](int number) {
    const auto found = std::ranges::find(base.answers, number, &CriterionAnswer::number);
    return found == base.answers.end() ? CriterionAnswer{} : *found;
  };
  // A number names an answer for good, so an order of its own is kept beside it.
  const bool by_number = std::ranges::is_sorted(criterion.answers, {}, &CriterionAnswer::number);
  for (int position = 0; const CriterionAnswer& answer : criterion.answers) {
    ++position;
    const CriterionAnswer usual = usual_answer(answer.number);
    write(answer_key(answer.number, AnswerPart::kText), answer.text, usual.text);
    write(answer_key(answer.number, AnswerPart::kPoints), std::to_string(answer.points),
          usual.text.empty() ? std::string() : std::to_string(usual.points));
    write(answer_key(answer.number, AnswerPart::kMatch), answer.match, usual.match);
    write(answer_key(answer.number, AnswerPart::kPosition),
          by_number ? std::string() : std::to_string(position), {});
  }
  // Answers that are there and shall be no more.
  const auto is_kept = [&](int number) {
    return std::ranges::contains(criterion.answers, number, &CriterionAnswer::number);
  };
  for (const CriterionAnswer& usual : base.answers)
    if (!is_kept(usual.number)) write(answer_key(usual.number, AnswerPart::kText), {}, usual.text);
  for (ColumnIndex column = kCriterionFieldCount; row != kNoRow && column < table.column_count();
       ++column) {
    const auto part = answer_part(table.column_name(column));
    if (!part || is_kept(part->first) || !usual_answer(part->first).text.empty()) continue;
    if (table.cell(row, column) != kNoText) to.write(table.column_name(column), "");
  }
}

std::string points_key(TouchKind kind) { return std::string(kPointsPrefix).append(text_of(kind)); }

std::string marquee_key(std::string_view name) { return std::string(kMarqueePrefix).append(name); }

std::string hours_key(std::size_t weekday) {
  return std::string(kHoursPrefix).append(kWeekdays[weekday]);
}
std::string holiday_key(int day) {
  return std::string(kHolidayPrefix).append(iso_from_utc(day * kDayMs), 0, 10);
}

std::string cadence_key(LeadType type) {
  return std::string(kCadencePrefix).append(type == LeadType::kUnknown ? kAnyType : text_of(type));
}

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
