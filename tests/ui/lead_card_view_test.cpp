#include <format>

#include "tests/ui/product.h"

namespace leadlight::ui {
namespace {

struct CardTest : testing::Test {
  Product product;
  Screen& screen = product.screen;
  Id olga = product.add({{"full_name", "Olga Petrova"},
                         {"title", "Head of Procurement"},
                         {"company", "Brauwerk Nord"},
                         {"email", "olga@brauwerk.example"},
                         {"employees", "300"},
                         {"lead_type", "badge_scan"}});
  CardTest() { product.dispatch(app::OpenLead{olga}); }
};

TEST_F(CardTest, ReasonsAddUpToTheScore) {
  product.dispatch(app::LogTouch{olga, TouchKind::kQuoteRequested, TouchResult::kNone, {}});
  const score::Explanation why = product.app.explain(product.row(olga));
  int sum = 0;
  for (const std::string& name : screen.names(Role::kListItem)) {
    const bool minus = name.starts_with("−");
    if (!minus && !name.starts_with("+")) continue;
    const int points = std::atoi(name.c_str() + (minus ? std::string_view("−").size() : 1));
    sum += minus ? -points : points;
  }
  EXPECT_EQ(sum, why.points.total());
  EXPECT_TRUE(screen.has(Role::kHeading, std::format("Why {}", sum)));
}

TEST_F(CardTest, SaysNoSourceWhereNoneIsKnown) {
  const Id jim = product.add("Jim Brodo");
  product.dispatch(app::EditLead{jim, {{"lead_type", ""}}});
  product.dispatch(app::OpenLead{jim});
  EXPECT_TRUE(screen.says("Came in"));
  EXPECT_FALSE(screen.says("Came in:")) << screen.outline();
  product.dispatch(app::OpenLead{olga});
  EXPECT_TRUE(screen.says("Came in: Badge scan"));
}

TEST_F(CardTest, ATouchIsLoggedInTwoTaps) {
  screen.click(Role::kButton, "Log…");
  screen.click(Role::kButton, "Sent");
  const Row touch = product.model().lead(product.row(olga)).first_touch;
  ASSERT_NE(touch, kNoRow);
  EXPECT_EQ(product.model().touch(touch).kind, TouchKind::kEmail);
  EXPECT_FALSE(screen.has(Role::kDialog, "Log a touch"));
}

TEST_F(CardTest, WhatTheyDidIsLoggedToo) {
  screen.click(Role::kButton, "Log…");
  screen.click(Role::kTab, "They did");
  screen.click(Role::kButton, "Quote requested");
  const Row touch = product.model().lead(product.row(olga)).first_touch;
  ASSERT_NE(touch, kNoRow);
  EXPECT_EQ(product.model().touch(touch).kind, TouchKind::kQuoteRequested);
}

TEST_F(CardTest, AFactIsChangedWhereItStands) {
  screen.click(Role::kButton, "Title: Head of Procurement. Change");
  screen.clear_and_type("Director");
  screen.key(Key::kEnter);
  EXPECT_EQ(product.text(olga, LeadField::kTitle), "Director");
}

TEST_F(CardTest, AnAddressThatIsNoneIsNotTaken) {
  screen.click(Role::kButton, "E-mail: olga@brauwerk.example. Change");
  screen.clear_and_type("olga at brauwerk");
  screen.key(Key::kEnter);
  EXPECT_EQ(product.text(olga, LeadField::kEmail), "olga@brauwerk.example");
  EXPECT_TRUE(screen.says("This is no e-mail address"));
}

TEST_F(CardTest, ForwardIsOneTap) {
  screen.click(Role::kButton, "Move to MQL");
  EXPECT_EQ(product.stage(olga), Stage::kMql);
}

TEST_F(CardTest, WinningKeepsTheValueAndWhy) {
  screen.click(Role::kButton, "Move to…");
  screen.click(Role::kRadio, "Customer");
  screen.fill("Value in EUR", "12,500");
  screen.fill("Why did they choose us? (optional)", "Fast delivery");
  screen.click(Role::kButton, "Move to Customer");
  EXPECT_EQ(product.stage(olga), Stage::kCustomer);
  EXPECT_EQ(product.text(olga, LeadField::kValueMinor), "1250000");
  EXPECT_TRUE(screen.says("12,500 €"));
}

TEST_F(CardTest, ANoteStandsInTheTimeLine) {
  screen.fill("New note", "Replaces two lines in spring");
  screen.click(Role::kButton, "Add note");
  EXPECT_TRUE(screen.has(Role::kListItem, "Replaces two lines in spring"));
}

TEST_F(CardTest, AHalfTypedNoteIsThereWhenTheLeadIsOpenedAgain) {
  screen.fill("New note", "Call again on Mon");
  EXPECT_TRUE(product.device.preferences.get("note_draft").ends_with("Call again on Mon"));
  product.dispatch(app::OpenLead{product.add("Ben")});
  EXPECT_EQ(screen.node(Role::kTextbox, "New note").value, "");
  product.dispatch(app::OpenLead{olga});
  EXPECT_EQ(screen.node(Role::kTextbox, "New note").value, "Call again on Mon");
  screen.click(Role::kButton, "Add note");
  EXPECT_EQ(product.device.preferences.get("note_draft"), "");
}

TEST_F(CardTest, ALongNoteIsCutUntilAllOfItIsAskedFor) {
  std::string text;
  for (int i = 0; i < 60; ++i) text += std::format("Line {}\n", i);
  product.dispatch(app::AddNote{olga, text});
  const float cut = screen.node(Role::kListItem, "Line 0").rect.height;
  EXPECT_LT(cut, 400);
  screen.click(Role::kLink, "Show all");
  EXPECT_GT(screen.node(Role::kListItem, "Line 0").rect.height, 2 * cut);
}

TEST_F(CardTest, TheKeysOfTheListTurnToTheNextCard) {
  const Id ben = product.add({{"full_name", "Ben"}, {"lead_type", "quote_requested"}});
  product.go(app::Place::kLeads);
  ASSERT_EQ(product.model().leads().id((*product.state().leads)[0]), olga);
  screen.click(Role::kRow, "Olga Petrova");
  screen.key(Key::kDown);
  screen.settle();
  EXPECT_EQ(product.state().open_lead, ben);
  screen.act(Role::kButton, "Log…", a11y::Action::kFocus);
  screen.settle();
  screen.character(U'k');
  screen.settle();
  EXPECT_EQ(product.state().open_lead, olga) << "from within the card";
}

TEST_F(CardTest, ACriterionIsAnsweredByHand) {
  const Criterion criterion = product.state().settings.criteria.back();
  ASSERT_TRUE(criterion.field.empty());
  const int before = product.app.explain(product.row(olga)).points.fit;
  screen.click(Role::kButton, "Show fit criteria");
  screen.click(Role::kCombobox, criterion.question);
  screen.click(Role::kOption, criterion.answers.front().text);
  EXPECT_EQ(product.app.explain(product.row(olga)).points.fit,
            before + criterion.answers.front().points);
}

TEST_F(CardTest, ANextStepIsPlannedInTwoTaps) {
  screen.click(Role::kButton, "Plan…");
  screen.click(Role::kButton, "In a week");
  EXPECT_NE(product.text(olga, LeadField::kNextStepAt), "");
}

TEST_F(CardTest, DoNotContactTakesTheButtonsAway) {
  screen.click(Role::kButton, "More for this lead");
  screen.click(Role::kMenuItem, "Do not contact");
  EXPECT_TRUE(product.model().lead(product.row(olga)).do_not_contact);
  EXPECT_FALSE(screen.has(Role::kButton, "Write"));
}

TEST_F(CardTest, ErasingForGoodAsksForATypedWord) {
  screen.click(Role::kButton, "More for this lead");
  screen.click(Role::kMenuItem, "Erase for good…");
  screen.fill("Type ERASE. This can't be undone.", "erase me");
  EXPECT_TRUE(screen.has(Role::kButton, "Erase for good"));
  screen.click(Role::kButton, "Erase for good");
  EXPECT_FALSE(product.app.book().is_erased(olga)) << "not the word";
  screen.fill("Type ERASE. This can't be undone.", "ERASE");
  screen.click(Role::kButton, "Erase for good");
  EXPECT_TRUE(product.app.book().is_erased(olga));
  EXPECT_TRUE(product.state().open_lead.is_nil());
}

TEST_F(CardTest, AWeededOutLeadCanComeBack) {
  screen.click(Role::kButton, "More for this lead");
  screen.click(Role::kMenuItem, "Weed out…");
  screen.click(Role::kMenuItem, "Student");
  EXPECT_EQ(product.model().lead(product.row(olga)).weed_out, WeedOut::kStudent);
  screen.click(Role::kButton, "More for this lead");
  screen.click(Role::kMenuItem, "Take back into the funnel");
  EXPECT_EQ(product.model().lead(product.row(olga)).weed_out, WeedOut::kNone);
}

TEST_F(CardTest, TheTeamsOwnFieldsAreAdded) {
  screen.click(Role::kButton, "Show empty fields");
  screen.fill("Own field", "Referrer");
  screen.fill("Value", "Dr. Möller");
  screen.click(Role::kButton, "Add");
  EXPECT_TRUE(screen.has(Role::kButton, "Referrer: Dr. Möller. Change"));
}

TEST_F(CardTest, ThePhoneGoesBackFromIt) {
  product.phone();
  screen.click(Role::kButton, "Back");
  EXPECT_TRUE(product.state().open_lead.is_nil());
}

}  // namespace
}  // namespace leadlight::ui
