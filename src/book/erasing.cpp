// Erasing a person for good: what was written to an erased record leaves the ledger, whenever it
// comes.
#include <algorithm>
#include <utility>

#include "base/sort.h"
#include "book/ledger.h"

namespace leadlight::book {

namespace {

constexpr auto kLeadKind = static_cast<KindIndex>(Kind::kLead);

}  // namespace

bool Ledger::names_erased_lead(std::string_view id) const {
  const auto lead = id_from_text(id);
  const Row row = lead ? model.leads().find(*lead) : kNoRow;
  return row != kNoRow && model.lead(row).erased;
}

bool is_of_erased(const Ledger& ledger, const Operation& operation, const OpRecord& record) {
  const std::string& kind_name = operation.kind_names[record.kind];
  for (KindIndex kind = 0; kind < kKnownKindCount; ++kind) {
    if (text_of(static_cast<Kind>(kind)) != kind_name) continue;
    const Row row = ledger.model.table(kind).find(record.id);
    if (row != kNoRow && kind < ledger.kinds.size() && ledger.is_erased(kind, row)) return true;
    if (!is_log(kind)) return false;
    for (std::uint32_t w = 0; w < record.write_count; ++w) {
      const OpWrite& write = operation.writes[record.write_first + w];
      if (operation.field_names[write.field] ==
          field_names(static_cast<Kind>(kind))[kLogLeadColumn])
        return ledger.names_erased_lead(operation.value(write));
    }
  }
  return false;
}

bool names_owner(const Operation& operation, const OpRecord& record, const OpWrite& write) {
  return operation.kind_names[record.kind] != text_of(Kind::kLead) &&
         operation.field_names[write.field] == "lead";
}

bool Ledger::has_left(CellKey cell, StampIndex at) const {
  if (!is_erased(cell.kind(), cell.row())) return true;
  const CellKey owner{cell.kind(), cell.row(), kLogLeadColumn};
  if (withholds(owner)) return false;
  const CellHistory* const history = history_of(owner);
  if (history == nullptr) return base_of(cell.kind(), cell.row()) == at;
  const CellWrite* const write = history->find(at, stamps);
  return write != nullptr && write->present;
}

void Ledger::mark_erased(KindIndex kind, Row row) {
  KindInfo& info = kinds[kind];
  if (row >= info.base.size()) {
    info.base.resize(row + std::size_t{1}, kNoStamp);
    info.marks.resize(row + std::size_t{1}, 0);
  }
  info.marks[row] |= KindInfo::kErased;
}

// A touch, move or note is erased with each lead that any write of its field "lead" names, and not
// just the one that counts: so it does not matter what comes first.
void Ledger::find_erased() {
  if (!erased_now_.empty()) {
    any_erased_ = true;
    kind_of(text_of(Kind::kLead));
    bool any_new = false;
    for (const Id id : std::exchange(erased_now_, {})) {
      const Row row = model.erase_lead(id);
      if (is_erased(kLeadKind, row)) continue;
      any_new = true;
      mark_erased(kLeadKind, row);
      purge(kLeadKind, row);
    }
    for (KindIndex kind = 0; any_new && kind < kinds.size(); ++kind) {
      if (!is_log(kind)) continue;
      for (Row row = 0; row < model.table(kind).size(); ++row) {
        const CellKey cell{kind, row, kLogLeadColumn};
        const auto names = [&](TextId value) {
          return value != kNoText && names_erased_lead(model.texts().view(value));
        };
        const CellHistory* const history =
            base_of(kind, row) == kNoStamp ? nullptr : history_of(cell);
        const bool erased = history == nullptr
                                ? names(value_of(cell))
                                : std::ranges::any_of(history->writes, [&](const CellWrite& write) {
                                    return write.present && names(write.value);
                                  });
        if (erased && !is_erased(kind, row)) logs_erased_now_.push_back(cell);
      }
    }
  }
  for (const CellKey cell : std::exchange(logs_erased_now_, {})) {
    if (is_erased(cell.kind(), cell.row())) continue;
    mark_erased(cell.kind(), cell.row());
    purge(cell.kind(), cell.row());
  }
}

void Ledger::purge(KindIndex kind, Row row) {
  for (ColumnIndex column = 0; column < kinds[kind].column_count(); ++column) {
    const CellKey cell{kind, row, column};
    if (!withholds(cell)) continue;
    if (const auto found = histories_.find(cell); found != histories_.end()) {
      for (const CellWrite& write : found->second.writes)
        if (write.present) purge_write(cell, write.at, write.value, write.replaces);
      histories_.erase(found);
    } else if (const TextId value = value_of(cell); value != kNoText) {
      purge_write(cell, base_of(kind, row), value, StampLists::kEmpty);
    }
    if (value_of(cell) != kNoText) model.set_cell(kind, row, column, kNoText);
  }
}

void Ledger::purge_write(CellKey cell, StampIndex at, TextId value, StampLists::List replaces) {
  const KindInfo& kind = kinds[cell.kind()];
  const ContentHash record_hash = hash_of_record(hash_of_stamp(stamps.at(at)), kind.name_hash,
                                                 model.table(cell.kind()).id(cell.row()));
  const ContentHash gone =
      hash_of_write(record_hash, kind.columns[cell.column()].name_hash,
                    hash64(model.texts().view(value)), hash_of_stamps(lists.view(replaces)));
  OperationInfo& info = operations[at];
  info.content -= gone;
  info.write_count -= 1;
  state -= gone;
  withhold(at);
}

// Labels say whom it was about. An operation of which nothing is left is none.
void Ledger::withhold(StampIndex at) {
  ++withheld_count_;
  OperationInfo& info = operations[at];
  const ContentHash before = header_of(at);
  info.withheld = true;
  info.label = kNoText;
  if (!info.arrived) return;
  info.content -= before;
  state -= before;
  if (info.write_count == 0) {
    info.arrived = false;
    --arrived_count;
    return;
  }
  const ContentHash header = header_of(at);
  info.content += header;
  state += header;
}

}  // namespace leadlight::book
