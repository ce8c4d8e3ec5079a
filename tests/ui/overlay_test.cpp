#include <array>

#include "tests/ui/bench.h"

namespace leadlight::ui {
namespace {

constexpr std::array<MenuItem, 4> kItems{{{.id = "open", .label = "Open card"},
                                          {.id = "snooze", .label = "Snooze…"},
                                          {.id = "gone", .label = "Not now", .disabled = true},
                                          {.id = "delete", .label = "Delete", .danger = true}}};

struct WithMenu {
  int chosen = -1;
  int below = 0;
  Bench bench{[this](Ui& ui) {
    if (button(ui, "more", {20, 20, 100, 36}, "More")) open_menu(ui, "menu", {20, 20, 100, 36});
    if (button(ui, "below", {20, 70, 160, 160}, "Below")) ++below;
    if (const int now = menu(ui, "menu", "Menu", kItems); now >= 0) chosen = now;
  }};
  Screen& screen = bench.screen;
};

TEST(Menu, IsUsedByMouseAndNothingLeaksThrough) {
  WithMenu menu;
  menu.screen.click(Role::kButton, "More");
  menu.screen.click(Role::kMenuItem, "Delete");
  EXPECT_EQ(menu.chosen, 3);
  EXPECT_EQ(menu.below, 0);
  EXPECT_FALSE(menu.screen.has(Role::kMenu, ""));
  menu.screen.click(Role::kButton, "Below");
  EXPECT_EQ(menu.below, 1);
}

TEST(Menu, ShowsNoHoverOnWhatLiesBelowIt) {
  WithMenu menu;
  menu.screen.click(Role::kButton, "More");
  menu.screen.move_to(170, 220);
  menu.screen.settle();
  menu.screen.press();
  menu.screen.release();
  EXPECT_EQ(menu.below, 0) << "the click only closes the menu";
  EXPECT_FALSE(menu.screen.has(Role::kMenu, ""));
}

TEST(Menu, IsWalkedByArrowsAroundItsEndsAndPastWhatIsDisabled) {
  WithMenu menu;
  menu.screen.key(Key::kTab);
  menu.screen.key(Key::kEnter);
  EXPECT_EQ(menu.screen.focused(), "menuitem Open card");
  menu.screen.key(Key::kUp);
  EXPECT_EQ(menu.screen.focused(), "menuitem Delete");
  menu.screen.key(Key::kUp);
  EXPECT_EQ(menu.screen.focused(), "menuitem Snooze…");
  menu.screen.key(Key::kEnter);
  EXPECT_EQ(menu.chosen, 1);
  EXPECT_EQ(menu.screen.focused(), "button More");
}

TEST(Menu, IsASheetWithRowsForAThumbOnAPhone) {
  WithMenu menu;
  menu.screen.resize(390, 844, Screen::Pointer::kFinger);
  menu.screen.click(Role::kButton, "More");
  EXPECT_GE(menu.screen.node(Role::kMenuItem, "Delete").rect.height, 44);
  EXPECT_EQ(menu.screen.node(Role::kMenu, "").rect.width, 390);
  menu.screen.click(Role::kMenuItem, "Open card");
  EXPECT_EQ(menu.chosen, 0);
}

TEST(Menu, MayBeOpenedFromARowAndDrawnAfterTheList) {
  int chosen = -1;
  Bench bench([&](Ui& ui) {
    ImGui::PushID(7);
    if (button(ui, "more", {20, 20, 100, 36}, "More")) open_menu(ui, "row-menu", {20, 20, 100, 36});
    ImGui::PopID();
    if (const int now = menu(ui, "row-menu", "Menu", kItems); now >= 0) chosen = now;
  });
  bench.screen.click(Role::kButton, "More");
  bench.screen.click(Role::kMenuItem, "Open card");
  EXPECT_EQ(chosen, 0);
}

TEST(Menu, OpensOnlyInTheRowItWasOpenedFrom) {
  std::array<int, 3> chosen{-1, -1, -1};
  Bench bench([&](Ui& ui) {
    for (int row = 0; row < 3; ++row) {
      ImGui::PushID(row);
      const Rect place{20, 20 + 50.0F * static_cast<float>(row), 100, 36};
      if (button(ui, "more", place, "More " + std::to_string(row)))
        open_menu(ui, "row-menu", place);
      if (const int now = menu(ui, "row-menu", "Menu", kItems); now >= 0)
        chosen[static_cast<std::size_t>(row)] = now;
      ImGui::PopID();
    }
  });
  bench.screen.click(Role::kButton, "More 1");
  EXPECT_EQ(bench.screen.count(Role::kMenu), 1U);
  bench.screen.click(Role::kMenuItem, "Snooze…");
  EXPECT_EQ(chosen, (std::array<int, 3>{-1, 1, -1}));
}

TEST(Menu, ClosesWhenItsViewIsGone) {
  bool shown = true;
  Bench bench([&](Ui& ui) {
    if (!shown) return;
    if (button(ui, "more", {20, 20, 100, 36}, "More")) open_menu(ui, "menu", {20, 20, 100, 36});
    menu(ui, "menu", "Menu", kItems);
  });
  bench.screen.click(Role::kButton, "More");
  shown = false;
  bench.screen.settle();
  shown = true;
  bench.screen.settle();
  EXPECT_FALSE(bench.screen.has(Role::kMenu, ""));
}

struct WithDialog {
  std::string reason;
  int moved = 0, below = 0;
  int chosen = 0;
  Bench bench{[this](Ui& ui) {
    if (button(ui, "open", {20, 20, 100, 36}, "Move…")) open_dialog(ui, "move");
    if (button(ui, "below", {300, 250, 200, 100}, "Below")) ++below;
    Dialog dialog(ui, "move", "Move Olga Petrova", 480, 360);
    if (!dialog) return;
    Rect area = dialog.area();
    text_field(ui, "why", area.cut_top(58, 12), "Why?", reason);
    constexpr std::array<Option, 2> kStages{{{"MQL"}, {"SQL"}}};
    if (const int now = select(ui, "stage", area.cut_top(36, 12), "Stage", kStages, chosen);
        now >= 0) {
      chosen = now;
    }
    if (button(ui, "move", area.cut_top(36), "Move", {.look = ButtonLook::kPrimary})) {
      ++moved;
      close_dialog(ui);
    }
  }};
  Screen& screen = bench.screen;
};

TEST(Dialog, KeepsTheKeyboardInsideAndGivesItBack) {
  WithDialog dialog;
  Screen& screen = dialog.screen;
  screen.key(Key::kTab);
  screen.key(Key::kEnter);
  EXPECT_EQ(screen.entry().label, "Why?") << "the first field is ready to be typed into";
  std::vector<std::string> visited;
  for (int i = 0; i < 5; ++i) {
    EXPECT_TRUE(screen.key(Key::kTab));
    visited.push_back(screen.focused());
  }
  EXPECT_EQ(visited, (std::vector<std::string>{"combobox Stage", "button Move", "button Close",
                                               "textbox Why?", "combobox Stage"}));
  screen.key(Key::kEscape);
  EXPECT_FALSE(screen.has(Role::kDialog, "Move Olga Petrova"));
  EXPECT_EQ(screen.focused(), "button Move…");
}

TEST(Dialog, TakesEscapeOfAFieldAsTheFieldsFirst) {
  WithDialog dialog;
  dialog.screen.click(Role::kButton, "Move…");
  dialog.screen.type("x");
  dialog.screen.key(Key::kEscape);
  EXPECT_TRUE(dialog.screen.has(Role::kDialog, "Move Olga Petrova"));
  EXPECT_EQ(dialog.reason, "");
  dialog.screen.key(Key::kEscape);
  EXPECT_FALSE(dialog.screen.has(Role::kDialog, "Move Olga Petrova"));
}

TEST(Dialog, CoversThePageAndClosesByItsScrim) {
  WithDialog dialog;
  dialog.screen.click(Role::kButton, "Move…");
  dialog.screen.click_at(400, 300);  // where Below is, and the dialog over it
  EXPECT_EQ(dialog.below, 0);
  EXPECT_TRUE(dialog.screen.has(Role::kDialog, "Move Olga Petrova"));
  dialog.screen.click_at(30, 30);  // where the button is, and the scrim over it
  EXPECT_FALSE(dialog.screen.has(Role::kDialog, "Move Olga Petrova"));
}

TEST(Dialog, HoldsAListOfItsOwnAboveIt) {
  WithDialog dialog;
  dialog.screen.click(Role::kButton, "Move…");
  dialog.screen.click(Role::kCombobox, "Stage");
  EXPECT_TRUE(dialog.screen.has(Role::kOption, "SQL"));
  dialog.screen.key(Key::kEscape);
  EXPECT_FALSE(dialog.screen.has(Role::kOption, "SQL"));
  EXPECT_TRUE(dialog.screen.has(Role::kDialog, "Move Olga Petrova"));
  dialog.screen.click(Role::kCombobox, "Stage");
  dialog.screen.click(Role::kOption, "SQL");
  EXPECT_EQ(dialog.chosen, 1);
  dialog.screen.click(Role::kButton, "Move");
  EXPECT_EQ(dialog.moved, 1);
  EXPECT_FALSE(dialog.screen.has(Role::kDialog, "Move Olga Petrova"));
}

TEST(Dialog, StandsBesideThePageInTheTreeNotInsideOfIt) {
  WithDialog dialog;
  dialog.screen.click(Role::kButton, "Move…");
  EXPECT_EQ(dialog.screen.node(Role::kDialog, "Move Olga Petrova").parent, 0U);
  EXPECT_EQ(dialog.screen.node(Role::kHeading, "Move Olga Petrova").level, 2);
}

TEST(Dialog, IsASheetFromBelowOnAPhone) {
  WithDialog dialog;
  dialog.screen.resize(390, 844, Screen::Pointer::kFinger);
  dialog.screen.click(Role::kButton, "Move…");
  const a11y::Rect rect = dialog.screen.node(Role::kDialog, "Move Olga Petrova").rect;
  EXPECT_EQ(rect.width, 390);
  EXPECT_EQ(rect.y + rect.height, 844);
  EXPECT_EQ(dialog.screen.entry().id, 0U) << "no keyboard over what just opened";
}

TEST(Tooltip, ComesAfterAMomentAndGoesWithTheMouse) {
  Bench bench([](Ui& ui) {
    button(ui, "more", {20, 20, 36, 36}, "More", {.icon = Icon::kMore, .icon_only = true});
  });
  Screen& screen = bench.screen;
  const auto vertices = [] { return ImGui::GetDrawData()->TotalVtxCount; };
  screen.move_to(600, 400);
  screen.settle();
  const int before = vertices();
  screen.hover(Role::kButton, "More");
  screen.wait(1000);
  EXPECT_GT(vertices(), before + 12);
  screen.move_to(600, 400);
  screen.settle();
  EXPECT_EQ(vertices(), before);
}

TEST(EmptyState, SaysWhatToDoNext) {
  int used = -1;
  Bench bench([&](Ui& ui) {
    constexpr std::array<EmptyAction, 2> kActions{
        {{"import", "Import a file", true}, {"sample", "Try sample data"}}};
    if (const int now = empty_state(ui, "empty", {0, 0, 800, 600}, Icon::kLeads,
                                    "Your book is empty", "Bring in leads from a file.", kActions);
        now >= 0) {
      used = now;
    }
  });
  EXPECT_TRUE(bench.screen.has(Role::kHeading, "Your book is empty"));
  EXPECT_TRUE(bench.screen.has(Role::kText, "Bring in leads from a file."));
  bench.screen.click(Role::kButton, "Try sample data");
  EXPECT_EQ(used, 1);
}

}  // namespace
}  // namespace leadlight::ui
