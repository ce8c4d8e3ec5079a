// Figures without people: the same figures, and nobody's name, address or words.
#include "app/figures_only.h"

#include <algorithm>
#include <set>

#include "base/text.h"
#include "fixture.h"
#include "insight/funnel.h"
#include "interchange/snapshot.h"
#include "sample/sample.h"
#include "tests/support/random.h"

namespace leadlight::test {
namespace {

using namespace app;  // NOLINT(google-build-using-namespace): commands, by their names

std::string figures_of(Page& page) {
  page.dispatch(ExportFigures{});
  return page.device.files.saved.back().bytes;
}

// What a report shows, as one text.
std::string figures(const Model& model, UtcMs now) {
  const TeamSettings settings = settings_from(model);
  const std::vector<score::Points> points = score::score_all(model, settings, now);
  std::string out;
  const auto put = [&](std::string_view name, auto value) {
    out += std::string(name) + "=" + std::to_string(value) + " ";
  };
  for (const int days : {0, 90, 30}) {
    insight::FunnelFilter filter;
    if (days > 0) filter.created_from = now - days * kDayMs;
    const insight::Funnel funnel = insight::funnel_of(model, points, filter, now);
    for (const insight::FunnelStage& stage : funnel.stages) {
      put("here", stage.here);
      put("reached", stage.reached);
      put("converted", stage.converted);
      put("median", stage.median_ms);
    }
    put("lost", funnel.lost);
    put("earlier", funnel.earlier);
    put("contacts", funnel.contacts);
    put("weeded", funnel.weeded_out);
    put("stuck", funnel.stuck.size());
  }
  std::multiset<std::string> leads;
  for (Row row = 0; row < model.leads().size(); ++row) {
    if (!model.leads().alive(row)) continue;
    const LeadFacts& facts = model.lead(row);
    UtcMs first_response = 0;
    for (Row touch = facts.first_touch; touch != kNoRow; touch = model.touch(touch).next) {
      if (!model.touch_counts(touch) || !is_outbound(model.touch(touch).kind)) continue;
      const UtcMs after = model.touch(touch).at - facts.created_at;
      if (first_response == 0 || after < first_response) first_response = after;
    }
    leads.insert(
        std::to_string(points[row].fit) + "," + std::to_string(points[row].interest) + "," +
        std::to_string(static_cast<int>(points[row].band)) + "," +
        std::to_string(static_cast<int>(points[row].standing)) + "," +
        std::to_string(first_response) + "," +
        std::string(model.text(row, LeadField::kValueMinor)) + "," +
        std::string(text_of(loss_reason_from_text(model.text(row, LeadField::kOutcomeReason))
                                .value_or(LossReason::kNone))));
  }
  for (const std::string& lead : leads) out += lead + "\n";
  return out;
}

book::Book book_of(const std::string& snapshot, UtcMs now) {
  book::Book book(Id{3, 4});
  const auto operations = interchange::read_snapshot(snapshot);
  EXPECT_TRUE(operations) << operations.error().sentence();
  book.absorb(*operations, now);
  return book;
}

TEST(FiguresOnly, OfTheSampleBookAreTheSame) {
  Device device;
  Page page(device);
  page.dispatch(LoadSample{});
  page.dispatch(SetSettings{{{"sub_stage/visit/name", "Visit by Olga"},
                             {"sub_stage/demo/removed", "1"},
                             {"half_life_days", "20"}}});
  Criterion own;
  own.id = Id{8, 8};
  own.question = "Does Olga know them?";
  own.field = "title";
  own.answers = {{.number = 1, .text = "Buyers", .points = 4, .match = "buyer, einkauf, head of"}};
  page.dispatch(PutCriterion{own});
  page.dispatch(DeleteLeads{{page.model().leads().id(3)}});
  const std::string text = figures_of(page);
  const UtcMs now = page.state().now;
  const book::Book copy = book_of(text, now);
  EXPECT_EQ(copy.model().leads().alive_count(), page.model().leads().alive_count());
  EXPECT_EQ(figures(copy.model(), now), figures(page.model(), now));
  EXPECT_EQ(copy.operation_count(), 1U);
  // And nobody is in them: no whole value of a personal field, and no word of a name.
  const Model& model = page.model();
  std::size_t checked = 0;
  // A touch may be about a paper that is called like its campaign.
  std::set<std::string, std::less<>> campaigns;
  for (Row row = 0; row < model.table(Kind::kCampaign).size(); ++row)
    campaigns.emplace(
        model.text(Kind::kCampaign, row, static_cast<ColumnIndex>(CampaignField::kName)));
  const auto is_absent = [&](std::string_view value) {
    // Words that the file's own form, or the vocabulary of the field, has as well, prove nothing.
    const std::string form =
        R"("kind":"lead_type value full_name Marquee account Sub-stage title )";
    if (value.size() < 4 || form.contains(value) || campaigns.contains(value)) return;
    ++checked;
    EXPECT_FALSE(text.contains(value)) << value;
  };
  using enum LeadField;
  for (Row row = 0; row < model.leads().size(); ++row) {
    for (const LeadField field : {kFullName, kFirstName, kLastName, kCompany, kWebsite, kEmail,
                                  kPhone, kMobile, kStreet, kLinkedin, kOwner, kExternalId})
      is_absent(model.text(row, field));
    for (const std::string_view word : split(model.name_of(row), ' ')) is_absent(word);
  }
  for (Row row = 0; row < model.table(Kind::kNote).size(); ++row)
    is_absent(model.text(Kind::kNote, row, static_cast<ColumnIndex>(NoteField::kText)));
  for (Row row = 0; row < model.table(Kind::kTouch).size(); ++row)
    is_absent(model.text(Kind::kTouch, row, static_cast<ColumnIndex>(TouchField::kText)));
  EXPECT_GT(checked, 1000U);
  EXPECT_FALSE(text.contains("Olga"));
  EXPECT_FALSE(text.contains("tag:"));
  EXPECT_FALSE(text.contains("custom:"));
  for (Row row = 0; row < model.leads().size(); ++row)
    EXPECT_FALSE(text.contains(text_from_id(model.leads().id(row)))) << "ids are new";
  for (const Stamp& stamp : page.app->book().frontier())
    EXPECT_FALSE(text.contains(text_from_id(stamp.session)));
}

// Every field holds something that gives a person away, where figures are expected, too.
TEST(FiguresOnly, LetNothingPersonalThroughWhateverFieldItIsIn) {
  LEADLIGHT_SEEDED(random, 77);
  for (int round = 0; round < 20; ++round) {
    Device device(static_cast<std::uint64_t>(round) + 1);
    Page page(device);
    page.dispatch(SetMyName{"Xxq0 Author"});
    int number = 0;
    std::vector<std::string> secrets;
    const auto secret = [&] {
      // No chance of being in an id (which has no x with a q behind it... twice).
      secrets.push_back("Xqxq" + std::to_string(++number) + "yq");
      return secrets.back();
    };
    const std::vector<std::string> shapes{"{}", "{} GmbH", "mail {}@b.example",
                                          "https://{}.example", "Tel {} 0301234567"};
    for (int i = 0; i < 5; ++i) {
      Fields fields;
      std::string name = secret();
      fields.emplace_back("full_name", name + " " + secret());
      for (const char* field : {"first_name", "last_name", "title", "company", "website", "email",
                                "phone", "mobile", "linkedin", "street", "city", "region",
                                "postal_code", "external_id", "need", "match_ours", "custom:x"})
        fields.emplace_back(field, secret());
      fields.emplace_back("custom:" + secret(), "1");
      fields.emplace_back("tag:" + secret(), "1");
      fields.emplace_back("owner", secret());
      // Open fields that name the same people.
      for (const char* field : {"source", "campaign", "event", "country", "industry", "language",
                                "employees", "currency", "lead_type", "weed_out", "heat"}) {
        std::string value = random.of(shapes);
        value.replace(value.find("{}"), 2, random.one_in(2) ? name : random.of(secrets));
        if (value.contains('{')) continue;
        // A name of somebody in the book, or an address, or a number.
        const bool known = value == name || value.starts_with(name);
        if (known || value.contains('@') || value.contains("//") || value.contains("0301"))
          fields.emplace_back(field, value);
      }
      const Id lead = page.add(std::move(fields), "Note of " + secret());
      page.log(lead, TouchKind::kCall, TouchResult::kReached, secret());
      page.move(lead, Stage::kNoCustomer, LossReason::kOwn, secret());
      page.dispatch(Assign{{lead}, secret()});
    }
    page.dispatch(SetSettings{{{"team_name", secret()},
                               {"marquee/" + secret(), "1"},
                               {"default_currency", secret()},
                               {"sub_stage/x" + secret() + "/name", secret()},
                               {"sub_stage/working/name", secret()},
                               {secret(), secret()}}});
    Criterion own;
    own.id = Id{8, 8};
    own.question = secret();
    own.field = "custom:" + secret();
    own.answers = {{.number = 1, .text = secret(), .points = 4, .match = secret()}};
    page.dispatch(PutCriterion{own});
    const std::string text = folded(figures_of(page));
    for (const std::string& one : secrets) EXPECT_FALSE(text.contains(folded(one))) << one;
    EXPECT_FALSE(text.contains("author"));
    EXPECT_FALSE(text.contains("0301"));
  }
}

TEST(FiguresOnly, KeepGroupsUnderOtherNames) {
  Device device;
  Page page(device);
  page.add({{"full_name", "Olga Petrova"}, {"source", "Olga's list"}, {"country", "Peru"}});
  page.add({{"full_name", "Jim"}, {"source", "Olga's list"}, {"owner", "Ana"}});
  page.add({{"full_name", "Kim"}, {"source", "Trade fair 2026-10-01"}, {"owner", "Ana"}});
  const book::Book copy = book_of(figures_of(page), page.state().now);
  std::multiset<std::string> sources, owners, countries;
  for (Row row = 0; row < copy.model().leads().size(); ++row) {
    sources.emplace(copy.model().text(row, LeadField::kSource));
    owners.emplace(copy.model().text(row, LeadField::kOwner));
    countries.emplace(copy.model().text(row, LeadField::kCountry));
  }
  EXPECT_EQ(sources, (std::multiset<std::string>{"Source 1", "Source 1", "Trade fair 2026-10-01"}));
  EXPECT_EQ(owners, (std::multiset<std::string>{"", "Person 1", "Person 1"}));
  EXPECT_EQ(countries, (std::multiset<std::string>{"", "", "Peru"}));
}

// In a book of one's own "Lead 1" and the settings would count as the team's.
TEST(FiguresOnly, GoIntoAnEmptyBookAlone) {
  Device device, other_device(2), empty_device(3);
  Page page(device), other(other_device), empty(empty_device);
  page.add("Olga");
  other.add("Jim");
  const std::string figures = figures_of(page);
  for (Page* one : {&page, &other}) {
    one->dispatch(OpenFiles{{{"figures.json", figures}}});
    ASSERT_TRUE(one->state().import_error);
    EXPECT_TRUE(one->state().import_error->what.contains("without names"));
    EXPECT_FALSE(one->state().import);
  }
  for (int i = 0; i < 2; ++i) {
    empty.dispatch(OpenFiles{{{"figures.json", figures}}});
    ASSERT_TRUE(empty.state().import);
    empty.dispatch(CommitImport{});
    EXPECT_EQ(empty.model().leads().alive_count(), 1U);
  }
}

TEST(FiguresOnly, OfAnEmptyBookAreNone) {
  Device device;
  Page page(device);
  page.dispatch(ExportFigures{});
  EXPECT_TRUE(page.toast_is_error());
  EXPECT_TRUE(device.files.saved.empty());
}

}  // namespace
}  // namespace leadlight::test
