// Both places that keep the book are emptied at once: a note of its size stays, and the next start
// says so instead of showing an empty book. And never without a reason.
#include "fixture.h"
#include "tests/support/random.h"

namespace leadlight::test {
namespace {

using namespace app;  // NOLINT(google-build-using-namespace): commands, by their names

constexpr double kUntilAllIsKept = 20'000;

std::string rows(std::size_t count) {
  std::string text = "Name\n";
  for (std::size_t i = 0; i < count; ++i) text += "Row " + std::to_string(i) + "\n";
  return text;
}

struct Missing : testing::Test {
  Device device;

  std::vector<Id> add(Page& page, int count) {
    std::vector<Id> leads;
    for (int i = 0; i < count; ++i) leads.push_back(page.add("Lead " + std::to_string(i)));
    device.clock.advance(kUntilAllIsKept);
    return leads;
  }
  void empty() {
    device.disk.blobs.clear();
    device.disk.copies.clear();
  }
  // What the next start has to say; empty: nothing.
  std::string at_start() {
    const Page page(device);
    if (page.state().missing) return std::to_string(page.state().missing->leads) + " leads";
    return page.toast();
  }
};

TEST_F(Missing, IsSaidWithWhatIsRememberedAndNothingIsWrittenMeanwhile) {
  UtcMs saved = 0;
  {
    Page page(device);
    add(page, 3);
    saved = device.clock.now();
    device.clock.advance(kUntilAllIsKept);
  }
  empty();
  Page next(device);
  ASSERT_TRUE(next.state().missing);
  EXPECT_EQ(next.state().missing->leads, 3U);
  EXPECT_LE(next.state().missing->saved_at, saved);
  EXPECT_GE(next.state().missing->saved_at, saved - static_cast<UtcMs>(kUntilAllIsKept));
  device.clock.advance(kUntilAllIsKept);
  next.app->flush();
  EXPECT_TRUE(device.disk.blobs.empty());
  EXPECT_EQ(at_start(), "3 leads") << "it is said until something is done";
}

TEST_F(Missing, IsNotContradictedByWhatIsSaidOfDamage) {
  const auto damages = [&](std::size_t count) {
    for (auto* const blobs : {&device.disk.blobs, &device.disk.copies})
      for (auto& [name, bytes] : *blobs)
        if (count-- > 0) bytes.back() ^= std::byte{1};
  };
  {
    Page page(device);
    add(page, 3);
  }
  damages(6);
  {
    const Page page(device);
    EXPECT_TRUE(page.state().missing);
    EXPECT_TRUE(page.state().toasts.empty()) << page.toast();
    EXPECT_FALSE(page.state().start_warning.empty());
  }
  device.preferences.values.clear();
  const Page page(device);
  EXPECT_FALSE(page.state().missing) << "nothing is remembered";
  EXPECT_TRUE(page.toast().contains("Nothing else is here")) << page.toast();
}

TEST_F(Missing, IsNotPutOverABackupInTheFolder) {
  {
    Page page(device);
    add(page, 3);
  }
  empty();
  device.folder.now = {ports::Folder::Standing::kReady, "Backups"};
  Page next(device);
  next.app->flush();
  EXPECT_EQ(device.folder.writes, 0U);
}

TEST_F(Missing, IsOverWhenThePersonGoesOn) {
  {
    Page page(device);
    add(page, 3);
  }
  empty();
  {
    Page page(device);
    page.dispatch(GoOnWithoutLost{});
    EXPECT_FALSE(page.state().missing);
    device.clock.advance(2000);
  }
  EXPECT_EQ(at_start(), "");
}

TEST_F(Missing, IsOverWhenABackupIsImported) {
  std::string backup;
  {
    Page page(device);
    add(page, 3);
    page.dispatch(ExportSnapshot{});
    backup = device.files.saved.back().bytes;
  }
  empty();
  {
    Page page(device);
    device.files.to_pick = {{"backup.json", backup}};
    page.dispatch(PickFile{});
    ASSERT_TRUE(page.state().import);
    EXPECT_TRUE(page.state().missing);
    page.dispatch(CommitImport{});
    EXPECT_FALSE(page.state().missing);
    EXPECT_EQ(page.model().leads().alive_count(), 3U);
    device.clock.advance(kUntilAllIsKept);
  }
  EXPECT_EQ(at_start(), "");
  empty();
  EXPECT_EQ(at_start(), "3 leads");
}

TEST_F(Missing, IsOverWhenAnotherTabHasIt) {
  Page first(device);
  add(first, 3);
  empty();
  Page second(device);
  ASSERT_TRUE(second.state().missing);
  first.add("One more");  // finds out, and writes all again
  device.clock.advance(kUntilAllIsKept);
  EXPECT_FALSE(second.state().missing);
  EXPECT_EQ(second.model().leads().alive_count(), 4U);
}

TEST_F(Missing, ABookThatThePersonEmptiedHerselfIsEmpty) {
  {
    Page page(device);
    page.dispatch(DeleteLeads{add(page, 3)});
    device.clock.advance(kUntilAllIsKept);
  }
  EXPECT_EQ(at_start(), "");
  empty();
  EXPECT_EQ(at_start().find("leads"), std::string::npos);
}

TEST_F(Missing, SaysNothingWhereTheNoteIsGone) {
  {
    Page page(device);
    add(page, 3);
  }
  device.preferences.values.clear();
  EXPECT_EQ(at_start(), "");
}

TEST_F(Missing, MostOfItCounts) {
  {
    Page page(device);
    add(page, 8);
  }
  for (auto* const blobs : {&device.disk.blobs, &device.disk.copies})
    while (blobs->size() > 2) blobs->erase(std::prev(blobs->end()));
  EXPECT_EQ(at_start(), "8 leads");
}

TEST_F(Missing, TheLatestChangesAreCounted) {
  {
    Page page(device);
    add(page, 8);
  }
  for (auto* const blobs : {&device.disk.blobs, &device.disk.copies})
    while (blobs->size() > 6) blobs->erase(std::prev(blobs->end()));
  EXPECT_TRUE(at_start().starts_with("2 changes that had been saved in this browser are no longer"))
      << at_start();
  device.clock.advance(kUntilAllIsKept);
}

TEST_F(Missing, CountsOnlyWhatIsSaved) {
  Page page(device);
  add(page, 1);
  page.faulty.every_commit(headless::FaultyStorage::Fault::kAbort);
  add(page, 2);
  page.app->flush();
  EXPECT_TRUE(device.preferences.get("book_note").starts_with("1 1 0 "));
  page.faulty.every_commit(headless::FaultyStorage::Fault::kNone);
  page.dispatch(RetrySave{});
  device.clock.advance(kUntilAllIsKept);
  EXPECT_TRUE(device.preferences.get("book_note").starts_with("3 3 0 "));
}

TEST_F(Missing, HoldsNothingOfAPerson) {
  Page page(device);
  add(page, 3);
  const std::string note = device.preferences.get("book_note");
  EXPECT_TRUE(note.starts_with("3 3 0 ")) << note;
  EXPECT_EQ(note.find_first_not_of("0123456789 "), std::string::npos);
}

// Two pages at once, which end at any moment; the browser may have lost the latest notes. Nothing
// of the book is ever lost, so no start may say that something is.
TEST_F(Missing, IsNeverSaidWithoutAReason) {
  LEADLIGHT_SEEDED(random, 20261123);
  std::size_t starts = 0;
  for (int round = 0; round < 20; ++round) {
    Device here(random.next());
    std::vector<decltype(here.preferences.values)> notes;
    std::array<std::unique_ptr<Page>, 2> pages;
    for (int step = 0; step < 60; ++step) {
      std::unique_ptr<Page>& page = pages[random.index(2)];
      if (!page) {
        page = std::make_unique<Page>(here);
        ++starts;
        ASSERT_FALSE(page->state().missing);
        ASSERT_EQ(page->toast().find("no longer here"), std::string::npos);
        continue;
      }
      const Model& model = page->model();
      std::vector<Id> some;
      for (Row row = 0; row < model.leads().size(); ++row)
        if (model.leads().alive(row) && random.one_in(3)) some.push_back(model.leads().id(row));
      switch (random.index(12)) {
        case 0:
        case 1:
        case 2: page->add("Lead " + std::to_string(step)); break;
        case 3: page->dispatch(OpenFiles{{{"rows.csv", rows(random.index(20))}}}); break;
        case 4: page->dispatch(CommitImport{}); break;
        case 5: page->dispatch(Undo{}); break;
        case 6: page->dispatch(DeleteLeads{some}); break;
        case 7:
          if (random.one_in(3)) page->dispatch(EraseLeads{some});
          break;
        case 8:
          notes.push_back(here.preferences.values);
          here.clock.advance(static_cast<double>(random.index(4000)));
          break;
        case 9:
          here.clock.advance(120'000);
          page->app->tick();
          here.clock.advance(1000);
          break;
        case 10: page.reset(); break;
        case 11:
          page.reset();
          if (!notes.empty() && !pages[0] && !pages[1])
            here.preferences.values = notes[random.index(notes.size())];
          break;
        default: break;
      }
    }
  }
  EXPECT_GT(starts, 100U);
}

}  // namespace
}  // namespace leadlight::test
