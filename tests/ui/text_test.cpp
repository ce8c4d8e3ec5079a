#include <array>

#include "base/text.h"
#include "tests/ui/bench.h"
#include "ui/graphemes.h"
#include "ui/measure.h"
#include "ui/shaping.h"

namespace leadlight::ui {
namespace {

std::vector<std::string> graphemes(std::string_view text) {
  std::vector<std::string> all;
  std::size_t from = 0;
  for (const std::size_t end : grapheme_ends(text)) {
    all.emplace_back(text.substr(from, end - from));
    from = end;
  }
  return all;
}
using Strings = std::vector<std::string>;

TEST(Graphemes, KeepTogetherWhatIsSeenAsOne) {
  EXPECT_EQ(graphemes("añb"), (Strings{"a", "ñ", "b"}));
  EXPECT_EQ(graphemes("n\u0303o"), (Strings{"n\u0303", "o"})) << "combining tilde";
  EXPECT_EQ(graphemes("👩🏽‍💻!"), (Strings{"👩🏽‍💻", "!"}))
      << "skin tone and joiner";
  EXPECT_EQ(graphemes("🇩🇪🇫🇷"), (Strings{"🇩🇪", "🇫🇷"})) << "flags are pairs";
  EXPECT_EQ(graphemes("❤️a"), (Strings{"❤️", "a"}));
  EXPECT_EQ(graphemes("1️⃣"), (Strings{"1️⃣"}));
  EXPECT_EQ(graphemes("क्षि"), (Strings{"क्षि"})) << "a conjunct with its vowel";
  EXPECT_EQ(graphemes("กำ"), (Strings{"กำ"}));
  EXPECT_EQ(graphemes("山田"), (Strings{"山", "田"}));
  EXPECT_EQ(graphemes("\u1112\u1161\u11AB"), (Strings{"\u1112\u1161\u11AB"}))
      << "conjoining letters";
  EXPECT_EQ(graphemes("\r\n"), (Strings{"\r\n"}));
  EXPECT_EQ(graphemes("\xFF"
                      "a"),
            (Strings{"\xFF", "a"}))
      << "broken bytes stand alone";
}

std::string shape(std::string_view text) {
  std::string buffer;
  return std::string(shaped(text, buffer));
}
// Each code point: a run's text in brackets, or itself.
std::string readable(std::string_view text) {
  const std::string shaped_text = shape(text);
  std::string out;
  for (std::size_t at = 0; at < shaped_text.size();) {
    const char32_t c = decode_utf8(shaped_text, at);
    if (is_run(c))
      out.append("[").append(run_text(c)).append("]");
    else
      append_utf8(out, c);
  }
  return out;
}

TEST(Shaping, LeavesAloneWhatNeedsNone) {
  std::string buffer;
  const std::string_view text = "Łukasz Żółć · 山田 太郎";
  const std::string_view plain = "plain";
  EXPECT_EQ(shaped(plain, buffer).data(), plain.data());
  EXPECT_EQ(readable(text), text);
  EXPECT_EQ(readable("Ελένη Παππά"), "Ελένη Παππά");
}

TEST(Shaping, HandsWholeRunsToThePlatform) {
  EXPECT_EQ(readable("Ask נועה כהן now"), "Ask [נועה כהן] now");
  EXPECT_EQ(readable("प्रिया शर्मा"), "[प्रिया] [शर्मा]");
  EXPECT_EQ(readable("Ok 👩🏽‍💻!"), "Ok [👩🏽‍💻]!");
  EXPECT_EQ(readable("n\u0303"), "[n\u0303]");
  EXPECT_EQ(readable("👍"), "👍") << "one code point is one glyph anyway";
}

TEST(Shaping, OrdersLongRightToLeftTextsAsTheyAreSeen) {
  const std::string seen = readable("شركة المياه المعدنية الطبيعية في منطقة الخليج العربي");
  EXPECT_TRUE(seen.starts_with("[")) << seen;
  const auto last = seen.find("العربي");
  const auto first = seen.find("شركة");
  EXPECT_LT(last, first) << "the first word is the rightmost: " << seen;
}

TEST(Shaping, KeepsNumbersBracketsAndFullStopsWithTheRightToLeftWordsTheyBelongTo) {
  EXPECT_EQ(readable("שלום 42"), "[שלום 42]");
  EXPECT_EQ(readable("שלום 100%"), "[שלום 100%]");
  EXPECT_EQ(readable("מחיר 5€ now"), "[מחיר 5€] now");
  EXPECT_EQ(readable("דנה (כהן)"), "[דנה (כהן)]");
  EXPECT_EQ(readable("דנה (42) Ltd."), "[דנה (42)] Ltd.");
  EXPECT_EQ(readable("(שלום)"), "([שלום])") << "opened before: on both sides as they are seen";
  EXPECT_EQ(readable("דנה (Cohen)"), "[דנה] (Cohen)");
  EXPECT_EQ(readable("מה שלומך?!"), "[מה שלומך?!]");
  EXPECT_EQ(readable("Ask דנה."), "Ask [דנה].") << "the full stop of a text that has other letters";
  EXPECT_EQ(readable("דנה · 42 · ok"), "[דנה · 42] · ok");
  EXPECT_EQ(readable("דנה )"), "[דנה] )");
  EXPECT_EQ(readable("דנה ) (כהן)"), "[דנה ) (כהן)]");
}

TEST(Shaping, GivesTheSameRunTheSameCodePoint) {
  EXPECT_EQ(shape("שלום"), shape("שלום"));
  EXPECT_NE(shape("שלום"), shape("תודה"));
}

TEST(Shaping, LetsNobodyForgeAnIconOrARun) {
  std::string forged;
  append_utf8(forged, code_point_of(Icon::kToday));
  append_utf8(forged, kFirstRun);
  EXPECT_EQ(shape(forged), "\uFFFD\uFFFD");
  EXPECT_EQ(shape("a\nb\tc"), "a b c");
  EXPECT_EQ(shape("a\u200Bb\u202Ec"), "abc") << "nor turn text around";
}

// In headless runs a letter of 14 pixels is 7 wide.
TEST(TextLine, IsCutByAnEllipsisAtAGrapheme) {
  Bench bench([](Ui& ui) {
    const auto width = [&](float room, std::string_view text) {
      return text_line(ui, {0, 0, room, 20}, text, kText, ui.colours.ink, Align::kLeft,
                       Voice::kSilent);
    };
    EXPECT_EQ(width(70, "0123456789"), 70);
    EXPECT_EQ(width(69, "0123456789"), 63) << "eight letters and the ellipsis";
    EXPECT_EQ(width(70, "a"), 7);
    EXPECT_LE(width(20, "👩🏽‍💻👩🏽‍💻👩🏽‍💻"), 20.5F);
    EXPECT_EQ(width(3, "abc"), 7) << "the ellipsis at least";
    EXPECT_EQ(width(0, "abc"), 0);
  });
}

TEST(TextBlock, WrapsAtBlanksAndCutsOnlyWordsThatAreTooLong) {
  Bench bench([](Ui& ui) {
    EXPECT_EQ(text_height(ui, 70, "one two three", kText), 40) << "one two / three";
    EXPECT_EQ(text_height(ui, 70, "0123456789012", kText), 40);
    EXPECT_EQ(text_height(ui, 70, "a\nb\n\nc", kText), 80) << "line breaks are kept";
    EXPECT_EQ(text_height(ui, 70, "", kText), 0);
    EXPECT_EQ(text_height(ui, 56, "山田太郎株式会社", kText), 40) << "four to a line";
    EXPECT_EQ(text_height(ui, 3, "abc", kText), 60) << "always one letter at least";
  });
}

TEST(TextBlock, GivesEveryByteToExactlyOneLine) {
  Bench bench([](Ui& ui) {
    Measure measure;
    const std::string text =
        "Größe zählt, sagt 山田太郎。 नमस्ते दुनिया  double  blanks\n\nשלום עולם and "
        "👩🏽‍💻 "
        "ends ";
    for (float room = 1; room < 300; room += 7) {
      const auto& ends = measure.lines(ui.fonts, text, kText, room);
      ASSERT_FALSE(ends.empty());
      EXPECT_EQ(ends.back(), text.size());
      EXPECT_TRUE(std::ranges::is_sorted(ends));
    }
  });
}

TEST(Text, IsSpokenOnceAndKeepsItsIdFromFrameToFrame) {
  Bench bench([](Ui& ui) {
    text_line(ui, {0, 0, 100, 20}, "Now", kText, ui.colours.ink);
    text_line(ui, {0, 20, 100, 20}, "Now", kText, ui.colours.ink);
    text_line(ui, {0, 40, 100, 20}, "Hidden", kText, ui.colours.ink, Align::kLeft, Voice::kSilent);
    heading(ui, {0, 60, 100, 20}, "Why 86", 2);
  });
  EXPECT_EQ(bench.screen.names(Role::kText), (Strings{"Now", "Now"}));
  EXPECT_EQ(bench.screen.node(Role::kHeading, "Why 86").level, 2);
  EXPECT_EQ(bench.screen.tree().repeated_ids(), 0U);
  const auto before = bench.screen.tree().nodes();
  bench.screen.frame();
  EXPECT_EQ(bench.screen.tree().nodes(), before);
}

}  // namespace
}  // namespace leadlight::ui
