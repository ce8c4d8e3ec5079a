#include <algorithm>
#include <format>

#include "base/text.h"
#include "tests/ui/other_tab.h"
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

TEST_F(CardTest, TheNextStepIsNothingThatCantBeDone) {
  EXPECT_FALSE(screen.says("find an")) << screen.outline();
  const Id jim = product.add("Jim Brodo", "Northfield");
  product.dispatch(app::OpenLead{jim});
  EXPECT_FALSE(screen.says("Next: e-mail")) << screen.outline();
  EXPECT_TRUE(screen.says("Next: find an e-mail address") ||
              screen.says("Next: find a phone number"))
      << screen.outline();
  product.dispatch(app::PlanStep{jim, TouchKind::kEmail, product.device.clock.now() + kDayMs});
  EXPECT_TRUE(screen.says("Next: find an e-mail address")) << screen.outline();
  product.dispatch(app::EditLead{jim, {{"email", "jim@northfield.example"}}});
  EXPECT_TRUE(screen.says("Next: e-mail")) << screen.outline();
}

// Practice C8, also at a time at which nothing is due: a badge that was scanned late in the
// evening.
TEST_F(CardTest, WhoDidNotAskToBeCalledIsWrittenTo) {
  const UtcMs local = product.device.clock.now() + product.state().local_offset_minutes * kMinuteMs;
  product.pass(kDayMs - local % kDayMs - 5 * kMinuteMs);
  const Id jim = product.add({{"full_name", "Jim Brodo"},
                              {"email", "jim@initech.example"},
                              {"phone", "0221 000001"},
                              {"lead_type", "badge_scan"}});
  product.dispatch(app::OpenLead{jim});
  ASSERT_TRUE(std::ranges::none_of(product.state().today, [&](const followup::Item& item) {
    return item.lead == product.row(jim);
  }));
  screen.click(Role::kButton, "Log…");
  EXPECT_TRUE(screen.has(Role::kButton, "Sent")) << screen.outline();
}

TEST_F(CardTest, ATouchIsLoggedInTwoTaps) {
  screen.click(Role::kButton, "Log…");
  screen.click(Role::kButton, "Sent");
  const Row touch = product.model().lead(product.row(olga)).first_touch;
  ASSERT_NE(touch, kNoRow);
  EXPECT_EQ(product.model().touch(touch).kind, TouchKind::kEmail);
  EXPECT_FALSE(screen.has(Role::kDialog, "Log a touch"));
}

TEST_F(CardTest, TheSecondTapOfTwoMovesNoFurther) {
  screen.click(Role::kButton, "Move to MQL");
  screen.click(Role::kButton, "Move to SQL");
  EXPECT_EQ(product.stage(olga), Stage::kMql) << "meant for what stood there before";
  screen.wait(600);
  screen.click(Role::kButton, "Move to SQL");
  EXPECT_EQ(product.stage(olga), Stage::kSql);
}

