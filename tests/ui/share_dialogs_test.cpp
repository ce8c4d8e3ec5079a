#include "tests/ui/product.h"

namespace leadlight::ui {
namespace {

struct ShareDialogs : testing::Test {
  Product product;
  Screen& screen = product.screen;
  ShareDialogs() {
    product.add({{"full_name", "Olga Petrova"}});
    product.go(app::Place::kShare);
  }
  // Nothing that a screen reader or the mirror could tell.
  void expect_unspoken(std::string_view secret) {
    EXPECT_FALSE(screen.says(secret));
    EXPECT_FALSE(screen.outline().contains(secret));
  }
};

constexpr std::string_view kPassphrase = "correct horse";

TEST_F(ShareDialogs, ExportWithAPassphraseAsksForItTwice) {
  screen.click(Role::kButton, "Export with a passphrase…");
  screen.click(Role::kTextbox, "Passphrase");
  EXPECT_EQ(screen.entry().kind, FieldKind::kPassphrase);
  EXPECT_EQ(screen.entry().autocomplete, "new-password");
  screen.type("short");
  screen.key(Key::kEnter);
  EXPECT_EQ(screen.entry().label, "Passphrase, once more") << "Enter goes on";
  screen.type("short");
  screen.key(Key::kEnter);
  EXPECT_TRUE(screen.says("at least 8 letters"));
  EXPECT_EQ(screen.entry().label, "Passphrase");
  screen.clear_and_type(kPassphrase);
  screen.key(Key::kEnter);
  screen.clear_and_type("correct house");
  screen.key(Key::kEnter);
  EXPECT_TRUE(screen.says("This is not the same"));
  EXPECT_TRUE(product.device.files.saved.empty());
  expect_unspoken(kPassphrase);
  screen.clear_and_type(kPassphrase);
  expect_unspoken(kPassphrase);
  screen.key(Key::kEnter);
  EXPECT_FALSE(screen.has(Role::kDialog, "Export with a passphrase"));
  ASSERT_EQ(product.device.files.saved.size(), 1U);
  EXPECT_FALSE(product.device.files.saved[0].bytes.contains("Olga"));
  screen.click(Role::kButton, "Export with a passphrase…");
  EXPECT_FALSE(screen.outline().contains("•"));
}

TEST_F(ShareDialogs, APassphraseCanBeSeenWhileItIsTyped) {
  screen.click(Role::kButton, "Export with a passphrase…");
  screen.fill("Passphrase", kPassphrase);
  screen.click(Role::kCheckbox, "Show the passphrase");
  screen.click(Role::kTextbox, "Passphrase");
  EXPECT_EQ(screen.entry().kind, FieldKind::kPassphraseShown);
  EXPECT_EQ(screen.entry().value, kPassphrase);
  expect_unspoken(kPassphrase);
}

TEST_F(ShareDialogs, ASealedFileAsksForItsPassphraseUntilItIsRight) {
  product.dispatch(app::ExportSealed{std::string(kPassphrase)});
  const headless::FakeFiles::Saved file = product.device.files.saved.back();
  product.dispatch(app::OpenFiles{{{file.name, file.bytes}}});
  EXPECT_TRUE(screen.has(Role::kDialog, "Open a sealed file"));
  EXPECT_TRUE(screen.says(file.name));
  screen.click(Role::kTextbox, "Passphrase");
  EXPECT_EQ(screen.entry().autocomplete, "current-password");
  screen.type("wrong words");
  screen.key(Key::kEnter);
  EXPECT_TRUE(screen.has(Role::kAlert,
                         "The passphrase is another one, or the file was changed. Try again: "
                         "capitals and blanks count. Nothing was changed."));
  EXPECT_EQ(screen.focused(), "textbox Passphrase") << "ready for the next try";
  EXPECT_EQ(screen.entry().value, "");
  screen.type("wrong again");
  screen.click(Role::kButton, "Open");
  EXPECT_EQ(screen.focused(), "textbox Passphrase") << "after a click, too";
  screen.type(kPassphrase);
  screen.key(Key::kEnter);
  EXPECT_FALSE(screen.has(Role::kDialog, "Open a sealed file"));
  ASSERT_TRUE(product.state().import);
  // The same file again, and this time she does not go on.
  product.dispatch(app::OpenFiles{{{file.name, file.bytes}}});
  EXPECT_TRUE(screen.has(Role::kDialog, "Open a sealed file"));
  screen.click(Role::kButton, "Cancel");
  EXPECT_FALSE(product.state().sealed);
  EXPECT_FALSE(screen.has(Role::kDialog, "Open a sealed file"));
}

TEST_F(ShareDialogs, ErasingTakesAWord) {
  screen.click(Role::kButton, "Erase everything…");
  EXPECT_TRUE(screen.says("Not all of the book is in a backup."));
  screen.click(Role::kButton, "Erase everything");
  EXPECT_FALSE(product.device.disk.blobs.empty());
  screen.click(Role::kButton, "Export a backup first");
  EXPECT_EQ(product.device.files.saved.size(), 1U);
  EXPECT_FALSE(screen.says("Not all of the book is in a backup."));
  screen.fill("Type ERASE to go on", "erase");
  screen.click(Role::kButton, "Erase everything");
  EXPECT_FALSE(product.device.disk.blobs.empty());
  screen.click(Role::kTextbox, "Type ERASE to go on");
  screen.clear_and_type("ERASE");
  screen.click(Role::kButton, "Erase everything");
  EXPECT_TRUE(product.device.disk.blobs.empty());
  EXPECT_EQ(product.device.eraser.found, 0U);
}

TEST(Erased, TheEmptyPageSaysWhatWasLookedAt) {
  headless::MemoryPorts device;
  device.eraser.found = 0;
  app::App app(device.ports());
  app.start();
  Screen screen(app);
  screen.resize(1280, 800);
  EXPECT_TRUE(screen.says("Everything is erased"));
  EXPECT_TRUE(screen.says("found empty"));
}

TEST(Erased, TheEmptyPageSaysWhatIsLeft) {
  headless::MemoryPorts device;
  device.eraser.found = ports::Eraser::kFiles | ports::Eraser::kCaches;
  app::App app(device.ports());
  app.start();
  Screen screen(app);
  screen.resize(1280, 800);
  EXPECT_TRUE(screen.says("Not everything is erased"));
  EXPECT_TRUE(screen.says("the browser's file storage and caches"));
}

TEST(BackupBlock, SaysWhatIsDueAndWhereItGoes) {
  Product product;
  Screen& screen = product.screen;
  screen.resize(1280, 1400);  // no toast lies over a button
  for (int i = 0; i < 10; ++i) product.add("Lead " + std::to_string(i));
  product.pass(2 * kDayMs);
  EXPECT_TRUE(screen.has(Role::kLink, "A backup is due"));
  product.go(app::Place::kToday);
  screen.click(Role::kButton, "A backup is due: see Share");
  EXPECT_EQ(product.state().place, app::Place::kShare);
  screen.click(Role::kButton, "Remind me tomorrow");
  EXPECT_FALSE(screen.has(Role::kLink, "A backup is due"));
  screen.click(Role::kButton, "Choose a backup folder…");
  EXPECT_TRUE(screen.says("A snapshot goes to the folder “Backups”"));
  EXPECT_EQ(product.device.folder.writes, 1U);
  EXPECT_TRUE(screen.says("Last backup just now."));
  product.device.folder.fault = ports::Folder::Fault::kNotAllowed;
  product.add("One more");
  product.go(app::Place::kShare);
  EXPECT_TRUE(screen.says("1 change since."));
  screen.click(Role::kButton, "Back up now");
  EXPECT_TRUE(screen.says("could not be written to the folder “Backups”"));
  product.device.folder.fault = ports::Folder::Fault::kNone;
  screen.click(Role::kButton, "Allow the backup folder again");
  EXPECT_EQ(product.device.folder.writes, 2U);
  screen.click(Role::kButton, "Stop using the folder");
  EXPECT_TRUE(screen.has(Role::kButton, "Choose a backup folder…"));
}

}  // namespace
}  // namespace leadlight::ui
