// Looking back, used as a person does: a day is chosen, walked, read, and left again.
#include <string>

#include "product.h"

namespace leadlight::ui {
namespace {

using app::Place;

// Olga on the first day, moved on the second; Jim on the third, which is today.
struct ThreeDays : Product {
  ThreeDays() {
    olga = add({{"full_name", "Olga Petrova"}, {"company", "Brauwerk"}, {"email", "o@brau.de"}});
    next_day();
    dispatch(app::MoveToStage{{olga}, Stage::kMql, {}, LossReason::kNone, {}, {}});
    next_day();
    jim = add("Jim Brodo");
  }
  void next_day() {
    device.clock.advance(kDayMs);
    app.tick();
    screen.settle();
  }
  void look(std::string_view choice) {
    screen.ctrl('k');
    screen.settle();
    screen.type("look back");
    screen.click(Role::kOption, "Look back to another day…");
    screen.click(Role::kButton, choice);
  }
  [[nodiscard]] bool has_bar() const { return screen.has(Role::kButton, "Back to now"); }
  Id olga, jim;
};

TEST(LookingBackView, IsReachedFromTheFinderAndWalksThroughTheDays) {
  ThreeDays product;
  EXPECT_FALSE(product.has_bar());
  product.look("Yesterday");
  ASSERT_TRUE(product.state().past) << product.screen.outline();
  EXPECT_TRUE(product.has_bar());
  EXPECT_FALSE(product.screen.has(Role::kDialog, "Look back"));
  EXPECT_EQ(product.stage(product.olga), Stage::kMql);
  EXPECT_EQ(product.row(product.jim), kNoRow);
  product.screen.click(Role::kButton, "The day before");
  EXPECT_EQ(product.stage(product.olga), Stage::kNew);
  EXPECT_TRUE(product.screen.node(Role::kButton, "The day before").disabled);
  product.screen.click(Role::kButton, "The day after");
  EXPECT_EQ(product.stage(product.olga), Stage::kMql);
  product.screen.click(Role::kButton, "The day after");  // is today: now
  EXPECT_FALSE(product.state().past);
  EXPECT_FALSE(product.has_bar());
  EXPECT_NE(product.row(product.jim), kNoRow);
}

TEST(LookingBackView, TakesADayThatIsTypedAndSaysWhatIsWrongWithIt) {
  ThreeDays product;
  const auto type_day = [&](std::string_view day) {
    product.screen.click(Role::kTextbox, "Or the end of this day");
    product.screen.clear_and_type(day);
    product.screen.click(Role::kButton, "Look");
  };
  product.go(Place::kChanges);
  product.screen.click(Role::kButton, "Look back…");
  type_day("soon");
  EXPECT_TRUE(product.screen.says("Please enter a whole day, like 2026-12-01."))
      << product.screen.outline();
  type_day("2031-01-01");
  EXPECT_TRUE(product.screen.says("This day is not over yet."));
  type_day("1999-01-01");
  EXPECT_TRUE(product.screen.outline().contains("Your book began on "));
  EXPECT_FALSE(product.state().past);
  type_day(iso_from_utc(product.device.clock.now() - 2 * kDayMs).substr(0, 10));
  ASSERT_TRUE(product.state().past);
  EXPECT_EQ(product.stage(product.olga), Stage::kNew);
}

// Nothing moves there: no frame is due, whatever time of the day is shown.
TEST(LookingBackView, DrawsNothingByItself) {
  ThreeDays product;
  product.look("Yesterday");
  for (const Place place : {Place::kChanges, Place::kLeads, Place::kFunnel}) {
    product.go(place);
    ASSERT_TRUE(product.state().past);
    product.screen.wait(20'000);
    const FrameResult result = product.screen.frame();
    EXPECT_FALSE(result.wants_frame);
    EXPECT_LT(result.wake_after_ms, 0);
  }
}

TEST(LookingBackView, ADayIsTypedAtOnce) {
  ThreeDays product;
  product.screen.ctrl('k');
  product.screen.settle();
  product.screen.type("look back");
  product.screen.key(Key::kEnter);
  EXPECT_EQ(product.screen.entry().label, "Or the end of this day");
  product.screen.type("2026-09-21");
  product.screen.key(Key::kEnter);
  EXPECT_TRUE(product.state().past) << product.screen.outline();
}

TEST(LookingBackView, CapturingLeavesTheCardAndThePast) {
  ThreeDays product;
  product.dispatch(app::OpenLead{product.olga});
  product.look("Yesterday");
  ASSERT_TRUE(product.state().past);
  product.screen.character(U'n');
  EXPECT_FALSE(product.state().past);
  EXPECT_EQ(product.state().place, Place::kCapture);
  EXPECT_EQ(product.device.address.now, "#/capture");
}

TEST(LookingBackView, SaysWhenThereIsNoOtherDayYet) {
  Product product;
  product.add("Olga Petrova");
  product.go(Place::kChanges);
  product.screen.click(Role::kButton, "Look back…");
  EXPECT_TRUE(product.screen.outline().contains("Your book began today."));
  EXPECT_FALSE(product.screen.has(Role::kTextbox, "Or the end of this day"));
  product.screen.key(Key::kEscape);
  product.screen.settle();
  EXPECT_FALSE(product.screen.has(Role::kDialog, "Look back"));
}

TEST(LookingBackView, OpensTheDayOfAChange) {
  ThreeDays product;
  product.go(Place::kChanges);
  product.screen.click(Role::kLink, "See the book then");  // of the newest day that is over
  ASSERT_TRUE(product.state().past) << product.screen.outline();
  EXPECT_EQ(product.stage(product.olga), Stage::kMql);
  EXPECT_EQ(product.state().place, Place::kChanges);
  EXPECT_FALSE(product.screen.outline().contains("Take back"));
  for (const std::string& row : product.screen.names(Role::kListItem))
    EXPECT_FALSE(row.contains("Jim Brodo")) << row;
}

TEST(LookingBackView, ShowsACardThatCanNotBeChanged) {
  for (const bool phone : {false, true}) {
    ThreeDays product;
    product.dispatch(
        app::LogTouch{product.olga, TouchKind::kCall, TouchResult::kNoAnswer, "rang twice"});
    if (phone) product.phone();
    product.dispatch(app::OpenLead{product.olga});
    const std::string now = product.screen.outline();
    for (const char* const control : {"Log…", "More for this lead", "New note", "Move to…"})
      ASSERT_TRUE(now.contains(control)) << control << now;
    product.dispatch(app::LookBack{product.device.clock.now() - kDayMs});
    const std::string then = product.screen.outline();
    for (const char* const control : {"Log…", "More for this lead", "New note", "Move to…",
                                      ". Change", "Add tag", "rang twice"})
      EXPECT_FALSE(then.contains(control)) << control << then;
    EXPECT_TRUE(then.contains("Moved from New to MQL")) << then;
    EXPECT_TRUE(then.contains("o@brau.de")) << then;
    product.dispatch(app::BackToNow{});
    EXPECT_TRUE(product.screen.outline().contains("rang twice"));
  }
}

TEST(LookingBackView, SaysThatSomebodyWasNotThereYet) {
  ThreeDays product;
  product.dispatch(app::OpenLead{product.jim});
  product.dispatch(app::LookBack{product.device.clock.now() - kDayMs});
  EXPECT_TRUE(product.screen.outline().contains("This lead was not in your book yet"))
      << product.screen.outline();
}

TEST(LookingBackView, OffersOnlyExportsOfWhatIsSelected) {
  ThreeDays product;
  product.go(Place::kLeads);
  product.dispatch(app::LookBack{product.device.clock.now() - kDayMs});
  product.dispatch(app::SetSelection{{product.olga}});
  EXPECT_TRUE(product.screen.has(Role::kButton, "Export CSV")) << product.screen.outline();
  EXPECT_FALSE(product.screen.has(Role::kButton, "Delete"));
  EXPECT_FALSE(product.screen.has(Role::kButton, "Move to…"));
  product.dispatch(app::BackToNow{});
  EXPECT_TRUE(product.state().selection.empty());
}

TEST(LookingBackView, FitsAPhone) {
  ThreeDays product;
  product.phone();
  product.dispatch(app::LookBack{product.device.clock.now() - kDayMs});
  for (const char* const name : {"The day before", "The day after", "Another day…", "Back to now"})
    EXPECT_TRUE(product.screen.has(Role::kButton, name)) << name;
  product.screen.click(Role::kButton, "Another day…");
  EXPECT_FALSE(product.screen.has(Role::kButton, "A week ago"));  // there was no book
  product.screen.click(Role::kButton, "Yesterday");
  ASSERT_TRUE(product.state().past);
  EXPECT_EQ(product.stage(product.olga), Stage::kMql);
  product.screen.click(Role::kButton, "Back to now");
  EXPECT_FALSE(product.state().past);
}

}  // namespace
}  // namespace leadlight::ui
