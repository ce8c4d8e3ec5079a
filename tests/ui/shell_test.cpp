#include "ui/shell.h"

#include <array>
#include <format>
#include <tuple>

#include "tests/ui/product.h"
#include "ui/hooks.h"

namespace leadlight::ui {
namespace {

using app::Place;

// The whole product with three leads in it, on a quiet screen.
struct WithLeads : Product {
  WithLeads() {
    for (const std::string_view name : {"Olga Petrova", "Łukasz Żółć", "James Brodo"})
      add(std::string(name), "Brauwerk");
    for (const app::Toast& toast : std::vector(state().toasts))
      dispatch(app::DismissToast{toast.id});
  }
  void tablet() { screen.resize(820, 1100, Screen::Pointer::kFinger); }
  Id lead(Row row) const { return model().leads().id(row); }
};

TEST(Shell, HasLandmarksAndOneMainHeading) {
  WithLeads product;
  Screen& screen = product.screen;
  EXPECT_TRUE(screen.has(Role::kNavigation, "Places"));
  EXPECT_EQ(screen.count(Role::kBanner), 1U);
  EXPECT_EQ(screen.count(Role::kMain), 1U);
  EXPECT_EQ(screen.node(Role::kHeading, "Today").level, 1);
  EXPECT_TRUE(screen.node(Role::kLink, "Today").current);
}

TEST(Shell, OffersANewVersionUntilItIsTakenOrPutOff) {
  WithLeads product;
  Screen& screen = product.screen;
  EXPECT_FALSE(screen.says("new version"));
  product.device.updates.listener(ports::Updates::News::kReady);
  for (const float width : {1280.0F, 820.0F, 390.0F}) {
    screen.resize(width, 844);
    screen.settle();
    ASSERT_TRUE(screen.has(Role::kStatus, "A new version of Leadlight is ready."));
    const a11y::Node& load = screen.node(Role::kButton, "Load it");
    EXPECT_LE(load.rect.x + load.rect.width, width);
  }
  screen.click(Role::kButton, "Load it");
  EXPECT_EQ(product.device.updates.taken, 1);
  EXPECT_FALSE(screen.has(Role::kButton, "Load it"));
}

TEST(Shell, OffersANewVersionThatWasPutOffNotAgain) {
  WithLeads product;
  product.device.updates.listener(ports::Updates::News::kReady);
  product.screen.settle();
  product.screen.click(Role::kButton, "Later");
  EXPECT_FALSE(product.screen.says("new version"));
}

TEST(Shell, GoesToEveryPlaceByRailAndByKeys) {
  WithLeads product;
  for (const auto& [letter, title, place] : {std::tuple{'l', "Leads", Place::kLeads},
                                             {'f', "Funnel", Place::kFunnel},
                                             {'c', "Capture", Place::kCapture},
                                             {'h', "Share", Place::kShare},
                                             {'s', "Settings", Place::kSettings},
                                             {'t', "Today", Place::kToday}}) {
    product.screen.click(Role::kLink, title);
    EXPECT_EQ(product.app.state().place, place);
    EXPECT_EQ(product.screen.node(Role::kHeading, title).level, 1);
    product.app.dispatch(app::GoTo{Place::kLeads});
    product.screen.settle();
    if (product.screen.entry().id != 0) product.screen.key(Key::kEscape);
    product.screen.character('g');
    product.screen.character(static_cast<char32_t>(letter));
    EXPECT_EQ(product.app.state().place, place) << title;
  }
}

TEST(Shell, NeverRepeatsAnIdInAnyPlaceOrLayout) {
  WithLeads product;
  for (const auto& [width, height] :
       {std::pair{1280.0F, 800.0F}, {820.0F, 1100.0F}, {390.0F, 844.0F}}) {
    product.screen.resize(width, height);
    for (const Place place : {Place::kToday, Place::kLeads, Place::kFunnel, Place::kCapture,
                              Place::kShare, Place::kSettings}) {
      for (const bool card : {false, true}) {
        product.app.dispatch(app::GoTo{place});
        if (card)
          product.app.dispatch(app::OpenLead{product.lead(0)});
        else
          product.app.dispatch(app::CloseLead{});
        product.screen.settle();
        EXPECT_EQ(product.screen.tree().repeated_ids(), 0U)
            << "place " << static_cast<int>(place) << ", width " << width << ", card " << card;
      }
    }
  }
}

TEST(Shell, GivesEveryItemThatCanBeUsedANodeWithAName) {
  WithLeads product;
  record_items(Recording::kOn);
  for (const Place place : {Place::kToday, Place::kLeads, Place::kFunnel, Place::kCapture,
                            Place::kShare, Place::kSettings}) {
    product.app.dispatch(app::GoTo{place});
    product.app.dispatch(app::OpenLead{product.lead(0)});
    product.screen.settle();
    take_recorded_items();
    product.screen.frame();
    for (const ImGuiID id : take_recorded_items()) {
      const a11y::Node* const node = product.screen.tree().find(id);
      ASSERT_NE(node, nullptr);
      EXPECT_FALSE(node->name.empty())
          << "a nameless " << a11y::text_of(node->role) << " in place " << static_cast<int>(place);
    }
  }
  record_items(Recording::kOff);
}

TEST(Shell, UndoesAndRedoesByKeyboard) {
  WithLeads product;
  const std::size_t before = product.app.state().model->leads().alive_count();
  EXPECT_TRUE(product.screen.ctrl('z'));
  EXPECT_EQ(product.app.state().model->leads().alive_count(), before - 1);
  EXPECT_TRUE(product.screen.character('z', {.ctrl = true, .shift = true}));
  EXPECT_EQ(product.app.state().model->leads().alive_count(), before);
  product.screen.ctrl('z');
  EXPECT_TRUE(product.screen.ctrl('y'));
  EXPECT_EQ(product.app.state().model->leads().alive_count(), before);
  EXPECT_FALSE(product.screen.ctrl('y')) << "nothing is left to redo: the browser may have the key";
}

TEST(Shell, LeavesTheBrowsersKeysAlone) {
  WithLeads product;
  EXPECT_FALSE(product.screen.ctrl('l'));
  EXPECT_FALSE(product.screen.ctrl('c'));
  EXPECT_FALSE(product.screen.character('x', {.alt = true}));
  EXPECT_FALSE(product.screen.key(Key::kBackspace));
}

TEST(Shell, LeavesTheCanvasAtTheEndOfTheTabOrder) {
  WithLeads product;
  int stops = 0;
  while (product.screen.key(Key::kTab) && stops < 200) ++stops;
  EXPECT_GT(stops, 3);
  EXPECT_LT(stops, 200);
  EXPECT_EQ(product.screen.focused(), "");
  EXPECT_TRUE(product.screen.key(Key::kTab, {.shift = true})) << "and is entered from behind";
}

TEST(Finder, FindsALeadByAPartOfItsNameWithoutAccents) {
  WithLeads product;
  EXPECT_TRUE(product.screen.ctrl('k'));
  EXPECT_EQ(product.screen.entry().label, "Find anything");
  product.screen.type("zolc");
  EXPECT_TRUE(product.screen.has(Role::kOption, "Łukasz Żółć"));
  product.screen.key(Key::kEnter);
  EXPECT_EQ(product.app.state().open_lead, product.lead(1));
  EXPECT_FALSE(product.screen.has(Role::kDialog, "Find anything"));
}

TEST(Finder, GoesToPlacesAndCommandsWithArrows) {
  WithLeads product;
  product.screen.ctrl('k');
  product.screen.type("go to");
  EXPECT_TRUE(product.screen.node(Role::kOption, "Go to Leads").selected);
  product.screen.key(Key::kDown);
  product.screen.key(Key::kDown);
  product.screen.key(Key::kUp);
  EXPECT_TRUE(product.screen.node(Role::kOption, "Go to Capture").selected);
  product.screen.key(Key::kEnter);
  EXPECT_EQ(product.app.state().place, Place::kCapture);
}

TEST(Finder, ClosesWithEscapeAndAClickBeside) {
  WithLeads product;
  product.screen.click(Role::kButton, "Find anything");
  EXPECT_TRUE(product.screen.has(Role::kDialog, "Find anything"));
  product.screen.key(Key::kEscape);
  EXPECT_FALSE(product.screen.has(Role::kDialog, "Find anything"));
  product.screen.ctrl('k');
  product.screen.click_at(30, 780);
  EXPECT_FALSE(product.screen.has(Role::kDialog, "Find anything"));
}

TEST(Help, ShowsTheShortcutsAndCloses) {
  WithLeads product;
  product.screen.character('?');
  EXPECT_TRUE(product.screen.has(Role::kDialog, "Keyboard shortcuts"));
  EXPECT_TRUE(product.screen.has(Role::kListItem, "Ctrl K"));
  product.screen.key(Key::kEscape);
  EXPECT_FALSE(product.screen.has(Role::kDialog, "Keyboard shortcuts"));
}

TEST(Keyboard, EscapeClosesADialogUnlessSomethingIsTypedInIt) {
  Product product;
  product.add("Olga Petrova");
  product.pass(kDayMs);
  product.go(app::Place::kChanges);
  const auto opens = [&] {
    product.screen.click(Role::kButton, "Look back…");
    product.screen.click(Role::kTextbox, "Or the end of this day");
    return product.screen.has(Role::kDialog, "Look back");
  };
  ASSERT_TRUE(opens());
  product.screen.key(Key::kEscape);
  product.screen.settle();
  EXPECT_FALSE(product.screen.has(Role::kDialog, "Look back"));
  ASSERT_TRUE(opens());
  product.screen.type("2026");
  product.screen.key(Key::kEscape);
  product.screen.settle();
  EXPECT_TRUE(product.screen.has(Role::kDialog, "Look back"));
  product.screen.key(Key::kEscape);
  product.screen.settle();
  EXPECT_FALSE(product.screen.has(Role::kDialog, "Look back"));
}

TEST(Toasts, AreSpokenAndOfferUndo) {
  WithLeads product;
  product.screen.announcements();
  product.app.dispatch(app::DeleteLeads{{product.lead(0)}});
  product.screen.settle();
  ASSERT_FALSE(product.app.state().toasts.empty());
  EXPECT_EQ(product.screen.announcements(), std::vector{product.app.state().toasts.front().text});
  product.screen.click(Role::kButton, "Undo");
  EXPECT_TRUE(product.app.state().model->leads().alive(0));
}

TEST(Toasts, StayWhileTheyArePointedAt) {
  WithLeads product;
  product.app.dispatch(app::DeleteLeads{{product.lead(0)}});
  product.screen.settle();
  product.screen.hover(Role::kStatus, product.app.state().toasts.front().text);
  product.device.clock.advance(60'000);
  product.app.tick();
  product.screen.settle();
  ASSERT_TRUE(product.app.state().toasts.empty()) << "its time is over";
  product.screen.click(Role::kButton, "Undo");
  EXPECT_TRUE(product.app.state().model->leads().alive(0));
}

TEST(Toasts, LeaveADialogItsButtons) {
  for (const bool phone : {false, true}) {
    Product product;
    if (phone) product.phone();
    product.add("Olga Petrova");
    const std::string said = product.state().toasts.front().text;
    ASSERT_TRUE(product.screen.has(Role::kStatus, said));
    product.go(app::Place::kChanges);
    product.screen.click(Role::kButton, "Look back…");
    ASSERT_TRUE(product.screen.has(Role::kDialog, "Look back"));
    EXPECT_FALSE(product.screen.has(Role::kStatus, said));
    product.dispatch(app::OpenLead{{7, 7}});  // what goes wrong is said all the same
    EXPECT_TRUE(product.screen.has(Role::kAlert, product.state().toasts.back().text));
    product.screen.click(Role::kButton, "Close");
    ASSERT_FALSE(product.screen.has(Role::kDialog, "Look back"));
    EXPECT_TRUE(product.screen.has(Role::kStatus, said)) << phone << product.screen.outline();
  }
}

TEST(Toasts, CanBeDismissed) {
  WithLeads product;
  product.app.dispatch(app::DeleteLeads{{product.lead(0)}});
  product.screen.settle();
  product.screen.click(Role::kButton, "Dismiss");
  EXPECT_TRUE(product.app.state().toasts.empty());
  EXPECT_FALSE(product.screen.has(Role::kRegion, "Notifications"));
}

TEST(Card, StandsBesideThePlaceOnALaptop) {
  WithLeads product;
  product.app.dispatch(app::OpenLead{product.lead(0)});
  product.screen.settle();
  EXPECT_TRUE(product.screen.has(Role::kComplementary, "Lead"));
  EXPECT_TRUE(product.screen.key(Key::kEscape));
  EXPECT_TRUE(product.app.state().open_lead.is_nil());
}

TEST(Card, LiesOverThePlaceOnATabletAndClosesBesideIt) {
  WithLeads product;
  product.tablet();
  product.app.dispatch(app::OpenLead{product.lead(0)});
  product.screen.settle();
  const a11y::Node& card = product.screen.node(Role::kDialog, "Lead");
  EXPECT_EQ(card.rect.x + card.rect.width, 820);
  product.screen.click_at(40, 600);
  EXPECT_TRUE(product.app.state().open_lead.is_nil());
}

TEST(Card, IsTheWholeScreenOnAPhone) {
  WithLeads product;
  product.phone();
  product.app.dispatch(app::OpenLead{product.lead(0)});
  product.screen.settle();
  EXPECT_EQ(product.screen.node(Role::kDialog, "Lead").rect.width, 390);
}

TEST(Phone, HasTabsForAThumbAndTheRestUnderMore) {
  WithLeads product;
  product.phone();
  for (const char* title : {"Today", "Leads", "Capture", "Funnel"}) {
    const a11y::Rect rect = product.screen.node(Role::kLink, title).rect;
    EXPECT_GE(rect.height, 44);
    EXPECT_GE(rect.width, 44);
    product.screen.click(Role::kLink, title);
    EXPECT_TRUE(product.screen.node(Role::kLink, title).current);
  }
  product.screen.click(Role::kButton, "More");
  product.screen.click(Role::kMenuItem, "Settings");
  EXPECT_EQ(product.app.state().place, Place::kSettings);
  EXPECT_TRUE(product.screen.node(Role::kButton, "More").current);
}

TEST(Phone, HidesItsTabsWhileTheKeyboardIsUp) {
  WithLeads product;
  product.phone();
  product.screen.input().keyboard_height = 300;
  product.screen.settle();
  EXPECT_FALSE(product.screen.has(Role::kNavigation, "Places"));
}

TEST(Tablet, HasARailOfIconsWithNames) {
  WithLeads product;
  product.tablet();
  EXPECT_LT(product.screen.node(Role::kNavigation, "Places").rect.width, 70);
  product.screen.click(Role::kLink, "Funnel");
  EXPECT_EQ(product.app.state().place, Place::kFunnel);
}

TEST(Store, SaysWhetherAllIsSaved) {
  WithLeads product;
  EXPECT_TRUE(product.screen.has(Role::kStatus, "Saved on this device"));
}

TEST(Store, SaysHowMuchABackupLacks) {
  WithLeads product;
  product.dispatch(app::ExportSnapshot{});
  EXPECT_TRUE(product.screen.has(Role::kText, "Backed up today"));
  product.add("Ana");
  EXPECT_TRUE(product.screen.has(Role::kText, "Backup lacks 1 change"));
  product.go(Place::kShare);
  EXPECT_TRUE(product.screen.says("Last backup just now. 1 change since."));
}

TEST(Start, ShowsThatTheBookIsBeingOpened) {
  headless::MemoryPorts device;
  headless::MemoryStorage slow(device.disk, headless::MemoryStorage::Mode::kPumped);
  ports::Ports ports{
      slow,          device.clock,       device.random,  device.files,   device.clipboard,
      device.opener, device.preferences, device.drafts,  device.address, device.sealer,
      device.folder, device.eraser,      device.updates, device.samples, device.rest};
  app::App app(ports);
  Screen screen(app);
  app.start();
  screen.resize(1280, 800);
  EXPECT_TRUE(screen.has(Role::kStatus, "Opening your book…"));
  screen.wait(7000);
  EXPECT_TRUE(screen.says("close all others")) << screen.outline();
  screen.click(Role::kButton, "Load the page again");
  EXPECT_EQ(device.address.loaded_again, 1);
  slow.pump();
  screen.settle();
  EXPECT_FALSE(screen.says("close all others"));
}

TEST(Shell, DrawsNoFramesWhenNothingHappens) {
  WithLeads product;
  product.screen.wait(20'000);
  const FrameResult result = product.screen.frame();
  EXPECT_FALSE(result.wants_frame);
  EXPECT_GT(result.wake_after_ms, 0);
}

}  // namespace
}  // namespace leadlight::ui
