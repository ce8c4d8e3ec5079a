// Cadences (practice C4) as texts, and those that are there from the start.
#include "lead/cadence.h"

#include <gtest/gtest.h>

namespace leadlight {
namespace {

TEST(Cadence, C4_IsAText) {
  const Cadence cadence{{TouchKind::kCall, 0}, {TouchKind::kEmail, 1}, {TouchKind::kLetter, 30}};
  EXPECT_EQ(text_of(cadence), "call,email+1,letter+30");
  EXPECT_EQ(cadence_from_text("call,email+1,letter+30"), cadence);
}

TEST(Cadence, C4_WhatIsNoneIsRefused) {
  for (const std::string_view text :
       {"", "fax", "call,", "call+", "call+x", "call+-1", "call+366", "quote_requested",
        "call,,email",
        "email,email,email,email,email,email,email,email,email,email,email,email,email"})
    EXPECT_FALSE(cadence_from_text(text)) << text;
}

// C8: direct to who asked, soft to all others.
TEST(Cadence, C8_ReadyMadeOnesBeginAsTheLeadAsked) {
  for (int i = 0; i < kLeadTypeCount; ++i) {
    const auto type = static_cast<LeadType>(i);
    const Cadence cadence = default_cadence(type);
    EXPECT_EQ(cadence.size(), 5U) << "C5: four or five touches, then a goodbye";
    EXPECT_EQ(cadence.front().channel, asks_for_sales(type) ? TouchKind::kCall : TouchKind::kEmail);
    EXPECT_EQ(cadence_from_text(text_of(cadence)), cadence);
  }
}

}  // namespace
}  // namespace leadlight
