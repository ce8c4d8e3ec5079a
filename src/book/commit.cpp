// Folding operations in: those of this session (commit) and those of others (absorb).
#include <algorithm>
#include <map>
#include <optional>

#include "base/slot_index.h"
#include "base/sort.h"
#include "book/ledger.h"

namespace leadlight::book {

namespace {

constexpr ColumnIndex kUnknown = kNoColumn - 1;

// --- Drafts ---

// True if a record comes twice, or a field twice in one record.
bool has_repetition(const Operation& draft) {
  SlotIndex records;
  const auto hash_of = [&](std::uint32_t i) {
    return stirred(draft.records[i].id.low) + draft.records[i].id.high;
  };
  std::vector<std::uint32_t> last_record(draft.field_names.size(), SlotIndex::kNone);
  for (std::uint32_t i = 0; i < draft.records.size(); ++i) {
    const OpRecord& record = draft.records[i];
    const auto same = [&](std::uint32_t other) {
      return draft.records[other].id == record.id && draft.records[other].kind == record.kind;
    };
    if (records.find(hash_of(i), same) != SlotIndex::kNone) return true;
    records.add(hash_of(i), hash_of);
    for (std::uint32_t w = 0; w < record.write_count; ++w) {
      std::uint32_t& last = last_record[draft.writes[record.write_first + w].field];
      if (last == i) return true;
      last = i;
    }
  }
  return false;
}

// The same with one record an id and one write a field: the last.
Operation without_repetition(const Operation& draft) {
  std::map<std::pair<std::uint32_t, Id>, std::map<std::uint32_t, const OpWrite*>> records;
  for (const OpRecord& record : draft.records)
    for (std::uint32_t w = 0; w < record.write_count; ++w) {
      const OpWrite& write = draft.writes[record.write_first + w];
      records[{record.kind, record.id}].insert_or_assign(write.field, &write);
    }
  OperationBuilder builder;
  builder.operation().by = draft.by;
  builder.operation().label = draft.label;
  for (const auto& [key, writes] : records) {
    builder.begin_record(draft.kind_names[key.first], key.second);
    for (const auto& [field, write] : writes) {
      builder.write(draft.field_names[field], draft.value(*write));
      for (std::uint32_t i = 0; i < write->replaces_count; ++i)
        builder.replaces(draft.replaces[write->replaces_first + i]);
    }
  }
  return builder.take();
}

// The hashes of a record's values, whose places in the pool are on their way from memory meanwhile.
class ValueHashes {
 public:
  void read(const TextPool& texts, const Operation& operation, const OpRecord& record) {
    hashes_.clear();
    for (std::uint32_t w = 0; w < record.write_count; ++w) {
      hashes_.push_back(hash64(operation.value(operation.writes[record.write_first + w])));
    }
    for (const std::uint64_t hash : hashes_) texts.prefetch_hash(hash);
  }
  [[nodiscard]] std::uint64_t operator[](std::uint32_t write) const { return hashes_[write]; }

 private:
  std::vector<std::uint64_t> hashes_;
};

// Goes through a draft, folds in what changes something, and keeps only that in the draft.
class Committer {
 public:
  Committer(Ledger& ledger, Operation& draft, Book::Replaced replaced)
      : ledger_(ledger),
        draft_(draft),
        names_(ledger, draft),
        at_(ledger.begin(draft.at)),
        present_too_(replaced == Book::Replaced::kPresentToo) {
    stamp_hash_ = hash_of_stamp(draft.at);
  }

  void run() {
    std::size_t records_kept = 0;
    for (OpRecord& record : draft_.records) {
      const std::uint32_t first = writes_kept_;
      if (names_.kind(record.kind) != kNoKind) fold_record(record);
      record.write_first = first;
      record.write_count = writes_kept_ - first;
      if (record.write_count > 0) draft_.records[records_kept++] = record;
    }
    draft_.records.resize(records_kept);
    draft_.writes.resize(writes_kept_);
    draft_.replaces = std::move(replaces_kept_);
    ledger_.end(at_, draft_.by, draft_.label);
    ledger_.settle();
  }

