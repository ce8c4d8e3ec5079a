// The app as a whole: loading, saving, undo, places, toasts, other tabs.
#include <algorithm>

#include "fixture.h"
#include "visible.h"

namespace leadlight::test {
namespace {

using namespace app;  // NOLINT(google-build-using-namespace): commands, by their names

TEST(App, StartsEmptyAndSaved) {
  Device device;
  Page page(device);
  EXPECT_FALSE(page.state().loading);
  EXPECT_EQ(page.state().safety, book::Safety::kSaved);
  EXPECT_EQ(page.state().place, Place::kToday);
  EXPECT_TRUE(page.state().start_error.empty());
  EXPECT_TRUE(page.state().leads->empty());
}

TEST(App, FindsEverythingAgainAfterAReload) {
  Device device;
  Id hash;
  std::string seen;
  {
    Page page(device);
    const Id lead = page.add("Olga Petrova");
    page.move(lead, Stage::kMql);
    page.log(lead, TouchKind::kCall, TouchResult::kReached, "wants a demo");
    hash = page.app->book().state_hash();
    seen = visible_state(page.state());
  }
  Page page(device);
  EXPECT_EQ(page.app->book().state_hash(), hash);
  EXPECT_EQ(visible_state(page.state()), seen);
}

TEST(App, SaysNotSavedWithTheReason) {
  Device device;
  Page page(device);
  page.faulty.every_commit(headless::FaultyStorage::Fault::kQuota);
  page.add("Olga");
  EXPECT_EQ(page.state().safety, book::Safety::kNotSaved);
  EXPECT_FALSE(page.state().safety_error.sentence().empty());
  page.faulty.every_commit(headless::FaultyStorage::Fault::kNone);
  page.dispatch(RetrySave{});
  EXPECT_EQ(page.state().safety, book::Safety::kSaved);
  Page again(device);
  EXPECT_EQ(again.model().leads().alive_count(), 1U);
}

TEST(App, TriesAgainWhenThePageIsHidden) {
  Device device;
  Page page(device);
  page.faulty.next_commits({headless::FaultyStorage::Fault::kAbort});
  page.add("Olga");
  EXPECT_EQ(page.state().safety, book::Safety::kNotSaved);
  page.app->flush();
  EXPECT_EQ(page.state().safety, book::Safety::kSaved);
}

TEST(App, SaysWhenPartsOfTheBookAreDamaged) {
  Device device;
  {
    Page page(device);
    page.add("Olga");
    page.add("Petra");
  }
  device.disk.blobs.begin()->second.back() ^= std::byte{1};
  Page page(device);
  EXPECT_FALSE(page.state().start_warning.empty());
  EXPECT_TRUE(page.toast_is_error());
  device.clock.advance(60 * kMinuteMs);
  page.app->tick();
  EXPECT_TRUE(page.toast_is_error());  // stays until it is dismissed
  page.dispatch(DismissToast{page.state().toasts.back().id});
  EXPECT_TRUE(page.state().toasts.empty());
}

TEST(App, SaysWhenTheClockIsFarBehindTheBook) {
  Device device;
  const UtcMs now = device.clock.now();
  {
    Page page(device);
    page.add("Olga");
  }
  const auto said = [](const Page& page) {
    return std::ranges::count_if(page.state().toasts, [](const Toast& toast) {
      return toast.text.starts_with("By this device's clock it is 2025-09-21");
    });
  };
  device.clock.set_now(now - 365 * kDayMs);
  Page page(device);
  EXPECT_EQ(said(page), 1);
  device.clock.advance(60 * kMinuteMs);
  page.app->tick();
  EXPECT_EQ(said(page), 1) << "stays until it is dismissed";
  EXPECT_TRUE(page.toast().contains("2026-09-21")) << page.toast();
  device.clock.set_now(now);
  page.app->tick();
  EXPECT_TRUE(page.state().toasts.empty()) << "it is set";
  // And while the page is open.
  device.clock.set_now(now - 365 * kDayMs);
  page.app->tick();
  ASSERT_EQ(said(page), 1);
  page.dispatch(DismissToast{page.state().toasts.back().id});
  page.app->tick();
  page.add("Petra");
  EXPECT_EQ(said(page), 0);
  // Some hours are nothing to speak of.
  device.clock.set_now(now - 12 * kHourMs);
  EXPECT_TRUE(Page(device).state().toasts.empty());
}

TEST(Undo, NeverSaysMoreThanOnceWhatBecameOfAStep) {
  Device device;
  Page page(device);
  const Id lead = page.add("Olga");
  page.dispatch(EditLead{lead, {{"city", "Ulm"}}});
  for (const std::string_view label :
       {"Undo: Changed city of Olga", "Redo: Changed city of Olga", "Undo: Changed city of Olga"}) {
    page.dispatch(TakeBack{{page.app->book().stamps().back()}});
    EXPECT_EQ(page.app->book().head_of(page.app->book().stamps().back()).label, label);
    EXPECT_EQ(page.toast(), label.starts_with("Undo") ? "Undone: Changed city of Olga"
                                                      : "Done again: Changed city of Olga");
  }
}

TEST(App, SeesWhatAnotherTabWrites) {
  Device device;
  Page one(device);
  Page two(device);
  int told = 0;
  two.app->on_changed([&] { ++told; });
  const Id lead = one.add({{"full_name", "Olga"}, {"email", "o@p.example"}});
  EXPECT_GT(told, 0);
  EXPECT_NE(two.row(lead), kNoRow);
  EXPECT_EQ(two.app->same_email("o@p.example"), two.row(lead));
  EXPECT_EQ(visible_state(one.state()), visible_state(two.state()));
  two.move(lead, Stage::kMql);
  EXPECT_EQ(one.text(lead, LeadField::kStage), "mql");
  EXPECT_FALSE(two.state().undo_label.empty());
  EXPECT_EQ(one.state().undo_label, "Added Olga");  // each undoes her own
}

TEST(Undo, TakesBackOneStepAfterAnother) {
  Device device;
  Page page(device);
  const std::string empty = visible_state(page.state());
  const Id lead = page.add("Olga");
  const std::string added = visible_state(page.state());
  page.move(lead, Stage::kMql);
  const std::string moved = visible_state(page.state());
  page.dispatch(Undo{});
  EXPECT_EQ(visible_state(page.state()), added);
  EXPECT_EQ(page.toast(), "Undone: Moved Olga to MQL");
  EXPECT_TRUE(page.state().can_redo);
  page.dispatch(Undo{});
  EXPECT_EQ(visible_state(page.state()), empty);
  EXPECT_FALSE(page.state().can_undo);
  page.dispatch(Undo{});  // nothing to do
  page.dispatch(Redo{});
  EXPECT_EQ(visible_state(page.state()), added);
  page.dispatch(Redo{});
  EXPECT_EQ(visible_state(page.state()), moved);
  EXPECT_FALSE(page.state().can_redo);
}

TEST(Undo, OfAnOlderStepKeepsTheLaterOnes) {
  Device device;
  Page page(device);
  const Id one = page.add("One");
  const Id two = page.add("Two");
  page.move(one, Stage::kMql);
  const Stamp moved = *page.state().toasts.back().undo;
  page.move(two, Stage::kMql);
  page.dispatch(UndoOperation{moved});
  EXPECT_EQ(page.text(one, LeadField::kStage), "");
  EXPECT_EQ(page.text(two, LeadField::kStage), "mql");
  EXPECT_EQ(page.state().undo_label, "Moved Two to MQL");
}

TEST(Undo, ANewEditLeavesNothingToRedo) {
  Device device;
  Page page(device);
  const Id lead = page.add("Olga");
  page.move(lead, Stage::kMql);
  page.dispatch(Undo{});
  page.dispatch(AddNote{lead, "x"});
  EXPECT_FALSE(page.state().can_redo);
  page.dispatch(Redo{});
  EXPECT_EQ(page.text(lead, LeadField::kStage), "");
}

TEST(Undo, SaysWhenNothingOfItStands) {
  Device device;
  Page one(device);
  const Id lead = one.add({{"full_name", "Olga"}, {"city", "Ulm"}});
  one.dispatch(EditLead{lead, {{"city", "Bonn"}}});
  Page two(device);
  two.dispatch(EditLead{lead, {{"city", "Köln"}}});
  ASSERT_EQ(one.text(lead, LeadField::kCity), "Köln");
  one.dispatch(Undo{});
  EXPECT_EQ(
      one.toast(),
      "There was nothing to undo: other changes count in place of all of “Changed city of Olga”");
  EXPECT_EQ(one.text(lead, LeadField::kCity), "Köln");
  EXPECT_EQ(one.state().undo_label, "Added Olga");
}

TEST(Going, WritesTheAddressAndFollowsIt) {
  Device device;
  Page page(device, "#/leads?stage=mql");
  EXPECT_EQ(page.state().place, Place::kLeads);
  EXPECT_EQ(page.state().query.stages, std::vector{Stage::kMql});
  const Id lead = page.add("Olga");
  page.dispatch(OpenLead{lead});
  EXPECT_EQ(page.address.now, "#/lead/" + text_from_id(lead));
  page.dispatch(CloseLead{});
  EXPECT_EQ(page.state().place, Place::kLeads);
  page.dispatch(GoTo{Place::kFunnel});
  page.dispatch(SetFunnelFilter{30, "Fair"});
  EXPECT_EQ(page.address.now, "#/funnel?days=30&source=Fair");
  page.address.go_back();
  EXPECT_EQ(page.state().place, Place::kLeads);
  page.address.go_back();
  EXPECT_EQ(page.state().open_lead, lead);
}

TEST(Going, ReplacesTheAddressWhileAFilterIsTyped) {
  Device device;
  Page page(device);
  page.dispatch(GoTo{Place::kLeads});
  const std::size_t visited = page.address.visited.size();
  for (const char* const text : {"o", "ol", "olg"}) {
    query::Query query;
    query.search = text;
    page.dispatch(SetQuery{query});
  }
  EXPECT_EQ(page.address.visited.size(), visited);
  page.address.go_back();
  EXPECT_EQ(page.state().place, Place::kToday);
}

TEST(Going, SaysThatALinkedLeadIsNotThere) {
  Device device;
  Page page(device, "#/lead/" + text_from_id({1, 2}));
  EXPECT_TRUE(page.toast_is_error());
  EXPECT_TRUE(page.state().open_lead.is_nil());
  EXPECT_EQ(page.address.now, "#/today");
}

TEST(Going, OpensALinkAfterTheBookIsThere) {
  Device device;
  Id lead;
  {
    Page page(device);
    lead = page.add("Olga");
  }
  Page page(device, "#/lead/" + text_from_id(lead));
  EXPECT_EQ(page.state().open_lead, lead);
  EXPECT_EQ(page.address.now, "#/lead/" + text_from_id(lead));
}

TEST(Toasts, GoByThemselvesAndTellThePage) {
  Device device;
  Page page(device);
  int told = 0;
  page.app->on_changed([&] { ++told; });
  page.dispatch(CopyLink{});
  EXPECT_EQ(page.toast(), "Copied the link");
  EXPECT_EQ(device.clipboard.copied.back(), page.address.link());
  device.clock.advance(Toast{}.until_ms + 7'000);
  EXPECT_EQ(page.state().toasts.size(), 1U);
  device.clock.advance(2'000);
  EXPECT_TRUE(page.state().toasts.empty());
  EXPECT_EQ(told, 1);
}

TEST(Toasts, KeepTheNewestThree) {
  Device device;
  Page page(device);
  for (int i = 0; i < 5; ++i) page.add("Lead " + std::to_string(i));
  ASSERT_EQ(page.state().toasts.size(), 3U);
  EXPECT_EQ(page.state().toasts.front().text, "Added Lead 2");
}

TEST(Time, MovesTheQueueByTheMinuteAndScoresByTheHour) {
  Device device;
  device.clock.set_now(1'790'000'000'000 / kDayMs * kDayMs + 9 * kHourMs);
  Page page(device);
  const Id lead = page.add("Olga");
  for (int i = 0; i < 3; ++i) page.log(lead, TouchKind::kQuoteRequested);
  const auto interest = page.state().points[page.row(lead)].interest;
  EXPECT_GT(interest, 0);
  device.clock.advance(static_cast<double>(60 * kDayMs));
  page.app->tick();
  EXPECT_LT(page.state().points[page.row(lead)].interest, interest);
  const score::Explanation why = page.app->explain(page.row(lead));
  EXPECT_EQ(why.points.total(), page.state().points[page.row(lead)].total());
  std::int32_t sum = 0;
  for (const score::Reason& reason : why.reasons) sum += reason.points;
  EXPECT_EQ(sum, why.points.total());
}

TEST(Preferences, AreKeptOnTheDevice) {
  Device device;
  {
    Page page(device);
    page.dispatch(SetTheme{"dark"});
    page.dispatch(SetContrast{"more"});
    page.dispatch(SetTextSize{150});
    page.dispatch(SetMyName{" Ana "});
  }
  Page page(device);
  EXPECT_EQ(page.state().theme, "dark");
  EXPECT_EQ(page.state().contrast, "more");
  EXPECT_EQ(page.state().text_percent, 150);
  EXPECT_EQ(page.state().my_name, "Ana");
  EXPECT_EQ(page.state().operations, 0U);
}

TEST(Preferences, ThatNobodyCouldHaveChosenAreTheUsualOnes) {
  Device device;
  device.preferences.values = {{"text_percent", "99999"}, {"contrast", "less"}};
  Page page(device);
  EXPECT_EQ(page.state().text_percent, 100);
  EXPECT_EQ(page.state().contrast, "system");
  page.dispatch(SetTextSize{-3});
  EXPECT_EQ(page.state().text_percent, 100);
}

TEST(App, AsksTheBrowserToKeepTheBook) {
  Device device;
  Page page(device);
  EXPECT_FALSE(page.state().room.persistent);
  page.dispatch(AskToPersist{});
  EXPECT_TRUE(page.state().room.persistent);
}

TEST(App, RefusesChangesUntilTheBookIsThere) {
  Device device;
  headless::MemoryStorage storage(device.disk, headless::MemoryStorage::Mode::kPumped);
  headless::FakeDrafts drafts(device.shelf);
  headless::FakeAddress address;
  app::App app(device.ports(storage, drafts, address));
  app.start();
  EXPECT_TRUE(app.state().loading);
  app.dispatch(AddLead{{{"full_name", "Olga"}}, {}});
  EXPECT_EQ(app.state().operations, 0U);
  ASSERT_FALSE(app.state().toasts.empty());
  storage.pump();
  EXPECT_FALSE(app.state().loading);
  app.dispatch(AddLead{{{"full_name", "Olga"}}, {}});
  EXPECT_EQ(app.state().safety, book::Safety::kSaving);
  storage.pump();
  EXPECT_EQ(app.state().safety, book::Safety::kSaved);
}

TEST(App, SaysWhenTheStoreCannotBeOpened) {
  Device device;
  headless::MemoryStorage storage(device.disk);
  headless::FaultyStorage faulty(storage);
  faulty.load_fails(true);
  headless::FakeDrafts drafts(device.shelf);
  headless::FakeAddress address;
  app::App app(device.ports(faulty, drafts, address));
  app.start();
  EXPECT_FALSE(app.state().loading);
  EXPECT_FALSE(app.state().start_error.empty());
  app.dispatch(ExportSnapshot{});
  EXPECT_EQ(app.state().last_backup_at, 0);
}

}  // namespace
}  // namespace leadlight::test
