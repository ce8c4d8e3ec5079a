// Two tabs on one storage, and compaction.
#include <gtest/gtest.h>

#include "book/store.h"
#include "platform/headless/memory_ports.h"
#include "tests/book/example.h"
#include "tests/book/histories.h"

namespace leadlight::test {
namespace {

using book::Book;
using book::Loaded;
using book::Safety;
using book::Store;
using headless::FaultyStorage;
using headless::FixedClock;
using headless::MemoryDisk;
using headless::MemoryStorage;

struct Tab {
  Tab(MemoryDisk& disk, Id session, MemoryStorage::Mode mode = MemoryStorage::Mode::kImmediate)
      : storage(disk, mode), book(session), store(faulty, clock, book) {
    store.on_changed([this] { ++changes; });
    store.load([this](const Result<Loaded>& result) { loaded = result; });
    storage.pump();
  }
  void write(std::string_view field, std::string_view value, Id lead = kLea) {
    store.save(edit(book, lead, {{field, value}}, clock.now()));
  }
  void write_many(std::size_t count) {
    for (std::size_t i = 0; i < count; ++i)
      write("phone", std::to_string(i) + text_from_id(book.clock().session()));
  }
  void compact() {
    clock.advance(120'000);
    store.compact_if_due();
    clock.advance(1);
  }
  MemoryStorage storage;
  FaultyStorage faulty{storage};
  FixedClock clock;
  Book book;
  Store store;
  Result<Loaded> loaded = fail("not loaded yet");
  int changes = 0;
};

TEST(Tabs, SeeEachOthersEdits) {
  MemoryDisk disk;
  Tab one(disk, {1, 1});
  Tab two(disk, {2, 2});
  one.write("phone", "1");
  EXPECT_EQ(shown(two.book, kLea, "phone"), "1");
  EXPECT_EQ(two.changes, 1);
  two.write("city", "Ulm");
  EXPECT_EQ(shown(one.book, kLea, "city"), "Ulm");
  EXPECT_EQ(one.book.state_hash(), two.book.state_hash());
  EXPECT_EQ(one.store.segment_count(), 2U);
}

TEST(Tabs, HearWhatWasWrittenWhileTheyWereLoading) {
  MemoryDisk disk;
  Tab one(disk, {1, 1});
  MemoryStorage storage(disk, MemoryStorage::Mode::kPumped);
  FixedClock clock;
  Book book({2, 2});
  Store store(storage, clock, book);
  one.write("phone", "1");
  store.load([](const Result<Loaded>&) {});
  one.write("phone", "2");
  storage.pump();
  EXPECT_EQ(shown(book, kLea, "phone"), "2");
}

TEST(Tabs, WriteAtTheSameTimeAndAgreeAfterwards) {
  LEADLIGHT_SEEDED(random, 41);
  for (int i = 0; i < history_count(100); ++i) {
    MemoryDisk disk;
    Tab one(disk, {1, 1}, MemoryStorage::Mode::kPumped);
    Tab two(disk, {2, 2}, MemoryStorage::Mode::kPumped);
    for (int step = 0; step < 30; ++step) {
      Tab& tab = random.one_in(2) ? one : two;
      if (random.one_in(2))
        tab.write("phone", std::to_string(random.between(0, 9)));
      else
        tab.storage.pump_one();
    }
    while (one.storage.pump() + two.storage.pump() > 0) continue;
    ASSERT_EQ(one.book.state_hash(), two.book.state_hash()) << "history " << i;
    ASSERT_EQ(Tab(disk, {3, 3}).book.state_hash(), one.book.state_hash());
  }
}

TEST(Tabs, OfAnOlderVersionLearnThatTheyAreOutdated) {
  MemoryDisk disk;
  Tab one(disk, {1, 1});
  Tab newer(disk, {2, 2});
  ports::Bytes bytes = book::segment_from_operations({{2, 2}, 1, {}, {}}, {});
  bytes[4] = std::byte{9};
  disk.blobs["seg-of-the-future"] = bytes;
  newer.storage.announce("seg-of-the-future");
  EXPECT_TRUE(one.store.outdated());
  EXPECT_GT(one.changes, 0);
  EXPECT_TRUE(Tab(disk, {3, 3}).store.outdated());
}

TEST(Compaction, JoinsManySmallSegmentsAndChangesNothingThatCanBeSeen) {
  MemoryDisk disk;
  Tab tab(disk, {1, 1});
  tab.write_many(Store::kManySegments - 1);
  tab.compact();
  EXPECT_EQ(disk.blobs.size(), Store::kManySegments - 1);
  tab.write("phone", "last");
  tab.compact();
  EXPECT_EQ(disk.blobs.size(), 1U);
  EXPECT_EQ(tab.store.segment_count(), 1U);
  tab.write("phone", "later");
  EXPECT_EQ(disk.blobs.size(), 2U);

  Tab next(disk, {2, 2});
  ASSERT_TRUE(next.loaded);
  EXPECT_EQ(next.loaded->gaps, 0U);
  EXPECT_EQ(next.book.state_hash(), tab.book.state_hash());
  EXPECT_EQ(text_of_all(all_operations(next.book)), text_of_all(all_operations(tab.book)));
}

TEST(Compaction, LeavesLargeSegmentsAsTheyAre) {
  MemoryDisk disk;
  Tab tab(disk, {1, 1});
  tab.write("note", std::string(Store::kLargeBytes, 'x'));
  const std::string large = disk.blobs.begin()->first;
  tab.write_many(Store::kManySegments);
  tab.compact();
  EXPECT_EQ(disk.blobs.size(), 2U);
  EXPECT_TRUE(disk.blobs.contains(large));
  Tab next(disk, {2, 2});
  EXPECT_EQ(next.loaded->gaps, 0U);
  EXPECT_EQ(next.book.state_hash(), tab.book.state_hash());
}

TEST(Compaction, KeepsTheCountOfGaps) {
  MemoryDisk disk;
  {
    Tab tab(disk, {1, 1});
    tab.write_many(Store::kManySegments + 10);
  }
  disk.blobs.erase(std::next(disk.blobs.begin(), 5));
  Tab tab(disk, {2, 2});
  EXPECT_EQ(tab.loaded->gaps, 1U);
  tab.compact();
  EXPECT_EQ(disk.blobs.size(), 1U);
  EXPECT_EQ(Tab(disk, {3, 3}).loaded->gaps, 1U);
}

TEST(Compaction, ThatFailsLeavesEverything) {
  using Fault = FaultyStorage::Fault;
  for (const Fault fault : {Fault::kAbort, Fault::kQuota, Fault::kNeverEnds, Fault::kLostAnswer}) {
    MemoryDisk disk;
    Tab tab(disk, {1, 1});
    tab.write_many(Store::kManySegments);
    tab.faulty.next_commits({fault});
    tab.compact();
    tab.write("phone", "meanwhile");
    tab.clock.advance(Store::kWatchdogMs);
    EXPECT_EQ(tab.store.safety(), Safety::kSaved);
    EXPECT_EQ(Tab(disk, {2, 2}).book.state_hash(), tab.book.state_hash());
    tab.compact();  // and the next one works
    EXPECT_LE(disk.blobs.size(), 2U);
    EXPECT_EQ(Tab(disk, {3, 3}).book.state_hash(), tab.book.state_hash());
    EXPECT_EQ(Tab(disk, {3, 3}).loaded->gaps, 0U);
  }
}

TEST(Compaction, IsLeftToOneTabAtATime) {
  MemoryDisk disk;
  Tab one(disk, {1, 1}, MemoryStorage::Mode::kPumped);
  Tab two(disk, {2, 2}, MemoryStorage::Mode::kPumped);
  for (std::size_t n = 0; n < Store::kManySegments; ++n) {
    one.write("phone", std::to_string(n));
    while (one.storage.pump() + two.storage.pump() > 0) continue;
  }
  one.compact();
  while (disk.lock_holder == nullptr) ASSERT_TRUE(one.storage.pump_one());
  two.compact();
  two.storage.pump();
  two.clock.advance(1);
  two.storage.pump();
  EXPECT_EQ(two.storage.commit_count(), 0U);
  EXPECT_EQ(disk.blobs.size(), Store::kManySegments);
  one.clock.advance(1);
  one.storage.pump();
  EXPECT_EQ(disk.blobs.size(), 1U);
  EXPECT_EQ(disk.lock_holder, nullptr);
}

TEST(Compaction, GoesOnInSlicesBetweenEdits) {
  MemoryDisk disk;
  Tab tab(disk, {1, 1});
  tab.write_many(Store::kManySegments);
  tab.clock.set_cost_ms(3);  // three operations a slice
  tab.clock.advance(120'000);
  tab.store.compact_if_due();
  int slices = 0;
  for (; disk.blobs.size() >= Store::kManySegments && slices < 1000; ++slices) {
    if (slices % 10 == 0) tab.write("city", std::to_string(slices));
    EXPECT_EQ(tab.store.safety(), Safety::kSaved);
    tab.clock.advance(0);
  }
  EXPECT_GT(slices, 20);
  EXPECT_LT(slices, 100);
  tab.clock.set_cost_ms(0);
  Tab next(disk, {2, 2});
  EXPECT_EQ(next.book.state_hash(), tab.book.state_hash());
  EXPECT_EQ(next.loaded->gaps, 0U);
}

// A file may bring writes of an operation that this book had only in part.
TEST(Compaction, GivesUpWhenAnOperationGrowsMeanwhile) {
  MemoryDisk disk;
  Tab tab(disk, {1, 1});
  Book elsewhere({7, 7});
  const Operation whole = edit(elsewhere, kLea, {{"phone", "1"}, {"city", "Ulm"}});
  Operation part = whole;
  part.writes.resize(1);
  part.records[0].write_count = 1;
  tab.book.absorb({&part, 1}, 0);
  tab.store.save(part);
  tab.write_many(Store::kManySegments);
  tab.clock.set_cost_ms(3);
  tab.clock.advance(120'000);
  tab.store.compact_if_due();
  for (int slice = 0; slice < 30; ++slice) tab.clock.advance(0);
  ASSERT_GT(disk.blobs.size(), Store::kManySegments) << "not done yet";
  tab.book.absorb({&whole, 1}, 0);
  tab.store.save(whole);
  for (int slice = 0; slice < 300; ++slice) tab.clock.advance(0);
  EXPECT_GT(disk.blobs.size(), Store::kManySegments);
  tab.clock.set_cost_ms(0);
  EXPECT_EQ(disk.lock_holder, nullptr);
  tab.compact();
  EXPECT_EQ(disk.blobs.size(), 1U);
  EXPECT_EQ(Tab(disk, {2, 2}).book.state_hash(), tab.book.state_hash());
}

TEST(Compaction, InTwoTabsAtOnceLosesNothing) {
  LEADLIGHT_SEEDED(random, 42);
  for (int i = 0; i < history_count(30); ++i) {
    MemoryDisk disk;
    Tab one(disk, {1, 1}, MemoryStorage::Mode::kPumped);
    Tab two(disk, {2, 2}, MemoryStorage::Mode::kPumped);
    const auto settle = [&] {
      while (one.storage.pump() + two.storage.pump() > 0) continue;
    };
    for (std::size_t n = 0; n < 50; ++n) {
      one.write("phone", std::to_string(n));
      two.write("city", std::to_string(n));
      settle();
    }
    for (int step = 0; step < 40; ++step) {
      Tab& tab = random.one_in(2) ? one : two;
      switch (random.between(0, 3)) {
        case 0: tab.compact(); break;
        case 1: tab.write("city", std::to_string(random.between(0, 999))); break;
        case 2: tab.clock.advance(1); break;
        default: tab.storage.pump_one(); break;
      }
    }
    settle();
    ASSERT_EQ(one.book.state_hash(), two.book.state_hash()) << "history " << i;
    Tab next(disk, {3, 3});
    ASSERT_EQ(next.book.state_hash(), one.book.state_hash()) << "history " << i;
    ASSERT_EQ(next.loaded->gaps, 0U) << "history " << i;
    ASSERT_TRUE(next.loaded->quarantined.empty());
  }
}

}  // namespace
}  // namespace leadlight::test
