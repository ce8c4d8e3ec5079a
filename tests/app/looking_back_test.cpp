// The book as it was: read-only, with what was known and what was true then.
#include "app/edit_writer.h"
#include "fixture.h"
#include "visible.h"

namespace leadlight::test {
namespace {

using namespace app;  // NOLINT(google-build-using-namespace): commands, by their names

UtcMs end_of_day(Device& device) {
  const UtcMs now = device.clock.now();
  return now - now % kDayMs + kDayMs - 1;
}

void next_day(Page& page) {
  page.device.clock.set_now(end_of_day(page.device) + 1 + 9 * kHourMs);
  page.app->tick();
}

TEST(LookingBack, ShowsWhatWasThereAndWhatItWasWorth) {
  Device device;
  Page page(device);
  const Id olga = page.add({{"full_name", "Olga Petrova"}, {"city", "Ulm"}});
  const UtcMs first = end_of_day(device);
  const std::int32_t points_then = page.state().points[page.row(olga)].total();
  next_day(page);
  page.dispatch(EditLead{olga, {{"city", "Jena"}}});
  page.log(olga, TouchKind::kQuoteRequested);
  page.move(olga, Stage::kMql);
  const Id jim = page.add("Jim Brodo");
  ASSERT_GT(page.state().points[page.row(olga)].total(), points_then);
  const std::size_t revision = page.state().revision;

  page.dispatch(LookBack{first});
  ASSERT_TRUE(page.state().past);
  EXPECT_EQ(page.state().past->at, first);
  EXPECT_EQ(page.state().past->later, 4U);
  EXPECT_EQ(page.state().now, first);
  EXPECT_NE(page.state().revision, revision);
  EXPECT_EQ(page.text(olga, LeadField::kCity), "Ulm");
  EXPECT_EQ(page.model().lead(page.row(olga)).stage, Stage::kNew);
  EXPECT_EQ(page.model().lead(page.row(olga)).first_touch, kNoRow);
  EXPECT_EQ(page.state().points[page.row(olga)].total(), points_then);
  EXPECT_EQ(page.row(jim), kNoRow);
  EXPECT_EQ(page.state().open_lead_count, 1U);

  page.dispatch(BackToNow{});
  EXPECT_FALSE(page.state().past);
  EXPECT_EQ(page.state().revision, revision);
  EXPECT_EQ(page.state().now, device.clock.now());
  EXPECT_EQ(page.text(olga, LeadField::kCity), "Jena");
  EXPECT_EQ(page.state().open_lead_count, 2U);
}

TEST(LookingBack, ChangesNothing) {
  Device device;
  Page page(device);
  const Id olga = page.add("Olga Petrova");
  next_day(page);
  page.dispatch(EditLead{olga, {{"city", "Jena"}}});
  const Id hash = page.app->book().state_hash();
  const auto blobs = device.disk.blobs;
  page.dispatch(LookBack{device.clock.now() - kDayMs});
  EXPECT_FALSE(page.state().can_undo);
  for (const Command& command : std::vector<Command>{
           EditLead{olga, {{"city", "Bonn"}}}, DeleteLeads{{olga}}, EraseLeads{{olga}}, Undo{},
           LogTouch{olga, TouchKind::kCall, TouchResult::kNone, {}}, LoadSample{},
           SetSetting{"half_life_days", "3"}, HandOver{olga, TouchKind::kCall}}) {
    page.dispatch(command);
    EXPECT_TRUE(page.toast_is_error()) << command.index();
    EXPECT_TRUE(page.toast().contains("Back to now")) << page.toast();
    while (!page.state().toasts.empty()) page.dispatch(DismissToast{page.state().toasts[0].id});
  }
  EXPECT_TRUE(device.opener.opened.empty());
  page.dispatch(BackToNow{});
  EXPECT_EQ(page.app->book().state_hash(), hash);
  EXPECT_EQ(device.disk.blobs, blobs);
  EXPECT_TRUE(page.state().can_undo);
}

TEST(LookingBack, EndsWhereOnlyThePresentIs) {
  Device device;
  Page page(device);
  page.add("Olga Petrova");
  next_day(page);
  page.add("Jim Brodo");
  const UtcMs then = device.clock.now() - kDayMs;
  for (const Place place : {Place::kCapture, Place::kShare, Place::kSettings}) {
    page.dispatch(LookBack{then});
    ASSERT_TRUE(page.state().past);
    page.dispatch(GoTo{place});
    EXPECT_FALSE(page.state().past);
    EXPECT_EQ(page.toast(), "Back to the book as it is now");
    page.dispatch(DismissToast{page.state().toasts.back().id});
    page.dispatch(LookBack{then});
    EXPECT_EQ(page.state().place, Place::kToday);
  }
  page.dispatch(ExportSnapshot{});  // a backup is of now, and says when it was made
  EXPECT_FALSE(page.state().past);
  EXPECT_EQ(page.state().last_backup_at, device.clock.now());
  EXPECT_TRUE(device.files.saved.back().bytes.contains("Jim Brodo"));
  page.dispatch(LookBack{then});
  page.dispatch(OpenFiles{{{"leads.csv", "Name\nAda\n"}}});
  EXPECT_FALSE(page.state().past);
  EXPECT_TRUE(page.state().import);
  page.dispatch(LookBack{then});
  page.address.go_to("#/capture");
  EXPECT_FALSE(page.state().past);
  EXPECT_EQ(page.toast(), "Back to the book as it is now");
  EXPECT_EQ(page.state().place, Place::kCapture);
  page.dispatch(DismissToast{page.state().toasts.back().id});
  page.dispatch(LookBack{then});
  page.dispatch(BackToNow{});
  EXPECT_FALSE(page.toast().starts_with("Back to")) << "she asked for it";
}

TEST(LookingBack, GoesNoFurtherThanTheBookAndNow) {
  Device device;
  Page page(device);
  page.dispatch(LookBack{device.clock.now() - kDayMs});
  EXPECT_FALSE(page.state().past);  // of an empty book there is no past
  EXPECT_FALSE(page.toast().empty());
  page.add("Olga Petrova");
  const UtcMs began = device.clock.now();
  next_day(page);
  page.add("Jim Brodo");
  page.dispatch(LookBack{began - 30 * kDayMs});
  ASSERT_TRUE(page.state().past);
  EXPECT_EQ(page.state().past->at, began);
  EXPECT_EQ(page.model().leads().alive_count(), 1U);
  page.dispatch(LookBack{device.clock.now() + kDayMs});
  EXPECT_FALSE(page.state().past);
  EXPECT_EQ(page.model().leads().alive_count(), 2U);
}

TEST(LookingBack, ExportsTheLeadsThatItShows) {
  Device device;
  Page page(device);
  page.add("Olga Petrova");
  next_day(page);
  page.add("Jim Brodo");
  page.dispatch(LookBack{device.clock.now() - kDayMs});
  page.dispatch(ExportCsv{});
  EXPECT_TRUE(page.state().past);
  const std::string& csv = device.files.saved.back().bytes;
  EXPECT_TRUE(csv.contains("Olga Petrova"));
  EXPECT_FALSE(csv.contains("Jim Brodo"));
}

// What another tab does meanwhile waits; somebody erased is gone from the past, too.
TEST(LookingBack, HearsOfOtherTabs) {
  Device device;
  Page page(device);
  const Id olga = page.add("Olga Petrova");
  next_day(page);
  Page other(device);
  page.dispatch(LookBack{device.clock.now() - kDayMs});
  other.add("Jim Brodo");
  EXPECT_TRUE(page.state().past);
  EXPECT_EQ(page.model().leads().alive_count(), 1U);
  EXPECT_EQ(page.state().past->later, 1U);
  page.dispatch(BackToNow{});
  EXPECT_EQ(page.model().leads().alive_count(), 2U);

  page.dispatch(LookBack{device.clock.now() - kDayMs});
  other.dispatch(EraseLeads{{olga}});
  EXPECT_FALSE(page.state().past);
  EXPECT_EQ(page.toast(),
            "Back to the book as it is now: another tab has erased somebody for good");
  EXPECT_EQ(page.model().leads().alive_count(), 1U);
  page.dispatch(LookBack{device.clock.now() - kDayMs});
  EXPECT_EQ(living_row(page.model(), olga), kNoRow);
}

TEST(LookingBack, KeepsTheOpenCardWhereItWas) {
  Device device;
  Page page(device);
  const Id olga = page.add("Olga Petrova");
  next_day(page);
  const Id jim = page.add("Jim Brodo");
  page.dispatch(OpenLead{jim});
  page.dispatch(LookBack{device.clock.now() - kDayMs});
  EXPECT_EQ(page.state().open_lead, jim);  // the card says that he was not there yet
  page.dispatch(OpenLead{olga});
  EXPECT_EQ(page.state().open_lead, olga);
  page.dispatch(OpenLead{jim});
  EXPECT_TRUE(page.toast_is_error());
  EXPECT_EQ(page.state().open_lead, olga);
  page.dispatch(BackToNow{});
  EXPECT_EQ(page.state().open_lead, olga);
}

}  // namespace
}  // namespace leadlight::test
