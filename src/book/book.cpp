#include "book/book.h"

#include <algorithm>
#include <map>

#include "base/sort.h"
#include "book/ledger.h"

namespace leadlight::book {

struct Book::Impl : Ledger {
  using Ledger::Ledger;
};

Book::Book(Id session) : impl_(std::make_unique<Impl>(session)) {}
Book::~Book() = default;
Book::Book(Book&&) noexcept = default;
Book& Book::operator=(Book&&) noexcept = default;

const Model& Book::model() const { return impl_->model; }
const HybridClock& Book::clock() const { return impl_->clock; }

Operation Book::commit(Operation&& draft, UtcMs now, Replaced replaced) {
  return commit_to(*impl_, std::move(draft), now, replaced);
}

Absorbed Book::absorb(std::span<const Operation> operations, UtcMs now) {
  return absorb_into(*impl_, operations, now);
}

Operation Book::inverse_of(const Stamp& stamp, std::span<const Id> only) const {
  const StampIndex at = impl_->stamps.find(stamp);
  return knows(stamp) ? inverse_in(*impl_, at, only) : Operation{};
}

bool Book::knows(const Stamp& stamp) const {
  const StampIndex at = impl_->stamps.find(stamp);
  return at != kNoStamp && impl_->operations[at].arrived;
}

bool Book::holds(const Operation& operation) const { return is_folded_in(*impl_, operation); }

bool Book::is_erased(Id lead) const {
  const Row row = impl_->model.leads().find(lead);
  return row != kNoRow && impl_->model.lead(row).erased;
}

Operation Book::missing_of(const Operation& operation) const {
  return knows(operation.at) || impl_->any_erased() ? missing_in(*impl_, operation) : operation;
}

Id Book::fingerprint(const Stamp& stamp) const {
  if (!knows(stamp)) return {};
  const ContentHash& content = impl_->operations[impl_->stamps.find(stamp)].content;
  return {content.high, content.low};
}

bool Book::is_withheld(const Stamp& stamp) const {
  const StampIndex at = impl_->stamps.find(stamp);
  return at != kNoStamp && impl_->operations[at].withheld;
}

std::size_t Book::withheld_count() const { return impl_->withheld_count(); }

Operation Book::operation(const Stamp& stamp) const {
  const StampIndex at = impl_->stamps.find(stamp);
  return knows(stamp) ? Replay(*impl_).operation(at) : Operation{};
}

std::vector<HistoricWrite> Book::history(KindIndex kind, Row row, ColumnIndex column) const {
  std::vector<HistoricWrite> all;
  if (impl_->base_of(kind, row) == kNoStamp || column >= impl_->kinds[kind].columns.size())
    return all;
  const CellKey cell{kind, row, column};
  const auto add = [&](StampIndex at, TextId value) -> HistoricWrite& {
    const TextPool& texts = impl_->model.texts();
    return all.emplace_back(HistoricWrite{.at = impl_->stamps.at(at),
                                          .by = std::string(texts.view(impl_->operations[at].by)),
                                          .value = texts.view(value)});
  };
  const CellHistory* const history = impl_->history_of(cell);
  if (history == nullptr) {
    if (const TextId value = impl_->value_of(cell); value != kNoText)
      add(impl_->base_of(kind, row), value).current = true;
    return all;
  }
  const FoldRule rule = impl_->rule_of(cell);
  const CellWrite* const winner = history->winner(rule, impl_->context());
  for (const CellWrite& write : history->writes) {
    if (!write.present) continue;
    HistoricWrite& shown = add(write.at, write.value);
    shown.current = &write == winner;
    shown.concurrent = rule == FoldRule::kLastWriter && !Ledger::is_of_merge(cell) &&
                       write.is_sibling() && write.value != winner->value;
  }
  return all;
}

bool Book::has_concurrent(KindIndex kind, Row row) const {
  if (impl_->base_of(kind, row) == kNoStamp || impl_->is_base_only(kind, row)) return false;
  for (ColumnIndex column = 0; column < impl_->kinds[kind].column_count(); ++column) {
    const CellKey cell{kind, row, column};
    const CellHistory* const history = impl_->history_of(cell);
    if (history != nullptr && !Ledger::is_of_merge(cell) &&
        history->has_loser(impl_->rule_of(cell), impl_->context()))
      return true;
  }
  return false;
}

std::vector<Row> Book::concurrent_rows(KindIndex kind) const {
  return impl_->rows_with_loser(kind);
}

void Book::for_each_part(const std::function<bool(RecordRef)>& is_wanted,
                         const std::function<void(const Operation&)>& visit) const {
  Replay replay(*impl_, &is_wanted);
  for (const StampIndex at : impl_->arrived())
    if (const Operation part = replay.operation(at); !part.writes.empty()) visit(part);
}

std::vector<Stamp> Book::stamps() const {
  std::vector<Stamp> all;
  for (const StampIndex at : impl_->arrived()) all.push_back(impl_->stamps.at(at));
  return all;
}

OperationHead Book::head_of(const Stamp& stamp) const {
  const OperationInfo& info = impl_->operations[impl_->stamps.find(stamp)];
  const TextPool& texts = impl_->model.texts();
  return {stamp, texts.view(info.by), texts.view(info.label)};
}

std::vector<RecordRef> Book::records_of(const Stamp& stamp) const {
  std::vector<RecordRef> records;
  if (!knows(stamp)) return records;
  const StampIndex at = impl_->stamps.find(stamp);
  for (const CellKey cell : impl_->cells_of(at))
    if (impl_->has_left(cell, at)) records.push_back({cell.kind(), cell.row()});
  sort_stably(records);
  records.erase(std::ranges::unique(records).begin(), records.end());
  return records;
}

void Book::for_each_operation(const std::function<void(const Operation&)>& visit) const {
  Replay replay(*impl_);
  for (const StampIndex at : impl_->arrived()) visit(replay.operation(at));
}

std::size_t Book::operation_count() const { return impl_->arrived_count; }

std::vector<Stamp> Book::frontier() const {
  std::map<Id, Stamp> newest;
  for (const StampIndex at : impl_->arrived()) {
    const Stamp stamp = impl_->stamps.at(at);
    newest.insert_or_assign(stamp.session, stamp);
  }
  std::vector<Stamp> all;
  all.reserve(newest.size());
  for (const auto& [session, stamp] : newest) all.push_back(stamp);
  sort_stably(all);
  return all;
}

Id Book::state_hash() const {
  return {stirred(impl_->state.high + impl_->arrived_count), stirred(impl_->state.low)};
}

}  // namespace leadlight::book
