#include <gtest/gtest.h>

#include "query/query.h"
#include "tests/support/random.h"

namespace leadlight::query {
namespace {

TEST(QueryText, LeavesOutWhatIsUsual) {
  EXPECT_EQ(text_from_query({}), "");
  EXPECT_EQ(query_from_text(""), Query());
}

TEST(QueryText, IsReadableInALink) {
  Query query;
  query.stages = {Stage::kMql, Stage::kSql};
  query.sources = {"Trade fair, badge", ""};
  query.search = "Żółć 5%";
  query.sort = SortKey::kCompany;
  query.direction = Direction::kAscending;
  const std::string text = text_from_query(query);
  EXPECT_EQ(text,
            "stage=mql,sql&source=Trade%20fair%2C%20badge,&q=%C5%BB%C3%B3%C5%82%C4%87%205%25&sort="
            "company");
  EXPECT_EQ(query_from_text(text), query);
}

TEST(QueryText, SortsAsIsNaturalUnlessToldOtherwise) {
  EXPECT_EQ(query_from_text("sort=name").direction, Direction::kAscending);
  EXPECT_EQ(query_from_text("sort=created").direction, Direction::kDescending);
  EXPECT_EQ(query_from_text("dir=up").direction, Direction::kAscending);
  EXPECT_EQ(query_from_text("dir=down&sort=name").direction, Direction::kDescending);
}

TEST(QueryText, IgnoresWhatItDoesNotKnow) {
  EXPECT_EQ(query_from_text("colour=red&stage=&stage=paid,mql,mql&sort=size&scope=mine&&=&x"),
            query_from_text("stage=mql"));
  EXPECT_EQ(query_from_text("owner=%FF%FE&q=%C3"), Query());
  EXPECT_EQ(query_from_text("q=100%&owner=%4").search, "100%");
}

TEST(QueryText, BringsBackAnyQuery) {
  LEADLIGHT_SEEDED(random, 71);
  constexpr std::array<std::string_view, 8> kTexts{"",      "Ana",       "a,b",  "50% & more=x+y",
                                                   "Ελένη", "山田 太郎", "a\nb", "😀"};
  const auto texts = [&] {
    std::vector<std::string> some;
    for (const std::string_view text : kTexts) {
      if (random.one_in(4)) some.emplace_back(text);
    }
    return some;
  };
  for (int i = 0; i < 2000; ++i) {
    Query query;
    query.scope = static_cast<Scope>(random.index(5));
    for (const Stage stage : kStages) {
      if (random.one_in(3)) query.stages.push_back(stage);
    }
    query.sources = texts();
    query.owners = texts();
    query.countries = texts();
    query.campaigns = texts();
    query.tags = texts();
    if (random.one_in(2)) query.bands = {score::Band::kSales, score::Band::kNone};
    if (random.one_in(3)) query.created_from = 1'790'000'000'000;
    if (random.one_in(3)) query.reached = random.of(kStages);
    if (random.one_in(3))
      query.handoff = static_cast<HandoffMark>(random.between(0, kHandoffMarkCount - 1));
    if (random.one_in(3)) query.stuck_days = 30, query.stuck_at = 1'795'338'000'000;
    query.search = random.of(kTexts);
    query.sort = static_cast<SortKey>(random.index(10));
    query.direction = static_cast<Direction>(random.index(2));
    ASSERT_EQ(query_from_text(text_from_query(query)), query) << text_from_query(query);
  }
}

TEST(QueryText, BearsAnyBytes) {
  LEADLIGHT_SEEDED(random, 72);
  for (int i = 0; i < 3000; ++i) {
    std::string text;
    constexpr std::string_view kParts = "stage=q=owner=,&%2C%F0%9f=sort=dir=scopeup\xF0\xC3";
    for (auto length = random.between(0, 60); length > 0; --length) text += random.of(kParts);
    const Query query = query_from_text(text);
    ASSERT_EQ(query_from_text(text_from_query(query)), query) << text;
  }
}

}  // namespace
}  // namespace leadlight::query
