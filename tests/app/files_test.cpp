// Files in and out.
#include "fixture.h"
#include "visible.h"

namespace leadlight::test {
namespace {

using namespace app;  // NOLINT(google-build-using-namespace): commands, by their names

constexpr std::string_view kBadges =
    "Name,Company,E-mail,Phone,Shirt size\r\n"
    "Olga Petrova,Acme,olga@acme.example,0049 221 123456,M\r\n"
    "Jim Brodo,Initech,jim@initech.example,+1 555 010 0100,L\r\n";

void open(Page& page, std::string name, std::string_view bytes) {
  page.dispatch(OpenFiles{{{std::move(name), std::string(bytes)}}});
}

void import_file(Page& page, std::string name, std::string_view bytes) {
  open(page, std::move(name), bytes);
  ASSERT_TRUE(page.state().import) << page.state().import_error.value_or(Error{}).sentence();
  page.dispatch(CommitImport{});
}

std::string snapshot_of(Page& page) {
  page.dispatch(ExportSnapshot{});
  return page.device.files.saved.back().bytes;
}

TEST(ImportCsv, ShowsThePlanThenDoesItAsOneStep) {
  Device device;
  Page page(device);
  open(page, "badges.csv", kBadges);
  ASSERT_TRUE(page.state().import);
  EXPECT_EQ(page.state().place, Place::kShare);
  EXPECT_EQ(page.state().import->plan.created, 2U);
  EXPECT_EQ(page.state().operations, 0U);  // nothing has happened yet
  page.dispatch(SetImportOptions{"Trade fair", "Expo 2026"});
  page.dispatch(CommitImport{});
  EXPECT_FALSE(page.state().import);
  EXPECT_EQ(page.toast(), "Imported 2 leads");
  EXPECT_EQ(page.state().operations, 1U);
  EXPECT_EQ(page.state().place, Place::kLeads);
  EXPECT_EQ(page.state().leads->size(), 2U);
  const Row olga = page.app->same_email("olga@acme.example");
  ASSERT_NE(olga, kNoRow);
  EXPECT_EQ(page.model().text(olga, LeadField::kPhone), "0049 221 123456");
  EXPECT_EQ(page.model().text(olga, LeadField::kSource), "Trade fair");
  EXPECT_EQ(page.state().undo_label, "Import badges.csv");
  page.dispatch(Undo{});
  EXPECT_EQ(page.model().leads().alive_count(), 0U);
  page.dispatch(Redo{});
  EXPECT_EQ(page.model().leads().alive_count(), 2U);
}

std::string card_of(std::string_view name) {
  return "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:" + std::string(name) + "\r\nEND:VCARD\r\n";
}

TEST(ImportCards, TakesAllFilesOfCardsAsOneStep) {
  Device device;
  Page page(device);
  page.dispatch(OpenFiles{{{"ana.vcf", card_of("Ana Silva")},
                           {"shared.txt", "MECARD:N:Ott,Tim;EMAIL:tim@ott.example;;"},
                           {"badges.csv", std::string(kBadges)}}});
  ASSERT_TRUE(page.state().import) << page.state().import_error.value_or(Error{}).sentence();
  EXPECT_TRUE(page.state().import->has_cards);
  EXPECT_EQ(page.state().import->file_name, "ana.vcf, shared.txt");
  EXPECT_EQ(page.state().import->plan.created, 2U);
  EXPECT_TRUE(page.toast().starts_with("Opened ana.vcf, shared.txt")) << page.toast();
  page.dispatch(CommitImport{});
  EXPECT_EQ(page.state().operations, 1U);
  EXPECT_NE(page.app->same_email("tim@ott.example"), kNoRow);
  page.dispatch(Undo{});
  EXPECT_EQ(page.model().leads().alive_count(), 0U);
}

TEST(ImportCards, OneBrokenFileStopsThemAll) {
  Device device;
  Page page(device);
  page.dispatch(OpenFiles{{{"ana.vcf", card_of("Ana")}, {"cut.vcf", "BEGIN:VCARD\nFN:Ben\n"}}});
  EXPECT_FALSE(page.state().import);
  ASSERT_TRUE(page.state().import_error);
  EXPECT_EQ(page.state().import_error_file, "cut.vcf");
  EXPECT_EQ(page.state().import_error->where, "line 1");
}

TEST(ImportCards, TheirOwnExportMeetsTheLeadsThatItIsOf) {
  Device device;
  Page page(device);
  page.add({{"full_name", "Ana Silva"}, {"first_name", "Ana"}, {"last_name", "Silva"}});
  page.dispatch(ExportVcard{});
  open(page, "leads.vcf", device.files.saved.back().bytes);
  ASSERT_TRUE(page.state().import);
  EXPECT_EQ(page.state().import->plan.created, 0U);
  EXPECT_EQ(page.state().import->plan.skipped, 1U);
}

TEST(Paste, ASignatureIsForCaptureAloneAndAFileNever) {
  Device device;
  Page page(device);
  const std::string text = "Ana Silva\nana@bolt.example";
  page.dispatch(GoTo{Place::kCapture});
  open(page, "pasted.csv", text);
  EXPECT_EQ(page.state().pasted_count, 1);
  EXPECT_EQ(page.state().pasted,
            (Fields{{"full_name", "Ana Silva"}, {"email", "ana@bolt.example"}}));
  EXPECT_EQ(page.state().place, Place::kCapture);
  open(page, "notes.txt", text);
  EXPECT_EQ(page.state().pasted_count, 1);
  EXPECT_EQ(page.state().place, Place::kShare);
  page.dispatch(GoTo{Place::kToday});
  open(page, "pasted.csv", text);
  EXPECT_EQ(page.state().pasted_count, 1);
}

TEST(ImportCsv, SaysWhenNothingIsNew) {
  Device device;
  Page page(device);
  import_file(page, "badges.csv", kBadges);
  import_file(page, "badges.csv", kBadges);
  EXPECT_EQ(page.toast(), "Nothing new in badges.csv");
  EXPECT_EQ(page.state().operations, 1U);
}

TEST(ImportCsv, RemembersAColumnMapForTheSameHeaders) {
  Device device;
  {
    Page page(device);
    open(page, "badges.csv", kBadges);
    page.dispatch(MapColumn{4, "need"});
    EXPECT_EQ(page.state().import->mapping.columns.at(4).field, "need");
    page.dispatch(CommitImport{});
    EXPECT_EQ(page.model().text(page.app->same_email("olga@acme.example"), LeadField::kNeed), "M");
  }
  Page page(device);
  open(page, "more badges.csv", kBadges);
  ASSERT_TRUE(page.state().import);
  EXPECT_EQ(page.state().import->mapping.columns.at(4).field, "need");
  page.dispatch(CancelImport{});
  EXPECT_FALSE(page.state().import);
}

TEST(ImportCsv, GivesAFieldToOneColumnOnly) {
  Device device;
  Page page(device);
  open(page, "badges.csv", kBadges);
  page.dispatch(MapColumn{4, "email"});
  EXPECT_EQ(page.state().import->mapping.columns.at(4).field, "email");
  EXPECT_EQ(page.state().import->mapping.columns.at(2).field, "custom:E-mail");
  page.dispatch(MapColumn{99, "email"});  // no such column: nothing
}

TEST(ImportCsv, PlansAnewWhenTheBookMovedOn) {
  Device device;
  Page page(device);
  open(page, "badges.csv", kBadges);
  page.add({{"full_name", "Olga Petrova"}, {"email", "olga@acme.example"}});
  page.dispatch(CommitImport{});
  EXPECT_EQ(page.model().leads().alive_count(), 2U);
}

TEST(OpenFiles, RefusesWhatIsBrokenAndChangesNothing) {
  Device device;
  Page page(device);
  page.add("Olga");
  const Id hash = page.app->book().state_hash();
  const std::vector<std::pair<std::string, std::string>> files{
      {"empty.csv", ""},
      {"cut.csv", "Name,Company\r\n\"Olga"},
      {"cut.json", "{\"format\": \"leadlight"},
      {"list.json", "[1, 2]"},
      {"photo.png", "\x89PNG\r\n\x1A\n\x00\x01"},
      {"book.xlsx", "PK\x03\x04zip"},
  };
  for (const auto& [name, bytes] : files) {
    open(page, name, bytes);
    EXPECT_FALSE(page.state().import) << name;
    ASSERT_TRUE(page.state().import_error) << name;
    EXPECT_FALSE(page.state().import_error->sentence().empty()) << name;
    EXPECT_EQ(page.state().import_error_file, name);
    EXPECT_EQ(page.app->book().state_hash(), hash);
  }
  open(page, "badges.csv", kBadges);
  EXPECT_FALSE(page.state().import_error);
}

TEST(OpenFiles, SaysWhenAFileCouldNotBeRead) {
  Device device;
  Page page(device);
  using enum ports::File::Fault;
  page.dispatch(OpenFiles{{{"gone.csv", {}, kUnreadable}}});
  ASSERT_TRUE(page.state().import_error);
  EXPECT_EQ(page.state().import_error_file, "gone.csv");
  EXPECT_NE(page.state().import_error->sentence().find("Copy it to this device"),
            std::string::npos);
  page.dispatch(OpenFiles{{{"badges.csv", std::string(kBadges)}, {"vast.csv", {}, kTooLarge}}});
  EXPECT_FALSE(page.state().import);
  EXPECT_EQ(page.state().import_error_file, "vast.csv");
}

TEST(OpenFiles, IsLeftByGoingElsewhere) {
  Device device;
  Page page(device);
  open(page, "empty.csv", "");
  ASSERT_TRUE(page.state().import_error);
  page.dispatch(GoTo{Place::kShare});
  EXPECT_FALSE(page.state().import_error);
  open(page, "badges.csv", kBadges);
  page.dispatch(GoTo{Place::kToday});
  page.dispatch(GoTo{Place::kShare});
  EXPECT_TRUE(page.state().import) << "it waits";
  page.dispatch(GoTo{Place::kShare});
  EXPECT_FALSE(page.state().import);
  EXPECT_EQ(page.toast(), "Closed badges.csv without importing it");
}

TEST(OpenFiles, SaysNothingOfTheOthersOnceTheFirstIsLeft) {
  Device device;
  Page page(device);
  page.dispatch(OpenFiles{{{"a.csv", std::string(kBadges)}, {"b.csv", std::string(kBadges)}}});
  ASSERT_TRUE(page.toast().contains("import one after another"));
  page.dispatch(GoTo{Place::kShare});
  ASSERT_EQ(page.state().toasts.size(), 1U);
  EXPECT_EQ(page.toast(), "Closed a.csv without importing it");
}

TEST(OpenFiles, TakesTheFirstCsvOfSeveral) {
  Device device;
  Page page(device);
  page.dispatch(OpenFiles{{{"a.csv", std::string(kBadges)}, {"b.csv", std::string(kBadges)}}});
  ASSERT_TRUE(page.state().import);
  EXPECT_EQ(page.state().import->file_name, "a.csv");
  EXPECT_NE(page.toast().find("first of 2"), std::string::npos);
}

TEST(PickFile, OpensWhatThePersonChose) {
  Device device;
  Page page(device);
  device.files.to_pick = {{"badges.csv", std::string(kBadges)}};
  page.dispatch(PickFile{});
  EXPECT_TRUE(page.state().import);
  page.dispatch(PickFile{});  // she declines
  EXPECT_TRUE(page.state().import);
}

TEST(Snapshot, GivesAFreshAppTheSameBook) {
  Device here(1);
  Device there(2);
  Page page(here);
  import_file(page, "badges.csv", kBadges);
  page.log((*page.state().model).leads().id(0), TouchKind::kCall, TouchResult::kReached);
  const std::string bytes = snapshot_of(page);
  EXPECT_EQ(here.files.saved.back().name.substr(0, 10), "leadlight-");
  EXPECT_EQ(page.state().last_backup_at, here.clock.now());

  Page fresh(there);
  import_file(fresh, "ana.json", bytes);
  EXPECT_EQ(fresh.app->book().state_hash(), page.app->book().state_hash());
  EXPECT_EQ(fresh.toast(), "Imported ana.json: 2 new");
  // Leads with equal scores stand in the order of their rows, which is each book's own.
  query::Query by_name;
  by_name.sort = query::SortKey::kName;
  page.dispatch(SetQuery{by_name});
  fresh.dispatch(SetQuery{by_name});
  EXPECT_EQ(visible_state(fresh.state()), visible_state(page.state()));
  EXPECT_EQ(snapshot_of(fresh), bytes);
  Page reloaded(there);
  EXPECT_EQ(reloaded.app->book().state_hash(), page.app->book().state_hash());
}

TEST(ImportCsv, APreviewFollowsTheBookAndKeepsWhatWasChosen) {
  Device device;
  Page page(device);
  Page other(device);
  import_file(page, "badges.csv", kBadges);
  open(page, "badges.csv", kBadges);
  page.dispatch(SetImportOptions{"Fair", "Day 2"});
  page.dispatch(MapColumn{0, ""});
  const std::vector<interchange::ColumnTarget> columns = page.state().import->mapping.columns;
  EXPECT_EQ(page.state().import->plan.created, 0U);
  page.dispatch(Undo{});
  ASSERT_TRUE(page.state().import);
  EXPECT_EQ(page.state().import->plan.created, 2U);
  EXPECT_EQ(page.state().import->plan.skipped, 0U);
  import_file(other, "badges.csv", kBadges);
  EXPECT_EQ(page.state().import->plan.created, 0U);
  EXPECT_EQ(page.state().import->source, "Fair");
  EXPECT_EQ(page.state().import->event, "Day 2");
  ASSERT_EQ(page.state().import->mapping.columns.size(), columns.size());
  EXPECT_EQ(page.state().import->mapping.columns[0].field, "");
  // What came while she was elsewhere is looked at when she is back.
  page.dispatch(GoTo{Place::kToday});
  other.dispatch(Undo{});
  page.dispatch(GoTo{Place::kShare});
  EXPECT_EQ(page.state().import->plan.created, 2U);
}

TEST(Snapshot, AnEmptyFileIsCalledEmpty) {
  for (const std::string_view text : {"", " \n", "\xEF\xBB\xBF"}) {
    Device device;
    Page page(device);
    open(page, "Backup.JSON", text);
    ASSERT_TRUE(page.state().import_error);
    EXPECT_TRUE(page.state().import_error->sentence().starts_with("The file is empty. Choose"))
        << page.state().import_error->sentence();
  }
}

TEST(Snapshot, ShowsWhatIsNewChangedAndDeleted) {
  Device here(1);
  Device there(2);
  Page a(here);
  const Id changed = a.add("Changed");
  const Id deleted = a.add("Deleted");
  const Id noted = a.add("Noted");
  a.add("Untouched");
  Page b(there);
  import_file(b, "a.json", snapshot_of(a));
  b.dispatch(EditLead{changed, {{"city", "Ulm"}}});
  b.dispatch(DeleteLeads{{deleted}});
  b.dispatch(AddNote{noted, "x"});
  b.add({{"first_name", "New"}, {"last_name", "One"}, {"company", "Bolt"}, {"stage", "mql"}});
  const Id gone = b.add("Gone again");
  b.dispatch(DeleteLeads{{gone}});
  open(a, "b.json", snapshot_of(b));
  ASSERT_TRUE(a.state().import);
  const SnapshotPreview& preview = a.state().import->snapshot;
  EXPECT_EQ(a.state().import->operations.size(), 6U);
  EXPECT_EQ(preview.count(Fate::kNew), 1U);
  EXPECT_EQ(preview.count(Fate::kChanged), 2U);
  EXPECT_EQ(preview.count(Fate::kDeleted), 1U);
  EXPECT_EQ(preview.count(Fate::kConflict), 0U);
  ASSERT_EQ(preview.leads.size(), 4U);
  const auto changes = changes_of(preview, Kind::kLead, changed, a.app->book());
  ASSERT_EQ(changes.size(), 1U);
  EXPECT_EQ(changes[0].field, "city");
  EXPECT_EQ(changes[0].before, "");
  EXPECT_EQ(changes[0].after, "Ulm");
  EXPECT_EQ(changes[0].at, there.clock.now());
  const auto notes = changes_of(preview, Kind::kLead, noted, a.app->book());
  ASSERT_EQ(notes.size(), 1U);
  EXPECT_EQ(notes[0].what, IncomingChange::What::kNote);
  a.dispatch(CommitImport{});
  EXPECT_EQ(a.toast(), "Imported b.json: 1 new, 2 changed, 1 deleted");
  EXPECT_EQ(a.app->book().state_hash(), b.app->book().state_hash());
}

TEST(Snapshot, MergeIsUndoneAsOneStep) {
  Device here(1);
  Device there(2);
  Page a(here);
  a.add("Mine");
  Page b(there);
  const Id one = b.add("One");
  b.move(one, Stage::kMql);
  b.add("Two");
  const std::string before = visible_state(a.state());
  import_file(a, "b.json", snapshot_of(b));
  const std::string merged = visible_state(a.state());
  ASSERT_NE(before, merged);
  a.dispatch(GoTo{Place::kToday});
  a.dispatch(Undo{});
  EXPECT_EQ(visible_state(a.state()), before);
  EXPECT_EQ(a.toast(), "Undone: Import b.json");
  a.dispatch(Redo{});
  EXPECT_EQ(visible_state(a.state()), merged);
}

TEST(Snapshot, OfOurselvesChangesNothing) {
  Device device;
  Page page(device);
  page.add("Olga");
  const std::string bytes = snapshot_of(page);
  const Id hash = page.app->book().state_hash();
  import_file(page, "mine.json", bytes);
  EXPECT_EQ(page.toast(), "Nothing new in mine.json");
  EXPECT_EQ(page.app->book().state_hash(), hash);
}

TEST(Snapshot, SeveralAreOneMerge) {
  Device one(1);
  Device two(2);
  Device three(3);
  Page a(one);
  a.add("A");
  Page b(two);
  b.add("B");
  Page c(three);
  c.dispatch(OpenFiles{
      {{"a.json", snapshot_of(a)}, {"b.json", snapshot_of(b)}, {"a2.json", snapshot_of(a)}}});
  ASSERT_TRUE(c.state().import);
  EXPECT_EQ(c.state().import->operations.size(), 2U);
  c.dispatch(CommitImport{});
  EXPECT_EQ(c.model().leads().alive_count(), 2U);
  c.dispatch(Undo{});
  EXPECT_EQ(c.model().leads().alive_count(), 0U);
}

TEST(Export, LeavesOutWhoMustNotBeContacted) {
  Device device;
  Page page(device);
  page.add({{"full_name", "Olga"}, {"email", "olga@acme.example"}});
  page.add({{"full_name", "Stop"}, {"email", "stop@acme.example"}, {"do_not_contact", "1"}});
  page.dispatch(ExportCsv{});
  EXPECT_NE(device.files.saved.back().bytes.find("olga@acme.example"), std::string::npos);
  EXPECT_EQ(device.files.saved.back().bytes.find("stop@acme.example"), std::string::npos);
  EXPECT_NE(page.toast().find("1 not to be contacted left out"), std::string::npos);
  page.dispatch(ExportVcard{{page.model().leads().id(0)}});
  EXPECT_NE(device.files.saved.back().bytes.find("BEGIN:VCARD"), std::string::npos);
}

TEST(Export, SaysWhenThereIsNothing) {
  Device device;
  Page page(device);
  page.dispatch(ExportCsv{});
  EXPECT_TRUE(page.toast_is_error());
  EXPECT_TRUE(device.files.saved.empty());
}

TEST(Sample, FillsAnEmptyBookOnceAndCanBeUndone) {
  Device device;
  Page page(device);
  page.dispatch(LoadSample{});
  if (page.model().leads().alive_count() == 0) GTEST_SKIP() << "no sample data yet";
  EXPECT_EQ(page.model().leads().alive_count(), 300U);
  const std::string filled = visible_state(page.state());
  page.dispatch(LoadSample{});
  EXPECT_TRUE(page.toast_is_error());
  page.dispatch(Undo{});
  EXPECT_EQ(page.model().leads().alive_count(), 0U);
  page.dispatch(LoadSample{});
  EXPECT_EQ(visible_state(page.state()), filled);
}

}  // namespace
}  // namespace leadlight::test
