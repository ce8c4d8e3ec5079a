#include "sample/snapshot.h"

#include "interchange/snapshot.h"
#include "sample/sample.h"

namespace leadlight::sample {

std::string sample_snapshot(std::size_t leads, std::uint64_t seed, UtcMs now) {
  Operation operation = sample_book(leads, seed, now);
  operation.at = {.clock = 1, .session = {1, 1}};
  interchange::SnapshotWriter writer;
  writer.add(operation);
  return writer.finish();
}

}  // namespace leadlight::sample
