#include "query/scan.h"

#include <bit>
#include <cstdint>
#include <cstring>

namespace leadlight::query {
namespace {

// Sixteen bytes and their comparison; one SIMD register natively (SSE2, NEON) and in the page
// (simd128).
constexpr std::size_t kWidth = 16;
using Bytes = unsigned char __attribute__((vector_size(kWidth)));
using Flags = bool __attribute__((ext_vector_type(kWidth)));

Bytes load(const char* at) {
  Bytes bytes;
  std::memcpy(&bytes, at, sizeof bytes);
  return bytes;
}

Bytes all_of(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return Bytes{} + byte;
}

// A bit for each byte that is equal in both.
std::uint32_t equal_bits(Bytes first, Bytes first_wanted, Bytes last, Bytes last_wanted) {
  const auto equal = (first == first_wanted) & (last == last_wanted);
  return std::bit_cast<std::uint16_t>(__builtin_convertvector(equal, Flags));
}

}  // namespace

std::size_t find_in(std::string_view text, std::string_view wanted, std::size_t from) {
  const std::size_t length = wanted.size();
  if (length == 0 || text.size() < length) return std::string_view::npos;
  const Bytes first_wanted = all_of(wanted.front());
  const Bytes last_wanted = all_of(wanted.back());
  const char* const begin = text.data();
  std::size_t at = from;
  for (; at + length - 1 + kWidth <= text.size(); at += kWidth) {
    std::uint32_t bits =
        equal_bits(load(begin + at), first_wanted, load(begin + at + length - 1), last_wanted);
    for (; bits != 0; bits &= bits - 1) {
      const std::size_t found = at + static_cast<std::size_t>(std::countr_zero(bits));
      if (length <= 2 || std::memcmp(begin + found + 1, wanted.data() + 1, length - 2) == 0)
        return found;
    }
  }
  return text.find(wanted, at);
}

}  // namespace leadlight::query
