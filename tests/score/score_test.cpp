#include "score/score.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>

#include "score/marquee.h"
#include "tests/support/random.h"
#include "tests/support/small_book.h"

namespace leadlight::score {
namespace {

using test::kNow;
using test::SmallBook;

TeamSettings bare_settings() { return test::settings_without_criteria(); }

Criterion size_criterion(bool must_have = false) {
  return {.id = {1, 1},
          .position = 1,
          .question = "How large?",
          .field = "employees",
          .must_have = must_have,
          .answers = {{1, "Small", 0, "1..49"},
                      {2, "250 to 1,000 people", 10, "250..1000"},
                      {3, "Other", 2, "*"}}};
}

std::string reasons_text(const Explanation& explanation) {
  std::string text;
  for (const Reason& reason : explanation.reasons) {
    text += std::to_string(reason.points) + " " + reason.text + "\n";
  }
  return text;
}

int sum_of(const Explanation& explanation) {
  int sum = 0;
  for (const Reason& reason : explanation.reasons) sum += reason.points;
  return sum;
}

TEST(Score, ListsEveryCauseWithItsPoints) {
  SmallBook book;
  TeamSettings settings = bare_settings();
  settings.criteria = {size_criterion()};
  settings.marquee = {"Aqua Nova"};
  const Row lead =
      book.add_lead({{LeadField::kEmployees, "400"}, {LeadField::kCompany, "AQUA NOVA"}});
  book.add_touch(lead, TouchKind::kQuoteRequested, kNow);
  book.add_touch(lead, TouchKind::kDownload, kNow);
  book.add_touch(lead, TouchKind::kDownload, kNow);
  for (int i = 0; i < 3; ++i) book.add_touch(lead, TouchKind::kBoothVisit, kNow);
  book.add_touch(lead, TouchKind::kCall, kNow, TouchResult::kNoAnswer);
  book.add_touch(lead, TouchKind::kMinutesOnSite, kNow, TouchResult::kNone, 7);
  const Explanation explanation = Scorer(book.model, settings).explain(lead, kNow);
  EXPECT_EQ(reasons_text(explanation),
            "30 Booth visited, 3 times\n24 Quote requested\n12 Document downloaded, twice\n"
            "10 250 to 1,000 people\n9 Marquee account\n7 7 minutes on site\n-3 No answer to one "
            "touch\n");
  EXPECT_EQ(explanation.points.fit, 19);
  EXPECT_EQ(explanation.points.interest, 70);
  EXPECT_TRUE(explanation.points.marquee);
}

TEST(Score, HalvesInterestAfterOneHalfLife) {
  SmallBook book;
  const Row lead = book.add_lead();
  book.add_touch(lead, TouchKind::kQuoteRequested, kNow - 30 * kDayMs);
  const TeamSettings settings = bare_settings();
  EXPECT_EQ(Scorer(book.model, settings).score(lead, kNow).interest, 12);
  EXPECT_EQ(Scorer(book.model, settings).score(lead, kNow + 30 * kDayMs).interest, 6);
}

TEST(Score, TakesTheAnswerGivenByHandBeforeTheField) {
  SmallBook book;
  TeamSettings settings = bare_settings();
  settings.criteria = {size_criterion()};
  const Row lead = book.add_lead({{LeadField::kEmployees, "400"}});
  const Scorer scorer(book.model, settings);
  EXPECT_EQ(scorer.score(lead, kNow).fit, 10);
  EXPECT_FALSE(scorer.answer_of(lead, 0).by_hand);
  book.set(lead, "fit:" + text_from_id({1, 1}), "3");
  EXPECT_EQ(scorer.score(lead, kNow).fit, 2) << "the column came after the scorer";
  EXPECT_TRUE(scorer.answer_of(lead, 0).by_hand);
  book.set(lead, "fit:" + text_from_id({1, 1}), "9");
  EXPECT_EQ(scorer.score(lead, kNow).fit, 10) << "there is no ninth answer";
}

TEST(Score, MatchesATeamsOwnFields) {
  SmallBook book;
  TeamSettings settings = bare_settings();
  settings.criteria = {{.id = {1, 2},
                        .position = 1,
                        .question = "Lines?",
                        .field = "custom:Lines",
                        .answers = {{1, "Many", 7, "3.."}}}};
  const Row lead = book.add_lead();
  book.set(lead, "custom:Lines", "5");
  EXPECT_EQ(Scorer(book.model, settings).score(lead, kNow).fit, 7);
}

TEST(Score, IgnoresTouchesThatWereDeleted) {
  SmallBook book;
  const Row lead = book.add_lead();
  book.remove(Kind::kTouch, book.add_touch(lead, TouchKind::kQuoteRequested, kNow));
  EXPECT_EQ(Scorer(book.model, bare_settings()).score(lead, kNow).interest, 0);
  EXPECT_EQ(score_all(book.model, bare_settings(), kNow)[lead].interest, 0);
}

TEST(Standing, IsContactUntilTheCriteriaAreMet) {
  SmallBook book;
  TeamSettings settings = bare_settings();
  settings.criteria = {size_criterion(true)};
  const Row unknown = book.add_lead();
  const Row small = book.add_lead({{LeadField::kEmployees, "12"}});
  const Row right = book.add_lead({{LeadField::kEmployees, "500"}});
  const Scorer scorer(book.model, settings);
  EXPECT_EQ(scorer.score(unknown, kNow).standing, Standing::kContact);
  EXPECT_TRUE(scorer.score(unknown, kNow).misses_must_have);
  EXPECT_EQ(scorer.score(small, kNow).standing, Standing::kContact);
  EXPECT_EQ(scorer.score(right, kNow).standing, Standing::kLead);
  settings.minimum_fit = 11;
  EXPECT_EQ(Scorer(book.model, settings).score(right, kNow).standing, Standing::kContact);
}

TEST(Standing, IsLeadForWhoeverAsksForSales) {
  SmallBook book;
  TeamSettings settings = bare_settings();
  settings.minimum_fit = 5;
  const Row quote = book.add_lead({{LeadField::kLeadType, "quote_request"}});
  const Row badge = book.add_lead({{LeadField::kLeadType, "badge_scan"}});
  const Scorer scorer(book.model, settings);
  EXPECT_EQ(scorer.score(quote, kNow).standing, Standing::kLead);
  EXPECT_EQ(scorer.score(badge, kNow).standing, Standing::kContact);
}

TEST(Standing, StaysLeadOnceAPersonTookItFurther) {
  SmallBook book;
  TeamSettings settings = bare_settings();
  settings.minimum_fit = 5;
  const Row promoted = book.add_lead({{LeadField::kStage, "mql"}});
  const Row lost_late = book.add_lead();
  book.add_move(lost_late, Stage::kNew, Stage::kMql, kNow - kDayMs);
  book.add_move(lost_late, Stage::kMql, Stage::kNoCustomer, kNow);
  const Row dropped = book.add_lead();
  book.add_move(dropped, Stage::kNew, Stage::kNoCustomer, kNow);
  const Row imported_as_lost = book.add_lead({{LeadField::kStage, "no_customer"}});
  const Scorer scorer(book.model, settings);
  EXPECT_EQ(scorer.score(promoted, kNow).standing, Standing::kLead);
  EXPECT_EQ(scorer.score(lost_late, kNow).standing, Standing::kLead);
  EXPECT_EQ(scorer.score(dropped, kNow).standing, Standing::kContact);
  EXPECT_EQ(scorer.score(imported_as_lost, kNow).standing, Standing::kLead);
}

TEST(Standing, IsWeededOutWhateverElseHolds) {
  SmallBook book;
  const Row lead =
      book.add_lead({{LeadField::kLeadType, "quote_request"}, {LeadField::kWeedOut, "student"}});
  EXPECT_EQ(Scorer(book.model, bare_settings()).score(lead, kNow).standing, Standing::kWeededOut);
}

TEST(Marquee, KnowsCompaniesByNameAndDomains) {
  SmallBook book;
  TeamSettings settings = bare_settings();
  settings.marquee = {"Wódka Północ", "nordquell.example", "https://www.Bigbrew.example/start"};
  const auto is_marquee = [&](SmallBook::Cells cells) {
    return Scorer(book.model, settings).is_marquee(book.add_lead(cells));
  };
  EXPECT_TRUE(is_marquee({{LeadField::kCompany, "WODKA POLNOC"}}));
  EXPECT_FALSE(is_marquee({{LeadField::kCompany, "Wódka Północ II"}}));
  EXPECT_TRUE(is_marquee({{LeadField::kWebsite, "http://www.nordquell.example:8080/de?x=1"}}));
  EXPECT_TRUE(is_marquee({{LeadField::kEmail, "Ann@Mail.NORDQUELL.example"}}));
  EXPECT_TRUE(is_marquee({{LeadField::kEmail, "a@bigbrew.example"}}));
  EXPECT_FALSE(is_marquee({{LeadField::kEmail, "a@notnordquell.example"}}));
  EXPECT_FALSE(is_marquee({{LeadField::kEmail, "nordquell.example@other.example"}}));
  EXPECT_FALSE(is_marquee({}));
}

TEST(Marquee, FindsTheHostInAnyAddress) {
  EXPECT_EQ(host_of("https://user:pw@www.Acme.example:443/a/b@c?d#e"), "acme.example");
  EXPECT_EQ(host_of(" ann@acme.example "), "acme.example");
  EXPECT_EQ(host_of("acme.example."), "acme.example");
  EXPECT_EQ(host_of(""), "");
  EXPECT_EQ(host_of("://"), "");
}

TEST(Bands, GiveEachShareAndNeverPartEquals) {
  LEADLIGHT_SEEDED(random, 21);
  for (int round = 0; round < 30; ++round) {
    SmallBook book;
    TeamSettings settings = bare_settings();
    settings.sales_percent = static_cast<int>(random.between(0, 60));
    settings.watch_percent = static_cast<int>(random.between(0, 60));
    std::vector<std::int32_t> totals;
    const auto leads = static_cast<std::size_t>(random.between(0, 300));
    std::vector<Points> points(leads);
    for (std::size_t i = 0; i < leads; ++i) {
      const Stage stage = random.of(kStages);
      const bool stop = random.one_in(9);
      const bool contact = random.one_in(9);
      const Row row = book.add_lead(
          {{LeadField::kStage, text_of(stage)}, {LeadField::kDoNotContact, stop ? "1" : ""}});
      points[row].fit = static_cast<int>(random.between(-20, 20));
      points[row].standing = contact ? Standing::kContact : Standing::kLead;
      if (stage <= Stage::kMql && !stop && !contact) totals.push_back(points[row].fit);
    }
    set_bands(book.model, settings, points);
    std::ranges::sort(totals, std::greater());
    const auto in_share = [&](std::int32_t total, int percent) {
      const std::size_t share =
          (totals.size() * static_cast<std::size_t>(std::min(percent, 100)) + 99) / 100;
      return total > 0 && share > 0 && total >= totals[share - 1];
    };
    for (Row row = 0; row < leads; ++row) {
      const LeadFacts& facts = book.model.lead(row);
      const bool stands = facts.stage <= Stage::kMql && !facts.do_not_contact &&
                          points[row].standing == Standing::kLead;
      const std::int32_t total = points[row].total();
      const Band expected =
          stands && in_share(total, settings.sales_percent) ? Band::kSales
          : stands && in_share(total, settings.sales_percent + settings.watch_percent)
              ? Band::kWatch
              : Band::kNone;
      ASSERT_EQ(points[row].band, expected) << total;
    }
  }
}

TEST(Bands, AreForLeadsWithPoints) {
  SmallBook book;
  std::vector<Points> points(8);
  for (Points& of_lead : points) of_lead = {.fit = book.add_lead() == 3 ? 5 : 0};
  set_bands(book.model, bare_settings(), points);
  EXPECT_EQ(points[3].band, Band::kSales);
  EXPECT_EQ(std::ranges::count(points, Band::kNone, &Points::band), 7);
}

TEST(Bands, SendMarqueeAccountsOfTheWatchListToSales) {
  SmallBook book;
  std::vector<Points> points;
  for (int i = 0; i < 20; ++i) {
    const Row row = book.add_lead();
    points.push_back({.fit = 20 - i, .marquee = row == 2 || row == 10});
  }
  set_bands(book.model, bare_settings(), points);  // 5 % of 20 is the first, 15 % the first three
  EXPECT_EQ(points[0].band, Band::kSales);
  EXPECT_EQ(points[1].band, Band::kWatch);
  EXPECT_EQ(points[2].band, Band::kSales);
  EXPECT_EQ(points[10].band, Band::kNone);
}

TEST(FirstStage, SendsRequestsToSalesAndAllElseToNew) {
  EXPECT_EQ(first_stage(LeadType::kQuoteRequest), Stage::kSql);
  EXPECT_EQ(first_stage(LeadType::kConsultationRequest), Stage::kSql);
  EXPECT_EQ(first_stage(LeadType::kTrialRequest), Stage::kSql);
  EXPECT_EQ(first_stage(LeadType::kBadgeScan), Stage::kNew);
  EXPECT_EQ(first_stage(LeadType::kUnknown), Stage::kNew);
}

// Ten thousand leads with all kinds of touches: what the reasons say is what the score is.
TEST(Score, ReasonsAddUpToTheTotalForAnyLead) {
  LEADLIGHT_SEEDED(random, 31);
  SmallBook book;
  TeamSettings settings = settings_from(book.model);
  settings.no_answer_points = -3;
  settings.half_life_days = static_cast<int>(random.between(0, 60));
  for (int& points : settings.points) points = static_cast<int>(random.between(-9, 30));
  settings.marquee = {"company 3", "c4.example"};
  constexpr std::array<std::string_view, 6> kSizes{"", "3", "40", "51-200", "800", "9,000+"};
  constexpr std::array<std::string_view, 5> kTitles{"", "CEO", "Head of Purchasing", "Buyer",
                                                    "Operator"};
  for (int i = 0; i < 10'000; ++i) {
    const Row lead = book.add_lead(
        {{LeadField::kEmployees, random.of(kSizes)}, {LeadField::kTitle, random.of(kTitles)}});
    book.set(lead, LeadField::kCompany, "company " + std::to_string(random.between(0, 50)));
    for (auto touches = random.between(0, 12); touches > 0; --touches) {
      const auto kind = static_cast<TouchKind>(random.index(kTouchKindCount));
      const auto result = static_cast<TouchResult>(random.index(kTouchResultCount));
      const Row touch = book.add_touch(lead, kind, kNow - random.between(-kDayMs, 200 * kDayMs),
                                       result, static_cast<int>(random.between(1, 9)));
      if (random.one_in(20)) book.remove(Kind::kTouch, touch);
    }
    if (random.one_in(30)) book.remove(Kind::kLead, lead);
  }
  const Scorer scorer(book.model, settings);
  const std::vector<Points> all = score_all(book.model, settings, kNow);
  for (Row lead = 0; lead < all.size(); ++lead) {
    const Explanation explanation = scorer.explain(lead, kNow);
    ASSERT_EQ(sum_of(explanation), explanation.points.total()) << "lead " << lead << "\n"
                                                               << reasons_text(explanation);
    ASSERT_EQ(explanation.points.fit, all[lead].fit);
    ASSERT_EQ(explanation.points.interest, all[lead].interest) << "lead " << lead;
    ASSERT_EQ(explanation.points.standing, all[lead].standing);
    ASSERT_TRUE(std::ranges::is_sorted(explanation.reasons, std::greater<>{}, &Reason::points));
  }
}

TEST(Score, BearsPointsAndCountsOfAnySize) {
  SmallBook book;
  TeamSettings settings = bare_settings();
  settings.points.fill(2'000'000'000);
  const Row lead = book.add_lead();
  for (int i = 0; i < 100; ++i) {
    book.add_touch(lead, TouchKind::kPagesViewed, kNow + i, TouchResult::kNone, 65'535);
  }
  const Explanation explanation = Scorer(book.model, settings).explain(lead, kNow);
  EXPECT_EQ(sum_of(explanation), explanation.points.total());
  EXPECT_GT(explanation.points.total(), 0);
}

}  // namespace
}  // namespace leadlight::score
