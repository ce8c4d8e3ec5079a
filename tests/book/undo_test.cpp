#include <gtest/gtest.h>

#include "tests/book/example.h"

namespace leadlight::test {
namespace {

using book::Book;

class Undo : public testing::Test {
 protected:
  Operation take_back(const Operation& operation) {
    return book_.commit(book_.inverse_of(operation.at), kStart);
  }
  std::string phone() const { return shown(book_, kLea, "phone"); }
  Book book_{{9, 1}};
};

TEST_F(Undo, ReturnsAFieldToWhatItWas) {
  edit(book_, kLea, {{"phone", "1"}});
  const Operation second = edit(book_, kLea, {{"phone", "2"}, {"city", "Ulm"}});
  const Operation undone = take_back(second);
  EXPECT_EQ(phone(), "1");
  EXPECT_EQ(shown(book_, kLea, "city"), "");
  take_back(undone);
  EXPECT_EQ(phone(), "2");
  EXPECT_EQ(shown(book_, kLea, "city"), "Ulm");
}

TEST_F(Undo, GoesBackStepByStepAndForwardAgain) {
  std::vector<Operation> done;
  for (const char* phone : {"1", "2", "3"}) done.push_back(edit(book_, kLea, {{"phone", phone}}));
  const Operation undo3 = take_back(done[2]);
  EXPECT_EQ(phone(), "2");
  const Operation undo2 = take_back(done[1]);
  EXPECT_EQ(phone(), "1");
  const Operation redo2 = take_back(undo2);
  EXPECT_EQ(phone(), "2");
  const Operation redo3 = take_back(undo3);
  EXPECT_EQ(phone(), "3");
  take_back(redo3);
  take_back(redo2);
  EXPECT_EQ(phone(), "1");
}

TEST_F(Undo, LeavesLaterEditsAlone) {
  edit(book_, kLea, {{"phone", "1"}});
  const Operation second = edit(book_, kLea, {{"phone", "2"}, {"city", "Ulm"}});
  edit(book_, kLea, {{"phone", "3"}});
  take_back(second);
  EXPECT_EQ(phone(), "3");
  EXPECT_EQ(shown(book_, kLea, "city"), "");
  EXPECT_TRUE(book_.inverse_of(second.at).writes.empty());
}

TEST_F(Undo, DeletesWhatWasMadeAndRedoBringsItBackWhole) {
  OperationBuilder builder;
  for (std::uint64_t i = 0; i < 3; ++i) {
    builder.begin_record("lead", {0, i + 1});
    builder.write("phone", std::to_string(i));
    builder.write("city", "Ulm");
  }
  const Operation import = book_.commit(builder.take(), kStart);
  const Operation undone = take_back(import);
  EXPECT_EQ(undone.records.size(), 3U);
  EXPECT_EQ(book_.model().leads().alive_count(), 0U);
  take_back(undone);
  EXPECT_EQ(book_.model().leads().alive_count(), 3U);
  EXPECT_EQ(phone(), "0");
}

TEST_F(Undo, OfAnUpdateDoesNotDeleteTheLead) {
  edit(book_, kLea, {{"phone", "1"}});
  const Operation update = edit(book_, kLea, {{"city", "Ulm"}});
  take_back(update);
  EXPECT_TRUE(alive(book_, kLea));
  EXPECT_EQ(shown(book_, kLea, "city"), "");
}

TEST_F(Undo, OfAnUpdateThatCameFirstDoesNotDeleteTheLeadEither) {
  Book other({9, 2});
  const Operation made = edit(other, kLea, {{"phone", "1"}});
  const Operation update = edit(other, kLea, {{"city", "Ulm"}});
  absorb(book_, update);
  absorb(book_, made);
  take_back(update);
  EXPECT_TRUE(alive(book_, kLea));
  take_back(made);
  EXPECT_FALSE(alive(book_, kLea));
}

TEST_F(Undo, OfADeletionMakesTheLeadLiveAgain) {
  edit(book_, kLea, {{"phone", "1"}});
  const Operation removed = edit(book_, kLea, {{"_life", "2"}});
  EXPECT_FALSE(alive(book_, kLea));
  const Operation undone = take_back(removed);
  EXPECT_TRUE(alive(book_, kLea));
  take_back(undone);
  EXPECT_FALSE(alive(book_, kLea));
}

TEST_F(Undo, OfADeletionLeavesWhomSomebodyElseDeletedToo) {
  for (const UtcMs later : {-1000, 1000}) {
    Book ours({9, 1}), theirs({9, 2});
    absorb(theirs, edit(ours, kLea, {{"phone", "1"}}));
    edit(ours, kLea, {{"_life", "2"}});
    const Operation removed = edit(theirs, kLea, {{"_life", "2"}}, kStart + later);
    absorb(ours, removed);
    EXPECT_TRUE(ours.inverse_of(removed.at).writes.empty()) << later;
    EXPECT_FALSE(alive(ours, kLea));
  }
}

TEST_F(Undo, OfAStageMoveTakesTheMoveOutOfTheLog) {
  edit(book_, kLea, {{"stage", "new"}});
  OperationBuilder builder;
  builder.begin_record("lead", kLea);
  builder.write("stage", "mql");
  builder.begin_record("move", {0, 70});
  builder.write("lead", text_from_id(kLea));
  builder.write("to", "mql");
  const Operation moved = book_.commit(builder.take(), kStart);
  const Operation undone = take_back(moved);
  const Model& model = book_.model();
  EXPECT_EQ(model.lead(0).stage, Stage::kNew);
  EXPECT_FALSE(model.table(Kind::kMove).alive(0));
  take_back(undone);
  EXPECT_EQ(model.lead(0).stage, Stage::kMql);
  EXPECT_TRUE(model.table(Kind::kMove).alive(0));
}

TEST_F(Undo, OfASettingReturnsToTheDefaultInsteadOfDeletingTheSettings) {
  const Operation first = book_.commit(draft_of("setting", {}, {{"goal_minutes", "30"}}), kStart);
  take_back(first);
  const Table& settings = book_.model().table(Kind::kSetting);
  EXPECT_TRUE(settings.alive(0));
  EXPECT_EQ(settings.cell(0, settings.find_column("goal_minutes")), kNoText);
}

TEST_F(Undo, OfATagLeavesTheSameTagOfAnotherPerson) {
  Book other({9, 2});
  absorb(other, edit(book_, kLea, {{"phone", "1"}}));
  const Operation own = edit(book_, kLea, {{"tag:fair", "1"}});
  absorb(book_, edit(other, kLea, {{"tag:fair", "1"}}));
  EXPECT_TRUE(book_.inverse_of(own.at).writes.empty());
  EXPECT_EQ(shown(book_, kLea, "tag:fair"), "1");
}

TEST_F(Undo, OfTheUnknownIsNothing) { EXPECT_TRUE(book_.inverse_of({5, {1, 1}}).writes.empty()); }

}  // namespace
}  // namespace leadlight::test
