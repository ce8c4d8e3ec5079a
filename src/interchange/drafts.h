// Rows of a foreign file as leads-to-be: our field names, our forms of value. Nothing is changed
// yet and the present book is not looked at; that is app/import.h's part. "id" among the field
// names is Leadlight's own id, from its own export.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/time.h"
#include "interchange/csv.h"
#include "interchange/mapping.h"

namespace leadlight::interchange {

struct DraftValue {
  std::uint32_t field = 0;  // into Drafts::field_names; "note" and "tag:<name>" among them
  std::uint32_t offset = 0;
  std::uint32_t size = 0;
};
struct Draft {
  std::size_t row = 0;   // in the file, as a spreadsheet counts: the header is 1
  std::size_t line = 0;  // in the file
  std::uint32_t first = 0;
  std::uint32_t count = 0;
};
struct RejectedRow {
  std::size_t row = 0;
  std::size_t line = 0;
  std::string why;     // "No name, company, e-mail address or phone number."
  std::string begins;  // its first cells with text, cut: "Berlin · 030 1234"
};
struct Drafts {
  std::vector<std::string>
      field_names;  // as in the record: "email", "stage", "custom:Size", "tag:vip"
  std::vector<Draft> rows;
  std::vector<DraftValue> values;
  std::vector<RejectedRow> rejected;
  // "12 dates in column Closed could not be read and were kept as text, the first in line 7:
  // “n/a”."
  std::vector<std::string> warnings;
  std::string bytes;
  [[nodiscard]] std::string_view value(const DraftValue& v) const {
    return std::string_view(bytes).substr(v.offset, v.size);
  }
};

// Phones keep zeros and plus signs; dates become milliseconds; amounts become minor units; stages,
// lead types, outcomes become the texts of vocabulary.h (through the mapping's values, then through
// known names in four languages). An outcome won or lost sets stage customer or no_customer. What
// can't be understood is kept as custom text, and a warning says so.
Drafts drafts_from_csv(const CsvDocument& file, const Mapping& mapping);

}  // namespace leadlight::interchange
