#include "base/checksum.h"

#ifndef XXH_INLINE_ALL
#define XXH_INLINE_ALL
#endif
#include <xxhash.h>

namespace leadlight {

static Id hash_of(const void* data, std::size_t size) {
  const XXH128_hash_t hash = XXH3_128bits(data, size);
  return Id{hash.high64, hash.low64};
}

Id hash128(std::span<const std::byte> bytes) { return hash_of(bytes.data(), bytes.size()); }
Id hash128(std::string_view text) { return hash_of(text.data(), text.size()); }

std::uint64_t hash64(std::string_view text, std::uint64_t seed) {
  return XXH3_64bits_withSeed(text.data(), text.size(), seed);
}

}  // namespace leadlight
