#include "score/assignment.h"

#include <gtest/gtest.h>

#include <map>

#include "tests/support/random.h"
#include "tests/support/small_book.h"

namespace leadlight::test {
namespace {

using score::Assigner;
using score::AssignRule;
using score::AssignRules;

class AssignmentTest : public testing::Test {
 protected:
  SmallBook book;
  AssignRules rules;
  void rule(std::string field, std::string match, std::vector<std::string> to) {
    rules.rules.push_back({std::to_string(rules.rules.size()), std::move(field), std::move(match),
                           std::move(to), static_cast<int>(rules.rules.size())});
  }
  std::string owner(SmallBook::Cells cells, const std::vector<std::string>& marquee = {}) {
    return std::string(Assigner(rules, marquee).owner_of(book.model, book.add_lead(cells)));
  }
};

TEST_F(AssignmentTest, TheFirstRuleThatFitsDecides) {  // A4
  rule("marquee", "", {"Boss"});
  rule("country", "Germany, Austria", {"Ana"});
  rule("source", "fair", {"Sam"});
  rule("source", "*", {"Kim"});
  EXPECT_EQ(owner({{LeadField::kCompany, "Acme"}, {LeadField::kCountry, "Austria"}}, {"Acme"}),
            "Boss");
  EXPECT_EQ(owner({{LeadField::kCountry, "austria"}, {LeadField::kSource, "Fair"}}), "Ana");
  EXPECT_EQ(owner({{LeadField::kCountry, "Spain"}, {LeadField::kSource, "Trade fair"}}), "Sam");
  EXPECT_EQ(owner({{LeadField::kSource, "Web"}}), "Kim");
  EXPECT_EQ(owner({}), "");
}

TEST_F(AssignmentTest, TerritoriesAreTheBeginningsOfPostalCodes) {
  rule("postal_code", "80, 81, sw1", {"Ana"});
  EXPECT_EQ(owner({{LeadField::kPostalCode, "80331"}}), "Ana");
  EXPECT_EQ(owner({{LeadField::kPostalCode, "SW1A 1AA"}}), "Ana");
  EXPECT_EQ(owner({{LeadField::kPostalCode, "18055"}}), "");
}

TEST_F(AssignmentTest, LeadTypesAreTheWordsOfTheRecord) {
  rule("lead_type", "quote_request,trial_request", {"Ana"});
  EXPECT_EQ(owner({{LeadField::kLeadType, "quote_request"}}), "Ana");
  EXPECT_EQ(owner({{LeadField::kLeadType, "badge_scan"}}), "");
}

TEST_F(AssignmentTest, ARuleWithoutNamesOrOfANewerVersionIsPassedBy) {
  rule("country", "*", {});
  rule("planet", "*", {"Zed"});
  rule("country", "*", {"Ana"});
  EXPECT_EQ(owner({{LeadField::kCountry, "Spain"}}), "Ana");
}

TEST_F(AssignmentTest, TurnsAreEvenAndTheSameInEveryCopy) {
  LEADLIGHT_SEEDED(random, 77);
  rule("country", "*", {"Ana", "Sam", "Kim"});
  constexpr int kLeads = 3000;
  std::map<std::string, int> got;
  for (int i = 0; i < kLeads; ++i) {
    const Id id = random.id();
    const auto value_of = [](LeadField field) {
      return field == LeadField::kCountry ? std::string_view("Spain") : std::string_view();
    };
    Assigner here(rules, {}), there(rules, {});
    const std::string owner(here.owner_of(id, value_of));
    ASSERT_EQ(owner, there.owner_of(id, value_of));
    ++got[owner];
  }
  ASSERT_EQ(got.size(), 3U);
  for (const auto& [name, count] : got) EXPECT_NEAR(count, kLeads / 3, kLeads / 20) << name;
}

TEST_F(AssignmentTest, RulesAreReadKeyByKeyInTheirOrder) {
  const Row row = book.model.add_row(static_cast<KindIndex>(Kind::kSetting), kTeamSettingsId);
  const auto set = [&](const std::string& key, std::string_view value) {
    const auto kind = static_cast<KindIndex>(Kind::kSetting);
    book.set(Kind::kSetting, row, book.model.mutable_table(kind).add_column(key), value);
  };
  set(score::assign_key("b", "field"), "country");
  set(score::assign_key("b", "to"), " Ana , Sam,, Ana");
  set(score::assign_key("b", "position"), "2");
  set(score::assign_key("a", "field"), "source");
  set(score::assign_key("a", "match"), "fair");
  set(score::assign_key("a", "position"), "9");
  set(score::assign_key("gone", "match"), "x");  // somebody removed it
  set(std::string(score::kAssignNewKey), "1");
  const AssignRules read = score::assign_rules(book.model);
  ASSERT_EQ(read.rules.size(), 2U);
  EXPECT_EQ(read.rules[0].id, "b");
  EXPECT_EQ(read.rules[0].to, (std::vector<std::string>{"Ana", "Sam"}));
  EXPECT_EQ(read.rules[1].match, "fair");
  EXPECT_TRUE(read.new_leads);
}

}  // namespace
}  // namespace leadlight::test
