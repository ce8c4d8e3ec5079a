#include "cli/cli.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <format>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "platform/headless/memory_ports.h"
#include "tests/support/corpora.h"

namespace leadlight::cli {
namespace {

namespace fs = std::filesystem;
using test::bytes_of_file;

constexpr UtcMs kNow = 1'795'338'000'000;  // Sunday, 2026-11-22 09:00 UTC

class Cli : public testing::Test {
 protected:
  struct Outcome {
    int status = 0;
    std::string out;
    std::string err;
  };

  void SetUp() override {
    const auto* const test = testing::UnitTest::GetInstance()->current_test_info();
    folder_ = fs::temp_directory_path() / ("leadlight-cli-" + std::string(test->name()));
    fs::remove_all(folder_);
    fs::create_directories(folder_);
  }
  void TearDown() override { fs::remove_all(folder_); }

  std::string path(std::string_view name) const { return (folder_ / name).string(); }
  std::string put(std::string_view name, std::string_view bytes) const {
    std::ofstream(path(name), std::ios::binary) << bytes;
    return path(name);
  }
  Outcome run(const std::vector<std::string>& words) {
    Surroundings surroundings{
        .now = [this] { return now_++; }, .random = random_, .out = {}, .err = {}};
    const int status = cli::run(words, surroundings);
    return {status, surroundings.out, surroundings.err};
  }
  // Nothing but what was put there: no temporary file is left behind.
  [[nodiscard]] std::size_t file_count() const {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder_), {}));
  }

 private:
  fs::path folder_;
  headless::SeededRandom random_{11};
  UtcMs now_ = kNow;
};

TEST_F(Cli, ImportsIntoANewBookAndThenIntoTheSame) {
  const std::string csv =
      put("badges.csv", "Name,Email\nAna,ana@b.example\nBen,ben@b.example\n,\n");
  const std::string book = path("book.json");
  const Outcome first = run({"import", csv, "--into", book, "--source", "Messe", "--json"});
  EXPECT_EQ(first.status, 0) << first.err;
  EXPECT_EQ(first.out, "{\"created\":2,\"updated\":0,\"skipped\":0,\"rejected\":[]}\n");
  EXPECT_EQ(first.err, "");
  const std::string bytes = bytes_of_file(book);
  EXPECT_NE(bytes.find("\"label\":\"Import badges.csv\""), std::string::npos);

  const Outcome second = run({"import", csv, "--into", book});
  EXPECT_EQ(second.status, 0);
  EXPECT_EQ(second.out, csv + ": 0 created, 0 updated, 2 skipped, 0 rejected\n");
  EXPECT_EQ(bytes_of_file(book), bytes) << "nothing new, nothing changed";
  EXPECT_EQ(file_count(), 2U);
}

TEST_F(Cli, SaysWhichRowsWereRejectedAndWhy) {
  const std::string csv = put("a.csv", "Name,City\nAna,Bonn\n,Ulm\n");
  const Outcome json = run({"import", csv, "--into", path("book.json"), "--json"});
  EXPECT_EQ(json.status, 0);
  EXPECT_EQ(json.out,
            "{\"created\":1,\"updated\":0,\"skipped\":0,\"rejected\":[{\"row\":3,\"line\":3,"
            "\"why\":\"No name, company, "
            "e-mail address, phone number or id in this row.\"}]}\n");
  const Outcome text = run({"import", csv, "--into", path("book.json")});
  EXPECT_NE(text.err.find("a.csv, line 3: No name"), std::string::npos) << text.err;
}

TEST_F(Cli, DryRunWritesNothing) {
  const std::string csv = put("a.csv", "Name\nAna\n");
  EXPECT_EQ(run({"import", csv, "--into", path("book.json"), "--dry-run", "--json"}).out,
            "{\"created\":1,\"updated\":0,\"skipped\":0,\"rejected\":[]}\n");
  EXPECT_FALSE(fs::exists(path("book.json")));
}

