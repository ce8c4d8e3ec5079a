// Settings, used as a person does: found by role and name, changed where they stand.
#include <gtest/gtest.h>

#include <algorithm>
#include <format>
#include <string>

#include "platform/headless/headless_ui.h"
#include "platform/headless/memory_ports.h"
#include "tests/ui/other_tab.h"
#include "ui/views/durations.h"
#include "ui/views/settings_criterion.h"
#include "ui/views/settings_form.h"

namespace leadlight::ui {
namespace {

using a11y::Role;

struct Page {
  Page() : app(device.ports()), screen(app) {
    app.start();
    screen.resize(1280, 800);
    app.dispatch(app::GoTo{app::Place::kSettings});
    screen.settle();
  }
  const TeamSettings& team() const { return app.state().settings; }
  void open(std::string_view section) { screen.click(Role::kListItem, section); }
  Id add_lead(std::string name, app::Fields fields = {}) {
    fields.emplace_back("full_name", std::move(name));
    app.dispatch(app::AddLead{std::move(fields), {}});
    screen.settle();
    return app.state().last_added;
  }
  bool has(Role role, std::string_view name) { return screen.has(role, name); }
  void menu(std::string_view of, std::string_view item) {
    screen.click(Role::kButton, std::format("More for {}", of));
    screen.click(Role::kMenuItem, item);
  }

