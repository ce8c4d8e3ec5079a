#include "base/id.h"

#include <gtest/gtest.h>

#include "base/checksum.h"
#include "tests/support/random.h"

namespace leadlight::test {
namespace {

TEST(IdText, HasTwentySixDigitsThatSortAsTheIdsDo) {
  EXPECT_EQ(text_from_id({}), std::string(26, '0'));
  EXPECT_EQ(text_from_id({~0ULL, ~0ULL}), "7" + std::string(25, 'z'));
  LEADLIGHT_SEEDED(random, 2);
  for (int i = 0; i < 2000; ++i) {
    const Id a{random.next() >> random.between(0, 63), random.next()};
    const Id b{random.one_in(2) ? a.high : random.next(), random.next()};
    ASSERT_EQ(id_from_text(text_from_id(a)), a);
    ASSERT_EQ(text_from_id(a) < text_from_id(b), a < b);
  }
}

TEST(IdText, RefusesWhatIsNoId) {
  const std::string good = text_from_id({1, 2});
  EXPECT_FALSE(id_from_text(""));
  EXPECT_FALSE(id_from_text(good.substr(1)));
  EXPECT_FALSE(id_from_text(good + "0"));
  EXPECT_FALSE(id_from_text("8" + std::string(25, '0')));  // 2^128
  for (const char digit : {'i', 'l', 'o', 'u', 'A', '-', ' ', '\xFF'}) {
    std::string bad = good;
    bad[20] = digit;
    EXPECT_FALSE(id_from_text(bad)) << digit;
  }
}

TEST(Hash, OfBytesIsTheOneInTheStandardVectors) {
  // XXH3 of nothing, as its authors publish it.
  EXPECT_EQ(hash64(""), 0x2D06800538D394C2ULL);
  EXPECT_EQ(hash128(""), (Id{0x99AA06D3014798D8ULL, 0x6001C324468D497FULL}));
  EXPECT_NE(hash64("a"), hash64("b"));
  EXPECT_NE(hash64("a", 1), hash64("a", 2));
}

}  // namespace
}  // namespace leadlight::test
