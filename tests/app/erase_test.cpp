// Erasing a person for good, from the command on.
#include <algorithm>

#include "interchange/snapshot.h"
#include "tests/app/fixture.h"

namespace leadlight::test {
namespace {

using namespace app;

bool device_holds(const Device& device, std::string_view word) {
  for (const auto* const blobs : {&device.disk.blobs, &device.disk.copies})
    for (const auto& [name, bytes] : *blobs) {
      const std::string_view text(reinterpret_cast<const char*>(bytes.data()), bytes.size());
      if (text.find(word) != std::string_view::npos) return true;
    }
  return false;
}

TEST(Erase, TakesAPersonOutOfEverythingThatIsShownOrKept) {
  Device device;
  Page page(device);
  const Id lea = page.add({{"full_name", "Lea Kraft"}, {"email", "lea@kraft.example"}}, "Kraft!");
  const Id max = page.add("Max");
  page.dispatch(OpenLead{lea});
  page.dispatch(SetSelection{{lea, max}});
  page.dispatch(EraseLeads{{lea}});
  EXPECT_FALSE(page.toast_is_error()) << page.toast();
  EXPECT_EQ(page.toast().find("Kraft"), std::string::npos);
  EXPECT_EQ(page.state().toasts.size(), 1U);
  EXPECT_TRUE(page.state().open_lead.is_nil());
  EXPECT_EQ(page.state().selection, std::vector<Id>{max});
  EXPECT_EQ(page.app->same_email("lea@kraft.example"), kNoRow);
  EXPECT_EQ(page.model().leads().alive_count(), 1U);
  EXPECT_EQ(page.state().undo_label.find("Kraft"), std::string::npos);
  for (int minute = 0; minute < 3; ++minute) {
    device.clock.advance(60'000);
    page.app->tick();
  }
  EXPECT_FALSE(device_holds(device, "Kraft"));
  EXPECT_FALSE(device_holds(device, "kraft.example"));
  page.dispatch(ExportSnapshot{});
  EXPECT_EQ(device.files.saved.back().bytes.find("raft"), std::string::npos);

  Page next(device);
  EXPECT_EQ(next.model().leads().alive_count(), 1U);
  EXPECT_EQ(next.app->book().state_hash(), page.app->book().state_hash());
}

TEST(Erase, SaysWhatOfOthersNamesThemAndWhatWentAlong) {
  Device device;
  Page page(device);
  const auto says = [&](std::string_view text) {
    return std::ranges::any_of(page.state().toasts,
                               [&](const Toast& toast) { return toast.text == text; });
  };
  const Id lea = page.add({{"full_name", "Lea Kraft"}, {"email", "lea@kraft.example"}});
  const Id twin = page.add("L. Kraft-Ott"), max = page.add("Max"), eva = page.add("Eva");
  page.dispatch(MergeLeads{lea, {twin}});
  page.dispatch(AddNote{lea, "Lea Kraft is away"});
  page.dispatch(AddNote{max, "lea kraft sent him"});
  page.log(eva, TouchKind::kCall, TouchResult::kReached, "Ask L. Kraft-Ott");
  page.dispatch(AddNote{eva, "Leo Kraft sent her"});
  page.dispatch(KeepDraft{max, std::string(kNoteDraft), "Write to lea@kraft.example"});
  page.dispatch(EraseLeads{{lea}});
  EXPECT_TRUE(says("2 notes of other leads still name who was erased")) << page.toast();
  EXPECT_TRUE(says("One text half typed about who was erased went with them"));
  EXPECT_TRUE(page.state().drafts.empty());
  EXPECT_EQ(page.model().lead(page.row(max)).first_note == kNoRow, false) << "it stays, as said";
  page.dispatch(EraseLeads{{eva}});
  EXPECT_FALSE(says("One note of other leads still names who was erased"));
}

TEST(Erase, TakesTheDeletedToo) {
  Device device;
  Page page(device);
  const Id lea = page.add("Lea Kraft");
  page.dispatch(DeleteLeads{{lea}});
  page.dispatch(EraseLeads{{lea}});
  EXPECT_TRUE(page.app->book().is_erased(lea));
  page.dispatch(RestoreLeads{{lea}});
  EXPECT_TRUE(page.toast_is_error());
  page.dispatch(EraseLeads{{lea}});
  EXPECT_TRUE(page.toast_is_error());  // there is nobody to erase any more
}

TEST(Erase, LeavesChangesANameThatSaysNothingOfThem) {
  Device device;
  Page page(device);
  const Id lea = page.add("Lea Kraft"), max = page.add("Max");
  page.dispatch(SetTag{{lea, max}, "hot", true});
  page.dispatch(EditLead{lea, {{"need", "A press"}}});
  page.dispatch(EraseLeads{{lea}});
  EXPECT_EQ(page.state().undo_label, "Change to an erased lead");
  page.dispatch(Undo{});
  EXPECT_EQ(page.toast(), "Undone: Change to an erased lead") << "the tag of Max";
  EXPECT_EQ(page.state().undo_label, "Added Max") << "of what was only about Lea nothing is left";
}

// Nothing of the list's own name is left either, yet it stays one.
TEST(Erase, LeavesAnImportOneThatAsksBeforeItIsTakenBack) {
  for (const bool reloaded : {false, true}) {
    SCOPED_TRACE(reloaded);
    Device device;
    auto page = std::make_unique<Page>(device);
    page->dispatch(OpenFiles{
        {{"lea-kraft.csv",
          "Name,E-mail\nLea Kraft,lea@k.example\nMax,max@o.example\nEva,e@o.example\n"}}});
    page->dispatch(CommitImport{});
    const Id lea = page->model().leads().id(page->app->same_email("lea@k.example"));
    const Id max = page->model().leads().id(page->app->same_email("max@o.example"));
    const std::vector<Stamp> stamps = page->app->book().stamps();
    page->dispatch(AddNote{max, "Wants a demo"});
    const Stamp note = page->app->book().stamps().back();
    page->dispatch(EraseLeads{{lea}});
    if (reloaded) {
      page.reset();
      page = std::make_unique<Page>(device);
      page->dispatch(TakeBack{stamps});
    } else {
      page->dispatch(UndoOperation{note});
      page->dispatch(AddNote{max, "Wants two"});
      page->dispatch(UndoOperation{page->app->book().stamps().back()});
      EXPECT_EQ(page->state().undo_label, "Import of a file");
      page->dispatch(AddNote{max, "Wants none"});
      page->dispatch(UndoOperation{stamps.back()});
    }
    ASSERT_TRUE(page->state().take_back) << page->toast();
    EXPECT_EQ(page->state().take_back->leads, 2U);
    EXPECT_EQ(page->state().take_back->changed, 1U);
    EXPECT_FALSE(page->state().take_back->label.contains("kraft"));
    EXPECT_EQ(page->model().leads().alive_count(), 2U);
  }
}

TEST(Erase, CanNotBeUndone) {
  Device device;
  Page page(device);
  const Id lea = page.add("Lea Kraft");
  page.dispatch(EraseLeads{{lea}});
  const Id before = page.app->book().state_hash();
  page.dispatch(Undo{});
  page.dispatch(Undo{});
  EXPECT_TRUE(page.app->book().is_erased(lea));
  EXPECT_EQ(page.app->book().state_hash(), before);
}

// The second copy holds them for some seconds yet. Should it come back in the place of the first,
// it is made to forget them before anything is shown.
TEST(Erase, HoldsWhenAnOlderCopyIsRestored) {
  for (const bool by_import : {false, true})
    for (const bool as_file : {false, true}) {
      Device device, elsewhere(2);
      Id lea;
      {
        Page page(device), there(elsewhere);
        lea = there.add({{"full_name", "Lea Kraft"}});
        there.add("Max");
        const auto bring = [&](std::size_t erased) {
          there.dispatch(ExportSnapshot{});
          page.dispatch(OpenFiles{{{"book.json", elsewhere.files.saved.back().bytes}}});
          page.dispatch(CommitImport{.erased = erased});
        };
        bring(0);
        device.clock.advance(20'000);
        ASSERT_EQ(page.state().copies, book::Copies::kKept);
        (by_import ? there : page).dispatch(EraseLeads{{lea}});
        if (by_import) bring(1);
        EXPECT_FALSE(page.toast_is_error());
      }  // closed at once
      device.disk.blobs.clear();
      Page next(device);
      ASSERT_TRUE(next.state().lost);
      if (as_file) {
        next.dispatch(ExportSnapshot{});
        EXPECT_FALSE(device.files.saved.back().bytes.contains("Kraft"));
        continue;
      }
      next.dispatch(RestoreLost{});
      EXPECT_TRUE(next.app->book().is_erased(lea));
      EXPECT_EQ(next.model().leads().alive_count(), 1U);
      for (int minute = 0; minute < 3; ++minute) {
        device.clock.advance(60'000);
        next.app->tick();
      }
      EXPECT_FALSE(device_holds(device, "Kraft"));
      EXPECT_FALSE(device.preferences.get("book_note").contains(text_from_id(lea)))
          << "nothing of them is left";
    }
}

// A segment of which nothing is left goes on to be a link of the chain.
TEST(Erase, LeavesNothingThatSeemsToBeMissingWhenTheSecondCopyIsRestored) {
  for (const std::size_t first : {0U, 1U, 2U}) {
    SCOPED_TRACE(first);
    Device device;
    {
      Page page(device);
      std::vector<Id> leads;
      for (const char* const name : {"Ada", "Ben", "Cleo", "Dora"}) {
        leads.push_back(page.add(name));
        device.clock.advance(60'000);
      }
      page.dispatch(EraseLeads{{leads[first], leads[first + 1]}});
      device.clock.advance(60'000);
      ASSERT_EQ(page.state().copies, book::Copies::kKept);
    }
    device.disk.blobs.clear();
    Page next(device);
    ASSERT_TRUE(next.state().lost);
    next.dispatch(RestoreLost{});
    EXPECT_EQ(next.model().leads().alive_count(), 2U);
    EXPECT_EQ(next.state().start_warning, "");
    for (const Toast& toast : next.state().toasts)
      EXPECT_NE(toast.tone, Toast::Tone::kError) << toast.text;
    Page again(device);
    EXPECT_EQ(again.state().start_warning, "");
    EXPECT_FALSE(again.state().lost);
    EXPECT_EQ(again.app->book().state_hash(), next.app->book().state_hash());
  }
}

TEST(Erase, IsNotedUntilNoCopyHoldsThemAndByWhateverWayItComes) {
  Device device, elsewhere(2);
  Page page(device), there(elsewhere);
  const Id lea = page.add("Lea Kraft");
  const Id max = page.add("Max");
  page.dispatch(ExportSnapshot{});
  const auto noted = [&](Id id) {
    return device.preferences.get("book_note").contains(text_from_id(id));
  };
  device.clock.advance(20'000);
  page.dispatch(EraseLeads{{lea}});
  EXPECT_TRUE(noted(lea)) << device.preferences.get("book_note");
  EXPECT_FALSE(noted(max));
  device.clock.advance(60'000);
  EXPECT_FALSE(noted(lea)) << device.preferences.get("book_note");

  there.dispatch(OpenFiles{{{"book.json", device.files.saved.back().bytes}}});
  there.dispatch(CommitImport{});
  there.dispatch(EraseLeads{{max}});
  there.dispatch(ExportSnapshot{});
  page.dispatch(OpenFiles{{{"book.json", elsewhere.files.saved.back().bytes}}});
  page.dispatch(CommitImport{.erased = 1});
  ASSERT_TRUE(page.app->book().is_erased(max)) << page.toast();
  EXPECT_TRUE(noted(max));
}

// Whether a file or another tab says so: the place that says it last can hold them longest.
TEST(Erase, IsSaidAsDoneOnlyThenByWhateverWayItComes) {
  for (const bool by_file : {true, false}) {
    SCOPED_TRACE(by_file);
    Device device, elsewhere(2);
    {
      Page page(device), there(by_file ? elsewhere : device);
      const Id jim = page.add("Jim Ott");
      page.add("Max");
      if (by_file) {
        page.dispatch(ExportSnapshot{});
        there.dispatch(OpenFiles{{{"f0.json", device.files.saved.back().bytes}}});
        there.dispatch(CommitImport{});
      }
      device.clock.advance(20'000);
      ASSERT_EQ(page.state().copies, book::Copies::kKept);
      there.dispatch(EraseLeads{{jim}});
      if (by_file) {
        there.dispatch(ExportSnapshot{});
        page.dispatch(OpenFiles{{{"f1.json", elsewhere.files.saved.back().bytes}}});
        page.dispatch(CommitImport{.erased = 1});
      } else {
        there.app.reset();  // and does not see to it any more
      }
      ASSERT_TRUE(page.app->book().is_erased(jim)) << page.toast();
      ASSERT_TRUE(device_holds(device, "Jim"));
      EXPECT_EQ(page.state().erasing, 1U);
      EXPECT_TRUE(page.state().holds_erased);
      bool erasing = false;
      for (const Toast& toast : page.state().toasts) {
        EXPECT_FALSE(toast.text.contains("for good")) << toast.text;
        erasing = erasing || toast.text == "Erasing one person…";
      }
      EXPECT_TRUE(erasing);
      if (by_file) {
        EXPECT_TRUE(page.toast().contains("1 being erased")) << page.toast();
      }
      EXPECT_TRUE(device.preferences.get("book_note").contains(text_from_id(jim)));
      for (int second = 0; second < 60 && page.state().erasing > 0; ++second)
        device.clock.advance(1000);
      EXPECT_FALSE(device_holds(device, "Jim"));
      EXPECT_TRUE(page.toast().starts_with("Erased one person for good")) << page.toast();
    }
  }
}

// Whatever the browser has done when the page is looked at: who is said to be erased is nowhere.
TEST(Erase, IsSaidWhenNeitherCopyHoldsThem) {
  for (const bool has_copies : {true, false})
    for (const bool with_another_tab : {false, true}) {
      Device device;
      device.disk.has_copies = has_copies;
      Page first(device);
      const Id lea = first.add("Lea Kraft");
      device.clock.advance(60'000);
      headless::MemoryStorage storage(device.disk, headless::MemoryStorage::Mode::kPumped);
      headless::FakeDrafts drafts(device.shelf);
      headless::FakeAddress address;
      App app(device.ports(storage, drafts, address));
      app.start();
      storage.pump();
      device.clock.advance(60'000);
      storage.pump();
      if (!with_another_tab) first.app.reset();
      ASSERT_EQ(device_holds(device, "Kraft"), true);
      app.dispatch(EraseLeads{{lea}});
      bool said = false;
      for (int step = 0; step < 2000 && !said; ++step) {
        ASSERT_EQ(app.state().toasts.size(), 1U);
        const std::string& text = app.state().toasts[0].text;
        said = text.starts_with("Erased one person for good");
        EXPECT_EQ(app.state().erasing, said ? 0U : 1U);
        if (said) {
          EXPECT_FALSE(device_holds(device, "Kraft")) << "step " << step;
        } else {
          EXPECT_EQ(text, "Erasing one person…");
        }
        if (!storage.pump_one()) device.clock.advance(10);
      }
      EXPECT_TRUE(said) << has_copies << with_another_tab;
    }
}

TEST(Erase, IsNotSaidWhileTheSecondCopyCanNotFollow) {
  Device device;
  Page page(device);
  const Id lea = page.add("Lea Kraft");
  const Id max = page.add("Max");
  device.clock.advance(60'000);
  using Fault = headless::FaultyStorage::Fault;
  page.faulty.next_copies(std::vector(10, Fault::kAbort));
  page.dispatch(EraseLeads{{lea}});
  device.clock.advance(20'000);
  EXPECT_EQ(page.toast(), "Erasing one person…");
  page.dispatch(EraseLeads{{max}});
  EXPECT_EQ(page.toast(), "Erasing 2 people…");
  device.clock.advance(11'000);
  EXPECT_TRUE(page.toast().starts_with("Not erased for good yet")) << page.toast();
  EXPECT_TRUE(page.toast_is_error());
  EXPECT_TRUE(device_holds(device, "Kraft")) << "or this tests nothing";
  for (int second = 0; second < 900 && page.toast_is_error(); ++second) {
    device.clock.advance(1000);
  }
  EXPECT_FALSE(device_holds(device, "Kraft"));
  ASSERT_EQ(page.state().toasts.size(), 1U);
  EXPECT_TRUE(page.toast().starts_with("Erased 2 people for good")) << page.toast();
}

TEST(Erase, IsNotedWhileTheSecondCopyCanNotFollow) {
  Device device;
  Page page(device);
  const Id lea = page.add("Lea Kraft");
  device.clock.advance(20'000);
  using Fault = headless::FaultyStorage::Fault;
  page.faulty.next_copies(std::vector(20, Fault::kAbort));
  page.dispatch(EraseLeads{{lea}});
  device.clock.advance(20'000);
  EXPECT_TRUE(device_holds(device, "Kraft")) << "or this tests nothing";
  EXPECT_TRUE(device.preferences.get("book_note").contains(text_from_id(lea)));
}

// It is said as long as it is so, also by a page that has not erased anybody itself.
TEST(Erase, IsNotDoneBeforeWhatWasLeftAsideIsLookedAt) {
  Device device;
  Id lea;
  {
    Page page(device);
    lea = page.add({{"full_name", "Lea Kraft"}}, "Kraft!");
    page.add("Max");
    device.clock.advance(60'000);
    page.dispatch(ExportSnapshot{});
  }
  device.disk.blobs.clear();
  {
    Page page(device);
    page.dispatch(GoOnWithoutLost{});
    page.dispatch(OpenFiles{{{"backup.json", device.files.saved.back().bytes}}});
    page.dispatch(CommitImport{});
    page.dispatch(EraseLeads{{lea}});
    EXPECT_TRUE(page.state().holds_erased);
    device.clock.advance(60'000);
    EXPECT_TRUE(page.toast().contains("Look in Share at what was left aside")) << page.toast();
  }
  ASSERT_TRUE(device_holds(device, "Kraft"));
  {
    Page page(device);
    device.clock.advance(60'000);
    page.app->tick();
    EXPECT_TRUE(page.state().holds_erased);
    EXPECT_GT(page.state().left_aside, 0U);
    page.dispatch(LoadAgain{.what_was_left_aside = true});
  }
  Page page(device);
  EXPECT_FALSE(page.state().lost);
  EXPECT_TRUE(page.state().holds_erased);
  device.clock.advance(book::Store::kCopyAtMostMs);
  EXPECT_FALSE(page.state().holds_erased);
  EXPECT_FALSE(device_holds(device, "Kraft"));
  EXPECT_FALSE(device.preferences.get("book_note").contains(text_from_id(lea)));
  EXPECT_EQ(page.model().leads().alive_count(), 1U);
}

}  // namespace
}  // namespace leadlight::test
