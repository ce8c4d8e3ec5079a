// A book to try the product with: invented people and companies of the beverage trade in many
// countries and scripts, with what happened to them up to `now`. Domains end in ".example", phone
// numbers lie in 555 01.
#pragma once
#include <cstddef>
#include <cstdint>

#include "base/time.h"
#include "lead/record.h"

namespace leadlight::sample {

// One operation without a stamp, for book::Book::commit: leads with touches, moves and notes,
// campaigns, and the team's settings (a minimum fit and marquee accounts). The same arguments give
// the same bytes.
Operation sample_book(std::size_t leads, std::uint64_t seed, UtcMs now);

// Leads `first` to `first + count` of a sample book of `leads`, without campaigns and settings: for
// books so large that one operation would take too much memory.
Operation sample_leads(std::size_t first, std::size_t count, std::size_t leads, std::uint64_t seed,
                       UtcMs now);

}  // namespace leadlight::sample
