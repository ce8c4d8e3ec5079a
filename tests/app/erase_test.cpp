// Erasing a person for good, from the command on.
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

}  // namespace
}  // namespace leadlight::test
