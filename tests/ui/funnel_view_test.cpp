#include <format>

#include "tests/ui/product.h"

namespace leadlight::ui {
namespace {

struct FunnelTest : testing::Test {
  Product product;
  Screen& screen = product.screen;
  void move(Id lead, Stage to) {
    product.dispatch(app::MoveToStage{{lead}, to, {}, LossReason::kPoorFit, {}, {}});
  }
  FunnelTest() {
    for (const char* name : {"Adam", "Berta", "Cem", "Dora"}) product.add(name);
    const Table& leads = product.model().leads();
    move(leads.id(1), Stage::kMql);
    move(leads.id(2), Stage::kMql);
    move(leads.id(2), Stage::kSql);
    move(leads.id(3), Stage::kNoCustomer);
    product.go(app::Place::kFunnel);
    product.pass(kMinuteMs);  // the notices that lie over the funnel's foot go
  }
};

TEST_F(FunnelTest, FiguresOpenTheLeadsTheyCount) {
  screen.click(Role::kButton, "MQL: 2 leads reached it");
  EXPECT_EQ(product.state().place, app::Place::kLeads);
  EXPECT_EQ(product.state().leads->size(), 2U);
  product.go(app::Place::kFunnel);
  screen.click(Role::kButton, "1 lost");
  EXPECT_EQ(product.state().leads->size(), 1U);
}

TEST_F(FunnelTest, AStageSaysWhoStandsThereNow) {
  screen.click(Role::kLink, "1 here now");
  EXPECT_EQ(product.state().leads->size(), 1U);
}

TEST_F(FunnelTest, TheFiguresAreATableForThoseWhoDoNotSeeThePicture) {
  EXPECT_TRUE(screen.has(Role::kTable, "Funnel by stage"));
  EXPECT_TRUE(screen.has(Role::kCell, "50% of New went on to MQL"));
  EXPECT_TRUE(screen.has(Role::kRow, "Customer"));
}

TEST_F(FunnelTest, ThePeriodCanBeSet) {
  product.pass(40 * kDayMs);
  screen.click(Role::kCombobox, "Leads that came in");
  screen.click(Role::kOption, "Last 30 days");
  EXPECT_EQ(product.state().funnel_days, 30);
  EXPECT_TRUE(screen.says("No lead in this picture"));
  screen.click(Role::kButton, "Show all time and sources");
  EXPECT_EQ(product.state().funnel_days, 0);
  EXPECT_TRUE(screen.has(Role::kTable, "Funnel by stage"));
}

TEST_F(FunnelTest, SaysWhenMostLeadsLieOutsideOfThePeriod) {
  EXPECT_FALSE(screen.has(Role::kButton, "Show all time"));
  product.pass(100 * kDayMs);
  product.add("Emil");
  product.go(app::Place::kFunnel);
  EXPECT_TRUE(screen.says("4 of 5 leads came in before these 90 days."));
  screen.click(Role::kButton, "Show all time");
  EXPECT_EQ(product.state().funnel_days, 0);
  EXPECT_FALSE(screen.has(Role::kButton, "Show all time"));
}

TEST_F(FunnelTest, ThePhoneHasItFromTopToBottom) {
  product.phone();
  const a11y::Rect first = screen.node(Role::kCell, "New").rect,
                   second = screen.node(Role::kCell, "MQL").rect;
  EXPECT_GT(second.y, first.y);
  screen.click(Role::kCombobox, "Source");
}

TEST(FunnelView, AnEmptyBookSaysWhatToDoNext) {
  Product product;
  product.go(app::Place::kFunnel);
  EXPECT_TRUE(product.screen.has(Role::kButton, "Import a file"));
}

}  // namespace
}  // namespace leadlight::ui
