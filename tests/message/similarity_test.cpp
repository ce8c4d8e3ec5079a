#include "message/similarity.h"

#include <gtest/gtest.h>

#include <string>

#include "message/wording.h"

namespace leadlight::message {
namespace {

TEST(Similarity, D4_IsTheShareOfThreeWordsInARow) {
  // one two three / two three four / three four five: two of three stand in the other.
  const std::string text = "One two, three four five";
  EXPECT_EQ(similarity_of(text, "zero ONE  Two three FOUR nine").percent, 67);
  EXPECT_EQ(similarity_of(text, text).percent, 100);
  EXPECT_EQ(similarity_of(text, "five four three two one").percent, 0);
  EXPECT_EQ(similarity_of(text, "").percent, 0);
  EXPECT_EQ(similarity_of("", text).percent, 0);
  EXPECT_EQ(similarity_of("one two", "one two").percent, 0);
}

TEST(Similarity, D4_WhatElseTheCampaignSaysDoesNotMatter) {
  std::string campaign = "Save water with the new filler today. ";
  for (int i = 0; i < 200; ++i) campaign += "and much more word" + std::to_string(i) + " ";
  EXPECT_EQ(similarity_of("Save water with the new filler today", campaign).percent, 100);
  EXPECT_LT(similarity_of(campaign, "Save water with the new filler today").percent, 5);
}

TEST(Similarity, D4_RepeatingOneselfCountsOnce) {
  EXPECT_EQ(similarity_of("a b c a b c a b c x y z", "a b c").percent, 17);  // one of six
}

TEST(Similarity, D4_NamesTheLongestPassage) {
  const std::string text = "Hallo Frau Petrov! Größe zählt nicht mehr. Was meinen Sie?";
  const Similarity found = similarity_of(text, "Denn: GRÖSSE zählt nicht mehr, sagt Fluvia.");
  EXPECT_EQ(text.substr(found.longest.begin, found.longest.end - found.longest.begin),
            "Größe zählt nicht mehr");
  EXPECT_EQ(similarity_of(text, "nothing").longest, Range{});
}

TEST(Similarity, D4_CharactersAreWordsWhereNoBlanksPartThem) {
  EXPECT_EQ(similarity_of("节水灌装", "新的节水灌装线").percent, 100);
  EXPECT_EQ(words_in("it's 5%, ok").size(), 4U);
}

}  // namespace
}  // namespace leadlight::message