 private:
  void fold_record(const OpRecord& record) {
    const KindIndex kind = names_.kind(record.kind);
    Row row = ledger_.model.table(kind).find(record.id);
    bool opened = false;
    hashes_.read(ledger_.model.texts(), draft_, record);
    const ContentHash record_hash =
        hash_of_record(stamp_hash_, ledger_.kinds[kind].name_hash, record.id);
    for (std::uint32_t w = 0; w < record.write_count; ++w) {
      OpWrite write = draft_.writes[record.write_first + w];
      const ColumnIndex column = names_.column(record.kind, write.field);
      if (column == kNoColumn) continue;
      const std::string_view value = draft_.value(write);
      const TextId now = row == kNoRow ? kNoText : ledger_.value_of({kind, row, column});
      if (write.replaces_count == 0 && value == ledger_.model.texts().view(now)) continue;

      if (!opened) row = ledger_.open_row(kind, record.id);
      opened = true;
      const CellKey cell{kind, row, column};
      if (ledger_.withholds(cell)) continue;
      find_replaced(cell, write);
      ledger_.put(cell, at_, record_hash,
                  {ledger_.model.mutable_texts().intern(value, hashes_[w]), hashes_[w], replaced_});
      keep(write);
    }
  }

  // What the write replaces: what it names itself, and mostly what the field holds.
  void find_replaced(CellKey cell, const OpWrite& write) {
    replaced_.clear();
    for (std::uint32_t i = 0; i < write.replaces_count; ++i)
      replaced_.push_back(ledger_.stamps.intern(draft_.replaces[write.replaces_first + i]));
    if (present_too_) add_present(cell);
    if (!replaced_.empty()) ledger_.tidy(replaced_, at_);
    if (ledger_.operations.size() < ledger_.stamps.size())
      ledger_.operations.resize(ledger_.stamps.size());
  }

  void add_present(CellKey cell) {
    if (const CellHistory* const history = ledger_.history_of(cell)) {
      const FoldRule rule = ledger_.rule_of(cell);
      if (rule == FoldRule::kLastWriter) {
        if (const CellWrite* const winner = history->winner(rule, ledger_.context()))
          replaced_.push_back(winner->at);
      } else {
        for (const CellWrite& sibling : history->writes)
          if (sibling.is_sibling()) replaced_.push_back(sibling.at);
      }
    } else if (ledger_.value_of(cell) != kNoText) {
      replaced_.push_back(ledger_.base_of(cell.kind(), cell.row()));
    }
  }

  void keep(OpWrite write) {
    write.replaces_first = static_cast<std::uint32_t>(replaces_kept_.size());
    write.replaces_count = static_cast<std::uint32_t>(replaced_.size());
    for (const StampIndex stamp : replaced_) replaces_kept_.push_back(ledger_.stamps.at(stamp));
    draft_.writes[writes_kept_++] = write;
  }

  Ledger& ledger_;
  Operation& draft_;
  NameMap names_;
  StampIndex at_;
  bool present_too_;
  ContentHash stamp_hash_;
  std::uint32_t writes_kept_ = 0;  // never ahead of the write that is read
  std::vector<Stamp> replaces_kept_;
  std::vector<StampIndex> replaced_;
  ValueHashes hashes_;
};

// --- Operations of others ---

class Absorber {
 public:
  Absorber(Ledger& ledger, const Operation& operation)
      : ledger_(ledger), operation_(operation), stamp_hash_(hash_of_stamp(operation.at)) {}

  bool fold() {
    NameMap names(ledger_, operation_);
    const StampIndex at = ledger_.begin(operation_.at);
    std::vector<StampIndex> replaced;
    ValueHashes hashes;
    for (const OpRecord& record : operation_.records) {
      const KindIndex kind = names.kind(record.kind);
      if (kind == kNoKind) continue;
      hashes.read(ledger_.model.texts(), operation_, record);
      const ContentHash record_hash =
          hash_of_record(stamp_hash_, ledger_.kinds[kind].name_hash, record.id);
      Row row = kNoRow;
      for (std::uint32_t w = 0; w < record.write_count; ++w) {
        const OpWrite& write = operation_.writes[record.write_first + w];
        const ColumnIndex column = names.column(record.kind, write.field);
        if (column == kNoColumn) continue;
        if (row == kNoRow) row = ledger_.open_row(kind, record.id);
        find_replaced(write, at, replaced);
        const TextId value =
            ledger_.model.mutable_texts().intern(operation_.value(write), hashes[w]);
        ledger_.put({kind, row, column}, at, record_hash, {value, hashes[w], replaced});
      }
    }
    return ledger_.end(at, operation_.by, operation_.label);
  }

 private:
  void find_replaced(const OpWrite& write, StampIndex at, std::vector<StampIndex>& replaced) {
    replaced.clear();
    for (std::uint32_t i = 0; i < write.replaces_count; ++i) {
      const Stamp& stamp = operation_.replaces[write.replaces_first + i];
      if (stamp < operation_.at) replaced.push_back(ledger_.stamps.intern(stamp));
    }
    if (replaced.size() > 1) ledger_.tidy(replaced, at);
    if (ledger_.operations.size() < ledger_.stamps.size())
      ledger_.operations.resize(ledger_.stamps.size());
  }