  headless::MemoryPorts device;
  app::App app;
  headless::Screen screen;
};

// ---- fields -------------------------------------------------------------------------------------------

TEST(Settings, ChangeANumberWhenItsFieldIsLeftAsOneStep) {
  Page page;
  page.open("Follow-up plans");
  page.screen.fill("Touches without an answer", "4");
  EXPECT_EQ(page.team().touch_limit, 4);
  page.screen.ctrl('z');
  page.screen.settle();
  EXPECT_EQ(page.team().touch_limit, 5);
  EXPECT_EQ(page.screen.node(Role::kTextbox, "Touches without an answer").value, "5");
}

TEST(Settings, SayTheBoundsOfANumberAndKeepWhatWasTyped) {
  Page page;
  page.open("Best leads");
  page.screen.fill("For sales", "120");
  EXPECT_EQ(page.team().sales_percent, 5);
  EXPECT_TRUE(page.screen.says("Please write a whole number from 0 to 100."));
  EXPECT_EQ(page.screen.node(Role::kTextbox, "For sales").value, "120");
  page.screen.fill("For sales", "95");
  EXPECT_TRUE(page.screen.says("Both shares together can be 100% at most."));
  page.screen.fill("For sales", "8%");
  EXPECT_EQ(page.team().sales_percent, 8);
  EXPECT_FALSE(page.screen.says("Please write"));
}

TEST(Settings, ForgetWhatWasTypedWithEscape) {
  Page page;
  page.open("Interest points");
  page.screen.click(Role::kTextbox, "Half-life");
  page.screen.clear_and_type("7");
  page.screen.key(Key::kEscape);
  EXPECT_EQ(page.screen.node(Role::kTextbox, "Half-life").value, "30");
  EXPECT_EQ(page.team().half_life_days, 30);
  EXPECT_FALSE(page.app.state().can_undo);
}

// What stood there when typing began is replaced, what came meanwhile is not: both can be chosen.
TEST(Settings, KeepWhatAnotherTabSavedMeanwhile) {
  for (const std::string before : {"", "Base"}) {
    SCOPED_TRACE(before);
    Page page;
    OtherTab other(page.device);
    if (!before.empty()) page.screen.fill("Team name", before);
    page.screen.click(Role::kTextbox, "Team name");
    page.screen.clear_and_type("Mine");
    other.dispatch(app::SetSetting{"team_name", "Theirs"});
    page.screen.settle();
    EXPECT_EQ(page.screen.entry().value, "Mine");
    page.screen.key(Key::kEnter);
    EXPECT_EQ(page.team().team_name, "Mine");
    EXPECT_TRUE(page.app.state().toasts.back().text.contains("What changed shows both"));
    page.app.dispatch(app::GoTo{app::Place::kChanges});
    page.screen.settle();
    EXPECT_TRUE(page.has(Role::kHeading, "1 field has several values"));
    EXPECT_TRUE(page.has(Role::kGroup, "Team name, in Settings")) << page.screen.outline();
    page.screen.click(Role::kButton, "Use this");
    EXPECT_EQ(page.team().team_name, "Theirs");
    EXPECT_EQ(other.app.state().settings.team_name, "Theirs");
    EXPECT_FALSE(page.has(Role::kHeading, "1 field has several values"));
  }
}

// What is refused, or not entered when the browser is killed.
TEST(Settings, KeepWhatWasTypedOverAStart) {
  Page page;
  page.open("Best leads");
  page.screen.fill("For sales", "120");
  page.screen.click(Role::kTextbox, "Watch list");
  page.screen.clear_and_type("12");
  page.screen.settle();
  ASSERT_EQ(page.app.state().drafts.size(), 2U);

  Page next;
  next.device.shelf.slots.push_back({.text = page.device.drafts.kept(), .open = false});
  next.app.start();
  next.screen.settle();
  ASSERT_EQ(next.app.state().toasts.size(), 2U);
  EXPECT_TRUE(next.app.state().toasts.front().text.contains("“120”"));
  next.open("Best leads");
  EXPECT_EQ(next.screen.node(Role::kTextbox, "For sales").value, "120");
  EXPECT_TRUE(next.screen.says("Please write a whole number from 0 to 100."));
  next.screen.click(Role::kTextbox, "Watch list");
  EXPECT_EQ(next.screen.entry().value, "12");
  next.screen.key(Key::kEnter);
  EXPECT_EQ(next.team().watch_percent, 12);
  EXPECT_EQ(next.app.state().drafts.size(), 1U);
}

TEST(Settings, SayWhatIsNotSavedWhenOneGoes) {
  Page page;
  page.open("Best leads");
  page.screen.fill("For sales", "120");
  page.app.dispatch(app::GoTo{app::Place::kToday});
  page.screen.settle();
  ASSERT_FALSE(page.app.state().toasts.empty());
  EXPECT_EQ(page.app.state().toasts.back().text,
            "What you typed into Settings is not saved: “120”. It stands in its field there.");
  page.app.dispatch(app::GoTo{app::Place::kSettings});
  page.screen.settle();
  EXPECT_EQ(page.screen.node(Role::kTextbox, "For sales").value, "120");
  page.screen.fill("For sales", "9");
  EXPECT_EQ(page.team().sales_percent, 9);
  EXPECT_TRUE(page.app.state().drafts.empty());
  EXPECT_FALSE(std::ranges::any_of(
      page.app.state().toasts, [](const app::Toast& toast) { return toast.text.contains("120"); }));
}

TEST(Settings, SayThatWhatIsRenamedWasRemovedElsewhere) {
  Page page;
  OtherTab other(page.device);
  page.open("Sub-stages");
  const std::string id = page.team().sub_stages.front().id;
  page.screen.click(Role::kTextbox, "Sub-stage 1");
  page.screen.clear_and_type("In talks");
  other.dispatch(app::RemoveSubStage{id, {}});
  page.screen.settle();
  page.screen.settle();
  ASSERT_FALSE(page.app.state().toasts.empty());
  EXPECT_EQ(page.app.state().toasts.back().text,
            "What you typed into Settings is not saved: “In talks”. What it was for was removed "
            "meanwhile.");
  EXPECT_TRUE(page.app.state().drafts.empty());
  EXPECT_NE(page.screen.node(Role::kTextbox, "Sub-stage 1").value, "In talks");
}

TEST(Settings, EnteredWithoutSomebodyElseAreNoConflict) {
  Page page;
  page.screen.fill("Team name", "Base");
  page.screen.fill("Team name", "Mine");
  EXPECT_TRUE(page.app.book().concurrent_rows(static_cast<KindIndex>(Kind::kSetting)).empty());
}

TEST(Settings, ReadWholeNumbersAsPeopleTypeThem) {
  EXPECT_EQ(whole_from_typed("−3"), -3);
  EXPECT_EQ(whole_from_typed("+5"), 5);
  EXPECT_EQ(whole_from_typed("1,000"), 1000);
  EXPECT_EQ(whole_from_typed("5 %"), 5);
  EXPECT_FALSE(whole_from_typed("1,5"));
  EXPECT_FALSE(whole_from_typed("five"));
  EXPECT_FALSE(whole_from_typed(""));
}

TEST(Settings, ReadTimesAsPeopleTypeThem) {
  EXPECT_EQ(minutes_from_typed("90"), 90);
  EXPECT_EQ(minutes_from_typed("1 hour"), 60);
  EXPECT_EQ(minutes_from_typed("1h30"), 90);
  EXPECT_EQ(minutes_from_typed("1:30"), 90);
  EXPECT_EQ(minutes_from_typed("2 Days"), 2 * 24 * 60);
  EXPECT_FALSE(minutes_from_typed("soon"));
  EXPECT_FALSE(minutes_from_typed("-5"));
  EXPECT_FALSE(minutes_from_typed(""));
}

// ---- team and device ------------------------------------------------------------------------------------

TEST(TeamSettings, NameTheTeamAndTheDevicesOwner) {
  Page page;
  page.screen.fill("Team name", "Brauwerk Nord");
  page.screen.fill("Your name", "Ana");
  EXPECT_EQ(page.team().team_name, "Brauwerk Nord");
  EXPECT_EQ(page.app.state().my_name, "Ana");
}

TEST(TeamSettings, ChooseCurrencyAndLook) {
  Page page;
  page.screen.click(Role::kCombobox, "Default currency");
  page.screen.click(Role::kOption, "CHF");
  EXPECT_EQ(page.team().default_currency, "CHF");
  page.screen.click(Role::kTab, "Dark");
  EXPECT_EQ(page.app.state().theme, "dark");
  page.screen.click(Role::kTab, "More");
  EXPECT_EQ(page.app.state().contrast, "more");
  page.screen.click(Role::kTab, "175%");
  EXPECT_EQ(page.app.state().text_percent, 175);
}

// ---- criteria: practice B3, A3 ----------------------------------------------------------------------------

TEST(CriteriaSettings, AdviseAgainstASeventh) {
  Page page;
  page.open("Fit criteria");
  ASSERT_EQ(page.team().criteria.size(), 6U);
  page.screen.click(Role::kButton, "Add a criterion");
  EXPECT_TRUE(page.has(Role::kDialog, "A seventh criterion?"));
  page.screen.click(Role::kButton, "Leave it at six");
  EXPECT_EQ(page.team().criteria.size(), 6U);
  page.screen.click(Role::kButton, "Add a criterion");
  page.screen.click(Role::kButton, "Add it anyway");
  EXPECT_EQ(page.team().criteria.size(), 7U);
}

TEST(CriteriaSettings, AddOneAndWriteIt) {
  Page page;
  page.open("Fit criteria");
  page.screen.click(Role::kListItem, "Do they need what we offer?");
  page.screen.click(Role::kButton, "Remove this criterion");
  ASSERT_EQ(page.team().criteria.size(), 5U);
  page.screen.click(Role::kButton, "Add a criterion");
  ASSERT_EQ(page.team().criteria.size(), 6U);
  EXPECT_EQ(page.screen.entry().label, "Question");
  page.screen.clear_and_type("Do they bottle?");
  page.screen.key(Key::kEnter);
  const Criterion& criterion = page.team().criteria.back();
  EXPECT_EQ(criterion.question, "Do they bottle?");
  EXPECT_EQ(criterion.answers.size(), 2U);
  page.screen.fill("Points for Yes", "12");
  EXPECT_EQ(page.team().criteria.back().answers[0].points, 12);
  page.screen.fill("Another answer", "Perhaps");
  ASSERT_EQ(page.team().criteria.back().answers.size(), 3U);
  EXPECT_EQ(page.team().criteria.back().answers[2].text, "Perhaps");
  page.screen.click(Role::kSwitch, "Must have");
  EXPECT_TRUE(page.team().criteria.back().must_have);
}

TEST(CriteriaSettings, SayHowManyLeadsAnAnswerHasAsTheRuleIsTyped) {
  Page page;
  for (const std::string_view size : {"5", "12", "40", "300"})
    page.add_lead(std::format("Lead {}", size), {{"employees", std::string(size)}});
  page.open("Fit criteria");
  page.screen.click(Role::kListItem, "How large is the company?");
  EXPECT_TRUE(page.screen.says("4 of 4 leads and contacts have an answer."));
  page.screen.click(Role::kTextbox, "Rule for 10 to 49 people");
  page.screen.clear_and_type("10..20");
  EXPECT_TRUE(page.screen.says("3 of 4 leads and contacts have an answer."));
  EXPECT_EQ(page.team().criteria[0].answers[1].match, "10..49") << "not before it is left";
  page.screen.key(Key::kEnter);
  EXPECT_EQ(page.team().criteria[0].answers[1].match, "10..20");
}

TEST(CriteriaSettings, SayWhatIsWrongWithARule) {
  Page page;
  page.open("Fit criteria");
  page.screen.click(Role::kListItem, "How large is the company?");
  page.screen.fill("Rule for 1 to 9 people", "1-9");
  EXPECT_TRUE(page.screen.says("Please write a range with two dots, like 50..249."));
  EXPECT_EQ(page.team().criteria[0].answers[0].match, "1..9");
  EXPECT_EQ(rule_fault("head of, 1..9, e-commerce, 24-hour"), "");
}

TEST(CriteriaSettings, ReorderAnswersAndCriteria) {
  Page page;
  page.open("Fit criteria");
  page.screen.click(Role::kListItem, "Where are they?");
  page.screen.click(Role::kButton, "Move up");
  EXPECT_EQ(page.team().criteria[1].question, "Where are they?");
  page.menu("In North America", "Move up");
  const Criterion& criterion = page.team().criteria[1];
  EXPECT_EQ(criterion.answers[0].text, "In North America");
  EXPECT_EQ(criterion.answers[0].number, 2) << "its name for leads answered by hand";
  page.menu("Elsewhere", "Remove");
  EXPECT_EQ(page.team().criteria[1].answers.size(), 2U);
  page.screen.ctrl('z');
  page.screen.ctrl('z');
  page.screen.ctrl('z');
  page.screen.settle();
  EXPECT_EQ(page.team().criteria[2].question, "Where are they?");
  EXPECT_EQ(page.team().criteria[2].answers[0].text, "In Europe");
}

TEST(CriteriaSettings, ReadACustomField) {
  Page page;
  page.add_lead("Olga", {{"custom:Halle", "B4"}});
  page.open("Fit criteria");
  page.screen.click(Role::kListItem, "Do they need what we offer?");
  page.screen.click(Role::kCombobox, "Answered by");
  page.screen.click(Role::kOption, "Halle");
  EXPECT_EQ(page.team().criteria[5].field, "custom:Halle");
  page.screen.fill("Rule for Yes, they said so", "b4");
  EXPECT_TRUE(page.screen.says("1 of 1 leads and contacts have an answer."));
}

TEST(CriteriaSettings, SetFromHowManyPointsAContactIsALead) {
  Page page;
  page.add_lead("Small", {{"employees", "3"}});
  page.add_lead("Large", {{"employees", "300"}});
  page.open("Fit criteria");
  EXPECT_TRUE(page.has(Role::kLink, "0 contacts"));
  page.screen.fill("Minimum fit", "5");
  EXPECT_TRUE(page.has(Role::kLink, "1 contact"));
  EXPECT_TRUE(page.has(Role::kLink, "1 open lead"));
  page.screen.click(Role::kLink, "1 contact");
  EXPECT_EQ(page.app.state().place, app::Place::kLeads);
  EXPECT_EQ(page.app.state().leads->size(), 1U);
}

// ---- interest: practice B5 ---------------------------------------------------------------------------------

TEST(InterestSettings, ShowHowPointsFadeWhileTheHalfLifeIsTyped) {
  Page page;
  page.open("Interest points");
  EXPECT_TRUE(page.screen.says("24 points today are 12 after 30 days and 6 after 60 days."));
  page.screen.click(Role::kTextbox, "Half-life");
  page.screen.clear_and_type("10");
  EXPECT_TRUE(page.screen.says("24 points today are 12 after 10 days and 6 after 20 days."));
  page.screen.key(Key::kEnter);
  EXPECT_EQ(page.team().half_life_days, 10);
  page.screen.fill("Half-life", "0");
  EXPECT_TRUE(page.screen.says("24 points stay 24 for ever."));
}

TEST(InterestSettings, SetThePointsOfEachTouchAndWhatSilenceCosts) {
  Page page;
  page.open("Interest points");
  page.screen.fill("Quote requested", "30");
  EXPECT_EQ(page.team().points[static_cast<std::size_t>(TouchKind::kQuoteRequested)], 30);
  page.screen.fill("No answer", "4");
  EXPECT_EQ(page.team().no_answer_points, -4);
  const std::vector<std::string> fields = page.screen.names(Role::kTextbox);
  for (int i = 0; i < kTouchKindCount; ++i) {
    const auto kind = static_cast<TouchKind>(i);
    EXPECT_EQ(std::ranges::contains(fields, label_of(kind)), !is_outbound(kind)) << label_of(kind);
  }
}

// ---- best leads: practice B8 ---------------------------------------------------------------------------------

TEST(BandSettings, CountTheLeadsOfEachShareAndOpenThem) {
  Page page;
  for (int i = 0; i < 20; ++i) {
    const Id lead = page.add_lead(std::format("Lead {}", i));
    for (int visit = 15; visit < i; ++visit)
      page.app.dispatch(app::LogTouch{lead, TouchKind::kBoothVisit, TouchResult::kNone, {}});
  }
  page.open("Best leads");
  EXPECT_TRUE(page.has(Role::kLink, "For sales: 1 lead"));
  EXPECT_TRUE(page.has(Role::kLink, "Watch list: 2 leads"));
  EXPECT_TRUE(page.has(Role::kLink, "The rest: 17 leads"));
  page.screen.fill("Watch list", "15");
  EXPECT_TRUE(page.has(Role::kLink, "Watch list: 3 leads"));
  page.screen.click(Role::kLink, "Watch list: 3 leads");
  EXPECT_EQ(page.app.state().leads->size(), 3U);
}

TEST(BandSettings, KeepTheListOfMarqueeAccounts) {
  Page page;
  page.open("Best leads");
  page.screen.fill("Company or domain", "example.com");
  page.screen.fill("Company or domain", "Acme, Inc.");
  EXPECT_EQ(page.team().marquee, (std::vector<std::string>{"Acme, Inc.", "example.com"}));
  page.screen.fill("Company or domain", "EXAMPLE.com");
  EXPECT_TRUE(page.screen.says("This account is on the list already."));
  page.screen.click(Role::kButton, "Remove example.com");
  EXPECT_EQ(page.team().marquee, std::vector<std::string>{"Acme, Inc."});
}

// ---- sub-stages: practice A1 -----------------------------------------------------------------------------------

TEST(SubStageSettings, RenameAddAndReorder) {
  Page page;
  page.open("Sub-stages");
  page.screen.fill("Sub-stage 3", "Presentation");
  page.screen.fill("Another sub-stage", "Contract");
  page.menu("Contract", "Move up");
  std::vector<std::string> names;
  for (const SubStage& stage : page.team().sub_stages) names.push_back(stage.name);
  EXPECT_EQ(names, (std::vector<std::string>{"Working", "Connected", "Presentation", "Contract",
                                             "Free trial"}));
  EXPECT_EQ(page.team().sub_stages[2].id, "demo");
  page.screen.fill("Another sub-stage", "working");
  EXPECT_TRUE(page.screen.says("There is a sub-stage of this name already."));
}

TEST(SubStageSettings, AskWhereLeadsGoWhenTheirsIsRemoved) {
  Page page;
  const Id lead = page.add_lead("Olga");
  page.app.dispatch(app::MoveToStage{{lead}, Stage::kSql, "demo", LossReason::kNone, {}, {}});
  page.open("Sub-stages");
  page.menu("Free trial", "Remove");
  EXPECT_EQ(page.team().sub_stages.size(), 3U) << "nobody is in it";
  page.menu("Demo", "Remove");
  EXPECT_TRUE(page.screen.says("1 lead stands in this sub-stage."));
  page.screen.click(Role::kCombobox, "Move them to");
  page.screen.click(Role::kOption, "Connected");
  page.screen.click(Role::kButton, "Move 1 lead and remove");
  const auto sub_stage = [&] {
    return page.app.state().model->text(page.app.lead_row(lead), LeadField::kSubStage);
  };
  EXPECT_EQ(sub_stage(), "connected");
  EXPECT_EQ(page.team().sub_stages.size(), 2U);
  page.screen.ctrl('z');
  page.screen.settle();
  EXPECT_EQ(sub_stage(), "demo");
  EXPECT_EQ(page.team().sub_stages.size(), 3U);
}

// ---- clocks: practice C1, C2 -------------------------------------------------------------------------------------

TEST(ClockSettings, AreWrittenAsTimesAndKeepTheirOrder) {
  Page page;
  page.open("Response times");
  EXPECT_EQ(page.screen.node(Role::kTextbox, "Goal").value, "1 hour");
  page.screen.fill("Goal", "2 h");
  EXPECT_EQ(page.team().goal_minutes, 120);
  EXPECT_EQ(page.screen.node(Role::kTextbox, "Goal").value, "2 hours");
  page.screen.fill("Limit", "1 hour");
  EXPECT_EQ(page.team().limit_minutes, 24 * 60);
  EXPECT_TRUE(page.screen.says("Please write a time from 2 hours"));
  page.screen.fill("Don't pounce", "never");
  EXPECT_TRUE(page.screen.says("Please write a time, like 30 minutes, 2 hours or 1 day."));
}

// ---- follow-up plans: practice C4 to C6 --------------------------------------------------------------------------

TEST(PlanSettings, C4_AreAPlanForEachLeadType) {
  Page page;
  page.open("Follow-up plans");
  const auto plan = [&](LeadType type) {
    return text_of(page.team().cadences[static_cast<std::size_t>(type)]);
  };
  page.screen.click(Role::kCombobox, "Plan for");
  page.screen.click(Role::kOption, "Webinar");
  page.screen.click(Role::kCombobox, "Step 1");
  page.screen.click(Role::kOption, "LinkedIn");
  page.screen.fill("Days before step 2", "7");
  EXPECT_EQ(plan(LeadType::kWebinar), "linkedin,call+7,linkedin+2,email+4,call+4");
  EXPECT_EQ(plan(LeadType::kBadgeScan), text_of(default_cadence(LeadType::kBadgeScan)));
  page.menu("step 2", "Move down");
  EXPECT_EQ(plan(LeadType::kWebinar), "linkedin,linkedin+7,call+2,email+4,call+4")
      << "days stay between the places";
  page.menu("step 1", "Remove");
  page.menu("step 4", "Remove");
  page.menu("step 3", "Remove");
  EXPECT_EQ(plan(LeadType::kWebinar), "linkedin,call+2");
  EXPECT_TRUE(page.screen.says("After 2 touches without an answer comes a goodbye"));
  page.screen.click(Role::kButton, "Add a step");
  EXPECT_EQ(plan(LeadType::kWebinar), "linkedin,call+2,call+2");
  page.screen.click(Role::kButton, "Back to the usual plan");
  EXPECT_EQ(plan(LeadType::kWebinar), text_of(default_cadence(LeadType::kWebinar)));
  EXPECT_FALSE(page.has(Role::kButton, "Back to the usual plan"));
  page.screen.fill("Days before step 2", "lots");
  EXPECT_TRUE(page.screen.says("Please write a number of days from 0 to 365."));
}

TEST(PlanSettings, C6_SayHowLongNurtureIs) {
  Page page;
  page.open("Follow-up plans");
  page.screen.fill("Nurture", "120");
  EXPECT_EQ(page.team().nurture_days, 120);
  EXPECT_TRUE(page.screen.says("then nurture for 120 days"));
}

// ---- the place -----------------------------------------------------------------------------------------------

TEST(Settings, AreAListAndThenOneSectionOnAPhone) {
  Page page;
  page.screen.resize(390, 844, headless::Screen::Pointer::kFinger);
  EXPECT_FALSE(page.has(Role::kTextbox, "Team name"));
  page.screen.click(Role::kListItem, "Response times, 1 hour, 24 hours at most");
  EXPECT_TRUE(page.has(Role::kTextbox, "Goal"));
  page.screen.click(Role::kButton, "All settings");
  EXPECT_TRUE(page.has(Role::kListItem, "Team and device"));
}

TEST(Settings, GiveEveryWidgetAnIdOfItsOwn) {
  Page page;
  page.add_lead("Olga", {{"custom:Halle", "B4"}});
  page.app.dispatch(app::SetSetting{marquee_key("example.com"), "1"});
  for (const float width : {1280.0F, 820.0F}) {
    page.screen.resize(width, 1180);
    for (const std::string_view section :
         {"Team and device", "Fit criteria", "Interest points", "Best leads", "Sub-stages",
          "Response times", "Follow-up plans"}) {
      page.open(section);
      EXPECT_EQ(page.screen.tree().repeated_ids(), 0U) << section;
    }
    page.open("Fit criteria");
    page.screen.click(Role::kListItem, "Where are they?");
    EXPECT_EQ(page.screen.tree().repeated_ids(), 0U);
  }
}

}  // namespace
}  // namespace leadlight::ui
