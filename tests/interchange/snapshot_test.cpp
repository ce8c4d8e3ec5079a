#include "interchange/snapshot.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "base/text.h"
#include "tests/support/corpora.h"
#include "tests/support/random.h"

namespace leadlight::interchange {
namespace {

constexpr Id kAna{1, 2};
constexpr Id kBen{0xFFFFFFFFFFFFFFFF, 7};

Stamp stamp(UtcMs ms, std::uint64_t counter, Id session) {
  return {static_cast<std::uint64_t>(ms) << 16 | counter, session};
}

Operation small_operation() {
  OperationBuilder builder;
  builder.operation().at = stamp(1795338000000, 1, kAna);
  builder.operation().by = "Ana";
  builder.operation().label = "Import badges.csv";
  builder.begin_record("lead", {5, 6});
  builder.write("last_name", "Silva \"the\\first\"\n");
  builder.write("email", "ana@b.example");
  builder.replaces(stamp(1795337000000, 0, kBen));
  builder.begin_record("from_the_future", {5, 7});
  builder.write("custom:Größe", "漢字 🎈");
  return builder.take();
}

std::string text_of(const std::vector<Operation>& operations) {
  SnapshotWriter writer;
  for (const Operation& operation : operations) writer.add(operation);
  return writer.finish();
}

Error refusal(std::string_view json) {
  const auto read = read_snapshot(json);
  if (read) {
    ADD_FAILURE() << "accepted: " << json.substr(0, 300);
    return {};
  }
  EXPECT_FALSE(read.error().what.empty());
  EXPECT_FALSE(read.error().remedy.empty()) << read.error().what;
  return read.error();
}

// A snapshot with one operation, with `from` in it replaced by `to`.
std::string changed(std::string_view from, std::string_view to) {
  std::string text = text_of({small_operation()});
  const std::size_t at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return at == std::string::npos ? text : text.replace(at, from.size(), to);
}

TEST(Snapshot, IsReadableAndHasOneRecordALine) {
  EXPECT_EQ(text_of({small_operation()}),
            R"({"format":"leadlight-snapshot","version":1,"operations":[
{"at":"01a2027bd6800001-0000000000000g000000000002","when":"2026-11-22T09:00:00Z","by":"Ana","label":"Import badges.csv","records":[
{"kind":"lead","id":"0000000000002g000000000006","set":{"email":"ana@b.example","last_name":"Silva \"the\\first\"\n"},"replaces":{"email":["01a2026c94400000-7zzzzzzzzzzzzg000000000007"]}},
{"kind":"from_the_future","id":"0000000000002g000000000007","set":{"custom:Größe":"漢字 🎈"}}
]}
]})");
  EXPECT_EQ(text_of({}), "{\"format\":\"leadlight-snapshot\",\"version\":1,\"operations\":[\n]}");
}

TEST(Snapshot, ComesBackByteForByte) {
  Operation second = small_operation();
  second.at.clock += 5;
  const std::string text = text_of({small_operation(), second});
  const auto read = read_snapshot(text);
  ASSERT_TRUE(read) << read.error().sentence();
  ASSERT_EQ(read->size(), 2U);
  EXPECT_EQ((*read)[0].by, "Ana");
  EXPECT_EQ((*read)[0].records.size(), 2U);
  EXPECT_EQ(text_of(*read), text);
}

TEST(Snapshot, PutsOperationsInTheOrderOfTheirStamps) {
  Operation later = small_operation();
  later.at.clock += 5;
  const auto read = read_snapshot(text_of({later, small_operation()}));
  ASSERT_TRUE(read) << read.error().sentence();
  EXPECT_EQ(text_of(*read), text_of({small_operation(), later}));
}

TEST(Snapshot, IsRefusedWhereverItIsCut) {
  const std::string text = text_of({small_operation()});
  for (std::size_t size = 0; size < text.size(); ++size) {
    const auto read = read_snapshot(std::string_view(text).substr(0, size));
    ASSERT_FALSE(read) << size;
    ASSERT_FALSE(read.error().sentence().empty());
    ASSERT_FALSE(read.error().remedy.empty());
    if (size > 0)
      EXPECT_NE(read.error().what.find("cut"), std::string::npos) << size << read.error().what;
  }
  EXPECT_TRUE(read_snapshot(text + "\r\n \n")) << "editors put line breaks at the end";
}

TEST(Snapshot, IsRefusedOrReadWhicheverByteIsWrong) {
  LEADLIGHT_SEEDED(random, 41);
  const std::string text = text_of({small_operation()});
  for (int round = 0; round < 5000; ++round) {
    std::string broken = text;
    broken[random.index(broken.size())] = static_cast<char>(random.between(0, 255));
    const auto read = read_snapshot(broken);
    if (!read) EXPECT_FALSE(read.error().remedy.empty()) << read.error().what;
  }
}

