#include "message/choice.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "lead_of_all.h"

namespace leadlight::message {
namespace {

using test::kNow;
using test::SmallBook;
using enum LeadField;

struct Choice : testing::Test {
  SmallBook book;
  std::vector<Template> templates;

  Template& add(std::string name) {
    Template one;
    one.id = {7, templates.size() + 1};
    one.name = std::move(name);
    one.body = "x";
    one.position = static_cast<int>(templates.size());
    return templates.emplace_back(std::move(one));
  }
  std::string best(Row lead, TouchKind channel = TouchKind::kEmail,
                   Purpose purpose = Purpose::kFollowUp) {
    const Template* const found = best_template(templates, book.model, lead, channel, purpose);
    return found == nullptr ? "none" : found->name;
  }
};

TEST_F(Choice, D1_TakesTheMostSpecificOne) {
  add("any");
  add("stage").stage = Stage::kMql;
  add("source").source = "Fair";
  add("type").lead_type = LeadType::kBadgeScan;
  Template& both = add("type and source");
  both.lead_type = LeadType::kBadgeScan;
  both.source = "fair";
  EXPECT_EQ(best(book.add_lead()), "any");
  EXPECT_EQ(best(book.add_lead({{kStage, "mql"}})), "stage");
  EXPECT_EQ(best(book.add_lead({{kStage, "mql"}, {kSource, " FAIR "}})), "source");
  EXPECT_EQ(best(book.add_lead({{kStage, "mql"}, {kLeadType, "badge_scan"}})), "type");
  EXPECT_EQ(best(book.add_lead({{kSource, "Fair"}, {kLeadType, "badge_scan"}})), "type and source");
  EXPECT_EQ(best(book.add_lead({{kLeadType, "webinar"}})), "any");
}

TEST_F(Choice, D1_OwnLanguageThenNoneThenEnglishNeverAnother) {
  add("en").lead_type = LeadType::kBadgeScan;
  add("de").language = "de";
  EXPECT_EQ(best(book.add_lead({{kLeadType, "badge_scan"}, {kLanguage, "de-CH"}})), "de");
  EXPECT_EQ(best(book.add_lead({{kLeadType, "badge_scan"}, {kLanguage, "fr"}})), "en");
  EXPECT_EQ(best(book.add_lead({{kLeadType, "badge_scan"}})), "en");
  EXPECT_EQ(best(book.add_lead()), "none");
  add("none").language = "";
  EXPECT_EQ(best(book.add_lead({{kLeadType, "badge_scan"}, {kLanguage, "fr"}})), "none");
}

TEST_F(Choice, D1_ByChannelAndPurposeAndInAStableOrder) {
  add("b").position = 5;
  add("a").position = 5;
  add("call").channel = TouchKind::kVoicemail;
  add("bye").purpose = Purpose::kGoodbye;
  const Row lead = book.add_lead();
  EXPECT_EQ(best(lead), "b");
  EXPECT_EQ(best(lead, TouchKind::kVoicemail), "call");
  EXPECT_EQ(best(lead, TouchKind::kEmail, Purpose::kGoodbye), "bye");
  EXPECT_EQ(best(lead, TouchKind::kLinkedin), "none");
}

TEST_F(Choice, D1_ReadyMadeOnesCoverEveryPurposeByMailAndEveryTypeToBeginWith) {
  templates = default_templates();
  for (int type = 0; type < kLeadTypeCount; ++type) {
    const Row lead = add_whole_lead(book, static_cast<LeadType>(type));
    for (int purpose = 0; purpose < kPurposeCount; ++purpose)
      EXPECT_NE(best(lead, TouchKind::kEmail, static_cast<Purpose>(purpose)), "none");
  }
  const auto opening = [&](LeadType type, Purpose purpose, std::string_view language = "en") {
    return best(add_whole_lead(book, type, language), TouchKind::kEmail, purpose);
  };
  EXPECT_EQ(opening(LeadType::kQuoteRequest, Purpose::kFirstTouch), "Quote: first answer");
  EXPECT_EQ(opening(LeadType::kWebinar, Purpose::kSoftOpening), "Webinar: soft opening");
  EXPECT_EQ(opening(LeadType::kWebinar, Purpose::kSoftOpening, "Deutsch"), "Behutsamer Einstieg");
  EXPECT_EQ(opening(LeadType::kOther, Purpose::kSoftOpening), "Soft opening");
}

struct PurposeOf : testing::Test {
  SmallBook book;
  TeamSettings settings = settings_from(Model());
  Purpose of(Row lead, int unanswered = 0) {
    return purpose_of(book.model, settings, lead, unanswered, kNow);
  }
};

TEST_F(PurposeOf, C8_WhoAskedGetsAFirstTouchWhoActedASoftOpening) {
  EXPECT_EQ(of(book.add_lead({{kLeadType, "quote_request"}})), Purpose::kFirstTouch);
  EXPECT_EQ(of(book.add_lead({{kLeadType, "consultation_request"}})), Purpose::kFirstTouch);
  EXPECT_EQ(of(book.add_lead({{kLeadType, "badge_scan"}})), Purpose::kSoftOpening);
  EXPECT_EQ(of(book.add_lead()), Purpose::kSoftOpening);
  const Row asked = book.add_lead({{kLeadType, "download"}});
  book.add_touch(asked, TouchKind::kQuoteRequested, kNow - 5);
  EXPECT_EQ(of(asked), Purpose::kFirstTouch);
}

TEST_F(PurposeOf, C5_SilenceGetsFollowUpsAndAtTheLimitAGoodbye) {
  const Row lead = book.add_lead({{kLeadType, "quote_request"}});
  book.add_touch(lead, TouchKind::kEmail, kNow - kDayMs);
  EXPECT_EQ(of(lead, 1), Purpose::kFollowUp);
  EXPECT_EQ(of(lead, settings.touch_limit - 1), Purpose::kFollowUp);
  EXPECT_EQ(of(lead, settings.touch_limit), Purpose::kGoodbye);
}

TEST_F(PurposeOf, C6_WhoWokeGetsNurtureUntilSomethingWentOut) {
  const Row lead = book.add_lead();
  book.add_touch(lead, TouchKind::kEmail, kNow - 100 * kDayMs);
  book.set(lead, kNurtureUntil, kNow - kDayMs);
  EXPECT_EQ(of(lead, 9), Purpose::kNurture);
  book.set(lead, kNurtureUntil, kNow + kDayMs);
  EXPECT_EQ(of(lead, 1), Purpose::kFollowUp);
  book.set(lead, kNurtureUntil, kNow - kDayMs);
  book.add_touch(lead, TouchKind::kEmail, kNow);
  EXPECT_EQ(of(lead, 1), Purpose::kFollowUp);
}

TEST_F(PurposeOf, C10_WhoAnsweredGetsANextStep) {
  const Row lead = book.add_lead();
  book.add_touch(lead, TouchKind::kEmail, kNow - 3 * kDayMs);
  book.add_touch(lead, TouchKind::kReplied, kNow - 2 * kDayMs);
  EXPECT_EQ(of(lead), Purpose::kNextStepOffer);
  book.add_touch(lead, TouchKind::kEmail, kNow - kDayMs);
  EXPECT_EQ(of(lead, 1), Purpose::kFollowUp);
  book.add_touch(lead, TouchKind::kCall, kNow, TouchResult::kReached);
  EXPECT_EQ(of(lead), Purpose::kNextStepOffer);
}

}  // namespace
}  // namespace leadlight::message