// It is there again after a reload, and after the dialog was closed by a slip, whatever was done
// meanwhile.
TEST_F(CardTest, WhatIsWrittenInADialogIsADraftUntilItIsUsedOrCancelled) {
  const auto draft = [&](std::string_view which) { return product.state().draft_of(olga, which); };
  screen.click(Role::kButton, "Log…");
  screen.click(Role::kTextbox, "Note (optional)");
  screen.type("Asks for two lines");
  screen.settle();
  EXPECT_EQ(draft(app::kTouchDraft), "Asks for two lines");
  screen.click(Role::kButton, "Close");
  EXPECT_EQ(draft(app::kTouchDraft), "Asks for two lines");
  const Id other = product.add("Tim Lee");
  product.dispatch(app::OpenLead{other});
  screen.settle();
  screen.click(Role::kButton, "Log…");
  EXPECT_EQ(screen.node(Role::kTextbox, "Note (optional)").value, "");
  screen.click(Role::kButton, "Close");
  product.dispatch(app::OpenLead{olga});
  screen.settle();
  screen.click(Role::kButton, "Log…");
  EXPECT_EQ(screen.node(Role::kTextbox, "Note (optional)").value, "Asks for two lines");
  screen.click(Role::kButton, "Sent");
  EXPECT_EQ(draft(app::kTouchDraft), "");
  EXPECT_TRUE(screen.says("Asks for two lines"));
  screen.click(Role::kButton, "Log…");
  EXPECT_EQ(screen.node(Role::kTextbox, "Note (optional)").value, "");
  screen.click(Role::kButton, "Close");

  screen.click(Role::kButton, "Move to…");
  screen.click(Role::kTextbox, "Why? (optional)");
  screen.type("They have the budget");
  screen.settle();
  EXPECT_EQ(draft(app::kMoveDraft), "They have the budget");
  screen.click(Role::kButton, "Cancel");
  EXPECT_EQ(draft(app::kMoveDraft), "");
  screen.click(Role::kButton, "Move to…");
  EXPECT_EQ(screen.node(Role::kTextbox, "Why? (optional)").value, "") << "cancelled is gone";
  product.device.address.go_back();
  screen.settle();
  EXPECT_FALSE(screen.has(Role::kDialog, "Move Olga Petrova"));
  EXPECT_EQ(product.state().open_lead, olga) << "Back closes the dialog alone";
  screen.click(Role::kButton, "Move to…");
  screen.click(Role::kTextbox, "Why? (optional)");
  screen.clear_and_type("");
  screen.click(Role::kButton, "Cancel");
  product.dispatch(
      app::KeepDraft{olga, std::string(app::kMoveDraft), "As another page has left it"});
  screen.click(Role::kButton, "Move to…");
  EXPECT_EQ(screen.node(Role::kTextbox, "Why? (optional)").value, "As another page has left it");
  screen.click(Role::kRadio, "SQL");
  screen.click(Role::kButton, "Move to SQL");
  EXPECT_EQ(draft(app::kMoveDraft), "");
  EXPECT_EQ(product.stage(olga), Stage::kSql);
}

TEST_F(CardTest, ADialogGoesOnWithTheHeirAndWhatWasWrittenForBoth) {
  const Id heir = product.add("Olga P.");
  product.dispatch(app::KeepDraft{heir, std::string(app::kTouchDraft), "About B"});
  product.dispatch(app::OpenLead{olga});
  screen.settle();
  screen.click(Role::kButton, "Log…");
  screen.click(Role::kTextbox, "Note (optional)");
  screen.type("About A");
  screen.settle();
  OtherTab other(product.device);
  other.dispatch(app::MergeLeads{heir, {olga}});
  screen.settle();
  EXPECT_TRUE(screen.has(Role::kDialog, "Log a touch with Olga P."));
  EXPECT_EQ(screen.node(Role::kTextbox, "Note (optional)").value, "About B About A");
  screen.click(Role::kButton, "Sent");
  EXPECT_TRUE(product.state().drafts.empty()) << product.state().drafts.front().text;
  EXPECT_TRUE(screen.says("About B About A"));
}

// Practice C3: one next step, or a written reason why not.
TEST_F(CardTest, C3_WhoHasNoNextStepHasAReason) {
  product.dispatch(app::LogTouch{olga, TouchKind::kCall, TouchResult::kReached, {}});
  product.dispatch(app::PlanStep{olga, TouchKind::kCall, 0});
  EXPECT_EQ(product.state().without_next_step, 1U);
  product.dispatch(app::OpenLead{olga});
  screen.click(Role::kButton, "Plan…");
  screen.fill("Or no next step, because", "They wait for their budget");
  screen.click(Role::kButton, "Leave it");
  EXPECT_FALSE(screen.has(Role::kDialog, "Plan the next step"));
  EXPECT_EQ(product.state().without_next_step, 0U);
  EXPECT_TRUE(screen.says("No step: They wait for their budget")) << screen.outline();
  product.dispatch(app::LogTouch{olga, TouchKind::kEmail, TouchResult::kNone, {}});
  EXPECT_EQ(product.text(olga, LeadField::kNoStepWhy), "");
}

