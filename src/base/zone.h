// Local time of one place through the years, as its offset changes with daylight saving.
#pragma once
#include <vector>

#include "base/time.h"

namespace leadlight {

struct Zone {
  struct Change {
    UtcMs at = 0;
    int offset_minutes = 0;  // local time minus UTC, from then on
  };
  int first_offset_minutes = 0;  // before the first change; UTC where nothing is known
  std::vector<Change> changes;   // by time

  [[nodiscard]] int offset_minutes(UtcMs at) const;
  // When the offset changes next, behind `at`; the largest UtcMs: never.
  [[nodiscard]] UtcMs next_change(UtcMs at) const;
};

}  // namespace leadlight
