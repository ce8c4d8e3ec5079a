// A new version of the page: offered, put off, taken, and taken in another tab.
#include "tests/app/fixture.h"

namespace leadlight::app {
namespace {

using headless::FaultyStorage;
using ports::Updates;
using test::Device;
using test::Page;
using NewVersion = State::NewVersion;

TEST(NewVersion, IsOfferedAndWaitsForThePerson) {
  Device device;
  Page page(device);
  EXPECT_EQ(page.state().new_version, NewVersion::kNone);
  device.updates.listener(Updates::News::kReady);
  EXPECT_EQ(page.state().new_version, NewVersion::kReady);
  EXPECT_EQ(device.updates.taken, 0);
  page.dispatch(LoadNewVersion{});
  EXPECT_EQ(device.updates.taken, 1);
}

TEST(NewVersion, IsNotOfferedAgainOnceItWasPutOff) {
  Device device;
  Page page(device);
  device.updates.listener(Updates::News::kReady);
  page.dispatch(PutOffNewVersion{});
  device.updates.listener(Updates::News::kReady);
  EXPECT_EQ(page.state().new_version, NewVersion::kPutOff);
}

TEST(NewVersion, WaitsUntilEverythingIsSaved) {
  Device device;
  Page page(device);
  page.faulty.every_commit(FaultyStorage::Fault::kQuota);
  page.add("Olga Petrova");
  ASSERT_EQ(page.state().safety, book::Safety::kNotSaved);
  device.updates.listener(Updates::News::kReady);
  page.dispatch(LoadNewVersion{});
  EXPECT_EQ(device.updates.taken, 0);
  page.faulty.every_commit(FaultyStorage::Fault::kNone);
  page.dispatch(RetrySave{});
  EXPECT_EQ(page.state().safety, book::Safety::kSaved);
  EXPECT_EQ(device.updates.taken, 1);
}

TEST(NewVersion, ThatTookOverInAnotherTabIsLoadedOnceAllIsSaved) {
  Device device;
  Page page(device);
  int left = 0;
  page.app->on_leaving([&] { ++left; });
  page.faulty.every_commit(FaultyStorage::Fault::kQuota);
  page.add("Olga Petrova");
  device.updates.listener(Updates::News::kTakenOver);
  EXPECT_EQ(left, 1) << "what is typed is taken first";
  EXPECT_EQ(page.address.loaded_again, 0);
  page.faulty.every_commit(FaultyStorage::Fault::kNone);
  page.dispatch(RetrySave{});
  EXPECT_EQ(page.address.loaded_again, 1);
  EXPECT_EQ(device.updates.taken, 0);
}

TEST(NewVersion, ComesByTheWordThatItTookOverAfterItWasAskedFor) {
  Device device;
  Page page(device);
  device.updates.listener(Updates::News::kReady);
  page.dispatch(LoadNewVersion{});
  device.updates.listener(Updates::News::kTakenOver);
  EXPECT_EQ(page.address.loaded_again, 1);
}

}  // namespace
}  // namespace leadlight::app
