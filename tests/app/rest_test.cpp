// The program's second part comes after the first (base/late.h): what needs it waits for it, and is
// refused in words where it can't be had; the main job never does (practice H1, H2).
#include <algorithm>

#include "base/late.h"
#include "tests/app/fixture.h"

namespace leadlight::app {
namespace {

using test::Device;
using test::Page;
using Rest = State::Rest;

struct RestTest : testing::Test {
  Device device;
  RestTest() { device.rest.is_withheld = true; }
  RestTest(const RestTest&) = delete;
  RestTest& operator=(const RestTest&) = delete;
  ~RestTest() override { late::is_here = true; }
};

bool is_said(const Page& page, std::string_view text) {
  return std::ranges::any_of(page.state().toasts,
                             [&](const Toast& toast) { return toast.text.contains(text); });
}

const ports::File kCsv{.name = "leads.csv", .bytes = "Name,Company\nOlga Petrova,Werft\n"};

TEST_F(RestTest, TheMainJobDoesNotWaitForIt) {
  Page page(device);
  EXPECT_EQ(page.state().rest, Rest::kComing);
  const Id lead = page.add({{"full_name", "Olga Petrova"}, {"phone", "+49 40 1"}});
  page.dispatch(LogTouch{lead, TouchKind::kCall, TouchResult::kReached, "asks for a quote"});
  page.dispatch(MoveToStage{{lead}, Stage::kMql, {}, {}, {}, {}});
  page.dispatch(AddNote{lead, "met at the fair"});
  page.dispatch(Undo{});
  page.dispatch(ExportSnapshot{});
  EXPECT_EQ(page.model().lead(page.row(lead)).stage, Stage::kMql);
  EXPECT_EQ(page.state().safety, book::Safety::kSaved);
  EXPECT_EQ(device.files.saved.size(), 1U) << "a copy of the book can always be had";
}

TEST_F(RestTest, ACommandThatNeedsItWaitsAndThenGoesOn) {
  Page page(device);
  page.add("Ken Ito");
  page.dispatch(ExportCsv{});
  page.dispatch(OpenFiles{{kCsv}});
  EXPECT_TRUE(device.files.saved.empty());
  EXPECT_FALSE(page.state().import);
  EXPECT_TRUE(is_said(page, "is being loaded"));
  device.rest.answer(true);
  EXPECT_EQ(page.state().rest, Rest::kHere);
  EXPECT_EQ(device.files.saved.size(), 1U);
  EXPECT_TRUE(page.state().import);
  EXPECT_FALSE(is_said(page, "is being loaded"));
}

TEST_F(RestTest, IsAskedForOnceMoreByWhatNeedsIt) {
  Page page(device);
  device.rest.answer(false);
  EXPECT_EQ(page.state().rest, Rest::kFailed);
  EXPECT_TRUE(page.state().toasts.empty()) << "nobody needed it yet";
  page.dispatch(LoadSample{});
  EXPECT_EQ(page.state().rest, Rest::kComing);
  ASSERT_EQ(device.rest.asked.size(), 1U);
  device.rest.answer(true);
  EXPECT_EQ(page.model().leads().alive_count(), 300U);
}

TEST_F(RestTest, WhereItCanNotBeHadThatIsSaidAndAFileWaitsOn) {
  Page page(device);
  page.add("Ken Ito");
  page.dispatch(ExportCsv{});
  page.dispatch(OpenFiles{{kCsv}});
  device.rest.answer(false);
  EXPECT_TRUE(is_said(page, "could not be loaded"));
  EXPECT_TRUE(device.files.saved.empty());
  page.dispatch(BringRest{});
  EXPECT_TRUE(is_said(page, "could not be loaded")) << "it may be so again";
  device.rest.answer(true);
  EXPECT_FALSE(is_said(page, "could not be loaded"));
  EXPECT_TRUE(device.files.saved.empty()) << "that was long ago";
  EXPECT_TRUE(page.state().import);
}

TEST_F(RestTest, IsNotAskedForTwiceAtATime) {
  Page page(device);
  page.dispatch(BringRest{});
  page.dispatch(LookBack{0});
  EXPECT_EQ(device.rest.asked.size(), 1U);
}

}  // namespace
}  // namespace leadlight::app
