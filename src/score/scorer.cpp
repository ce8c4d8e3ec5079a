#include <algorithm>

#include "base/sort.h"
#include "score/fit.h"
#include "score/interest.h"
#include "score/marquee.h"
#include "score/score.h"

namespace leadlight::score {
namespace {

// Whether a person took the lead past New, ever (practice B7: with a reason, also below the
// criteria). A lost lead without moves was imported as lost: it was a lead where it came from.
bool was_taken_further(const Model& model, Row lead) {
  const Stage stage = model.lead(lead).stage;
  if (stage != Stage::kNoCustomer) return stage != Stage::kNew;
  const Table& moves = model.table(Kind::kMove);
  bool any = false;
  for (Row row = model.lead(lead).first_move; row != kNoRow; row = model.move(row).next) {
    if (!moves.alive(row)) continue;
    any = true;
    for (const Stage passed : {model.move(row).from, model.move(row).to}) {
      if (passed != Stage::kNew && passed != Stage::kNoCustomer) return true;
    }
  }
  return !any;
}

}  // namespace

struct Scorer::Rules {
  Rules(const Model& the_model, const TeamSettings& the_settings)
      : model(the_model),
        settings(the_settings),
        fit(the_model, settings.criteria),
        marquee(settings.marquee),
        points(settings) {}

  // All but interest.
  [[nodiscard]] Points fit_points(Row lead) {
    Points result;
    for (std::size_t i = 0; i < fit.size(); ++i) {
      const CriterionAnswer* answer = fit.find(lead, i).answer;
      if (answer != nullptr) result.fit += FitRules::points_of(*answer);
      result.misses_must_have = result.misses_must_have || fit.misses(i, answer);
    }
    result.marquee = marquee.has(model, lead);
    if (result.marquee) result.fit += marquee_points();
    result.standing = standing(lead, result);
    return result;
  }

  [[nodiscard]] Standing standing(Row lead, const Points& known) const {
    const LeadFacts& facts = model.lead(lead);
    if (facts.weed_out != WeedOut::kNone) return Standing::kWeededOut;
    const bool fits = !known.misses_must_have && known.fit >= settings.minimum_fit;
    if (fits || asks_for_sales(facts.type) || was_taken_further(model, lead))
      return Standing::kLead;
    return Standing::kContact;
  }

  [[nodiscard]] std::int32_t marquee_points() const {
    return std::clamp(settings.marquee_points, -kMostPoints, kMostPoints);
  }

  const Model& model;
  TeamSettings settings;
  FitRules fit;
  MarqueeList marquee;
  PointRules points;
};

Scorer::Scorer(const Model& model, const TeamSettings& settings)
    : rules_(std::make_unique<Rules>(model, settings)) {}
Scorer::~Scorer() = default;

Points Scorer::score(Row lead, UtcMs now) const {
  return score_with_interest(lead,
                             PointRules::rounded(rules_->points.sum(rules_->model, lead, now)));
}

Points Scorer::score_with_interest(Row lead, std::int32_t interest) const {
  if (!rules_->model.leads().alive(lead)) return Points{.standing = Standing::kContact};
  Points result = rules_->fit_points(lead);
  result.interest = interest;
  return result;
}

Explanation Scorer::explain(Row lead, UtcMs now) const {
  Explanation result{.points = score(lead, now), .reasons = {}};
  if (!rules_->model.leads().alive(lead)) return result;
  for (std::size_t i = 0; i < rules_->fit.size(); ++i) {
    const CriterionAnswer* answer = rules_->fit.find(lead, i).answer;
    if (answer == nullptr || FitRules::points_of(*answer) == 0) continue;
    result.reasons.push_back(
        {.points = FitRules::points_of(*answer), .cause = Cause::kFit, .text = answer->text});
  }
  if (result.points.marquee && rules_->marquee_points() != 0) {
    result.reasons.push_back(
        {.points = rules_->marquee_points(), .cause = Cause::kMarquee, .text = "Marquee account"});
  }
  rules_->points.explain(rules_->model, lead, now, result.reasons);
  sort_stably(result.reasons, std::greater<>{}, &Reason::points);
  return result;
}

Scorer::Answer Scorer::answer_of(Row lead, std::size_t criterion) const {
  if (criterion >= rules_->fit.size()) return {};
  const FitRules::Found found = rules_->fit.find(lead, criterion);
  return {.answer = found.answer, .by_hand = found.by_hand};
}

bool goes_against_criteria(const Points& points, Stage from, Stage to) {
  return from < to && (to == Stage::kMql || to == Stage::kSql) &&
         (points.misses_must_have || points.standing == Standing::kContact);
}

bool Scorer::is_marquee(Row lead) const { return rules_->marquee.has(rules_->model, lead); }

void Scorer::remember_texts() { rules_->fit.remember_texts(); }

// Touches are added up in the order they are stored, not lead by lead: memory is read from front to
// back.
std::vector<Points> score_all(const Model& model, const TeamSettings& settings, UtcMs now) {
  const Table& leads = model.leads();
  const Table& touches = model.table(Kind::kTouch);
  const PointRules rules(settings);
  std::vector<std::int64_t> sums(leads.size());
  for (Row row = 0; row < touches.size(); ++row) {
    const TouchFacts& touch = model.touch(row);
    if (touch.lead < sums.size() && touches.alive(row)) sums[touch.lead] += rules.worth(touch, now);
  }
  Scorer scorer(model, settings);
  scorer.remember_texts();
  std::vector<Points> points(leads.size());
  for (Row row = 0; row < leads.size(); ++row) {
    points[row] = scorer.score_with_interest(row, PointRules::rounded(sums[row]));
  }
  set_bands(model, settings, points);
  return points;
}

}  // namespace leadlight::score
