#include "score/match_rule.h"

#include <gtest/gtest.h>

namespace leadlight::score {
namespace {

TEST(MatchRule, FindsAnyOfItsWordsWhateverTheirCaseAndAccents) {
  const MatchRule rule("head of, Geschäftsführer ,buyer");
  EXPECT_TRUE(rule.matches("HEAD OF Purchasing"));
  EXPECT_TRUE(rule.matches("geschaftsfuhrer"));
  EXPECT_TRUE(rule.matches("Senior Buyer, EMEA"));
  EXPECT_FALSE(rule.matches("Headmaster"));
  EXPECT_FALSE(rule.matches(""));
}

TEST(MatchRule, ShortLatinWordsDoNotMatchInsideOthers) {
  EXPECT_TRUE(MatchRule("IT").matches("Head of IT"));
  EXPECT_FALSE(MatchRule("IT").matches("Italy"));
  EXPECT_FALSE(MatchRule("it").matches("Security"));
  EXPECT_TRUE(MatchRule("cto").matches("Interim CTO/COO"));
  EXPECT_FALSE(MatchRule("cto").matches("Director"));
  EXPECT_TRUE(MatchRule("pet").matches("petrol"));
}

TEST(MatchRule, ShortWordsOfOtherScriptsMatchAnywhere) {
  EXPECT_TRUE(MatchRule("社長").matches("代表取締役社長"));
  EXPECT_TRUE(MatchRule("이사").matches("대표이사"));
}

TEST(MatchRule, TakesRangesWithOpenEnds) {
  const MatchRule middle("250..1000");
  EXPECT_FALSE(middle.matches("249"));
  EXPECT_TRUE(middle.matches("250"));
  EXPECT_TRUE(middle.matches("1,000 people"));
  EXPECT_FALSE(middle.matches("1001"));
  EXPECT_TRUE(MatchRule("1000..").matches("25 000"));
  EXPECT_FALSE(MatchRule("..9").matches("10"));
  EXPECT_TRUE(MatchRule("..9").matches("3"));
  EXPECT_FALSE(MatchRule("..9").matches("many"));
}

TEST(MatchRule, AStarMatchesAllButNothing) {
  EXPECT_TRUE(MatchRule("*").matches("x"));
  EXPECT_FALSE(MatchRule("*").matches("  "));
}

TEST(MatchRule, AnEmptyRuleNeverMatches) {
  EXPECT_TRUE(MatchRule(" , ,").empty());
  EXPECT_FALSE(MatchRule("").matches("anything"));
}

TEST(NumberIn, ReadsHowPeopleWriteCompanySizes) {
  EXPECT_EQ(number_in("1,200"), 1200);
  EXPECT_EQ(number_in("1.200 Mitarbeiter"), 1200);
  EXPECT_EQ(number_in("12 000"), 12000);
  EXPECT_EQ(number_in("1\u202F200"), 1200);
  EXPECT_EQ(number_in("201-500"), 350);
  EXPECT_EQ(number_in("201 \u2013 500 people"), 350);
  EXPECT_EQ(number_in("1,001 to 5,000"), 3000);
  EXPECT_EQ(number_in("5k+"), 5000);
  EXPECT_EQ(number_in("10000+"), 10000);
  EXPECT_EQ(number_in("about 40"), 40);
  EXPECT_EQ(number_in("3.5"), 3);
  EXPECT_EQ(number_in("none"), std::nullopt);
  EXPECT_EQ(number_in(""), std::nullopt);
}

TEST(NumberIn, SurvivesAnyNumberOfDigits) {
  EXPECT_GT(number_in(std::string(400, '9')).value(), 0);
  EXPECT_GT(number_in(std::string(400, '9') + "k").value(), 0);
}

}  // namespace
}  // namespace leadlight::score
