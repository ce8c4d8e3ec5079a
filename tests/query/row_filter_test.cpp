// What the funnel's figures ask for when they are opened (practice F1).
#include <gtest/gtest.h>

#include <algorithm>

#include "insight/funnel.h"
#include "query/query.h"
#include "tests/support/small_book.h"

namespace leadlight::query {
namespace {

using test::kNow;
using test::SmallBook;

struct FunnelQuery : testing::Test {
  SmallBook book;
  std::vector<Row> found(const Query& query) {
    const auto points = score::score_all(book.model, test::settings_without_criteria(), kNow);
    Engine engine;
    std::vector<Row> rows = engine.run(book.model, points, query);
    std::ranges::sort(rows);
    return rows;
  }
  insight::Funnel funnel(const insight::FunnelFilter& filter = {}) {
    const auto points = score::score_all(book.model, test::settings_without_criteria(), kNow);
    return insight::funnel_of(book.model, points, filter, kNow);
  }
};

TEST_F(FunnelQuery, WhoCameInLaterIsLeftOut) {
  const Row old = book.add_lead({{LeadField::kFullName, "Old"}});
  book.set(old, LeadField::kCreatedAt, kNow - 40 * kDayMs);
  const Row young = book.add_lead({{LeadField::kFullName, "Young"}});
  book.set(young, LeadField::kCreatedAt, kNow - 30 * kDayMs);
  Query query;
  query.created_from = kNow - 30 * kDayMs;
  EXPECT_EQ(found(query), std::vector{young});
}

TEST_F(FunnelQuery, ReachedFindsAsManyLeadsAsTheFunnelCounts) {
  const Row fresh = book.add_lead({{LeadField::kFullName, "a"}});
  const Row imported = book.add_lead({{LeadField::kStage, "customer"}});
  const Row back = book.add_lead({{LeadField::kFullName, "b"}});
  book.add_move(back, Stage::kNew, Stage::kSql, kNow - 9 * kDayMs);
  book.add_move(back, Stage::kSql, Stage::kNew, kNow - 8 * kDayMs);
  const Row lost = book.add_lead({{LeadField::kFullName, "c"}});
  book.add_move(lost, Stage::kMql, Stage::kNoCustomer, kNow - 7 * kDayMs);
  for (const Row row : {fresh, imported, back, lost})
    book.set(row, LeadField::kCreatedAt, kNow - 20 * kDayMs);

  const insight::Funnel counted = funnel();
  for (const insight::FunnelStage& stage : counted.stages) {
    Query query;
    query.scope = Scope::kAllLeads;
    query.reached = stage.stage;
    EXPECT_EQ(found(query).size(), stage.reached) << text_of(stage.stage);
  }
  Query mql;
  mql.scope = Scope::kAllLeads;
  mql.reached = Stage::kMql;
  EXPECT_EQ(found(mql), (std::vector{imported, back, lost}));
}

TEST_F(FunnelQuery, StuckFindsTheLeadsThatTheFunnelCallsStuck) {
  const Row stuck = book.add_lead({{LeadField::kFullName, "a"}});
  const Row moved = book.add_lead({{LeadField::kFullName, "b"}});
  const Row nurtured = book.add_lead({{LeadField::kFullName, "c"}});
  const Row won = book.add_lead({{LeadField::kStage, "customer"}});
  for (const Row row : {stuck, moved, nurtured, won})
    book.set(row, LeadField::kCreatedAt, kNow - 90 * kDayMs);
  book.add_move(moved, Stage::kNew, Stage::kMql, kNow - 3 * kDayMs);
  book.set(nurtured, LeadField::kNurtureUntil, kNow + kDayMs);
  const insight::Funnel counted = funnel();
  Query query;
  query.stuck_days = static_cast<int>(counted.stuck_after_ms / kDayMs);
  query.stuck_at = kNow;
  EXPECT_EQ(found(query), counted.stuck);
  EXPECT_EQ(found(query), std::vector{stuck});
}

}  // namespace
}  // namespace leadlight::query
