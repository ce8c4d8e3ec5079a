#include <format>

#include "tests/ui/product.h"

namespace leadlight::ui {
namespace {

struct LeadsViewTest : testing::Test {
  Product product;
  Screen& screen = product.screen;
  void show(query::Query query = {}) { product.dispatch(app::ShowLeads{std::move(query)}); }
  [[nodiscard]] std::vector<std::string> shown() const {
    std::vector<std::string> names;
    for (const Row row : *product.state().leads) names.push_back(product.model().name_of(row));
    return names;
  }
};

TEST_F(LeadsViewTest, AHeaderSortsAndSaysSo) {
  product.add("Berta");
  product.add("Adam");
  show();
  screen.click(Role::kButton, "Sort by name, ascending");
  EXPECT_EQ(shown(), (std::vector<std::string>{"Adam", "Berta"}));
  EXPECT_EQ(screen.node(Role::kColumnHeader, "Name").sorted, a11y::Toggle::kOn);
  screen.click(Role::kButton, "Sort by name, descending");
  EXPECT_EQ(shown(), (std::vector<std::string>{"Berta", "Adam"}));
}

TEST_F(LeadsViewTest, OnlyRowsThatCanBeSeenAreDrawn) {
  for (int i = 0; i < 200; ++i)
    product.app.dispatch(app::AddLead{{{"full_name", std::format("Lead {}", i)}}, {}});
  show();
  EXPECT_EQ(screen.node(Role::kTable, "Leads").row_count, 201);
  EXPECT_LT(screen.count(Role::kRow), 30U);
}

// A window of 1280 by 800 at 300%.
TEST_F(LeadsViewTest, ScrollsWhatStandsAboveWhereThereIsNoRoomForIt) {
  for (int i = 0; i < 30; ++i) product.add(std::format("Lead {}", i));
  show();
  product.device.clock.advance(20000);  // no toast lies over them any more
  screen.resize(427, 267, Screen::Pointer::kFinger);
  EXPECT_TRUE(screen.has(Role::kSearchbox, "Search these leads"));
  screen.move_to(200, 150);
  for (int i = 0; i < 40; ++i) screen.wheel(-2);
  screen.settle();
  const std::string last = product.model().name_of(product.state().leads->back());
  screen.click(Role::kListItem, last);
  EXPECT_FALSE(product.state().open_lead.is_nil());
}

TEST_F(LeadsViewTest, AnEmptyBookLeadsOnWhereThereIsLittleRoom) {
  show();
  screen.resize(427, 267, Screen::Pointer::kFinger);
  screen.move_to(200, 150);
  for (int i = 0; i < 20; ++i) screen.wheel(-2);
  screen.settle();
  const a11y::Node& add = screen.node(Role::kButton, "Add a lead");
  EXPECT_LE(add.rect.y + add.rect.height, 267 - 61);
  screen.click(Role::kButton, "Add a lead");
  EXPECT_EQ(product.state().place, app::Place::kCapture);
}

TEST_F(LeadsViewTest, ARowOpensTheCard) {
  const Id adam = product.add("Adam");
  show();
  screen.click(Role::kRow, "Adam");
  EXPECT_EQ(product.state().open_lead, adam);
}

TEST_F(LeadsViewTest, AFilterIsChosenFromItsValuesAndTakenAwayByItsChip) {
  product.add({{"full_name", "Adam"}, {"source", "Webinar"}});
  product.add({{"full_name", "Berta"}, {"source", "Referral"}});
  show();
  screen.click(Role::kButton, "Filter");
  screen.click(Role::kMenuItem, "Source");
  screen.click(Role::kCheckbox, "Webinar");
  screen.click(Role::kButton, "Done");
  EXPECT_EQ(shown(), std::vector<std::string>{"Adam"});
  EXPECT_TRUE(screen.has(Role::kButton, "Source: Webinar"));
  screen.click(Role::kButton, "Remove filter Source");
  EXPECT_EQ(shown().size(), 2U);
}

TEST_F(LeadsViewTest, ACardIsCarriedToAStageByFinger) {
  const Id adam = product.add({{"full_name", "Adam"}, {"lead_type", "badge_scan"}});
  product.phone();
  show();
  screen.click(Role::kTab, "Board");
  const auto carry_to = [&](float x, float y) {
    const a11y::Rect card = screen.node(Role::kListItem, "Adam").rect;
    screen.hold(card.x + 60, card.y + 20);
    screen.move_to(card.x + 60, card.y + 20);
    screen.press();
    screen.move_to(card.x + 90, card.y + 10);
    screen.move_to(x, y);
    screen.release();
    screen.wait(400);
  };
  carry_to(195, 700);
  EXPECT_EQ(product.stage(adam), Stage::kNew) << "its own column";
  const a11y::Rect pill = screen.node(Role::kButton, "MQL").rect;
  carry_to(pill.x + pill.width + 1, pill.y + pill.height / 2);  // in the gap behind it
  EXPECT_EQ(product.stage(adam), Stage::kMql);
}

TEST_F(LeadsViewTest, SearchingFollowsEveryKey) {
  product.add("Łukasz Żółć");
  product.add("Berta");
  show();
  screen.click(Role::kSearchbox, "Search these leads");
  screen.type("zol");
  screen.settle();
  EXPECT_EQ(shown(), std::vector<std::string>{"Łukasz Żółć"});
}

TEST_F(LeadsViewTest, AFilterThatFindsNobodyOffersToClear) {
  product.add("Adam");
  query::Query query;
  query.search = "nobody is called this";
  show(query);
  screen.click(Role::kButton, "Clear all filters");
  EXPECT_EQ(shown(), std::vector<std::string>{"Adam"});
}

TEST_F(LeadsViewTest, SelectedLeadsAreMovedTogether) {
  const Id adam = product.add("Adam"), berta = product.add("Berta");
  show();
  screen.click(Role::kCheckbox, "Select Adam");
  screen.click(Role::kCheckbox, "Select Berta");
  screen.click(Role::kButton, "Move to…");
  screen.click(Role::kRadio, "SQL");
  screen.click(Role::kButton, "Move to SQL");
  EXPECT_EQ(product.stage(adam), Stage::kSql);
  EXPECT_EQ(product.stage(berta), Stage::kSql);
}

TEST_F(LeadsViewTest, DeletedLeadsCanBeRestored) {
  const Id adam = product.add("Adam");
  show();
  screen.click(Role::kCheckbox, "Select all leads shown");
  screen.click(Role::kButton, "Delete");
  EXPECT_FALSE(product.model().leads().alive(product.model().leads().find(adam)));
  query::Query deleted;
  deleted.scope = query::Scope::kDeleted;
  show(deleted);
  screen.click(Role::kCheckbox, "Select Adam");
  screen.click(Role::kButton, "Restore");
  EXPECT_TRUE(product.model().leads().alive(product.row(adam)));
}

TEST_F(LeadsViewTest, TheBoardShowsAColumnAStage) {
  product.add("Adam");
  show();
  screen.click(Role::kTab, "Board");
  EXPECT_TRUE(screen.has(Role::kRegion, "New, 1 lead"));
  EXPECT_TRUE(screen.has(Role::kRegion, "Customer, 0 leads"));
  EXPECT_TRUE(screen.has(Role::kListItem, "Adam"));
}

TEST_F(LeadsViewTest, ACardIsDraggedToAnotherStage) {
  const Id adam = product.add("Adam");
  show();
  screen.click(Role::kTab, "Board");
  const a11y::Rect from = screen.node(Role::kListItem, "Adam").rect;
  const a11y::Rect to = screen.node(Role::kRegion, "MQL, 0 leads").rect;
  screen.move_to(from.x + 60, from.y + 20);
  screen.press();
  screen.move_to(from.x + 90, from.y + 24);
  screen.move_to(to.x + 60, to.y + 200);
  screen.release();
  screen.settle();
  EXPECT_EQ(product.stage(adam), Stage::kMql);
}

TEST_F(LeadsViewTest, DraggingToNoCustomerAsksWhy) {
  const Id adam = product.add("Adam");
  show();
  screen.click(Role::kTab, "Board");
  screen.right_click(Role::kListItem, "Adam");
  screen.click(Role::kMenuItem, "Move to…");
  screen.click(Role::kRadio, "No customer");
  screen.click(Role::kButton, "Move to No customer");
  EXPECT_EQ(product.stage(adam), Stage::kNew) << "without a reason nothing moves (A6)";
  EXPECT_TRUE(screen.says("Please choose why they left."));
  screen.click(Role::kRadio, "No budget");
  screen.click(Role::kButton, "Move to No customer");
  EXPECT_EQ(product.stage(adam), Stage::kNoCustomer);
}

TEST_F(LeadsViewTest, ThePhoneShowsRowsOfTwoLines) {
  product.add("Adam", "Brauwerk");
  show();
  product.phone();
  EXPECT_EQ(screen.count(Role::kColumnHeader), 0U);
  screen.click(Role::kListItem, "Adam");
  EXPECT_FALSE(product.state().open_lead.is_nil());
}

}  // namespace
}  // namespace leadlight::ui
