#include "app/routes.h"

#include <gtest/gtest.h>

#include "app/url.h"

namespace leadlight::app {
namespace {

Route there_and_back(const Route& route) {
  const std::string fragment = fragment_from_route(route);
  const auto read = route_from_fragment(fragment, {});
  EXPECT_TRUE(read.has_value()) << fragment;
  return read.value_or(Route{});
}

TEST(Routes, NameEachPlace) {
  for (const Place place : {Place::kToday, Place::kLeads, Place::kFunnel, Place::kCapture,
                            Place::kShare, Place::kSettings})
    EXPECT_EQ(there_and_back({.place = place}).place, place);
  EXPECT_EQ(fragment_from_route({}), "#/today");
}

TEST(Routes, KeepFilterSortAndLayoutOfLeads) {
  Route route{.place = Place::kLeads, .leads_layout = LeadsLayout::kBoard};
  route.query.stages = {Stage::kMql, Stage::kSql};
  route.query.sources = {"Trade fair & more", "50% off"};
  route.query.search = "zażółć";
  route.query.sort = query::SortKey::kCompany;
  route.query.direction = query::Direction::kAscending;
  const Route read = there_and_back(route);
  EXPECT_EQ(read.query, route.query);
  EXPECT_EQ(read.leads_layout, LeadsLayout::kBoard);
}

TEST(Routes, KeepTheFunnelsFilter) {
  const Route read = there_and_back(
      {.place = Place::kFunnel, .funnel_days = 30, .funnel_source = "Messe Köln & Co"});
  EXPECT_EQ(read.funnel_days, 30);
  EXPECT_EQ(read.funnel_source, "Messe Köln & Co");
}

TEST(Routes, OpenACardOverThePlaceThatIsShown) {
  const Route now{.place = Place::kFunnel};
  const auto read = route_from_fragment("#/lead/" + text_from_id({7, 9}), now);
  ASSERT_TRUE(read);
  EXPECT_EQ(read->open_lead, (Id{7, 9}));
  EXPECT_EQ(read->place, Place::kFunnel);
}

TEST(Routes, CloseTheCardByAPlace) {
  const auto read = route_from_fragment("#/today", {.open_lead = {7, 9}});
  ASSERT_TRUE(read);
  EXPECT_TRUE(read->open_lead.is_nil());
}

TEST(Routes, RefuseWhatIsNone) {
  for (const std::string_view text :
       {"", "#", "#/", "#/nowhere", "#/lead/", "#/lead/xyz", "leads/3"})
    EXPECT_FALSE(route_from_fragment(text, {})) << text;
}

TEST(Routes, SurviveNonsenseInParameters) {
  const auto read = route_from_fragment("#/funnel?days=-7&source=%zz&x", {});
  ASSERT_TRUE(read);
  EXPECT_EQ(read->funnel_days, 0);
  EXPECT_EQ(read->funnel_source, "%zz");
}

TEST(Url, EncodesAllButUnreservedCharacters) {
  EXPECT_EQ(percent_encoded("a-Z_0.~ /?ö"), "a-Z_0.~%20%2F%3F%C3%B6");
  EXPECT_EQ(percent_decoded("a%20%C3%B6%2"), "a ö%2");
}

}  // namespace
}  // namespace leadlight::app
