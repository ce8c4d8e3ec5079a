#include "book/segment.h"

#include <gtest/gtest.h>

#include "base/checksum.h"
#include "tests/book/example.h"
#include "tests/book/histories.h"

namespace leadlight::test {
namespace {

using book::read_segment;
using book::segment_from_operations;
using book::SegmentHeader;

const SegmentHeader kHeader{{3, 4}, 12, {5, 6}, {}};

std::vector<Operation> some_operations() {
  book::Book book({9, 1});
  std::vector<Operation> all{edit(book, kLea, {{"full_name", "L\u00E9a"}, {"phone", "1"}}),
                             edit(book, kLea, {{"phone", "2"}, {"tag:fair", "1"}})};
  all[1].label = std::string(300, 'x');  // too long to be named again
  all.push_back(all[1]);
  all.back().at.clock += 1;
  return all;
}

// With a new checksum: what a program, not an accident, could have written.
ports::Bytes sealed(ports::Bytes bytes) {
  bytes.resize(bytes.size() - 16);
  Id hash = hash128(std::span<const std::byte>(bytes));
  for (std::uint64_t half : {hash.low, hash.high})
    for (int i = 0; i < 8; ++i, half >>= 8) bytes.push_back(static_cast<std::byte>(half & 0xFF));
  return bytes;
}

TEST(Segment, ComesBackAsItWas) {
  const std::vector<Operation> operations = some_operations();
  const ports::Bytes bytes = segment_from_operations(kHeader, operations);
  const auto read = read_segment(bytes);
  ASSERT_TRUE(read) << read.error().sentence();
  EXPECT_EQ(read->header.session, kHeader.session);
  EXPECT_EQ(read->header.number, 12U);
  EXPECT_EQ(read->header.previous, kHeader.previous);
  EXPECT_EQ(read->hash, book::hash_of_segment(bytes));
  EXPECT_EQ(text_of_all(read->operations), text_of_all(operations));
}

TEST(Segment, KeepsTheRangesOfASnapshot) {
  SegmentHeader header = kHeader;
  header.contains = {{{1, 2}, 1, 70, {}, {7, 8}}, {{3, 4}, 5, 5, {9, 9}, {1, 1}}};
  const auto read = read_segment(segment_from_operations(header, {}));
  ASSERT_TRUE(read);
  EXPECT_EQ(read->header.contains, header.contains);
  EXPECT_TRUE(read->operations.empty());
}

TEST(Segment, OfRandomHistoriesComesBackAsItWas) {
  LEADLIGHT_SEEDED(random, 21);
  for (int i = 0; i < history_count(200); ++i) {
    History history(random, 3, 20);
    const ports::Bytes bytes = segment_from_operations(kHeader, history.operations());
    EXPECT_LE(bytes.size(), book::most_bytes_of(history.operations()));
    const auto read = read_segment(bytes);
    ASSERT_TRUE(read) << read.error().sentence();
    book::Book before({1, 1});
    book::Book after({1, 1});
    before.absorb(history.operations(), history.now());
    after.absorb(read->operations, history.now());
    ASSERT_EQ(before.state_hash(), after.state_hash());
  }
}

TEST(Segment, CutAnywhereIsRefused) {
  const ports::Bytes bytes = segment_from_operations(kHeader, some_operations());
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    const auto read = read_segment(std::span(bytes).first(size));
    ASSERT_FALSE(read) << size;
    ASSERT_FALSE(read.error().where.empty());
  }
}

TEST(Segment, WithAnyBitFlippedIsRefused) {
  ports::Bytes bytes = segment_from_operations(kHeader, some_operations());
  for (std::size_t bit = 0; bit < bytes.size() * 8; ++bit) {
    bytes[bit / 8] ^= std::byte{1} << (bit % 8);
    ASSERT_FALSE(read_segment(bytes)) << "bit " << bit;
    bytes[bit / 8] ^= std::byte{1} << (bit % 8);
  }
  EXPECT_TRUE(read_segment(bytes));
}

TEST(Segment, ThatLiesUnderATrueChecksumIsReadOrRefusedButNeverBelieved) {
  LEADLIGHT_SEEDED(random, 22);
  const ports::Bytes good = segment_from_operations(kHeader, some_operations());
  int refused = 0;
  for (int i = 0; i < 4'000; ++i) {
    ports::Bytes bytes = good;
    for (std::int64_t flips = random.between(1, 3); flips > 0; --flips)
      bytes[5 + random.index(bytes.size() - 21)] = static_cast<std::byte>(random.next() & 0xFF);
    if (random.one_in(4))
      bytes.erase(bytes.begin() + static_cast<std::ptrdiff_t>(random.index(bytes.size() - 16)));
    const auto read = read_segment(sealed(bytes));
    if (!read) {
      ++refused;
      continue;
    }
    // What is read can be folded: no index leads astray.
    book::Book book({1, 1});
    book.absorb(read->operations, kStart);
    ASSERT_EQ(all_operations(book).size(), book.operation_count());
  }
  EXPECT_GT(refused, 100);
}

TEST(Segment, CutUnderATrueChecksumNamesTheByte) {
  const ports::Bytes good = segment_from_operations(kHeader, some_operations());
  for (std::size_t size = 5; size + 17 < good.size(); ++size) {
    ports::Bytes cut(good.begin(), good.begin() + static_cast<std::ptrdiff_t>(size + 16));
    const auto read = read_segment(sealed(std::move(cut)));
    ASSERT_FALSE(read) << size;
    ASSERT_TRUE(read.error().where.starts_with("byte ")) << read.error().sentence();
  }
}

TEST(Segment, OfANewerVersionSaysSo) {
  ports::Bytes bytes = segment_from_operations(kHeader, {});
  bytes[4] = std::byte{2};
  bytes = sealed(bytes);
  EXPECT_TRUE(book::is_newer_segment(bytes));
  const auto read = read_segment(bytes);
  ASSERT_FALSE(read);
  EXPECT_NE(read.error().what.find("newer version"), std::string::npos);
  EXPECT_FALSE(book::is_newer_segment(segment_from_operations(kHeader, {})));
}

TEST(Segment, ThatNamesTheSameTextsTooOftenIsRefusedBeforeItFillsTheMemory) {
  Operation operation;
  operation.at = {1, {1, 1}};
  operation.label.assign(256, 'x');
  EXPECT_TRUE(read_segment(segment_from_operations({}, std::vector(1000, operation))));
  operation.field_names.assign(200'000, std::string(256, 'y'));  // 56 MB from 200 kB
  const auto bomb = read_segment(segment_from_operations({}, {&operation, 1}));
  ASSERT_FALSE(bomb);
  EXPECT_NE(bomb.error().what.find("too often"), std::string::npos);
}

TEST(Segment, TellsTheClockOfItsFirstOperation) {
  const std::vector<Operation> operations = some_operations();
  EXPECT_EQ(book::first_clock_of(segment_from_operations(kHeader, operations)),
            operations[0].at.clock);
  EXPECT_EQ(book::first_clock_of(segment_from_operations(kHeader, {})), 0U);
  EXPECT_EQ(book::first_clock_of({}), 0U);
}

}  // namespace
}  // namespace leadlight::test
