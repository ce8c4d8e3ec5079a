#include "tests/ui/product.h"

namespace leadlight::ui {
namespace {

TEST(TodayView, AnEmptyBookSaysWhatToDoNext) {
  Product product;
  EXPECT_TRUE(product.screen.has(Role::kButton, "Import a file"));
  EXPECT_TRUE(product.screen.has(Role::kButton, "Try it with sample data"));
  product.screen.click(Role::kButton, "Add a lead");
  EXPECT_EQ(product.state().place, app::Place::kCapture);
}

TEST(TodayView, SampleDataFillsThePlace) {
  Product product;
  product.screen.click(Role::kButton, "Try it with sample data");
  product.go(app::Place::kToday);
  EXPECT_FALSE(product.state().today.empty());
  EXPECT_TRUE(product.screen.has(Role::kList, "Now"));
}

TEST(TodayView, ARowSaysWhoWhyAndByWhenAndOpensTheCard) {
  Product product;
  const Id olga = product.add({{"full_name", "Olga Petrova"},
                               {"company", "Brauwerk Nord"},
                               {"lead_type", "quote_request"},
                               {"phone", "+49 30 555 0101"}});
  product.pass(20 * kMinuteMs);
  const a11y::Node& row = product.screen.node(Role::kListItem, "Olga Petrova");
  EXPECT_TRUE(row.name.contains("Brauwerk Nord")) << row.name;
  EXPECT_TRUE(row.name.contains("requested a quote")) << row.name;
  EXPECT_TRUE(row.name.contains("within the hour")) << row.name;
  product.screen.click(Role::kListItem, "Olga Petrova");
  EXPECT_EQ(product.state().open_lead, olga);
}

TEST(TodayView, WhatIsOverTheLimitSaysByHowMuch) {
  Product product;
  product.add({{"full_name", "Jim Brodo"}, {"lead_type", "quote_request"}});
  product.pass(26 * kHourMs);
  EXPECT_TRUE(product.screen.node(Role::kListItem, "Jim Brodo").name.contains("over"));
  EXPECT_TRUE(product.screen.says("1 overdue"));
}

TEST(TodayView, AFingerSwipesARowToLogOrToSnooze) {
  Product product;
  product.add({{"full_name", "Olga Petrova"}, {"lead_type", "quote_request"}});
  product.pass(kMinuteMs);
  product.add({{"full_name", "Jim Brodo"}, {"lead_type", "quote_request"}});
  product.pass(20 * kMinuteMs);
  product.phone();
  Screen& screen = product.screen;
  for (const app::Place place : {app::Place::kToday, app::Place::kLeads}) {
    product.go(place);
    EXPECT_FALSE(screen.slide(Role::kListItem, "Jim Brodo", 10, 120)) << "that scrolls";
    EXPECT_TRUE(screen.slide(Role::kListItem, "Jim Brodo", 60, 5));
    EXPECT_FALSE(screen.has(Role::kDialog, "Log a touch")) << "not far enough";
    screen.slide(Role::kListItem, "Jim Brodo", 120, 5, false);
    screen.let_go(true);
    EXPECT_FALSE(screen.has(Role::kDialog, "Log a touch")) << "a call came in";

    screen.slide(Role::kListItem, "Jim Brodo", 120, 5);
    ASSERT_TRUE(screen.has(Role::kDialog, "Log a touch with Jim Brodo")) << screen.outline();
    EXPECT_FALSE(screen.slide(Role::kListItem, "Jim Brodo", 120, 5)) << "below the dialog";
    screen.slide(Role::kHeading, "Log a touch with Jim Brodo", 0, 30);
    EXPECT_TRUE(screen.has(Role::kDialog, "Log a touch")) << "not far enough";
    EXPECT_TRUE(screen.slide(Role::kHeading, "Log a touch with Jim Brodo", 0, 140));
    EXPECT_FALSE(screen.has(Role::kDialog, "Log a touch"));

    screen.slide(Role::kListItem, "Jim Brodo", -120, 5);
    ASSERT_TRUE(screen.has(Role::kMenu, "Snooze until")) << screen.outline();
    screen.key(Key::kEscape);
    screen.settle();
  }
  screen.slide(Role::kListItem, "Jim Brodo", -120, 5);
  screen.click(Role::kMenuItem, screen.names(Role::kMenuItem).front());
  EXPECT_FALSE(product.text(product.model().leads().id(0), LeadField::kSnoozedUntil).empty() &&
               product.text(product.model().leads().id(1), LeadField::kSnoozedUntil).empty());
}

TEST(TodayView, ThePhoneShowsTheFirstWithItsButtons) {
  Product product;
  product.add({{"full_name", "Olga Petrova"},
               {"lead_type", "quote_request"},
               {"phone", "+49 30 555 0101"},
               {"email", "olga@brauwerk.example"}});
  product.pass(kMinuteMs);  // she asked first
  product.add({{"full_name", "Jim Brodo"}, {"lead_type", "quote_request"}});
  product.pass(20 * kMinuteMs);
  product.phone();
  product.screen.click(Role::kButton, "Call");
  ASSERT_FALSE(product.device.opener.opened.empty());
  EXPECT_TRUE(product.device.opener.opened.back().starts_with("tel:"));
  EXPECT_TRUE(product.screen.has(Role::kButton, "Write"));
}

TEST(TodayView, SaysWhenTheNextIsDueWhenAllIsDone) {
  Product product;
  const Id olga = product.add("Olga Petrova");
  product.dispatch(app::LogTouch{olga, TouchKind::kCall, TouchResult::kReached, {}});
  product.dispatch(app::PlanStep{olga, TouchKind::kCall, product.state().now + 3 * kDayMs});
  product.go(app::Place::kToday);
  EXPECT_TRUE(product.screen.says("All done for now"));
  EXPECT_TRUE(product.screen.says("The next follow-up is due"));
}

TEST(TodayView, TheMenuOfARowSnoozesTheLead) {
  Product product;
  const Id jim = product.add({{"full_name", "Jim Brodo"}, {"lead_type", "quote_request"}});
  product.pass(20 * kMinuteMs);
  product.screen.right_click(Role::kListItem, "Jim Brodo");
  product.screen.click(Role::kMenuItem, "Snooze…");
  product.screen.click(Role::kMenuItem, "Until tomorrow");
  EXPECT_NE(product.text(jim, LeadField::kSnoozedUntil), "");
}

TEST(TodayView, WhoHasNoNextStepIsOneClickAway) {
  Product product;
  product.add({{"full_name", "Jim Brodo"}, {"stage", "sql"}});
  const Id olga = product.add("Olga Petrova");
  product.dispatch(app::LogTouch{olga, TouchKind::kCall, TouchResult::kReached, {}});
  product.dispatch(app::PlanStep{olga, TouchKind::kCall, 0});
  product.pass(26 * kHourMs);
  product.go(app::Place::kToday);
  EXPECT_TRUE(product.screen.has(Role::kListItem, "Jim Brodo")) << "untouched, whatever its stage";
  product.screen.click(Role::kButton, "Show the leads 1 without a next step");
  EXPECT_EQ(product.state().place, app::Place::kLeads);
  EXPECT_EQ(*product.state().leads, std::vector{product.row(olga)});
}

}  // namespace
}  // namespace leadlight::ui
