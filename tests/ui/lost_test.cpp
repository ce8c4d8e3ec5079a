// A start after the browser has lost what it stored: nothing goes on before the person has chosen.
#include "tests/ui/product.h"

namespace leadlight::ui {
namespace {

struct LostTest : testing::Test {
  headless::MemoryPorts device;
  LostTest() {
    app::App before(device.ports());
    before.start();
    before.dispatch(app::AddLead{{{"full_name", "Olga Petrova"}}, {}});
    before.dispatch(app::AddLead{{{"full_name", "Ken Ito"}}, {}});
    device.clock.advance(20'000);
    device.disk.blobs.clear();
  }
};

TEST_F(LostTest, IsSaidInsteadOfAnEmptyBook) {
  app::App app(device.ports());
  Screen screen(app);
  app.start();
  screen.settle();
  EXPECT_TRUE(screen.has(Role::kHeading, "Your book is no longer where it was kept"));
  EXPECT_TRUE(screen.says("still holds 2 leads and 2 changes, the last just now"));
  EXPECT_FALSE(screen.has(Role::kButton, "Add lead"));
  EXPECT_TRUE(device.disk.blobs.empty());
}

TEST_F(LostTest, ComesBackWithOneButton) {
  for (const bool phone : {false, true}) {
    device.disk.blobs.clear();
    app::App app(device.ports());
    Screen screen(app);
    if (phone) screen.resize(390, 844, Screen::Pointer::kFinger);
    app.start();
    screen.settle();
    screen.click(Role::kButton, "Restore");
    EXPECT_FALSE(app.state().lost);
    EXPECT_EQ(app.state().model->leads().alive_count(), 2U);
    EXPECT_EQ(app.state().safety, book::Safety::kSaved);
    EXPECT_TRUE(screen.says("Restored 2 changes"));
    EXPECT_EQ(device.disk.blobs, device.disk.copies);
  }
}

TEST_F(LostTest, CanBeSavedAsAFileFirst) {
  app::App app(device.ports());
  Screen screen(app);
  app.start();
  screen.settle();
  screen.click(Role::kButton, "Save a copy as a file first");
  ASSERT_EQ(device.files.saved.size(), 1U);
  EXPECT_TRUE(device.files.saved[0].bytes.contains("Olga Petrova"));
  EXPECT_TRUE(app.state().lost) << "it is still asked";
  EXPECT_EQ(app.state().last_backup_at, 0);
}

TEST_F(LostTest, IsLeftBehindOnlyAfterASecondQuestion) {
  {
    app::App app(device.ports());
    Screen screen(app);
    app.start();
    screen.settle();
    screen.click(Role::kButton, "Go on without it");
    EXPECT_TRUE(app.state().lost);
    screen.click(Role::kButton, "Back");
    EXPECT_TRUE(screen.has(Role::kButton, "Restore"));
    screen.click(Role::kButton, "Go on without it");
    screen.click(Role::kButton, "Go on without it");
    EXPECT_FALSE(app.state().lost);
    EXPECT_TRUE(screen.has(Role::kButton, "Add lead"));
  }
  EXPECT_EQ(device.disk.copies.size(), 2U);
  app::App next(device.ports());
  next.start();
  EXPECT_FALSE(next.state().lost) << "not asked again";
}

TEST_F(LostTest, DamagedPartsThatNoCopyHasCanBeSavedAsFiles) {
  {
    app::App app(device.ports());
    app.start();
    app.dispatch(app::RestoreLost{});
    ASSERT_FALSE(device.disk.blobs.empty());
  }
  device.disk.blobs.begin()->second.resize(9);
  device.disk.copies.clear();
  app::App app(device.ports());
  Screen screen(app);
  app.start();
  app.dispatch(app::GoTo{app::Place::kShare});
  screen.settle();
  EXPECT_TRUE(screen.says("1 part can't be read and was set aside."));
  screen.click(Role::kButton, "Save the damaged parts as files");
  ASSERT_EQ(device.files.saved.size(), 1U);
  EXPECT_EQ(device.files.saved[0].bytes.size(), 9U);
}

TEST_F(LostTest, SafarisRuleIsToldWhereItHolds) {
  for (const bool safari : {false, true}) {
    device.disk.forgets_unused = safari;
    app::App app(device.ports());
    Screen screen(app);
    app.start();
    app.dispatch(app::RestoreLost{});
    app.dispatch(app::GoTo{app::Place::kShare});
    device.clock.advance(20'000);  // the second copy follows the first
    app.tick();
    screen.settle();
    EXPECT_TRUE(screen.says("A second copy is kept in another place of this browser."));
    EXPECT_EQ(screen.says("seven days"), safari);
  }
}

}  // namespace
}  // namespace leadlight::ui
