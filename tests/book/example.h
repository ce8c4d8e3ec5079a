// Short ways to write books, edits and what they show, for tests that read as examples.
#pragma once
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

#include "book/book.h"

namespace leadlight::test {

inline constexpr UtcMs kStart = 1'790'000'000'000;
inline constexpr Id kLea{0, 1};
inline constexpr Id kMax{0, 2};

using Values = std::initializer_list<std::pair<std::string_view, std::string_view>>;

inline Operation draft_of(std::string_view kind, Id id, Values values) {
  OperationBuilder builder;
  builder.begin_record(kind, id);
  for (const auto& [field, value] : values) builder.write(field, value);
  return builder.take();
}

inline Operation edit(book::Book& book, Id lead, Values values, UtcMs now = kStart) {
  return book.commit(draft_of("lead", lead, values), now);
}

inline void absorb(book::Book& book, const Operation& operation, UtcMs now = kStart) {
  book.absorb({&operation, 1}, now);
}

inline std::string shown(const book::Book& book, Id lead, std::string_view field) {
  const Table& leads = book.model().leads();
  const Row row = leads.find(lead);
  const ColumnIndex column = leads.find_column(field);
  if (row == kNoRow || column == kNoColumn) return {};
  return std::string(book.model().texts().view(leads.cell(row, column)));
}

inline bool alive(const book::Book& book, Id lead) {
  const Row row = book.model().leads().find(lead);
  return row != kNoRow && book.model().leads().alive(row);
}

inline std::vector<book::HistoricWrite> history(const book::Book& book, Id lead, LeadField field) {
  return book.history(0, book.model().leads().find(lead), static_cast<ColumnIndex>(field));
}

}  // namespace leadlight::test
