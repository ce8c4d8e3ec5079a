// A record in two books: what is otherwise in the later one. Its life is not a field that people
// know, and is not compared.
#pragma once
#include <string_view>
#include <vector>

#include "book/book.h"

namespace leadlight::app {

// For records of one kind. Rows are those of `after`.
class Comparison {
 public:
  Comparison(const book::Book& before, const book::Book& after, Kind kind);

  [[nodiscard]] Row row_before(Row row) const;
  [[nodiscard]] std::string_view before(Row row_before, ColumnIndex column) const;
  [[nodiscard]] std::string_view after(Row row, ColumnIndex column) const;
  [[nodiscard]] bool is_silent(ColumnIndex column) const;
  [[nodiscard]] ColumnIndex column_count() const;

  [[nodiscard]] std::size_t differing(Row row) const;  // fields
  [[nodiscard]] bool differs(Row row) const;

  // Losers of a conflict that the earlier book has not.
  [[nodiscard]] std::vector<book::HistoricWrite> new_losers(Row row, ColumnIndex column) const;
  [[nodiscard]] bool has_new_losers(Row row) const;

 private:
  const book::Book& before_;
  const book::Book& after_;
  Kind kind_;
  std::vector<ColumnIndex> columns_;  // of the earlier table, by the later one's
};

bool is_alive(const Model& model, Kind kind, Id record);
// Whether a touch, move, note or hand-off comes or goes.
bool is_log_changed(const Model& before, const Model& after, Kind kind, Row row);

// Visits touches, moves, notes and hand-offs of a lead, until one is found.
template <class Found>
bool any_of_log(const Model& model, Row lead, Found found) {
  const LeadFacts& facts = model.lead(lead);
  for (Row row = facts.first_touch; row != kNoRow; row = model.touch(row).next)
    if (found(Kind::kTouch, row)) return true;
  for (Row row = facts.first_move; row != kNoRow; row = model.move(row).next)
    if (found(Kind::kMove, row)) return true;
  for (Row row = facts.first_note; row != kNoRow; row = model.note(row).next)
    if (found(Kind::kNote, row)) return true;
  for (Row row = facts.first_handoff; row != kNoRow; row = model.handoff(row).next)
    if (found(Kind::kHandoff, row)) return true;
  return false;
}

}  // namespace leadlight::app
