// Any bytes as vCards: read or refused with a sentence; what is read is a table that becomes
// drafts. As a signature, they give each field once, in UTF-8, or nothing.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <set>
#include <string>
#include <string_view>

#include "base/text.h"
#include "interchange/drafts.h"
#include "interchange/mapping.h"
#include "interchange/signature.h"
#include "interchange/vcard.h"

using namespace leadlight;
using namespace leadlight::interchange;

namespace {

void check(bool holds) {
  if (!holds) std::abort();
}

void check_signature(std::string_view text) {
  std::set<std::string_view> seen;
  const SignatureFields fields = fields_from_signature(text);
  for (const auto& [field, value] : fields) {
    check(seen.insert(field).second && !value.empty());
    check(!invalid_utf8_at(value));
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  check_signature(text);
  CardTable table;
  if (const auto done = table.add(text); !done) {
    check(!done.error().what.empty() && !done.error().remedy.empty());
    check(!invalid_utf8_at(done.error().sentence()));
    return 0;
  }
  const CsvDocument file = table.take();
  const Mapping mapping = guess_mapping(file);
  for (const ColumnTarget& column : mapping.columns)
    check(column.field == (column.header == "leadlight_id" ? "id" : column.header));
  const Drafts drafts = drafts_from_csv(file, mapping);
  check(drafts.rows.size() + drafts.rejected.size() < file.row_count());
  check(!invalid_utf8_at(drafts.bytes));
  return 0;
}