TEST(Snapshot, SaysWhereAFaultIs) {
  EXPECT_EQ(refusal(changed("\"ana@b.example\"", "17")).where,
            "operations[0].records[0].set.email, line 3, column 67");
  EXPECT_EQ(refusal(changed("\"by\":\"Ana\"", "\"by\":[]")).where,
            "operations[0].by, line 2, column 88");
  EXPECT_EQ(refusal(changed("\"email\":[\"01", "\"email\":[\"x1")).where.substr(0, 41),
            "operations[0].records[0].replaces.email, ");
}

TEST(Snapshot, RefusesWhatIsWrongInASentenceOfItsOwn) {
  const auto what = [](std::string_view from, std::string_view to) {
    return refusal(changed(from, to)).what;
  };
  EXPECT_EQ(what("\"version\":1", "\"version\":2"),
            "This snapshot was written by a newer Leadlight (snapshot version 2).");
  EXPECT_EQ(what("\"version\":1,", ""), "The snapshot doesn't say its version.");
  EXPECT_EQ(what("leadlight-snapshot", "other"), "This is JSON, but no Leadlight snapshot.");
  EXPECT_EQ(what("\"version\":1", "\"version\":1.0"), "Here is a number where it can't be.");
  EXPECT_EQ(what("\"by\":\"Ana\"", "\"by\":\"Ana\",\"by\":\"Ben\""), "This key stands here twice.");
  EXPECT_EQ(what("\"email\":\"ana@b.example\"", "\"email\":\"a\",\"email\":\"b\""),
            "This key stands here twice.");
  EXPECT_EQ(what("\"id\":\"0000000000002g000000000006\"", "\"id\":\"x\""),
            "This is no id of a record.");
  EXPECT_EQ(what("\"at\":\"01a", "\"at\":\"01A"), "This is no stamp of an operation.");
  EXPECT_EQ(what("\"replaces\":{\"email\"", "\"replaces\":{\"phone\""),
            "This record replaces a field that it doesn't set.");
  EXPECT_EQ(what("\"kind\":\"lead\",", ""), "This record has no kind.");
  EXPECT_EQ(refusal("").what, "The file is empty.");
  EXPECT_EQ(refusal("[1, 2]").what, "This is JSON, but no Leadlight snapshot.");
  EXPECT_EQ(refusal("{\"leads\": []}").what, "This is JSON, but no Leadlight snapshot.");
  EXPECT_EQ(refusal("Name,Email\n").what, "This is no valid JSON.");
  EXPECT_EQ(refusal(text_of({small_operation()}) + "x").what,
            "Something stands behind the end of the snapshot.");
  EXPECT_EQ(refusal(text_of({small_operation(), small_operation()})).what,
            "Two operations have the same stamp.");
  EXPECT_EQ(refusal("{\"x\":" + std::string(100000, '[')).what,
            "The file is nested too deeply to be a snapshot.");
  EXPECT_EQ(refusal("{\"a\":\"\xFF\"}").what, "This character is not UTF-8.");
}

TEST(Snapshot, PassesOverKeysThatItDoesNotKnow) {
  const std::string text = text_of({small_operation()});
  const std::string extra = R"("extra":{"a":[1,2.5,null,{"by":"x","at":3}],"format":"no"},)";
  for (const std::string_view before : {"\"version\"", "\"by\"", "\"set\""}) {
    const auto read = read_snapshot(changed(before, extra + std::string(before)));
    ASSERT_TRUE(read) << read.error().sentence();
    EXPECT_EQ(text_of(*read), text);
  }
}

TEST(Snapshot, ReadsKeysInAnyOrder) {
  const auto read = read_snapshot(
      R"({"operations":[{"records":[{"replaces":{"a":["0000000000000001-00000000000000000000000001"]},
          "set":{"a":"1"},"id":"00000000000000000000000009","kind":"lead"}],
          "at":"0000000000000002-00000000000000000000000001"}],"version":1,"format":"leadlight-snapshot"})");
  ASSERT_TRUE(read) << read.error().sentence();
  EXPECT_EQ((*read)[0].replaces.size(), 1U);
  EXPECT_EQ((*read)[0].writes[0].replaces_count, 1U);
}

TEST(Snapshot, KeepsEveryTextThatCanBeTyped) {
  LEADLIGHT_SEEDED(random, 42);
  for (int round = 0; round < 300; ++round) {
    OperationBuilder builder;
    builder.operation().at = stamp(1 + round, 0, random.id());
    std::vector<std::string> values;
    builder.begin_record("lead", random.id());
    for (int i = 0; i < 10; ++i) {
      std::string value;
      for (auto n = random.between(0, 8); n > 0; --n) {
        append_utf8(value,
                    static_cast<char32_t>(random.between(0, random.one_in(2) ? 0x7F : 0x10FFFF)));
      }
      builder.write("custom:" + std::to_string(i), value);
      values.push_back(value);
    }
    const auto read = read_snapshot(text_of({builder.take()}));
    ASSERT_TRUE(read) << read.error().sentence();
    for (std::size_t i = 0; i < values.size(); ++i)
      EXPECT_EQ((*read)[0].value((*read)[0].writes[i]), values[i]);
  }
}

