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

// Of what a released version wrote (tests/data/snapshots): as much as is read in a moment.
constexpr std::size_t kStep = 7;  // a small one is cut at every byte, above
std::string realistic() {
  const auto all = read_snapshot(
      test::bytes_of_file(LEADLIGHT_SOURCE_DIR "/tests/data/snapshots/version-1.json"));
  std::vector<Operation> some;
  for (const Operation& operation : *all)
    if (some.size() < 12 && operation.records.size() < 4) some.push_back(operation);
  return text_of(some);
}

TEST(HostileSnapshot, OfRealisticSizeIsRefusedWhereverItIsCut) {
  const std::string text = realistic();
  ASSERT_GT(text.size(), 3'000U);
  std::size_t last_line = 0;
  for (std::size_t size = 1; size < text.size(); size += kStep) {
    const auto read = read_snapshot(std::string_view(text).substr(0, size));
    ASSERT_FALSE(read) << size;
    ASSERT_TRUE(read.error().what.contains("cut")) << size << read.error().what;
    ASSERT_TRUE(read.error().remedy.contains("nothing was changed"));
    // The place is where the file ends.
    const std::size_t at = read.error().where.find("line ");
    ASSERT_NE(at, std::string::npos) << size;
    const std::size_t line = std::stoul(read.error().where.substr(at + 5));
    ASSERT_GE(line, last_line);
    last_line = line;
  }
  EXPECT_GT(last_line, 30U);
}

TEST(HostileSnapshot, WithAnyByteFlippedIsRefusedOrReadAndWrittenAlike) {
  LEADLIGHT_SEEDED(random, 45);
  const std::string text = realistic();
  for (auto at = random.index(kStep); at < text.size(); at += kStep) {
    std::string broken = text;
    broken[at] = static_cast<char>(broken[at] ^ 1 << random.between(0, 7));
    const auto read = read_snapshot(broken);
    if (!read) {
      ASSERT_FALSE(read.error().remedy.empty()) << at << read.error().what;
      ASSERT_FALSE(read.error().where.empty()) << at << read.error().what;
      continue;
    }
    // Another letter in a text, that is all; what is written then is read as the same.
    if (!random.one_in(4)) continue;
    const std::string written = text_of(*read);
    const auto again = read_snapshot(written);
    ASSERT_TRUE(again) << at << again.error().sentence();
    ASSERT_EQ(text_of(*again), written) << at;
  }
}

TEST(HostileSnapshot, NestedDeeplyAnywhereTakesNoStack) {
  const std::string deep(100'000, '[');
  for (const std::string_view before :
       {"", "{\"x\":", "{\"format\":\"leadlight-snapshot\",\"version\":1,\"operations\":"})
    EXPECT_TRUE(refusal(std::string(before) + deep).where.contains("line 1, column "));
  std::string objects;
  for (int i = 0; i < 100'000; ++i) objects += "{\"a\":";
  refusal(objects);
  refusal(changed("\"by\":\"Ana\"", "\"x\":" + deep + std::string(100'000, ']')));
  refusal(changed("\"email\":\"ana@b.example\"", "\"email\":" + deep));
}

TEST(HostileSnapshot, WithTextThatIsNoneSaysWhere) {
  // Overlong, a surrogate, above the last code point, cut, a lone byte.
  for (const std::string_view bad : {"\xC0\x80", "\xE0\x80\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80",
                                     "\xF5\x80\x80\x80", "\xE2\x82", "\xBF", "\xFE"}) {
    const Error error = refusal(changed("ana@b.example", std::string("ana") + std::string(bad)));
    EXPECT_EQ(error.what, "This character is not UTF-8.");
    EXPECT_EQ(error.where, "line 3, column 69");
  }
  for (const std::string_view bad :
       {"\\ud800", "\\udc00", "\\ud800\\u0041", "\\uD834", "\\x41", "\\u00G0", "\n", "\t"})
    EXPECT_TRUE(refusal(changed("ana@b.example", bad)).where.contains("line ")) << bad;
  std::string with_nul = "ana@";
  with_nul += '\0';
  EXPECT_EQ(refusal(changed("ana@b.example", with_nul)).what, "This is no valid JSON.");
  EXPECT_TRUE(read_snapshot(changed("ana@b.example", "a\\u0000b"))) << "escaped, it is a character";
  EXPECT_EQ(refusal(std::string(3, '\0')).what, "This is no valid JSON.");
}

TEST(HostileSnapshot, MayBeginWithAByteOrderMark) {
  const std::string text = text_of({small_operation()});
  const auto read = read_snapshot("\xEF\xBB\xBF" + text);
  ASSERT_TRUE(read) << read.error().sentence();
  EXPECT_EQ(text_of(*read), text);
  refusal("\xEF\xBB" + text);
  refusal("\xEF\xBB\xBF\xEF\xBB\xBF" + text);
  refusal(std::string("\xFF\xFE", 2) + text);
}

TEST(HostileSnapshot, WithKeysTwiceIsRefusedWhereverTheyMeanSomething) {
  for (const auto& [once, twice] : std::initializer_list<std::pair<std::string, std::string>>{
           {"\"version\":1", "\"version\":1,\"version\":1"},
           {"{\"format\"", "{\"format\":\"leadlight-snapshot\",\"format\""},
           {"\"operations\":", "\"operations\":[],\"operations\":"},
           {"\"label\"", "\"label\":\"\",\"label\""},
           {"\"kind\":\"lead\"", "\"kind\":\"lead\",\"kind\":\"note\""},
           {"\"set\":{", "\"set\":{},\"set\":{"},
           {"\"replaces\":{", "\"replaces\":{},\"replaces\":{"}}) {
    const Error error = refusal(changed(once, twice));
    EXPECT_EQ(error.what, "This key stands here twice.") << twice;
    EXPECT_TRUE(error.where.contains("line ")) << twice;
  }
}

TEST(HostileSnapshot, WithNamesOfJavaScriptsOwnIsOneLikeAnyOther) {
  for (const std::string name :
       {"__proto__", "constructor", "prototype", "toString", "hasOwnProperty"}) {
    const std::string text = changed("\"email\"", "\"" + name + "\"");
    // As a field it is kept (`replaces` names the old one, so that it is taken out here).
    const std::size_t at = text.find(",\"replaces\"");
    std::string without = text;
    without.erase(at, text.find("]}}", at) + 2 - at);
    const auto read = read_snapshot(without);
    ASSERT_TRUE(read) << read.error().sentence();
    EXPECT_TRUE(text_of(*read).contains("\"" + name + "\":\"ana@b.example\""));
    // As a key beside ours it is passed over.
    EXPECT_TRUE(
        read_snapshot(changed("\"version\"", "\"" + name + "\":{\"version\":9},\"version\"")));
  }
}

TEST(HostileSnapshot, WithNumbersBeyondAllMeasureIsRefused) {
  const std::string digits(100'000, '9');
  for (const std::string& number :
       {std::string("1e999999"), std::string("-1e999999"), digits, "-" + digits, "0." + digits,
        std::string("1e-999999"), std::string("18446744073709551616")}) {
    EXPECT_TRUE(
        refusal(changed("\"version\":1", "\"version\":" + number)).where.contains("line 1"));
    refusal(changed("\"ana@b.example\"", number));
  }
  EXPECT_EQ(refusal(changed("\"version\":1", "\"version\":18446744073709551615")).what,
            "This snapshot was written by a newer Leadlight (snapshot version "
            "18446744073709551615).");
  EXPECT_EQ(refusal(changed("\"version\":1", "\"version\":0")).what,
            "There is no snapshot version 0.");
  EXPECT_EQ(refusal(changed("\"version\":1", "\"version\":-1")).what,
            "Here is a number below zero where it can't be.");
}

TEST(HostileSnapshot, ThatIsSealedSaysWhereItCanBeOpened) {
  EXPECT_EQ(refusal(R"({"format":"leadlight-sealed","version":1,"kdf":"x","rounds":1})").what,
            "This file is sealed with a passphrase.");
}

TEST(SnapshotCorpora, RefusesEveryParsingTestWithASentence) {
  LEADLIGHT_NEEDS_CORPUS("json-nst/test_parsing");
  int files = 0, foreign_before_its_fault = 0;
  for (const auto& entry :
       std::filesystem::directory_iterator(test::corpora() / "json-nst/test_parsing")) {
    SCOPED_TRACE(entry.path().filename().string());
    const Error error = refusal(test::bytes_of_file(entry.path()));
    // What must be accepted as JSON is refused for being no snapshot, and not for its syntax; what
    // must not be never is called JSON, unless we had seen enough of it before its fault.
    const std::string name = entry.path().filename().string();
    const bool is_called_json = error.what == "This is JSON, but no Leadlight snapshot.";
    if (name.starts_with("y_")) EXPECT_TRUE(is_called_json) << error.what;
    if (name.starts_with("n_") && is_called_json) ++foreign_before_its_fault;
    ++files;
  }
  EXPECT_EQ(files, 318);
  RecordProperty("foreign_before_its_fault", foreign_before_its_fault);
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
