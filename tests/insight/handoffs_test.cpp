#include "insight/handoffs.h"

#include <gtest/gtest.h>

#include "tests/support/small_book.h"

namespace leadlight::test {
namespace {

using enum HandoffStep;
using insight::handoff_report;

class HandoffReportTest : public testing::Test {
 protected:
  SmallBook book;
  TeamSettings settings = settings_from(Model());

  [[nodiscard]] insight::HandoffReport report(const insight::FunnelFilter& filter = {}) const {
    const score::Scorer scorer(book.model, settings);
    return handoff_report(book.model, settings, scorer,
                          score::score_all(book.model, settings, kNow), filter, kNow);
  }
  Row lead(std::string_view source, std::string_view stage) {
    return book.add_lead(
        {{LeadField::kSource, source}, {LeadField::kStage, stage}, {LeadField::kEmployees, "500"}});
  }
};

TEST_F(HandoffReportTest, CountsEachHandOffOnce) {  // F3
  const Row twice = lead("Fair", "sql");
  book.add_handoff(twice, kOffered, 10);
  book.add_handoff(twice, kReturned, 20, "Sam", ReturnReason::kBadData);
  book.add_handoff(twice, kOffered, 30);
  book.add_handoff(twice, kAccepted, 40);
  book.add_handoff(lead("Fair", "mql"), kOffered, 10);
  book.add_handoff(lead("Web", "sql"), kAccepted, 10);
  const Row withdrawn = lead("Web", "mql");
  book.add_handoff(withdrawn, kOffered, 10);
  book.add_handoff(withdrawn, kWithdrawn, 20);
  book.add_handoff(lead("Web", "no_customer"), kOffered, 10);  // gone elsewhere meanwhile
  const insight::HandoffCounts total = report().total;
  EXPECT_EQ(total.offered, 6U);
  EXPECT_EQ(total.direct, 1U);
  EXPECT_EQ(total.open, 1U);
  EXPECT_EQ(total.accepted, 2U);
  EXPECT_EQ(total.returned, 1U);
  EXPECT_EQ(total.withdrawn, 2U);
  EXPECT_EQ(total.untouched, 1U);
  EXPECT_EQ(total.overdue, 1U);
  EXPECT_EQ(total.offered, total.open + total.accepted + total.returned + total.withdrawn);
}

TEST_F(HandoffReportTest, SaysBySourceAndByRuleWhatWasReturnedAndWhy) {  // A4
  for (int i = 0; i < 3; ++i) {
    const Row one = lead("Fair", "mql");
    book.add_handoff(one, kOffered, 10);
    book.add_handoff(one, kReturned, 20, "Sam", ReturnReason::kPoorFit);
  }
  book.add_handoff(lead("Web", "mql"), kOffered, 10);
  const auto all = report();
  ASSERT_EQ(all.by_source.size(), 2U);
  EXPECT_EQ(all.by_source.front().name, "Fair");
  EXPECT_EQ(all.by_source.front().counts.reasons[static_cast<std::size_t>(ReturnReason::kPoorFit)],
            3U);
  ASSERT_FALSE(all.by_rule.empty());
  EXPECT_EQ(all.by_rule.front().counts.returned, 3U);
  EXPECT_TRUE(all.by_rule.front().name.contains("250 to 1,000")) << all.by_rule.front().name;
  EXPECT_EQ(report({.source = "Web"}).total.offered, 1U);
}

TEST_F(HandoffReportTest, ComparesExceptionsWithTheRest) {  // B7
  const Row exception = lead("Fair", "mql");
  book.add_move(exception, Stage::kNew, Stage::kMql, 10, true);
  book.add_move(exception, Stage::kMql, Stage::kSql, 20);
  book.add_move(exception, Stage::kSql, Stage::kNoCustomer, 30);
  const Row usual = lead("Fair", "mql");
  book.add_move(usual, Stage::kNew, Stage::kMql, 10);
  book.add_move(usual, Stage::kMql, Stage::kCustomer, 20);
  lead("Fair", "mql");  // nobody promoted it here
  const auto all = report();
  EXPECT_EQ(all.exceptions.leads, 1U);
  EXPECT_EQ(all.exceptions.sql, 1U);
  EXPECT_EQ(all.exceptions.lost, 1U);
  EXPECT_EQ(all.by_criteria.leads, 1U);
  EXPECT_EQ(all.by_criteria.won, 1U);
}

}  // namespace
}  // namespace leadlight::test
