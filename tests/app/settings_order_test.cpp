// Orders and removals in the settings: one command, one operation, one step back.
#include <algorithm>

#include "fixture.h"

namespace leadlight::test {
namespace {

using namespace app;  // NOLINT(google-build-using-namespace): commands, by their names

std::vector<std::string> questions(const Page& page) {
  std::vector<std::string> all;
  for (const Criterion& criterion : page.state().settings.criteria)
    all.push_back(criterion.question);
  return all;
}

std::vector<std::string> names_of(const std::vector<SubStage>& stages) {
  std::vector<std::string> all;
  for (const SubStage& stage : stages) all.push_back(stage.name);
  return all;
}
std::vector<std::string> stage_names(const Page& page) {
  return names_of(page.state().settings.sub_stages);
}
std::vector<std::string> default_names() { return names_of(default_sub_stages()); }

TEST(OrderCriteria, MakesTheDefaultsTheTeamsOwnInTheNewOrder) {
  Device device;
  Page page(device);
  const std::vector<std::string> before = questions(page);
  std::vector<Id> order;
  for (const Criterion& criterion : page.state().settings.criteria) order.push_back(criterion.id);
  std::swap(order[0], order[2]);
  page.dispatch(OrderCriteria{order});
  EXPECT_EQ(questions(page)[0], before[2]);
  EXPECT_EQ(questions(page)[2], before[0]);
  EXPECT_EQ(page.state().operations, 1U);
  page.dispatch(Undo{});
  EXPECT_EQ(questions(page), before);
}

TEST(OrderCriteria, KeepsThoseItDoesNotNameBehind) {
  Device device;
  Page page(device);
  const auto& criteria = page.state().settings.criteria;
  const Id last = criteria.back().id;
  const Id first = criteria.front().id;
  page.dispatch(OrderCriteria{{last, Id{1, 2}}});
  EXPECT_EQ(page.state().settings.criteria.front().id, last);
  EXPECT_EQ(page.state().settings.criteria[1].id, first);
  page.dispatch(OrderCriteria{{first}});
  EXPECT_EQ(page.state().settings.criteria.front().id, first);
  EXPECT_EQ(page.state().settings.criteria.size(), 6U);
}

TEST(PutCriterion, KeepsAnOrderOfAnswersThatIsNotTheirNumbers) {
  Device device;
  Page page(device);
  Criterion criterion = page.state().settings.criteria[0];
  std::ranges::reverse(criterion.answers);
  page.dispatch(PutCriterion{criterion});
  const auto numbers = [&] {
    std::vector<int> all;
    for (const CriterionAnswer& answer : page.state().settings.criteria[0].answers)
      all.push_back(answer.number);
    return all;
  };
  EXPECT_EQ(numbers(), (std::vector{5, 4, 3, 2, 1}));
  std::ranges::reverse(criterion.answers);
  page.dispatch(PutCriterion{criterion});
  EXPECT_EQ(numbers(), (std::vector{1, 2, 3, 4, 5}));
}

// The first rule that matches counts, so the order decides (practice B3).
TEST(PutCriterion, ScoresByTheOrderOfItsAnswers) {
  Device device;
  Page page(device);
  const Id lead = page.add({{"full_name", "Olga"}, {"employees", "5"}});
  Criterion criterion = page.state().settings.criteria[0];
  criterion.answers = {{1, "Small", 1, "1..9"}, {2, "Any", 7, "*"}};
  page.dispatch(PutCriterion{criterion});
  EXPECT_EQ(page.state().points[page.row(lead)].fit, 1);
  std::swap(criterion.answers[0], criterion.answers[1]);
  page.dispatch(PutCriterion{criterion});
  EXPECT_EQ(page.state().points[page.row(lead)].fit, 7);
}

TEST(SetSettings, WritesAllOfThemAsOneStep) {
  Device device;
  Page page(device);
  page.dispatch(SetSettings{{{sub_stage_name_key("offer"), "Offer"},
                             {sub_stage_position_key("offer"), "2"},
                             {sub_stage_position_key("connected"), "3"}}});
  EXPECT_EQ(page.state().settings.sub_stages[1].name, "Offer");
  EXPECT_EQ(page.toast(), "Changed setting: sub-stages");
  page.dispatch(Undo{});
  EXPECT_EQ(stage_names(page), default_names());
}

TEST(RemoveSubStage, MovesItsLeadsAndSaysWhy) {
  Device device;
  Page page(device);
  const Id lead = page.add("Olga");
  page.dispatch(MoveToStage{{lead}, Stage::kSql, "demo", LossReason::kNone, {}, {}});
  page.dispatch(RemoveSubStage{"demo", "working"});
  EXPECT_EQ(page.text(lead, LeadField::kSubStage), "working");
  const Row move = page.model().lead(page.row(lead)).first_move;
  EXPECT_EQ(page.model().text(Kind::kMove, move, static_cast<ColumnIndex>(MoveField::kWhy)),
            "The sub-stage “Demo” was removed");
  page.dispatch(Undo{});
  EXPECT_EQ(page.text(lead, LeadField::kSubStage), "demo");
  EXPECT_EQ(stage_names(page), default_names());
}

TEST(RemoveSubStage, LeavesLeadsInSqlWhenThereIsNoOther) {
  Device device;
  Page page(device);
  const Id lead = page.add("Olga");
  page.dispatch(MoveToStage{{lead}, Stage::kSql, "demo", LossReason::kNone, {}, {}});
  page.dispatch(RemoveSubStage{"demo", "nowhere"});
  EXPECT_EQ(page.text(lead, LeadField::kSubStage), "");
  EXPECT_EQ(page.model().lead(page.row(lead)).stage, Stage::kSql);
  page.dispatch(RemoveSubStage{"demo", {}});
  EXPECT_TRUE(page.toast_is_error());
}

}  // namespace
}  // namespace leadlight::test
