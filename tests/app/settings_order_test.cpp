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

// Two who change the team's criteria for the first time, apart: what each did stands, and nothing
// that nobody did is in conflict.
TEST(Criteria, ThatTwoChangedForTheFirstTimeAreMergedByWhatTheyDid) {
  Device here(1), there(2);
  Page ana(here), ben(there);
  const auto send = [](Page& from, Page& to) {
    from.dispatch(ExportSnapshot{});
    to.dispatch(OpenFiles{{{"book.json", from.device.files.saved.back().bytes}}});
    to.dispatch(CommitImport{});
  };
  const Id size = ana.state().settings.criteria[0].id;
  const Id region = ana.state().settings.criteria[2].id;
  ana.add("Olga");
  ben.add("Jim");
  Criterion of_ben = ben.state().settings.criteria[0];
  of_ben.answers[0].points = 9;
  ben.dispatch(PutCriterion{of_ben});
  here.clock.advance(kDayMs);
  ana.dispatch(RemoveCriterion{region});
  Criterion of_ana = ana.state().settings.criteria[1];
  of_ana.question = "Who decides?";
  ana.dispatch(PutCriterion{of_ana});
  Criterion size_of_ana = ana.state().settings.criteria[0];
  ASSERT_EQ(size_of_ana.id, size);
  size_of_ana.answers[1].points = 4;
  ana.dispatch(PutCriterion{size_of_ana});
  send(ben, ana);
  send(ana, ben);
  for (const Page* page : {&ana, &ben}) {
    const auto& criteria = page->state().settings.criteria;
    ASSERT_EQ(criteria.size(), 5U);
    EXPECT_FALSE(std::ranges::contains(criteria, region, &Criterion::id));
    EXPECT_EQ(criteria[0].answers[0].points, 9);
    EXPECT_EQ(criteria[0].answers[1].points, 4);
    EXPECT_EQ(criteria[1].question, "Who decides?");
    EXPECT_TRUE(
        page->app->book().concurrent_rows(static_cast<KindIndex>(Kind::kCriterion)).empty());
  }
  EXPECT_EQ(ana.app->book().state_hash(), ben.app->book().state_hash());
}

TEST(RemoveCriterion, OfADefaultOneIsTakenBackAndDoneAgain) {
  Device device;
  Page page(device);
  const std::vector<std::string> before = questions(page);
  const Id first = page.state().settings.criteria[0].id;
  Criterion changed = page.state().settings.criteria[0];
  changed.question = "How large?";
  page.dispatch(PutCriterion{changed});
  page.dispatch(RemoveCriterion{first});
  EXPECT_EQ(questions(page).size(), 5U);
  page.dispatch(Undo{});
  EXPECT_EQ(questions(page)[0], "How large?");
  page.dispatch(Undo{});
  EXPECT_EQ(questions(page), before);
  page.dispatch(RemoveCriterion{first});
  EXPECT_EQ(questions(page).size(), 5U);
  page.dispatch(Undo{});
  EXPECT_EQ(questions(page), before);
  page.dispatch(Redo{});
  EXPECT_EQ(questions(page).size(), 5U);
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

// Ben moves somebody there while Ana removes it.
TEST(RemoveSubStage, StaysWhileALeadStandsThereAndGoesWithIt) {
  Device here(1), there(2);
  Page ana(here), ben(there);
  const auto send = [](Page& from, Page& to) {
    from.dispatch(ExportSnapshot{});
    to.dispatch(OpenFiles{{{"book.json", from.device.files.saved.back().bytes}}});
    to.dispatch(CommitImport{});
  };
  const Id lead = ana.add("Olga");
  send(ana, ben);
  ana.dispatch(RemoveSubStage{"demo", {}});
  EXPECT_EQ(stage_names(ana).size(), 3U);
  ben.dispatch(MoveToStage{{lead}, Stage::kSql, "demo", LossReason::kNone, {}, {}});
  send(ben, ana);
  EXPECT_EQ(stage_names(ana), default_names());
  ana.dispatch(RemoveSubStage{"demo", "working"});
  EXPECT_EQ(stage_names(ana).size(), 3U);
  EXPECT_EQ(ana.text(lead, LeadField::kSubStage), "working");
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
