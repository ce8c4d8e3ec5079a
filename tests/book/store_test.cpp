// The store against storages that do as they should and storages that do not.
#include "book/store.h"

#include <gtest/gtest.h>

#include <memory>

#include "book/segment.h"
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
using Fault = FaultyStorage::Fault;

// One page: a book, and the store that keeps it on a disk that may be shared.
struct Page {
  explicit Page(MemoryDisk& disk, Id session,
                MemoryStorage::Mode mode = MemoryStorage::Mode::kImmediate)
      : storage(disk, mode), book(session), store(faulty, clock, book) {
    store.on_changed([this] { ++changes; });
  }
  Page& load() {
    store.load([this](const Result<Loaded>& result) { loaded = result; });
    return *this;
  }
  Operation write(std::string_view field, std::string_view value, Id lead = kLea) {
    Operation done = edit(book, lead, {{field, value}}, clock.now());
    store.save(done);
    return done;
  }
  MemoryStorage storage;
  FaultyStorage faulty{storage};
  FixedClock clock;
  Book book;
  Store store;
  Result<Loaded> loaded = fail("not loaded yet");
  int changes = 0;
};

Id hash_after_reload(MemoryDisk& disk) {
  Page page(disk, {77, 77});
  page.load();
  EXPECT_TRUE(page.loaded);
  return page.book.state_hash();
}

TEST(Store, BringsBackWhatWasSaved) {
  MemoryDisk disk;
  Page page(disk, {1, 1});
  page.load();
  ASSERT_TRUE(page.loaded);
  EXPECT_EQ(page.loaded->segments, 0U);
  page.write("phone", "1");
  page.write("phone", "2");
  EXPECT_EQ(page.store.safety(), Safety::kSaved);
  EXPECT_EQ(page.store.unsaved_operations(), 0U);

  Page next(disk, {2, 2});
  next.load();
  ASSERT_TRUE(next.loaded);
  EXPECT_EQ(next.loaded->segments, 2U);
  EXPECT_EQ(next.loaded->operations, 2U);
  EXPECT_EQ(next.loaded->gaps, 0U);
  EXPECT_EQ(shown(next.book, kLea, "phone"), "2");
  EXPECT_EQ(next.book.state_hash(), page.book.state_hash());
}

TEST(Store, PutsWhatComesMeanwhileIntoTheNextSegment) {
  MemoryDisk disk;
  Page page(disk, {1, 1}, MemoryStorage::Mode::kPumped);
  page.load();
  page.storage.pump();
  for (int i = 0; i < 5; ++i) page.write("phone", std::to_string(i));
  EXPECT_EQ(page.store.safety(), Safety::kSaving);
  EXPECT_EQ(page.store.unsaved_operations(), 5U);
  EXPECT_EQ(page.storage.waiting(), 1U);
  page.storage.pump();
  EXPECT_EQ(page.store.safety(), Safety::kSaved);
  EXPECT_EQ(disk.blobs.size(), 2U);
  EXPECT_EQ(hash_after_reload(disk), page.book.state_hash());
}

TEST(Store, PutsNoMoreIntoASegmentThanTheStorageTakes) {
  MemoryDisk disk;
  disk.most_bytes = 1000;
  Page page(disk, {1, 1}, MemoryStorage::Mode::kPumped);
  page.load();
  page.storage.pump();
  for (int i = 0; i < 20; ++i)
    page.write("phone", std::string(100, static_cast<char>('a' + i)),
               Id{9, static_cast<std::uint64_t>(i) + 1});
  // Two that belong together.
  std::vector<Operation> both;
  for (const char letter : {'x', 'y'})
    both.push_back(edit(page.book, kLea, {{"phone", std::string(200, letter)}}, page.clock.now()));
  ASSERT_TRUE(page.store.fit_one_blob(both));
  page.store.save(both);
  EXPECT_EQ(page.store.unsaved_operations(), 22U);
  page.storage.pump();
  EXPECT_EQ(page.store.safety(), Safety::kSaved);
  EXPECT_GT(disk.blobs.size(), 4U);
  EXPECT_LT(disk.blobs.size(), 15U);
  const auto last = book::read_segment(disk.blobs.rbegin()->second);
  ASSERT_TRUE(last);
  EXPECT_EQ(last->operations.size(), 2U);
  EXPECT_EQ(hash_after_reload(disk), page.book.state_hash());

  both.push_back(edit(page.book, kLea, {{"title", std::string(600, 'z')}}, page.clock.now()));
  EXPECT_FALSE(page.store.fit_one_blob(both));
}

