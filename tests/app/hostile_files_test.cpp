// Files that mean harm, or were harmed on their way: whatever is opened, the book stays as it is
// until the person says so, and no file ends the page.
#include <filesystem>

#include "fixture.h"
#include "tests/support/corpora.h"
#include "tests/support/random.h"

namespace leadlight::test {
namespace {

using namespace app;  // NOLINT(google-build-using-namespace): commands, by their names

struct HostileFiles : testing::Test {
  Device device;
  Page page{device};
  Id before;
  HostileFiles() {
    page.add({{"full_name", "Olga Petrova"}, {"email", "olga@acme.example"}});
    before = page.app->book().state_hash();
  }
  // Opened, looked at, and left.
  void open(const std::string& name, const std::string& bytes) {
    page.dispatch(OpenFiles{{{name, bytes}}});
    EXPECT_EQ(page.app->book().state_hash(), before) << name;
    const State& state = page.state();
    EXPECT_EQ(state.import.has_value() + state.import_error.has_value() + state.sealed.has_value(),
              1)
        << name;
    if (state.import_error) {
      EXPECT_FALSE(state.import_error->remedy.empty()) << name << state.import_error->what;
    }
    page.dispatch(CancelImport{});
  }
};

TEST_F(HostileFiles, AllOfTheJsonSuiteChangeNothing) {
  LEADLIGHT_NEEDS_CORPUS("json-nst/test_parsing");
  int files = 0;
  for (const auto& entry :
       std::filesystem::directory_iterator(corpora() / "json-nst/test_parsing")) {
    open(entry.path().filename().string(), bytes_of_file(entry.path()));
    ++files;
  }
  EXPECT_EQ(files, 318);
}

TEST_F(HostileFiles, DamagedSnapshotsChangeNothingAndThoseThatAreReadCanBeMergedAndTakenBack) {
  LEADLIGHT_SEEDED(random, 51);
  const std::string whole =
      bytes_of_file(LEADLIGHT_SOURCE_DIR "/tests/data/snapshots/version-1.json");
  int merged = 0;
  for (int round = 0; round < 60; ++round) {
    std::string bytes = whole;
    for (auto flips = random.between(1, 3); flips > 0; --flips)
      bytes[random.index(bytes.size())] = static_cast<char>(random.between(32, 126));
    open("damaged.json", bytes);
    if (merged > 5) continue;
    page.dispatch(OpenFiles{{{"damaged.json", bytes}}});
    if (!page.state().import || !page.state().import->csv.has_value()) {
      page.dispatch(CommitImport{});
      if (page.app->book().state_hash() != before) ++merged;
      page.dispatch(Undo{});
      before = page.app->book().state_hash();
      EXPECT_EQ(page.text(page.model().leads().id(0), LeadField::kFullName), "Olga Petrova");
    }
  }
  Page later(device);
  EXPECT_EQ(later.app->book().state_hash(), before) << "what was merged is stored as it is shown";
  EXPECT_TRUE(later.state().start_warning.empty());
}

// A browser keeps so much in one piece and no more (ports::Storage::most_bytes).
TEST_F(HostileFiles, WhatIsTooMuchForOneBlobChangesNothingAndCanComeInParts) {
  constexpr int kLeads = 100;
  std::string csv = "name,email\n";
  for (int i = 0; i < kLeads; ++i)
    csv += "Lead " + std::to_string(i) + ",lead" + std::to_string(i) + "@acme.example\n";
  Device roomy{2};
  Page colleague{roomy};
  colleague.dispatch(OpenFiles{{{"leads.csv", csv}}});
  colleague.dispatch(CommitImport{});
  colleague.dispatch(ExportSnapshot{});
  const std::string snapshot = roomy.files.saved.back().bytes;

  device.disk.most_bytes = 4000;
  for (const auto& [name, bytes] : {std::pair{"leads.csv", csv}, {"book.json", snapshot}}) {
    page.dispatch(OpenFiles{{{name, bytes}}});
    page.dispatch(CommitImport{});
    EXPECT_EQ(page.app->book().state_hash(), before) << name;
    EXPECT_EQ(page.state().safety, book::Safety::kSaved);
    ASSERT_FALSE(page.state().toasts.empty());
    EXPECT_TRUE(page.state().toasts.back().text.starts_with("This is more than the browser keeps"))
        << page.state().toasts.back().text;
  }

  for (int parts = 0; parts < 10; ++parts) {
    page.dispatch(OpenFiles{{{"book.json", snapshot}}});
    const auto& leads = page.state().import->snapshot.leads;
    std::vector<Id> rest;
    for (std::size_t i = 20; i < leads.size(); ++i) rest.push_back(leads[i].id);
    page.dispatch(TakeLeads{rest, false});
    page.dispatch(CommitImport{});
    EXPECT_EQ(page.state().safety, book::Safety::kSaved);
    if (rest.empty()) break;
  }
  EXPECT_EQ(page.model().leads().alive_count(), std::size_t{kLeads} + 1);
  Page later(device);
  EXPECT_EQ(later.app->book().state_hash(), page.app->book().state_hash());
}

}  // namespace
}  // namespace leadlight::test
