#include "ui/theme.h"

#include <cmath>

namespace leadlight::ui {

namespace {

constexpr ImU32 rgb(unsigned hex, unsigned alpha = 255) {
  return IM_COL32(hex >> 16, hex >> 8 & 0xFF, hex & 0xFF, alpha);
}

constexpr Palette kLight{
    .bg = rgb(0xf6f7f9),
    .panel = rgb(0xffffff),
    .line = rgb(0xe4e7ec),
    .ink = rgb(0x151a23),
    .ink2 = rgb(0x5b6472),
    .ink3 = rgb(0x8b94a3),
    .accent = rgb(0x3b5bdb),
    .accent_ground = rgb(0xe9eefc),
    .on_accent = rgb(0xffffff),
    .accent_hover = rgb(0x3150c4),
    .good = rgb(0x1c7c54),
    .good_ground = rgb(0xe3f4ec),
    .warn = rgb(0x985500),
    .warn_ground = rgb(0xfdf0dc),
    .bad = rgb(0xb42335),
    .bad_ground = rgb(0xfde8ea),
    .hot = rgb(0xd9480f),
    .hot_ground = rgb(0xfdeae4),
    .hover = rgb(0x151a23, 12),
    .shadow = rgb(0x151a23, 22),
    .scrim = rgb(0x151a23, 100),
    .hot_ink = rgb(0xb83a0a),
};

constexpr Palette kDark{
    .bg = rgb(0x0f131a),
    .panel = rgb(0x161b24),
    .line = rgb(0x27303d),
    .ink = rgb(0xe8ecf2),
    .ink2 = rgb(0x9aa5b5),
    .ink3 = rgb(0x6d7888),
    .accent = rgb(0x8ea6ff),
    .accent_ground = rgb(0x222c4a),
    .on_accent = rgb(0x0f131a),
    .accent_hover = rgb(0xa6b9ff),
    .good = rgb(0x5fd0a0),
    .good_ground = rgb(0x15302a),
    .warn = rgb(0xf0b35a),
    .warn_ground = rgb(0x33291a),
    .bad = rgb(0xff8a94),
    .bad_ground = rgb(0x3a1f25),
    .hot = rgb(0xff9a62),
    .hot_ground = rgb(0x3a2320),
    .hover = rgb(0xe8ecf2, 14),
    .shadow = rgb(0x000000, 90),
    .scrim = rgb(0x000000, 150),
    .hot_ink = rgb(0xff9a62),
};

constexpr Palette kLightContrast{
    .bg = rgb(0xffffff),
    .panel = rgb(0xffffff),
    .line = rgb(0x6a727f),
    .ink = rgb(0x000000),
    .ink2 = rgb(0x2b323d),
    .ink3 = rgb(0x4a5260),
    .accent = rgb(0x1d3aa8),
    .accent_ground = rgb(0xe6ecff),
    .on_accent = rgb(0xffffff),
    .accent_hover = rgb(0x152c85),
    .good = rgb(0x0b5237),
    .good_ground = rgb(0xe8f7f0),
    .warn = rgb(0x663700),
    .warn_ground = rgb(0xfff4e0),
    .bad = rgb(0x8c0f20),
    .bad_ground = rgb(0xffeef0),
    .hot = rgb(0x8a2c00),
    .hot_ground = rgb(0xfff0ea),
    .hover = rgb(0x000000, 24),
    .shadow = rgb(0x000000, 40),
    .scrim = rgb(0x000000, 150),
    .hot_ink = rgb(0x7a2600),
};

constexpr Palette kDarkContrast{
    .bg = rgb(0x000000),
    .panel = rgb(0x0a0d12),
    .line = rgb(0x8a94a3),
    .ink = rgb(0xffffff),
    .ink2 = rgb(0xd5dce6),
    .ink3 = rgb(0xaab4c2),
    .accent = rgb(0xb4c4ff),
    .accent_ground = rgb(0x141d42),
    .on_accent = rgb(0x000000),
    .accent_hover = rgb(0xcfd9ff),
    .good = rgb(0x7ff0bd),
    .good_ground = rgb(0x0a2219),
    .warn = rgb(0xffcf87),
    .warn_ground = rgb(0x261d07),
    .bad = rgb(0xffb3ba),
    .bad_ground = rgb(0x2f1016),
    .hot = rgb(0xffb98f),
    .hot_ground = rgb(0x2f160d),
    .hover = rgb(0xffffff, 30),
    .shadow = rgb(0x000000, 0),
    .scrim = rgb(0x000000, 190),
    .hot_ink = rgb(0xffb98f),
};

double luminance(ImU32 colour) {
  const auto part = [colour](int shift) {
    const double c = (colour >> shift & 0xFF) / 255.0;
    return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * part(IM_COL32_R_SHIFT) + 0.7152 * part(IM_COL32_G_SHIFT) +
         0.0722 * part(IM_COL32_B_SHIFT);
}

}  // namespace

const Palette& light_palette() { return kLight; }
const Palette& dark_palette() { return kDark; }
const Palette& light_contrast_palette() { return kLightContrast; }
const Palette& dark_contrast_palette() { return kDarkContrast; }

ImU32 faded(ImU32 colour, float part) {
  const auto alpha = static_cast<float>(colour >> IM_COL32_A_SHIFT & 0xFF) * part;
  return (colour & ~IM_COL32_A_MASK) | static_cast<ImU32>(std::lround(alpha)) << IM_COL32_A_SHIFT;
}

double contrast(ImU32 a, ImU32 b) {
  const double la = luminance(a);
  const double lb = luminance(b);
  return (std::fmax(la, lb) + 0.05) / (std::fmin(la, lb) + 0.05);
}

}  // namespace leadlight::ui