TEST(Store, IgnoresOperationsWithoutWrites) {
  MemoryDisk disk;
  Page page(disk, {1, 1});
  page.load();
  page.store.save(Operation{});
  EXPECT_EQ(disk.blobs.size(), 0U);
  EXPECT_EQ(page.store.safety(), Safety::kSaved);
}

TEST(Store, SaysWhenATransactionFailsAndTriesAgain) {
  for (const Fault fault : {Fault::kAbort, Fault::kQuota}) {
    MemoryDisk disk;
    Page page(disk, {1, 1});
    page.load();
    page.faulty.next_commits({fault});
    page.write("phone", "1");
    EXPECT_EQ(page.store.safety(), Safety::kNotSaved);
    EXPECT_EQ(page.store.unsaved_operations(), 1U);
    EXPECT_NE(page.store.error().remedy.find("Export"), std::string::npos);
    page.write("phone", "2");
    EXPECT_EQ(page.store.unsaved_operations(), 2U);
    EXPECT_EQ(disk.blobs.size(), 0U);
    page.store.retry();
    EXPECT_EQ(page.store.safety(), Safety::kSaved);
    EXPECT_EQ(hash_after_reload(disk), page.book.state_hash());
  }
}

TEST(Store, TriesAgainByItself) {
  MemoryDisk disk;
  Page page(disk, {1, 1});
  page.load();
  page.faulty.next_commits({Fault::kAbort, Fault::kAbort});
  page.write("phone", "1");
  page.clock.advance(Store::kRetryMs);
  EXPECT_EQ(page.store.safety(), Safety::kNotSaved);
  page.clock.advance(Store::kRetryMs);
  EXPECT_EQ(page.store.safety(), Safety::kSaved);
  EXPECT_EQ(hash_after_reload(disk), page.book.state_hash());
}

TEST(Store, CountsATransactionThatNeverEndsAsNotSaved) {
  MemoryDisk disk;
  Page page(disk, {1, 1});
  page.load();
  page.faulty.next_commits({Fault::kNeverEnds});
  page.write("phone", "1");
  page.clock.advance(Store::kWatchdogMs - 1);
  EXPECT_EQ(page.store.safety(), Safety::kSaving);
  page.clock.advance(1);
  EXPECT_EQ(page.store.safety(), Safety::kNotSaved);
  EXPECT_FALSE(page.store.error().sentence().empty());
  page.store.retry();
  EXPECT_EQ(page.store.safety(), Safety::kSaved);
}

TEST(Store, FindsOutThatOnlyTheAnswerWasLost) {
  MemoryDisk disk;
  Page page(disk, {1, 1});
  page.load();
  page.faulty.next_commits({Fault::kLostAnswer});
  page.write("phone", "1");
  page.clock.advance(Store::kWatchdogMs);
  EXPECT_EQ(page.store.safety(), Safety::kNotSaved);
  page.store.retry();
  EXPECT_EQ(page.store.safety(), Safety::kSaved);
  page.write("phone", "2");
  EXPECT_EQ(hash_after_reload(disk), page.book.state_hash());
}

TEST(Store, TakesALateAnswerForWhatItIs) {
  MemoryDisk disk;
  Page page(disk, {1, 1}, MemoryStorage::Mode::kPumped);
  page.load();
  page.storage.pump();
  page.write("phone", "1");
  page.clock.advance(Store::kWatchdogMs);
  EXPECT_EQ(page.store.safety(), Safety::kNotSaved);
  page.storage.pump();
  EXPECT_EQ(page.store.safety(), Safety::kSaved);
  EXPECT_EQ(page.store.unsaved_operations(), 0U);
}

