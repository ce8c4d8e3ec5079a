// Sample data come from outside of the page (ports::Samples).
#include "tests/app/fixture.h"

namespace leadlight::app {
namespace {

using test::Device;
using test::Page;

TEST(SampleData, ComeAsOneStepAndGoAsOne) {
  Device device;
  Page page(device);
  page.dispatch(LoadSample{});
  EXPECT_EQ(page.model().leads().alive_count(), 300U);
  page.dispatch(Undo{});
  EXPECT_EQ(page.model().leads().alive_count(), 0U);
}

TEST(SampleData, AreNotThereWithoutAConnection) {
  Device device;
  device.samples.offline = true;
  Page page(device);
  page.dispatch(LoadSample{});
  EXPECT_EQ(page.model().leads().alive_count(), 0U);
  ASSERT_FALSE(page.state().toasts.empty());
  EXPECT_TRUE(page.state().toasts.back().text.contains("could not be loaded"));
}

}  // namespace
}  // namespace leadlight::app
