#include "insight/funnel.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "tests/support/random.h"
#include "tests/support/small_book.h"

namespace leadlight::insight {
namespace {

using test::kNow;
using test::SmallBook;

std::vector<score::Points> points_of(const SmallBook& book) {
  return score::score_all(book.model, test::settings_without_criteria(), kNow);
}
Funnel funnel_in(const SmallBook& book, const FunnelFilter& filter = {}) {
  return funnel_of(book.model, points_of(book), filter, kNow);
}

Row lead_at(SmallBook& book, UtcMs created_at, std::string_view stage = {}) {
  const Row row = book.add_lead({{LeadField::kStage, stage}});
  book.set(row, LeadField::kCreatedAt, created_at);
  return row;
}

std::array<std::size_t, 4> reached_in(const Funnel& funnel) {
  std::array<std::size_t, 4> reached{};
  std::ranges::transform(funnel.stages, reached.begin(), &FunnelStage::reached);
  return reached;
}

TEST(Funnel, CountsWhereLeadsStandAndWhereTheyHaveBeen) {
  SmallBook book;
  lead_at(book, kNow - kDayMs);
  const Row mql = lead_at(book, kNow - 9 * kDayMs);
  book.add_move(mql, Stage::kNew, Stage::kMql, kNow - 5 * kDayMs);
  const Row won = lead_at(book, kNow - 9 * kDayMs);
  book.add_move(won, Stage::kNew, Stage::kMql, kNow - 8 * kDayMs);
  book.add_move(won, Stage::kMql, Stage::kSql, kNow - 6 * kDayMs);
  book.add_move(won, Stage::kSql, Stage::kCustomer, kNow - kDayMs);
  const Row lost = lead_at(book, kNow - 9 * kDayMs);
  book.add_move(lost, Stage::kNew, Stage::kMql, kNow - 7 * kDayMs);
  book.add_move(lost, Stage::kMql, Stage::kNoCustomer, kNow - 6 * kDayMs);
  const Funnel funnel = funnel_in(book);
  EXPECT_EQ(reached_in(funnel), (std::array<std::size_t, 4>{4, 3, 1, 1}));
  EXPECT_EQ(funnel.stages[0].here, 1U);
  EXPECT_EQ(funnel.stages[1].rows, std::vector{mql});
  EXPECT_EQ(funnel.stages[3].rows, std::vector{won});
  EXPECT_EQ(funnel.lost, 1U);
  EXPECT_EQ(funnel.stages[0].converted, 3U);
  EXPECT_EQ(funnel.stages[1].converted, 1U);
  EXPECT_EQ(funnel.stages[0].median_ms, 2 * kDayMs) << "of 1, 2 and 4 days";
  EXPECT_EQ(funnel.stages[1].median_ms, 2 * kDayMs);
  EXPECT_EQ(funnel.stages[2].median_ms, 5 * kDayMs);
  EXPECT_EQ(funnel.stages[3].median_ms, 0);
}

TEST(Funnel, CountsImportedLeadsAsHavingReachedTheirStage) {
  SmallBook book;
  lead_at(book, kNow - kDayMs, "sql");
  lead_at(book, kNow - kDayMs, "no_customer");
  const Funnel funnel = funnel_in(book);
  EXPECT_EQ(reached_in(funnel), (std::array<std::size_t, 4>{2, 1, 1, 0}));
  EXPECT_EQ(funnel.stages[0].median_ms, 0) << "it took no time that anyone knows";
}

TEST(Funnel, RemembersHowFarALeadThatWasMovedBackHadCome) {
  SmallBook book;
  const Row lead = lead_at(book, kNow - 9 * kDayMs);
  book.add_move(lead, Stage::kNew, Stage::kSql, kNow - 8 * kDayMs);
  book.add_move(lead, Stage::kSql, Stage::kMql, kNow - 2 * kDayMs);
  const Funnel funnel = funnel_in(book);
  EXPECT_EQ(reached_in(funnel), (std::array<std::size_t, 4>{1, 1, 1, 0}));
  EXPECT_EQ(funnel.stages[1].here, 1U);
  EXPECT_EQ(funnel.stages[0].median_ms, kDayMs);
  EXPECT_EQ(funnel.stages[1].median_ms, 0) << "it skipped MQL on its way";
}

TEST(Funnel, LeavesContactsAndWeededOutLeadsToTheirOwnFigures) {
  SmallBook book;
  book.set(lead_at(book, kNow - kDayMs), LeadField::kWeedOut, "student");
  const Row contact = lead_at(book, kNow - kDayMs);
  book.remove(Kind::kLead, lead_at(book, kNow - kDayMs));
  std::vector<score::Points> points = points_of(book);
  points[contact].standing = Standing::kContact;
  const Funnel funnel = funnel_of(book.model, points, {}, kNow);
  EXPECT_EQ(funnel.contacts, 1U);
  EXPECT_EQ(funnel.weeded_out, 1U);
  EXPECT_EQ(reached_in(funnel), (std::array<std::size_t, 4>{}));
}

TEST(Funnel, FiltersByPeriodSourceCampaignAndOwner) {
  SmallBook book;
  const Row lead = lead_at(book, kNow - 9 * kDayMs);
  book.set(lead, LeadField::kSource, "Webinar");
  book.set(lead, LeadField::kCampaign, "Spring");
  book.set(lead, LeadField::kOwner, "Ana");
  lead_at(book, kNow - kDayMs);
  const auto count = [&](const FunnelFilter& filter) {
    return funnel_in(book, filter).stages[0].here;
  };
  EXPECT_EQ(count({}), 2U);
  EXPECT_EQ(count({.created_from = kNow - 2 * kDayMs}), 1U);
  EXPECT_EQ(funnel_in(book, {.created_from = kNow - 2 * kDayMs}).earlier, 1U);
  EXPECT_EQ(count({.created_to = kNow - 2 * kDayMs}), 1U);
  EXPECT_EQ(count({.created_to = kNow - 9 * kDayMs}), 0U);
  EXPECT_EQ(count({.source = "Webinar"}), 1U);
  EXPECT_EQ(count({.source = "No such source"}), 0U);
  EXPECT_EQ(count({.source = "Webinar", .campaign = "Spring", .owner = "Ana"}), 1U);
  EXPECT_EQ(count({.owner = "Spring"}), 0U);
}

TEST(Funnel, SaysWhoIsStuckButNotWhoWaitsOnPurpose) {
  SmallBook book;
  const Row old = lead_at(book, kNow - 40 * kDayMs);
  const Row oldest = lead_at(book, kNow - 80 * kDayMs);
  const Row moving = lead_at(book, kNow - 80 * kDayMs);
  book.add_move(moving, Stage::kNew, Stage::kMql, kNow - kDayMs);
  const Row nurtured = lead_at(book, kNow - 80 * kDayMs);
  book.set(nurtured, LeadField::kNurtureUntil, kNow + kDayMs);
  lead_at(book, kNow - 80 * kDayMs, "customer");
  EXPECT_EQ(funnel_in(book).stuck, (std::vector{oldest, old}));
}

// A slow way to the same figures: each lead's moves sorted and walked.
TEST(Funnel, AgreesWithWalkingThroughEachLeadsMoves) {
  LEADLIGHT_SEEDED(random, 61);
  SmallBook book;
  std::map<Row, std::vector<std::pair<UtcMs, Stage>>> moves;
  for (int i = 0; i < 2000; ++i) {
    const UtcMs created_at = kNow - random.between(60, 90) * kDayMs;
    const Row lead = lead_at(book, created_at);
    UtcMs at = created_at;
    Stage stage = Stage::kNew;
    for (auto count = random.between(0, 5); count > 0; --count) {
      const Stage to = random.of(kStages);
      at += random.between(1, 10 * kDayMs);
      const Row move = book.add_move(lead, stage, to, at);
      moves[lead].emplace_back(at, to);
      (void)move;
      stage = to;
    }
    if (random.one_in(9)) book.set(lead, LeadField::kWeedOut, "press");
    if (random.one_in(9)) book.remove(Kind::kLead, lead);
  }
  const std::vector<score::Points> points = points_of(book);
  const Funnel funnel = funnel_of(book.model, points, {}, kNow);
  std::array<std::size_t, 4> here{};
  std::array<std::size_t, 4> reached{};
  std::array<std::vector<UtcMs>, 4> lengths;
  std::size_t lost = 0;
  for (Row lead = 0; lead < book.model.leads().size(); ++lead) {
    if (!book.model.leads().alive(lead) || points[lead].standing != Standing::kLead) continue;
    const Stage stage = book.model.lead(lead).stage;
    if (stage == Stage::kNoCustomer)
      ++lost;
    else
      ++here[static_cast<std::size_t>(stage)];
    std::size_t furthest = 0;
    UtcMs stands_since = book.model.lead(lead).created_at;
    for (const auto& [at, to] : moves[lead]) {
      const auto number = static_cast<std::size_t>(to);
      if (to == Stage::kNoCustomer || number <= furthest) continue;
      lengths[furthest].push_back(at - stands_since);
      furthest = number;
      stands_since = at;
    }
    for (std::size_t i = 0; i <= furthest; ++i) ++reached[i];
  }
  EXPECT_EQ(funnel.lost, lost);
  EXPECT_EQ(reached_in(funnel), reached);
  for (std::size_t i = 0; i < 4; ++i) {
    const FunnelStage& stage = funnel.stages[i];
    EXPECT_EQ(stage.here, here[i]);
    EXPECT_EQ(stage.rows.size(), here[i]);
    EXPECT_EQ(stage.converted, i < 3 ? reached[i + 1] : 0);
    std::ranges::sort(lengths[i]);
    EXPECT_EQ(stage.median_ms, lengths[i].empty() ? 0 : lengths[i][(lengths[i].size() - 1) / 2])
        << i;
    EXPECT_TRUE(std::ranges::is_sorted(stage.rows, std::greater<>{},
                                       [&](Row row) { return points[row].total(); }));
  }
}

}  // namespace
}  // namespace leadlight::insight
