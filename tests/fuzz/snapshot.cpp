// Any bytes as a snapshot: refused with a sentence, or read, and then written and read to the same
// bytes again.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "base/text.h"
#include "book/book.h"
#include "interchange/snapshot.h"

using namespace leadlight;
using namespace leadlight::interchange;

namespace {

void check(bool holds) {
  if (!holds) std::abort();
}

std::string text_of(const std::vector<Operation>& operations) {
  SnapshotWriter writer;
  for (const Operation& operation : operations) writer.add(operation);
  return writer.finish();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto read = read_snapshot(text);
  if (!read) {
    check(!read.error().what.empty() && !read.error().remedy.empty());
    check(!invalid_utf8_at(read.error().sentence()));
    return 0;
  }
  const std::string written = text_of(*read);
  const auto again = read_snapshot(written);
  check(again.has_value());
  check(text_of(*again) == written);

  // Whatever can be read, the book can hold, and gives back as something that can be read.
  constexpr UtcMs kNow = 1'795'338'000'000;
  book::Book book(Id{1, 1});
  book.absorb(*read, kNow);
  SnapshotWriter writer;
  book.for_each_operation([&](const Operation& operation) { writer.add(operation); });
  const auto held = read_snapshot(writer.finish());
  check(held.has_value());
  book::Book other(Id{2, 2});
  other.absorb(*held, kNow);
  check(other.state_hash() == book.state_hash());
  return 0;
}
