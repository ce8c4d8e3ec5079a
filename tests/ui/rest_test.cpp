// Places of the program's second part (base/late.h), as long as that is not there.
#include <string_view>

#include "base/late.h"
#include "tests/ui/product.h"
#include "ui/chrome/places.h"
#include "ui/words.h"

namespace leadlight::ui {
namespace {

struct RestTest : testing::Test {
  headless::MemoryPorts device;
  app::App app{device.ports()};
  Screen screen{app};
  RestTest() {
    device.rest.is_withheld = true;
    app.start();
    screen.resize(1280, 800);
    screen.settle();
  }
  RestTest(const RestTest&) = delete;
  RestTest& operator=(const RestTest&) = delete;
  ~RestTest() override { late::is_here = true; }
  void go(app::Place place) {
    app.dispatch(app::GoTo{place});
    screen.settle();
  }
};

TEST_F(RestTest, EachOfItsPlacesSaysThatItIsComingAndThenIsThere) {
  for (const bool phone : {false, true}) {
    if (phone) screen.resize(390, 844, Screen::Pointer::kFinger);
    for (const PlaceInfo& info : kPlaces) {
      go(info.place);
      const bool is_late = info.place == app::Place::kFunnel || info.place == app::Place::kShare ||
                           info.place == app::Place::kSettings ||
                           info.place == app::Place::kChanges;
      EXPECT_EQ(screen.has(Role::kStatus, words::kPartIsComing), is_late) << info.title;
      EXPECT_TRUE(screen.has(Role::kHeading, info.title)) << info.title;
    }
  }
  go(app::Place::kSettings);
  device.rest.answer(true);
  screen.settle();
  EXPECT_FALSE(screen.says(words::kPartIsComing));
  EXPECT_TRUE(screen.says("Fit criteria")) << screen.outline();
}

TEST_F(RestTest, WhereItDoesNotComeOneButtonBringsIt) {
  go(app::Place::kFunnel);
  device.rest.answer(false);
  screen.settle();
  EXPECT_TRUE(screen.has(Role::kHeading, words::kPartIsNotHere));
  EXPECT_TRUE(screen.says("Capture, Leads and Today work"));
  screen.click(Role::kButton, words::kTryAgain);
  EXPECT_TRUE(screen.has(Role::kStatus, words::kPartIsComing));
  device.rest.answer(true);
  screen.settle();
  EXPECT_FALSE(screen.says(words::kPartIsNotHere));
  EXPECT_FALSE(screen.says(words::kPartIsComing));
}

TEST_F(RestTest, TheMainJobIsDoneWithoutIt) {
  go(app::Place::kCapture);
  screen.click(Role::kTextbox, "Name");
  screen.type("Olga Petrova");
  screen.click(Role::kButton, "Save and next");
  ASSERT_EQ(app.state().model->leads().alive_count(), 1U) << screen.outline();
  app.dispatch(app::OpenLead{app.state().model->leads().id(0)});
  go(app::Place::kLeads);
  EXPECT_TRUE(screen.says("Olga Petrova"));
  EXPECT_EQ(app.state().safety, book::Safety::kSaved);
}

}  // namespace
}  // namespace leadlight::ui
