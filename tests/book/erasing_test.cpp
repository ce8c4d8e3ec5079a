// Erasing a person for good: in every order, for every copy, out of what is exported.
#include <gtest/gtest.h>

#include "book/store.h"
#include "platform/headless/memory_ports.h"
#include "tests/book/example.h"
#include "tests/book/histories.h"

namespace leadlight::test {
namespace {

using book::Book;

Operation erase(Book& book, Id lead) {
  Operation draft = draft_of("erasure", lead, {{kErasedField, "1"}});
  draft.label = "Erased a person";
  return book.commit(std::move(draft), kStart);
}

Operation note(Book& book, Id id, Id lead, std::string_view text) {
  return book.commit(draft_of("note", id, {{"lead", text_from_id(lead)}, {"text", text}}), kStart);
}

struct Conference {
  Book book{{1, 1}};
  std::vector<Operation> all;
  Conference() {
    OperationBuilder import;
    import.operation().label = "Import Lea's badges.csv";
    import.begin_record("lead", kLea);
    import.write("full_name", "Lea Kraft");
    import.write("tag:fair", "1");
    import.begin_record("lead", kMax);
    import.write("full_name", "Max");
    all.push_back(book.commit(import.take(), kStart));
    all.push_back(edit(book, kLea, {{"phone", "123456"}}));
    all.push_back(edit(book, kLea, {{"phone", "654321"}}));
    all.push_back(note(book, {0, 7}, kLea, "Kraft likes tea"));
    all.push_back(note(book, {0, 8}, kMax, "Max likes coffee"));
    all.push_back(erase(book, kLea));
  }
};

TEST(Erasing, LeavesNothingOfThePersonAndAllOfTheOthers) {
  Conference after;
  const std::string text = text_of_all(all_operations(after.book));
  for (const std::string_view word : {"Kraft", "Lea", "123456", "654321", "tea", "tag:fair"})
    EXPECT_EQ(text.find(word), std::string::npos) << word;
  EXPECT_NE(text.find("Max likes coffee"), std::string::npos);
  EXPECT_EQ(shown(after.book, kMax, "full_name"), "Max");
  EXPECT_FALSE(alive(after.book, kLea));
  EXPECT_TRUE(after.book.is_erased(kLea));
  EXPECT_FALSE(after.book.is_erased(kMax));
  EXPECT_EQ(after.book.model().leads().alive_count(), 1U);
}

TEST(Erasing, IsTheSameInEveryOrder) {
  LEADLIGHT_SEEDED(random, 71);
  const Conference conference;
  for (int i = 0; i < 200; ++i) {
    std::vector<Operation> shuffled = conference.all;
    shuffle(shuffled, random);
    Book book({2, 2});
    for (const Operation& operation : shuffled) absorb(book, operation);
    ASSERT_EQ(book.state_hash(), conference.book.state_hash());
    ASSERT_EQ(text_of_all(all_operations(book)), text_of_all(all_operations(conference.book)));
    // What comes again is known, and comes to nothing.
    const book::Absorbed again = book.absorb(shuffled, kStart);
    ASSERT_EQ(again.new_operations, 0U);
    ASSERT_EQ(book.state_hash(), conference.book.state_hash());
    for (const Operation& operation : shuffled) ASSERT_TRUE(book.holds(operation));
  }
}

TEST(Erasing, AnExportErasesInOtherCopies) {
  Conference conference;
  Book other({2, 2});
  for (const Operation& operation : conference.all)
    if (!operation.kind_names.empty() && operation.kind_names[0] != "erasure")
      absorb(other, operation);
  const Operation edited_there = edit(other, kLea, {{"city", "Ulm"}});
  const Operation noted_there = note(other, {0, 9}, kLea, "Kraft called back");
  EXPECT_EQ(other.absorb(all_operations(conference.book), kStart).refused_operations, 0U);
  EXPECT_TRUE(other.is_erased(kLea));
  const std::string text = text_of_all(all_operations(other));
  for (const std::string_view word : {"Kraft", "Lea", "Ulm", "654321"})
    EXPECT_EQ(text.find(word), std::string::npos) << word;
  // And what was done there meanwhile comes back to nothing here.
  absorb(conference.book, edited_there);
  absorb(conference.book, noted_there);
  EXPECT_EQ(conference.book.state_hash(), other.state_hash());
}

TEST(Erasing, CanNotBeUndoneAndHasNothingToUndo) {
  Conference conference;
  for (const Operation& operation : conference.all) {
    const bool of_max = operation.kind_names[0] == "note" && operation.records[0].id == Id{0, 8};
    const Operation draft = conference.book.inverse_of(operation.at);
    for (const OpRecord& record : draft.records)
      EXPECT_NE(record.id, kLea) << text_of_operation(draft);
    if (!of_max && operation.at != conference.all[0].at) EXPECT_TRUE(draft.writes.empty());
  }
}

TEST(Erasing, EditsOfTheErasedAreNotTakenDown) {
  Conference conference;
  EXPECT_TRUE(edit(conference.book, kLea, {{"phone", "777777"}}).writes.empty());
  const Operation noted = note(conference.book, {0, 10}, kLea, "Kraft again");
  EXPECT_EQ(text_of_operation(noted).find("Kraft"), std::string::npos);
  EXPECT_EQ(conference.book.state_hash(), [&] {
    Book book({3, 3});
    book.absorb(all_operations(conference.book), kStart);
    return book.state_hash();
  }());
}

// --- What is stored ---

struct Tab {
  Tab(headless::MemoryDisk& disk, Id session)
      : storage(disk, headless::MemoryStorage::Mode::kImmediate),
        book(session),
        store(storage, clock, book) {
    store.load([](const Result<book::Loaded>&) {});
    clock.advance(1);
  }
  void save(Operation operation) { store.save(std::move(operation)); }
  void rest() { clock.advance(book::Store::kCopyAtMostMs + 10'000); }
  headless::MemoryStorage storage;
  headless::FixedClock clock;
  Book book;
  book::Store store;
};

bool holds(const headless::MemoryDisk& disk, std::string_view word) {
  const auto in = [&](const auto& blobs) {
    for (const auto& [name, bytes] : blobs) {
      const std::string_view text(reinterpret_cast<const char*>(bytes.data()), bytes.size());
      if (text.find(word) != std::string_view::npos) return true;
    }
    return false;
  };
  return in(disk.blobs) || in(disk.copies);
}

TEST(Erasing, LeavesEverySegmentAndEveryCopy) {
  headless::MemoryDisk disk;
  Tab tab(disk, {1, 1});
  tab.save(edit(tab.book, kLea, {{"full_name", "Lea Kraft"}}));
  tab.save(edit(tab.book, kMax, {{"full_name", "Max"}, {"need", std::string(2'000'000, 'x')}}));
  tab.save(note(tab.book, {0, 7}, kLea, std::string("Kraft ") + std::string(2'000'000, 'y')));
  tab.rest();
  ASSERT_TRUE(holds(disk, "Kraft"));
  ASSERT_FALSE(disk.copies.empty());
  tab.save(erase(tab.book, kLea));
  tab.rest();
  EXPECT_FALSE(holds(disk, "Kraft"));
  EXPECT_FALSE(holds(disk, "yyyy"));
  EXPECT_TRUE(holds(disk, "Max"));
  const Tab next(disk, {2, 2});
  EXPECT_EQ(next.book.state_hash(), tab.book.state_hash());
  EXPECT_EQ(next.store.safety(), book::Safety::kSaved);
}

TEST(Erasing, IsDoneByAllTabsTogetherAndThenThereIsPeace) {
  headless::MemoryDisk disk;
  Tab one(disk, {1, 1});
  Tab two(disk, {2, 2});
  for (int i = 0; i < 5; ++i) {
    one.save(edit(one.book, kLea, {{"full_name", "Kraft " + std::to_string(i)}}));
    two.save(note(two.book, {9, static_cast<std::uint64_t>(i)}, kLea, "Kraft again"));
  }
  one.save(erase(one.book, kLea));
  for (int i = 0; i < 3; ++i) {
    one.rest();
    two.rest();
  }
  EXPECT_FALSE(holds(disk, "Kraft"));
  EXPECT_EQ(one.book.state_hash(), two.book.state_hash());
  const auto before = disk.blobs;
  for (int i = 0; i < 5; ++i) {
    one.rest();
    two.rest();
    one.store.compact_if_due();
    two.store.compact_if_due();
  }
  EXPECT_EQ(disk.blobs, before);
}

TEST(Erasing, GoesOnAfterAnEndInTheMiddle) {
  headless::MemoryDisk disk;
  {
    Tab tab(disk, {1, 1});
    tab.save(edit(tab.book, kLea, {{"full_name", "Lea Kraft"}}));
    tab.save(edit(tab.book, kMax, {{"full_name", "Max"}}));
    tab.save(erase(tab.book, kLea));  // and the browser is killed
  }
  ASSERT_TRUE(holds(disk, "Kraft"));
  Tab next(disk, {2, 2});
  EXPECT_TRUE(next.book.is_erased(kLea));
  next.rest();
  EXPECT_FALSE(holds(disk, "Kraft"));
  EXPECT_EQ(shown(next.book, kMax, "full_name"), "Max");
}

TEST(Erasing, WhatAMergeBringsBackIsNotStored) {
  headless::MemoryDisk disk;
  Tab tab(disk, {1, 1});
  tab.save(edit(tab.book, kLea, {{"full_name", "Lea Kraft"}}));
  tab.save(erase(tab.book, kLea));
  tab.rest();
  Book other({3, 3});
  const Operation raw = edit(other, kLea, {{"city", "Kraftwerk"}});
  tab.book.absorb({&raw, 1}, kStart);
  tab.save(raw);  // not even if it is given to the store as it came
  tab.rest();
  tab.rest();
  EXPECT_FALSE(holds(disk, "Kraft"));
}

// An edit that the browser refuses for a while is stored as it was made.
TEST(Erasing, LeavesWhatWasOnItsWayWhenTheErasureCame) {
  headless::MemoryDisk disk;
  headless::MemoryStorage storage(disk);
  headless::FaultyStorage faulty(storage);
  headless::FixedClock clock;
  Book book({1, 1});
  book::Store store(faulty, clock, book);
  store.load([](const Result<book::Loaded>&) {});
  store.save(edit(book, kLea, {{"full_name", "Lea"}}));
  Tab other(disk, {2, 2});
  faulty.next_commits({headless::FaultyStorage::Fault::kAbort});
  store.save(note(book, {0, 7}, kLea, "Kraft likes tea"));
  ASSERT_EQ(store.safety(), book::Safety::kNotSaved);
  other.save(erase(other.book, kLea));
  EXPECT_TRUE(book.is_erased(kLea));
  other.rest();
  clock.advance(book::Store::kRetryMs);
  ASSERT_EQ(store.safety(), book::Safety::kSaved);
  EXPECT_TRUE(holds(disk, "Kraft"));
  EXPECT_TRUE(store.holds_erased());
  store.compact_if_due();
  clock.advance(book::Store::kCopyAtMostMs);
  EXPECT_FALSE(holds(disk, "Kraft"));
  EXPECT_FALSE(store.holds_erased());
}

// What is left of an operation may come before all of it, with a colleague's file.
TEST(Erasing, LeavesASegmentThatComesAfterWhatIsLeftOfIt) {
  Conference conference;
  headless::MemoryDisk disk;
  Tab tab(disk, {2, 2});
  std::vector<Operation> left = all_operations(conference.book);
  tab.book.absorb(left, kStart);
  tab.store.save(std::move(left));
  tab.rest();
  const Id before = tab.book.state_hash();
  const auto stamps = std::span(conference.all).first(1);
  disk.blobs["seg-of-before"] = book::segment_from_operations({{1, 1}, 1, {}, {}}, stamps);
  {
    const Tab other(disk, {3, 3});
    EXPECT_EQ(other.book.state_hash(), before);
    EXPECT_TRUE(other.book.is_withheld(conference.all[0].at));
    EXPECT_TRUE(other.store.holds_erased());
  }
  Tab next(disk, {4, 4});
  next.rest();
  EXPECT_FALSE(holds(disk, "Kraft"));
  EXPECT_FALSE(holds(disk, "Lea"));
  EXPECT_FALSE(next.store.holds_erased());
  EXPECT_EQ(next.book.state_hash(), before);
  EXPECT_EQ(Tab(disk, {5, 5}).book.state_hash(), before);
}

// The database is deleted, and comes back in another way than from the second copy.
struct Emptied {
  headless::MemoryDisk disk;
  std::vector<std::string> aside;
  Conference conference;

  // The second copy has all but the erasure; then the first is gone, and its place is taken by
  // `instead`.
  explicit Emptied(std::vector<Operation> instead) {
    {
      Tab tab(disk, {1, 1});
      for (const Operation& operation : std::span(conference.all).first(5)) {
        absorb(tab.book, operation);
        tab.save(operation);
        tab.rest();
      }
    }
    disk.blobs.clear();
    Tab tab(disk, {2, 2});
    aside = tab.store.lost()->names;
    tab.store.go_on_without();
    tab.book.absorb(instead, kStart);
    tab.store.save(std::move(instead));
    tab.rest();
    EXPECT_TRUE(holds(disk, "Kraft"));
  }
};

TEST(Erasing, LeavesWhatIsRestoredAfterTheErasureHasCome) {
  const Conference conference;
  std::vector<Operation> left = all_operations(conference.book);
  std::erase_if(left, [&](const Operation& one) { return one.at == conference.all[4].at; });
  Emptied emptied(left);
  Tab tab(emptied.disk, {3, 3});
  ASSERT_NE(tab.store.lost(), nullptr);
  EXPECT_EQ(tab.store.lost()->operations, 1U) << "the note on Max";
  tab.store.restore([](const Result<book::Loaded>& result) { EXPECT_TRUE(result); });
  tab.rest();
  for (const std::string_view word : {"Kraft", "Lea", "123456", "tea"})
    EXPECT_FALSE(holds(emptied.disk, word)) << word;
  EXPECT_TRUE(holds(emptied.disk, "Max likes coffee"));
  EXPECT_FALSE(tab.store.holds_erased());
  EXPECT_EQ(tab.book.state_hash(), conference.book.state_hash());
  EXPECT_EQ(emptied.disk.blobs, emptied.disk.copies);
}

TEST(Erasing, LeavesWhatTheSecondCopyHeldThatCameBackAsAFile) {
  Emptied emptied(Conference().all);
  headless::MemoryDisk& disk = emptied.disk;
  {  // As long as they are left aside, they are not touched.
    headless::MemoryStorage storage(disk);
    headless::FixedClock clock;
    Book book({3, 3});
    book::Store store(storage, clock, book);
    store.load([](const Result<book::Loaded>&) {}, emptied.aside);
    clock.advance(60'000);
    EXPECT_TRUE(store.holds_erased());
    EXPECT_TRUE(holds(disk, "Kraft"));
  }
  Tab tab(disk, {4, 4});
  EXPECT_EQ(tab.store.lost(), nullptr);
  EXPECT_TRUE(tab.store.holds_erased());
  std::size_t changes = 0;
  tab.store.on_changed([&] { changes += tab.store.holds_erased() ? 0 : 1; });
  tab.rest();
  EXPECT_FALSE(holds(disk, "Kraft"));
  EXPECT_FALSE(tab.store.holds_erased());
  EXPECT_GT(changes, 0U) << "or nobody would hear of it";
  EXPECT_EQ(tab.book.state_hash(), emptied.conference.book.state_hash());
  EXPECT_EQ(disk.blobs, disk.copies);
}

// One of them has news: nothing goes that the person has not decided on.
TEST(Erasing, DropsNoCopyAsLongAsAnyHasSomethingThatTheBookLacks) {
  Emptied emptied(std::vector{Conference().all.back()});
  const auto before = emptied.disk.copies;
  Tab tab(emptied.disk, {3, 3});
  ASSERT_NE(tab.store.lost(), nullptr);
  EXPECT_EQ(tab.store.lost()->names.size(), before.size() - 1) << "all but what it was read from";
  tab.rest();
  for (const std::string& name : emptied.aside)
    EXPECT_EQ(emptied.disk.copies[name], before.at(name));
}

}  // namespace
}  // namespace leadlight::test
