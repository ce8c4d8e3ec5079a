// What released versions wrote stays readable (docs/snapshot.md, Versions).
#include <filesystem>

#include "base/text.h"
#include "fixture.h"
#include "tests/support/corpora.h"

namespace leadlight::test {
namespace {

using namespace app;  // NOLINT(google-build-using-namespace): commands, by their names

const std::filesystem::path kFolder{LEADLIGHT_SOURCE_DIR "/tests/data/snapshots"};

// The lines of the folder's table: name, what is in it, state hash.
std::vector<std::vector<std::string>> listed() {
  std::vector<std::vector<std::string>> files;
  const std::string readme = bytes_of_file(kFolder / "README.md");
  for (const std::string_view line : split(readme, '\n')) {
    if (!line.starts_with("| version-")) continue;
    std::vector<std::string> cells;
    for (const std::string_view cell : split(line, '|')) cells.emplace_back(trimmed(cell));
    files.push_back({cells.at(1), cells.at(2), cells.at(3)});
  }
  return files;
}

TEST(SnapshotVersions, AllThatWereReleasedAreReadAndWrittenBackByteForByte) {
  const auto files = listed();
  ASSERT_FALSE(files.empty());
  std::size_t found = 0;
  for (const auto& entry : std::filesystem::directory_iterator(kFolder))
    found += entry.path().extension() == ".json" ? 1U : 0U;
  EXPECT_EQ(found, files.size()) << "README.md of the folder names each";
  for (const auto& file : files) {
    SCOPED_TRACE(file[0]);
    const std::string bytes = bytes_of_file(kFolder / file[0]);
    Device device;
    Page page(device);
    page.dispatch(OpenFiles{{{file[0], bytes}}});
    ASSERT_TRUE(page.state().import) << page.state().import_error.value_or(Error{}).sentence();
    page.dispatch(CommitImport{});
    EXPECT_EQ(text_from_id(page.app->book().state_hash()), file[2]);
    // From the store of a later visit, too.
    Page later(device);
    later.dispatch(ExportSnapshot{});
    EXPECT_EQ(device.files.saved.back().bytes, bytes);
  }
}

TEST(SnapshotVersions, TheFirstHoldsWhatItIsKeptFor) {
  Device device;
  Page page(device);
  page.dispatch(OpenFiles{{{"version-1.json", bytes_of_file(kFolder / "version-1.json")}}});
  page.dispatch(CommitImport{});
  const Row olga = page.app->same_email("olga@brauwerk.example");
  ASSERT_NE(olga, kNoRow);
  const auto lead = static_cast<KindIndex>(Kind::kLead);
  EXPECT_TRUE(page.app->book().has_concurrent(lead, olga));
  const auto value = [&](std::string_view column) {
    return page.model().text(Kind::kLead, olga, page.model().leads().find_column(column));
  };
  EXPECT_EQ(value("preferred_time"), "morning");
  EXPECT_EQ(value("custom:Größe"), "漢字 🎈");
  EXPECT_EQ(value("tag:reseller"), "1");
  EXPECT_EQ(page.model().kind_count(), kKnownKindCount + 1);
  EXPECT_EQ(page.state().settings.minimum_fit, 3);
  EXPECT_EQ(page.model().leads().alive_count(), 3U) << "of four";
}

TEST(SnapshotVersions, ANewerOneIsRefusedInASentenceAndChangesNothing) {
  Device device;
  Page page(device);
  page.add("Olga");
  const Id before = page.app->book().state_hash();
  // Whatever a newer version may do further on in its file.
  for (const std::string_view rest : {R"("operations":[])", R"("minor":1,"operations":[{"at":17}])",
                                      R"("leads":{"a":null}})", R"("operations")"}) {
    page.dispatch(OpenFiles{{{"new.json", R"({"format":"leadlight-snapshot","version":2,)" +
                                              std::string(rest) + "}"}}});
    ASSERT_TRUE(page.state().import_error);
    EXPECT_EQ(page.state().import_error->what,
              "This snapshot was written by a newer Leadlight (snapshot version 2).");
    EXPECT_EQ(page.state().import_error->remedy,
              "Reload the page or update Leadlight, then open it again; nothing was changed.");
    EXPECT_EQ(page.app->book().state_hash(), before);
  }
}

}  // namespace
}  // namespace leadlight::test
