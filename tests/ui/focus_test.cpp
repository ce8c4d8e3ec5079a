// Where the keyboard is when the page changes, and where Tab goes in lists.
#include <format>

#include "tests/ui/bench.h"
#include "tests/ui/product.h"

namespace leadlight::ui {
namespace {

// A header that stays, and a page below it that a button replaces.
struct TwoPages {
  bool second = false;
  Bench bench{[this](Ui& ui) {
    button(ui, "header", {10, 10, 80, 30}, "Header");
    if (second) {
      button(ui, "c", {10, 60, 80, 30}, "C");
      button(ui, "d", {10, 110, 80, 30}, "D");
      return;
    }
    button(ui, "a", {10, 60, 80, 30}, "A");
    if (button(ui, "go", {10, 110, 80, 30}, "Go")) second = true;
  }};
  Screen& screen = bench.screen;
};

TEST(Focus, GoesToWhatTookThePlaceOfItsWidget) {
  TwoPages pages;
  for (int i = 0; i < 3; ++i) pages.screen.key(Key::kTab);
  ASSERT_EQ(pages.screen.focused(), "button Go");
  pages.screen.key(Key::kEnter);
  EXPECT_EQ(pages.screen.focused(), "button C");
}

TEST(Focus, IsNowhereAfterAClickThatChangedThePage) {
  TwoPages pages;
  pages.screen.click(Role::kButton, "Go");
  EXPECT_EQ(pages.screen.focused(), "");
}

struct Rows {
  std::string toggled;
  Bench bench{[this](Ui& ui) {
    const Scope list(ui, "rows", Role::kTable, "Rows");
    for (int i = 0; i < 3; ++i) {
      ImGui::PushID(i);
      const Rect row{10, 10 + 50.0F * static_cast<float>(i), 300, 50};
      list_row(ui, "row", row, std::format("Row {}", i), false, Role::kRow);
      const std::string label = std::format("Select {}", i);
      if (checkbox(ui, "check", {10, row.y, 40, 50}, label, false, CheckboxPlace::kInListRow))
        toggled = label;
      ImGui::PopID();
    }
  }};
  Screen& screen = bench.screen;
};

TEST(Focus, GoesByTabFromARowToItsOwnCheckboxAndOn) {
  Rows rows;
  rows.screen.key(Key::kTab);
  rows.screen.key(Key::kDown);
  ASSERT_EQ(rows.screen.focused(), "row Row 1");
  rows.screen.key(Key::kTab);
  EXPECT_EQ(rows.screen.focused(), "checkbox Select 1");
  rows.screen.key(Key::kSpace);
  EXPECT_EQ(rows.toggled, "Select 1");
  rows.screen.key(Key::kDown);
  EXPECT_EQ(rows.screen.focused(), "checkbox Select 2");
  rows.screen.key(Key::kTab, {.shift = true});
  EXPECT_EQ(rows.screen.focused(), "row Row 2");
  rows.screen.key(Key::kTab);
  rows.screen.key(Key::kTab);
  EXPECT_EQ(rows.screen.focused(), "") << "two stops, however many rows";
  rows.screen.key(Key::kTab);
  EXPECT_EQ(rows.screen.focused(), "row Row 2") << "where they were";
}

TEST(Focus, ComesToTheFirstRowByLetterPastButtonsThatLookLikeRows) {
  Bench bench([](Ui& ui) {
    list_row(ui, "sort", {10, 10, 100, 30}, "Sort", false, Role::kButton);
    list_row(ui, "olga", {10, 60, 300, 50}, "Olga", false);
  });
  bench.screen.character(U'j');
  EXPECT_EQ(bench.screen.focused(), "listitem Olga");
}

TEST(Focus, GoesBackToTheRowWhenItsCardIsClosed) {
  Product product;
  product.add("Olga");
  product.pass(kMinuteMs);  // no notice is in the way any more
  product.go(app::Place::kLeads);
  Screen& screen = product.screen;
  screen.character(U'j');
  ASSERT_EQ(screen.focused(), "row Olga");
  screen.key(Key::kEnter);
  for (int i = 0; i < 4 && screen.focused() != "button Close the card"; ++i) screen.key(Key::kTab);
  ASSERT_EQ(screen.focused(), "button Close the card");
  screen.key(Key::kEnter);
  EXPECT_TRUE(product.state().open_lead.is_nil());
  EXPECT_EQ(screen.focused(), "row Olga");
}

TEST(Focus, GoesIntoThePlaceThatAButtonOpened) {
  Product product;
  Screen& screen = product.screen;
  for (int i = 0; i < 9 && screen.focused() != "button Try it with sample data"; ++i)
    screen.key(Key::kTab);
  screen.key(Key::kEnter);
  EXPECT_FALSE(product.state().today.empty());
  EXPECT_TRUE(screen.focused().starts_with("listitem ")) << screen.focused();
}

}  // namespace
}  // namespace leadlight::ui
