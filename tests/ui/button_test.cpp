#include "tests/ui/bench.h"

namespace leadlight::ui {
namespace {

struct Counter {
  int used = 0;
  bool disabled = false;
  Bench bench{[this](Ui& ui) {
    if (button(ui, "add", {20, 20, 120, 36}, "Add lead", {.disabled = disabled, .hint = "N"}))
      ++used;
    button(ui, "other", {20, 80, 120, 36}, "Other");
  }};
  Screen& screen = bench.screen;
};

TEST(Button, IsUsedByClickEnterSpaceAndTheMirror) {
  Counter counter;
  counter.screen.click(Role::kButton, "Add lead");
  EXPECT_EQ(counter.used, 1);
  counter.screen.key(Key::kEnter);  // the click left the focus there
  EXPECT_EQ(counter.used, 2);
  counter.screen.key(Key::kSpace);
  EXPECT_EQ(counter.used, 3);
  counter.screen.act(Role::kButton, "Add lead", Action::kActivate);
  EXPECT_EQ(counter.used, 4);
}

TEST(Button, IsNotUsedWhenThePressEndsElsewhere) {
  Counter counter;
  counter.screen.move_to(40, 40);
  counter.screen.press();
  counter.screen.move_to(40, 300);
  counter.screen.release();
  EXPECT_EQ(counter.used, 0);
}

TEST(Button, IsUsedWhenMoveAndPressComeInOneFrame) {
  Counter counter;
  ImGui::GetIO().AddMousePosEvent(40, 40);
  counter.screen.press();
  counter.screen.release();
  EXPECT_EQ(counter.used, 1);
}

TEST(Button, DoesNothingWhileDisabledAndSaysSo) {
  Counter counter;
  counter.disabled = true;
  counter.screen.settle();
  counter.screen.click(Role::kButton, "Add lead");
  counter.screen.act(Role::kButton, "Add lead", Action::kActivate);
  EXPECT_EQ(counter.used, 0);
  EXPECT_TRUE(counter.screen.node(Role::kButton, "Add lead").disabled);
  EXPECT_FALSE(counter.screen.node(Role::kButton, "Add lead").focusable);
}

// The small one lies on a row, 16 pixels from another.
struct SmallOnes {
  std::string used;
  Bench bench{[this](Ui& ui) {
    if (button(ui, "row", {0, 0, 400, 100}, "Row")) used = "Row";
    if (button(ui, "small", {100, 40, 20, 20}, "Small")) used = "Small";
    if (button(ui, "near", {136, 30, 80, 44}, "Near")) used = "Near";
  }};
  std::string after_press(Screen::Pointer with, float x, float y) {
    bench.screen.resize(800, 600, with);
    used.clear();
    bench.screen.click_at(x, y);
    return used;
  }
};

TEST(Button, IsHitByAFingerWithin22PixelsUnlessANeighbourIsThere) {
  SmallOnes ones;
  constexpr auto kFinger = Screen::Pointer::kFinger;
  EXPECT_EQ(ones.after_press(kFinger, 110, 50), "Small");
  EXPECT_EQ(ones.after_press(kFinger, 110, 71), "Small");
  EXPECT_EQ(ones.after_press(kFinger, 89, 29), "Small");
  EXPECT_EQ(ones.after_press(kFinger, 110, 73), "Row");
  EXPECT_EQ(ones.after_press(kFinger, 137, 50), "Near");
  EXPECT_EQ(ones.after_press(kFinger, 131, 50), "Small") << "nobody's, between the two";
  EXPECT_EQ(ones.after_press(Screen::Pointer::kMouse, 110, 71), "Row")
      << "a mouse hits what it points at";
}

TEST(Button, TellsItsShortcut) {
  Counter counter;
  EXPECT_EQ(counter.screen.node(Role::kButton, "Add lead").description, "N");
}

TEST(Link, IsUsedByClick) {
  int used = 0;
  Bench bench([&](Ui& ui) {
    if (link(ui, "all", {20, 20, 100, 20}, "See all")) ++used;
  });
  bench.screen.click(Role::kLink, "See all");
  EXPECT_EQ(used, 1);
}

TEST(ScoreBadge, IsSpokenAsAScore) {
  Bench bench([](Ui& ui) { score_badge(ui, {20, 20, 40, 40}, 86, true, false); });
  EXPECT_TRUE(bench.screen.has(Role::kText, "Score 86"));
}

TEST(Widgets, EveryItemGivenToDearImGuiHasANode) {
  std::string typed = "x";
  Bench bench([&](Ui& ui) {
    button(ui, "a", {0, 0, 80, 30}, "A");
    checkbox(ui, "b", {0, 40, 80, 30}, "B", true);
    toggle(ui, "c", {0, 80, 80, 30}, "C", false);
    text_field(ui, "d", {0, 120, 200, 60}, "D", typed);
    list_row(ui, "e", {0, 200, 200, 40}, "E", false);
    const std::array<std::string_view, 2> options{"One", "Two"};
    choice_pills(ui, "f", {0, 260, 300, 30}, "F", options, 0);
    segmented(ui, "g", {0, 300, 300, 30}, "G", options, 0);
    const std::array<Option, 2> choices{{{"One"}, {"Two"}}};
    select(ui, "h", {0, 340, 200, 36}, "H", choices, 1);
    link(ui, "i", {0, 400, 80, 20}, "I");
  });
  record_items(Recording::kOn);
  bench.screen.frame();
  const auto items = take_recorded_items();
  record_items(Recording::kOff);
  EXPECT_GE(items.size(), 11U);
  for (const ImGuiID id : items) EXPECT_NE(bench.screen.tree().find(id), nullptr);
  EXPECT_EQ(bench.screen.tree().repeated_ids(), 0U);
}

}  // namespace
}  // namespace leadlight::ui
