#include "interchange/vcard.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <vector>

#include "base/text.h"
#include "interchange/drafts.h"
#include "interchange/export.h"
#include "interchange/mapping.h"
#include "tests/support/corpora.h"
#include "tests/support/random.h"
#include "tests/support/small_book.h"

namespace leadlight::interchange {
namespace {

using Lead = std::map<std::string, std::string>;

// As an import has them: through the table, the guessed columns and the drafts.
std::vector<Lead> leads_in(const CsvDocument& file) {
  const Mapping mapping = guess_mapping(file);
  const Drafts drafts = drafts_from_csv(file, mapping);
  for (const std::string& warning : drafts.warnings) ADD_FAILURE() << warning;
  std::vector<Lead> leads;
  for (const Draft& row : drafts.rows) {
    Lead lead;
    for (std::uint32_t i = row.first; i < row.first + row.count; ++i)
      lead[drafts.field_names[drafts.values[i].field]] = drafts.value(drafts.values[i]);
    leads.push_back(std::move(lead));
  }
  return leads;
}

std::vector<Lead> leads_of(std::string_view text) {
  CardTable table;
  const auto done = table.add(text);
  EXPECT_TRUE(done) << done.error().sentence();
  return done ? leads_in(table.take()) : std::vector<Lead>{};
}

// The one lead of a card with these lines.
Lead lead_of(std::string_view lines, std::string_view version = "3.0") {
  const auto leads = leads_of("BEGIN:VCARD\r\nVERSION:" + std::string(version) + "\r\n" +
                              std::string(lines) + "\r\nEND:VCARD\r\n");
  EXPECT_EQ(leads.size(), 1U);
  return leads.empty() ? Lead{} : leads.front();
}

Error error_of(std::string_view text) {
  CardTable table;
  const auto done = table.add(text);
  EXPECT_FALSE(done);
  return done ? Error{} : done.error();
}

TEST(Vcard, SendsEachPropertyToItsField) {
  EXPECT_EQ(lead_of("FN:Ana da Silva\nN:Silva;Ana;da;;\nORG:Bolt\\, Sons;Sales;North\nTITLE:Buyer\n"
                    "EMAIL:ana@bolt.example\nTEL;TYPE=WORK,VOICE:+49 30 1234\n"
                    "TEL;TYPE=CELL:+49 170 1234\nURL:https\\://bolt.example\n"
                    "X-SOCIALPROFILE;TYPE=linkedin:https://linkedin.com/in/ana\n"
                    "ADR;TYPE=WORK:;;Ring 5;Köln;NRW;50667;Germany\nCATEGORIES:vip,fair\n"
                    "NOTE:First\\nsecond"),
            (Lead{{"full_name", "Ana da Silva"},
                  {"first_name", "Ana"},
                  {"last_name", "Silva"},
                  {"company", "Bolt, Sons"},
                  {"custom:Department", "Sales, North"},
                  {"title", "Buyer"},
                  {"email", "ana@bolt.example"},
                  {"phone", "+49 30 1234"},
                  {"mobile", "+49 170 1234"},
                  {"website", "https://bolt.example"},
                  {"linkedin", "https://linkedin.com/in/ana"},
                  {"street", "Ring 5"},
                  {"city", "Köln"},
                  {"region", "NRW"},
                  {"postal_code", "50667"},
                  {"country", "Germany"},
                  {"tag:vip", "1"},
                  {"tag:fair", "1"},
                  {"note", "First\nsecond"}}));
}

TEST(Vcard, EveryColumnFindsItsFieldWithoutDoubt) {
  CardTable table;
  ASSERT_TRUE(table.add("BEGIN:VCARD\nFN:Ana\nORG:Bolt;Sales\nNOTE:x\nCATEGORIES:a\nEND:VCARD"));
  const CsvDocument file = table.take();
  for (const ColumnTarget& column : guess_mapping(file).columns)
    EXPECT_EQ(column.field, column.header);
}

TEST(Vcard, ReadsLinesOfAnyEndAndAnyFold) {
  for (const std::string_view end : {"\r\n", "\n", "\r"}) {
    std::string text =
        "BEGIN:VCARD|VERSION:3.0|FN:Ana da| Silva|TITLE;X-A=\"a:b;c\"|\t;X-B=c:He|"
        " ad|END:VCARD|";
    for (std::size_t at; (at = text.find('|')) != std::string::npos;) text.replace(at, 1, end);
    const auto leads = leads_of(text);
    ASSERT_EQ(leads.size(), 1U);
    EXPECT_EQ(leads[0], (Lead{{"full_name", "Ana daSilva"}, {"title", "Head"}}));
  }
  EXPECT_EQ(lead_of("TITLE:Head\r\n of it\r\nFN:Ana", "2.1").at("title"), "Head of it")
      << "2.1 folds at a blank and keeps it";
}

TEST(Vcard, ReadsQuotedPrintableAndItsSoftBreaks) {
  EXPECT_EQ(lead_of("FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:J=C3=B6rg =\r\nKr=C3=BCger\r\n"
                    "NOTE;QUOTED-PRINTABLE:a=0D=0A=\r\nTEL:b=3D\r\nTITLE:x",
                    "2.1"),
            (Lead{{"full_name", "Jörg Krüger"}, {"note", "a\nTEL:b="}, {"title", "x"}}));
}

TEST(Vcard, ReadsTheCharsetsOfTheWestAndRefusesOthersByTheirLine) {
  EXPECT_EQ(lead_of("FN;CHARSET=ISO-8859-1:J\xF6rg", "2.1").at("full_name"), "Jörg");
  EXPECT_EQ(
      lead_of("FN;ENCODING=QUOTED-PRINTABLE;CHARSET=\"Windows-1252\":=80 5", "2.1").at("full_name"),
      "€ 5");
  EXPECT_EQ(lead_of("FN:J\xF6rg", "2.1").at("full_name"), "Jörg") << "as Outlook writes it";
  EXPECT_EQ(lead_of("FN;CHARSET=SHIFT_JIS:Ana", "2.1").at("full_name"), "Ana");
  const Error error = error_of("BEGIN:VCARD\nFN;CHARSET=SHIFT_JIS:\x83\x41\nEND:VCARD\n");
  EXPECT_EQ(error.where, "line 2");
  EXPECT_TRUE(error.what.contains("SHIFT_JIS")) << error.what;
  EXPECT_FALSE(error.remedy.empty());
}

TEST(Vcard, TakesEscapesAwayAndLeavesOtherBackslashes) {
  EXPECT_EQ(lead_of("FN:a\\, b\\; c\\\\d \\\"e\\\" \\:\nNOTE:C:\\work\\nx\\N\\Ny"),
            (Lead{{"full_name", "a, b; c\\d \"e\" :"}, {"note", "C:\\work\nx\n\ny"}}));
}

TEST(Vcard, PrefersTheAddressForBusinessAndKeepsTheOthersInTheNote) {
  EXPECT_EQ(lead_of("FN:Ana\nEMAIL;HOME:a@home.example\nEMAIL;WORK:a@work.example\n"
                    "EMAIL:a@other.example\nTEL;HOME:030 111111\nTEL;WORK;FAX:030 222222\n"
                    "TEL;WORK:030 333333\nTEL;CELL:0170 444444\nTEL;CELL:0170 555555\nNOTE:Hi",
                    "2.1"),
            (Lead{{"full_name", "Ana"},
                  {"email", "a@work.example"},
                  {"phone", "030 333333"},
                  {"mobile", "0170 444444"},
                  {"note",
                   "Hi\n\nE-mail (home): a@home.example\nE-mail: a@other.example\nPhone "
                   "(home): 030 111111\nFax: 030 222222\nMobile: 0170 555555"}}));
  EXPECT_EQ(
      lead_of("FN:Ana\nEMAIL;PREF=2:b@x.example\nEMAIL;PREF=1:a@x.example", "4.0").at("email"),
      "a@x.example");
  EXPECT_EQ(lead_of("FN:Ana\nTEL;TYPE=WORK,FAX:030 222222").contains("phone"), false);
}

TEST(Vcard, KnowsWhatALabelOfTheGroupSays) {
  const Lead lead = lead_of(
      "FN:Ana\nitem1.TEL:030 111111\nitem1.X-ABLabel:_$!<AssistantPhone>!$_\n"
      "item2.TEL:030 222222\nitem3.TEL:0170 333333\nitem3.X-ABLabel:iPhone");
  EXPECT_EQ(lead.at("phone"), "030 222222");
  EXPECT_EQ(lead.at("mobile"), "0170 333333");
  EXPECT_EQ(lead.at("note"), "AssistantPhone: 030 111111");
}

TEST(Vcard, ReadsUrisAndQuotedTypes) {
  EXPECT_EQ(
      lead_of("FN:Ana\nTEL;VALUE=uri;TYPE=\"work,voice\";PREF=1:tel:+1-418-555-0199;ext=102\n"
              "TEL;VALUE=uri;TYPE=\"work,cell\":tel:+1-418-555-0100\nEMAIL:mailto:a@x.example",
              "4.0"),
      (Lead{{"full_name", "Ana"},
            {"email", "a@x.example"},
            {"phone", "+1-418-555-0199 ext. 102"},
            {"mobile", "+1-418-555-0100"}}));
}

TEST(Vcard, PassesOverPhotosAndTheCardsOfAgents) {
  EXPECT_EQ(
      lead_of("FN:Ana\nPHOTO;ENCODING=BASE64;JPEG:\n /9j/4AAQ\n  TEL\n\nKEY;BASE64:\nMIIB\nFN9=\n"
              "AGENT:\nBEGIN:VCARD\nFN:Ben\nTEL:030 999999\nEND:VCARD\nTEL:030 111111",
              "2.1"),
      (Lead{{"full_name", "Ana"}, {"phone", "030 111111"}}));
}

TEST(Vcard, TheNameOfACompanyIsNoPersons) {
  EXPECT_EQ(lead_of("FN:Bolt GmbH\nN:;;;;\nORG:Bolt GmbH;"), (Lead{{"company", "Bolt GmbH"}}));
  EXPECT_EQ(lead_of("N:Silva;Ana;Maria;Dr.;").at("full_name"), "Ana Maria Silva");
}

TEST(Vcard, ItsOwnExportNamesTheLeadThatItIs) {
  const std::string id = text_from_id({1, 2});
  EXPECT_EQ(lead_of("FN:Ana\nUID:leadlight-" + id).at("id"), id);
  EXPECT_FALSE(lead_of("FN:Ana\nUID:urn:uuid:1").contains("id"));
}

TEST(Vcard, TagsKeepTheirCommas) {
  EXPECT_EQ(lead_of("FN:Ana\nCATEGORIES:a\\, b\nCATEGORIES:c"),
            (Lead{{"full_name", "Ana"}, {"tag:a, b", "1"}, {"tag:c", "1"}}));
}

TEST(Mecard, IsOneCard) {
  EXPECT_EQ(leads_of("MECARD:N:Silva,Ana;TEL:+49 30 123456;TEL:+49170123456;EMAIL:ana@bolt.example;"
                     "ORG:Bolt, Sons;TITLE:Buyer;URL:http\\://bolt.example;NOTE:a\\;b;"
                     "ADR:Ring 5, Köln;;"),
            (std::vector<Lead>{{{"full_name", "Ana Silva"},
                                {"first_name", "Ana"},
                                {"last_name", "Silva"},
                                {"phone", "+49 30 123456"},
                                {"email", "ana@bolt.example"},
                                {"company", "Bolt, Sons"},
                                {"title", "Buyer"},
                                {"website", "http://bolt.example"},
                                {"street", "Ring 5, Köln"},
                                {"note", "a;b\n\nPhone: +49170123456"}}}));
  EXPECT_EQ(leads_of("mecard:n:Silva,Ana;").front().at("full_name"), "Ana Silva");
  EXPECT_EQ(
      leads_of("MECARD:N:A;TEL:030 111111;\nMECARD:N:B;;\nBEGIN:VCARD\nFN:C\nEND:VCARD").size(),
      3U);
  EXPECT_EQ(leads_of("MECARD:N:A;ADR:,,Ring 5,Köln,NRW,50667,Germany;;").front().at("city"),
            "Köln");
}

TEST(Vcard, WhatIsBrokenIsRefusedAsAWholeWithItsLine) {
  const std::string whole = "BEGIN:VCARD\nFN:Ana\nEND:VCARD\n";
  EXPECT_EQ(error_of(whole + "BEGIN:VCARD\nFN:Ben\n").where, "line 4");
  EXPECT_EQ(error_of(whole + "BEGIN:VCARD\nFN:Ben\n" + whole).where, "line 6");
  EXPECT_EQ(error_of("FN:Ben\nEND:VCARD\n" + whole).where, "line 2");
  for (const std::string_view none : {"", "Name,E-mail\nAna,a@x.example\n", "BEGIN:VCALENDAR\n"})
    EXPECT_EQ(error_of(none).what, "There is no vCard in this file.");

  CardTable table;
  ASSERT_TRUE(table.add(whole));
  ASSERT_FALSE(table.add(whole + "BEGIN:VCARD\nTITLE:x\n"));
  ASSERT_TRUE(table.add("\xEF\xBB\xBF\n" + whole));
  EXPECT_EQ(leads_in(table.take()), (std::vector<Lead>(2, {{"full_name", "Ana"}})))
      << "nothing of the broken one, not even its columns";
}

TEST(Vcard, CountsCardsAndNamesTheLinesWhereTheyBegin) {
  CardTable table;
  ASSERT_TRUE(
      table.add("BEGIN:VCARD\nEND:VCARD\nBEGIN:VCARD\nFN:Ana\nEND:VCARD\n\nMECARD:N:A;\n;\n"
                "BEGIN:VCARD\nTITLE:x\nEND:VCARD"));
  const CsvDocument file = table.take();
  const Drafts drafts = drafts_from_csv(file, guess_mapping(file));
  ASSERT_EQ(drafts.rows.size(), 2U) << "an empty card is none";
  EXPECT_EQ(drafts.rows[0].line, 3U);
  EXPECT_EQ(drafts.rows[1].line, 7U);
  ASSERT_EQ(drafts.rejected.size(), 1U);
  EXPECT_EQ(drafts.rejected[0].line, 9U);
}

TEST(Vcard, KnowsCardsByHowTheyBegin) {
  EXPECT_TRUE(holds_cards("BEGIN:VCARD\r\n"));
  EXPECT_TRUE(holds_cards("\xEF\xBB\xBF\n begin:vCard"));
  EXPECT_TRUE(holds_cards("MECARD:N:A;;"));
  EXPECT_FALSE(holds_cards("Name\nBEGIN:VCARD"));
  EXPECT_FALSE(holds_cards(""));
}

}  // namespace
}  // namespace leadlight::interchange
