// What of an operation a book does not have yet: all of it, or what was left out when parts came
// before.
#include <algorithm>

#include "book/ledger.h"

namespace leadlight::book {

namespace {

class Missing {
 public:
  Missing(const Ledger& ledger, const Operation& operation)
      : ledger_(ledger), operation_(operation), at_(ledger.stamps.find(operation.at)) {}

  Operation run() {
    builder_.operation().at = operation_.at;
    builder_.operation().by = operation_.by;
    builder_.operation().label = operation_.label;
    bool withheld = false;  // then the label may name who was erased, and goes
    for (const OpRecord& record : operation_.records) {
      const bool erased = ledger_.any_erased() && is_of_erased(ledger_, operation_, record);
      const KindIndex kind = kind_of(operation_.kind_names[record.kind]);
      const Row row = kind == kNoKind ? kNoRow : ledger_.model.table(kind).find(record.id);
      bool opened = false;
      for (std::uint32_t w = 0; w < record.write_count; ++w) {
        const OpWrite& write = operation_.writes[record.write_first + w];
        if (erased && !names_owner(operation_, record, write)) {
          builder_.operation().label.clear();
          withheld = true;
          continue;
        }
        if (row != kNoRow && is_there(kind, row, write)) continue;
        if (!opened) builder_.begin_record(operation_.kind_names[record.kind], record.id);
        opened = true;
        builder_.write(operation_.field_names[write.field], operation_.value(write));
        for (const Stamp& stamp : replaced_by(write)) builder_.replaces(stamp);
      }
    }
    if (withheld && builder_.empty() && has_label()) {
      Operation known = Replay(ledger_).operation(at_);
      known.label.clear();
      return known;
    }
    return builder_.take();
  }

 private:
  [[nodiscard]] bool has_label() const {
    return at_ != kNoStamp && ledger_.operations[at_].arrived &&
           ledger_.operations[at_].label != kNoText;
  }

  [[nodiscard]] KindIndex kind_of(std::string_view name) const {
    const auto count = static_cast<KindIndex>(ledger_.kinds.size());
    for (KindIndex kind = 0; kind < count; ++kind)
      if (ledger_.model.kind_name(kind) == name) return kind;
    return kNoKind;
  }

  [[nodiscard]] std::span<const Stamp> replaced_by(const OpWrite& write) const {
    return std::span(operation_.replaces).subspan(write.replaces_first, write.replaces_count);
  }

  // As Ledger::merge_variant settles two writes of one field at one stamp.
  [[nodiscard]] bool is_there(KindIndex kind, Row row, const OpWrite& write) const {
    const ColumnIndex column =
        ledger_.model.table(kind).find_column(operation_.field_names[write.field]);
    if (column == kNoColumn) return false;
    const std::string_view value = operation_.value(write);
    if (at_ == kNoStamp) return false;  // nothing of it came before
    const CellKey cell{kind, row, column};
    const CellHistory* const history = ledger_.history_of(cell);
    if (history == nullptr) {
      const TextId base = ledger_.value_of(cell);
      if (ledger_.base_of(kind, row) != at_ || base == kNoText) return false;
      return decides(ledger_.model.texts().view(base), {}, write, value);
    }
    const CellWrite* const known = history->find(at_, ledger_.stamps);
    if (known == nullptr || !known->present) return false;
    return decides(ledger_.model.texts().view(known->value), ledger_.lists.view(known->replaces),
                   write, value);
  }

  [[nodiscard]] bool decides(std::string_view known, std::span<const StampIndex> named,
                             const OpWrite& write, std::string_view value) const {
    if (known != value) return known > value;
    return std::ranges::all_of(replaced_by(write), [&](const Stamp& stamp) {
      return stamp >= operation_.at || std::ranges::contains(named, ledger_.stamps.find(stamp));
    });
  }

  const Ledger& ledger_;
  const Operation& operation_;
  StampIndex at_;
  OperationBuilder builder_;
};

}  // namespace

Operation missing_in(const Ledger& ledger, const Operation& operation) {
  return Missing(ledger, operation).run();
}

}  // namespace leadlight::book