// Any operation that a book may hold, names and texts of all kinds included.
Operation random_operation(test::Random& random, UtcMs ms) {
  const auto text = [&random](std::int64_t longest) {
    std::string out;
    for (auto n = random.between(0, longest); n > 0; --n) {
      append_utf8(out, static_cast<char32_t>(random.between(0, random.one_in(3) ? 0x2FFF : 0x7F)));
    }
    return out;
  };
  OperationBuilder builder;
  builder.operation().at = stamp(ms, 0, random.id());
  builder.operation().by = text(3);
  builder.operation().label = text(5);
  std::vector<std::string> names{"email", "tag:é\"\\", "custom:\n", "_life", "phone", "fit:x"};
  for (auto records = random.between(0, 6); records > 0; --records) {
    builder.begin_record(random.one_in(4) ? "note" : "lead", random.id());
    for (const std::string& name : names) {
      if (random.one_in(3)) continue;
      builder.write(name, text(6));
      for (auto n = random.between(0, 2) * random.between(0, 1); n > 0; --n) {
        builder.replaces(stamp(random.between(0, ms - 1), 1, random.id()));
      }
    }
    if (random.one_in(3)) std::reverse(names.begin(), names.end());
  }
  return builder.take();
}

TEST(Snapshot, OfRandomOperationsIsReadBackAsItWasWritten) {
  LEADLIGHT_SEEDED(random, 43);
  for (int round = 0; round < 300; ++round) {
    std::vector<Operation> operations;
    for (UtcMs ms = 1; ms <= 3; ++ms) operations.push_back(random_operation(random, ms));
    const std::string text = text_of(operations);
    const auto read = read_snapshot(text);
    ASSERT_TRUE(read) << read.error().sentence() << text;
    EXPECT_EQ(text_of(*read), text);
  }
}

TEST(Snapshot, MakesValidJsonOfBytesThatAreNoText) {
  OperationBuilder builder;
  builder.operation().at = stamp(1, 0, kAna);
  builder.begin_record("lead", kBen);
  builder.write("email",
                "a\xFF"
                "b\xC3");
  const auto read = read_snapshot(text_of({builder.take()}));
  ASSERT_TRUE(read) << read.error().sentence();
  EXPECT_EQ((*read)[0].bytes, "a\uFFFDb\uFFFD");
}

TEST(Stamps, ComeBackFromTheirText) {
  const Stamp original = stamp(1795338000000, 65535, kBen);
  EXPECT_EQ(stamp_from_text(text_from_stamp(original)).value(), original);
  EXPECT_FALSE(stamp_from_text(""));
  EXPECT_FALSE(stamp_from_text("0000000000000002_00000000000000000000000001"));
  EXPECT_FALSE(stamp_from_text("0000000000000002-8zzzzzzzzzzzzzzzzzzzzzzzzz"));
}

TEST(SnapshotCorpora, RefusesEveryParsingTestWithASentence) {
  LEADLIGHT_NEEDS_CORPUS("json-nst/test_parsing");
  int files = 0;
  for (const auto& entry :
       std::filesystem::directory_iterator(test::corpora() / "json-nst/test_parsing")) {
    SCOPED_TRACE(entry.path().filename().string());
    const Error error = refusal(test::bytes_of_file(entry.path()));
    // What must be accepted as JSON is refused for being no snapshot, and not for its syntax.
    if (entry.path().filename().string().starts_with("y_")) {
      EXPECT_EQ(error.what, "This is JSON, but no Leadlight snapshot.");
    }
    ++files;
  }
  EXPECT_EQ(files, 318);
}

TEST(SnapshotCorpora, NeverCrashesOnFuzzersSeeds) {
  LEADLIGHT_NEEDS_CORPUS("fuzz-seeds/json/corpus");
  for (const auto& entry :
       std::filesystem::directory_iterator(test::corpora() / "fuzz-seeds/json/corpus")) {
    SCOPED_TRACE(entry.path().filename().string());
    refusal(test::bytes_of_file(entry.path()));
  }
}

TEST(SnapshotCorpora, BringsNaughtyStringsBackUnchanged) {
  LEADLIGHT_NEEDS_CORPUS("blns/blns.txt");
  const std::string bytes = test::bytes_of_file(test::corpora() / "blns/blns.txt");
  OperationBuilder builder;
  builder.operation().at = stamp(1, 0, kAna);
  const auto lines = split(bytes, '\n');
  std::uint64_t id = 1;
  for (const std::string_view line : lines) {
    builder.begin_record("lead", {0, id++});
    builder.write("full_name", line);
    if (!line.empty()) builder.write("custom:" + std::string(line), "1");
  }
  const std::string text = text_of({builder.take()});
  const auto read = read_snapshot(text);
  ASSERT_TRUE(read) << read.error().sentence();
  EXPECT_EQ(text_of(*read), text);
  std::vector<std::string> names;
  for (const OpWrite& write : (*read)[0].writes) {
    if ((*read)[0].field_names[write.field] == "full_name")
      names.emplace_back((*read)[0].value(write));
  }
  EXPECT_EQ(names, std::vector<std::string>(lines.begin(), lines.end()));
}

}  // namespace
}  // namespace leadlight::interchange
