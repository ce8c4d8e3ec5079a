#include "lead/model.h"

#include <gtest/gtest.h>

#include "tests/support/small_book.h"

namespace leadlight::test {
namespace {

TEST(Model, NamesALeadByTheBestItHas) {
  SmallBook book;
  const Row lead = book.add_lead();
  EXPECT_EQ(book.model.name_of(lead), "No name");
  book.set(lead, LeadField::kCompany, "Glass Ltd");
  EXPECT_EQ(book.model.name_of(lead), "Glass Ltd");
  book.set(lead, LeadField::kEmail, "lea@glass.example");
  EXPECT_EQ(book.model.name_of(lead), "lea@glass.example");
  book.set(lead, LeadField::kLastName, "Muster");
  EXPECT_EQ(book.model.name_of(lead), "Muster");
  book.set(lead, LeadField::kFirstName, "Lea");
  EXPECT_EQ(book.model.name_of(lead), "Lea Muster");
  book.set(lead, LeadField::kFullName, " ");
  EXPECT_EQ(book.model.name_of(lead), "Lea Muster");
  book.set(lead, LeadField::kFullName, "Dr. Lea Muster");
  EXPECT_EQ(book.model.name_of(lead), "Dr. Lea Muster");
}

TEST(Model, KeepsALeadsFactsTrueAsItsFieldsChange) {
  SmallBook book;
  const Row lead = book.add_lead({{LeadField::kStage, "sql"},
                                  {LeadField::kLeadType, "webinar"},
                                  {LeadField::kWeedOut, "press"},
                                  {LeadField::kDoNotContact, "1"},
                                  {LeadField::kCreatedAt, "123"}});
  const LeadFacts& facts = book.model.lead(lead);
  EXPECT_EQ(facts.stage, Stage::kSql);
  EXPECT_EQ(facts.type, LeadType::kWebinar);
  EXPECT_EQ(facts.weed_out, WeedOut::kPress);
  EXPECT_TRUE(facts.do_not_contact);
  EXPECT_EQ(facts.created_at, 123);
  book.set(lead, LeadField::kStage, "from the future");
  book.set(lead, LeadField::kWeedOut, "");
  book.set(lead, LeadField::kDoNotContact, "");
  book.set(lead, LeadField::kCreatedAt, "soon");
  EXPECT_EQ(facts.stage, Stage::kNew);
  EXPECT_EQ(facts.weed_out, WeedOut::kNone);
  EXPECT_FALSE(facts.do_not_contact);
  EXPECT_EQ(facts.created_at, 0);
}

TEST(Model, HangsTouchesMovesAndNotesOnTheirLead) {
  SmallBook book;
  const Row lead = book.add_lead();
  const Row first = book.add_touch(lead, TouchKind::kDownload, 10);
  const Row second = book.add_touch(lead, TouchKind::kCall, 20, TouchResult::kReached, 3);
  book.add_move(lead, Stage::kNew, Stage::kMql, 30);
  book.add_note(lead, "Likes blue.", 40);
  const Model& model = book.model;
  EXPECT_EQ(model.lead(lead).first_touch, second);
  EXPECT_EQ(model.touch(second).next, first);
  EXPECT_EQ(model.touch(first).next, kNoRow);
  EXPECT_EQ(model.touch(second).kind, TouchKind::kCall);
  EXPECT_EQ(model.touch(second).result, TouchResult::kReached);
  EXPECT_EQ(model.touch(second).count, 3);
  EXPECT_EQ(model.touch(first).count, 1);
  EXPECT_EQ(model.move(model.lead(lead).first_move).to, Stage::kMql);
  EXPECT_EQ(model.note(model.lead(lead).first_note).at, 40);
  EXPECT_TRUE(model.touch_counts(first));
  book.remove(Kind::kTouch, first);
  EXPECT_FALSE(model.touch_counts(first));
  book.remove(Kind::kLead, lead);
  EXPECT_FALSE(model.touch_counts(second));
}

TEST(Model, TakesCountsThatNobodyMeansForTheNearestThatMakesSense) {
  SmallBook book;
  const Row lead = book.add_lead();
  const Row touch = book.add_touch(lead, TouchKind::kMinutesOnSite, 10);
  const auto count = static_cast<ColumnIndex>(TouchField::kCount);
  for (const auto& [text, expected] :
       std::vector<std::pair<std::string_view, int>>{{"7", 7},
                                                     {"0", 1},
                                                     {"-5", 1},
                                                     {"70000", 65535},
                                                     {"99999999999999999999", 1},
                                                     {"many", 1}}) {
    book.set(Kind::kTouch, touch, count, text);
    EXPECT_EQ(book.model.touch(touch).count, expected) << text;
  }
}

TEST(Model, HoldsAPlaceForALeadThatComesLater) {
  SmallBook book;
  const Id later{1, 1};
  const auto lead_column = static_cast<ColumnIndex>(NoteField::kLead);
  const Row note = book.model.add_row(static_cast<KindIndex>(Kind::kNote), {2, 2});
  book.set(Kind::kNote, note, lead_column, text_from_id(later));
  const Row place = book.model.leads().find(later);
  ASSERT_NE(place, kNoRow);
  EXPECT_FALSE(book.model.leads().alive(place));
  EXPECT_FALSE(book.model.lead(place).known);
  EXPECT_EQ(book.model.leads().alive_count(), 0U);
  EXPECT_EQ(book.model.add_row(static_cast<KindIndex>(Kind::kLead), later), place);
  EXPECT_TRUE(book.model.leads().alive(place));
  EXPECT_EQ(book.model.lead(place).first_note, note);
  // Deleted, it stays so: only its first coming makes it live.
  book.remove(Kind::kLead, place);
  book.model.add_row(static_cast<KindIndex>(Kind::kLead), later);
  EXPECT_FALSE(book.model.leads().alive(place));
}

TEST(Model, KeepsKindsThatItDoesNotKnow) {
  Model model;
  EXPECT_EQ(model.kind_index("lead"), static_cast<KindIndex>(Kind::kLead));
  const KindIndex kind = model.kind_index("telepathy");
  EXPECT_EQ(kind, kKnownKindCount);
  EXPECT_EQ(model.kind_index("telepathy"), kind);
  EXPECT_EQ(model.kind_name(kind), "telepathy");
  const Row row = model.add_row(kind, {0, 1});
  const ColumnIndex column = model.mutable_table(kind).add_column("thought");
  model.set_cell(kind, row, column, model.mutable_texts().intern("hm"));
  EXPECT_EQ(model.texts().view(model.table(kind).cell(row, column)), "hm");
  for (int i = 0; i < 300; ++i) model.kind_index("kind " + std::to_string(i));
  EXPECT_EQ(model.kind_index("one more"), kNoKind);
  EXPECT_EQ(model.kind_count(), kNoKind);
}

TEST(OperationBuilder, CollectsRecordsAndTheirWrites) {
  OperationBuilder builder;
  EXPECT_TRUE(builder.empty());
  builder.write("nowhere", "1");  // before any record: nothing
  builder.begin_record("lead", {0, 1});
  builder.write("phone", "1");
  builder.write("city", "Ulm");
  builder.replaces({5, {1, 1}});
  builder.begin_record("lead", {0, 2});
  builder.write("phone", "2");
  builder.write("stage", "mql");
  const Operation operation = builder.take();
  ASSERT_EQ(operation.records.size(), 2U);
  ASSERT_EQ(operation.writes.size(), 4U);
  EXPECT_EQ(operation.kind_names, std::vector<std::string>{"lead"});
  EXPECT_EQ(operation.field_names, (std::vector<std::string>{"phone", "city", "stage"}));
  EXPECT_EQ(operation.value(operation.writes[1]), "Ulm");
  EXPECT_EQ(operation.writes[1].replaces_count, 1U);
  EXPECT_EQ(operation.records[1].write_first, 2U);
  EXPECT_EQ(operation.writes[2].field, 0U);
}

}  // namespace
}  // namespace leadlight::test
