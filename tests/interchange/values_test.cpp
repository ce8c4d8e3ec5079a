#include "interchange/values.h"

#include <gtest/gtest.h>

#include <string>

#include "interchange/words.h"

namespace leadlight::interchange {
namespace {

std::string day(std::string_view text, DateOrder order = DateOrder::kDayFirst) {
  const auto time = time_from_text(text, order);
  return time ? iso_from_utc(*time) : "none";
}

TEST(Dates, AreReadInTheOrderAskedFor) {
  EXPECT_EQ(day("03/04/26", DateOrder::kDayFirst), "2026-04-03T00:00:00Z");
  EXPECT_EQ(day("03/04/26", DateOrder::kMonthFirst), "2026-03-04T00:00:00Z");
  EXPECT_EQ(day("03-04-26", DateOrder::kIso), "2003-04-26T00:00:00Z");
  EXPECT_EQ(day("20-10-16"), "2016-10-20T00:00:00Z");
  EXPECT_EQ(day("1.2.71"), "1971-02-01T00:00:00Z");
}

TEST(Dates, StartingWithTheYearNeedNoOrder) {
  EXPECT_EQ(day("2026/11/22"), "2026-11-22T00:00:00Z");
  EXPECT_EQ(day("2026.1.2", DateOrder::kMonthFirst), "2026-01-02T00:00:00Z");
  EXPECT_EQ(day("20261122"), "2026-11-22T00:00:00Z");
  EXPECT_EQ(day("2026-11-22T09:14:03+01:00"), "2026-11-22T08:14:03Z");
}

TEST(Dates, MayHaveTimesAndZones) {
  EXPECT_EQ(day("22.11.2026 14:05"), "2026-11-22T14:05:00Z");
  EXPECT_EQ(day("11/22/2026, 2:05:09 PM", DateOrder::kMonthFirst), "2026-11-22T14:05:09Z");
  EXPECT_EQ(day("11/22/2026 12:00 am", DateOrder::kMonthFirst), "2026-11-22T00:00:00Z");
  EXPECT_EQ(day("22/11/2026 14:05 UTC"), "2026-11-22T14:05:00Z");
  EXPECT_EQ(day("22/11/2026 14:05 +0200"), "2026-11-22T12:05:00Z");
  EXPECT_EQ(day("22/11/2026 25:00"), "none");
}

TEST(Dates, MayNameTheirMonthInFourLanguages) {
  EXPECT_EQ(day("22 Nov 2026"), "2026-11-22T00:00:00Z");
  EXPECT_EQ(day("November 22nd, 2026"), "2026-11-22T00:00:00Z");
  EXPECT_EQ(day("Sun, 22 Nov 2026"), "2026-11-22T00:00:00Z");
  EXPECT_EQ(day("1. März 2026"), "2026-03-01T00:00:00Z");
  EXPECT_EQ(day("1er août 2026"), "2026-08-01T00:00:00Z");
  EXPECT_EQ(day("5 de enero de 2026"), "2026-01-05T00:00:00Z");
  EXPECT_EQ(day("14 juillet 26"), "2026-07-14T00:00:00Z");
}

TEST(Dates, MayBeNumbersOfOtherPrograms) {
  EXPECT_EQ(day("46348"), "2026-11-22T00:00:00Z");
  EXPECT_EQ(day("46348.5"), "2026-11-22T12:00:00Z");
  EXPECT_EQ(day("1795305600"), "2026-11-22T00:00:00Z");
  EXPECT_EQ(day("1795305600120"), "2026-11-22T00:00:00.120Z");
}

TEST(Dates, AreNotMadeUp) {
  for (const auto* text :
       {"", "soon", "31.02.2026", "13/13/2026", "12345", "2026", "1.2", "99/99/99", "1-1-1-1",
        "May", "22 Nov", "12:30", "0/0/00", "5 apples 2026"}) {
    EXPECT_EQ(day(text), "none") << text;
  }
}

TEST(Dates, KnowWhenOnlyTheOrderDecides) {
  EXPECT_TRUE(is_ambiguous_date("03/04/26"));
  EXPECT_FALSE(is_ambiguous_date("13/04/26"));
  EXPECT_FALSE(is_ambiguous_date("3 Apr 26"));
  EXPECT_FALSE(is_ambiguous_date("2026-04-03"));
}

std::string money(std::string_view text, std::string_view currency = {}) {
  const auto amount = money_from_text(text, currency);
  return amount ? std::to_string(amount->minor) + amount->currency : "none";
}

TEST(Money, IsReadWhateverItsSeparators) {
  EXPECT_EQ(money("1054"), "105400");
  EXPECT_EQ(money("1.234,56"), "123456");
  EXPECT_EQ(money("1,234.56"), "123456");
  EXPECT_EQ(money("1 234,56"), "123456");
  EXPECT_EQ(money("1'234.5"), "123450");
  EXPECT_EQ(money("1\u202F234,56"), "123456");
  EXPECT_EQ(money("1.234"), "123400");
  EXPECT_EQ(money("1.234.567"), "123456700");
  EXPECT_EQ(money("0.125"), "13");
  EXPECT_EQ(money("1234.567"), "123457");
  EXPECT_EQ(money("-20"), "-2000");
  EXPECT_EQ(money("(500)"), "-50000");
}

TEST(Money, KnowsItsCurrency) {
  EXPECT_EQ(money("€ 1.000"), "100000EUR");
  EXPECT_EQ(money("1,000 USD"), "100000USD");
  EXPECT_EQ(money("$1,000.50"), "100050USD");
  EXPECT_EQ(money("Fr. 20.50"), "2050CHF");
  EXPECT_EQ(money("1000", "JPY"), "1000");
  EXPECT_EQ(money("1.5", "KWD"), "1500");
}

TEST(Money, IsNotMadeUp) {
  for (const auto* text : {"", "-", "n/a", "12k", "12%", "12.34.56", "1-2", "99999999999999999",
                           ".", "1 2 3", "12 apples"}) {
    EXPECT_EQ(money(text), "none") << text;
  }
}

TEST(Words, InferTheLeadTypeFromHowALeadArrived) {
  EXPECT_EQ(lead_type_from_words("White paper download"), LeadType::kDownload);
  EXPECT_EQ(lead_type_from_words("Hannover Messe 2026"), LeadType::kBadgeScan);
  EXPECT_EQ(lead_type_from_words("Messe: Angebot angefordert"), LeadType::kQuoteRequest);
  EXPECT_EQ(lead_type_from_words("Demande de devis"), LeadType::kQuoteRequest);
  EXPECT_EQ(lead_type_from_words("Free trial"), LeadType::kTrialRequest);
  EXPECT_EQ(lead_type_from_words("Contact sales form"), LeadType::kConsultationRequest);
  EXPECT_EQ(lead_type_from_words("Badge scan"), LeadType::kBadgeScan);
  EXPECT_EQ(lead_type_from_words("quote_request"), LeadType::kQuoteRequest);
  EXPECT_EQ(lead_type_from_words("Outstanding understanding"), std::nullopt);
  EXPECT_EQ(lead_type_from_words(""), std::nullopt);
}

}  // namespace
}  // namespace leadlight::interchange
