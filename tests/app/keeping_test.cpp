// Sealed files, backups and their reminder, erasing everything.
#include "app/words.h"
#include "fixture.h"

namespace leadlight::test {
namespace {

using namespace app;  // NOLINT(google-build-using-namespace): commands, by their names
using Standing = ports::Folder::Standing;

constexpr std::string_view kPassphrase = "correct horse battery";
constexpr double kMinute = 60'000;

void add_leads(Page& page, int count) {
  for (int i = 0; i < count; ++i) page.add("Lead " + std::to_string(i));
}

ports::File sealed_by(Page& page, std::string passphrase = std::string(kPassphrase)) {
  page.dispatch(ExportSealed{std::move(passphrase)});
  const headless::FakeFiles::Saved& saved = page.device.files.saved.back();
  return {saved.name, saved.bytes};
}

TEST(Sealed, OpensWithItsPassphraseOnlyAndChangesNothingBefore) {
  Device here(1);
  Device there(2);
  Page a(here);
  a.add("Olga");
  const ports::File file = sealed_by(a);
  EXPECT_TRUE(file.name.starts_with("leadlight-sealed-")) << file.name;
  EXPECT_FALSE(file.bytes.contains("Olga"));
  EXPECT_EQ(a.state().last_backup_at, here.clock.now());

  Page b(there);
  b.dispatch(OpenFiles{{file}});
  ASSERT_TRUE(b.state().sealed);
  EXPECT_EQ(b.state().sealed->name, file.name);
  EXPECT_EQ(b.state().place, Place::kShare);
  b.dispatch(OpenSealed{"another one"});
  ASSERT_TRUE(b.state().sealed);
  EXPECT_NE(b.state().sealed->problem.find("another one, or the file was changed"),
            std::string::npos);
  EXPECT_EQ(b.state().operations, 0U);
  b.dispatch(OpenSealed{std::string(kPassphrase)});
  EXPECT_FALSE(b.state().sealed);
  ASSERT_TRUE(b.state().import);
  b.dispatch(CommitImport{});
  EXPECT_EQ(b.app->book().state_hash(), a.app->book().state_hash());
}

TEST(Sealed, SeveralFilesAreAskedForOneAfterAnother) {
  Device one(1);
  Device two(2);
  Device three(3);
  Page a(one);
  a.add("A");
  Page b(two);
  b.add("B");
  Page c(three);
  c.dispatch(OpenFiles{{sealed_by(a, "passphrase one"), sealed_by(b, "passphrase two")}});
  c.dispatch(OpenSealed{"passphrase one"});
  ASSERT_TRUE(c.state().sealed) << "the second";
  c.dispatch(OpenSealed{"passphrase two"});
  ASSERT_TRUE(c.state().import);
  c.dispatch(CommitImport{});
  EXPECT_EQ(c.model().leads().alive_count(), 2U);
}

TEST(Sealed, AnAnswerThatComesTooLateIsNone) {
  Device here(1);
  Device there(2);
  Page a(here);
  a.add("Olga");
  const ports::File file = sealed_by(a);
  Page b(there);
  there.sealer.waits = true;
  b.dispatch(OpenFiles{{file}});
  b.dispatch(OpenSealed{std::string(kPassphrase)});
  EXPECT_TRUE(b.state().sealed->opening);
  b.dispatch(OpenSealed{std::string(kPassphrase)});
  EXPECT_EQ(there.sealer.waiting.size(), 1U) << "one at a time";
  b.dispatch(CancelImport{});
  b.dispatch(OpenFiles{{file}});
  there.sealer.pump();
  EXPECT_FALSE(b.state().import);
  ASSERT_TRUE(b.state().sealed);
  EXPECT_FALSE(b.state().sealed->opening);
}

TEST(Sealed, OneThatIsCutAsksForNoPassphrase) {
  Device device;
  Page page(device);
  page.add("Olga");
  ports::File file = sealed_by(page);
  const std::string whole = file.bytes;
  for (const std::size_t left : {whole.size() - 1, whole.size() / 2, std::size_t{60}}) {
    file.bytes = whole.substr(0, left);
    page.dispatch(OpenFiles{{file}});
    EXPECT_FALSE(page.state().sealed) << left;
    ASSERT_TRUE(page.state().import_error) << left;
    EXPECT_TRUE(page.state().import_error->what.contains("cut")) << left;
    EXPECT_EQ(page.state().import_error_file, file.name);
  }
  file.bytes = whole + "\n";
  page.dispatch(OpenFiles{{file}});
  EXPECT_TRUE(page.state().sealed) << "a mail program may end it with a line break";
}

TEST(Sealed, EveryFaultHasASentenceAndARemedy) {
  Device device;
  Page page(device);
  page.add("Olga");
  const ports::File file = sealed_by(page);
  using enum ports::Sealer::Fault;
  for (const auto fault : {kNotOffered, kWrong, kBroken, kNewer, kTooLarge}) {
    device.sealer.fault = fault;
    page.dispatch(OpenFiles{{file}});
    page.dispatch(OpenSealed{std::string(kPassphrase)});
    ASSERT_TRUE(page.state().sealed);
    EXPECT_FALSE(page.state().sealed->problem.empty());
    EXPECT_FALSE(words::sealer_fault(fault).remedy.empty());
  }
  const std::size_t saved = device.files.saved.size();
  device.sealer.fault = kNotOffered;
  page.dispatch(ExportSealed{std::string(kPassphrase)});
  EXPECT_TRUE(page.toast_is_error());
  EXPECT_FALSE(page.state().sealing);
  EXPECT_EQ(device.files.saved.size(), saved);
}

TEST(Reminder, ComesADayAfterTenLeadsThatWereNeverBackedUp) {
  Device device;
  Page page(device);
  add_leads(page, 9);
  device.clock.advance(10 * kDayMs);
  page.app->tick();
  EXPECT_FALSE(page.state().backup.due) << "nine can be typed again";
  add_leads(page, 1);
  EXPECT_FALSE(page.state().backup.due);
  device.clock.advance(kDayMs - 1);
  page.app->tick();
  EXPECT_FALSE(page.state().backup.due);
  device.clock.advance(1);
  page.app->tick();
  EXPECT_TRUE(page.state().backup.due);
  Page later(device);
  later.app->tick();
  EXPECT_TRUE(later.state().backup.due) << "on the next visit, too";
  later.dispatch(SnoozeBackup{});
  EXPECT_FALSE(later.state().backup.due);
  device.clock.advance(kDayMs);
  later.app->tick();
  EXPECT_TRUE(later.state().backup.due);
  later.dispatch(BackUp{});
  EXPECT_FALSE(later.state().backup.due);
  EXPECT_EQ(device.files.saved.size(), 1U);
}

TEST(Reminder, ComesWhenSomethingChangedSinceABackupOfThreeDaysAgo) {
  Device device;
  Page page(device);
  const Id lead = page.add("Olga");
  page.dispatch(ExportSnapshot{});
  device.clock.advance(4 * kDayMs);
  page.app->tick();
  EXPECT_FALSE(page.state().backup.due) << "nothing changed";
  page.dispatch(AddNote{lead, "x"});
  EXPECT_TRUE(page.state().backup.changed);
  EXPECT_TRUE(page.state().backup.due);
  page.dispatch(BackUp{});
  EXPECT_FALSE(page.state().backup.changed);
  page.dispatch(AddNote{lead, "y"});
  device.clock.advance(3 * kDayMs);
  page.app->tick();
  EXPECT_FALSE(page.state().backup.due);
  device.clock.advance(1);
  page.app->tick();
  EXPECT_TRUE(page.state().backup.due);
}

TEST(BackupFolder, GetsTheBookAtOnceThenTenMinutesAfterTheLastEditAndWhenThePageIsHidden) {
  Device device;
  Page page(device);
  const Id lead = page.add("Olga");
  page.dispatch(UseBackupFolder{UseBackupFolder::How::kChoose});
  EXPECT_EQ(page.state().backup.folder.name, "Backups");
  ASSERT_EQ(device.folder.writes, 1U);
  EXPECT_EQ(device.folder.files.size(), 1U);
  EXPECT_TRUE(device.folder.files.begin()->second.contains("Olga"));
  EXPECT_FALSE(page.state().backup.changed);

  page.dispatch(AddNote{lead, "one"});
  device.clock.advance(9 * kMinute);
  page.dispatch(AddNote{lead, "two"});
  device.clock.advance(9 * kMinute);
  EXPECT_EQ(device.folder.writes, 1U) << "she is still at it";
  device.clock.advance(kMinute);
  EXPECT_EQ(device.folder.writes, 2U);
  EXPECT_EQ(page.state().last_backup_at, device.clock.now());
  device.clock.advance(60 * kMinute);
  page.app->flush();
  EXPECT_EQ(device.folder.writes, 2U) << "nothing changed";
  page.dispatch(AddNote{lead, "three"});
  page.app->flush();
  EXPECT_EQ(device.folder.writes, 3U);
  EXPECT_TRUE(device.folder.files.begin()->second.contains("three"));
  device.clock.advance(60 * kMinute);
  EXPECT_EQ(device.folder.writes, 3U);
  page.dispatch(UseBackupFolder{UseBackupFolder::How::kForget});
  page.dispatch(AddNote{lead, "four"});
  device.clock.advance(60 * kMinute);
  page.app->flush();
  EXPECT_EQ(device.folder.writes, 3U);
}

TEST(BackupFolder, CountsAsABackupOnlyWhenItWasWritten) {
  Device device;
  Page page(device);
  const Id lead = page.add("Olga");
  page.dispatch(UseBackupFolder{UseBackupFolder::How::kChoose});
  const UtcMs first = page.state().last_backup_at;
  device.clock.advance(kMinute);
  page.dispatch(AddNote{lead, "x"});
  using enum ports::Folder::Fault;
  for (const auto fault : {kGone, kFull, kOther, kNotAllowed}) {
    device.folder.fault = fault;
    page.dispatch(BackUp{});
    EXPECT_EQ(page.state().last_backup_at, first);
    EXPECT_TRUE(page.state().backup.changed);
    EXPECT_TRUE(page.state().backup.problem.contains("“Backups”"));
    EXPECT_TRUE(page.toast_is_error());
  }
  EXPECT_EQ(page.state().backup.folder.standing, Standing::kMustAsk);
  device.folder.fault = kNone;
  device.folder.now.standing = Standing::kMustAsk;
  page.dispatch(UseBackupFolder{UseBackupFolder::How::kAllow});
  EXPECT_EQ(page.state().backup.folder.standing, Standing::kReady);
  EXPECT_FALSE(page.state().backup.changed) << "written at once";
  EXPECT_TRUE(page.state().backup.problem.empty());
}

TEST(BackupFolder, AsksAgainAfterARestart) {
  Device device;
  device.folder.now = {Standing::kMustAsk, "Backups"};
  Page page(device);
  page.add("Olga");
  page.app->flush();
  EXPECT_EQ(device.folder.writes, 0U);
  EXPECT_EQ(page.state().backup.folder.standing, Standing::kMustAsk);
}

TEST(BackupFolder, IsNotOverwrittenByABookOfWhichPartsAreMissing) {
  Device device;
  device.disk.has_copies = false;  // nothing to mend it with
  {
    Page page(device);
    page.add("Olga");
    page.dispatch(UseBackupFolder{UseBackupFolder::How::kChoose});
  }
  device.disk.blobs.begin()->second.back() ^= std::byte{1};
  const auto before = device.folder.files;
  Page page(device);
  ASSERT_FALSE(page.state().start_warning.empty());
  page.add("Jim");
  page.app->flush();
  device.clock.advance(60 * kMinute);
  page.dispatch(BackUp{});
  EXPECT_EQ(device.folder.files, before);
  EXPECT_EQ(device.files.saved.size(), 1U) << "as a file of its own";
}

TEST(Erase, LeavesAnEmptyBookThatSaysSo) {
  Device device;
  {
    Page page(device);
    page.add("Olga");
    page.dispatch(SetMyName{"Ana"});
    device.eraser.other_tab_holds_on = true;
    page.dispatch(EraseEverything{});
    EXPECT_TRUE(page.toast_is_error());
    EXPECT_FALSE(device.disk.blobs.empty());
    device.eraser.other_tab_holds_on = false;
    page.dispatch(EraseEverything{});
  }
  Page page(device);
  EXPECT_EQ(page.state().erased, 0U);
  EXPECT_EQ(page.state().operations, 0U);
  EXPECT_EQ(page.state().my_name, "");
  Page later(device);
  EXPECT_FALSE(later.state().erased) << "said once";
}

}  // namespace
}  // namespace leadlight::test
