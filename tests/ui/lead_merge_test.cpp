// Merging leads on screen: from the selection and from the card, and back (practice E8).
#include "tests/ui/product.h"

namespace leadlight::ui {
namespace {

struct LeadMergeTest : testing::Test {
  Product product;
  Screen& screen = product.screen;
  Id james = product.add(
      {{"full_name", "James Brodo"}, {"company", "Brodo Ltd"}, {"email", "james@brodo.example"}});
  Id jim = product.add(
      {{"full_name", "Jim Brodo"}, {"email", "jim@brodo.example"}, {"phone", "+49 30 5550123"}});
  Id ada = product.add("Ada Lind", "Bolt");
  LeadMergeTest() { product.dispatch(app::AddNote{jim, "Met at the fair"}); }
  [[nodiscard]] bool is_alive(Id lead) const {
    return product.model().leads().alive(product.row(lead));
  }
};

TEST_F(LeadMergeTest, TwoThatAreSelectedBecomeTheOneThatIsChosen) {
  product.go(app::Place::kLeads);
  product.dispatch(app::SetSelection{{james, jim}});
  screen.click(Role::kButton, "Merge…");
  ASSERT_TRUE(screen.has(Role::kDialog, "Merge 2 leads"));
  screen.click(Role::kRadio, "James Brodo");
  EXPECT_TRUE(screen.has(Role::kListItem,
                         "E-mail: james@brodo.example stays for James Brodo; Jim Brodo says "
                         "jim@brodo.example"));
  EXPECT_TRUE(screen.says("Phone: +49 30 5550123"));
  EXPECT_TRUE(screen.says("1 note"));
  screen.click(Role::kRadio, "Jim Brodo");
  EXPECT_TRUE(screen.has(Role::kHeading, "What Jim Brodo gets"));
  EXPECT_TRUE(screen.says("Company: Brodo Ltd"));
  screen.click(Role::kRadio, "James Brodo");
  screen.click(Role::kButton, "Merge");
  EXPECT_FALSE(screen.has(Role::kDialog, "Merge 2 leads"));
  EXPECT_FALSE(is_alive(jim));
  EXPECT_EQ(product.text(james, LeadField::kPhone), "+49 30 5550123");
  EXPECT_TRUE(product.state().selection.empty());
  EXPECT_TRUE(screen.says("Merged Jim Brodo into James Brodo"));
  screen.click(Role::kButton, "Undo");
  EXPECT_TRUE(is_alive(jim));
}

void send(Product& from, Product& to) {
  from.dispatch(app::ExportSnapshot{});
  to.dispatch(app::OpenFiles{{{"book.json", from.device.files.saved.back().bytes}}});
  to.dispatch(app::CommitImport{});
}

// A colleague works on one of the two, and knows of no merge.
struct ApartTest : LeadMergeTest {
  // The button in the row of what it says otherwise.
  void use(std::string_view label) {
    for (const a11y::Node& item : screen.tree().nodes()) {
      if (item.role != Role::kListItem || item.name != label) continue;
      for (const a11y::Node& one : screen.tree().nodes())
        if (one.parent == item.id && one.role == Role::kButton)
          return screen.click_at(one.rect.x + one.rect.width / 2, one.rect.y + one.rect.height / 2);
    }
    ADD_FAILURE() << label << " is not offered\n" << screen.outline();
  }
};

TEST_F(ApartTest, WhatWasTakenAwayOrPutOffCanBeUsed) {
  Product other;
  product.dispatch(app::EditLead{jim, {{"need", "A press"}}});
  product.dispatch(app::SetTag{{jim}, "vip", true});
  send(product, other);
  product.dispatch(app::MergeLeads{james, {jim}});
  ASSERT_EQ(product.text(james, LeadField::kNeed), "A press");
  other.dispatch(app::EditLead{jim, {{"need", ""}}});
  other.dispatch(app::SetTag{{jim}, "vip", false});
  other.dispatch(app::SetWeedOut{{jim}, WeedOut::kPress});
  other.dispatch(app::Snooze{{jim}, other.state().now + 3 * kDayMs});
  send(other, product);
  screen.resize(1280, 2000);
  product.dispatch(app::OpenLead{james});
  EXPECT_TRUE(screen.says("Jim Brodo was worked on apart from the merge."));
  EXPECT_TRUE(screen.says("Taken away there"));
  for (const std::string_view label :
       {"What they need", "Tag, taken away there", "Snoozed until", "Weeded out"}) {
    use(label);
    screen.settle();
    EXPECT_FALSE(screen.has(Role::kListItem, label));
  }
  EXPECT_EQ(product.text(james, LeadField::kNeed), "");
  EXPECT_EQ(product.text(james, LeadField::kWeedOut), "press");
  EXPECT_EQ(product.text(james, LeadField::kSnoozedUntil),
            std::to_string(other.state().now + 3 * kDayMs));
  EXPECT_FALSE(screen.says("was worked on apart")) << "all of it counts now";
}

TEST_F(ApartTest, WhatWasDoneApartIsToBeSettledOnTheCard) {
  Product other;
  send(product, other);
  product.dispatch(app::PlanStep{james, TouchKind::kCall, product.state().now + 2 * kDayMs});
  product.dispatch(app::MergeLeads{james, {jim}});
  other.dispatch(app::SetTag{{jim}, "vip", true});
  other.dispatch(app::PlanStep{jim, TouchKind::kMeeting, other.state().now + kDayMs});
  other.dispatch(app::MoveToStage{{jim}, Stage::kMql, {}, LossReason::kNone, {}, {}});
  send(other, product);
  product.go(app::Place::kShare);
  EXPECT_TRUE(screen.says("1 merged lead was worked on apart from the merge"));
  product.go(app::Place::kChanges);
  EXPECT_TRUE(screen.has(Role::kHeading, "1 merged lead was worked on apart")) << screen.outline();
  screen.click(Role::kListItem, "Jim Brodo, merged into James Brodo");
  ASSERT_EQ(product.state().open_lead, james);
  EXPECT_TRUE(screen.says("Jim Brodo was worked on apart from the merge."));
  EXPECT_TRUE(screen.says("vip")) << screen.outline();
  use("Stage");
  screen.settle();
  EXPECT_EQ(product.stage(james), Stage::kMql);
  use("Tag");
  use("Next step");
  screen.settle();
  EXPECT_EQ(product.text(james, LeadField::kNextStep), "meeting");
  EXPECT_FALSE(screen.says("was worked on apart")) << "all of it counts now";
  product.dispatch(app::Undo{});
  EXPECT_TRUE(screen.says("was worked on apart"));
  screen.click(Role::kButton, "Leave it");
  EXPECT_FALSE(screen.says("was worked on apart from the merge. Use")) << screen.outline();
  EXPECT_EQ(product.text(james, LeadField::kNextStep), "call");
}

TEST_F(LeadMergeTest, TwoThatLookAlikeAreToldApartOrNotAskedFor) {
  const Id one = product.add({{"full_name", "Eva Maur"}, {"email", "eva@maur.example"}});
  const Id other = product.add({{"full_name", "Eva Maur"}, {"email", "eva@maur.example"}});
  product.go(app::Place::kLeads);
  product.dispatch(app::SetSelection{{one, other}});
  screen.click(Role::kButton, "Merge…");
  ASSERT_TRUE(screen.has(Role::kDialog, "Merge 2 leads"));
  EXPECT_EQ(screen.count(Role::kRadio), 0U) << screen.outline();
  product.dispatch(app::MoveToStage{{other}, Stage::kSql, {}, LossReason::kNone, {}, {}});
  EXPECT_TRUE(screen.has(Role::kRadio, "Eva Maur · SQL")) << screen.outline();
  product.dispatch(app::EditLead{one, {{"company", "Maur"}}});
  EXPECT_TRUE(screen.has(Role::kRadio, "Eva Maur · Maur")) << screen.outline();
  EXPECT_TRUE(screen.has(Role::kRadio, "Eva Maur"));
}

TEST_F(LeadMergeTest, ErasingSaysWhoHasTheSameAddressAndStays) {
  const auto asked = [&](Id lead) {
    product.dispatch(app::OpenLead{lead});
    screen.click(Role::kButton, "More for this lead");
    screen.click(Role::kMenuItem, "Erase for good…");
    const bool said = screen.says("stays: erase") || screen.says("address stay");
    const bool names =
        screen.says("James B. with the same e-mail address stays: erase them too, if it is the");
    screen.key(Key::kEscape);
    return std::pair(said, names);
  };
  EXPECT_EQ(asked(james), std::pair(false, false));
  const Id twin = product.add({{"full_name", "James B."}, {"email", "james@brodo.example"}});
  EXPECT_EQ(asked(james), std::pair(true, true));
  EXPECT_EQ(asked(ada), std::pair(false, false)) << "two without an address have none in common";
  product.dispatch(app::DeleteLeads{{twin}});
  EXPECT_EQ(asked(james), std::pair(false, false));
}

TEST_F(LeadMergeTest, ErasingSaysWhoGoesWithThem) {
  const auto asked = [&] {
    product.dispatch(app::OpenLead{james});
    screen.click(Role::kButton, "More for this lead");
    screen.click(Role::kMenuItem, "Erase for good…");
    std::string said;
    for (const std::string& text : screen.names(Role::kText))
      if (text.starts_with("All that this book holds")) said = text;
    screen.key(Key::kEscape);
    return said;
  };
  EXPECT_FALSE(asked().contains("merged into them")) << asked();
  product.dispatch(app::MergeLeads{james, {jim}});
  EXPECT_TRUE(asked().contains("With them goes the record that was merged into them: Jim Brodo."))
      << asked();
  std::vector<Id> more;
  for (const char* name : {"A", "B", "C"}) more.push_back(product.add(name));
  product.dispatch(app::MergeLeads{james, more});
  EXPECT_TRUE(asked().contains("With them go the 4 records that were merged into them: "))
      << asked();
  EXPECT_TRUE(asked().contains(" and 1 more. A colleague's copy")) << asked();
}

TEST_F(LeadMergeTest, ErasingSaysWhatOfOthersNamesThem) {
  product.dispatch(app::AddNote{ada, "James Brodo sent her"});
  product.dispatch(app::AddNote{jim, "The brother is james@brodo.example"});
  product.dispatch(app::AddNote{james, "James Brodo himself"});
  product.dispatch(app::KeepDraft{jim, std::string(app::kNoteDraft), "Ask James Brodo"});
  product.dispatch(app::OpenLead{james});
  screen.click(Role::kButton, "More for this lead");
  screen.click(Role::kMenuItem, "Erase for good…");
  EXPECT_TRUE(screen.says(" 1 text that is half typed and not saved goes too. 2 notes of "))
      << screen.outline();
  EXPECT_TRUE(screen.says("2 notes of Jim Brodo and Ada Lind name them and stay."))
      << screen.outline();
}

TEST_F(LeadMergeTest, OneAloneHasNobodyToBeMergedWithInTheBar) {
  product.go(app::Place::kLeads);
  product.dispatch(app::SetSelection{{james}});
  EXPECT_FALSE(screen.has(Role::kButton, "Merge…"));
}

TEST_F(LeadMergeTest, FromTheCardTheOtherIsLookedFor) {
  // Wherever it is opened: other lists have menus and dialogs of their own.
  for (const app::Place place :
       {app::Place::kLeads, app::Place::kToday, app::Place::kSettings, app::Place::kFunnel}) {
    product.go(place);
    product.dispatch(app::OpenLead{james});
    screen.click(Role::kButton, "More for this lead");
    screen.click(Role::kMenuItem, "Merge with another lead…");
    ASSERT_TRUE(screen.has(Role::kDialog, "Merge James Brodo with…")) << screen.outline();
    EXPECT_TRUE(screen.has(Role::kButton, "Jim Brodo, jim@brodo.example"))
        << "who has the same last name is there at once";
    screen.clear_and_type("ada@nobody");
    EXPECT_TRUE(screen.says("Nothing found"));
    screen.clear_and_type("jim@bro");
    if (place == app::Place::kToday)
      screen.key(Key::kEnter);  // the only one
    else
      screen.click(Role::kButton, "Jim Brodo, jim@brodo.example");
    screen.click(Role::kRadio, "James Brodo");
    screen.click(Role::kButton, "Merge");
    EXPECT_FALSE(is_alive(jim));
    EXPECT_EQ(product.state().open_lead, james);
    product.dispatch(app::Undo{});
    EXPECT_TRUE(is_alive(jim));
  }
}

TEST_F(LeadMergeTest, TheCardShowsWhatTheOtherRecordSaysAndTakesItOver) {
  product.dispatch(app::MergeLeads{james, {jim}});
  product.dispatch(app::OpenLead{jim});
  ASSERT_TRUE(screen.has(Role::kRegion, "Card of James Brodo"));
  screen.click(Role::kButton, "Jim Brodo, jim@brodo.example");
  ASSERT_TRUE(screen.has(Role::kList, "What it says otherwise"));
  EXPECT_TRUE(screen.has(Role::kListItem, "Full name"));
  EXPECT_TRUE(screen.has(Role::kListItem, "E-mail"));
  screen.click(Role::kButton, "Use this");
  EXPECT_EQ(product.text(james, LeadField::kFullName), "Jim Brodo");
  EXPECT_FALSE(screen.has(Role::kListItem, "Full name"));
  screen.click(Role::kButton, "Separate");
  EXPECT_TRUE(is_alive(jim));
  EXPECT_FALSE(screen.has(Role::kList, "Merged with"));
}

TEST_F(LeadMergeTest, FitsOnAPhone) {
  product.phone();
  product.go(app::Place::kSettings);  // where no other lead has a menu
  product.dispatch(app::OpenLead{james});
  screen.click(Role::kButton, "More for this lead");
  screen.click(Role::kMenuItem, "Merge with another lead…");
  screen.click(Role::kButton, "Jim Brodo, jim@brodo.example");
  for (const a11y::Node& node : screen.tree().nodes()) {
    if (node.role != Role::kButton && node.role != Role::kListItem) continue;
    EXPECT_LE(node.rect.x + node.rect.width, 390.5F) << node.name;
  }
  screen.click(Role::kButton, "Merge");
  EXPECT_EQ(product.model().leads().alive_count(), 2U);
}

}  // namespace
}  // namespace leadlight::ui
