#include "lead/vocabulary.h"

#include <gtest/gtest.h>

#include <set>

#include "lead/fields.h"

namespace leadlight::test {
namespace {

// Every value has a text of its own that leads back to it, and a label of its own.
template <class Enum>
void expect_words(int count, std::optional<Enum> (*from_text)(std::string_view)) {
  std::set<std::string_view> labels;
  for (int i = 0; i < count; ++i) {
    const auto value = static_cast<Enum>(i);
    EXPECT_EQ(from_text(text_of(value)), value) << text_of(value);
    EXPECT_FALSE(label_of(value).empty());
    EXPECT_TRUE(labels.insert(label_of(value)).second) << label_of(value);
  }
  EXPECT_FALSE(from_text("no such word"));
}

TEST(Vocabulary, LeadsBackFromItsTexts) {
  expect_words<Stage>(static_cast<int>(kStages.size()), stage_from_text);
  expect_words<LeadType>(kLeadTypeCount, lead_type_from_text);
  expect_words<WeedOut>(kWeedOutCount, weed_out_from_text);
  expect_words<LossReason>(kLossReasonCount, loss_reason_from_text);
  expect_words<TouchKind>(kTouchKindCount, touch_kind_from_text);
  expect_words<TouchResult>(kTouchResultCount, touch_result_from_text);
}

TEST(Vocabulary, KeepsTheTextsThatFilesHold) {
  EXPECT_EQ(text_of(Stage::kNoCustomer), "no_customer");
  EXPECT_EQ(text_of(TouchKind::kQuoteRequested), "quote_requested");
  EXPECT_EQ(text_of(TouchKind::kOther), "other");
  EXPECT_EQ(text_of(LossReason::kDoNothing), "do_nothing");
  EXPECT_EQ(text_of(WeedOut::kNone), "");
  EXPECT_EQ(label_of(Standing::kWeededOut), "Weeded out");
}

TEST(Vocabulary, SendsRequestsForAPersonToSales) {  // practice B1
  EXPECT_TRUE(asks_for_sales(LeadType::kQuoteRequest));
  EXPECT_TRUE(asks_for_sales(LeadType::kTrialRequest));
  EXPECT_TRUE(asks_for_sales(LeadType::kConsultationRequest));
  EXPECT_FALSE(asks_for_sales(LeadType::kBadgeScan));
  EXPECT_FALSE(asks_for_sales(LeadType::kUnknown));
  EXPECT_TRUE(is_outbound(TouchKind::kEmail));
  EXPECT_FALSE(is_outbound(TouchKind::kReplied));
}

TEST(Fields, HaveNamesOfTheirOwnInEveryKind) {
  for (KindIndex kind = 0; kind < kKnownKindCount; ++kind) {
    std::set<std::string_view> names;
    for (const std::string_view name : field_names(static_cast<Kind>(kind))) {
      EXPECT_FALSE(name.empty());
      EXPECT_TRUE(names.insert(name).second) << name;
    }
  }
  EXPECT_EQ(field_names(Kind::kLead).size(), kLeadFieldCount);
  EXPECT_EQ(field_names(Kind::kMove)[static_cast<ColumnIndex>(MoveField::kWhy)], "why");
  EXPECT_EQ(field_names(Kind::kTouch)[static_cast<ColumnIndex>(TouchField::kCampaign)], "campaign");
  EXPECT_EQ(field_names(Kind::kCampaign)[static_cast<ColumnIndex>(CampaignField::kBriefing)],
            "briefing");
  EXPECT_EQ(field_names(Kind::kTouch).size(), kTouchFieldCount);
  EXPECT_EQ(field_names(Kind::kTouch)[static_cast<ColumnIndex>(TouchField::kTemplate)], "template");
  EXPECT_EQ(text_of(Kind::kExperiment), "experiment");
  EXPECT_EQ(field_names(Kind::kExperiment)[static_cast<ColumnIndex>(ExperimentField::kEndedAt)],
            "ended_at");
}

TEST(Fields, OfLeadsLeadBackFromTheirNames) {
  std::set<std::string_view> labels;
  for (ColumnIndex i = 0; i < kLeadFieldCount; ++i) {
    const auto field = static_cast<LeadField>(i);
    EXPECT_EQ(lead_field_from_text(text_of(field)), field);
    EXPECT_TRUE(labels.insert(label_of(field)).second) << label_of(field);
  }
  EXPECT_EQ(text_of(LeadField::kDoNotContact), "do_not_contact");
  EXPECT_EQ(text_of(LeadField::kNextStepAt), "next_step_at");
  EXPECT_EQ(text_of(LeadField::kOneToOne), "one_to_one");
  EXPECT_FALSE(lead_field_from_text("nonsense"));
}

}  // namespace
}  // namespace leadlight::test
