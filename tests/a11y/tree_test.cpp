#include "a11y/tree.h"

#include <gtest/gtest.h>

namespace leadlight::a11y {
namespace {

TEST(Tree, NestsWhatIsOpenedAndKeepsReadingOrder) {
  Tree tree;
  tree.begin_frame();
  tree.open(1, Role::kMain, "Today");
  tree.open(2, Role::kList, "Now");
  tree.add(3, Role::kListItem, "Olga Petrova");
  tree.close();
  tree.add(4, Role::kButton, "Add lead");
  tree.close();
  tree.add(5, Role::kStatus, "Saved");
  tree.end_frame();
  EXPECT_EQ(tree.outline(),
            "main \"Today\"\n"
            "  list \"Now\"\n"
            "    listitem \"Olga Petrova\"\n"
            "  button \"Add lead\"\n"
            "status \"Saved\"\n");
}

TEST(Tree, ShowsTheLastWholeFrameUntilTheNextIsDone) {
  Tree tree;
  tree.begin_frame();
  tree.add(1, Role::kButton, "Undo");
  tree.end_frame();
  tree.begin_frame();
  EXPECT_NE(tree.find(1), nullptr);
  tree.end_frame();
  EXPECT_EQ(tree.find(1), nullptr);
}

TEST(Tree, MakesRepeatedIdsUniqueAndCountsThem) {
  Tree tree;
  tree.begin_frame();
  tree.add(7, Role::kButton, "One");
  tree.add(7, Role::kButton, "Two");
  tree.add(0, Role::kButton, "Three");
  tree.end_frame();
  ASSERT_EQ(tree.nodes().size(), 3U);
  EXPECT_EQ(tree.repeated_ids(), 2U);
  EXPECT_NE(tree.nodes()[0].id, tree.nodes()[1].id);
  EXPECT_NE(tree.nodes()[2].id, 0U);
}

TEST(Tree, FindsAnEqualNameBeforeOneThatOnlyStartsSo) {
  Tree tree;
  tree.begin_frame();
  tree.add(1, Role::kButton, "Save and next");
  tree.add(2, Role::kButton, "Save");
  tree.end_frame();
  EXPECT_EQ(tree.find(Role::kButton, "Save")->id, 2U);
  EXPECT_EQ(tree.find(Role::kButton, "Save a")->id, 1U);
  EXPECT_EQ(tree.find(Role::kLink, "Save"), nullptr);
}

TEST(Tree, NamesEveryRoleAsWaiAriaDoes) {
  EXPECT_EQ(text_of(Role::kApplication), "application");
  EXPECT_EQ(text_of(Role::kColumnHeader), "columnheader");
  EXPECT_EQ(text_of(Role::kSeparator), "separator");
}

}  // namespace
}  // namespace leadlight::a11y
