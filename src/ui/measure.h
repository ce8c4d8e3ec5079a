// How wide texts are, and where they must be cut: measured once, remembered.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "imgui.h"
#include "ui/theme.h"

namespace leadlight::ui {

class Measure {
 public:
  // Forgets everything when the pixels have become others.
  void begin_frame(float device_scale);

  float width(const Fonts& fonts, std::string_view text, const TextStyle& style);
  // Bytes of the longest prefix that leaves room for an ellipsis within `room`; text.size() if all
  // fits.
  std::size_t cut(const Fonts& fonts, std::string_view text, const TextStyle& style, float room);
  // The lines into which it wraps, as offsets behind each line; blanks at a line's end belong to
  // it.
  const std::vector<std::size_t>& lines(const Fonts& fonts, std::string_view text,
                                        const TextStyle& style, float room);

 private:
  std::unordered_map<std::uint64_t, float> widths_;
  std::unordered_map<std::uint64_t, std::size_t> cuts_;
  std::unordered_map<std::uint64_t, std::vector<std::size_t>> lines_;
  std::string buffer_;
  float device_scale_ = 0;
};

inline constexpr std::string_view kEllipsis = "\u2026";

}  // namespace leadlight::ui
