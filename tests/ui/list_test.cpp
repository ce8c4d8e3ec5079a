#include <format>

#include "tests/ui/bench.h"

namespace leadlight::ui {
namespace {

// A long list of which only the visible rows are drawn.
struct LongList {
  std::size_t count = 1000;
  std::string opened, called, asked;
  std::size_t drawn = 0;
  Bench bench{[this](Ui& ui) { draw(ui); }};
  Screen& screen = bench.screen;

  void draw(Ui& ui) {
    button(ui, "before", {20, 4, 100, 30}, "Before");
    {
      ScrollArea scroll(ui, "leads", {20, 40, 400, 400});
      const Scope list(ui, "list", Role::kList, "Leads", {20, 40, 400, 400});
      const auto [first, last] = scroll.visible(count, 50);
      drawn = last - first;
      for (std::size_t i = first; i < last; ++i) draw_row(ui, scroll.content(), i);
      scroll.content_height(static_cast<float>(count) * 50);
    }
    button(ui, "after", {20, 460, 100, 30}, "After");
  }
  void draw_row(Ui& ui, Rect content, std::size_t i) {
    ImGui::PushID(static_cast<int>(i));
    const std::string name = std::format("Lead {}", i);
    const Rect row{content.x, content.y + static_cast<float>(i) * 50, content.w, 50};
    const RowResult used = list_row(ui, "row", row, name, false);
    if (used.activated) opened = name;
    if (used.context) asked = name;
    text_line(ui, row, name, kText, ui.colours.ink);
    if (button(ui, "call", {row.right() - 80, row.y + 8, 60, 32}, std::format("Call {}", i)))
      called = name;
    ImGui::PopID();
  }
};

TEST(List, DrawsOnlyWhatCanBeSeenAndOneMoreOnEachSide) {
  LongList list;
  EXPECT_LE(list.drawn, 10U);
  EXPECT_GE(list.drawn, 9U);
}

TEST(List, OpensARowByClickButNotWhenItsButtonIsMeant) {
  LongList list;
  list.screen.click(Role::kListItem, "Lead 2");
  EXPECT_EQ(list.opened, "Lead 2");
  list.screen.click(Role::kButton, "Call 4");
  EXPECT_EQ(list.called, "Lead 4");
  EXPECT_EQ(list.opened, "Lead 2");
}

TEST(List, AsksForMoreByRightClickLongPressAndKey) {
  LongList list;
  list.screen.right_click(Role::kListItem, "Lead 1");
  EXPECT_EQ(list.asked, "Lead 1");
  list.screen.long_press(Role::kListItem, "Lead 2");
  EXPECT_EQ(list.asked, "Lead 2");
  EXPECT_EQ(list.opened, "") << "letting go after a long press is no click";
  list.screen.act(Role::kListItem, "Lead 3", Action::kFocus);
  list.screen.key(Key::kContextMenu);
  EXPECT_EQ(list.asked, "Lead 3");
}

TEST(List, WalksWithArrowsBeyondWhatIsOnScreen) {
  LongList list;
  list.screen.key(Key::kTab);
  list.screen.key(Key::kTab);
  EXPECT_EQ(list.screen.focused(), "listitem Lead 0");
  for (int i = 0; i < 25; ++i) list.screen.key(Key::kDown);
  EXPECT_EQ(list.screen.focused(), "listitem Lead 25");
  EXPECT_FALSE(list.screen.node(Role::kListItem, "Lead 25").offscreen);
  list.screen.key(Key::kEnter);
  EXPECT_EQ(list.opened, "Lead 25");
  for (int i = 0; i < 25; ++i) list.screen.character('k');
  EXPECT_EQ(list.screen.focused(), "listitem Lead 0");
}

TEST(List, GoesToItsEndsAndByPages) {
  LongList list;
  list.screen.act(Role::kListItem, "Lead 0", Action::kFocus);
  list.screen.key(Key::kEnd);
  EXPECT_EQ(list.screen.focused(), "listitem Lead 999");
  list.screen.key(Key::kHome);
  EXPECT_EQ(list.screen.focused(), "listitem Lead 0");
  list.screen.key(Key::kPageDown);
  EXPECT_EQ(list.screen.focused(), "listitem Lead 7");
}

TEST(List, IsOneStopForTab) {
  LongList list;
  list.count = 3;
  list.screen.settle();
  list.screen.key(Key::kTab);
  list.screen.key(Key::kTab);
  list.screen.key(Key::kDown);
  EXPECT_EQ(list.screen.focused(), "listitem Lead 1");
  list.screen.key(Key::kTab);
  EXPECT_EQ(list.screen.focused(), "button Call 1");
  list.screen.key(Key::kTab);
  EXPECT_EQ(list.screen.focused(), "button Call 2");
  list.screen.key(Key::kTab);
  EXPECT_EQ(list.screen.focused(), "button After");
  list.screen.key(Key::kTab, {.shift = true});
  list.screen.key(Key::kTab, {.shift = true});
  list.screen.key(Key::kTab, {.shift = true});
  EXPECT_EQ(list.screen.focused(), "listitem Lead 1") << "where it was left";
}

TEST(List, LetsJEnterTheFirstList) {
  LongList list;
  EXPECT_TRUE(list.screen.character('j'));
  EXPECT_EQ(list.screen.focused(), "listitem Lead 0");
  list.screen.character('j');
  EXPECT_EQ(list.screen.focused(), "listitem Lead 1");
}

TEST(List, HoldsWhatIsDrawnOverARowInTheRow) {
  LongList list;
  list.count = 1;
  list.screen.settle();
  EXPECT_EQ(list.screen.outline(),
            "button \"Before\"\n"
            "list \"Leads\"\n"
            "  listitem \"Lead 0\"\n"
            "    button \"Call 0\"\n"
            "button \"After\"\n")
      << "and a text that the row's name says already is not said twice";
}

TEST(Scroll, FollowsTheWheelAndStopsAtTheEnds) {
  LongList list;
  list.screen.move_to(100, 100);
  list.screen.wheel(-3);
  EXPECT_TRUE(list.screen.has(Role::kListItem, "Lead 12"));
  list.screen.wheel(100000);
  EXPECT_EQ(list.screen.node(Role::kListItem, "Lead 0").rect.y, 40);
  list.screen.wheel(-100000);
  EXPECT_EQ(list.screen.node(Role::kListItem, "Lead 999").rect.y, 390);
}

TEST(Scroll, FollowsAFingerAndForgetsThePressThatBecameAPan) {
  LongList list;
  list.screen.resize(800, 600, Screen::Pointer::kFinger);
  list.screen.move_to(100, 100);
  list.screen.press();
  list.screen.pan(0, -250);
  list.screen.release();
  EXPECT_EQ(list.opened, "");
  EXPECT_EQ(list.screen.node(Role::kListItem, "Lead 5").rect.y, 40);
}

TEST(Scroll, IsDraggedByItsThumb) {
  LongList list;
  list.screen.move_to(416, 44);
  list.screen.press();
  list.screen.move_to(416, 240);
  list.screen.release();
  EXPECT_TRUE(list.screen.has(Role::kListItem, "Lead 540")) << list.screen.outline();
}

TEST(Scroll, GivesTheOuterAreaWhatTheInnerCannotUse) {
  float outer_y = 0;
  Bench bench([&](Ui& ui) {
    ScrollArea outer(ui, "outer", {0, 0, 400, 400});
    outer_y = outer.content().y;
    {
      ScrollArea inner(ui, "inner", {20, outer_y + 20, 300, 200});
      inner.content_height(300);
    }
    outer.content_height(1000);
  });
  bench.screen.move_to(100, 100);
  bench.screen.wheel(-1.5F);
  EXPECT_EQ(outer_y, -50);
}

TEST(Scroll, BringsAFocusedControlIntoViewThroughNestedAreas) {
  Bench bench([](Ui& ui) {
    ScrollArea outer(ui, "outer", {0, 0, 400, 300});
    const Rect content = outer.content();
    button(ui, "top", {10, content.y + 10, 80, 30}, "Top");
    button(ui, "low", {10, content.y + 900, 80, 30}, "Low");
    outer.content_height(1000);
  });
  EXPECT_TRUE(bench.screen.node(Role::kButton, "Low").offscreen);
  bench.screen.key(Key::kTab);
  bench.screen.key(Key::kTab);
  EXPECT_EQ(bench.screen.focused(), "button Low");
  EXPECT_FALSE(bench.screen.node(Role::kButton, "Low").offscreen);
}

TEST(Scroll, KeepsRowsExactlyInLineAtAMillionRows) {
  LongList list;
  list.count = 1'000'000;
  list.screen.settle();
  list.screen.move_to(100, 100);
  list.screen.wheel(-1e9F);
  const float first = list.screen.node(Role::kListItem, "Lead 999998").rect.y;
  const float second = list.screen.node(Role::kListItem, "Lead 999999").rect.y;
  EXPECT_NEAR(second - first, 50, 2.01);
}

}  // namespace
}  // namespace leadlight::ui
