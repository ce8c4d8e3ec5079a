// Any bytes as a segment of the store, as they are and with a checksum that is right: read or
// refused with a sentence, and what is read is within its own bounds.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <span>
#include <vector>

#include "base/checksum.h"
#include "base/text.h"
#include "book/segment.h"

using namespace leadlight;

namespace {

void check(bool holds) {
  if (!holds) std::abort();
}

void check_segment(std::span<const std::byte> bytes) {
  const auto segment = book::read_segment(bytes);
  if (!segment) {
    check(!segment.error().what.empty());
    check(!invalid_utf8_at(segment.error().sentence()));
    (void)book::is_newer_segment(bytes);
    return;
  }
  for (const Operation& operation : segment->operations) {
    for (const OpRecord& record : operation.records)
      check(std::size_t{record.write_first} + record.write_count <= operation.writes.size());
    for (const OpWrite& write : operation.writes) {
      check(write.field < operation.field_names.size());
      check(std::size_t{write.replaces_first} + write.replaces_count <= operation.replaces.size());
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto bytes = std::as_bytes(std::span(data, size));
  check_segment(bytes);
  std::vector<std::byte> sealed(bytes.begin(), bytes.end());
  const Id hash = hash128(bytes);
  for (const std::uint64_t half : {hash.low, hash.high})
    for (int shift = 0; shift < 64; shift += 8)
      sealed.push_back(static_cast<std::byte>(half >> shift & 0xFF));
  check_segment(sealed);
  return 0;
}
