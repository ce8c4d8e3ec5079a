// Operations that come in parts, since a person left some of it out (practice H3).
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "tests/book/histories.h"

namespace leadlight::test {
namespace {

using book::Book;

// Some of its records, and the others.
std::pair<Operation, Operation> parted(const Operation& operation, Random& random) {
  std::array<OperationBuilder, 2> parts;
  for (OperationBuilder& part : parts) {
    part.operation().at = operation.at;
    part.operation().by = operation.by;
    part.operation().label = operation.label;
  }
  for (const OpRecord& record : operation.records) {
    OperationBuilder& part = parts[random.index(2)];
    part.begin_record(operation.kind_names[record.kind], record.id);
    for (std::uint32_t w = 0; w < record.write_count; ++w) {
      const OpWrite& write = operation.writes[record.write_first + w];
      part.write(operation.field_names[write.field], operation.value(write));
      for (std::uint32_t r = 0; r < write.replaces_count; ++r)
        part.replaces(operation.replaces[write.replaces_first + r]);
    }
  }
  return {parts[0].take(), parts[1].take()};
}

TEST(Parts, WhatIsMissingMakesABookWhole) {
  LEADLIGHT_SEEDED(random, 61);
  for (int i = 0; i < history_count(200); ++i) {
    // Of two headers at one stamp a part of which nothing is left can bring none.
    const bool with_hostile = random.one_in(3);
    History history(random, 3, 15,
                    with_hostile ? History::Erasures::kNone : History::Erasures::kSome);
    if (with_hostile)
      for (int h = 0; h < 4; ++h) {
        Operation hostile = history.hostile_operation();
        for (const Operation& known : history.operations())
          if (known.at == hostile.at) hostile.by = known.by, hostile.label = known.label;
        history.add(std::move(hostile));
      }
    Book whole({1, 1});
    whole.absorb(history.operations(), history.now());
    Book book({1, 2});
    for (const Operation& operation : history.operations())
      book.absorb(std::vector{parted(operation, random).first}, history.now());
    std::vector<Operation> missing;
    for (const Operation& operation : history.operations()) {
      Operation rest = book.missing_of(operation);
      if (!rest.writes.empty()) missing.push_back(std::move(rest));
    }
    book.absorb(missing, history.now());
    ASSERT_EQ(book.state_hash(), whole.state_hash()) << "history " << i;
    for (const Operation& operation : history.operations())
      ASSERT_TRUE(book.missing_of(operation).writes.empty()) << "history " << i;
  }
}

TEST(Parts, SomeRecordsFoldAsTheyDoInTheWholeBook) {
  LEADLIGHT_SEEDED(random, 62);
  for (int i = 0; i < history_count(200); ++i) {
    History history(random, 3, 20);
    const Book& book = history.people()[0]->book;
    const std::uint64_t odd = random.index(2);
    std::vector<Operation> parts;
    book.for_each_part(
        [&](book::RecordRef record) {
          return book.model().table(record.kind).id(record.row).low % 2 == odd;
        },
        [&](const Operation& part) { parts.push_back(part); });
    Book some({1, 2});
    some.absorb(parts, history.now());
    const Table& leads = book.model().leads();
    for (Row row = 0; row < leads.size(); ++row) {
      const Row there = some.model().leads().find(leads.id(row));
      if (leads.id(row).low % 2 != odd || !book.model().lead(row).known) continue;
      ASSERT_NE(there, kNoRow);
      ASSERT_EQ(some.model().lead(there).lives, book.model().lead(row).lives);
      for (ColumnIndex column = 0; column < leads.column_count(); ++column) {
        const ColumnIndex same = some.model().leads().find_column(leads.column_name(column));
        ASSERT_EQ(
            same == kNoColumn ? std::string_view() : some.model().text(Kind::kLead, there, same),
            book.model().text(Kind::kLead, row, column))
            << "history " << i << " " << leads.column_name(column);
      }
    }
  }
}

TEST(Parts, ConcurrentRowsAreThoseWithALoser) {
  LEADLIGHT_SEEDED(random, 63);
  std::size_t found = 0;
  for (int i = 0; i < history_count(200); ++i) {
    History history(random, 3, 20);
    const Book& book = history.people()[0]->book;
    std::vector<Row> expected;
    for (Row row = 0; row < book.model().leads().size(); ++row)
      if (book.has_concurrent(0, row)) expected.push_back(row);
    ASSERT_EQ(book.concurrent_rows(0), expected) << "history " << i;
    found += expected.size();
  }
  EXPECT_GT(found, 10U);
}

TEST(Parts, HeadsAndRecordsSayWhatAnOperationWas) {
  LEADLIGHT_SEEDED(random, 64);
  for (int i = 0; i < history_count(200); ++i) {
    History history(random, 2, 15);
    const Book& book = history.people()[0]->book;
    const std::vector<Operation> all = all_operations(book);
    const std::vector<Stamp> stamps = book.stamps();
    ASSERT_EQ(stamps.size(), all.size());
    for (std::size_t o = 0; o < all.size(); ++o) {
      ASSERT_EQ(stamps[o], all[o].at);
      ASSERT_EQ(book.head_of(stamps[o]).by, all[o].by);
      ASSERT_EQ(book.head_of(stamps[o]).label, all[o].label);
      std::set<std::pair<std::string, Id>> expected, named;
      for (const OpRecord& record : all[o].records)
        expected.emplace(all[o].kind_names[record.kind], record.id);
      for (const book::RecordRef record : book.records_of(stamps[o]))
        named.emplace(book.model().kind_name(record.kind),
                      book.model().table(record.kind).id(record.row));
      ASSERT_EQ(named, expected) << "history " << i;
    }
  }
}

TEST(Parts, TakingBackSomeRecordsLeavesTheOthers) {
  Book book({1, 1});
  OperationBuilder draft;
  for (std::uint64_t i = 1; i <= 3; ++i) {
    draft.begin_record("lead", {7, i});
    draft.write("full_name", "Lead " + std::to_string(i));
  }
  const Operation import = book.commit(draft.take(), 1'790'000'000'000);
  const std::vector<Id> only{{7, 2}};
  book.commit(book.inverse_of(import.at, only), 1'790'000'000'001);
  EXPECT_TRUE(book.model().leads().alive(0));
  EXPECT_FALSE(book.model().leads().alive(1));
  EXPECT_TRUE(book.model().leads().alive(2));
  book.commit(book.inverse_of(import.at), 1'790'000'000'002);
  EXPECT_EQ(book.model().leads().alive_count(), 0U);
}

TEST(Parts, TakingBackAWriteLetsTheOneBesideItCountAgain) {
  constexpr UtcMs kNow = 1'790'000'000'000;
  const auto phone = [](std::string_view value) {
    OperationBuilder draft;
    draft.begin_record("lead", {7, 1});
    draft.write("phone", value);
    return draft.take();
  };
  Book ana({1, 1}), ben({1, 2});
  const Operation first = ana.commit(phone("000"), kNow);
  ben.absorb(std::vector{first}, kNow);
  ana.commit(phone("111"), kNow + 1);
  const Operation theirs = ben.commit(phone("222"), kNow + 2);
  ana.absorb(std::vector{theirs}, kNow + 3);
  const auto value = [&] { return ana.model().text(0, LeadField::kPhone); };
  ASSERT_EQ(value(), "222");
  const Operation undo = ana.commit(ana.inverse_of(theirs.at), kNow + 4);
  EXPECT_EQ(value(), "111");
  EXPECT_TRUE(ana.concurrent_rows(0).empty());
  ana.commit(ana.inverse_of(undo.at), kNow + 5);
  EXPECT_EQ(value(), "222");
  EXPECT_EQ(ana.concurrent_rows(0).size(), 1U) << "redo brings the conflict back too";
}

}  // namespace
}  // namespace leadlight::test
