// A start after the browser has lost what it stored: nothing goes on before the person has chosen.
#include <algorithm>
#include <string_view>

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

TEST_F(LostTest, SaysWhatTheCopyLacks) {
  const auto said = [&](const std::string& note) {
    device.preferences.set("book_note", note);
    app::App app(device.ports());
    Screen screen(app);
    app.start();
    screen.settle();
    for (const std::string& text : screen.names(Role::kText))
      if (const std::size_t at = text.find(" It "); at != std::string::npos)
        return text.substr(at + 1, text.find('.', at) - at);
    return std::string();
  };
  const std::string now = std::to_string(device.clock.now());
  EXPECT_EQ(said("2 2 0 " + now), "") << "it has all that was noted";
  EXPECT_EQ(said("5 2 0 " + now), "It lacks the last 3 changes, saved at 14:13.");
  EXPECT_EQ(said("3 2 0 " + std::to_string(device.clock.now() - kDayMs)),
            "It lacks the last change, saved on 20 Sep 2026 at 14:13.");
  EXPECT_EQ(said(""), "It may lack what was changed in the last seconds before.");
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
  {
    app::App next(device.ports());
    next.start();
    EXPECT_FALSE(next.state().lost) << "not asked again";
    EXPECT_FALSE(next.state().missing) << "nor about what is remembered";
    // But there is a way back.
    Screen screen(next);
    next.dispatch(app::GoTo{app::Place::kShare});
    screen.settle();
    EXPECT_TRUE(screen.says("2 parts of the second copy were left aside"));
    screen.click(Role::kButton, "Look again at what was left aside");
    EXPECT_EQ(device.address.loaded_again, 1);
  }
  app::App again(device.ports());
  again.start();
  EXPECT_TRUE(again.state().lost);
  again.dispatch(app::RestoreLost{});
  EXPECT_EQ(again.state().model->leads().alive_count(), 2U);
  EXPECT_EQ(again.state().left_aside, 0U);
}

