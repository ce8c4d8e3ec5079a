#include "interchange/export.h"

#include <gtest/gtest.h>

#include <numeric>
#include <vector>

#include "interchange/drafts.h"
#include "tests/support/small_book.h"

namespace leadlight::interchange {
namespace {

using test::SmallBook;

std::vector<Row> all_rows(const Model& model) {
  std::vector<Row> rows(model.leads().size());
  std::iota(rows.begin(), rows.end(), 0U);
  return rows;
}

TEST(ExportCsv, HasOurNamesAndImportsAgain) {
  SmallBook book;
  const Row ana = book.add_lead({{LeadField::kFullName, "Ana Silva"},
                                 {LeadField::kEmail, "ana@b.example"},
                                 {LeadField::kPhone, "+49 30 12"},
                                 {LeadField::kNeed, "=cmd|' /C calc'!A0"},
                                 {LeadField::kValueMinor, "123450"},
                                 {LeadField::kCreatedAt, "1795305600120"}});
  book.set(ana, "tag:vip", "1");
  book.set(ana, "tag:a;b", "1");
  book.set(ana, "custom:Size", " L ");
  book.add_lead({{LeadField::kCompany, "Bolt, \"Sons\" & Co\nBerlin"}, {LeadField::kStage, "mql"}});

  const std::string csv = csv_from_leads(book.model, all_rows(book.model), DoNotContact::kLeaveOut);
  EXPECT_NE(csv.find("'=cmd|"), std::string::npos) << "a spreadsheet must not run it";
  auto file = read_csv(csv);
  ASSERT_TRUE(file) << file.error().sentence();
  const Drafts drafts = drafts_from_csv(*file, guess_mapping(*file));
  ASSERT_EQ(drafts.rows.size(), 2U);
  EXPECT_TRUE(drafts.warnings.empty()) << drafts.warnings[0];
  std::map<std::string, std::string> lead;
  for (std::uint32_t i = 0; i < drafts.rows[0].count; ++i) {
    lead[drafts.field_names[drafts.values[i].field]] = drafts.value(drafts.values[i]);
  }
  EXPECT_EQ(lead,
            (std::map<std::string, std::string>{{"id", text_from_id(book.model.leads().id(ana))},
                                                {"full_name", "Ana Silva"},
                                                {"email", "ana@b.example"},
                                                {"phone", "+49 30 12"},
                                                {"need", "=cmd|' /C calc'!A0"},
                                                {"value_minor", "123450"},
                                                {"created_at", "1795305600120"},
                                                {"stage", "new"},
                                                {"tag:vip", "1"},
                                                {"tag:a;b", "1"},
                                                {"custom:Size", "L"}}));
}

TEST(ExportCsv, LeavesOutWhoMustNotBeContactedAndWhoIsDeleted) {
  SmallBook book;
  const Row ana = book.add_lead({{LeadField::kFullName, "Ana"}});
  book.add_lead({{LeadField::kFullName, "Ben"}, {LeadField::kDoNotContact, "1"}});
  const Row gone = book.add_lead({{LeadField::kFullName, "Eve"}});
  book.model.set_alive(static_cast<KindIndex>(Kind::kLead), gone, false);
  const auto rows = all_rows(book.model);
  const std::string csv = csv_from_leads(book.model, rows, DoNotContact::kLeaveOut);
  EXPECT_EQ(csv, "leadlight_id,full_name,stage\r\n" + text_from_id(book.model.leads().id(ana)) +
                     ",Ana,new\r\n");
  EXPECT_NE(csv_from_leads(book.model, rows, DoNotContact::kInclude).find("Ben"),
            std::string::npos);
  EXPECT_EQ(csv_from_leads(book.model, rows, DoNotContact::kInclude).find("Eve"),
            std::string::npos);
  EXPECT_EQ(count_do_not_contact(book.model, rows), 1U);
}

TEST(ExportVcard, FoldsLongLinesAndEscapes) {
  SmallBook book;
  book.add_lead({{LeadField::kFullName, "Ana da Silva"},
                 {LeadField::kCompany, "Bolt; Sons, Co"},
                 {LeadField::kEmail, "ana@b.example"},
                 {LeadField::kTitle, std::string(30, 'x') + "ääääääääääääääääääääääääääääää"},
                 {LeadField::kCity, "Köln"}});
  const std::string card =
      vcards_from_leads(book.model, all_rows(book.model), DoNotContact::kLeaveOut);
  EXPECT_TRUE(card.starts_with("BEGIN:VCARD\r\nVERSION:3.0\r\n"));
  EXPECT_TRUE(card.ends_with("END:VCARD\r\n"));
  EXPECT_NE(card.find("N:Silva;Ana da;;;\r\n"), std::string::npos) << card;
  EXPECT_NE(card.find("ORG:Bolt\\; Sons\\, Co\r\n"), std::string::npos);
  EXPECT_NE(card.find("ADR;TYPE=WORK:;;;Köln;;;\r\n"), std::string::npos);
  std::size_t start = 0;
  for (std::size_t end; (end = card.find("\r\n", start)) != std::string::npos; start = end + 2) {
    EXPECT_LE(end - start, 75U);
    EXPECT_NE(static_cast<unsigned char>(card[start]) & 0xC0, 0x80) << "inside a character";
  }
}

}  // namespace
}  // namespace leadlight::interchange
