// Colours, type and spacing: the tokens of the look, light and dark. Nothing else in src/ui names a
// colour or a font size.
#pragma once
#include "imgui.h"

namespace leadlight::ui {

struct Palette {
  ImU32 bg, panel, line, ink, ink2, ink3;
  ImU32 accent, accent_ground, on_accent, accent_hover;
  ImU32 good, good_ground, warn, warn_ground, bad, bad_ground, hot, hot_ground;
  ImU32 hover;    // over a row or quiet button
  ImU32 shadow;   // soft, used rarely
  ImU32 scrim;    // behind dialogs
  ImU32 hot_ink;  // text in the colour of heat on its ground: `hot` itself is too pale to be read
};
const Palette& light_palette();
const Palette& dark_palette();
// The same with more contrast: text of 7 to 1 and more (WCAG's AAA), lines that stand out.
const Palette& light_contrast_palette();
const Palette& dark_contrast_palette();

enum class Weight : unsigned char { k400, k500, k600, k700 };
struct TextStyle {
  float size = 14;
  float line = 20;
  Weight weight = Weight::k400;
};
inline constexpr TextStyle kTitle{20, 28, Weight::k600};
inline constexpr TextStyle kFigure{22, 28, Weight::k700};  // numbers that matter
inline constexpr TextStyle kHeading{16, 24, Weight::k600};
inline constexpr TextStyle kText{14, 20, Weight::k400};
inline constexpr TextStyle kStrong{14, 20, Weight::k600};
inline constexpr TextStyle kSmall{12, 16, Weight::k400};
inline constexpr TextStyle kSmallStrong{12, 16, Weight::k600};

// Set by the platform once fonts exist; one ImFont a weight, sizes are dynamic (Dear ImGui 1.92).
struct Fonts {
  ImFont* by_weight[4] = {};
  [[nodiscard]] ImFont* of(Weight weight) const { return by_weight[static_cast<int>(weight)]; }
};

enum class Layout : unsigned char { kPhone, kTablet, kLaptop };  // under 640, under 1024, wider
// Where the layouts change, in CSS pixels.
inline constexpr float kTabletWidth = 640;
inline constexpr float kLaptopWidth = 1024;

enum class ThemeChoice : unsigned char { kSystem, kLight, kDark };

inline constexpr float kControlRadius = 8;
inline constexpr float kCardRadius = 12;
inline constexpr float kTouchTarget = 44;
inline constexpr float kLowRoom =
    220;  // below this a place has no room for what stands fixed in it

// The same colour, more transparent: `part` of its alpha.
ImU32 faded(ImU32 colour, float part);
// What a palette's two colours differ by, as WCAG 2 counts it (1 to 21); grounds must be opaque.
double contrast(ImU32 a, ImU32 b);

}  // namespace leadlight::ui
