#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "ui/theme.h"

namespace leadlight::ui {
namespace {

struct Pair {
  std::string what;
  ImU32 ink, ground;
  double least;
};

// WCAG 2.2: 4.5 for text, 3 for what is not text but must be seen.
std::vector<Pair> pairs_of(const Palette& c) {
  constexpr double kText = 4.5;
  constexpr double kShape = 3;
  return {{"ink on bg", c.ink, c.bg, kText},
          {"ink on panel", c.ink, c.panel, kText},
          {"ink2 on bg", c.ink2, c.bg, kText},
          {"ink2 on panel", c.ink2, c.panel, kText},
          {"accent on panel", c.accent, c.panel, kText},
          {"accent on bg", c.accent, c.bg, kText},
          {"accent on its ground", c.accent, c.accent_ground, kText},
          {"on_accent on accent", c.on_accent, c.accent, kText},
          {"on_accent on accent_hover", c.on_accent, c.accent_hover, kText},
          {"on_accent on bad", c.on_accent, c.bad, kText},
          {"good on its ground", c.good, c.good_ground, kText},
          {"good on panel", c.good, c.panel, kText},
          {"warn on its ground", c.warn, c.warn_ground, kText},
          {"bad on its ground", c.bad, c.bad_ground, kText},
          {"bad on panel", c.bad, c.panel, kText},
          {"hot ink on its ground", c.hot_ink, c.hot_ground, kText},
          {"hot on panel", c.hot, c.panel, kShape},
          {"ink3 on panel", c.ink3, c.panel, kShape}};
}

TEST(Theme, CanBeReadInLightAndDark) {
  for (const auto& [name, palette] :
       {std::pair{"light", &light_palette()}, {"dark", &dark_palette()}}) {
    for (const Pair& pair : pairs_of(*palette)) {
      EXPECT_GE(contrast(pair.ink, pair.ground), pair.least) << name << ": " << pair.what;
    }
  }
}

// WCAG's AAA: 7 for text; and lines that part things can be seen.
TEST(Theme, WithMoreContrastIsReadWithLessSight) {
  for (const auto& [name, palette] :
       {std::pair{"light", &light_contrast_palette()}, {"dark", &dark_contrast_palette()}}) {
    for (const Pair& pair : pairs_of(*palette)) {
      EXPECT_GE(contrast(pair.ink, pair.ground), 7) << name << ": " << pair.what;
    }
    EXPECT_GE(contrast(palette->line, palette->bg), 3) << name;
    EXPECT_GE(contrast(palette->line, palette->panel), 3) << name;
  }
}

TEST(Theme, CountsContrastAsWcagDoes) {
  EXPECT_NEAR(contrast(IM_COL32(0, 0, 0, 255), IM_COL32(255, 255, 255, 255)), 21, 0.01);
  EXPECT_NEAR(contrast(IM_COL32(119, 119, 119, 255), IM_COL32(255, 255, 255, 255)), 4.48, 0.01);
}

TEST(Theme, FadesOnlyTheAlpha) {
  EXPECT_EQ(faded(IM_COL32(10, 20, 30, 200), 0.5F), IM_COL32(10, 20, 30, 100));
}

}  // namespace
}  // namespace leadlight::ui