TEST_F(Cli, RefusedFilesChangeNothingAndSayFileLineWhatAndWhatToDo) {
  const std::string good = put("good.csv", "Name\nAna\n");
  const std::string cut = put("cut.csv", "Name,Email\nAna,\"ana@b");
  const std::string book = path("book.json");
  ASSERT_EQ(run({"import", good, "--into", book}).status, 0);
  const std::string before = bytes_of_file(book);

  const Outcome outcome = run({"import", put("more.csv", "Name\nBen\n"), cut, "--into", book});
  EXPECT_EQ(outcome.status, 1);
  EXPECT_EQ(outcome.err, "leadlight: " + cut +
                             ", line 2, column 5: The file ends inside this quoted cell. The file "
                             "seems to be cut: export "
                             "it again, or close the quote.\n");
  EXPECT_EQ(outcome.out, "");
  EXPECT_EQ(bytes_of_file(book), before) << "not even the good file of the two";

  EXPECT_EQ(run({"import", path("none.csv"), "--into", book}).status, 1);
  EXPECT_EQ(
      run({"import", good, "--into", book, "--map", put("map.json", "{\"colums\":{}}")}).status, 1);
  EXPECT_EQ(run({"import", good, "--into", path("no/such/folder/book.json")}).status, 1);
  const Outcome broken =
      run({"import", good, "--into", put("broken.json", before.substr(0, before.size() / 2))});
  EXPECT_EQ(broken.status, 1);
  EXPECT_NE(broken.err.find("broken.json"), std::string::npos);
}

TEST_F(Cli, TellsWrongUseFromRefusedInput) {
  for (const std::vector<std::string>& words :
       std::vector<std::vector<std::string>>{{},
                                             {"dance"},
                                             {"import"},
                                             {"import", "a.csv"},
                                             {"import", "a.csv", "--into"},
                                             {"import", "a.csv", "--into", "b", "--frobnicate"},
                                             {"import", "a.csv", "--into", "b", "--json=yes"},
                                             {"merge", "a.json"},
                                             {"check"},
                                             {"score", "a.json", "--at", "noon"},
                                             {"score", "a.json", "--top", "many"},
                                             {"export", "a.json"},
                                             {"export", "a.json", "--csv", "x", "--vcard", "y"},
                                             {"diff", "a.json"}}) {
    const Outcome outcome = run(words);
    EXPECT_EQ(outcome.status, 2) << (words.empty() ? "" : words[0]);
    EXPECT_NE(outcome.err, "");
  }
  EXPECT_EQ(run({"--help"}).status, 0);
}

TEST_F(Cli, MergesBooksInAnyOrderToTheSameBytes) {
  const std::string a = path("a.json");
  const std::string b = path("b.json");
  run({"import", put("1.csv", "ID,Name,City\n1,Ana,Bonn\n2,Ben,\n"), "--into", a});
  fs::copy_file(a, b);
  run({"import", put("2.csv", "ID,City\n1,Ulm\n"), "--into", a});
  run({"import", put("3.csv", "ID,City\n1,Kiel\n3,Rom\n"), "--into", b});
  const Outcome merged = run({"merge", a, b, "--output", path("c.json")});
  EXPECT_EQ(merged.status, 0) << merged.err;
  EXPECT_NE(merged.out.find("3 leads"), std::string::npos) << merged.out;
  EXPECT_NE(merged.err.find("1 lead has"), std::string::npos) << merged.err;
  EXPECT_EQ(run({"merge", b, a, b, path("c.json"), "--output", path("d.json")}).status, 0);
  EXPECT_EQ(bytes_of_file(path("c.json")), bytes_of_file(path("d.json")));
  EXPECT_EQ(run({"merge", path("c.json"), "--output", path("c.json")}).status, 0) << "in place";
  EXPECT_EQ(bytes_of_file(path("c.json")), bytes_of_file(path("d.json")));

  EXPECT_EQ(run({"diff", path("c.json"), path("d.json")}).out, "No differences.\n");
  const Outcome diff = run({"diff", a, path("c.json"), "--json"});
  EXPECT_NE(diff.out.find("\"only_in_b\":[{\"kind\":\"lead\""), std::string::npos) << diff.out;
  EXPECT_NE(diff.out.find("\"city\":[\"Ulm\",\"Kiel\"]"), std::string::npos) << diff.out;
}

TEST_F(Cli, ChecksSnapshots) {
  const std::string book = path("book.json");
  run({"import", put("a.csv", "Name\nAna\n"), "--into", book});
  const Outcome good = run({"check", book});
  EXPECT_EQ(good.status, 0);
  EXPECT_NE(good.out.find("a sound snapshot, 1 lead, 1 operation, state "), std::string::npos)
      << good.out;
  const std::string bytes = bytes_of_file(book);
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    ASSERT_EQ(run({"check", put("cut.json", std::string_view(bytes).substr(0, size))}).status, 1)
        << size;
  }
}

