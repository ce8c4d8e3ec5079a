#include "app/import.h"

#include <gtest/gtest.h>

#include <map>
#include <numeric>
#include <string>
#include <vector>

#include "book/book.h"
#include "interchange/export.h"
#include "lead/settings.h"
#include "platform/headless/memory_ports.h"
#include "tests/support/corpora.h"

namespace leadlight::app {
namespace {

constexpr UtcMs kNow = 1'795'338'000'000;  // Sunday, 2026-11-22 09:00 UTC

class Importer {
 public:
  book::Book book{Id{1, 1}};
  ImportOptions options{
      .source = {}, .event = {}, .by = "Ana", .label = "Import test.csv", .now = kNow};

  ImportPlan import(const std::string& text, std::string_view map = "{}") {
    auto file = interchange::read_csv(text);
    EXPECT_TRUE(file) << file.error().sentence();
    const auto mapping = interchange::mapping_from_json(map, interchange::guess_mapping(*file));
    EXPECT_TRUE(mapping) << mapping.error().sentence();
    const auto drafts = interchange::drafts_from_csv(*file, *mapping);
    match::ExactIndex index;
    index.rebuild(book.model());
    ImportPlan plan = plan_import(drafts, book.model(), index);
    EXPECT_EQ(plan.created + plan.updated + plan.skipped + plan.repeated, drafts.rows.size());
    if (!plan.empty()) {
      book.commit(operation_from_plan(plan, drafts, book.model(), settings_from(book.model()),
                                      options, random_),
                  kNow);
    }
    return plan;
  }

  [[nodiscard]] std::string text(Row lead, LeadField field) const {
    return std::string(book.model().text(lead, field));
  }
  [[nodiscard]] std::size_t lead_count() const { return book.model().leads().alive_count(); }
  [[nodiscard]] std::vector<Row> rows() const {
    std::vector<Row> all(book.model().leads().size());
    std::iota(all.begin(), all.end(), 0U);
    return all;
  }