// Practice C6: a date, and what they get then.
TEST_F(CardTest, C6_NotNowAsksUntilWhenAndWithWhat) {
  product.dispatch(app::OpenLead{olga});
  screen.click(Role::kButton, "Log…");
  screen.click(Role::kButton, "Not now");
  ASSERT_TRUE(screen.has(Role::kDialog, "Log a touch")) << "it asks first";
  screen.click(Role::kRadio, "Case study");
  screen.click(Role::kButton, "In half a year");
  EXPECT_FALSE(screen.has(Role::kDialog, "Log a touch"));
  EXPECT_EQ(product.text(olga, LeadField::kNurtureTrack), "case study");
  const UtcMs until = integer_from_text(product.text(olga, LeadField::kNurtureUntil)).value_or(0);
  EXPECT_EQ((until - product.state().now) / kDayMs, 181);
  EXPECT_TRUE(product.state().today.empty());
  product.pass(182 * kDayMs);
  ASSERT_EQ(product.state().today.size(), 1U);
  EXPECT_TRUE(screen.says("Nurture ends today: case study")) << screen.outline();

  screen.click(Role::kButton, "Log…");
  screen.click(Role::kButton, "Not now");
  screen.fill("Or on this day", "2020-01-01");
  screen.click(Role::kButton, "Rest");
  EXPECT_TRUE(screen.says("This day is past."));
}

TEST_F(CardTest, WhatIsBeingTypedAboutSomebodyWhoIsErasedElsewhereGoes) {
  OtherTab other(product.device);
  const auto goes_from = [&](std::string_view button, std::string_view field) {
    SCOPED_TRACE(field);
    const Id lea = product.add("Lea Kraft");
    product.dispatch(app::OpenLead{olga});
    if (!button.empty()) screen.click(Role::kButton, button);
    screen.click(Role::kTextbox, field);
    screen.type("Ask Lea Kraft");
    screen.settle();
    ASSERT_EQ(product.state().drafts.size(), 1U);
    other.dispatch(app::EraseLeads{{lea}});
    screen.settle();
    EXPECT_TRUE(product.state().drafts.empty());
    EXPECT_EQ(screen.node(Role::kTextbox, field).value, "");
    ASSERT_FALSE(product.state().toasts.empty());
    EXPECT_EQ(product.state().toasts.back().text,
              "One text half typed about who was erased went with them");
    screen.type("x");
    screen.settle();
    EXPECT_EQ(product.state().drafts.size(), 1U);
    EXPECT_EQ(product.state().drafts.front().text, "x");
    screen.clear_and_type("");
    screen.key(Key::kEscape);
    screen.settle();
  };
  goes_from("", "New note");
  goes_from("Log…", "Note (optional)");
  goes_from("Move to…", "Why? (optional)");
}

