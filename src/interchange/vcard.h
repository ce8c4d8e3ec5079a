// Cards of address books: vCard 2.1, 3.0 and 4.0 as phones, mail programs and CRMs write them, and
// the MECARD of QR codes. What is read is a table like that of a CSV file: its headers are our
// field names, a row is a card, and the import goes on as with any table.
//
// Of several addresses or numbers the preferred or business one is the lead's; the others stand in
// the note, each with what it is. A fax is no phone. Photos, keys, birthdays, messengers and cards
// within cards are passed over. Text is UTF-8, else Windows-1252, unless the card names a character
// set.
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "interchange/csv.h"

namespace leadlight::interchange {

// Begins as vCards or MECARDs do.
bool holds_cards(std::string_view bytes);

// Between the tags of a cell, where one of them has a comma or semicolon of its own.
inline constexpr char kTagBetween = '\x1F';

// Takes files one after another; lines are counted in each. A file that is broken is refused as a
// whole, with the line: a card that does not end (a cut file), an end without a beginning, a
// character set that is not known, no card at all. Memory: linear in the files.
class CardTable {
 public:
  Result<void> add(std::string_view bytes);
  // All cards so far, without the columns that none of them uses.
  CsvDocument take();

 private:
  friend class CardReader;
  enum Column : unsigned char {
    kId,
    kFullName,
    kFirstName,
    kLastName,
    kTitle,
    kCompany,
    kDepartment,
    kEmail,
    kPhone,
    kMobile,
    kWebsite,
    kLinkedin,
    kStreet,
    kCity,
    kRegion,
    kPostalCode,
    kCountry,
    kTags,
    kNote,
    kColumnCount
  };
  struct Row {
    std::array<CsvDocument::Cell, kColumnCount> cells{};
    std::uint32_t line = 0;
  };
  void put(Row& row, Column column, std::string_view value);

  std::string bytes_;
  std::vector<Row> rows_;
  std::array<bool, kColumnCount> used_{};
};

}  // namespace leadlight::interchange
