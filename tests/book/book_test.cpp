#include "book/book.h"

#include <gtest/gtest.h>

#include "tests/book/example.h"

namespace leadlight::test {
namespace {

using book::Book;

constexpr Id kAnn{9, 1};
constexpr Id kBob{9, 2};

TEST(Commit, ShowsWhatWasWrittenAndRemembersWhoWroteIt) {
  Book book(kAnn);
  Operation draft = draft_of("lead", kLea, {{"full_name", "Lea"}, {"phone", "1"}});
  draft.by = "Ann";
  draft.label = "New lead";
  const Operation done = book.commit(std::move(draft), kStart);
  EXPECT_EQ(shown(book, kLea, "full_name"), "Lea");
  EXPECT_EQ(done.at.milliseconds(), kStart);
  EXPECT_EQ(done.at.session, kAnn);
  EXPECT_TRUE(book.knows(done.at));
  const auto writes = history(book, kLea, LeadField::kPhone);
  ASSERT_EQ(writes.size(), 1U);
  EXPECT_EQ(writes[0].by, "Ann");
  EXPECT_EQ(writes[0].value, "1");
  EXPECT_TRUE(writes[0].current);
}

TEST(Commit, DropsWritesThatChangeNothing) {
  Book book(kAnn);
  edit(book, kLea, {{"full_name", "Lea"}, {"phone", "1"}});
  const Operation second = edit(book, kLea, {{"full_name", "Lea"}, {"phone", "2"}, {"email", ""}});
  ASSERT_EQ(second.writes.size(), 1U);
  EXPECT_EQ(second.field_names[second.writes[0].field], "phone");
  EXPECT_EQ(second.value(second.writes[0]), "2");
}

TEST(Commit, OfNothingIsNotRecorded) {
  Book book(kAnn);
  edit(book, kLea, {{"phone", "1"}});
  const Id before = book.state_hash();
  const Operation nothing = edit(book, kLea, {{"phone", "1"}});
  EXPECT_TRUE(nothing.writes.empty());
  EXPECT_TRUE(nothing.records.empty());
  EXPECT_FALSE(book.knows(nothing.at));
  EXPECT_EQ(book.operation_count(), 1U);
  EXPECT_EQ(book.state_hash(), before);
  EXPECT_EQ(edit(book, kMax, {{"phone", ""}}).writes.size(), 0U);
  EXPECT_EQ(book.model().leads().find(kMax), kNoRow);
}

TEST(Commit, OfOneFieldTwiceTakesTheLast) {
  Book book(kAnn);
  OperationBuilder builder;
  builder.begin_record("lead", kLea);
  builder.write("phone", "9");
  builder.write("phone", "1");
  builder.begin_record("lead", kMax);
  builder.write("phone", "5");
  builder.begin_record("lead", kLea);
  builder.write("phone", "2");
  const Operation done = book.commit(builder.take(), kStart);
  EXPECT_EQ(shown(book, kLea, "phone"), "2");
  EXPECT_EQ(shown(book, kMax, "phone"), "5");
  EXPECT_EQ(done.writes.size(), 2U);
  EXPECT_TRUE(book.holds(done));
}

TEST(Commit, NamesWhatItReplaces) {
  Book book(kAnn);
  const Operation first = edit(book, kLea, {{"phone", "1"}});
  const Operation second = edit(book, kLea, {{"phone", "2"}});
  ASSERT_EQ(second.replaces.size(), 1U);
  EXPECT_EQ(second.replaces[0], first.at);
  EXPECT_LT(first.at, second.at);
}

TEST(Commit, StandsBesideWhatItDoesNotName) {
  for (const bool named : {false, true}) {
    Book book(kAnn);
    edit(book, kLea, {{"city", "Ulm"}});
    const Operation first = edit(book, kLea, {{"phone", "1"}});
    const Operation second = edit(book, kLea, {{"phone", "2"}});
    OperationBuilder builder;
    builder.begin_record("lead", kLea);
    builder.write("phone", "3");
    if (named) builder.replaces(first.at);
    builder.write("city", "Ulm");  // as it is
    const Operation done = book.commit(builder.take(), kStart, Book::Replaced::kNamedOnly);
    EXPECT_EQ(done.writes.size(), 1U);
    EXPECT_EQ(done.replaces.size(), named ? 1U : 0U);
    EXPECT_EQ(shown(book, kLea, "phone"), "3");
    const auto writes = history(book, kLea, LeadField::kPhone);
    ASSERT_EQ(writes.size(), 3U);
    EXPECT_FALSE(writes[0].concurrent);
    EXPECT_TRUE(writes[1].concurrent);
    EXPECT_TRUE(writes[2].current);
    Book other(kBob);  // reads the same from it
    book.for_each_operation([&](const Operation& one) { absorb(other, one); });
    EXPECT_EQ(other.state_hash(), book.state_hash());
    // Taken back, what it stood beside counts.
    book.commit(book.inverse_of(done.at), kStart);
    EXPECT_EQ(shown(book, kLea, "phone"), "2");
  }
}

TEST(Merge, KeepsTheNewerPhoneWhenBothChangedIt) {
  Book ann(kAnn);
  Book bob(kBob);
  absorb(bob, edit(ann, kLea, {{"phone", "1"}}));
  const Operation by_ann = edit(ann, kLea, {{"phone", "2"}}, kStart + 1);
  const Operation by_bob = edit(bob, kLea, {{"phone", "3"}}, kStart + 2);
  absorb(ann, by_bob);
  absorb(bob, by_ann);
  for (const Book* book : {&ann, &bob}) {
    EXPECT_EQ(shown(*book, kLea, "phone"), "3");
    EXPECT_TRUE(book->has_concurrent(0, book->model().leads().find(kLea)));
    const auto writes = history(*book, kLea, LeadField::kPhone);
    ASSERT_EQ(writes.size(), 3U);
    EXPECT_FALSE(writes[0].concurrent);
    EXPECT_TRUE(writes[1].concurrent);
    EXPECT_TRUE(writes[2].current);
  }
  EXPECT_EQ(ann.state_hash(), bob.state_hash());
}

TEST(Merge, LetsAPersonChooseTheLoserInstead) {
  Book ann(kAnn);
  Book bob(kBob);
  absorb(bob, edit(ann, kLea, {{"phone", "1"}}));
  const Operation lost = edit(ann, kLea, {{"phone", "2"}}, kStart + 1);
  absorb(ann, edit(bob, kLea, {{"phone", "3"}}, kStart + 2));
  OperationBuilder builder;
  builder.begin_record("lead", kLea);
  builder.write("phone", "2");
  builder.replaces(lost.at);
  ann.commit(builder.take(), kStart + 3);
  EXPECT_EQ(shown(ann, kLea, "phone"), "2");
  EXPECT_FALSE(ann.has_concurrent(0, ann.model().leads().find(kLea)));
}

TEST(Merge, LetsAPersonConfirmTheWinner) {
  Book ann(kAnn);
  Book bob(kBob);
  const Operation lost = edit(ann, kLea, {{"phone", "2"}}, kStart + 1);
  absorb(ann, edit(bob, kLea, {{"phone", "3"}}, kStart + 2));
  OperationBuilder builder;
  builder.begin_record("lead", kLea);
  builder.write("phone", "3");
  builder.replaces(lost.at);
  EXPECT_EQ(ann.commit(builder.take(), kStart + 3).writes.size(), 1U);
  EXPECT_FALSE(ann.has_concurrent(0, ann.model().leads().find(kLea)));
}

TEST(Merge, KeepsBothWhenTheyChangedDifferentFields) {
  Book ann(kAnn);
  Book bob(kBob);
  absorb(bob, edit(ann, kLea, {{"phone", "1"}, {"city", "Ulm"}}));
  const Operation by_ann = edit(ann, kLea, {{"phone", "2"}});
  absorb(ann, edit(bob, kLea, {{"city", "Bonn"}}));
  absorb(bob, by_ann);
  EXPECT_EQ(shown(bob, kLea, "phone"), "2");
  EXPECT_EQ(shown(bob, kLea, "city"), "Bonn");
  EXPECT_FALSE(ann.has_concurrent(0, 0));
}

TEST(Merge, KeepsATagThatOneGaveWhileAnotherTookItAway) {
  Book ann(kAnn);
  Book bob(kBob);
  absorb(bob, edit(ann, kLea, {{"tag:fair", "1"}}));
  const Operation away = edit(ann, kLea, {{"tag:fair", ""}});
  const Operation other = edit(bob, kLea, {{"tag:fair", ""}});
  const Operation given = edit(bob, kLea, {{"tag:fair", "1"}});
  absorb(ann, other);
  absorb(ann, given);
  EXPECT_EQ(shown(ann, kLea, "tag:fair"), "1");
  absorb(bob, away);
  EXPECT_EQ(shown(bob, kLea, "tag:fair"), "1");
  edit(bob, kLea, {{"tag:fair", ""}});
  EXPECT_EQ(shown(bob, kLea, "tag:fair"), "");
}

TEST(Merge, NeverLosesAnOptOut) {  // practice C9
  Book ann(kAnn);
  Book bob(kBob);
  absorb(bob, edit(ann, kLea, {{"do_not_contact", "1"}}));
  edit(bob, kLea, {{"do_not_contact", ""}}, kStart + 5);  // a mistake made knowingly, and then
  const Operation again = edit(ann, kLea, {{"do_not_contact", "yes"}}, kStart + 1);  // asked again
  absorb(bob, again);
  EXPECT_TRUE(bob.model().lead(bob.model().leads().find(kLea)).do_not_contact);
}

TEST(Merge, KeepsAnEditOfADeletedLead) {
  Book ann(kAnn);
  Book bob(kBob);
  absorb(bob, edit(ann, kLea, {{"phone", "1"}}));
  const Operation removed = edit(ann, kLea, {{"_life", "2"}});
  const Operation edited = edit(bob, kLea, {{"phone", "2"}});
  absorb(ann, edited);
  EXPECT_FALSE(alive(ann, kLea));
  EXPECT_EQ(shown(ann, kLea, "phone"), "2");
  edit(ann, kLea, {{"_life", "3"}});
  EXPECT_TRUE(alive(ann, kLea));
  absorb(bob, removed);
  EXPECT_FALSE(alive(bob, kLea));
}

TEST(Merge, KeepsFieldsAndKindsOfANewerVersion) {
  Book ann(kAnn);
  Book bob(kBob);
  absorb(bob, edit(ann, kLea, {{"mood/of/2031", "sunny"}}));
  absorb(bob, ann.commit(draft_of("telepathy", {0, 9}, {{"thought", "hm"}}), kStart));
  EXPECT_EQ(shown(bob, kLea, "mood/of/2031"), "sunny");
  EXPECT_EQ(bob.state_hash(), ann.state_hash());
  std::size_t count = 0;
  bob.for_each_operation([&](const Operation& operation) { count += operation.writes.size(); });
  EXPECT_EQ(count, 2U);
}

TEST(Merge, CountsTouchesOfALeadThatComesLater) {
  Book ann(kAnn);
  Book bob(kBob);
  const Operation lead = edit(ann, kLea, {{"full_name", "Lea"}});
  const Operation touch = ann.commit(
      draft_of("touch", {0, 50}, {{"lead", text_from_id(kLea)}, {"kind", "call"}, {"at", "5"}}),
      kStart);
  absorb(bob, touch);
  const Row row = bob.model().leads().find(kLea);
  ASSERT_NE(row, kNoRow);
  EXPECT_FALSE(alive(bob, kLea));
  EXPECT_FALSE(bob.model().touch_counts(0));
  EXPECT_TRUE(bob.history(0, row, 0).empty());
  EXPECT_FALSE(bob.has_concurrent(0, row));
  absorb(bob, lead);
  EXPECT_TRUE(alive(bob, kLea));
  EXPECT_TRUE(bob.model().touch_counts(0));
  EXPECT_EQ(bob.model().lead(row).first_touch, 0U);
}

TEST(Absorb, TellsNewFromKnown) {
  Book ann(kAnn);
  Book bob(kBob);
  const std::vector<Operation> both{edit(ann, kLea, {{"phone", "1"}}),
                                    edit(ann, kLea, {{"phone", "2"}})};
  EXPECT_EQ(bob.absorb({both.data(), 1}, kStart).new_operations, 1U);
  const book::Absorbed absorbed = bob.absorb(both, kStart);
  EXPECT_EQ(absorbed.new_operations, 1U);
  EXPECT_EQ(absorbed.known_operations, 1U);
}

TEST(Absorb, RefusesWhatNoClockCanFollow) {
  Book ann(kAnn);
  Operation late = draft_of("lead", kLea, {{"phone", "1"}});
  late.at = {~std::uint64_t{0}, kBob};
  EXPECT_EQ(ann.absorb({&late, 1}, kStart).refused_operations, 1U);
  EXPECT_EQ(ann.operation_count(), 0U);
  late.at.clock = book::kMostClock;
  EXPECT_EQ(ann.absorb({&late, 1}, kStart).new_operations, 1U);
  edit(ann, kLea, {{"phone", "2"}});
  EXPECT_EQ(shown(ann, kLea, "phone"), "2");
}

TEST(Absorb, MovesATouchBetweenLeadsWithoutTearingTheirLists) {
  Book book(kAnn);
  for (std::uint64_t i = 0; i < 5; ++i)
    book.commit(draft_of("touch", {0, 50 + i}, {{"lead", text_from_id(kLea)}, {"at", "5"}}),
                kStart);
  book.commit(draft_of("touch", {0, 52}, {{"lead", text_from_id(kMax)}}), kStart);
  book.commit(draft_of("touch", {0, 54}, {{"lead", "nobody"}}), kStart);
  const Model& model = book.model();
  const auto length = [&](Id lead) {
    int count = 0;
    for (Row touch = model.lead(model.leads().find(lead)).first_touch; touch != kNoRow;
         touch = model.touch(touch).next)
      ++count;
    return count;
  };
  EXPECT_EQ(length(kLea), 3);
  EXPECT_EQ(length(kMax), 1);
  EXPECT_EQ(model.touch(4).lead, kNoRow);
}

TEST(Clock, GoesOnWhenTheWallClockStandsOrGoesBack) {
  book::HybridClock clock(kAnn);
  Stamp before = clock.next(kStart);
  for (int i = 0; i < 70'000; ++i) {  // more than the counter holds
    const Stamp next = clock.next(kStart - i);
    ASSERT_LT(before, next);
    before = next;
  }
  EXPECT_EQ(clock.furthest_ahead_ms(), 0);
}

TEST(Clock, FollowsAStampFromTheFutureAndSaysHowFarAheadItWas) {
  book::HybridClock clock(kAnn);
  const Stamp future{static_cast<std::uint64_t>(kStart + kDayMs) << 16, kBob};
  clock.absorb(future, kStart);
  EXPECT_EQ(clock.furthest_ahead_ms(), kDayMs);
  EXPECT_LT(future, clock.next(kStart));
}

TEST(Frontier, NamesTheNewestOfEachSession) {
  Book ann(kAnn);
  Book bob(kBob);
  edit(ann, kLea, {{"phone", "1"}});
  const Operation last = edit(ann, kLea, {{"phone", "2"}});
  absorb(bob, last);
  const Operation own = edit(bob, kLea, {{"phone", "3"}});
  EXPECT_EQ(bob.frontier(), (std::vector<Stamp>{last.at, own.at}));
}

}  // namespace
}  // namespace leadlight::test
