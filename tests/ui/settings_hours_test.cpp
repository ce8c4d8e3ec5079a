// Business hours in Settings (practice C1): written as people write hours.
#include <gtest/gtest.h>

#include "platform/headless/headless_ui.h"
#include "platform/headless/memory_ports.h"

namespace leadlight::ui {
namespace {

using a11y::Role;

struct Page {
  Page() : app(device.ports()), screen(app) {
    app.start();
    screen.resize(1280, 1400);
    app.dispatch(app::GoTo{app::Place::kSettings});
    screen.settle();
    screen.click(Role::kListItem, "Business hours");
  }
  const Calendar& calendar() const { return app.state().settings.calendar; }

  headless::MemoryPorts device;
  app::App app;
  headless::Screen screen;
};

TEST(HoursSettings, C1_CountRoundTheClockUntilTheTeamWantsOtherwise) {
  Page page;
  EXPECT_FALSE(page.screen.has(Role::kTextbox, "Monday"));
  page.screen.click(Role::kTab, "Business hours");
  EXPECT_FALSE(page.calendar().round_the_clock);
  EXPECT_EQ(page.screen.node(Role::kTextbox, "Monday").value, "09:00–17:00");
  EXPECT_EQ(page.screen.node(Role::kTextbox, "Sunday").value, "Closed");
  page.screen.ctrl('z');
  page.screen.settle();
  EXPECT_TRUE(page.calendar().round_the_clock);
}

TEST(HoursSettings, C1_AreReadAsPeopleWriteThem) {
  Page page;
  page.screen.click(Role::kTab, "Business hours");
  page.screen.fill("Friday", "8.30–12, 13–15:45");
  EXPECT_EQ(text_of(page.calendar().week[5]), "08:30-12:00,13:00-15:45");
  EXPECT_EQ(page.screen.node(Role::kTextbox, "Friday").value, "08:30–12:00, 13:00–15:45");
  page.screen.fill("Monday", "closed");
  EXPECT_TRUE(page.calendar().week[1].empty());
  page.screen.fill("Tuesday", "all day");
  EXPECT_TRUE(page.screen.says("Please write hours, like 9–12:30, 13:30–18, or Closed."));
  EXPECT_EQ(text_of(page.calendar().week[2]), "09:00-17:00");
}

TEST(HoursSettings, C1_HolidaysComeAndGo) {
  Page page;
  page.screen.click(Role::kTab, "Business hours");
  page.screen.fill("Another holiday", "2026-12-25");
  EXPECT_EQ(page.calendar().holidays.size(), 1U);
  EXPECT_TRUE(page.screen.has(Role::kListItem, "Friday, 25 Dec 2026")) << page.screen.outline();
  page.screen.fill("Another holiday", "2026-12-25");
  EXPECT_TRUE(page.screen.says("This day is on the list already."));
  page.screen.click(Role::kButton, "Remove Friday, 25 Dec 2026");
  EXPECT_TRUE(page.calendar().holidays.empty());
}

// The hours are those of the team's place, wherever the device is.
TEST(HoursSettings, C1_AreThoseOfTheChosenPlace) {
  Page page;
  page.device.clock.set_zone("Asia/Tokyo", {.first_offset_minutes = 540, .changes = {}});
  page.screen.click(Role::kTab, "Business hours");
  EXPECT_EQ(page.calendar().zone.first_offset_minutes, 0);
  page.screen.click(Role::kCombobox, "Time zone");
  page.screen.click(Role::kOption, "Asia/Tokyo");
  EXPECT_EQ(page.app.state().settings.time_zone, "Asia/Tokyo");
  EXPECT_EQ(page.calendar().zone.first_offset_minutes, 540);
}

TEST(HoursSettings, C1_ResponseTimesSayWhatTheLimitMeans) {
  Page page;
  page.screen.click(Role::kTab, "Business hours");
  page.screen.click(Role::kListItem, "Response times");
  EXPECT_TRUE(page.screen.says("24 hours take 3 working days."));
}

}  // namespace
}  // namespace leadlight::ui
