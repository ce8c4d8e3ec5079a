// Merged duplicates: who stands for whom (lead/model.h), through the book.
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/book/example.h"
#include "tests/book/histories.h"

namespace leadlight::test {
namespace {

using book::Book;

constexpr Id kJim{0, 3};
constexpr Id kNobody{0, 99};
constexpr Id kTouch{1, 1};
constexpr Id kMove{1, 2};
constexpr Id kNote{1, 3};

class Merged : public testing::Test {
 protected:
  Merged() {
    for (const auto& [lead, name] : {std::pair{kLea, "Lea"}, {kMax, "Max"}, {kJim, "Jim"}})
      keep(edit(book, lead, {{"full_name", name}}));
  }

  const Operation& keep(Operation operation) {
    return operations.emplace_back(std::move(operation));
  }
  const Operation& merge(Id lead, Id into) {
    return keep(edit(book, lead, {{"merged_into", text_from_id(into)}}));
  }
  void separate(Id lead) { keep(edit(book, lead, {{"merged_into", ""}})); }
  void log(std::string_view kind, Id id, Id lead) {
    const std::string of = text_from_id(lead);
    keep(book.commit(draft_of(kind, id, {{"lead", of}, {"at", "1790000000000"}}), kStart));
  }
  void undo(const Stamp& stamp) { keep(book.commit(book.inverse_of(stamp), kStart)); }

  static Row row(const Book& book, Id lead) { return book.model().leads().find(lead); }
  static Id heir(const Book& book, Id lead) {
    return book.model().leads().id(book.model().standing(row(book, lead)));
  }
  [[nodiscard]] Id heir(Id lead) const { return heir(book, lead); }
  [[nodiscard]] Id owner_of_touch() const {
    const Row touch = book.model().table(Kind::kTouch).find(kTouch);
    return book.model().leads().id(book.model().touch(touch).lead);
  }

  // In whatever order they arrive, one by one, this must be the same.
  void expect_in_any_order(Id lead, Id expected) {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < operations.size(); ++i) order.push_back(i);
    ASSERT_LE(order.size(), 7U);
    int tried = 0;
    do {
      if (tried++ % 17 != 0) continue;
      Book other({3, 4});
      for (const std::size_t i : order) absorb(other, operations[i]);
      ASSERT_EQ(heir(other, lead), expected);
      ASSERT_EQ(alive(other, lead), alive(book, lead));
      ASSERT_EQ(other.state_hash(), book.state_hash());
    } while (std::ranges::next_permutation(order).found);
  }

