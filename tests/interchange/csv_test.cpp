#include "interchange/csv.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

namespace leadlight::interchange {
namespace {

using Rows = std::vector<std::vector<std::string>>;

Rows rows_of(const CsvDocument& file) {
  Rows rows;
  for (std::size_t row = 0; row < file.row_count(); ++row) {
    rows.emplace_back();
    for (std::size_t column = 0; column < file.column_count(row); ++column) {
      rows.back().emplace_back(file.cell(row, column));
    }
  }
  return rows;
}

Rows read(std::string_view text, char delimiter = '\0') {
  const auto file = read_csv(std::string(text), delimiter);
  if (!file) {
    ADD_FAILURE() << file.error().sentence();
    return {};
  }
  return rows_of(*file);
}

Error refusal(std::string_view text) {
  const auto file = read_csv(std::string(text));
  if (file) {
    ADD_FAILURE() << "accepted: " << text.substr(0, 200);
    return {};
  }
  EXPECT_FALSE(file.error().what.empty());
  EXPECT_FALSE(file.error().remedy.empty()) << file.error().what;
  return file.error();
}

TEST(Csv, ReadsRowsAndCells) {
  EXPECT_EQ(read("a,b\n1,2\n"), (Rows{{"a", "b"}, {"1", "2"}}));
  EXPECT_EQ(read("a,b\n1,2"), (Rows{{"a", "b"}, {"1", "2"}}));
  EXPECT_EQ(read("a,b,c\n,,\n"), (Rows{{"a", "b", "c"}, {"", "", ""}}));
}

TEST(Csv, ReadsEveryKindOfLineBreak) {
  const Rows expected{{"a", "b"}, {"1", "2"}, {"3", "4"}};
  EXPECT_EQ(read("a,b\r\n1,2\r\n3,4\r\n"), expected);
  EXPECT_EQ(read("a,b\r1,2\r3,4\r"), expected);
  EXPECT_EQ(read("a,b\n1,2\r\n3,4"), expected);
}

TEST(Csv, TakesQuotesAway) {
  EXPECT_EQ(read("a,b\n\"x,y\",\"say \"\"hi\"\" twice\"\"\"\n\"\",\"\"\"\"\n"),
            (Rows{{"a", "b"}, {"x,y", "say \"hi\" twice\""}, {"", "\""}}));
}

TEST(Csv, KeepsLineBreaksInsideQuotesAndCountsThem) {
  const auto file = read_csv("a,b\n\"one\r\ntwo\rthree\",x\ny,z\n");
  ASSERT_TRUE(file);
  EXPECT_EQ(file->cell(1, 0), "one\r\ntwo\rthree");
  EXPECT_EQ(file->line_of(1), 2U);
  EXPECT_EQ(file->line_of(2), 5U);
  EXPECT_EQ(file->number_of(2), 3U);
}

TEST(Csv, LeavesQuotesInsideAPlainCellAlone) {
  EXPECT_EQ(read("size,name\n5\" disk,Jim \"Jimmy\" B\n"),
            (Rows{{"size", "name"}, {"5\" disk", "Jim \"Jimmy\" B"}}));
}

TEST(Csv, AllowsBlanksAroundQuotedCells) {
  EXPECT_EQ(read("a, \"b\" ,c\n\"1\" , \"2,5\", \"big\" Jim\n"),
            (Rows{{"a", "b", "c"}, {"1", "2,5", " \"big\" Jim"}}));
}

TEST(Csv, SkipsEmptyLinesButCountsThem) {
  const auto file = read_csv("\n\na,b\n\n1,2\n\n");
  ASSERT_TRUE(file);
  EXPECT_EQ(rows_of(*file), (Rows{{"a", "b"}, {"1", "2"}}));
  EXPECT_EQ(file->line_of(1), 5U);
  EXPECT_EQ(file->number_of(1), 5U);
}

TEST(Csv, TakesTheByteOrderMarkAway) {
  EXPECT_EQ(read("\xEF\xBB\xBF"
                 "a,b\n1,2\n"),
            (Rows{{"a", "b"}, {"1", "2"}}));
}

// As Excel saves "Unicode text". Cut within a character it is refused, wherever that is.
TEST(Csv, ReadsUtf16WithItsMark) {
  const std::u16string_view text = u"\uFEFFName\tOrt\r\nJörg Żółć\t東京 😀\r\n";
  for (const bool big : {false, true}) {
    std::string bytes;
    for (const char16_t unit : text) {
      const auto low = static_cast<char>(unit & 0xFF), high = static_cast<char>(unit >> 8);
      bytes += big ? high : low;
      bytes += big ? low : high;
    }
    EXPECT_EQ(read(bytes), (Rows{{"Name", "Ort"}, {"Jörg Żółć", "東京 😀"}}));
    EXPECT_EQ(read_csv(bytes)->delimiter(), '\t');
    EXPECT_NE(refusal(bytes.substr(0, bytes.size() - 1)).what.find("cut"), std::string::npos);
    EXPECT_NE(refusal(bytes.substr(0, bytes.size() - 6)).what.find("cut"), std::string::npos)
        << "half of the emoji";
    std::string swapped = bytes;  // the second half of a pair first
    std::swap_ranges(swapped.end() - 8, swapped.end() - 6, swapped.end() - 6);
    EXPECT_NE(refusal(swapped).what.find("damaged"), std::string::npos);
  }
}

TEST(Csv, GuessesTheDelimiter) {
  EXPECT_EQ(read_csv("Name;Betrag\nA;1,5\nB;2,5\n")->delimiter(), ';');
  EXPECT_EQ(read_csv("Name\tTown\nA\tb, c\n")->delimiter(), '\t');
  EXPECT_EQ(read_csv("Name|Town\nA|b\n")->delimiter(), '|');
  EXPECT_EQ(read_csv("\"Name; all\",Town\n\"A;b;c\",d\n")->delimiter(), ',');
  EXPECT_EQ(read_csv("Name\nA\n")->delimiter(), ',');
  EXPECT_EQ(read_csv("sep=;\na;b,c\n1;2\n")->delimiter(), ';');
}

TEST(Csv, UsesTheDelimiterItIsTold) {
  EXPECT_EQ(read("a;b,c\n1;2,3\n", ','), (Rows{{"a;b", "c"}, {"1;2", "3"}}));
}

TEST(Csv, RefusesAQuoteThatNeverEndsAndSaysWhereItBegan) {
  const Error error = refusal("a,b\nä,\"x\ny\nz");
  EXPECT_EQ(error.where, "line 2, column 3");
  EXPECT_NE(error.remedy.find("cut"), std::string::npos);
}

TEST(Csv, RefusesTextBehindAClosingQuote) {
  EXPECT_EQ(refusal("a,b\n1,\"x\"y\n").where, "line 2, column 6");
}

TEST(Csv, RefusesALastRowThatIsCut) {
  EXPECT_EQ(refusal("a,b,c\n1,2,3\n4,5").where, "line 3");
  EXPECT_EQ(read("a,b,c\n1,2,3\n4,5\n").size(), 3U) << "a line break says that the row is complete";
  EXPECT_EQ(read("a,b,c\n1,2\n4,5").size(), 3U) << "uneven all over: that is how the file is";
}

TEST(Csv, RefusesBytesThatAreNoUtf8AndSaysWhere) {
  EXPECT_EQ(refusal("Name,Ort\nJörg,Köln\nJ\xF6rg,Koln\n").where, "line 3, column 2");
}

TEST(Csv, RefusesOtherKindsOfFilesByName) {
  using namespace std::string_view_literals;
  EXPECT_NE(refusal("PK\x03\x04rest").what.find("Excel"), std::string::npos);
  EXPECT_NE(refusal("PK\x03\x04rest").remedy.find("CSV UTF-8"), std::string::npos);
  EXPECT_NE(refusal("%PDF-1.7").what.find("PDF"), std::string::npos);
  EXPECT_NE(refusal("N\0a\0m\0e\0,\0"sv).what.find("UTF-16"), std::string::npos);
  EXPECT_NE(refusal("Name,Town and so on\nAna\0,x\n"sv).what.find("zero bytes"), std::string::npos);
  EXPECT_NE(refusal("  {\"leads\": []}").what.find("JSON"), std::string::npos);
  EXPECT_NE(refusal("[{}]").what.find("JSON"), std::string::npos);
  EXPECT_NE(refusal("<!DOCTYPE html><html>").what.find("web page"), std::string::npos);
  EXPECT_NE(refusal("").what.find("empty"), std::string::npos);
  EXPECT_NE(refusal("\n \r\n\n").what.find("empty"), std::string::npos);
}

TEST(Csv, RefusesMoreColumnsThanAnyoneNeeds) {
  EXPECT_NE(refusal(std::string(5000, ',')).what.find("columns"), std::string::npos);
}

TEST(CsvRow, GuardsFormulasAndGetsThemBack) {
  std::string out;
  append_csv_row(out, {"=1+1", "@x", "-2", "+49 30 1234", "'=x", "+a"});
  EXPECT_EQ(out, "'=1+1,'@x,-2,+49 30 1234,''=x,'+a\r\n");
  EXPECT_EQ(without_apostrophe("'=1+1"), "=1+1");
  EXPECT_EQ(without_apostrophe("''=x"), "'=x");
  EXPECT_EQ(without_apostrophe("'t Hooft"), "'t Hooft");
}

TEST(CsvRow, ComesBackAsItWasWhateverIsInIt) {
  const auto seed = std::random_device{}();
  std::mt19937 random(seed);
  SCOPED_TRACE("seed " + std::to_string(seed));
  constexpr std::string_view kPieces[] = {"\"", ",", ";", "\n", "\r", "\t", " ",
                                          "a",  "ß", "=", "'",  "-",  "漢"};
  for (int round = 0; round < 2000; ++round) {
    std::vector<std::string> cells(1 + random() % 5);
    for (auto& cell : cells) {
      for (auto n = random() % 6; n > 0; --n) cell += kPieces[random() % std::size(kPieces)];
    }
    const char delimiter = ",;\t|"[random() % 4];
    std::string text;
    append_csv_row(text, {cells.begin(), cells.end()}, delimiter);
    const auto file = read_csv(text, delimiter);
    ASSERT_TRUE(file) << file.error().sentence() << "\n" << text;
    ASSERT_EQ(file->row_count(), 1U) << text;
    ASSERT_EQ(file->column_count(0), cells.size()) << text;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      EXPECT_EQ(without_apostrophe(file->cell(0, i)), cells[i]) << text;
    }
  }
}

}  // namespace
}  // namespace leadlight::interchange