// An erasing that a file brings does not reach what was left aside: that is said until it is looked
// at again.
TEST_F(LostTest, WhatWasLeftAsideIsSaidToHoldTheErasedUntilItIsLookedAt) {
  constexpr std::string_view kSaid =
      "2 parts of the second copy were left aside when you went on without. What is known of "
      "people who were erased for good may still be in there: look at it again";
  const auto disk_holds = [&](std::string_view word) {
    return std::ranges::any_of(device.disk.copies, [&](const auto& copy) {
      return std::string_view(reinterpret_cast<const char*>(copy.second.data()), copy.second.size())
          .contains(word);
    });
  };
  headless::MemoryPorts elsewhere(7);
  app::App theirs(elsewhere.ports());
  theirs.start();
  {
    app::App app(device.ports());
    app.start();
    app.dispatch(app::ExportSnapshot{});  // of what is lost
    theirs.dispatch(app::OpenFiles{{{"all.json", device.files.saved.back().bytes}}});
    theirs.dispatch(app::CommitImport{});
    theirs.dispatch(app::EraseLeads{{theirs.state().model->leads().id(0)}});
    theirs.dispatch(app::ExportSnapshot{});
    app.dispatch(app::GoOnWithoutLost{});
    Screen screen(app);
    app.dispatch(app::GoTo{app::Place::kShare});
    screen.settle();
    EXPECT_TRUE(screen.says("2 parts of the second copy were left aside"));
    EXPECT_FALSE(screen.says("erased for good may still be in there"));
    app.dispatch(app::OpenFiles{{{"ben.json", elsewhere.files.saved.back().bytes}}});
    app.dispatch(app::CommitImport{});
    ASSERT_EQ(app.state().model->leads().alive_count(), 1U);
    app.dispatch(app::GoTo{app::Place::kShare});
    screen.settle();
    EXPECT_TRUE(screen.says(kSaid)) << screen.outline();
  }
  {
    app::App next(device.ports());
    next.start();
    Screen screen(next);
    next.dispatch(app::GoTo{app::Place::kShare});
    screen.settle();
    EXPECT_TRUE(screen.says(kSaid)) << "after a reload, too";
    EXPECT_TRUE(disk_holds("Olga")) << "or it would not be true";
    screen.click(Role::kButton, "Look again at what was left aside");
  }
  app::App again(device.ports());
  again.start();
  if (again.state().lost) again.dispatch(app::RestoreLost{});
  device.clock.advance(60'000);
  Screen screen(again);
  again.dispatch(app::GoTo{app::Place::kShare});
  screen.settle();
  EXPECT_FALSE(screen.says("left aside"));
  EXPECT_FALSE(disk_holds("Olga"));
  EXPECT_EQ(again.state().model->leads().alive_count(), 1U);
}

// Chromium neither opens nor deletes a database of which certain files are damaged.
TEST_F(LostTest, WhereNothingCanBeRestoredTheWayLeadsOverAFile) {
  for (const bool phone : {false, true}) {
    headless::FaultyStorage storage(device.storage);
    storage.load_fails(true);
    storage.reset_fails(true);
    ports::Ports ports = device.ports();
    app::App app({storage, ports.clock, ports.random, ports.files, ports.clipboard, ports.opener,
                  ports.preferences, ports.drafts, ports.address, ports.sealer, ports.folder,
                  ports.eraser, ports.updates, ports.samples, ports.rest});
    Screen screen(app);
    if (phone) screen.resize(390, 844, Screen::Pointer::kFinger);
    app.start();
    screen.settle();
    EXPECT_TRUE(screen.has(Role::kHeading, "Your book could not be opened"));
    screen.click(Role::kButton, "Restore");
    EXPECT_TRUE(screen.has(Role::kHeading, "The browser does not let Leadlight repair it"));
    device.files.saved.clear();
    screen.click(Role::kButton, "Save a copy as a file");
    ASSERT_EQ(device.files.saved.size(), 1U);
    EXPECT_TRUE(device.files.saved[0].bytes.contains("Olga Petrova"));
    EXPECT_TRUE(screen.has(Role::kHeading, "Your copy is a file now"));
    EXPECT_TRUE(screen.says("clear this site's data"));
    EXPECT_TRUE(screen.has(Role::kButton, "Save the copy again"));
    screen.click(Role::kButton, "Try again");
    EXPECT_TRUE(app.state().lost) << "refused again";
    storage.reset_fails(false);
    screen.click(Role::kButton, "Try again");
    EXPECT_FALSE(app.state().lost);
    EXPECT_EQ(app.state().model->leads().alive_count(), 2U);
    device.disk.blobs.clear();
  }
}

TEST_F(LostTest, AnEditThatIsNotStoredIsNotSaidToBeDone) {
  headless::FaultyStorage storage(device.storage);
  ports::Ports ports = device.ports();
  app::App app({storage, ports.clock, ports.random, ports.files, ports.clipboard, ports.opener,
                ports.preferences, ports.drafts, ports.address, ports.sealer, ports.folder,
                ports.eraser, ports.updates, ports.samples, ports.rest});
  Screen screen(app);
  app.start();
  app.dispatch(app::RestoreLost{});
  storage.every_commit(headless::FaultyStorage::Fault::kQuota);
  app.dispatch(app::AddLead{{{"full_name", "Ana Novak"}}, {}});
  screen.settle();
  ASSERT_EQ(app.state().safety, book::Safety::kNotSaved);
  EXPECT_TRUE(screen.has(Role::kStatus, "Added Ana Novak, but it is not saved yet"))
      << screen.outline();
  storage.every_commit(headless::FaultyStorage::Fault::kNone);
  app.dispatch(app::RetrySave{});
  screen.settle();
  EXPECT_FALSE(screen.says("not saved yet"));
}

// Both places emptied at once: what is remembered of the book.
struct MissingTest : LostTest {
  MissingTest() { device.disk.copies.clear(); }
};

TEST_F(MissingTest, IsSaidWithTheWaysOut) {
  for (const bool phone : {false, true}) {
    app::App app(device.ports());
    Screen screen(app);
    if (phone) screen.resize(390, 844, Screen::Pointer::kFinger);
    app.start();
    screen.settle();
    EXPECT_TRUE(screen.has(Role::kHeading, "Your book is no longer in this browser"));
    EXPECT_TRUE(screen.says("It had a book of 2 leads, last saved on "));
    EXPECT_FALSE(screen.has(Role::kButton, "Add lead"));
    screen.click(Role::kButton, "Load the page again");
    screen.click(Role::kButton, "Import a backup…");
    EXPECT_TRUE(app.state().missing) << "no file was chosen";
  }
  EXPECT_EQ(device.address.loaded_again, 2);
  EXPECT_EQ(device.files.accepts.size(), 2U);
}

TEST_F(MissingTest, AFileIsShownBeforeItIsTaken) {
  app::App app(device.ports());
  Screen screen(app);
  app.start();
  screen.settle();
  const auto picks = [&] {
    device.files.to_pick = {{"leads.csv", "Name\nOlga Petrova\n"}};
    screen.click(Role::kButton, "Import a backup…");
  };
  picks();
  EXPECT_TRUE(screen.has(Role::kButton, "Import 1 lead"));
  app.dispatch(app::CancelImport{});
  screen.settle();
  EXPECT_TRUE(screen.has(Role::kHeading, "Your book is no longer in this browser"));
  picks();
  screen.click(Role::kButton, "Import 1 lead");
  EXPECT_FALSE(app.state().missing);
  EXPECT_EQ(app.state().model->leads().alive_count(), 1U);
}

TEST_F(MissingTest, GoingOnIsAskedForTwice) {
  app::App app(device.ports());
  Screen screen(app);
  app.start();
  screen.settle();
  screen.click(Role::kButton, "Go on with what is here");
  EXPECT_TRUE(app.state().missing);
  screen.click(Role::kButton, "Back");
  EXPECT_TRUE(screen.has(Role::kButton, "Load the page again"));
  screen.click(Role::kButton, "Go on with what is here");
  screen.click(Role::kButton, "Go on with what is here");
  EXPECT_FALSE(app.state().missing);
  EXPECT_TRUE(screen.has(Role::kButton, "Add lead"));
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
