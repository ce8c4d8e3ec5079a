// The answers of a fit criterion: text, points, the rule by which a field gives them, and how many
// leads each one has.
#include <algorithm>
#include <array>
#include <utility>

#include "base/format.h"
#include "base/text.h"
#include "ui/views/settings_criterion.h"
#include "ui/views/settings_sections.h"
#include "ui/views/words.h"
#include "ui/views/words_of_settings.h"

namespace leadlight::ui {

namespace {

constexpr float kPointsWidth = 72;
constexpr float kCountWidth = 64;
constexpr float kGap = 8;
constexpr float kFaultHeight = 20;
constexpr float kWideRow = 480;
constexpr int kMostPoints = 1000;
constexpr std::size_t kMostBytesOfText = 200;
constexpr std::size_t kMostBytesOfRule = 2000;

// Where the parts of one answer stand. Narrow: text and menu, below them points and rule.
struct Places {
  Rect text, points, rule, count, more;
};

Places places_in(const Ui& ui, Rect row, bool has_rule) {
  const float height = ui.control_height();
  Places places;
  Rect line = row.cut_top(height, kGap);
  places.more = line.cut_right(height, 4);
  if (row.w >= kWideRow) {
    if (has_rule) places.count = line.cut_right(kCountWidth, kGap);
    places.text = line.cut_left(has_rule ? line.w * 0.38F : line.w - kPointsWidth - kGap, kGap);
    places.points = line.cut_left(kPointsWidth, kGap);
    if (has_rule) places.rule = line;
    return places;
  }
  places.text = line;
  Rect below = row.cut_top(height);
  places.points = below.cut_left(kPointsWidth, kGap);
  if (has_rule) {
    places.count = below.cut_right(kCountWidth, kGap);
    places.rule = below;
  }
  return places;
}

float row_height(const Ui& ui, float width) {
  return width >= kWideRow ? ui.control_height() + kGap : 2 * (ui.control_height() + kGap) + 8;
}

// One answer's fields under the keys of what is typed.
struct AnswerKeys {
  AnswerKeys(const Criterion& criterion, int number)
      : text(answer_field_key(criterion, number, AnswerPart::kText)),
        points(answer_field_key(criterion, number, AnswerPart::kPoints)),
        rule(answer_field_key(criterion, number, AnswerPart::kMatch)) {}
  std::string text, points, rule;
};

std::string text_fault(const Criterion& criterion, int number, std::string_view typed) {
  if (typed.size() > kMostBytesOfText) return std::string(words::kQuestionIsTooLong);
  const std::string fold = folded(typed);
  const bool there = std::ranges::any_of(criterion.answers, [&](const CriterionAnswer& answer) {
    return answer.number != number && folded(answer.text) == fold;
  });
  return there ? std::string(words::kAnswerIsThere) : std::string();
}

std::string points_fault(std::string_view typed) {
  const auto points = whole_from_typed(typed);
  if (points && std::abs(*points) <= kMostPoints) return {};
  return "Please write a whole number from −1,000 to 1,000.";
}

struct AnswerChecks {
  Check text, points, rule;
};
AnswerChecks checks_of(const Criterion& criterion, int number) {
  return {[&criterion, number](std::string_view typed) {
            return typed.empty() ? std::string(words::kAnswerIsMissing)
                                 : text_fault(criterion, number, typed);
          },
          points_fault,
          [](std::string_view typed) {
            return typed.size() > kMostBytesOfRule ? std::string(words::kRuleIsTooLong)
                                                   : rule_fault(typed);
          }};
}

void draw_header(Ui& ui, Group& group, bool has_rule) {
  const Rect row = group.bare_row(20);
  if (row.w < kWideRow) return;
  const Places places = places_in(ui, row, has_rule);
  const auto put = [&](Rect place, std::string_view text) {
    text_line(ui, {place.x, row.y, place.w, 16}, text, kSmallStrong, ui.colours.ink2, Align::kLeft,
              Voice::kSilent);
  };
  put(places.text, words::kAnswer);
  put(places.points, words::kAnswerPoints);
  if (has_rule) put(places.rule, words::kMatches);
}

// Returns whether something was chosen.
bool draw_menu(Ui& ui, Rect place, Criterion& criterion, std::size_t index) {
  std::vector<CriterionAnswer>& answers = criterion.answers;
  const std::string label = formatted("More for {}", answers[index].text);
  if (button(ui, "more", place, label,
             {.look = ButtonLook::kQuiet, .icon = Icon::kMore, .icon_only = true}))
    open_menu(ui, "menu", place);
  const std::array items{
      MenuItem{.id = "up", .label = words::kMoveUp, .icon = Icon::kArrowUp, .disabled = index == 0},
      MenuItem{.id = "down",
               .label = words::kMoveDown,
               .icon = Icon::kArrowDown,
               .disabled = index + 1 == answers.size()},
      MenuItem{.id = "remove",
               .label = words::kRemove,
               .icon = Icon::kTrash,
               .danger = true,
               .separator_before = true}};
  switch (menu(ui, "menu", "Change this answer", items)) {
    case 0: std::swap(answers[index], answers[index - 1]); return true;
    case 1: std::swap(answers[index], answers[index + 1]); return true;
    case 2: answers.erase(answers.begin() + static_cast<std::ptrdiff_t>(index)); return true;
    default: return false;
  }
}

// The answer's fields; true if one has a new value.
bool draw_fields(Form& form, const Places& places, Rect fault_at, const Criterion& criterion,
                 CriterionAnswer& answer) {
  Ui& ui = form.ui;
  const AnswerKeys keys(criterion, answer.number);
  const AnswerChecks checks = checks_of(criterion, answer.number);
  const auto field = [&](Rect place, std::string_view key, std::string_view label,
                         std::string_view value, std::string_view placeholder, const Check& check) {
    const std::string fault = setting_fault(form.view, key, check);
    const FieldSpec spec{
        .placeholder = placeholder, .error = fault, .hide_label = true, .error_at = fault_at};
    return setting_field(ui, form.view, place, {key, label, value, spec}, check);
  };
  const std::string points_label = formatted("Points for {}", answer.text);
  const std::string rule_label = formatted("Rule for {}", answer.text);
  const std::string points_text = std::to_string(answer.points);
  const auto text = field(places.text, keys.text, words::kAnswer, answer.text, {}, checks.text);
  const auto points =
      field(places.points, keys.points, points_label, points_text, {}, checks.points);
  std::optional<std::string> rule;
  if (places.rule.w > 0)
    rule =
        field(places.rule, keys.rule, rule_label, answer.match, words::kByHandShort, checks.rule);
  if (text) answer.text = *text;
  if (points) answer.points = whole_from_typed(*points).value_or(answer.points);
  if (rule) answer.match = *rule;
  return text || points || rule;
}

bool any_fault(const SettingsView& view, const Criterion& criterion, int number) {
  const AnswerKeys keys(criterion, number);
  const AnswerChecks checks = checks_of(criterion, number);
  return !setting_fault(view, keys.text, checks.text).empty() ||
         !setting_fault(view, keys.points, checks.points).empty() ||
         !setting_fault(view, keys.rule, checks.rule).empty();
}

bool draw_answer(Form& form, Group& group, Criterion& criterion, std::size_t index,
                 const AnswerCounts* counts) {
  Ui& ui = form.ui;
  CriterionAnswer& answer = criterion.answers[index];
  const bool fault = any_fault(form.view, criterion, answer.number);
  const float height = row_height(ui, group.inner_width());
  const Rect row = group.bare_row(height + (fault ? kFaultHeight : 0));
  ImGui::PushID(answer.number);
  bool changed = false;
  {
    Scope item(ui, "answer", a11y::Role::kListItem, answer.text, row);
    const Places places = places_in(ui, row, !criterion.field.empty());
    changed = draw_fields(form, places, {row.x, row.bottom() - kFaultHeight - 2, row.w, 16},
                          criterion, answer);
    if (counts != nullptr && index < counts->by_answer.size())
      text_line(ui, places.count,
                words::count(counts->by_answer[index]) + (counts->done ? "" : "…"), kSmall,
                ui.colours.ink2, Align::kRight);
    changed = draw_menu(ui, places.more, criterion, index) || changed;
  }
  ImGui::PopID();
  return changed;
}

// Never one that an answer has had: leads that were answered by hand hold it.
int next_number(const Model& model, const Criterion& criterion) {
  constexpr std::string_view kPrefix = "answer/";
  int last = 0;
  for (const CriterionAnswer& answer : criterion.answers) last = std::max(last, answer.number);
  const Table& table = model.table(Kind::kCriterion);
  for (ColumnIndex column = kCriterionFieldCount; column < table.column_count(); ++column) {
    std::string_view name = table.column_name(column);
    if (!name.starts_with(kPrefix)) continue;
    name.remove_prefix(kPrefix.size());
    const auto number = integer_from_text(name.substr(0, name.find('/')));
    if (number && *number > last && *number < 900) last = static_cast<int>(*number);
  }
  return last + 1;
}

bool draw_new_answer(Form& form, Group& group, Criterion& criterion) {
  Ui& ui = form.ui;
  const std::string key = criterion_key(criterion, "new-answer");
  const Check check = [&](std::string_view typed) {
    return typed.empty() ? std::string() : text_fault(criterion, 0, typed);
  };
  const std::string fault = setting_fault(form.view, key, check);
  FieldSpec spec{
      .placeholder = words::kNewAnswer, .error = fault, .hide_label = true, .icon = Icon::kPlus};
  const float height = field_height(ui, spec);
  Rect row = group.bare_row(height + 12);
  row.h = height;
  const auto text = setting_field(ui, form.view, row, {key, words::kNewAnswer, {}, spec}, check);
  if (!text || text->empty()) return false;
  criterion.answers.push_back({next_number(*ui.state.model, criterion), *text, 0, {}});
  return true;
}

// The criterion with its rules as they are typed, for counting.
Criterion as_typed(const SettingsView& view, Criterion criterion) {
  for (CriterionAnswer& answer : criterion.answers)
    answer.match = setting_text(
        view, answer_field_key(criterion, answer.number, AnswerPart::kMatch), answer.match);
  return criterion;
}

void draw_help(Form& form, Group& group, const Criterion& criterion, const AnswerCounts& counts) {
  Ui& ui = form.ui;
  std::string text(criterion.field.empty() ? std::string_view() : words::kRuleHelp);
  if (counts.done && counts.total > 0) {
    if (!text.empty()) text += ' ';
    text += formatted("{} of {} leads and contacts have an answer.", words::count(counts.answered),
                      words::count(counts.total));
  }
  const float height = text_height(ui, group.inner_width(), text, kSmall);
  const Rect row = group.bare_row(height + 12);
  text_block(ui, {row.x, row.y, row.w, height}, text, kSmall, ui.colours.ink2);
}

}  // namespace

bool draw_criterion_answers(Form& form, Group& group, Criterion& criterion) {
  Ui& ui = form.ui;
  const AnswerCounts& counts = answers_of(ui, form.view, as_typed(form.view, criterion));
  draw_header(ui, group, !criterion.field.empty());
  bool changed = false;
  {
    Scope list(ui, "answers", a11y::Role::kList, words::kAnswers);
    for (std::size_t i = 0; i < criterion.answers.size(); ++i)
      changed = draw_answer(form, group, criterion, i, &counts) || changed;
  }
  changed = draw_new_answer(form, group, criterion) || changed;
  draw_help(form, group, criterion, counts);
  return changed;
}

}  // namespace leadlight::ui