  Ledger& ledger_;
  const Operation& operation_;
  ContentHash stamp_hash_;
};

}  // namespace

NameMap::NameMap(Ledger& ledger, const Operation& operation)
    : ledger_(ledger),
      operation_(operation),
      columns_(operation.kind_names.size() * operation.field_names.size(), kUnknown) {
  for (const std::string& name : operation.kind_names) kinds_.push_back(ledger.kind_of(name));
}

ColumnIndex NameMap::column(std::uint32_t kind_name, std::uint32_t field_name) {
  ColumnIndex& column = columns_[kind_name * operation_.field_names.size() + field_name];
  if (column == kUnknown)
    column = ledger_.column_of(kinds_[kind_name], operation_.field_names[field_name]);
  return column;
}

Content content_of(const Operation& operation, const Ledger& ledger) {
  const ContentHash stamp_hash = hash_of_stamp(operation.at);
  Content content;
  std::vector<std::uint64_t> fields;
  fields.reserve(operation.field_names.size());
  for (const std::string& name : operation.field_names) fields.push_back(hash64(name));
  for (const OpRecord& record : operation.records) {
    const ContentHash record_hash =
        hash_of_record(stamp_hash, hash64(operation.kind_names[record.kind]), record.id);
    const bool erased = ledger.any_erased() && is_of_erased(ledger, operation, record);
    for (std::uint32_t w = 0; w < record.write_count; ++w) {
      const OpWrite& write = operation.writes[record.write_first + w];
      if (erased && !names_owner(operation, record, write)) {
        content.withheld = true;
        continue;
      }
      ContentHash replaced;
      for (std::uint32_t i = 0; i < write.replaces_count; ++i)
        replaced += hash_of_stamp(operation.replaces[write.replaces_first + i]);
      content.hash +=
          hash_of_write(record_hash, fields[write.field], hash64(operation.value(write)), replaced);
      ++content.write_count;
    }
  }
  content.hash += hash_of_header(stamp_hash, hash64(operation.by),
                                 hash64(content.withheld ? std::string_view() : operation.label));
  return content;
}

bool is_folded_in(const Ledger& ledger, const Operation& operation) {
  const Content content = content_of(operation, ledger);
  const StampIndex at = ledger.stamps.find(operation.at);
  const bool arrived = at != kNoStamp && ledger.operations[at].arrived;
  return arrived ? ledger.operations[at].content == content.hash : content.write_count == 0;
}

Operation commit_to(Ledger& ledger, Operation&& draft, UtcMs now, Book::Replaced replaced) {
  Operation operation = has_repetition(draft) ? without_repetition(draft) : std::move(draft);
  operation.at = ledger.clock.next(now);
  const std::size_t withheld_before = ledger.withheld_count();
  Committer(ledger, operation, replaced).run();
  // Of what it wrote to an erased record nothing must go to the store.
  if (ledger.withheld_count() != withheld_before)
    return Replay(ledger).operation(ledger.stamps.find(operation.at));
  return operation;
}

Absorbed absorb_into(Ledger& ledger, std::span<const Operation> operations, UtcMs now) {
  // In the order of their stamps each write goes to the end of its cell's history.
  std::vector<const Operation*> in_order;
  in_order.reserve(operations.size());
  for (const Operation& operation : operations) in_order.push_back(&operation);
  const auto by_stamp = [](const Operation* operation) -> const Stamp& { return operation->at; };
  if (!std::ranges::is_sorted(in_order, {}, by_stamp)) sort_stably(in_order, {}, by_stamp);

  Absorbed absorbed;
  const std::size_t withheld_before = ledger.withheld_count();
  for (const Operation* const operation : in_order) {
    if (operation->at.clock > kMostClock) {
      ++absorbed.refused_operations;
      continue;
    }
    ledger.clock.absorb(operation->at, now);
    Absorber absorber(ledger, *operation);
    const StampIndex at = ledger.stamps.find(operation->at);
    const bool known = at != kNoStamp && ledger.operations[at].arrived;
    if (known) {
      const Content content = content_of(*operation, ledger);
      if (content.hash == ledger.operations[at].content) {
        // What is left of it came before, so this is the first that is heard of the rest.
        if (content.withheld) ledger.withhold(at);
        ++absorbed.known_operations;
        continue;
      }
    }
    const bool has_writes = absorber.fold();
    if (has_writes && !known)
      ++absorbed.new_operations;
    else
      ++absorbed.known_operations;
  }
  ledger.settle();
  absorbed.withheld_writes = ledger.withheld_count() - withheld_before;
  return absorbed;
}

}  // namespace leadlight::book
