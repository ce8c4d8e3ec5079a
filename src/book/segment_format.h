// What the segment's writer and reader agree on; segment.h describes the whole.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace leadlight::book::segment_format {

inline constexpr std::string_view kMagic = "LLsg";
inline constexpr unsigned kVersion = 1;
inline constexpr std::size_t kHashSize = 16;
inline constexpr std::size_t kLongestNamed =
    256;  // bytes of a text that is written once and then named

}  // namespace leadlight::book::segment_format
