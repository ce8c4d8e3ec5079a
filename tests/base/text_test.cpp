#include "base/text.h"

#include <gtest/gtest.h>

#include "tests/support/random.h"

namespace leadlight::test {
namespace {

TEST(Utf8, AcceptsWhatIsValidAndNamesTheFirstByteThatIsNot) {
  EXPECT_FALSE(invalid_utf8_at("plain"));
  EXPECT_FALSE(invalid_utf8_at("\u00E9\u4E2D\U0001F600"));
  EXPECT_EQ(invalid_utf8_at("ab\xFF"), 2U);
  EXPECT_EQ(invalid_utf8_at("a\xC3"), 1U);             // cut
  EXPECT_EQ(invalid_utf8_at("\xC0\x80"), 0U);          // longer than need be
  EXPECT_EQ(invalid_utf8_at("\xE0\x9F\xBF"), 0U);      // likewise
  EXPECT_EQ(invalid_utf8_at("\xED\xA0\x80"), 0U);      // half of a surrogate pair
  EXPECT_EQ(invalid_utf8_at("\xF4\x90\x80\x80"), 0U);  // beyond U+10FFFF
  EXPECT_EQ(invalid_utf8_at("\xF8\x88\x80\x80\x80"), 0U);
  EXPECT_EQ(invalid_utf8_at("x\x80"), 1U);
}

TEST(Utf8, ComesBackFromItsCodePoints) {
  for (char32_t code = 1; code <= 0x10FFFF; code += code < 0x900 ? 1 : 977) {
    if (code >= 0xD800 && code <= 0xDFFF) continue;
    std::string text;
    append_utf8(text, code);
    ASSERT_FALSE(invalid_utf8_at(text)) << static_cast<std::uint32_t>(code);
    std::size_t offset = 0;
    ASSERT_EQ(decode_utf8(text, offset), code);
    ASSERT_EQ(offset, text.size());
  }
}

TEST(Utf8, ReplacesWhatIsNoCharacter) {
  std::string text;
  append_utf8(text, 0xD800);
  append_utf8(text, 0x110000);
  EXPECT_EQ(text, "\uFFFD\uFFFD");
  std::size_t offset = 0;
  EXPECT_EQ(decode_utf8("\xC3(", offset), 0xFFFDU);
  EXPECT_EQ(offset, 1U);
}

TEST(Utf8, IsDecodedToTheEndWhateverTheBytes) {
  LEADLIGHT_SEEDED(random, 1);
  for (int i = 0; i < 2000; ++i) {
    std::string text;
    for (std::int64_t size = random.between(0, 12); size > 0; --size)
      text += static_cast<char>(random.one_in(2) ? random.between(0x80, 0xFF)
                                                 : random.between(0, 0x7F));
    std::string again;
    for (std::size_t offset = 0; offset < text.size();)
      append_utf8(again, decode_utf8(text, offset));
    ASSERT_FALSE(invalid_utf8_at(again));
    ASSERT_EQ(again == text, !invalid_utf8_at(text));
    ASSERT_LE(folded(text).size(), text.size() * 12);
    const std::string_view cut = utf8_prefix(text, 5);
    ASSERT_LE(cut.size(), 5U);
    ASSERT_TRUE(text.starts_with(cut));
  }
}

TEST(Utf8, IsCutBetweenCharacters) {
  EXPECT_EQ(utf8_prefix("abc", 5), "abc");
  EXPECT_EQ(utf8_prefix("a\u00E9b", 2), "a");
  EXPECT_EQ(utf8_prefix("a\u00E9b", 3), "a\u00E9");
  EXPECT_EQ(utf8_prefix("\U0001F600x", 3), "");
  EXPECT_EQ(utf8_prefix("\U0001F600x", 4), "\U0001F600");
}

TEST(Trimmed, TakesBlanksAndMarksFromBothEnds) {
  EXPECT_EQ(trimmed(" \t\r\n\u00A0\uFEFFa b\u00A0 "), "a b");
  EXPECT_EQ(trimmed(" \u00A0 "), "");
  EXPECT_EQ(trimmed("\u00C2"), "\u00C2");
}

TEST(Split, KeepsEmptyParts) {
  EXPECT_EQ(split("a,,b,", ','), (std::vector<std::string_view>{"a", "", "b", ""}));
  EXPECT_EQ(split("", ','), std::vector<std::string_view>{""});
}

TEST(Folded, TakesCaseAccentsAndWidthAway) {
  EXPECT_EQ(folded("\u0141ukasz \u017B\u00F3\u0142\u0107"), "lukasz zolc");
  EXPECT_EQ(folded("Stra\u00DFe"), "strasse");
  EXPECT_EQ(folded("GRO\u1E9E"), "gross");
  EXPECT_EQ(folded("\u00C6r\u00F8 \u00D0 \u00DE \u0152uvre"), "aero d th oeuvre");
  EXPECT_EQ(folded("\u0130stanbul I\u015F\u0131k"), "istanbul isik");
  EXPECT_EQ(folded("e\u0301"), "e");
  EXPECT_EQ(folded("\uFF21\uFF22\uFF23\u3000\uFF11"), "abc 1");
  EXPECT_EQ(folded("\uFB01nance \u2460"), "finance 1");
  EXPECT_EQ(folded("\u039F\u0394\u03A5\u03A3\u03A3\u0395\u03A5\u03A3"),
            folded("\u03BF\u03B4\u03C5\u03C3\u03C3\u03B5\u03C5\u03C2"));
  EXPECT_EQ(folded("\u0401\u043B\u043A\u0430"), folded("\u0435\u043B\u043A\u0430"));
  EXPECT_EQ(folded("O\u2019Brien \u2013 x\u00AD y"), "o'brien - x y");
}

TEST(Folded, KeepsMarksThatMakeAnotherLetter) {
  EXPECT_NE(folded("\u30AC"), folded("\u30AB"));        // ga, ka
  EXPECT_EQ(folded("\uFF76\uFF9E"), folded("\u30AC"));  // ga in half width
  EXPECT_NE(folded("\u0915\u093F"), folded("\u0915"));  // ki, ka
  EXPECT_EQ(folded("\u4E2D\uAC00"), "\u4E2D\uAC00");
}

TEST(Folded, TwiceIsFoldedOnce) {
  for (char32_t code = 0x80; code < 0x10000; ++code) {
    std::string text;
    append_utf8(text, code);
    const std::string once = folded(text);
    ASSERT_EQ(folded(once), once) << static_cast<std::uint32_t>(code);
  }
}

TEST(Folded, IsTheSameInPiecesOfAnyLength) {
  const std::string text = "Abcdefgh\u00C9jklmnopQRSTUVWXYZ 0123456789\u0141";
  for (std::size_t size = 0; size <= text.size(); ++size) {
    const std::string_view head = utf8_prefix(text, size);
    std::string joined = folded(head);
    append_folded(joined, std::string_view(text).substr(head.size()));
    ASSERT_EQ(joined, folded(text)) << size;
  }
}

TEST(CompareForPeople, PutsNamesWherePeopleLookForThem) {
  EXPECT_TRUE(
      std::is_lt(compare_for_people("abel", "\u00C4bel")));  // equal but for marks: by code point
  EXPECT_TRUE(std::is_lt(compare_for_people("\u00C4bel", "Abend")));
  EXPECT_TRUE(std::is_lt(compare_for_people("\u0141", "M")));
  EXPECT_TRUE(std::is_eq(compare_for_people("a", "a")));
  EXPECT_FALSE(std::is_eq(compare_for_people("a", "A")));
}

TEST(Integer, IsDigitsWithASignAndNothingElse) {
  EXPECT_EQ(integer_from_text("0"), 0);
  EXPECT_EQ(integer_from_text("+17"), 17);
  EXPECT_EQ(integer_from_text("-9223372036854775808"), INT64_MIN);
  for (const char* text : {"", "+", "-", "+-1", "1 ", " 1", "1.0", "9223372036854775808", "0x1"})
    EXPECT_FALSE(integer_from_text(text)) << text;
}

TEST(Email, HasOneCanonicalForm) {
  EXPECT_EQ(canonical_email(" Lea.Muster+fair@Example.COM "), "lea.muster+fair@example.com");
  EXPECT_EQ(canonical_email("mailto:a@b.de"), "a@b.de");
  for (const char* text :
       {"", "a", "a@b", "@b.de", "a@b@c.de", "a b@c.de", "a@.de", "a@b.", "<a@b.de>"})
    EXPECT_EQ(canonical_email(text), "") << text;
}

TEST(Phone, HasOneCanonicalForm) {
  EXPECT_EQ(canonical_phone("+49 (30) 123-456"), "+4930123456");
  EXPECT_EQ(canonical_phone("0049 30 123456"), "+4930123456");
  EXPECT_EQ(canonical_phone("(+49) 30 123456"), "+4930123456");
  EXPECT_EQ(canonical_phone("030/123456"), "030123456");
  EXPECT_EQ(canonical_phone("\uFF0B\uFF14\uFF19 30 123456"), "+4930123456");
  EXPECT_EQ(canonical_phone("Tel. +49 30 123456"), "+4930123456");
  EXPECT_EQ(canonical_phone("12345"), "");
  EXPECT_EQ(canonical_phone("ext. none"), "");
}

TEST(Phone, LeavesOutTheZeroThatIsDialledInsideACountryOnly) {
  for (const std::string_view written :
       {"+49 (0)30 123456", "+49(0)30123456", "+49 (0) 30 / 12 34-56", "(+49) (0)30 123456",
        "0049 (0)30 123456", "0049(0)30123456", "Tel. +49 (0)30 123456"})
    EXPECT_EQ(canonical_phone(written), "+4930123456") << written;
  EXPECT_EQ(canonical_phone("+44 (0)20 7946 0000"), "+442079460000");
  EXPECT_EQ(canonical_phone("+353 (0)1 555 0100"), "+35315550100");
  EXPECT_EQ(canonical_phone("(0)30 123456"), "030123456") << "no country before it";
  EXPECT_EQ(canonical_phone("+49 30 (0) 123456"), "+49300123456") << "not behind the country";
  EXPECT_EQ(canonical_phone("+39 06 1234567"), "+39061234567") << "Italy dials its zero";
  EXPECT_EQ(canonical_phone("+39 (0)6 1234567"), "+39061234567");
}

}  // namespace
}  // namespace leadlight::test
