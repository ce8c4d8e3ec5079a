#include "book/ledger.h"

#include <algorithm>

#include "base/sort.h"

namespace leadlight::book {

namespace {

FoldRule rule_for(KindIndex kind, std::string_view column, ColumnIndex index) {
  if (column.starts_with(kTagPrefix)) return FoldRule::kAddWins;
  if (column == kLifeField) return FoldRule::kLife;
  const bool opt_out = kind == static_cast<KindIndex>(Kind::kLead) &&
                       index == static_cast<ColumnIndex>(LeadField::kDoNotContact);
  return opt_out ? FoldRule::kAddWins : FoldRule::kLastWriter;
}

}  // namespace

KindIndex Ledger::kind_of(std::string_view name) {
  const KindIndex kind = model.kind_index(name);
  if (kind == kNoKind) return kNoKind;
  while (kinds.size() < model.kind_count()) {
    const auto next = static_cast<KindIndex>(kinds.size());
    kinds.emplace_back().name_hash = hash64(model.kind_name(next));
  }
  KindInfo& info = kinds[kind];
  const Table& table = model.table(kind);
  while (info.columns.size() < table.column_count()) {
    const auto column = static_cast<ColumnIndex>(info.columns.size());
    const std::string_view text = table.column_name(column);
    info.columns.push_back({hash64(text), rule_for(kind, text, column)});
  }
  return kind;
}

ColumnIndex Ledger::column_of(KindIndex kind, std::string_view name) {
  const ColumnIndex column = model.mutable_table(kind).add_column(name);
  if (column != kNoColumn && column >= kinds[kind].columns.size())
    kinds[kind].columns.push_back({hash64(name), rule_for(kind, name, column)});
  return column;
}

StampIndex Ledger::begin(const Stamp& stamp) {
  const StampIndex at = stamps.intern(stamp);
  if (operations.size() < stamps.size()) operations.resize(stamps.size());
  OperationInfo& info = operations[at];
  // What an operation touched stands together at the end, where more can be added.
  const std::vector<CellKey> before(cells_of(at).begin(), cells_of(at).end());
  info.cells_first = static_cast<std::uint32_t>(touched.size());
  touched.insert(touched.end(), before.begin(), before.end());
  return at;
}

Row Ledger::open_row(KindIndex kind, Id id) {
  const Row row = model.add_row(kind, id);
  KindInfo& info = kinds[kind];
  if (row >= info.base.size()) {
    info.base.resize(row + std::size_t{1}, kNoStamp);
    info.marks.resize(row + std::size_t{1}, 0);
  }
  return row;
}

void Ledger::put(CellKey cell, StampIndex at, const ContentHash& record_hash,
                 const NewWrite& write) {
  if (withholds(cell)) return withhold(at);
  KindInfo& info = kinds[cell.kind()];
  if (info.base[cell.row()] == kNoStamp) {
    info.base[cell.row()] = at;
    touched.emplace_back(cell.kind(), cell.row(), kNoColumn);
  }
  if (cell.kind() == static_cast<KindIndex>(Kind::kErasure)) {
    erased_now_.push_back(model.table(cell.kind()).id(cell.row()));
  } else if (any_erased_ && is_log(cell.kind()) && cell.column() == kLogLeadColumn &&
             names_erased_lead(model.texts().view(write.value))) {
    logs_erased_now_.push_back(cell);
  }
  const bool is_base = info.base[cell.row()] == at && write.replaces.empty() &&
                       write.value != kNoText && value_of(cell) == kNoText &&
                       (is_base_only(cell.kind(), cell.row()) || history_of(cell) == nullptr);
  if (!is_base) return put_in_history(cell, at, record_hash, write);
  show(cell, write.value);
  account(at, cell, record_hash, write);
}

void Ledger::put_in_history(CellKey cell, StampIndex at, const ContentHash& record_hash,
                            const NewWrite& write) {
  KindInfo& info = kinds[cell.kind()];
  const auto [found, is_new] = histories_.try_emplace(cell);
  CellHistory& history = found->second;
  if (is_new) {
    info.marks[cell.row()] |= KindInfo::kHasHistory;
    if (const TextId value = value_of(cell); value != kNoText)
      history.writes.push_back({.at = info.base[cell.row()], .value = value, .present = true});
  }
  CellWrite& known = history.at(at, stamps);
  if (known.present) {
    merge_variant(history, known, cell, record_hash, write);
  } else {
    known.present = true;
    known.value = write.value;
    known.replaces = lists.add(write.replaces);
    history.mark(write.replaces, stamps);
    account(at, cell, record_hash, write);
    if (info.base[cell.row()] != at) touched.push_back(cell);
  }
  if (!history.stale) stale_.push_back(cell);
  history.stale = true;
}

// A second write of the same field at the same stamp: the greater value counts, and of equal values
// what either replaced. Only a hostile or damaged file has them, but they must not tear copies
// apart.
void Ledger::merge_variant(CellHistory& history, CellWrite& known, CellKey cell,
                           const ContentHash& record_hash, const NewWrite& write) {
  const auto known_list = lists.view(known.replaces);
  std::vector<StampIndex> named(known_list.begin(), known_list.end());
  const NewWrite old{known.value, hash64(model.texts().view(known.value)), named};
  NewWrite merged = old;
  std::vector<StampIndex> both;
  if (write.value == known.value) {
    both = named;
    both.insert(both.end(), write.replaces.begin(), write.replaces.end());
    tidy(both, known.at);
    if (both.size() == named.size()) return;
    merged.replaces = both;
  } else if (model.texts().view(write.value) > model.texts().view(known.value)) {
    merged = write;
  } else {
    return;
  }
  const ContentHash stamps_before = hash_of_stamps(old.replaces);
  const ContentHash gone =
      hash_of_write(record_hash, kinds[cell.kind()].columns[cell.column()].name_hash,
                    old.value_hash, stamps_before);
  operations[known.at].content -= gone;
  operations[known.at].write_count -= 1;
  state -= gone;
  account(known.at, cell, record_hash, merged);
  known.value = merged.value;
  known.replaces = lists.add(merged.replaces);
  history.mark_all(context());
}

void Ledger::account(StampIndex at, CellKey cell, const ContentHash& record_hash,
                     const NewWrite& write) {
  const ContentHash added =
      hash_of_write(record_hash, kinds[cell.kind()].columns[cell.column()].name_hash,
                    write.value_hash, hash_of_stamps(write.replaces));
  operations[at].content += added;
  operations[at].write_count += 1;
  state += added;
}

bool Ledger::end(StampIndex at, std::string_view by, std::string_view label) {
  OperationInfo& info = operations[at];
  info.cells_count = static_cast<std::uint32_t>(touched.size()) - info.cells_first;
  if (info.write_count == 0 && !info.withheld) return false;
  if (info.arrived) {
    const ContentHash header = header_of(at);
    info.content -= header;
    state -= header;
  }
  if (by > model.texts().view(info.by)) info.by = model.mutable_texts().intern(by);
  // The lesser of two labels, so that none wins: a copy may have dropped it.
  if (!info.withheld && (!info.arrived || label < model.texts().view(info.label)))
    info.label = model.mutable_texts().intern(label);
  if (info.write_count == 0) return false;
  if (!info.arrived) ++arrived_count;
  info.arrived = true;
  const ContentHash header = header_of(at);
  info.content += header;
  state += header;
  return true;
}

ContentHash Ledger::header_of(StampIndex at) const {
  const OperationInfo& info = operations[at];
  return hash_of_header(hash_of_stamp(stamps.at(at)), hash64(model.texts().view(info.by)),
                        hash64(model.texts().view(info.label)));
}

void Ledger::settle() {
  for (const CellKey cell : stale_) {
    CellHistory& history = histories_.find(cell)->second;
    history.stale = false;
    const CellWrite* const winner = history.winner(rule_of(cell), context());
    const TextId value = winner != nullptr ? winner->value : kNoText;
    if (value != value_of(cell)) show(cell, value);
  }
  stale_.clear();
  find_erased();
  model.settle_redirects();
}

void Ledger::show(CellKey cell, TextId value) {
  model.set_cell(cell.kind(), cell.row(), cell.column(), value);
  if (rule_of(cell) == FoldRule::kLife)
    model.set_alive(cell.kind(), cell.row(),
                    !is_deleted(life_from_text(model.texts().view(value))));
}

void Ledger::tidy(std::vector<StampIndex>& replaces, StampIndex at) const {
  std::erase_if(replaces, [&](StampIndex stamp) { return !stamps.before(stamp, at); });
  sort_stably(replaces, [&](StampIndex a, StampIndex b) { return stamps.before(a, b); });
  replaces.erase(std::ranges::unique(replaces).begin(), replaces.end());
}

const CellHistory* Ledger::history_of(CellKey cell) const {
  const auto found = histories_.find(cell);
  return found == histories_.end() ? nullptr : &found->second;
}

StampIndex Ledger::base_of(KindIndex kind, Row row) const {
  if (kind >= kinds.size() || row >= kinds[kind].base.size()) return kNoStamp;
  return kinds[kind].base[row];
}

StampIndex Ledger::maker_of(KindIndex kind, Row row) const {
  StampIndex first = base_of(kind, row);
  if (is_base_only(kind, row)) return first;
  for (ColumnIndex column = 0; column < kinds[kind].column_count(); ++column) {
    const CellHistory* const history = history_of({kind, row, column});
    if (history == nullptr) continue;
    const auto earliest = std::ranges::find_if(history->writes, &CellWrite::present);
    if (stamps.before(earliest->at, first)) first = earliest->at;
  }
  return first;
}

std::vector<Row> Ledger::rows_with_loser(KindIndex kind) const {
  std::vector<Row> rows;
  for (const auto& [cell, history] : histories_)
    if (cell.kind() == kind && history.writes.size() > 1 && !is_of_merge(cell) &&
        history.has_loser(rule_of(cell), context()))
      rows.push_back(cell.row());
  sort_stably(rows);
  rows.erase(std::ranges::unique(rows).begin(), rows.end());
  return rows;
}

std::vector<StampIndex> Ledger::arrived() const {
  std::vector<StampIndex> all;
  all.reserve(arrived_count);
  for (StampIndex at = 0; at < operations.size(); ++at)
    if (operations[at].arrived) all.push_back(at);
  sort_stably(all, [&](StampIndex a, StampIndex b) { return stamps.before(a, b); });
  return all;
}

ContentHash Ledger::hash_of_stamps(std::span<const StampIndex> all) const {
  ContentHash sum;
  for (const StampIndex stamp : all) sum += hash_of_stamp(stamps.at(stamp));
  return sum;
}

}  // namespace leadlight::book
