// What this browser remembers of the book in a place that is not emptied together with the store's
// two copies: how many operations the store has acknowledged, of how many leads, how many people
// were erased for good, and when that was; and whom, until neither copy holds anything of them. A
// copy that is older than that and comes back is made to forget them again.
//
// Kept as one line: "<operations> <leads> <erased> <saved at>", then the ids of those to erase,
// all parted by blanks. Ids are random and say nothing of anybody. Operations never become fewer
// but by erasing.
#pragma once
#include <cstddef>
#include <vector>

#include "base/id.h"
#include "base/time.h"
#include "ports/ports.h"

namespace leadlight::app {

struct BookNote {
  std::size_t operations = 0, leads = 0, erased = 0;
  UtcMs saved_at = 0;  // 0: nothing is remembered
  std::vector<Id> to_erase;

  [[nodiscard]] bool counts_as(const BookNote& other) const {
    return operations == other.operations && leads == other.leads && erased == other.erased;
  }
};

BookNote read_note(ports::Preferences& device);
void write_note(ports::Preferences& device, const BookNote& note);

}  // namespace leadlight::app
