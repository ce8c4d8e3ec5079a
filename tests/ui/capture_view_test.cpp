#include "tests/ui/product.h"

namespace leadlight::ui {
namespace {

struct CaptureTest : testing::Test {
  Product product;
  Screen& screen = product.screen;
  CaptureTest() { product.go(app::Place::kCapture); }
};

TEST_F(CaptureTest, ANameAloneIsEnough) {
  screen.fill("Name", "Sofía García");
  screen.click(Role::kButton, "Save and next");
  EXPECT_EQ(product.text(product.state().last_added, LeadField::kFullName), "Sofía García");
}

TEST_F(CaptureTest, NothingIsNotEnough) {
  screen.click(Role::kButton, "Save and next");
  EXPECT_TRUE(product.state().last_added.is_nil());
  EXPECT_TRUE(screen.says("A name or an e-mail address is enough."));
}

TEST_F(CaptureTest, TheFormIsEmptyForTheNextAndStandsInTheName) {
  screen.fill("Name", "Sofía García");
  screen.click(Role::kRadio, "Hot");
  screen.click(Role::kButton, "Save and next");
  EXPECT_EQ(product.text(product.state().last_added, LeadField::kHeat), "hot");
  EXPECT_EQ(screen.node(Role::kTextbox, "Name").value, "");
  EXPECT_EQ(screen.entry().label, "Name");
  EXPECT_EQ(screen.node(Role::kRadio, "Hot").checked, a11y::Toggle::kOff);
  EXPECT_TRUE(screen.has(Role::kListItem, "Sofía García")) << "captured last";
}

TEST_F(CaptureTest, SourceAndEventAreSetOnce) {
  screen.click(Role::kButton, "Set source and event");
  screen.fill("Event", "Aquafair");
  screen.fill("Source", "Trade fair");
  screen.click(Role::kButton, "Done");
  EXPECT_TRUE(screen.has(Role::kButton, "Aquafair"));
  EXPECT_FALSE(screen.has(Role::kRadioGroup, "How did they arrive?")) << "the event says it";
  screen.fill("E-mail", "sofia@levante.example");
  screen.click(Role::kButton, "Save and next");
  EXPECT_EQ(product.text(product.state().last_added, LeadField::kEvent), "Aquafair");
}

TEST_F(CaptureTest, WhoAskedForAQuoteGoesStraightToSales) {
  screen.fill("Name", "Sofía García");
  screen.click(Role::kRadio, "Quote requested");
  screen.click(Role::kButton, "Save and next");
  EXPECT_EQ(product.stage(product.state().last_added), Stage::kSql);
}

TEST_F(CaptureTest, AKnownAddressIsPointedOut) {
  const Id first = product.add({{"full_name", "Jim Brodo"}, {"email", "jim@north.example"}});
  screen.fill("Name", "James Brodo");
  screen.fill("E-mail", "JIM@north.example");
  EXPECT_TRUE(screen.says("Jim Brodo has this e-mail address already."));
  screen.click(Role::kButton, "Save and next");
  EXPECT_EQ(product.state().last_added, first) << "not before the person says so";
  screen.click(Role::kButton, "Save anyway");
  EXPECT_NE(product.state().last_added, first);
}

TEST_F(CaptureTest, TheButtonStaysUnderTheThumb) {
  product.phone();
  const a11y::Rect save = screen.node(Role::kButton, "Save and next").rect;
  EXPECT_GE(save.height, 44);
  EXPECT_GT(save.y, 600);
}

}  // namespace
}  // namespace leadlight::ui
