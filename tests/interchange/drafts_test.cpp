#include "interchange/drafts.h"

#include <gtest/gtest.h>

#include <map>
#include <string>
#include <vector>

namespace leadlight::interchange {
namespace {

using Lead = std::map<std::string, std::string>;

CsvDocument csv(std::string text) {
  auto file = read_csv(std::move(text));
  EXPECT_TRUE(file) << file.error().sentence();
  return file ? *std::move(file) : CsvDocument();
}

std::vector<Lead> leads_of(const Drafts& drafts) {
  std::vector<Lead> leads;
  for (const Draft& row : drafts.rows) {
    Lead lead;
    for (std::uint32_t i = row.first; i < row.first + row.count; ++i) {
      std::string& value = lead[drafts.field_names[drafts.values[i].field]];
      if (!value.empty()) value += " + ";
      value += drafts.value(drafts.values[i]);
    }
    leads.push_back(lead);
  }
  return leads;
}

Drafts drafted(const std::string& text, std::string_view map = "{}") {
  const CsvDocument file = csv(text);
  const auto mapping = mapping_from_json(map, guess_mapping(file));
  EXPECT_TRUE(mapping) << mapping.error().sentence();
  return drafts_from_csv(file, *mapping);
}

TEST(Drafts, TakeOurFieldsAndFormsOfValue) {
  const Drafts drafts = drafted(
      "Vorname;Name;E-Mail;Telefon;PLZ;Betrag;Währung;Erstellt am;Phase;Schlagworte;Notiz;Größe\n"
      " Ana ;Silva;ana@firma.example;'+49 030 12;01067;1.234,50;eur;22.11.2026;Gewonnen;VIP, "
      "Messe;\"Ruft an,\n"
      "wenn er Zeit hat\";L\n");
  EXPECT_EQ(leads_of(drafts), (std::vector<Lead>{{{"first_name", "Ana"},
                                                  {"last_name", "Silva"},
                                                  {"email", "ana@firma.example"},
                                                  {"phone", "+49 030 12"},
                                                  {"postal_code", "01067"},
                                                  {"value_minor", "123450"},
                                                  {"currency", "EUR"},
                                                  {"created_at", "1795305600000"},
                                                  {"stage", "customer"},
                                                  {"outcome", "won"},
                                                  {"tag:VIP", "1"},
                                                  {"tag:Messe", "1"},
                                                  {"note", "Ruft an,\nwenn er Zeit hat"},
                                                  {"custom:Größe", "L"}}}));
  EXPECT_TRUE(drafts.warnings.empty()) << drafts.warnings[0];
}

TEST(Drafts, TranslateValuesThroughTheMapFirst) {
  const Drafts drafts = drafted("ID,Converted\n1,1\n2,0\n3,\n4,YES\n",
                                R"({"columns": {"Converted": {"field": "outcome",
                                    "values": {"1": "won", "0": "lost", "": "open", "yes": "won"}}}})");
  const auto leads = leads_of(drafts);
  ASSERT_EQ(leads.size(), 4U);
  EXPECT_EQ(leads[0], (Lead{{"external_id", "1"}, {"outcome", "won"}, {"stage", "customer"}}));
  EXPECT_EQ(leads[1], (Lead{{"external_id", "2"}, {"outcome", "lost"}, {"stage", "no_customer"}}));
  EXPECT_EQ(leads[2], (Lead{{"external_id", "3"}, {"outcome", "open"}}));
  EXPECT_EQ(leads[3].at("stage"), "customer");
}

TEST(Drafts, KeepWhatTheyDoNotUnderstandAsTextAndSaySo) {
  const Drafts drafts = drafted(
      "Name,Email,Created,Amount,Stage,Do not contact\n"
      "Ana,ana at home,soon,lots,Limbo,never on Fridays\n");
  EXPECT_EQ(leads_of(drafts)[0], (Lead{{"full_name", "Ana"},
                                       {"custom:Email", "ana at home"},
                                       {"custom:Created", "soon"},
                                       {"custom:Amount", "lots"},
                                       {"custom:Stage", "Limbo"},
                                       {"do_not_contact", "1"},
                                       {"custom:Do not contact", "never on Fridays"}}));
  ASSERT_EQ(drafts.warnings.size(), 5U);
  EXPECT_EQ(drafts.warnings[1],
            "1 date in column Created could not be read and was kept as text, in line 2: “soon”.");
}