TEST_F(CardTest, AMoveGoesOnWithTheHeirAndBothReasons) {
  for (const bool won : {true, false})
    for (const bool types_value : {won, false}) {
      SCOPED_TRACE(testing::Message() << won << types_value);
      const Id heir = product.add("Olga P."), goes = product.add("Olga Twin");
      product.dispatch(app::KeepDraft{heir, std::string(app::kMoveDraft), "About B"});
      product.dispatch(app::OpenLead{goes});
      screen.settle();
      screen.click(Role::kButton, "Move to…");
      screen.click(Role::kRadio, won ? "Customer" : "No customer");
      const std::string_view why =
          won ? "Why did they choose us? (optional)" : "In their words (optional)";
      screen.click(Role::kTextbox, why);
      screen.type("About A");
      if (types_value) {
        screen.click(Role::kTextbox, "Value in EUR");
        screen.type("12500");
      }
      screen.settle();
      OtherTab other(product.device);
      other.dispatch(app::MergeLeads{heir, {goes}});
      screen.settle();
      EXPECT_EQ(screen.node(Role::kTextbox, why).value, "About B About A");
      EXPECT_EQ(product.state().draft_of(heir, app::kMoveDraft), "About B About A");
      if (types_value) {
        screen.type("0");
        screen.settle();
        EXPECT_EQ(screen.node(Role::kTextbox, "Value in EUR").value, "125000");
      }
      EXPECT_EQ(screen.node(Role::kTextbox, why).value, "About B About A");
      screen.click(Role::kButton, "Cancel");
    }
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

// What a person types into a fact of the card is never dropped but by Escape.
struct OpenFactTest : CardTest {
  const Id ben = product.add({{"full_name", "Ben Adler"}, {"phone", "030 123456"}});
  OpenFactTest() { product.dispatch(app::OpenLead{olga}); }

  void open(std::string_view name) { screen.click(Role::kButton, name); }
  std::string last_toast() const {
    return product.state().toasts.empty() ? std::string() : product.state().toasts.back().text;
  }
  std::string draft(std::string_view field) const {
    return std::string(product.state().draft_of(olga, field));
  }
};

TEST_F(OpenFactTest, IsSavedWhenTheBrowserGoesBack) {
  const std::string of_olga = product.device.address.now;
  product.dispatch(app::OpenLead{ben});
  open("Phone: 030 123456. Change");
  screen.clear_and_type("030 12345");
  screen.key_presses("030 123457");  // and at once:
  product.device.address.go_to(of_olga);
  screen.settle();
  EXPECT_EQ(product.state().open_lead, olga);
  EXPECT_EQ(product.text(ben, LeadField::kPhone), "030 123457");
  EXPECT_EQ(product.device.drafts.kept(), "");
  open("Title: Head of Procurement. Change");
  screen.key_presses("Director");
  product.device.address.go_to("#/today");
  screen.settle();
  EXPECT_TRUE(product.state().open_lead.is_nil());
  EXPECT_EQ(product.text(olga, LeadField::kTitle), "Director");
}

TEST_F(OpenFactTest, IsSavedWhenThePageIsHidden) {
  open("Title: Head of Procurement. Change");
  screen.key_presses("Director");
  screen.hide();
  EXPECT_EQ(product.text(olga, LeadField::kTitle), "Director");
  EXPECT_EQ(product.device.drafts.kept(), "");
}

TEST_F(OpenFactTest, OfASettingIsSavedWhenThePageIsHiddenAndGoesOn) {
  product.go(app::Place::kSettings);
  ASSERT_TRUE(screen.has(Role::kTextbox, "Your name")) << screen.outline();
  screen.click(Role::kTextbox, "Your name");
  screen.key_presses("Ana");
  screen.hide();
  EXPECT_EQ(product.state().my_name, "Ana");
  EXPECT_EQ(screen.entry().label, "Your name");
}

TEST_F(OpenFactTest, StaysWithItsTextWhereTheValueIsRefused) {
  open("E-mail: olga@brauwerk.example. Change");
  screen.clear_and_type("olga@");
  screen.key(Key::kEnter);
  EXPECT_EQ(screen.entry().label, "E-mail") << "to be mended at once";
  open("Title: Head of Procurement. Change");  // leaves it
  screen.clear_and_type("Director");
  screen.key(Key::kEnter);
  EXPECT_EQ(product.text(olga, LeadField::kTitle), "Director");
  EXPECT_EQ(screen.node(Role::kTextbox, "E-mail").value, "olga@");
  EXPECT_TRUE(screen.says("This is no e-mail address"));
  EXPECT_EQ(draft("email"), "olga@");

  product.dispatch(app::OpenLead{ben});
  EXPECT_EQ(last_toast(),
            "The e-mail of Olga Petrova is not saved: “olga@”. This is no e-mail address, like "
            "name@example.com. It waits on the card.");
  screen.click(Role::kButton, "Open");
  EXPECT_EQ(product.state().open_lead, olga);
  EXPECT_EQ(screen.node(Role::kTextbox, "E-mail").value, "olga@");
  EXPECT_TRUE(screen.says("This is no e-mail address"));
  screen.click(Role::kTextbox, "E-mail");
  screen.clear_and_type("olga@nord.example");
  screen.key(Key::kEnter);
  EXPECT_EQ(product.text(olga, LeadField::kEmail), "olga@nord.example");
  EXPECT_EQ(product.device.drafts.kept(), "");
}

TEST_F(OpenFactTest, IsDroppedByEscape) {
  open("E-mail: olga@brauwerk.example. Change");
  screen.clear_and_type("olga@");
  EXPECT_EQ(draft("email"), "olga@");
  screen.key(Key::kEscape);
  EXPECT_EQ(draft("email"), "");
  EXPECT_TRUE(screen.has(Role::kButton, "E-mail: olga@brauwerk.example. Change"));
  EXPECT_EQ(product.state().open_lead, olga);
}

TEST_F(OpenFactTest, FollowsAnotherTabWhileNothingIsTyped) {
  OtherTab other(product.device);
  open("Title: Head of Procurement. Change");
  other.dispatch(app::EditLead{olga, {{"title", "Buyer"}}});
  screen.settle();
  EXPECT_EQ(screen.entry().value, "Buyer");
  screen.key(Key::kEnter);
  EXPECT_EQ(product.text(olga, LeadField::kTitle), "Buyer") << "nobody typed anything here";
  EXPECT_FALSE(product.app.book().has_concurrent(0, product.row(olga)));
}

// What stood there when typing began is replaced, what came meanwhile is not: both can be chosen.
TEST_F(OpenFactTest, KeepsWhatAnotherTabSavedMeanwhile) {
  for (const bool reload : {false, true}) {
    SCOPED_TRACE(reload);
    OtherTab other(product.device);
    const std::string before = product.text(olga, LeadField::kTitle);
    const std::string theirs = reload ? "Chief buyer" : "Buyer";
    open("Title: " + before + ". Change");
    screen.clear_and_type("Director");
    other.dispatch(app::EditLead{olga, {{"title", theirs}}});
    screen.settle();
    EXPECT_EQ(screen.entry().value, "Director");
    EXPECT_TRUE(screen.says("Changed elsewhere; saving keeps both. There: “" + theirs + "”"));
    if (reload) {
      product.device.shelf.slots.push_back({.text = product.device.drafts.kept(), .open = false});
      screen.key(Key::kEscape);
      product.dispatch(app::CloseLead{});
      product.app.start();
      screen.settle();
      product.dispatch(app::OpenLead{olga});
      screen.click(Role::kTextbox, "Title");
    }
    screen.key(Key::kEnter);
    EXPECT_EQ(product.text(olga, LeadField::kTitle), "Director");
    EXPECT_TRUE(last_toast().contains("the card shows both")) << last_toast();
    EXPECT_TRUE(screen.says("Also written at the same time"));
    screen.click(Role::kButton, "Use this");
    EXPECT_EQ(product.text(olga, LeadField::kTitle), theirs);
    EXPECT_FALSE(product.app.book().has_concurrent(0, product.row(olga)));
    EXPECT_EQ(product.device.drafts.kept(), "");
  }
}

// An emptied field is half typed too: what came meanwhile stays, and a crash does not bring it
// back.
TEST_F(OpenFactTest, KeepsWhatAnotherTabSavedWhileItWasEmpty) {
  for (const std::string typed : {"", "Director"}) {
    SCOPED_TRACE(typed);
    OtherTab other(product.device);
    const std::string theirs = typed.empty() ? "Buyer" : "Chief buyer";
    open("Title: " + product.text(olga, LeadField::kTitle) + ". Change");
    screen.clear_and_type("");
    EXPECT_FALSE(product.device.drafts.kept().empty());
    other.dispatch(app::EditLead{olga, {{"title", theirs}}});
    screen.settle();
    EXPECT_EQ(screen.entry().value, "");
    screen.type(typed);
    screen.key(Key::kEnter);
    EXPECT_EQ(product.text(olga, LeadField::kTitle), typed);
    EXPECT_TRUE(last_toast().contains("the card shows both")) << last_toast();
    screen.click(Role::kButton, "Use this");
    EXPECT_EQ(product.text(olga, LeadField::kTitle), theirs);
    EXPECT_EQ(product.device.drafts.kept(), "");
  }
}

TEST_F(OpenFactTest, OfALeadThatIsDeletedElsewhereWaitsOnItsCard) {
  OtherTab other(product.device);
  open("Title: Head of Procurement. Change");
  screen.key_presses("Director");
  other.dispatch(app::DeleteLeads{{olga}});
  screen.settle();
  EXPECT_TRUE(product.state().open_lead.is_nil());
  EXPECT_EQ(last_toast(),
            "The title of Olga Petrova is not saved: “Director”. The lead was deleted meanwhile. "
            "What you typed waits on its card.");
  screen.click(Role::kButton, "Open");
  EXPECT_EQ(screen.node(Role::kTextbox, "Title").value, "Director");
  screen.click(Role::kButton, "Restore this lead");
  screen.click(Role::kTextbox, "Title");
  screen.key(Key::kEnter);
  EXPECT_EQ(product.text(olga, LeadField::kTitle), "Director");
  EXPECT_EQ(product.device.drafts.kept(), "");
}

TEST_F(OpenFactTest, IsThereAfterACrash) {
  product.device.shelf.slots.push_back({.text = {}, .open = false});
  open("Title: Head of Procurement. Change");
  screen.clear_and_type("Director of");
  product.device.shelf.slots.back().text = product.device.drafts.kept();
  screen.key(Key::kEscape);
  product.dispatch(app::CloseLead{});
  product.app.start();
  EXPECT_TRUE(last_toast().starts_with("The title of Olga Petrova is not saved: “Director of”."));
  screen.settle();
  screen.click(Role::kButton, "Open");
  EXPECT_EQ(screen.node(Role::kTextbox, "Title").value, "Director of");
  EXPECT_FALSE(screen.node(Role::kTextbox, "Title").offscreen) << "it is far down";
  EXPECT_TRUE(screen.says("not saved yet"));
  screen.click(Role::kTextbox, "Title");
  screen.key_presses(" sales");
  screen.settle();
  EXPECT_FALSE(screen.says("is not saved: “Director of")) << "it is another text now";
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
  EXPECT_TRUE(product.device.drafts.kept().ends_with("Call again on Mon"));
  product.dispatch(app::OpenLead{product.add("Ben")});
  EXPECT_EQ(screen.node(Role::kTextbox, "New note").value, "");
  product.dispatch(app::OpenLead{olga});
  EXPECT_EQ(screen.node(Role::kTextbox, "New note").value, "Call again on Mon");
  screen.click(Role::kButton, "Add note");
  EXPECT_EQ(product.device.drafts.kept(), "");
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

TEST_F(CardTest, AnOwnFieldThatIsNotAddedYetIsThereWhenTheLeadIsOpenedAgain) {
  screen.click(Role::kButton, "Show empty fields");
  screen.fill("Own field", "Referrer");
  screen.fill("Value", "Dr. Möller");
  const Id ben = product.add("Ben");
  product.dispatch(app::OpenLead{ben});
  EXPECT_EQ(screen.node(Role::kTextbox, "Own field").value, "");
  EXPECT_EQ(screen.node(Role::kTextbox, "Value").value, "");
  screen.click(Role::kButton, "Hide empty fields");
  product.dispatch(app::OpenLead{olga});
  ASSERT_TRUE(screen.has(Role::kTextbox, "Own field")) << "what is typed is seen";
  EXPECT_EQ(screen.node(Role::kTextbox, "Own field").value, "Referrer");
  EXPECT_EQ(screen.node(Role::kTextbox, "Value").value, "Dr. Möller");

  product.device.shelf.slots.push_back({.text = product.device.drafts.kept(), .open = false});
  product.dispatch(app::OpenLead{ben});
  product.dispatch(app::KeepDraft{olga, std::string(app::kOwnFieldDraft), {}});
  product.app.start();
  screen.settle();
  EXPECT_TRUE(screen.says("The own field of Olga Petrova is not saved: “Referrer: Dr. Möller”."));
  product.dispatch(app::OpenLead{olga});
  EXPECT_EQ(screen.node(Role::kTextbox, "Value").value, "Dr. Möller");
  screen.click(Role::kButton, "Add");
  EXPECT_TRUE(screen.has(Role::kButton, "Referrer: Dr. Möller. Change"));
  EXPECT_EQ(product.device.drafts.kept(), "");
  EXPECT_EQ(screen.node(Role::kTextbox, "Value").value, "");
  screen.fill("Own field", "Room");
  EXPECT_NE(product.device.drafts.kept(), "");
  screen.fill("Own field", "");
  EXPECT_EQ(product.device.drafts.kept(), "");
}

TEST_F(CardTest, ATagAnOwnerAndADayAreDraftsUntilTheyAreUsed) {
  struct Asked {
    std::string_view opens, field, typed, draft, said;
  };
  const std::array<Asked, 3> all{{{"Tag", "Tag", "Hannover", app::kTagDraft, "The tag of Olga"},
                                  {"", "Owner", "Ana", app::kAssignDraft, "The owner of Olga"},
                                  {"Plan…", "Or on this day", "2031-02-03", app::kPlanDraft,
                                   "The day of a next step of Olga"}}};
  for (const Asked& asked : all) {
    SCOPED_TRACE(asked.field);
    const auto open = [&] {
      if (!asked.opens.empty()) return screen.click(Role::kButton, asked.opens);
      screen.click(Role::kButton, "More for this lead");
      screen.click(Role::kMenuItem, "Assign…");
    };
    open();
    screen.fill(asked.field, asked.typed);
    EXPECT_EQ(product.state().draft_of(olga, asked.draft), asked.typed);
    product.device.shelf.slots.push_back({.text = product.device.drafts.kept(), .open = false});
    screen.fill(asked.field, "");
    EXPECT_EQ(product.device.drafts.kept(), "") << "emptied by hand";
    screen.click(Role::kButton, "Close");
    product.app.start();
    screen.settle();
    EXPECT_TRUE(screen.says(asked.said));
    open();
    EXPECT_EQ(screen.node(Role::kTextbox, asked.field).value, asked.typed);
    screen.click(Role::kTextbox, asked.field);
    screen.key(Key::kEnter);
    EXPECT_EQ(product.device.drafts.kept(), "");
    open();
    EXPECT_EQ(screen.node(Role::kTextbox, asked.field).value, "");
    screen.click(Role::kButton, "Close");
  }
  screen.click(Role::kButton, "Tag");
  screen.fill("Tag", "Hannov");
  screen.click(Role::kButton, "Hannover");
  EXPECT_EQ(product.device.drafts.kept(), "") << "another was chosen in its place";
}

TEST_F(CardTest, ThePhoneGoesBackFromIt) {
  product.phone();
  screen.click(Role::kButton, "Back");
  EXPECT_TRUE(product.state().open_lead.is_nil());
}

}  // namespace
}  // namespace leadlight::ui
