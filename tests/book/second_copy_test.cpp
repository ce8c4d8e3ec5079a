// The second copy: kept in step, never emptied by an empty first one, and a witness at the start.
#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <set>

#include "book/store.h"
#include "platform/headless/memory_ports.h"
#include "tests/book/example.h"
#include "tests/book/histories.h"

namespace leadlight::test {
namespace {

using book::Book;
using book::Copies;
using book::Loaded;
using book::Safety;
using book::Store;
using headless::FaultyStorage;
using headless::FixedClock;
using headless::MemoryDisk;
using headless::MemoryStorage;
using Fault = FaultyStorage::Fault;

struct Page {
  explicit Page(MemoryDisk& disk, Id session,
                MemoryStorage::Mode mode = MemoryStorage::Mode::kImmediate)
      : storage(disk, mode), book(session), store(faulty, clock, book) {}
  Page& load(std::vector<std::string> ignored = {}) {
    store.load([this](const Result<Loaded>& result) { loaded = result; }, std::move(ignored));
    return *this;
  }
  void write(std::string_view value, Id lead = kLea) {
    store.save(edit(book, lead, {{"phone", value}}, clock.now()));
  }
  void write_many(std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) write(std::to_string(i));
  }
  void rest() { clock.advance(Store::kCopyAtMostMs); }  // until the second copy has followed
  void compact() {
    clock.advance(120'000);
    store.compact_if_due();
    clock.advance(1);
  }
  Page& restore() {
    loaded = fail("not restored");
    store.restore([this](const Result<Loaded>& result) { loaded = result; });
    return *this;
  }
  MemoryStorage storage;
  FaultyStorage faulty{storage};
  FixedClock clock;
  Book book;
  Store store;
  Result<Loaded> loaded = fail("not loaded yet");
};

std::string second_of(const MemoryDisk& disk) { return std::next(disk.blobs.begin())->first; }
void damage(ports::Bytes& bytes) { bytes[bytes.size() / 2] ^= std::byte{4}; }

TEST(SecondCopy, FollowsTwoSecondsAfterTheLastCommit) {
  MemoryDisk disk;
  Page page(disk, {1, 1});
  page.load();
  EXPECT_EQ(page.store.copies(), Copies::kKept);
  page.write("1");
  page.clock.advance(1500);
  page.write("2");
  page.clock.advance(1999);
  EXPECT_TRUE(disk.copies.empty());
  page.clock.advance(1);
  EXPECT_EQ(disk.copies, disk.blobs);
  EXPECT_EQ(page.store.copies(), Copies::kKept);
}

TEST(SecondCopy, IsSaidToBeBehindAsLongAsItLacksSomething) {
  MemoryDisk disk;
  Page page(disk, {1, 1}, MemoryStorage::Mode::kPumped);
  page.load();
  page.storage.pump();
  std::size_t behind = 0, kept = 0;
  const auto look = [&] {
    const bool has_all = std::ranges::all_of(
        disk.blobs, [&](const auto& blob) { return disk.copies.contains(blob.first); });
    if (page.store.safety() != Safety::kSaved) return;  // and what is on its way is said
    if (page.store.copies() == Copies::kKept) EXPECT_TRUE(has_all);
    ++(page.store.copies() == Copies::kKept ? kept : behind);
  };
  page.store.on_changed(look);
  for (int i = 0; i < 30; ++i) {
    page.write(std::to_string(i));
    while (page.storage.waiting() > 0) {
      page.storage.pump_one();
      look();
    }
    page.clock.advance(700);
    look();
    // In the middle of a run that copies, if there is one.
    page.storage.pump_one();
    page.write("meanwhile");
  }
  for (int i = 0; i < 3; ++i) {
    page.storage.pump();
    page.clock.advance(Store::kCopyAtMostMs);
  }
  page.storage.pump();
  look();
  EXPECT_EQ(page.store.copies(), Copies::kKept);
  EXPECT_GT(kept, 0U);
  EXPECT_GT(behind, 30U);
}

TEST(SecondCopy, DoesNotWaitForeverWhileCommitsGoOn) {
  MemoryDisk disk;
  Page page(disk, {1, 1});
  page.load();
  for (int i = 0; i < 11; ++i) {
    page.write(std::to_string(i));
    page.clock.advance(1000);
  }
  EXPECT_GE(disk.copies.size(), 9U);
}

TEST(SecondCopy, FollowsAtOnceWhenThePageIsHidden) {
  MemoryDisk disk;
  Page page(disk, {1, 1});
  page.load();
  page.write("1");
  page.store.flush();
  EXPECT_EQ(disk.copies, disk.blobs);
}

TEST(SecondCopy, GetsTheSnapshotBeforeItLosesWhatItHolds) {
  MemoryDisk disk;
  Page page(disk, {1, 1});
  page.load();
  page.write_many(Store::kManySegments);
  page.rest();
  page.faulty.next_copies({Fault::kQuota});
  page.compact();
  ASSERT_EQ(disk.blobs.size(), 1U);
  page.clock.advance(Store::kCopyAfterMs);
  EXPECT_EQ(disk.copies.size(), Store::kManySegments);
  EXPECT_EQ(page.store.copies(), Copies::kBehind);
  page.clock.advance(60'000);
  EXPECT_EQ(disk.copies, disk.blobs);
  EXPECT_EQ(page.store.copies(), Copies::kKept);
}

TEST(SecondCopy, SaysThatThereIsNoneWhereTheBrowserHasNoPlaceForIt) {
  MemoryDisk disk;
  disk.has_copies = false;
  Page page(disk, {1, 1});
  page.load();
  ASSERT_TRUE(page.loaded);
  EXPECT_EQ(page.store.copies(), Copies::kNone);
  page.write("1");
  page.rest();
  EXPECT_EQ(page.store.safety(), Safety::kSaved);
}

TEST(SecondCopy, ThatHangsDoesNotBlockTheStart) {
  MemoryDisk disk;
  {
    Page page(disk, {1, 1});
    page.load().write("1");
    page.rest();
  }
  disk.blobs.clear();
  Page page(disk, {2, 2});
  page.faulty.copies_hang(true);
  page.load();
  EXPECT_EQ(page.store.safety(), Safety::kLoading);
  page.clock.advance(Store::kCopiesAnswerMs);
  ASSERT_TRUE(page.loaded);
  EXPECT_EQ(page.store.copies(), Copies::kUnchecked);
  page.faulty.copies_hang(false);
  page.write("2");
  page.rest();
  EXPECT_EQ(disk.copies.size(), 1U) << "what was not compared is left as it is";
}

TEST(SecondCopy, IsWrittenAgainWhereItIsDamaged) {
  MemoryDisk disk;
  {
    Page page(disk, {1, 1});
    page.load().write_many(3);
    page.rest();
  }
  damage(disk.copies.begin()->second);
  Page page(disk, {2, 2});
  page.load();
  EXPECT_EQ(page.store.lost(), nullptr);
  page.clock.advance(20'000);
  EXPECT_EQ(disk.copies, disk.blobs);
}

TEST(Witness, SaysNothingWhenBothAgreeOrTheSecondIsBehind) {
  MemoryDisk disk;
  Page page(disk, {1, 1});
  page.load().write_many(5);
  page.rest();
  page.write("later");
  Page next(disk, {2, 2});
  next.load();
  ASSERT_TRUE(next.loaded);
  EXPECT_EQ(next.store.lost(), nullptr);
  EXPECT_EQ(next.store.copies(), Copies::kBehind);
  next.rest();
  EXPECT_EQ(disk.copies, disk.blobs);
}

TEST(Witness, KnowsThatACompactionWasCutShort) {
  MemoryDisk disk;
  {
    Page page(disk, {1, 1});
    page.load().write_many(Store::kManySegments);
    page.rest();
    page.compact();  // and the tab ends before the second copy has followed
  }
  ASSERT_EQ(disk.copies.size(), Store::kManySegments);
  Page next(disk, {2, 2});
  next.load();
  EXPECT_EQ(next.store.lost(), nullptr);
  EXPECT_EQ(next.store.safety(), Safety::kSaved);
  next.rest();
  EXPECT_EQ(disk.copies, disk.blobs);
}

TEST(Witness, NoticesAnEmptiedDatabaseAndBringsAllBack) {
  MemoryDisk disk;
  Id before;
  {
    Page page(disk, {1, 1});
    page.load().write_many(5);
    page.write("1", {8, 8});
    page.write("1", {8, 9});
    page.store.save(edit(page.book, {8, 9}, {{"_life", "2"}}));
    page.rest();
    before = page.book.state_hash();
  }
  const MemoryDisk::Blobs blobs = disk.blobs;
  disk.blobs.clear();
  Page next(disk, {2, 2});
  next.load();
  ASSERT_NE(next.store.lost(), nullptr);
  EXPECT_TRUE(next.store.lost()->all);
  EXPECT_EQ(next.store.lost()->operations, 8U);
  EXPECT_EQ(next.store.lost()->leads, 2U) << "the third is deleted";
  EXPECT_EQ(next.store.safety(), Safety::kLoading);
  Book file({9, 9});
  next.store.add_lost_to(file);
  EXPECT_EQ(file.state_hash(), before);
  next.write("meanwhile");
  next.restore();
  ASSERT_TRUE(next.loaded);
  EXPECT_EQ(next.store.lost(), nullptr);
  EXPECT_EQ(next.store.safety(), Safety::kSaved);
  for (const auto& [name, bytes] : blobs) EXPECT_EQ(disk.blobs[name], bytes);
  Page third(disk, {3, 3});
  third.load();
  EXPECT_EQ(third.store.lost(), nullptr);
  EXPECT_EQ(third.loaded->gaps, 0U);
  EXPECT_EQ(third.book.state_hash(), next.book.state_hash());
}

TEST(Witness, ReplacesADamagedBlobByItsSoundCopy) {
  MemoryDisk disk;
  Id before;
  {
    Page page(disk, {1, 1});
    page.load().write_many(3);
    page.rest();
    before = page.book.state_hash();
  }
  const std::string name = second_of(disk);
  damage(disk.blobs[name]);
  Page next(disk, {2, 2});
  next.load();
  ASSERT_NE(next.store.lost(), nullptr);
  EXPECT_EQ(next.store.lost()->names, std::vector{name});
  EXPECT_FALSE(next.store.lost()->all);
  next.restore();
  ASSERT_TRUE(next.loaded);
  EXPECT_TRUE(next.loaded->quarantined.empty());
  EXPECT_EQ(next.loaded->gaps, 0U);
  EXPECT_EQ(next.book.state_hash(), before);
  EXPECT_EQ(disk.blobs, disk.copies);
}

TEST(Witness, MakesADatabaseAnewThatCannotBeOpened) {
  MemoryDisk disk;
  Id before;
  {
    Page page(disk, {1, 1});
    page.load().write_many(3);
    page.rest();
    before = page.book.state_hash();
  }
  Page next(disk, {2, 2});
  next.faulty.load_fails(true);
  next.load();
  EXPECT_FALSE(next.loaded);
  ASSERT_NE(next.store.lost(), nullptr);
  EXPECT_TRUE(next.store.lost()->unopened);
  next.restore();
  ASSERT_TRUE(next.loaded);
  EXPECT_EQ(next.book.state_hash(), before);
  EXPECT_EQ(disk.blobs, disk.copies);
}

TEST(Witness, LeavesAllAsItIsWhenRestoringFailsAndTriesAgain) {
  MemoryDisk disk;
  {
    Page page(disk, {1, 1});
    page.load().write_many(3);
    page.rest();
  }
  disk.blobs.clear();
  Page next(disk, {2, 2});
  next.load();
  next.faulty.next_commits({Fault::kNone, Fault::kQuota});
  next.restore();
  EXPECT_FALSE(next.loaded);
  ASSERT_NE(next.store.lost(), nullptr);
  EXPECT_EQ(disk.copies.size(), 3U);
  next.restore();
  ASSERT_TRUE(next.loaded);
  EXPECT_EQ(disk.blobs, disk.copies);
}

TEST(Witness, RemembersWhatThePersonGoesOnWithout) {
  MemoryDisk disk;
  {
    Page page(disk, {1, 1});
    page.load().write_many(3);
    page.rest();
  }
  disk.blobs.clear();
  std::vector<std::string> names;
  {
    Page next(disk, {2, 2});
    next.load();
    ASSERT_NE(next.store.lost(), nullptr);
    names = next.store.lost()->names;
    next.store.go_on_without();
    EXPECT_EQ(next.store.lost(), nullptr);
    EXPECT_EQ(next.store.safety(), Safety::kSaved);
    EXPECT_EQ(next.book.operation_count(), 0U);
    next.write("anew");
    next.rest();
    EXPECT_EQ(disk.copies.size(), 4U) << "they stay where they are";
    EXPECT_EQ(next.store.left_aside(), 3U);
  }
  Page third(disk, {3, 3});
  third.load(names);
  EXPECT_EQ(third.store.lost(), nullptr);
  EXPECT_EQ(third.store.left_aside(), 3U);
  EXPECT_EQ(third.loaded->operations, 1U);
}

TEST(Witness, CountsCopiesThatAreDamagedTooAndGoesOn) {
  MemoryDisk disk;
  {
    Page page(disk, {1, 1});
    page.load().write_many(3);
    page.rest();
  }
  const std::string name = second_of(disk);
  damage(disk.blobs[name]);
  damage(disk.copies[name]);
  Page next(disk, {2, 2});
  next.load();
  ASSERT_TRUE(next.loaded);
  EXPECT_EQ(next.store.lost(), nullptr);
  EXPECT_EQ(next.loaded->damaged_copies, 1U);
  EXPECT_EQ(next.loaded->quarantined, std::vector{name});
  next.rest();
  EXPECT_TRUE(disk.copies.contains(name));
}

TEST(Witness, DoesNotTakeAPartOfWhatIsThereForALoss) {
  MemoryDisk disk;
  Book elsewhere({7, 7});
  const Operation whole = edit(elsewhere, kLea, {{"phone", "1"}, {"city", "Ulm"}});
  Operation part = whole;
  part.writes.resize(1);
  part.records[0].write_count = 1;
  Page page(disk, {1, 1});
  page.load();
  page.book.absorb({&whole, 1}, 0);
  page.store.save(whole);
  disk.copies["snap-of-another-time"] =
      book::segment_from_operations({{7, 7}, 1, {}, {}}, {&part, 1});
  Page next(disk, {2, 2});
  next.load();
  EXPECT_EQ(next.store.lost(), nullptr);
  EXPECT_TRUE(next.loaded);
}

TEST(Emptied, WhileThePageIsOpenIsWrittenAgainBeforeTheNextCommitCounts) {
  MemoryDisk disk;
  Page page(disk, {1, 1});
  page.load().write_many(5);
  disk.empty();
  page.write("next");
  EXPECT_EQ(page.store.safety(), Safety::kSaving);
  page.clock.advance(1);
  EXPECT_EQ(page.store.safety(), Safety::kSaved);
  Page next(disk, {2, 2});
  next.load();
  EXPECT_EQ(next.book.state_hash(), page.book.state_hash());
  EXPECT_EQ(next.loaded->gaps, 0U);
}

TEST(Emptied, AndFullSaysNotSaved) {
  MemoryDisk disk;
  Page page(disk, {1, 1});
  page.load().write_many(5);
  disk.empty();
  page.faulty.next_commits({Fault::kNone, Fault::kQuota});
  page.write("next");
  page.clock.advance(1);
  EXPECT_EQ(page.store.safety(), Safety::kNotSaved);
  page.store.retry();
  page.clock.advance(1);
  EXPECT_EQ(page.store.safety(), Safety::kSaved);
  Page next(disk, {2, 2});
  next.load();
  EXPECT_EQ(next.book.state_hash(), page.book.state_hash());
}

TEST(Emptied, WithoutALostConnectionIsNoticedAMomentAfterTheNextCommit) {
  MemoryDisk disk;
  Page page(disk, {1, 1});
  page.load().write_many(5);
  disk.blobs.clear();
  disk.copies.clear();
  page.write("next");
  page.rest();
  Page next(disk, {2, 2});
  next.load();
  EXPECT_EQ(next.book.state_hash(), page.book.state_hash());
  page.rest();
  EXPECT_EQ(disk.blobs, disk.copies);
}

TEST(Emptied, AConnectionThatIsLostWithoutLossCostsNothing) {
  MemoryDisk disk;
  Page page(disk, {1, 1});
  page.load().write_many(5);
  const MemoryDisk::Blobs blobs = disk.blobs;
  disk.empty();
  disk.blobs = blobs;
  page.write("next");
  EXPECT_EQ(page.store.safety(), Safety::kSaved);
  EXPECT_EQ(disk.blobs.size(), 6U);
}

// Whatever the two copies together hold is there after a start, and nothing of that in silence.
TEST(Witness, LosesNothingThatEitherCopyHolds) {
  LEADLIGHT_SEEDED(random, 51);
  for (int i = 0; i < history_count(40); ++i) {
    MemoryDisk disk;
    for (std::uint64_t start = 1; start <= 3; ++start) {
      auto one = std::make_unique<Page>(disk, Id{start, 1}, MemoryStorage::Mode::kPumped);
      auto other = std::make_unique<Page>(disk, Id{start, 2}, MemoryStorage::Mode::kPumped);
      for (Page* const page : {one.get(), other.get()}) {
        page->load();
        page->storage.pump();
        if (page->store.lost() != nullptr) {
          page->restore();
          page->storage.pump();
        }
        ASSERT_TRUE(page->loaded) << "history " << i;
      }
      const int steps = static_cast<int>(random.between(0, 60));
      for (int step = 0; step < steps; ++step) {
        Page& page = random.one_in(2) ? *one : *other;
        switch (random.between(0, 9)) {
          case 0: page.store.compact_if_due(); break;
          case 1: page.clock.advance(120'000); break;
          case 2: page.clock.advance(2000); break;
          case 3: page.faulty.next_copies({Fault::kQuota}); break;
          case 4: page.write_many(static_cast<std::size_t>(random.between(1, 40))); break;
          case 5: page.clock.advance(1); break;
          case 6: page.write(std::to_string(random.between(0, 99))); break;
          default:
            page.storage.pump_one();
            page.storage.pump_one();
            break;
        }
      }
      // Both tabs end here, whatever they were at. Then some of one place goes wrong.
      one.reset();
      other.reset();
      std::vector<Operation> held;
      const auto note = [&](const MemoryDisk::Blobs& blobs) {
        for (const auto& [name, bytes] : blobs)
          if (auto segment = book::read_segment(bytes))
            held.insert(held.end(), segment->operations.begin(), segment->operations.end());
      };
      MemoryDisk::Blobs& victims = random.one_in(2) ? disk.blobs : disk.copies;
      switch (random.between(0, 3)) {
        case 0: victims.clear(); break;
        case 1:
          for (auto& [name, bytes] : victims)
            if (random.one_in(3)) damage(bytes);
          break;
        case 2: std::erase_if(victims, [&](const auto&) { return random.one_in(3); }); break;
        default: break;
      }
      note(disk.blobs);
      note(disk.copies);
      Page next(disk, {start, 3}, MemoryStorage::Mode::kPumped);
      next.load();
      next.storage.pump();
      if (next.store.lost() == nullptr) {
        ASSERT_TRUE(next.loaded);
        for (const Operation& operation : held)
          ASSERT_TRUE(next.book.holds(operation)) << "history " << i << ", in silence";
        continue;
      }
      next.restore();
      while (next.storage.pump() > 0) continue;
      ASSERT_TRUE(next.loaded);
      for (const Operation& operation : held)
        ASSERT_TRUE(next.book.holds(operation)) << "history " << i;
      Page again(disk, {start, 4});
      again.load();
      ASSERT_EQ(again.store.lost(), nullptr) << "history " << i;
      ASSERT_EQ(again.book.state_hash(), next.book.state_hash()) << "history " << i;
    }
  }
}

// The first is emptied and gone on without, and a file brings some of it back, whole or in part;
// then somebody may be erased. What was left aside is looked at again.
TEST(Witness, DropsACopyOnlyWhenTheBookHasAllOfIt) {
  LEADLIGHT_SEEDED(random, 52);
  std::size_t dropped = 0, asked = 0;
  for (int i = 0; i < history_count(200); ++i) {
    MemoryDisk disk;
    std::vector<Operation> all;
    {
      Page page(disk, {1, 1});
      page.load();
      for (auto left = random.between(1, 4); left > 0; --left) {
        OperationBuilder draft;
        for (const Id lead : {kLea, kMax}) {
          if (random.one_in(4)) continue;
          draft.begin_record("lead", lead);
          draft.write("phone", std::to_string(all.size()));
          if (random.one_in(2)) draft.write("city", "Ulm");
        }
        all.push_back(page.book.commit(draft.take(), page.clock.now()));
        page.store.save(all.back());
      }
      page.rest();
    }
    const MemoryDisk::Blobs before = std::exchange(disk.blobs, {});
    {
      Page page(disk, {2, 2});
      page.load().store.go_on_without();
      for (Operation& operation : all) {
        if (operation.writes.empty() || random.one_in(6)) continue;
        Book whole({9, 9});
        whole.absorb({&operation, 1}, 0);
        const bool in_part = random.one_in(6);
        whole.for_each_part(
            [&](book::RecordRef one) {
              return one.kind == static_cast<KindIndex>(Kind::kLead) &&
                     (!in_part || whole.model().leads().id(one.row) == kLea);
            },
            [&](const Operation& part) {
              page.book.absorb({&part, 1}, 0);
              page.store.save(part);
            });
      }
      if (random.one_in(2))
        page.store.save(page.book.commit(
            draft_of("erasure", random.one_in(2) ? kLea : kMax, {{kErasedField, "1"}}),
            page.clock.now()));
      page.rest();
    }
    Page page(disk, {3, 3});
    page.load();
    const bool lacks_any = std::ranges::any_of(
        all, [&](const Operation& one) { return !page.book.missing_of(one).writes.empty(); });
    ASSERT_EQ(page.store.lost() != nullptr, lacks_any) << "history " << i;
    page.rest();
    page.rest();
    ++(lacks_any ? asked : dropped);
    if (!lacks_any) {
      ASSERT_EQ(disk.copies, disk.blobs) << "history " << i;
    } else {
      for (const auto& [name, bytes] : before)
        ASSERT_EQ(disk.copies[name], bytes) << "history " << i;
    }
    // What is there after all is as if both had always been known.
    if (lacks_any) page.restore();
    Book both({8, 8});
    both.absorb(all, 0);
    page.book.for_each_operation([&](const Operation& one) { both.absorb({&one, 1}, 0); });
    page.rest();
    ASSERT_EQ(page.book.state_hash(), both.state_hash()) << "history " << i;
    Page again(disk, {4, 4});
    again.load();
    ASSERT_EQ(again.store.lost(), nullptr) << "history " << i;
    ASSERT_EQ(again.book.state_hash(), both.state_hash()) << "history " << i;
  }
  EXPECT_GT(dropped, 0U);
  EXPECT_GT(asked, 0U);
}

}  // namespace
}  // namespace leadlight::test
