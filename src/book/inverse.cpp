// Undo: the operation that takes another one back where its writes still stand.
#include <algorithm>
#include <ranges>

#include "book/ledger.h"

namespace leadlight::book {

namespace {

class Inverse {
 public:
  Inverse(const Ledger& ledger, StampIndex at, std::span<const Id> only)
      : ledger_(ledger), at_(at), only_(only) {}

  Operation run() {
    for (const CellKey cell : ledger_.cells_of(at_)) {
      if (stays(cell.kind(), cell.row())) continue;
      if (!only_.empty() &&
          !std::ranges::binary_search(only_, ledger_.model.table(cell.kind()).id(cell.row())))
        continue;
      if (cell.column() != kNoColumn) {
        take_back(cell);
        continue;
      }
      // All that the base operation of the row wrote. Most rows that it made are just deleted.
      if (deletes(cell.kind(), cell.row())) continue;
      for (ColumnIndex column = 0; column < ledger_.kinds[cell.kind()].column_count(); ++column)
        take_back({cell.kind(), cell.row(), column});
    }
    return builder_.take();
  }

 private:
  // Erasing is for good.
  [[nodiscard]] bool stays(KindIndex kind, Row row) const {
    return kind == static_cast<KindIndex>(Kind::kErasure) || ledger_.is_erased(kind, row);
  }

  void open(KindIndex kind, Row row) {
    if (!builder_.empty() && open_kind_ == kind && open_row_ == row) return;
    builder_.begin_record(ledger_.model.kind_name(kind), ledger_.model.table(kind).id(row));
    open_kind_ = kind;
    open_row_ = row;
  }

  void write(CellKey cell, std::string_view value) {
    open(cell.kind(), cell.row());
    builder_.write(ledger_.model.table(cell.kind()).column_name(cell.column()), value);
  }

  [[nodiscard]] bool made(KindIndex kind, Row row) const {
    if (ledger_.stamps.before(ledger_.base_of(kind, row), at_)) return false;  // most often
    return ledger_.maker_of(kind, row) == at_;
  }

  // Deletes the record if the operation made it: then true, and nothing else of it is taken back.
  bool deletes(KindIndex kind, Row row) {
    const bool keeps = kind == static_cast<KindIndex>(Kind::kSetting);
    if (keeps || !made(kind, row)) return false;
    if (ledger_.model.lives(kind, row)) write_life(kind, row);
    return true;
  }

  void write_life(KindIndex kind, Row row) {
    const Table& table = ledger_.model.table(kind);
    const ColumnIndex column = table.find_column(kLifeField);
    std::int64_t life = 0;
    if (column != kNoColumn)
      life = life_from_text(ledger_.model.texts().view(table.cell(row, column)));
    const bool alive = ledger_.model.lives(kind, row);
    do ++life;
    while (is_deleted(life) != alive);
    open(kind, row);
    builder_.write(kLifeField, std::to_string(life));
  }

  // The newest sibling that is not the value.
  [[nodiscard]] const CellWrite* loser_in(const CellHistory& history) const {
    const CellWrite* const won = history.winner(FoldRule::kLastWriter, ledger_.context());
    for (const CellWrite& write : history.writes | std::views::reverse)
      if (write.is_sibling() && &write != won) return &write;
    return nullptr;
  }

  void take_back(CellKey cell) {
    const KindIndex kind = cell.kind();
    const bool settings = kind == static_cast<KindIndex>(Kind::kSetting);
    if (!settings && made(kind, cell.row())) {
      // Reached by a single cell: the row's base operation is another one that came first.
      if (open_kind_ != kind || open_row_ != cell.row()) deletes(kind, cell.row());
      return;
    }
    const CellHistory* const history = ledger_.history_of(cell);
    if (history == nullptr) {
      const bool is_own =
          ledger_.base_of(kind, cell.row()) == at_ && ledger_.value_of(cell) != kNoText;
      if (is_own && ledger_.rule_of(cell) == FoldRule::kLife)
        take_life_back(cell, 0);
      else if (is_own)
        write(cell, {});
      return;
    }
    const CellWrite* const own = history->find(at_, ledger_.stamps);
    const FoldRule rule = ledger_.rule_of(cell);
    const HistoryContext context = ledger_.context();
    if (own == nullptr || !own->present || !history->stands(*own, rule, context)) return;
    const CellWrite* const earlier = history->before(*own, rule, context);
    const CellWrite* const beside = rule == FoldRule::kLastWriter ? loser_in(*history) : nullptr;
    if (beside != nullptr &&
        (earlier == nullptr || ledger_.stamps.before(earlier->at, beside->at))) {
      // It would have been the value all along. It stays as it is, so that redo makes it lose
      // again.
      if (beside->value == ledger_.value_of(cell)) return;
      write(cell, context.texts.view(beside->value));
      builder_.replaces(ledger_.stamps.at(at_));
      return;
    }
    const TextId value = earlier != nullptr ? earlier->value : kNoText;
    if (rule == FoldRule::kLife) {
      if (!take_life_back(cell, life_from_text(context.texts.view(value)))) return;
    } else {
      if (value == ledger_.value_of(cell)) return;
      write(cell, context.texts.view(value));
    }
    // Naming both says what the write brings back (CellHistory::restored_by).
    builder_.replaces(ledger_.stamps.at(at_));
    if (earlier != nullptr) builder_.replaces(ledger_.stamps.at(earlier->at));
  }

  // Counters only go up, so being alive or deleted comes back with a greater number. False if it is
  // there already.
  bool take_life_back(CellKey cell, std::int64_t earlier) {
    const bool alive = ledger_.model.lives(cell.kind(), cell.row());
    if (is_deleted(earlier) != alive) return false;
    write_life(cell.kind(), cell.row());
    return true;
  }

  const Ledger& ledger_;
  StampIndex at_;
  std::span<const Id> only_;
  OperationBuilder builder_;
  KindIndex open_kind_ = kNoKind;
  Row open_row_ = kNoRow;
};

}  // namespace

Operation inverse_in(const Ledger& ledger, StampIndex at, std::span<const Id> only) {
  return Inverse(ledger, at, only).run();
}

}  // namespace leadlight::book
