#include "score/fit.h"

#include <algorithm>

#include "base/text.h"

namespace leadlight::score {

FitRules::FitRules(const Model& model, const std::vector<Criterion>& criteria) : model_(model) {
  rules_.reserve(criteria.size());
  for (const Criterion& criterion : criteria) {
    Rule& rule = rules_.emplace_back();
    rule.criterion = &criterion;
    rule.hand_column_name = std::string(kFitPrefix) + text_from_id(criterion.id);
    for (const CriterionAnswer& answer : criterion.answers) {
      rule.matches.emplace_back(answer.match);
      rule.any_positive = rule.any_positive || answer.points > 0;
    }
  }
  find_columns();
}

// Columns appear when the first lead has a value in them, so they are looked for again as they
// grow.
void FitRules::find_columns() {
  const Table& leads = model_.leads();
  if (columns_seen_ == leads.column_count()) return;
  columns_seen_ = leads.column_count();
  for (Rule& rule : rules_) {
    rule.hand_column = leads.find_column(rule.hand_column_name);
    const std::string& field = rule.criterion->field;
    rule.field_column = field.empty() ? kNoColumn : leads.find_column(field);
  }
}

std::int32_t FitRules::matching_answer(const Rule& rule, TextId text) const {
  const std::string_view value = model_.texts().view(text);
  for (std::size_t i = 0; i < rule.matches.size(); ++i) {
    if (rule.matches[i].matches(value)) return static_cast<std::int32_t>(i);
  }
  return -1;
}

FitRules::Found FitRules::find(Row lead, std::size_t criterion) {
  find_columns();
  Rule& rule = rules_[criterion];
  const Table& leads = model_.leads();
  const std::vector<CriterionAnswer>& answers = rule.criterion->answers;
  if (rule.hand_column != kNoColumn) {
    const TextId text = leads.cell(lead, rule.hand_column);
    const auto number =
        text == kNoText ? std::nullopt : integer_from_text(model_.texts().view(text));
    if (number) {
      const auto chosen = std::ranges::find(answers, *number, &CriterionAnswer::number);
      if (chosen != answers.end()) return {&*chosen, true};
    }
  }
  if (rule.field_column == kNoColumn) return {};
  const TextId text = leads.cell(lead, rule.field_column);
  if (text == kNoText) return {};
  const std::int32_t index = remembers_
                                 ? rule.memo.of(text, [&] { return matching_answer(rule, text); })
                                 : matching_answer(rule, text);
  if (index < 0) return {};
  return {&answers[static_cast<std::size_t>(index)], false};
}

std::int32_t FitRules::points_of(const CriterionAnswer& answer) {
  return std::clamp(answer.points, -kMostPoints, kMostPoints);
}

bool FitRules::misses(std::size_t criterion, const CriterionAnswer* answer) const {
  const Rule& rule = rules_[criterion];
  if (!rule.criterion->must_have) return false;
  if (answer == nullptr) return true;
  return rule.any_positive ? answer->points <= 0 : answer->points < 0;
}

}  // namespace leadlight::score