TEST(Store, LosesNothingThatItAcknowledgedWhateverTheStorageDoes) {
  LEADLIGHT_SEEDED(random, 31);
  const std::vector<Fault> faults{Fault::kNone,  Fault::kNone,      Fault::kAbort,
                                  Fault::kQuota, Fault::kNeverEnds, Fault::kLostAnswer};
  for (int i = 0; i < history_count(200); ++i) {
    MemoryDisk disk;
    Page page(disk, {1, 1});
    page.load();
    std::vector<Operation> acknowledged;
    std::vector<Operation> waiting;
    for (int step = 0; step < 30; ++step) {
      page.faulty.next_commits({random.of(faults)});
      switch (random.between(0, 3)) {
        case 0: page.clock.advance(static_cast<double>(random.between(1, 12'000))); break;
        case 1: page.store.retry(); break;
        default: waiting.push_back(page.write("phone", std::to_string(step))); break;
      }
      if (page.store.unsaved_operations() == 0) {
        acknowledged.insert(acknowledged.end(), waiting.begin(), waiting.end());
        waiting.clear();
      }
      ASSERT_EQ(page.store.safety() == Safety::kSaved, page.store.unsaved_operations() == 0);
    }
    Page next(disk, {2, 2});
    next.load();
    ASSERT_TRUE(next.loaded);
    ASSERT_EQ(next.loaded->gaps, 0U);
    ASSERT_TRUE(next.loaded->quarantined.empty());
    for (const Operation& operation : acknowledged)
      ASSERT_TRUE(next.book.holds(operation)) << "history " << i;
  }
}

TEST(Store, LeavesADamagedSegmentInPlaceAndCountsTheGap) {
  MemoryDisk disk;
  Page page(disk, {1, 1});
  page.load();
  for (int i = 0; i < 3; ++i) page.write("phone", std::to_string(i));
  const std::string second = std::next(disk.blobs.begin())->first;
  disk.blobs[second].resize(disk.blobs[second].size() - 1);
  Page next(disk, {2, 2});
  next.load();
  ASSERT_TRUE(next.loaded);
  EXPECT_EQ(next.loaded->segments, 2U);
  EXPECT_EQ(next.loaded->gaps, 1U);
  EXPECT_EQ(next.loaded->quarantined, std::vector{second});
  EXPECT_TRUE(disk.blobs.contains(second));
  EXPECT_EQ(shown(next.book, kLea, "phone"), "2");
}

TEST(Store, CountsSegmentsThatAreGone) {
  MemoryDisk disk;
  Page page(disk, {1, 1});
  page.load();
  for (int i = 0; i < 5; ++i) page.write("phone", std::to_string(i));
  disk.blobs.erase(disk.blobs.begin());
  disk.blobs.erase(std::next(disk.blobs.begin()));
  Page next(disk, {2, 2});
  next.load();
  EXPECT_EQ(next.loaded->gaps, 2U);
}

TEST(Store, LeavesForeignBlobsAlone) {
  MemoryDisk disk;
  disk.blobs["/folder"] = ports::Bytes(3);
  EXPECT_EQ(hash_after_reload(disk), Book({1, 1}).state_hash());
}

TEST(Store, SaysWhenTheStorageCannotBeReadAtAll) {
  MemoryDisk disk;
  Page page(disk, {1, 1});
  page.faulty.load_fails(true);
  page.load();
  EXPECT_FALSE(page.loaded);
  EXPECT_EQ(page.store.safety(), Safety::kNotSaved);
}

TEST(Store, GoesAwayWithoutWaitingForAnswers) {
  MemoryDisk disk;
  MemoryStorage storage(disk, MemoryStorage::Mode::kPumped);
  FixedClock clock;
  Book book({1, 1});
  {
    Store store(storage, clock, book);
    store.load([](const Result<Loaded>&) {});
    storage.pump();
    store.save(edit(book, kLea, {{"phone", "1"}}));
  }
  storage.pump();
  clock.advance(60'000);
}

}  // namespace
}  // namespace leadlight::test
