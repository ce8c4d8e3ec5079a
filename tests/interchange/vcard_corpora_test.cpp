// vCards that other programs wrote, broken ones, and our own once around.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "base/text.h"
#include "interchange/drafts.h"
#include "interchange/export.h"
#include "interchange/mapping.h"
#include "interchange/vcard.h"
#include "tests/support/corpora.h"
#include "tests/support/random.h"
#include "tests/support/small_book.h"

namespace leadlight::interchange {
namespace {

// ---- other programs -------------------------------------------------------------------------------

constexpr std::string_view kEzVcard = "vcard/ez-vcard/src/test/resources/ezvcard";

std::vector<std::map<std::string, std::string>> cards_in(const std::filesystem::path& path) {
  std::vector<std::map<std::string, std::string>> cards;
  CardTable table;
  const auto done = table.add(test::bytes_of_file(path));
  EXPECT_TRUE(done) << path << ": " << done.error().sentence();
  if (!done) return cards;
  const CsvDocument file = table.take();
  for (std::size_t row = 1; row < file.row_count(); ++row)
    for (std::size_t column = 0; column < file.column_count(0); ++column) {
      if (column == 0) cards.emplace_back();
      const std::string_view cell = file.cell(row, column);
      if (!cell.empty()) cards.back()[std::string(file.cell(0, column))] = without_apostrophe(cell);
    }
  return cards;
}

struct Known {
  std::string_view file;
  std::size_t count, card;
  std::string_view name, email, phone, mobile, company;
};

TEST(VcardCorpora, ReadsWhatEighteenProgramsWrote) {
  LEADLIGHT_NEEDS_CORPUS(std::string(kEzVcard));
  constexpr Known kKnown[] = {
      {"issue/issue114.vcf", 1, 0, "Dummy, Dummy", "dummy.dummy@dummy.com", "+49 9876 54321",
       "+49 1234 56789", "Dummy GmbH"},
      {"io/text/John_Doe_ANDROID.vcf", 6, 0, "", "john.doe@company.com", "", "", ""},
      {"io/text/John_Doe_ANDROID.vcf", 6, 3, "Ñ Ñ Ñ Ñ Ñ Ñ Ñ Ñ Ñ Ñ Ñ", "", "234567", "123456", ""},
      {"io/text/John_Doe_ANDROID.vcf", 6, 4, "Ñ Ñ Ñ Ñ", "bob@company.com", "123456", "123456",
       "ÑÑÑÑÑÑÑÑÑÑÑÑ"},
      {"io/text/John_Doe_BLACK_BERRY.vcf", 1, 0, "John Doe", "", "", "+96123456789",
       "Acme Solutions"},
      {"io/text/John_Doe_EVOLUTION.vcf", 1, 0, "Mr. John Richter, James Doe Sr.",
       "john.doe@ibm.com", "905-555-1234", "905-666-1234", "IBM"},
      {"io/text/John_Doe_GMAIL.vcf", 1, 0, "Mr. John Richter, James Doe Sr.", "john.doe@ibm.com",
       "905-666-1234", "905-555-1234", "IBM"},
      {"io/text/John_Doe_IPHONE.vcf", 1, 0, "Mr. John Richter James Doe Sr.", "john.doe@ibm.com",
       "905-777-1234", "905-555-1234", "IBM"},
      {"io/text/John_Doe_LOTUS_NOTES.vcf", 1, 0, "Mr. Doe John I Johny", "john.doe@ibm.com", "",
       "+1 (212) 204-34456", "IBM"},
      {"io/text/John_Doe_MAC_ADDRESS_BOOK.vcf", 1, 0, "Mr. John Richter,James Doe Sr.",
       "john.doe@ibm.com", "905-777-1234", "905-555-1234", "IBM"},
      {"io/text/John_Doe_MS_OUTLOOK.vcf", 1, 0, "Mr. John Richter James Doe Sr.", "john.doe@ibm.cm",
       "(905) 555-1234", "", "IBM"},
      {"io/text/fullcontact.vcf", 1, 0, "Prefix FirstName MiddleName LastName Suffix",
       "work@example.com", "555-555-1112", "555-555-1113", "Organization1"},
      {"io/text/gmail-list.vcf", 3, 2, "Doug White", "dwhite@gmail.com", "", "", ""},
      {"io/text/gmail-single.vcf", 1, 0, "Greg Dartmouth", "gdartmouth@hotmail.com", "555 555 2222",
       "555 555 1111", "TheCompany"},
      {"io/text/gmail-single2.vcf", 1, 0, "VCard Test", "workemail@example.com", "5555551113",
       "5555551115", "TheCompany"},
      {"io/text/outlook-2003.vcf", 1, 0, "John Doe III", "jdoe@hotmail.com", "BusinessPhone",
       "MobilePhone", "Company, The"},
      {"io/text/outlook-2007.vcf", 1, 0, "Mr. Michael Angstadt Jr.", "mike.angstadt@gmail.com",
       "(111) 555-1111", "(111) 555-4444", "TheCompany"},
      {"io/text/rfc2426-example.vcf", 2, 1, "Tim Howes", "howes@netscape.com", "+1-415-937-3419",
       "", "Netscape Communications Corp."},
      {"io/text/rfc6350-example.vcf", 1, 0, "Simon Perreault", "simon.perreault@viagenie.ca",
       "+1-418-656-9254 ext. 102", "+1-418-262-6501", "Viagenie"},
      {"io/text/thunderbird-MoreFunctionsForAddressBook-extension.vcf", 1, 0, "John Doe",
       "doe.john@hotmail.com", "555-555-1111", "555-555-5555", "TheOrganization"},
  };
  for (const Known& known : kKnown) {
    SCOPED_TRACE(known.file);
    auto cards = cards_in(test::corpora() / kEzVcard / known.file);
    ASSERT_EQ(cards.size(), known.count);
    auto& card = cards[known.card];
    EXPECT_EQ(card["full_name"], known.name);
    EXPECT_EQ(card["email"], known.email);
    EXPECT_EQ(card["phone"], known.phone);
    EXPECT_EQ(card["mobile"], known.mobile);
    EXPECT_EQ(card["company"], known.company);
  }
}

TEST(VcardCorpora, KeepsTheOtherAddressesAndNumbersOfACardInItsNote) {
  LEADLIGHT_NEEDS_CORPUS(std::string(kEzVcard));
  const auto note_of = [](std::string_view file) {
    return cards_in(test::corpora() / kEzVcard / "io/text" / file).at(0)["note"];
  };
  const std::string many = note_of("gmail-single2.vcf");
  for (const std::string_view one :
       {"E-mail: email@example.com", "E-mail (home): homeemail@example.com", "Phone: 5555551111",
        "Phone (home): 5555551112", "Fax: 5555551118", "GRAND_CENTRAL: 5555551119",
        "CustomEmailCategory: customcategory@example.com", "PROFILE: http://www.example2.com"})
    EXPECT_TRUE(many.contains(one)) << one << " is not in\n" << many;
  EXPECT_TRUE(note_of("outlook-2003.vcf")
                  .starts_with("This is the note field!!\nSecond line\n\nThird line is empty"));
  EXPECT_TRUE(note_of("John_Doe_LOTUS_NOTES.vcf").contains("E-mail: billy_bob@gmail.com"));
}

TEST(VcardCorpora, ReadsEveryFileThatIsThere) {
  LEADLIGHT_NEEDS_CORPUS(std::string(kEzVcard));
  std::size_t files = 0;
  for (const auto& entry :
       std::filesystem::recursive_directory_iterator(test::corpora() / kEzVcard))
    if (entry.path().extension() == ".vcf") files += cards_in(entry.path()).empty() ? 0 : 1;
  EXPECT_GE(files, 18U);
}

// ---- hostile ------------------------------------------------------------------------------------

void read_whatever(std::string_view text) {
  CardTable table;
  if (const auto done = table.add(text); !done) {
    EXPECT_FALSE(done.error().what.empty() || done.error().remedy.empty());
    EXPECT_FALSE(invalid_utf8_at(done.error().sentence()));
    return;
  }
  const CsvDocument file = table.take();
  const Drafts drafts = drafts_from_csv(file, guess_mapping(file));
  EXPECT_FALSE(invalid_utf8_at(drafts.bytes));
}

TEST(VcardHostile, LongLinesAndDeepNestsAreReadOrRefused) {
  const std::string begin = "BEGIN:VCARD\n", end = "END:VCARD\n", agent = "AGENT:\n";
  const auto times = [](std::size_t count, std::string_view text) {
    std::string all;
    for (std::size_t i = 0; i < count; ++i) all += text;
    return all;
  };
  constexpr std::size_t kMany = 100'000;
  read_whatever(begin + "FN:" + std::string(10'000'000, 'x') + "\n" + end);
  read_whatever(begin + "TEL;" + std::string(1'000'000, ';') + ":1\n" + end);
  read_whatever(begin + "ADR:" + std::string(kMany, ';') + "\n" + end);
  read_whatever(begin + "FN:" + times(kMany, "\\n") + "\n" + end);
  read_whatever(begin + "NOTE:" + times(kMany, "x\n ") + "\n" + end);
  read_whatever(begin + "NOTE;QUOTED-PRINTABLE:" + times(kMany, "=\n") + "\n" + end);
  read_whatever(times(kMany, begin));
  read_whatever(times(kMany, begin + agent));
  read_whatever(times(kMany, begin + agent) + times(kMany, end));
  read_whatever(begin + times(kMany, "a.TEL:1\na.X-ABLABEL:b\n") + end);
  read_whatever(begin + times(kMany, "CATEGORIES:a\\,b\n") + end);
  read_whatever(times(kMany, "MECARD:"));
  read_whatever(times(kMany, "MECARD:;"));
  read_whatever(times(kMany, "MECARD:N:a;\n"));
}

const std::string& rich() {
  static const std::string kRich =
      "BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Kr=C3=BC=\r\nger;"
      "J\r\n"
      "item1.EMAIL;PREF:j@x.example\r\nitem1.X-ABLabel:_$!<Work>!$_\r\nTEL;TYPE=\"cell,home\":+1 "
      "2\r\n"
      "AGENT:\r\nBEGIN:VCARD\r\nFN:B\r\nEND:VCARD\r\nPHOTO;BASE64:\r\n AAAA\r\n\r\nADR:;;Ring "
      "5;K\xC3"
      "\xB6ln;;;\r\nEND:VCARD\r\nMECARD:N:A\\,B,C;TEL:1;;\r\nBEGIN:VCARD\r\nFN;CHARSET=X:\xFF\r\n"
      "END:VCARD\r\n";
  return kRich;
}

TEST(VcardHostile, ACutAnywhereIsReadOrRefused) {
  for (std::size_t size = 0; size <= rich().size(); ++size) read_whatever(rich().substr(0, size));
}

TEST(VcardHostile, FlippedBytesAreReadOrRefused) {
  LEADLIGHT_SEEDED(random, 20261129);
  for (int round = 0; round < 3000; ++round) {
    std::string text = rich();
    for (int flips = 0; flips < 1 + round % 8; ++flips)
      text[random.index(text.size())] = static_cast<char>(random.index(256));
    read_whatever(text);
  }
}

// ---- our own export ------------------------------------------------------------------------------

TEST(VcardRoundTrip, NaughtyStringsSurviveInEveryField) {
  LEADLIGHT_NEEDS_CORPUS("blns/blns.txt");
  constexpr std::array kFields{LeadField::kFullName, LeadField::kFirstName,  LeadField::kLastName,
                               LeadField::kCompany,  LeadField::kTitle,      LeadField::kEmail,
                               LeadField::kPhone,    LeadField::kMobile,     LeadField::kWebsite,
                               LeadField::kLinkedin, LeadField::kStreet,     LeadField::kCity,
                               LeadField::kRegion,   LeadField::kPostalCode, LeadField::kCountry};
  const std::string bytes = test::bytes_of_file(test::corpora() / "blns/blns.txt");
  std::size_t strings = 0;
  for (const std::string_view line : split(bytes, '\n')) {
    const std::string_view text = trimmed(line);
    if (text.empty()) continue;
    ++strings;
    test::SmallBook book;
    const Row row = book.add_lead();
    for (const LeadField field : kFields) book.set(row, field, text);
    std::string tag = std::string(kTagPrefix) + std::string(trimmed(utf8_prefix(text, 100)));
    std::erase(tag, kTagBetween);
    book.set(row, tag, "1");
    const std::vector<Row> rows{row};
    const std::string card = vcards_from_leads(book.model, rows, DoNotContact::kInclude);
    CardTable table;
    ASSERT_TRUE(table.add(card)) << card;
    const CsvDocument file = table.take();
    const Mapping mapping = guess_mapping(file);
    std::map<std::string, std::string> cells;
    for (std::size_t i = 0; i < file.column_count(0); ++i)
      cells[mapping.columns[i].field] = without_apostrophe(trimmed(file.cell(1, i)));
    for (const LeadField field : kFields) EXPECT_EQ(cells[std::string(text_of(field))], text);
    const Drafts drafts = drafts_from_csv(file, mapping);
    EXPECT_TRUE(std::ranges::contains(drafts.field_names, tag)) << tag;
  }
  EXPECT_GT(strings, 400U);
}

}  // namespace
}  // namespace leadlight::interchange
