#include "message/hook.h"

#include <gtest/gtest.h>

#include <string>

#include "lead_of_all.h"

namespace leadlight::message {
namespace {

using test::SmallBook;
using enum LeadField;

struct Book : SmallBook {
  Row touched(Row lead, TouchKind kind, std::string_view text, UtcMs at = test::kNow) {
    const Row row = add_touch(lead, kind, at);
    set(Kind::kTouch, row, static_cast<ColumnIndex>(TouchField::kText), text);
    return row;
  }
};

TEST(Hook, D3_IsTheNewestThatTheyDownloadedAttendedOrAskedFor) {
  Book book;
  const Row lead = add_whole_lead(book, LeadType::kBadgeScan);
  book.touched(lead, TouchKind::kDownload, "“Glass, the figures”", 100);
  EXPECT_EQ(hook_of(book.model, lead).text, "“Glass, the figures”");
  EXPECT_EQ(hook_of(book.model, lead).core, "Glass, the figures");
  book.touched(lead, TouchKind::kQuoteRequested, "40 fillers.", 300);
  book.touched(lead, TouchKind::kWebinarAttended, "Cold filling", 200);
  book.touched(lead, TouchKind::kDownload, " - ", 500);
  book.touched(lead, TouchKind::kEmail, "Our mail", 600);
  EXPECT_EQ(hook_of(book.model, lead).text, "a quote for 40 fillers");
  const Row gone = book.touched(lead, TouchKind::kWebinarAttended, "Gone", 700);
  EXPECT_EQ(hook_of(book.model, lead, "de").text, "dem Webinar „Gone“");
  book.remove(Kind::kTouch, gone);
  EXPECT_EQ(hook_of(book.model, lead, "de").text, "einem Angebot für 40 fillers");
}

TEST(Hook, D3_IsElseTheStandElseHowItCameIn) {
  Book book;
  const auto hook = [&](Book::Cells cells) {
    return hook_of(book.model, book.add_lead(cells)).text;
  };
  EXPECT_EQ(hook({{kLeadType, "badge_scan"}, {kEvent, "Aquafair"}}),
            "what you saw at our stand at Aquafair");
  EXPECT_EQ(hook({{kLeadType, "badge_scan"}}), "what you saw at our stand");
  EXPECT_EQ(hook({{kEvent, "Aquafair"}}), "what you saw at our stand at Aquafair");
  EXPECT_EQ(hook({{kLeadType, "quote_request"}, {kEvent, "Aquafair"}}), "a quote");
  EXPECT_EQ(hook({{kLeadType, "webinar"}, {kEvent, "Cold filling"}}), "the webinar “Cold filling”");
  EXPECT_EQ(hook({{kLeadType, "webinar"}}), "our webinar");
  EXPECT_EQ(hook({{kLeadType, "referral"}, {kSource, "Anna Weber"}}),
            "the recommendation by Anna Weber");
  EXPECT_EQ(hook({{kLeadType, "referral"}, {kSource, "Referral"}}),
            "the recommendation that brought you to us");
  EXPECT_EQ(hook({{kLeadType, "other"}, {kCampaign, "Less water"}}), "“Less water”");
  EXPECT_EQ(hook({{kSource, "Website"}}), "");
  const Row visitor = book.add_lead({{kLeadType, "quote_request"}});
  book.touched(visitor, TouchKind::kBoothVisit, "");
  EXPECT_EQ(hook_of(book.model, visitor).text, "what you saw at our stand");
}

TEST(Hook, D3_LongTextsAreCutBehindAWord) {
  Book book;
  const Row lead = book.add_lead();
  std::string text;
  while (text.size() < 500) text += "wörter ";
  book.touched(lead, TouchKind::kInformationRequested, text);
  const std::string hook = hook_of(book.model, lead).text;
  EXPECT_TRUE(hook.ends_with("wörter…")) << hook;
  EXPECT_LE(hook.size(), 100U);
  book.touched(lead, TouchKind::kInformationRequested, std::string(300, 'x'), test::kNow + 1);
  EXPECT_EQ(hook_of(book.model, lead).text, std::string(80, 'x') + "…");
}

}  // namespace
}  // namespace leadlight::message
