// XXH3 of bytes: detects accidents (a cut file, a flipped bit), not attackers. 128 bits for
// segments and state hashes, 64 for hash tables.
#pragma once
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "base/id.h"

namespace leadlight {

Id hash128(std::span<const std::byte> bytes);
Id hash128(std::string_view text);
std::uint64_t hash64(std::string_view text, std::uint64_t seed = 0);

}  // namespace leadlight
