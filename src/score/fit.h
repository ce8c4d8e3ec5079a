// Fit (practice B3): each criterion's best known answer, by hand or by a field of the lead, and its
// points.
//
// By hand wins: the cell "fit:<criterion id>" holds an answer's number. Otherwise the first answer
// whose rule (match_rule.h) matches the criterion's field. A must-have criterion is met by an
// answer with more than 0 points; if none of its answers has any, by one that takes none away.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lead/model.h"
#include "lead/settings.h"
#include "score/match_rule.h"
#include "score/text_memo.h"

namespace leadlight::score {

// Points of one answer count within +-4,096, so that no file can make sums overflow.
inline constexpr std::int32_t kMostPoints = 4096;

class FitRules {
 public:
  FitRules(const Model& model, const std::vector<Criterion>& criteria);  // both outlive this
  // For loops over many leads: remembers which texts match.
  void remember_texts() { remembers_ = true; }

  struct Found {
    const CriterionAnswer* answer = nullptr;
    bool by_hand = false;
  };
  [[nodiscard]] Found find(Row lead, std::size_t criterion);
  [[nodiscard]] static std::int32_t points_of(const CriterionAnswer& answer);
  // Whether this answer, or none, is too little for the criterion.
  [[nodiscard]] bool misses(std::size_t criterion, const CriterionAnswer* answer) const;
  [[nodiscard]] std::size_t size() const { return rules_.size(); }

 private:
  struct Rule {
    const Criterion* criterion = nullptr;
    std::string hand_column_name;
    ColumnIndex hand_column = kNoColumn;
    ColumnIndex field_column = kNoColumn;
    bool any_positive = false;
    std::vector<MatchRule> matches;  // as many as answers
    TextMemo<> memo;
  };
  void find_columns();
  [[nodiscard]] std::int32_t matching_answer(const Rule& rule, TextId text) const;  // -1: none

  const Model& model_;
  std::vector<Rule> rules_;
  ColumnIndex columns_seen_ = 0;
  bool remembers_ = false;
};

}  // namespace leadlight::score
