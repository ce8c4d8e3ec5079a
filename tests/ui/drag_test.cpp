#include <format>

#include "tests/ui/bench.h"

namespace leadlight::ui {
namespace {

// Two columns of a board.
struct Board {
  std::uint64_t dropped = 0;
  int column = -1;
  std::string opened, asked;
  bool carried = false;
  Bench bench{[this](Ui& ui) {
    for (int i = 0; i < 2; ++i) {
      const Rect place{20 + 300.0F * static_cast<float>(i), 20, 280, 500};
      const std::string name = std::format("Column {}", i);
      const Scope list(ui, name, Role::kList, name, place);
      if (i == 0) {
        const Rect card{place.x, place.y + 10, 280, 60};
        const RowResult used = list_row(ui, "card", card, "Olga", false);
        if (used.activated) opened = "Olga";
        if (used.context) {
          asked = "Olga";
          open_menu(ui, "menu", card);
        }
        carried = drag_source(ui, "drag", card, 42);
      } else {
        list_row(ui, "card", {place.x, place.y + 10, 280, 60}, "Ben", false);
      }
      if (drop_target(ui, name, place, &dropped)) column = i;
    }
    const std::array<MenuItem, 1> items{{{.id = "open", .label = "Open"}}};
    menu(ui, "menu", "Menu", items);
  }};
  Screen& screen = bench.screen;
};

TEST(Drag, CarriesACardToAnotherColumnByMouse) {
  Board board;
  board.screen.move_to(100, 50);
  board.screen.press();
  board.screen.move_to(102, 51);
  EXPECT_FALSE(board.carried) << "a small move is no drag";
  board.screen.move_to(300, 80);
  board.screen.move_to(400, 90);
  EXPECT_TRUE(board.carried);
  board.screen.release();
  EXPECT_EQ(board.column, 1);
  EXPECT_EQ(board.dropped, 42U);
  EXPECT_EQ(board.opened, "");
  EXPECT_FALSE(board.carried);
}

TEST(Drag, LetsAPlainClickOpenTheCard) {
  Board board;
  board.screen.click(Role::kListItem, "Olga");
  EXPECT_EQ(board.opened, "Olga");
  EXPECT_EQ(board.column, -1);
}

TEST(Drag, CarriesByFingerAfterALongPress) {
  Board board;
  board.screen.resize(800, 600, Screen::Pointer::kFinger);
  board.screen.hold(100, 50);
  EXPECT_EQ(board.asked, "Olga");
  EXPECT_TRUE(board.screen.has(Role::kMenu, ""));
  board.screen.move_to(100, 50);
  board.screen.press();
  board.screen.move_to(200, 60);
  board.screen.move_to(420, 90);
  EXPECT_FALSE(board.screen.has(Role::kMenu, "")) << "dragging was meant";
  EXPECT_TRUE(board.carried);
  board.screen.release();
  EXPECT_EQ(board.column, 1);
}

TEST(Drag, GoesBackWhenNothingTakesIt) {
  Board board;
  board.screen.move_to(100, 50);
  board.screen.press();
  board.screen.move_to(200, 80);
  board.screen.move_to(310, 560);
  board.screen.release();
  EXPECT_EQ(board.column, -1);
  EXPECT_FALSE(board.carried);
  board.screen.wait(300);
  board.screen.click(Role::kListItem, "Olga");
  EXPECT_EQ(board.opened, "Olga") << "and can be taken again";
}

TEST(Drag, GoesFromListToListWithArrowKeys) {
  Board board;
  board.screen.act(Role::kListItem, "Olga", Action::kFocus);
  board.screen.key(Key::kRight);
  EXPECT_EQ(board.screen.focused(), "listitem Ben");
  board.screen.key(Key::kLeft);
  EXPECT_EQ(board.screen.focused(), "listitem Olga");
}

}  // namespace
}  // namespace leadlight::ui