TEST(Drafts, RejectRowsThatNobodyCouldFollowUp) {
  const Drafts drafts = drafted("Name,City\nAna,Berlin\n\n,Bonn\nBen,Köln,x,y\n,\n Eva ,Ulm,,\n");
  EXPECT_EQ(drafts.rows.size(), 2U);
  ASSERT_EQ(drafts.rejected.size(), 2U);
  EXPECT_EQ(drafts.rejected[0].row, 4U);
  EXPECT_EQ(drafts.rejected[0].why,
            "No name, company, e-mail address, phone number or id in this row.");
  EXPECT_EQ(drafts.rejected[0].begins, "Bonn");
  EXPECT_EQ(drafts.rejected[1].begins, "Ben · Köln · x · y");
  EXPECT_EQ(drafts.rejected[1].line, 5U);
  EXPECT_NE(drafts.rejected[1].why.find("4 cells, the header has 2"), std::string::npos);
}

TEST(Drafts, FindTheOrderOfDatesInTheColumnItself) {
  const auto created = [](const std::string& text) {
    std::vector<std::string> dates;
    for (const Lead& lead : leads_of(drafted(text))) {
      dates.push_back(iso_from_utc(std::stoll(lead.at("created_at"))).substr(0, 10));
    }
    return dates;
  };
  EXPECT_EQ(created("Name,Created\na,03/04/26\nb,25/12/26\n"),
            (std::vector<std::string>{"2026-04-03", "2026-12-25"}));
  EXPECT_EQ(created("Name,Created\na,03/04/26\nb,12/25/26\n"),
            (std::vector<std::string>{"2026-03-04", "2026-12-25"}));
  EXPECT_EQ(created("Name;Created\na;03.04.26\n"), (std::vector<std::string>{"2026-04-03"}));
  EXPECT_EQ(drafted("Name,Created\na,03/04/26\n").warnings.size(), 1U)
      << "it was a guess, and is said";
  EXPECT_TRUE(drafted("Name,Created\na,2026-04-03\n").warnings.empty());
}

TEST(Drafts, FindTheAddressInWhatMailProgramsWrite) {
  const auto leads =
      leads_of(drafted("Name,Email\na,Ana <ana@x.example>\nb,mailto:b@x.example\n"
                       "c,c@x.example; d@x.example\n"));
  EXPECT_EQ(leads[0].at("email"), "ana@x.example");
  EXPECT_EQ(leads[1].at("email"), "b@x.example");
  EXPECT_EQ(leads[2].at("email"), "c@x.example");
  EXPECT_EQ(leads[2].at("custom:Email"), "c@x.example; d@x.example");
}

TEST(Drafts, KeepAmountsInCentsAsTheyAre) {
  const auto leads =
      leads_of(drafted("ID,value_minor,Amount\n1,1054,\n2,1054.0,\n3,10.54,\n4,,10.54\n"));
  EXPECT_EQ(leads[0].at("value_minor"), "1054");
  EXPECT_EQ(leads[1].at("value_minor"), "1054");
  EXPECT_EQ(leads[2].at("custom:value_minor"), "10.54");
  EXPECT_EQ(leads[3].at("value_minor"), "1054");
}

TEST(Drafts, TakeTheFirstOfTwoColumnsForOneField) {
  const auto leads = leads_of(
      drafted("Work,Home,A,B\n1,2,x,y\n,3,x,y\n",
              R"({"columns": {"Work": "phone", "Home": "phone", "A": "note", "B": "note"}})"));
  EXPECT_EQ(leads[0], (Lead{{"phone", "1"}, {"note", "x + y"}}));
  EXPECT_EQ(leads[1], (Lead{{"phone", "3"}, {"note", "x + y"}}));
}

TEST(Drafts, SayWhenTheHeaderLooksLikeALead) {
  EXPECT_EQ(drafted("Ana,ana@x.example\nBen,ben@x.example\n").warnings.size(), 1U);
}

}  // namespace
}  // namespace leadlight::interchange
