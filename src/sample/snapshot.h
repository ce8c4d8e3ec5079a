// The sample book as the text of a snapshot, which is how it comes into the page: most people never
// ask for it, so it is a program of its own (platform/sample), loaded when somebody does.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>

#include "base/time.h"

namespace leadlight::sample {

// One operation, under a stamp that means nothing.
std::string sample_snapshot(std::size_t leads, std::uint64_t seed, UtcMs now);

}  // namespace leadlight::sample