TEST_F(Cli, SaysWhichClockWasAhead) {
  const auto book = [&](std::string_view clock) {
    return put("late.json",
               std::format(R"({{"format":"leadlight-snapshot","version":1,"operations":[
{{"at":"{}-0000000000000g000000000002","records":[
{{"kind":"lead","id":"0000000000002g000000000006","set":{{"full_name":"Olga"}}}}]}}]}})",
                           clock));
  };
  const Outcome ahead = run({"check", book("0693000000000000")});  // 2199
  EXPECT_EQ(ahead.status, 0);
  EXPECT_NE(ahead.err.find("A clock is wrong"), std::string::npos) << ahead.err;
  for (const std::string_view command : {"check", "merge"}) {
    std::vector<std::string> words{std::string(command), book("ffffffff00000001")};
    if (command == "merge") words.insert(words.end(), {"--output", path("out.json")});
    const Outcome refused = run(words);
    EXPECT_EQ(refused.status, 1);
    EXPECT_NE(refused.err.find("10889"), std::string::npos) << refused.err;
  }
  EXPECT_FALSE(fs::exists(path("out.json")));
}

TEST_F(Cli, ScoresLeadsWithReasonsThatAddUp) {
  const std::string book = path("book.json");
  run({"import",
       put("a.csv", "ID,Name,Title,Company,Email\nx1,Ana,CEO,Bolt,ana@b.example\nx2,Ben,,,\n"),
       "--into", book});
  const Outcome json = run({"score", book, "--at", "2026-11-22T10:00", "--json"});
  EXPECT_EQ(json.status, 0) << json.err;
  EXPECT_TRUE(json.out.starts_with("{\"leads\":[{\"id\":\"")) << json.out;
  EXPECT_NE(json.out.find("\"external_id\":\"x1\",\"score\":"), std::string::npos) << json.out;
  EXPECT_EQ(run({"score", book, "--at", "2026-11-22T10:00", "--json"}).out, json.out)
      << "same time, same answer";
  EXPECT_EQ(split(run({"score", book, "--top", "1"}).out, '\n').size(), 2U);
  EXPECT_EQ(run({"queue", book, "--json"}).status, 0);
}

TEST_F(Cli, ExportsCsvThatImportsAgainAndLeavesOutWhoMustNotBeContacted) {
  const std::string book = path("book.json");
  run({"import",
       put("a.csv", "Name,Email,Do not contact\nAna,ana@b.example,\nBen,ben@b.example,x\n"),
       "--into", book});
  const Outcome csv = run({"export", book, "--csv", path("out.csv")});
  EXPECT_EQ(csv.status, 0) << csv.err;
  EXPECT_NE(csv.err.find("1 lead that must not be contacted"), std::string::npos) << csv.err;
  EXPECT_EQ(run({"import", path("out.csv"), "--into", book, "--json"}).out,
            "{\"created\":0,\"updated\":0,\"skipped\":1,\"rejected\":[]}\n");
  EXPECT_NE(run({"export", book, "--csv", "-", "--with-do-not-contact"}).out.find("Ben"),
            std::string::npos);
  EXPECT_TRUE(run({"export", book, "--vcard", "-"}).out.starts_with("BEGIN:VCARD"));
}

TEST_F(Cli, ImportsTheWholeMavenPipelineWithTheDocumentedMap) {
  LEADLIGHT_NEEDS_CORPUS("outcomes/maven-crm/sales_pipeline.csv");
  const std::string csv = (test::corpora() / "outcomes/maven-crm/sales_pipeline.csv").string();
  const std::string map = LEADLIGHT_SOURCE_DIR "/tests/data/maven-map.json";
  const std::string book = path("book.json");
  EXPECT_EQ(run({"import", csv, "--into", book, "--map", map, "--json"}).out,
            "{\"created\":8800,\"updated\":0,\"skipped\":0,\"rejected\":[]}\n");
  const Outcome check = run({"check", book});
  EXPECT_NE(check.out.find("8,800 leads, 1 operation"), std::string::npos)
      << check.out << check.err;
}

}  // namespace
}  // namespace leadlight::cli
