#include "lead/handoff.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/support/random.h"
#include "tests/support/small_book.h"

namespace leadlight::test {
namespace {

using enum HandoffStep;

class HandoffTest : public testing::Test {
 protected:
  SmallBook book;
  Row lead = book.add_lead({{LeadField::kStage, "mql"}});
  [[nodiscard]] Handoff now() const { return handoff_of(book.model, lead); }
};

TEST_F(HandoffTest, IsNoneBeforeAnything) {
  EXPECT_EQ(now().state, HandoffState::kNone);
  EXPECT_TRUE(handoffs_of(book.model, lead).empty());
}

TEST_F(HandoffTest, IsOpenFromTheOfferToItsAnswer) {  // A4
  const Row offer = book.add_handoff(lead, kOffered, 10, "Mia");
  EXPECT_EQ(now().state, HandoffState::kOffered);
  EXPECT_EQ(now().offer, offer);
  const Row answer = book.add_handoff(lead, kReturned, 20, "Sam", ReturnReason::kTooEarly, "2028");
  EXPECT_EQ(now().state, HandoffState::kReturned);
  EXPECT_EQ(now().answer, answer);
  EXPECT_EQ(text_of(book.model, now().answer, HandoffField::kWords), "2028");
  EXPECT_EQ(book.model.handoff(answer).reason, ReturnReason::kTooEarly);
}

TEST_F(HandoffTest, IsAcceptedWhileTheLeadIsWithSales) {
  book.add_handoff(lead, kOffered, 10);
  book.add_handoff(lead, kAccepted, 20);
  EXPECT_EQ(now().state, HandoffState::kNone);  // it was moved back meanwhile
  book.set(lead, LeadField::kStage, "sql");
  EXPECT_EQ(now().state, HandoffState::kAccepted);
  EXPECT_EQ(now().accepted_at, 20);
}

TEST_F(HandoffTest, OfAnOfferWhoseLeadWasMovedPastItIsNone) {
  book.add_handoff(lead, kOffered, 10);
  book.set(lead, LeadField::kStage, "no_customer");
  EXPECT_EQ(now().state, HandoffState::kNone);
}

TEST_F(HandoffTest, HasOneOpenOfferWhenTwoPeopleOfferApart) {
  book.add_handoff(lead, kOffered, 10, "Mia");
  const Row second = book.add_handoff(lead, kOffered, 12, "Max");
  const auto all = handoffs_of(book.model, lead);
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(all.front().offer, second);
  EXPECT_EQ(all.front().offered_at, 10);
}

TEST_F(HandoffTest, IsNotWithdrawnOnceItIsAnswered) {
  book.add_handoff(lead, kOffered, 10);
  book.add_handoff(lead, kReturned, 20, "Sam", ReturnReason::kNoNeed);
  book.add_handoff(lead, kWithdrawn, 30);
  EXPECT_EQ(now().state, HandoffState::kReturned);
}

TEST_F(HandoffTest, BeginsAnewAfterAReturn) {
  book.add_handoff(lead, kOffered, 10);
  book.add_handoff(lead, kReturned, 20, "Sam", ReturnReason::kBadData);
  book.add_handoff(lead, kOffered, 30);
  ASSERT_EQ(handoffs_of(book.model, lead).size(), 2U);
  EXPECT_EQ(now().state, HandoffState::kOffered);
}

TEST_F(HandoffTest, PassesByStepsThatWereTakenBack) {
  book.add_handoff(lead, kOffered, 10);
  book.remove(Kind::kHandoff, book.add_handoff(lead, kReturned, 20));
  EXPECT_EQ(now().state, HandoffState::kOffered);
}

TEST_F(HandoffTest, GoesToTheHeirWithTheLead) {  // E8
  const Row heir = book.add_lead({{LeadField::kStage, "mql"}});
  book.add_handoff(lead, kOffered, 10);
  book.set(lead, LeadField::kMergedInto, text_from_id(book.model.leads().id(heir)));
  book.model.settle_redirects();
  EXPECT_EQ(handoff_of(book.model, heir).state, HandoffState::kOffered);
  EXPECT_EQ(book.model.lead(lead).first_handoff, kNoRow);
}

TEST_F(HandoffTest, UntouchedMeansNoWordOfOursSinceItWasAccepted) {  // F3
  book.set(lead, LeadField::kStage, "sql");
  book.add_touch(lead, TouchKind::kCall, 5);
  book.add_handoff(lead, kOffered, 10);
  book.add_handoff(lead, kAccepted, 20);
  EXPECT_TRUE(has_mark(book.model, lead, HandoffMark::kUntouched));
  book.add_touch(lead, TouchKind::kEmail, 22, TouchResult::kAcknowledged);
  book.add_touch(lead, TouchKind::kReplied, 23);
  EXPECT_TRUE(has_mark(book.model, lead, HandoffMark::kUntouched));
  book.add_touch(lead, TouchKind::kCall, 24);
  EXPECT_FALSE(has_mark(book.model, lead, HandoffMark::kUntouched));
}

TEST_F(HandoffTest, OfWhoTookItStraightOverIsNotWaitedFor) {
  book.set(lead, LeadField::kStage, "sql");
  book.add_handoff(lead, kAccepted, 20, "Mia");
  EXPECT_TRUE(has_mark(book.model, lead, HandoffMark::kAccepted));
  EXPECT_FALSE(has_mark(book.model, lead, HandoffMark::kUntouched));
}

// Whatever order records come in, also with equal times: the same state, and one open offer at
// most.
TEST(HandoffProperty, ComesToTheSameInAnyOrder) {
  LEADLIGHT_SEEDED(random, 4711);
  for (int round = 0; round < 300; ++round) {
    struct Step {
      Id id;
      HandoffStep step;
      UtcMs at;
      ReturnReason reason;
    };
    std::vector<Step> steps;
    for (auto count = random.between(0, 12); count > 0; --count)
      steps.push_back({random.id(), static_cast<HandoffStep>(random.between(0, 3)),
                       random.between(1, 9), static_cast<ReturnReason>(random.between(0, 8))});
    const auto stage = text_of(random.of(kStages));
    std::string first;
    for (int order = 0; order < 4; ++order) {
      SmallBook book;
      const Row lead = book.add_lead({{LeadField::kStage, stage}});
      for (std::size_t i = steps.size(); i > 1; --i)
        std::swap(steps[i - 1], steps[random.index(i)]);
      for (const Step& one : steps)
        book.add_handoff(one.id, lead, one.step, one.at, {}, one.reason);
      const Handoff now = handoff_of(book.model, lead);
      std::string seen = std::to_string(static_cast<int>(now.state)) + " " +
                         std::to_string(now.at) + " " + std::to_string(now.accepted_at);
      const Table& table = book.model.table(Kind::kHandoff);
      for (const Row row : {now.offer, now.answer})
        seen += row == kNoRow ? " -" : " " + text_from_id(table.id(row));
      const auto all = handoffs_of(book.model, lead);
      seen += " " + std::to_string(all.size());
      EXPECT_LE(std::ranges::count(all, HandoffState::kOffered, &Handoff::state), 1);
      if (order == 0) first = seen;
      EXPECT_EQ(seen, first) << "round " << round;
    }
  }
}

}  // namespace
}  // namespace leadlight::test
