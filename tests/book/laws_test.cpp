// What holds for every history (design.md section 5), tried on random ones.
#include <gtest/gtest.h>

#include "book/segment.h"
#include "interchange/snapshot.h"
#include "tests/book/histories.h"
#include "tests/book/naive_book.h"

namespace leadlight::test {
namespace {

using book::Book;

Book book_of(const std::vector<Operation>& operations, UtcMs now) {
  Book book({1, 2});
  book.absorb(operations, now);
  return book;
}

NaiveBook naive_of(const std::vector<Operation>& operations) {
  NaiveBook naive;
  for (const Operation& operation : operations) naive.absorb(operation);
  return naive;
}

std::string snapshot_of(const Book& book) {
  interchange::SnapshotWriter writer;
  book.for_each_operation([&](const Operation& operation) { writer.add(operation); });
  return writer.finish();
}

TEST(Laws, TheBookAgreesWithTheNaiveBook) {
  LEADLIGHT_SEEDED(random, 11);
  LawDigest digest(random_seed);
  for (int i = 0; i < law_history_count(); ++i) {
    History history(random, 3, 25);
    const Book book = book_of(history.operations(), history.now());
    digest.add(book.state_hash());
    ASSERT_EQ(difference(book, naive_of(history.operations())), "") << "history " << i;
    for (const auto& person : history.people()) {
      // Each copy too, with what it has seen so far.
      ASSERT_EQ(difference(person->book, naive_of(all_operations(person->book))), "")
          << "history " << i;
    }
  }
}

TEST(Laws, HostileOperationsAreFoldedByTheSameRules) {
  LEADLIGHT_SEEDED(random, 12);
  LawDigest digest(random_seed);
  for (int i = 0; i < law_history_count(); ++i) {
    History history(random, 2, 8);
    for (int h = 0; h < 6; ++h) history.add(history.hostile_operation());
    std::vector<Operation> operations = history.operations();
    shuffle(operations, random);
    const Book book = book_of(operations, history.now());
    digest.add(book.state_hash());
    ASSERT_EQ(difference(book, naive_of(operations)), "") << "history " << i;
  }
}

TEST(Laws, AnyOrderAndAnyRepetitionGiveOneState) {
  LEADLIGHT_SEEDED(random, 13);
  LawDigest digest(random_seed);
  for (int i = 0; i < law_history_count(); ++i) {
    History history(random, 3, 15);
    if (random.one_in(2))
      for (int h = 0; h < 4; ++h) history.add(history.hostile_operation());
    const Book once = book_of(history.operations(), history.now());
    digest.add(once.state_hash());

    std::vector<Operation> shuffled = history.operations();
    for (std::int64_t repeated = random.between(0, 5); repeated > 0 && !shuffled.empty();
         --repeated)
      shuffled.push_back(random.of(shuffled));
    shuffle(shuffled, random);
    Book piecemeal({3, 4});
    for (const Operation& operation : shuffled) piecemeal.absorb({&operation, 1}, history.now());
    const book::Absorbed again = piecemeal.absorb(shuffled, history.now());
    ASSERT_EQ(again.new_operations, 0U);
    ASSERT_EQ(again.known_operations + again.refused_operations, shuffled.size());

    ASSERT_EQ(once.state_hash(), piecemeal.state_hash()) << "history " << i;
    ASSERT_EQ(once.operation_count(), piecemeal.operation_count());
    ASSERT_EQ(once.frontier(), piecemeal.frontier());
    ASSERT_EQ(text_of_all(all_operations(once)), text_of_all(all_operations(piecemeal)))
        << "history " << i;
    ASSERT_EQ(difference(piecemeal, naive_of(history.operations())), "") << "history " << i;
  }
}

TEST(Laws, MergingIsCommutativeAssociativeAndIdempotent) {
  LEADLIGHT_SEEDED(random, 14);
  LawDigest digest(random_seed);
  for (int i = 0; i < law_history_count(); ++i) {
    History history(random, 3, 12);
    std::vector<std::vector<Operation>> copies;
    for (const auto& person : history.people()) copies.push_back(all_operations(person->book));
    const auto merged = [&](const std::vector<Operation>& a, const std::vector<Operation>& b) {
      Book book({5, 6});
      book.absorb(a, history.now());
      book.absorb(b, history.now());
      return book;
    };
    const Book one = merged(copies[0], copies[1]);
    const Book other = merged(copies[1], copies[2]);
    digest.add(one.state_hash());
    ASSERT_EQ(one.state_hash(), merged(copies[1], copies[0]).state_hash());
    ASSERT_EQ(merged(all_operations(one), copies[2]).state_hash(),
              merged(copies[0], all_operations(other)).state_hash());
    ASSERT_EQ(merged(copies[0], copies[0]).state_hash(), history.people()[0]->book.state_hash());
  }
}

TEST(Laws, WhatWasCommittedIsWhatIsReadBack) {
  LEADLIGHT_SEEDED(random, 15);
  LawDigest digest(random_seed);
  for (int i = 0; i < law_history_count(); ++i) {
    History history(random, 3, 15);
    const Book book = book_of(history.operations(), history.now());
    const std::vector<Operation> read = all_operations(book);
    digest.add(book.state_hash());
    ASSERT_EQ(book_of(read, history.now()).state_hash(), book.state_hash());
    ASSERT_LE(read.size(), history.operations().size());  // less what erasures leave nothing of
    for (const Operation& operation : history.operations()) {
      ASSERT_TRUE(book.holds(operation));
    }
    for (const auto& person : history.people()) {
      // Committing and absorbing fold alike.
      ASSERT_EQ(book_of(all_operations(person->book), history.now()).state_hash(),
                person->book.state_hash());
    }
  }
}

TEST(Laws, ExportImportExportIsByteEqualAndOwnExportChangesNothing) {
  LEADLIGHT_SEEDED(random, 19);
  LawDigest digest(random_seed);
  for (int i = 0; i < law_history_count(); ++i) {
    History history(random, 3, 15);
    const bool hostile = random.one_in(3);
    for (int h = 0; hostile && h < 4; ++h) history.add(history.hostile_operation());
    Book book = book_of(history.operations(), history.now());
    const Id before = book.state_hash();
    digest.add(before);
    const std::string exported = snapshot_of(book);
    const auto read = interchange::read_snapshot(exported);
    ASSERT_TRUE(read) << read.error().sentence() << " history " << i;
    ASSERT_EQ(book.absorb(*read, history.now()).new_operations, 0U) << "history " << i;
    ASSERT_EQ(book.state_hash(), before) << "history " << i;
    const Book copy = book_of(*read, history.now());
    ASSERT_EQ(copy.state_hash(), before) << "history " << i;
    ASSERT_EQ(snapshot_of(copy), exported) << "history " << i;
  }
}

TEST(Laws, CompactionChangesNothingThatCanBeSeen) {
  LEADLIGHT_SEEDED(random, 20);
  LawDigest digest(random_seed);
  for (int i = 0; i < law_history_count(); ++i) {
    History history(random, 3, 15);
    const Book book = book_of(history.operations(), history.now());
    digest.add(book.state_hash());
    // What segments hold, and what the snapshot holds that replaces them.
    const ports::Bytes bytes =
        book::segment_from_operations({{9, 9}, 1, {}, {}}, all_operations(book));
    const auto segment = book::read_segment(bytes);
    ASSERT_TRUE(segment) << segment.error().sentence();
    const Book compacted = book_of(segment->operations, history.now());
    ASSERT_EQ(compacted.state_hash(), book.state_hash()) << "history " << i;
    ASSERT_EQ(text_of_all(all_operations(compacted)), text_of_all(all_operations(book)));
    ASSERT_EQ(difference(compacted, naive_of(all_operations(book))), "") << "history " << i;
  }
}

TEST(Laws, AnotherValueOrStampGivesAnotherHash) {
  LEADLIGHT_SEEDED(random, 16);
  LawDigest digest(random_seed);
  for (int i = 0; i < law_history_count() / 4; ++i) {
    History history(random, 2, 10, History::Erasures::kNone);  // what is erased has no hash
    if (history.operations().empty()) continue;
    const Id before = book_of(history.operations(), history.now()).state_hash();
    digest.add(before);
    std::vector<Operation> changed = history.operations();
    Operation& one = changed[random.index(changed.size())];
    switch (random.between(0, 3)) {
      case 0: one.at.clock += std::uint64_t{1} << 50; break;
      case 1: one.records[0].id.low += 100; break;
      case 2: one.field_names[one.writes[0].field] += "x"; break;
      default: one.label += "!"; break;
    }
    ASSERT_NE(book_of(changed, history.now()).state_hash(), before) << "history " << i;
    changed = history.operations();
    changed.pop_back();
    ASSERT_NE(book_of(changed, history.now()).state_hash(), before) << "history " << i;
  }
}

TEST(Laws, AnEditThatSawAValueBeatsItUnderAnyClock) {
  LEADLIGHT_SEEDED(random, 17);
  LawDigest digest(random_seed);
  for (int i = 0; i < law_history_count(); ++i) {
    constexpr std::int64_t kYears = 50 * 366;
    const UtcMs now = 1'790'000'000'000;
    Book ann(random.id());
    Book bob(random.id());
    std::vector<std::string> values;
    const auto edit = [&](Book& book) {
      OperationBuilder builder;
      builder.begin_record("lead", {0, 1});
      values.push_back(std::to_string(values.size()));
      builder.write("phone", values.back());
      return book.commit(builder.take(), now + random.between(-kYears, kYears) * kDayMs);
    };
    std::vector<Operation> all;
    for (int turn = 0; turn < 6; ++turn) {
      all.push_back(edit(turn % 2 == 0 ? ann : bob));
      (turn % 2 == 0 ? bob : ann).absorb({&all.back(), 1}, now);
    }
    shuffle(all, random);
    const Book other = book_of(all, now);
    digest.add(other.state_hash());
    const Row row = other.model().leads().find({0, 1});
    ASSERT_EQ(other.model().text(row, LeadField::kPhone), values.back());
    ASSERT_FALSE(other.has_concurrent(0, row));
  }
}

TEST(Laws, TakingBackAndTakingBackThatRestoresWhatIsShown) {
  LEADLIGHT_SEEDED(random, 18);
  LawDigest digest(random_seed);
  int taken_back = 0;
  for (int i = 0; i < law_history_count(); ++i) {
    History history(random, 2, 15);
    Person& person = *history.people()[0];
    if (person.done.empty()) continue;
    const auto shown = [&] {
      std::string text;
      const Model& model = person.book.model();
      for (KindIndex kind = 0; kind < model.kind_count(); ++kind)
        for (Row row = 0; row < model.table(kind).size(); ++row) {
          const Table& table = model.table(kind);
          const bool placeholder = kind == 0 && !model.lead(row).known;
          if (placeholder || !table.alive(row)) continue;
          for (ColumnIndex column = 0; column < table.column_count(); ++column)
            if (table.cell(row, column) != kNoText && table.column_name(column) != kLifeField)
              text += std::string(model.kind_name(kind)) + text_from_id(table.id(row)) +
                      std::string(table.column_name(column)) + "=" +
                      std::string(model.texts().view(table.cell(row, column))) + "\n";
        }
      return text;
    };
    const std::string before = shown();
    digest.add(person.book.state_hash());
    const Operation undo =
        person.book.commit(person.book.inverse_of(random.of(person.done)), history.now());
    if (undo.writes.empty()) {
      ASSERT_EQ(shown(), before);
      continue;
    }
    ++taken_back;
    const std::string undone = shown();
    const Operation redo = person.book.commit(person.book.inverse_of(undo.at), history.now());
    ASSERT_EQ(shown(), before) << "history " << i;
    const Operation again = person.book.commit(person.book.inverse_of(redo.at), history.now());
    ASSERT_EQ(shown(), undone) << "history " << i;
  }
  EXPECT_GT(taken_back, law_history_count() / 4);
}

}  // namespace
}  // namespace leadlight::test
