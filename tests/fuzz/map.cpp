// Any text as a MAP.json: read or refused with a sentence, and what is read is written and read
// again as the same.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "base/text.h"
#include "interchange/csv.h"
#include "interchange/mapping.h"

using namespace leadlight;
using namespace leadlight::interchange;

namespace {

void check(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  static const Mapping kGuess =
      guess_mapping(*read_csv("Name;Mail;Firma;Status\nA;b@c.de;D;new\n"));
  (void)delimiter_from_json(text);
  const auto mapping = mapping_from_json(text, kGuess);
  if (!mapping) {
    check(!mapping.error().what.empty() && !mapping.error().remedy.empty());
    return 0;
  }
  check(mapping->columns.size() == kGuess.columns.size());
  const auto again = mapping_from_json(json_from_mapping(*mapping), kGuess);
  check(again.has_value());
  for (std::size_t i = 0; i < kGuess.columns.size(); ++i) {
    check(again->columns[i].field == mapping->columns[i].field);
    check(again->columns[i].values == mapping->columns[i].values);
  }
  return 0;
}
