#include "lead/table.h"

#include <gtest/gtest.h>

#include <map>

#include "tests/support/random.h"

namespace leadlight::test {
namespace {

TEST(Column, IsEmptyWhereNothingWasWrittenAndCostsNothingThere) {
  Column column;
  EXPECT_EQ(column.at(5'000'000), kNoText);
  column.set(5'000'000, kNoText);
  EXPECT_EQ(column.bytes(), 0U);
  column.set(3000, 7);
  EXPECT_EQ(column.at(3000), 7U);
  EXPECT_EQ(column.at(2999), kNoText);
  EXPECT_EQ(column.at(0), kNoText);
  EXPECT_LT(column.bytes(), 3000U);
  column.set(3000, kNoText);
  EXPECT_EQ(column.at(3000), kNoText);
}

TEST(Table, FindsItsRowsById) {
  LEADLIGHT_SEEDED(random, 5);
  Table table({});
  std::map<Id, Row> rows;
  for (int i = 0; i < 20'000; ++i) {
    // Random ids, and such as programs count up, in either half.
    const std::uint64_t small = static_cast<std::uint64_t>(random.between(0, 5000));
    const Id id = random.one_in(3) ? random.id() : random.one_in(2) ? Id{0, small} : Id{small, 0};
    const auto [known, is_new] = rows.try_emplace(id, table.size());
    ASSERT_EQ(table.find(id), is_new ? kNoRow : known->second);
    ASSERT_EQ(table.add(id), known->second);
  }
  EXPECT_EQ(table.size(), rows.size());
  EXPECT_EQ(table.alive_count(), rows.size());
  for (const auto& [id, row] : rows) {
    ASSERT_EQ(table.find(id), row);
    ASSERT_EQ(table.id(row), id);
  }
}

TEST(Table, CountsTheLiving) {
  Table table({});
  const Row row = table.add({0, 1});
  table.add({0, 2});
  table.set_alive(row, false);
  table.set_alive(row, false);
  EXPECT_EQ(table.alive_count(), 1U);
  EXPECT_FALSE(table.alive(row));
  EXPECT_EQ(table.add({0, 1}), row);
  EXPECT_FALSE(table.alive(row));
  table.set_alive(row, true);
  EXPECT_EQ(table.alive_count(), 2U);
}

TEST(Table, KeepsColumnNamesWhereTheyAre) {
  Table table(field_names(Kind::kNote));
  const std::string_view first = table.column_name(0);
  const char* const place = first.data();
  EXPECT_EQ(table.find_column("text"), static_cast<ColumnIndex>(NoteField::kText));
  for (int i = 0; i < 1000; ++i) table.add_column("custom:" + std::to_string(i));
  EXPECT_EQ(table.column_name(0).data(), place);
  EXPECT_EQ(table.add_column("custom:7"), table.find_column("custom:7"));
  EXPECT_EQ(table.find_column("custom:1000"), kNoColumn);
}

TEST(Table, TakesNoMoreColumnsThanItCanNumber) {
  Table table({});
  ColumnIndex last = 0;
  for (int i = 0; i < 65'000; ++i) last = table.add_column(std::to_string(i));
  EXPECT_EQ(last, 64'999);
  EXPECT_EQ(table.add_column("one more"), kNoColumn);
  EXPECT_EQ(table.add_column("0"), 0);
}

}  // namespace
}  // namespace leadlight::test