 private:
  headless::SeededRandom random_{7};
};

struct Counts {
  std::size_t created, updated, skipped, rejected, repeated = 0;
  bool operator==(const Counts&) const = default;
};
Counts counts(const ImportPlan& plan) {
  return {plan.created, plan.updated, plan.skipped, plan.rejected.size(), plan.repeated};
}

TEST(Import, CreatesALeadForEachRowAndUpdatesItTheNextTime) {
  Importer importer;
  EXPECT_EQ(counts(importer.import(
                "Name,Email,Phone\nAna,ana@b.example,\nBen,ben@b.example,1\n,,5\n,,\n")),
            (Counts{3, 0, 0, 0}));
  EXPECT_EQ(
      counts(importer.import("Name,Email,Phone\nAna,ANA@b.example,123456\nBen,ben@b.example,1\n")),
      (Counts{0, 1, 1, 0}));
  EXPECT_EQ(importer.lead_count(), 3U);
  EXPECT_EQ(importer.text(0, LeadField::kPhone), "123456");
  EXPECT_EQ(importer.text(0, LeadField::kEmail), "ana@b.example") << "only its case differs";
}

TEST(Import, MeetsLeadsByTheirForeignIdFirst) {
  Importer importer;
  importer.import("ID,Name,Email\nx1,Ana,ana@b.example\nx2,Ben,ben@b.example\n");
  const ImportPlan plan =
      importer.import("ID,Name,Email\nx2,Ben,new@b.example\nx1,Ana,ana@b.example\n");
  EXPECT_EQ(counts(plan), (Counts{0, 1, 1, 0}));
  ASSERT_EQ(plan.leads.size(), 1U);
  EXPECT_EQ(importer.book.model().texts().view(plan.changes[0].old), "ben@b.example");
  EXPECT_EQ(importer.text(1, LeadField::kEmail), "new@b.example");
}

TEST(Import, KeepsTwoForeignIdsApartWhateverElseTheyShare) {
  Importer importer;
  EXPECT_EQ(counts(importer.import("ID,Name,Email\nx1,Ana,ana@b.example\nx2,Ana,ana@b.example\n")),
            (Counts{2, 0, 0, 0}));
  EXPECT_EQ(counts(importer.import("ID,Name,Email\nx3,Ana,ana@b.example\n")), (Counts{1, 0, 0, 0}));
  EXPECT_EQ(counts(importer.import("Name,Email,City\nAna,ana@b.example,Bonn\n")),
            (Counts{0, 1, 0, 0}));
}

TEST(Import, MakesOneLeadOfRowsThatAreTheSame) {
  Importer importer;
  const ImportPlan plan = importer.import(
      "ID,Name,Email,City\nx1,Ana,,\n,Ben,ben@b.example,\nx1,,ana@b.example,Bonn\n,,BEN@b.example,"
      "Ulm\n"
      ",,ana@b.example,\n");
  EXPECT_EQ(counts(plan), (Counts{2, 0, 0, 0, 3}));
  EXPECT_EQ(importer.lead_count(), 2U);
  EXPECT_EQ(importer.text(0, LeadField::kFullName), "Ana");
  EXPECT_EQ(importer.text(0, LeadField::kCity), "Bonn");
  EXPECT_EQ(importer.text(1, LeadField::kCity), "Ulm");
}

TEST(Import, MeetsLeadsByPhoneOnlyWithTheSameNameOrCompany) {
  Importer importer;
  importer.import("Name,Company,Phone\nAna Silva,Bolt,+49 30 1234567\n");
  EXPECT_EQ(
      counts(importer.import("First name,Last name,Mobile,City\nAna,SILVA,0049301234567,Bonn\n")),
      (Counts{0, 1, 0, 0}));
  EXPECT_EQ(counts(importer.import("Name,Company,Phone\nBen Ode,Bolt,+49301234567\n")),
            (Counts{1, 0, 0, 0}))
      << "a colleague at the same switchboard";
  EXPECT_EQ(counts(importer.import("Company,Phone,City\nBOLT,+49301234567,Ulm\n")),
            (Counts{0, 1, 0, 0}));
}

TEST(Import, KeepsPeopleBehindASharedAddressApart) {
  Importer importer;
  EXPECT_EQ(counts(importer.import(
                "Name,Email\nAna,info@b.example\nBen,info@b.example\nAna,info@b.example\n")),
            (Counts{2, 0, 0, 0, 1}));
}

TEST(Import, FindsEverythingInTheBookWhenTheSameFileComesAgain) {
  const std::string file =
      "Name,Company,Email,Phone,City\n"
      "Ana,Bolt,ana@b.example,,Bonn\n"
      "Ana,Bolt,ana@b.example,+49 30 1234567,Ulm\n"  // the same again, moved
      "Ben,Bolt,,,\n"                                // no address
      ",Nut,,,\n"
      "Zoe,,,,\n"
      "Cem,Bolt,info@b.example,,\n"  // two behind one address
      "Dan,Bolt,info@b.example,,\n"
      "Eva,Bolt,,030 555555,\n"  // two at one switchboard
      "Fritz,Bolt,,030 555555,\n"
      "Ben,BOLT,,,Kiel\n";
  Importer importer;
  const ImportPlan plan = importer.import(file);
  EXPECT_EQ(counts(plan), (Counts{8, 0, 0, 0, 2}));
  EXPECT_EQ(plan.overwritten.size(), 2U) << "Bonn and, in its other spelling, Bolt";
  EXPECT_EQ(importer.text(0, LeadField::kCity), "Ulm");
  const Id before = importer.book.state_hash();
  const ImportPlan again = importer.import(file);
  EXPECT_EQ(counts(again), (Counts{0, 0, 8, 0, 2}));
  EXPECT_TRUE(again.overwritten.empty());
  EXPECT_EQ(importer.book.state_hash(), before);
}

// Two rows that a person has merged since: the same file is no news, by whatever a row meets them.
TEST(Import, ChangesNothingWhenTheSameFileComesAgainAfterAMerge) {
  const std::string files[] = {
      "Id,Name,Email,Phone,City,Note\n1,Jim Brodo,jim@b.example,,Ulm,Likes it\n"
      "2,James Brodo,james@b.example,,Bonn,\n",
      "Name,Company,Email,Stage,City\nJim Brodo,B,info@b.example,mql,Ulm\n"
      "James Brodo,B,info@b.example,new,Bonn\n",
      "Name,Company,Phone,City\nJim Brodo,B,+49 30 5550123,Ulm\nJames Brodo,B,+49 30 5550199,\n",
      "Name,Company,City\nJim Brodo,B,Ulm\nJames Brodo,B,Bonn\n"};
  for (const std::string& file : files) {
    Importer importer;
    importer.import(file, R"({"columns": {"Id": "external_id", "Stage": "stage"}})");
    ASSERT_EQ(importer.lead_count(), 2U);
    const std::string own = interchange::csv_from_leads(importer.book.model(), importer.rows(),
                                                        interchange::DoNotContact::kInclude);
    const Id jim = importer.book.model().leads().id(0), james = importer.book.model().leads().id(1);
    OperationBuilder merge;
    merge.begin_record("lead", jim);
    merge.write("merged_into", text_from_id(james));
    importer.book.commit(merge.take(), kNow);
    ASSERT_EQ(importer.lead_count(), 1U);
    const Id before = importer.book.state_hash();
    EXPECT_EQ(
        importer.import(file, R"({"columns": {"Id": "external_id", "Stage": "stage"}})").created,
        0U);
    EXPECT_EQ(importer.book.state_hash(), before) << file;
    importer.import(own);
    EXPECT_EQ(importer.book.state_hash(), before) << "own export, of before: " << own;
    const std::string now = interchange::csv_from_leads(importer.book.model(), importer.rows(),
                                                        interchange::DoNotContact::kInclude);
    EXPECT_EQ(now.find("merged_into"), std::string::npos);
    importer.import(now);
    EXPECT_EQ(importer.book.state_hash(), before) << "own export: " << now;
  }
}

TEST(Import, WhatAFileNewlySaysOfAMergedLeadIsItsHeirs) {
  Importer importer;
  importer.import("Name,Email,City\nJim,jim@b.example,Ulm\nJames,james@b.example,\n");
  OperationBuilder merge;
  merge.begin_record("lead", importer.book.model().leads().id(0));
  merge.write("merged_into", text_from_id(importer.book.model().leads().id(1)));
  importer.book.commit(merge.take(), kNow);
  importer.import("Name,Email,City,Phone\nJim,jim@b.example,Ulm,+49 30 5550123\n");
  EXPECT_EQ(importer.text(1, LeadField::kPhone), "+49 30 5550123");
  EXPECT_EQ(importer.text(1, LeadField::kFullName), "James");
  EXPECT_EQ(importer.text(0, LeadField::kPhone), "");
}

TEST(Import, TakesANameAloneForNobodyWhoHasAnAddress) {
  Importer importer;
  importer.import("Name,Email\nAna Silva,ana@b.example\n");
  EXPECT_EQ(counts(importer.import("Name,City\nAna Silva,Bonn\n")), (Counts{1, 0, 0, 0}));
}

TEST(Import, NeverBlanksAFieldNorTakesAnOptOutBack) {
  Importer importer;
  importer.import("Email,City,Do not contact,Created\na@b.example,Bonn,yes,2026-01-01\n");
  EXPECT_EQ(
      counts(importer.import("Email,City,Do not contact,Created\na@b.example,,no,2026-05-05\n")),
      (Counts{0, 0, 1, 0}));
  EXPECT_EQ(importer.text(0, LeadField::kCity), "Bonn");
  EXPECT_EQ(importer.text(0, LeadField::kDoNotContact), "1");
}

TEST(Import, GivesNewLeadsWhatTheFileLeavesOpen) {
  Importer importer;
  importer.options.source = "Hannover Messe";
  importer.options.event = "Hall 7";
  importer.import("Name,Source,Amount\nAna,,10\nBen,Quote request,\n");
  EXPECT_EQ(importer.text(0, LeadField::kSource), "Hannover Messe");
  EXPECT_EQ(importer.text(0, LeadField::kLeadType), "badge_scan");
  EXPECT_EQ(importer.text(0, LeadField::kStage), "");
  EXPECT_EQ(importer.text(0, LeadField::kEvent), "Hall 7");
  EXPECT_EQ(importer.text(0, LeadField::kCreatedAt), std::to_string(kNow));
  EXPECT_EQ(importer.text(0, LeadField::kCurrency), "EUR");
  EXPECT_EQ(importer.text(1, LeadField::kLeadType), "quote_request");
  EXPECT_EQ(importer.text(1, LeadField::kStage), "sql") << "practice B1";
  EXPECT_EQ(importer.text(1, LeadField::kCurrency), "");
}

TEST(Import, RecordsHowALeadGotBeyondNew) {
  Importer importer;
  importer.import(
      "Name,Stage,Created,Closed,Lost "
      "reason\nAna,mql,2026-01-01,,\nBen,won,2026-01-01,2026-02-01,\n"
      "Eve,lost,2026-01-01,2026-03-01,too expensive\nJim,new,,,\nKim,lost,,,they moved to Mars\n");
  const Model& model = importer.book.model();
  const auto move = [&](Row lead, MoveField field) {
    const Row row = model.lead(lead).first_move;
    return row == kNoRow
               ? "none"
               : std::string(model.text(Kind::kMove, row, static_cast<ColumnIndex>(field)));
  };
  EXPECT_EQ(move(0, MoveField::kFrom), "new");
  EXPECT_EQ(move(0, MoveField::kTo), "mql");
  EXPECT_EQ(move(0, MoveField::kAt), "1767225600000");
  EXPECT_EQ(move(0, MoveField::kBy), "Ana");
  EXPECT_EQ(move(0, MoveField::kWhy), "Import test.csv");
  EXPECT_EQ(move(1, MoveField::kTo), "customer");
  EXPECT_EQ(move(1, MoveField::kAt), "1769904000000");
  EXPECT_EQ(move(2, MoveField::kReason), "no_budget");
  EXPECT_EQ(move(3, MoveField::kTo), "none");
  EXPECT_EQ(move(4, MoveField::kReason), "own");
  EXPECT_EQ(move(4, MoveField::kWhy), "they moved to Mars");
  EXPECT_EQ(model.lead(1).stage, Stage::kCustomer);
  EXPECT_EQ(importer.text(1, LeadField::kOutcome), "won");
}

TEST(Import, MovesLeadsOnButNeverBack) {
  Importer importer;
  importer.import("ID,Stage\n1,sql\n2,mql\n3,won\n");
  EXPECT_EQ(counts(importer.import("ID,Stage\n1,new\n2,sql\n3,lost\n")), (Counts{0, 1, 2, 0}));
  const Model& model = importer.book.model();
  EXPECT_EQ(model.lead(0).stage, Stage::kSql);
  EXPECT_EQ(model.lead(1).stage, Stage::kSql);
  EXPECT_EQ(model.lead(2).stage, Stage::kCustomer);
  EXPECT_EQ(importer.text(2, LeadField::kOutcome), "won");
  EXPECT_EQ(
      model.text(Kind::kMove, model.lead(1).first_move, static_cast<ColumnIndex>(MoveField::kFrom)),
      "mql");
}

TEST(Import, AddsEachNoteOnce) {
  Importer importer;
  importer.import("ID,Note\n1,Call back\n");
  importer.options.now += kMinuteMs;
  EXPECT_EQ(counts(importer.import("ID,Note\n1,Call back\n1,Likes tea\n")),
            (Counts{0, 1, 0, 0, 1}));
  EXPECT_EQ(interchange::notes_of(importer.book.model(), 0), "Call back\n\nLikes tea");
}

TEST(Import, ChangesNothingWhenItsOwnExportComesBack) {
  Importer importer;
  importer.import(
      "Name,Company,Email,Stage,Tags,Note,Amount,Size,Created\n"
      "Ana,Bolt,ana@b.example,mql,\"vip, "
      "tea\",Hello,12.50,L,2026-01-01\n,Nut,,,,,,,\n,Nuts,,,,,,,\n"
      "'=1+1,,,,,'+x,,,\n");
  const std::string csv = interchange::csv_from_leads(importer.book.model(), importer.rows(),
                                                      interchange::DoNotContact::kInclude);
  const Id before = importer.book.state_hash();
  EXPECT_EQ(counts(importer.import(csv)), (Counts{0, 0, 4, 0}));
  EXPECT_EQ(importer.book.state_hash(), before);

  Importer colleague;  // has none of it: gets the same leads under the same ids
  EXPECT_EQ(counts(colleague.import(csv)), (Counts{4, 0, 0, 0}));
  EXPECT_EQ(interchange::csv_from_leads(colleague.book.model(), colleague.rows(),
                                        interchange::DoNotContact::kInclude),
            csv);
}

TEST(Import, TakesTheWholeMavenPipeline) {
  LEADLIGHT_NEEDS_CORPUS("outcomes/maven-crm/sales_pipeline.csv");
  const std::string csv =
      test::bytes_of_file(test::corpora() / "outcomes/maven-crm/sales_pipeline.csv");
  const std::string map = test::bytes_of_file(LEADLIGHT_SOURCE_DIR "/tests/data/maven-map.json");
  Importer importer;
  EXPECT_EQ(counts(importer.import(csv, map)), (Counts{8800, 0, 0, 0}));
  const Model& model = importer.book.model();
  std::map<Stage, int> stages;
  std::int64_t value = 0;
  for (Row row = 0; row < model.leads().size(); ++row) {
    ++stages[model.lead(row).stage];
    const std::string amount = importer.text(row, LeadField::kValueMinor);
    if (!amount.empty()) value += std::stoll(amount);
  }
  EXPECT_EQ(stages, (std::map<Stage, int>{{Stage::kNew, 500},
                                          {Stage::kSql, 1589},
                                          {Stage::kCustomer, 4238},
                                          {Stage::kNoCustomer, 2473}}));
  EXPECT_EQ(value, 1'000'553'400);  // the sum of close_value, in cents
  EXPECT_EQ(importer.text(0, LeadField::kExternalId), "1C1I7A6R");
  EXPECT_EQ(importer.text(0, LeadField::kOwner), "Moses Frase");
  EXPECT_EQ(iso_from_utc(std::stoll(importer.text(0, LeadField::kCreatedAt))),
            "2016-10-20T00:00:00Z");
  EXPECT_EQ(iso_from_utc(std::stoll(importer.text(0, LeadField::kClosedAt))),
            "2017-03-01T00:00:00Z");
  EXPECT_EQ(counts(importer.import(csv, map)), (Counts{0, 0, 8800, 0}))
      << "nothing new the second time";
}

}  // namespace
}  // namespace leadlight::app
