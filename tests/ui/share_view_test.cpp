#include "tests/ui/product.h"

namespace leadlight::ui {
namespace {

struct ShareTest : testing::Test {
  Product product;
  Screen& screen = product.screen;
  ShareTest() {
    product.add({{"full_name", "Olga Petrova"}, {"email", "olga@brauwerk.example"}});
    product.go(app::Place::kShare);
  }
};

TEST_F(ShareTest, TheSnapshotIsOneButtonAway) {
  screen.click(Role::kButton, "Export snapshot");
  ASSERT_FALSE(product.device.files.saved.empty());
  EXPECT_TRUE(product.device.files.saved.back().bytes.contains("Olga Petrova"));
  EXPECT_TRUE(screen.says("Last backup just now."));
}

TEST_F(ShareTest, OtherProgramsGetCsvAndVcards) {
  screen.click(Role::kButton, "Export all as CSV");
  EXPECT_TRUE(product.device.files.saved.back().bytes.contains("olga@brauwerk.example"));
  screen.click(Role::kButton, "Export all as vCard");
  EXPECT_TRUE(product.device.files.saved.back().bytes.contains("BEGIN:VCARD"));
}

TEST_F(ShareTest, FiguresGoWithoutNames) {
  screen.click(Role::kButton, "Export without names");
  ASSERT_FALSE(product.device.files.saved.empty());
  EXPECT_TRUE(product.device.files.saved.back().bytes.contains("Lead 1"));
  EXPECT_FALSE(product.device.files.saved.back().bytes.contains("Olga"));
}

TEST_F(ShareTest, SaysHowSafelyTheBookIsKept) {
  EXPECT_TRUE(screen.says("Saved. Every change is on this device."));
  EXPECT_TRUE(screen.says("There is no backup yet."));
  EXPECT_TRUE(screen.has(Role::kButton, "Ask the browser to keep it"));
}

}  // namespace
}  // namespace leadlight::ui