  Book book{{1, 2}};
  std::vector<Operation> operations;
};

TEST_F(Merged, StandForNobodyAndGiveWhatIsTheirsToTheirHeir) {
  log("touch", kTouch, kMax);
  log("move", kMove, kMax);
  log("note", kNote, kMax);
  merge(kMax, kLea);

  EXPECT_TRUE(alive(book, kLea));
  EXPECT_FALSE(alive(book, kMax));
  EXPECT_EQ(book.model().leads().alive_count(), 2U);
  EXPECT_EQ(shown(book, kMax, "full_name"), "Max");
  EXPECT_EQ(heir(kMax), kLea);
  EXPECT_EQ(owner_of_touch(), kLea);
  const LeadFacts& lea = book.model().lead(row(book, kLea));
  EXPECT_NE(lea.first_touch, kNoRow);
  EXPECT_NE(lea.first_move, kNoRow);
  EXPECT_NE(lea.first_note, kNoRow);
  EXPECT_TRUE(book.model().touch_counts(lea.first_touch));
  EXPECT_EQ(book.model().merged_leads(row(book, kLea)), std::vector{row(book, kMax)});
  expect_in_any_order(kMax, kLea);
}

TEST_F(Merged, GoBackWithAllThatIsTheirsWhenTheMergeIsTakenBack) {
  log("touch", kTouch, kMax);
  const Stamp stamp = merge(kMax, kLea).at;
  undo(stamp);
  EXPECT_TRUE(alive(book, kMax));
  EXPECT_EQ(owner_of_touch(), kMax);
  EXPECT_EQ(book.model().lead(row(book, kLea)).first_touch, kNoRow);
  EXPECT_TRUE(book.model().merged_leads(row(book, kLea)).empty());
  undo(operations.back().at);
  EXPECT_EQ(owner_of_touch(), kLea);
  separate(kMax);
  EXPECT_EQ(owner_of_touch(), kMax);
}

TEST_F(Merged, WhatIsLoggedAndEditedElsewhereIsNotLost) {
  Book other({3, 4});
  for (const Operation& operation : operations) absorb(other, operation);
  const Operation touched =
      other.commit(draft_of("touch", kTouch, {{"lead", text_from_id(kMax)}}), kStart);
  const Operation edited = edit(other, kMax, {{"phone", "1"}, {"do_not_contact", "1"}});
  merge(kMax, kLea);
  absorb(book, touched);
  absorb(book, edited);
  EXPECT_EQ(owner_of_touch(), kLea);
  EXPECT_EQ(shown(book, kMax, "phone"), "1");
  EXPECT_EQ(shown(book, kLea, "phone"), "");
  EXPECT_TRUE(book.model().lead(row(book, kLea)).do_not_contact);
  separate(kMax);
  EXPECT_FALSE(book.model().lead(row(book, kLea)).do_not_contact);
  EXPECT_TRUE(book.model().lead(row(book, kMax)).do_not_contact);
}

TEST_F(Merged, ChainsAreFollowedToTheirEnd) {
  log("touch", kTouch, kJim);
  merge(kJim, kMax);
  merge(kMax, kLea);
  EXPECT_EQ(heir(kJim), kLea);
  EXPECT_EQ(owner_of_touch(), kLea);
  EXPECT_EQ(book.model().merged_leads(row(book, kLea)).size(), 2U);
  expect_in_any_order(kJim, kLea);
  separate(kMax);
  EXPECT_EQ(heir(kJim), kMax);
  EXPECT_EQ(owner_of_touch(), kMax);
}

TEST_F(Merged, OfACircleTheSmallestStands) {
  log("touch", kTouch, kJim);
  merge(kJim, kMax);
  merge(kMax, kJim);  // as somebody else did at the same time
  EXPECT_EQ(heir(kJim), kMax);
  EXPECT_TRUE(alive(book, kMax));
  EXPECT_FALSE(alive(book, kJim));
  EXPECT_EQ(owner_of_touch(), kMax);
  EXPECT_EQ(book.model().merged_leads(row(book, kMax)), std::vector{row(book, kJim)});
  expect_in_any_order(kJim, kMax);

  merge(kLea, kJim);  // into the circle, not of it
  EXPECT_EQ(heir(kLea), kMax);
  merge(kMax, kLea);  // a circle of three
  EXPECT_EQ(heir(kMax), kLea);
  EXPECT_EQ(heir(kJim), kLea);
  merge(kLea, kLea);  // says nothing
  EXPECT_EQ(heir(kLea), kLea);
  EXPECT_TRUE(alive(book, kLea));
}

TEST_F(Merged, StandsForItselfWhileTheTargetIsUnknown) {
  merge(kMax, kNobody);
  EXPECT_TRUE(alive(book, kMax));
  EXPECT_EQ(book.model().leads().alive_count(), 3U);
  log("touch", kTouch, kMax);
  keep(edit(book, kNobody, {{"full_name", "Now known"}}));
  EXPECT_FALSE(alive(book, kMax));
  EXPECT_EQ(owner_of_touch(), kNobody);
  expect_in_any_order(kMax, kNobody);
  keep(edit(book, kMax, {{"merged_into", "no id"}}));
  EXPECT_TRUE(alive(book, kMax));
}

TEST_F(Merged, StandsForItselfWhenTheTargetWasErased) {
  log("touch", kTouch, kMax);
  merge(kMax, kLea);
  keep(book.commit(draft_of("erasure", kLea, {{"erased", "1"}}), kStart));
  EXPECT_TRUE(alive(book, kMax));
  EXPECT_EQ(owner_of_touch(), kMax);
  expect_in_any_order(kMax, kMax);
}

TEST_F(Merged, AnErasedOneLeavesTheGroup) {
  log("touch", kTouch, kMax);
  merge(kMax, kLea);
  keep(book.commit(draft_of("erasure", kMax, {{"erased", "1"}}), kStart));
  EXPECT_TRUE(book.model().merged_leads(row(book, kLea)).empty());
  EXPECT_EQ(book.model().lead(row(book, kLea)).first_touch, kNoRow);
  expect_in_any_order(kMax, kMax);
}

TEST_F(Merged, AreDeletedAndRestoredWithTheirHeir) {
  log("touch", kTouch, kMax);
  merge(kMax, kLea);
  keep(edit(book, kLea, {{"_life", "2"}}));
  EXPECT_FALSE(alive(book, kLea));
  EXPECT_FALSE(alive(book, kMax));
  EXPECT_EQ(heir(kMax), kLea);
  EXPECT_FALSE(book.model().touch_counts(book.model().table(Kind::kTouch).find(kTouch)));
  keep(edit(book, kLea, {{"_life", "3"}}));
  EXPECT_TRUE(alive(book, kLea));
  EXPECT_FALSE(alive(book, kMax));
}

TEST_F(Merged, OneThatWasDeletedElsewhereStaysDeletedWhenItIsSeparated) {
  const Stamp deleted = keep(edit(book, kMax, {{"_life", "2"}})).at;
  const Stamp merged = merge(kMax, kLea).at;
  EXPECT_FALSE(book.model().lead(row(book, kMax)).lives);
  undo(merged);
  EXPECT_FALSE(alive(book, kMax));
  undo(deleted);
  EXPECT_TRUE(alive(book, kMax));
}

// What a merge made alive or dead is not its own life: taking back the making of a merged lead
// deletes it for good, and redo brings it back.
TEST_F(Merged, TakingBackTheMakingOfAMergedLeadDeletesIt) {
  const Stamp made = operations[1].at;
  merge(kMax, kLea);
  undo(made);
  EXPECT_FALSE(book.model().lead(row(book, kMax)).lives);
  separate(kMax);
  EXPECT_FALSE(alive(book, kMax));
}

TEST_F(Merged, TwoMergesAtOnceAreNoConflictOnACard) {
  Book other({3, 4});
  for (const Operation& operation : operations) absorb(other, operation);
  const Operation theirs = edit(other, kMax, {{"merged_into", text_from_id(kJim)}}, kStart + 1);
  merge(kMax, kLea);
  absorb(book, theirs);
  EXPECT_EQ(heir(kMax), kJim);
  EXPECT_FALSE(book.has_concurrent(0, row(book, kMax)));
  EXPECT_TRUE(book.concurrent_rows(0).empty());
}

// One commit into a large book costs what its group has, and many at once what all of theirs have.
TEST_F(Merged, SettlingLooksAtTheGroupsThatWereWrittenTo) {
  merge(kMax, kLea);
  EXPECT_EQ(book.model().regrouped().size(), 2U);
  edit(book, kJim, {{"phone", "1"}});
  EXPECT_TRUE(book.model().regrouped().empty());
  edit(book, kLea, {{"phone", "1"}});
  EXPECT_TRUE(book.model().regrouped().empty());
  OperationBuilder many;
  for (std::uint64_t i = 0; i < 1000; ++i) {
    many.begin_record("lead", {5, i});
    many.write("merged_into", text_from_id({5, i + 1}));
  }
  many.begin_record("lead", {5, 1000});
  many.write("full_name", "The last");
  book.commit(many.take(), kStart);
  EXPECT_EQ(book.model().regrouped().size(), 1001U);
  EXPECT_EQ(heir({5, 0}), (Id{5, 1000}));
  EXPECT_EQ(book.model().leads().alive_count(), 3U);
  merge(kJim, kLea);
  EXPECT_EQ(book.model().regrouped().size(), 3U);
}

}  // namespace
}  // namespace leadlight::test
