#include "lead/settings.h"

#include <algorithm>

#include <gtest/gtest.h>

#include <set>

#include "tests/support/small_book.h"

namespace leadlight::test {
namespace {

class Settings : public testing::Test {
 protected:
  void set(std::string_view key, std::string_view value) {
    const auto kind = static_cast<KindIndex>(Kind::kSetting);
    const Row row = model_.add_row(kind, kTeamSettingsId);
    model_.set_cell(kind, row, model_.mutable_table(kind).add_column(key),
                    model_.mutable_texts().intern(value));
  }
  // As the book would fold it in.
  void apply(const Operation& operation) {
    for (const OpRecord& record : operation.records) {
      const KindIndex kind = model_.kind_index(operation.kind_names[record.kind]);
      const Row row = model_.add_row(kind, record.id);
      for (std::uint32_t i = 0; i < record.write_count; ++i) {
        const OpWrite& write = operation.writes[record.write_first + i];
        model_.set_cell(kind, row,
                        model_.mutable_table(kind).add_column(operation.field_names[write.field]),
                        model_.mutable_texts().intern(operation.value(write)));
      }
    }
  }
  void put(const Criterion& criterion) {
    OperationBuilder builder;
    write_criterion(builder, model_, criterion);
    apply(builder.take());
  }
  Model model_;
};

TEST_F(Settings, AreReadyToUse) {
  const TeamSettings settings = settings_from(model_);
  EXPECT_EQ(settings.criteria.size(), 6U);  // practice B3
  EXPECT_EQ(settings.minimum_fit, 0);
  EXPECT_EQ(settings.goal_minutes, 60);  // practice C1
  EXPECT_EQ(settings.limit_minutes, 24 * 60);
  EXPECT_EQ(settings.sales_percent, 5);  // practice B8
  EXPECT_EQ(settings.watch_percent, 10);
  ASSERT_EQ(settings.sub_stages.size(), 4U);  // practice A1
  EXPECT_EQ(settings.sub_stages[0].name, "Working");
  EXPECT_EQ(settings.sub_stages[3].id, "free_trial");
  for (int i = 0; i < kTouchKindCount; ++i) {  // practice B5
    const auto kind = static_cast<TouchKind>(i);
    if (kind == TouchKind::kOther) continue;
    EXPECT_EQ(settings.points[static_cast<std::size_t>(i)] > 0, !is_outbound(kind))
        << text_of(kind);
  }
  EXPECT_EQ(settings.points[static_cast<std::size_t>(TouchKind::kQuoteRequested)], 24);
}

TEST_F(Settings, HaveDefaultCriteriaThatCanBeAnswered) {
  std::set<Id> ids;
  for (const Criterion& criterion : default_criteria()) {
    EXPECT_TRUE(ids.insert(criterion.id).second);
    EXPECT_FALSE(criterion.question.empty());
    EXPECT_TRUE(criterion.field.empty() || lead_field_from_text(criterion.field))
        << criterion.field;
    EXPECT_GE(criterion.answers.size(), 2U);
    for (const CriterionAnswer& answer : criterion.answers) {
      EXPECT_FALSE(answer.text.empty());
      EXPECT_EQ(answer.match.empty(), criterion.field.empty()) << answer.text;
    }
  }
  EXPECT_EQ(default_criteria()[0].id, default_criteria()[0].id);
}

TEST_F(Settings, AreReadFromTheirKeys) {
  set(settings_key::kTeamName, "North");
  set(settings_key::kGoalMinutes, "30");
  set(settings_key::kMinimumFit, "-4");
  set(settings_key::kDefaultCurrency, "CHF");
  set(points_key(TouchKind::kDownload), "11");
  set(marquee_key("example.com"), "1");
  set(marquee_key("Glass Ltd"), "1");
  const TeamSettings settings = settings_from(model_);
  EXPECT_EQ(settings.team_name, "North");
  EXPECT_EQ(settings.goal_minutes, 30);
  EXPECT_EQ(settings.minimum_fit, -4);
  EXPECT_EQ(settings.default_currency, "CHF");
  EXPECT_EQ(settings.points[static_cast<std::size_t>(TouchKind::kDownload)], 11);
  EXPECT_EQ(settings.marquee, (std::vector<std::string>{"Glass Ltd", "example.com"}));
}

TEST_F(Settings, C4_HaveACadenceForEachLeadType) {
  set(cadence_key(LeadType::kWebinar), "linkedin,call+3");
  set(cadence_key(LeadType::kUnknown), "letter");
  set(cadence_key(LeadType::kBadgeScan), "fax");
  const TeamSettings settings = settings_from(model_);
  const auto of = [&](LeadType type) { return settings.cadences[static_cast<std::size_t>(type)]; };
  EXPECT_EQ(text_of(of(LeadType::kWebinar)), "linkedin,call+3");
  EXPECT_EQ(text_of(of(LeadType::kUnknown)), "letter");
  EXPECT_EQ(of(LeadType::kBadgeScan), default_cadence(LeadType::kBadgeScan));
  EXPECT_EQ(touches_before_goodbye(settings, LeadType::kWebinar), 2)
      << "C5: it ends before the limit";
  EXPECT_EQ(touches_before_goodbye(settings, LeadType::kBadgeScan), 5);
  set(settings_key::kTouchLimit, "4");
  EXPECT_EQ(touches_before_goodbye(settings_from(model_), LeadType::kBadgeScan), 4);
}

TEST_F(Settings, AreTheDefaultWhereTheValueIsEmptyOrMakesNoSense) {
  set(settings_key::kGoalMinutes, "");
  set(settings_key::kLimitMinutes, "a day");
  set(settings_key::kSalesPercent, "900");
  set(settings_key::kHalfLifeDays, "-1");
  set("points/telepathy", "5");
  set("from/the/future", "5");
  set("sub_stage/", "x");
  const TeamSettings settings = settings_from(model_);
  EXPECT_EQ(settings.goal_minutes, 60);
  EXPECT_EQ(settings.limit_minutes, 24 * 60);
  EXPECT_EQ(settings.sales_percent, 100);
  EXPECT_EQ(settings.half_life_days, 0);
  EXPECT_EQ(settings.points, default_points());
  EXPECT_EQ(settings.sub_stages.size(), 4U);
}

TEST_F(Settings, LetATeamRenameAddReorderAndRemoveSubStages) {
  set(sub_stage_name_key("working"), "In work");
  set(sub_stage_removed_key("connected"), "1");
  set(sub_stage_position_key("free_trial"), "0");
  set(sub_stage_name_key("pilot"), "Pilot");
  set(sub_stage_position_key("nameless"), "2");
  std::vector<std::string> names;
  for (const SubStage& stage : settings_from(model_).sub_stages) names.push_back(stage.name);
  EXPECT_EQ(names, (std::vector<std::string>{"Free trial", "In work", "Demo", "Pilot"}));
}

TEST_F(Settings, KeepOfADefaultCriterionWhatTheTeamChanged) {
  std::vector<Criterion> criteria = default_criteria();
  criteria[1].question = "Who decides?";
  criteria[1].must_have = true;
  criteria[1].answers.pop_back();
  for (const Criterion& criterion : criteria) put(criterion);
  const TeamSettings settings = settings_from(model_);
  ASSERT_EQ(settings.criteria.size(), 6U);
  const Criterion& changed = settings.criteria[1];
  EXPECT_EQ(changed.id, criteria[1].id);
  EXPECT_EQ(changed.question, "Who decides?");
  EXPECT_TRUE(changed.must_have);
  ASSERT_EQ(changed.answers.size(), 2U);
  EXPECT_EQ(changed.answers[0].match, criteria[1].answers[0].match);
  EXPECT_EQ(changed.answers[0].points, 10);
}

// Practice A1: who removed it did not know of that lead.
TEST_F(Settings, KeepASubStageThatALeadStandsInThoughItWasRemoved) {
  set(sub_stage_removed_key("demo"), "1");
  EXPECT_EQ(settings_from(model_).sub_stages.size(), 3U);
  const auto kind = static_cast<KindIndex>(Kind::kLead);
  const Row row = model_.add_row(kind, {7, 7});
  const auto write = [&](LeadField field, std::string_view value) {
    model_.set_cell(kind, row, static_cast<ColumnIndex>(field),
                    model_.mutable_texts().intern(value));
  };
  write(LeadField::kStage, "sql");
  write(LeadField::kSubStage, "demo");
  EXPECT_EQ(settings_from(model_).sub_stages.size(), 4U);
  write(LeadField::kStage, "customer");
  EXPECT_EQ(settings_from(model_).sub_stages.size(), 3U);
}

TEST_F(Settings, ForgetAnswersThatWereTakenOut) {
  for (const Id id : {default_criteria()[0].id, Id{4, 4}}) {
    Criterion criterion = default_criteria()[0];
    criterion.id = id;
    put(criterion);
    criterion.answers.erase(criterion.answers.begin() + 1);
    put(criterion);
    const TeamSettings settings = settings_from(model_);
    const auto found = std::ranges::find(settings.criteria, id, &Criterion::id);
    ASSERT_NE(found, settings.criteria.end());
    ASSERT_EQ(found->answers.size(), 4U);
    EXPECT_EQ(found->answers[1].number, 3);
  }
}

TEST_F(Settings, ReturnToTheDefaultCriteriaWhenTheFirstChangeIsTakenBack) {
  Criterion criterion = default_criteria()[0];
  criterion.question = "How large?";
  criterion.answers[0].match.clear();
  put(criterion);
  EXPECT_EQ(settings_from(model_).criteria[0].question, "How large?");
  EXPECT_EQ(settings_from(model_).criteria[0].answers[0].match, "");
  const auto kind = static_cast<KindIndex>(Kind::kCriterion);
  model_.set_alive(kind, 0, false);
  EXPECT_EQ(settings_from(model_).criteria.size(), 6U);
  EXPECT_EQ(settings_from(model_).criteria[0].question, default_criteria()[0].question);
  set(settings_key::kOwnCriteria, "1");
  EXPECT_TRUE(settings_from(model_).criteria.empty());
}

TEST_F(Settings, LeaveOutCriteriaFieldsThatNobodyUnderstands) {
  const auto kind = static_cast<KindIndex>(Kind::kCriterion);
  const Row row = model_.add_row(kind, {4, 4});
  for (const char* key : {"answer/", "answer/x/text", "answer/0/text", "answer/1/colour",
                          "answer/99999999999/text", "answer/3/text", "answer/2/points"})
    model_.set_cell(kind, row, model_.mutable_table(kind).add_column(key),
                    model_.mutable_texts().intern("7"));
  set(settings_key::kOwnCriteria, "1");
  const TeamSettings settings = settings_from(model_);
  ASSERT_EQ(settings.criteria.size(), 1U);
  ASSERT_EQ(settings.criteria[0].answers.size(), 1U);  // one without a text is none
  EXPECT_EQ(settings.criteria[0].answers[0].number, 3);
}

}  // namespace
}  // namespace leadlight::test
