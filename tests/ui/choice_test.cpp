#include <array>

#include "tests/ui/bench.h"

namespace leadlight::ui {
namespace {

constexpr std::array<std::string_view, 3> kHeat{"Hot", "Warm", "Cold"};

TEST(ChoicePills, ChooseByClickAndByArrowKeys) {
  int chosen = 1;
  Bench bench([&](Ui& ui) {
    if (const int now = choice_pills(ui, "heat", {20, 20, 400, 40}, "How hot?", kHeat, chosen);
        now >= 0) {
      chosen = now;
    }
  });
  Screen& screen = bench.screen;
  EXPECT_EQ(screen.node(Role::kRadio, "Warm").checked, a11y::Toggle::kOn);
  screen.click(Role::kRadio, "Hot");
  EXPECT_EQ(chosen, 0);
  screen.key(Key::kRight);
  EXPECT_EQ(chosen, 1);
  screen.key(Key::kDown);
  screen.key(Key::kRight);
  EXPECT_EQ(chosen, 0) << "they go around";
}

TEST(ChoicePills, AreOneStopForTabAtTheChosenOne) {
  int chosen = 2;
  Bench bench([&](Ui& ui) {
    choice_pills(ui, "heat", {20, 20, 400, 40}, "How hot?", kHeat, chosen);
    button(ui, "save", {20, 100, 80, 36}, "Save");
  });
  bench.screen.key(Key::kTab);
  EXPECT_EQ(bench.screen.focused(), "radio Cold");
  bench.screen.key(Key::kTab);
  EXPECT_EQ(bench.screen.focused(), "button Save");
}

TEST(ChoicePills, WrapAndSayHowHighTheyAre) {
  float narrow = 0;
  float wide = 0;
  Bench bench([&](Ui& ui) {
    choice_pills(ui, "a", {20, 20, 100, 40}, "Narrow", kHeat, 0, &narrow);
    choice_pills(ui, "b", {20, 300, 600, 40}, "Wide", kHeat, 0, &wide);
  });
  EXPECT_EQ(wide, 34);
  EXPECT_EQ(narrow, 34 * 3 + 8 * 2);
}

TEST(Segmented, SwitchesByClick) {
  int chosen = 0;
  const std::array<std::string_view, 2> layouts{"Table", "Board"};
  Bench bench([&](Ui& ui) {
    if (const int now = segmented(ui, "layout", {20, 20, 200, 34}, "Layout", layouts, chosen);
        now >= 0) {
      chosen = now;
    }
  });
  bench.screen.click(Role::kTab, "Board");
  EXPECT_EQ(chosen, 1);
  EXPECT_TRUE(bench.screen.node(Role::kTab, "Board").selected);
}

TEST(Checkbox, TogglesByClickAndSpace) {
  bool on = false;
  Bench bench([&](Ui& ui) {
    if (checkbox(ui, "stop", {20, 20, 200, 36}, "Do not contact", on)) on = !on;
  });
  bench.screen.click(Role::kCheckbox, "Do not contact");
  EXPECT_TRUE(on);
  EXPECT_EQ(bench.screen.node(Role::kCheckbox, "Do not contact").checked, a11y::Toggle::kOn);
  bench.screen.key(Key::kSpace);
  EXPECT_FALSE(on);
}

struct Selection {
  int chosen = 0;
  int behind = 0;
  Bench bench{[this](Ui& ui) {
    constexpr std::array<Option, 4> kOwners{
        {{"Ana"}, {"Ben"}, {"Bettina"}, {"Élodie", "out today"}}};
    if (const int now = select(ui, "owner", {20, 20, 200, 36}, "Owner", kOwners, chosen); now >= 0)
      chosen = now;
    if (button(ui, "behind", {20, 60, 200, 200}, "Behind")) ++behind;
  }};
  Screen& screen = bench.screen;
};

TEST(Select, ChoosesFromItsListAndGivesTheFocusBack) {
  Selection selection;
  Screen& screen = selection.screen;
  EXPECT_EQ(screen.node(Role::kCombobox, "Owner").value, "Ana");
  screen.click(Role::kCombobox, "Owner");
  EXPECT_EQ(screen.node(Role::kCombobox, "Owner").expanded, a11y::Toggle::kOn);
  screen.click(Role::kOption, "Ben");
  EXPECT_EQ(selection.chosen, 1);
  EXPECT_FALSE(screen.has(Role::kOption, "Ben"));
  EXPECT_EQ(screen.focused(), "combobox Owner");
}

TEST(Select, CoversWhatLiesBelowItsList) {
  Selection selection;
  selection.screen.click(Role::kCombobox, "Owner");
  selection.screen.click(Role::kOption, "Bettina");
  selection.screen.click(Role::kCombobox, "Owner");
  selection.screen.click_at(150, 240);  // outside of the list: closes it, and no more
  EXPECT_FALSE(selection.screen.has(Role::kOption, "Ben"));
  EXPECT_EQ(selection.behind, 0);
  selection.screen.click_at(150, 240);
  EXPECT_EQ(selection.behind, 1);
}

TEST(Select, IsUsedByKeyboardAloneWithTypeAhead) {
  Selection selection;
  Screen& screen = selection.screen;
  screen.key(Key::kTab);
  screen.key(Key::kEnter);
  EXPECT_EQ(screen.focused(), "option Ana");
  screen.character('b');
  EXPECT_EQ(screen.focused(), "option Ben");
  screen.character('e');
  screen.character('t');
  EXPECT_EQ(screen.focused(), "option Bettina");
  screen.wait(2000);
  screen.character('e');
  EXPECT_EQ(screen.focused(), "option Élodie") << "accents are no hurdle";
  screen.key(Key::kEnter);
  EXPECT_EQ(selection.chosen, 3);
  EXPECT_EQ(screen.focused(), "combobox Owner");
}

TEST(Select, ClosesWithEscapeAndKeepsItsValue) {
  Selection selection;
  selection.screen.key(Key::kTab);
  selection.screen.key(Key::kEnter);
  selection.screen.key(Key::kDown);
  EXPECT_TRUE(selection.screen.key(Key::kEscape));
  EXPECT_EQ(selection.chosen, 0);
  EXPECT_FALSE(selection.screen.has(Role::kOption, "Ana"));
}

}  // namespace
}  // namespace leadlight::ui
