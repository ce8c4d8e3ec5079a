// The book's inside: all writes, and the model that is their fold. Book's functions are spread over
// commit.cpp, inverse.cpp, replay.cpp, erasing.cpp and book.cpp; this is what they share.
//
// Memory: the model's columns hold the values. Each row has one base stamp, of the operation that
// was first to write to it; a cell that only this operation wrote needs nothing more. All other
// cells have a CellHistory. Each operation lists the cells that it wrote.
#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/checksum.h"
#include "book/book.h"
#include "book/cell_history.h"
#include "book/content_hash.h"
#include "book/stamps.h"
#include "lead/model.h"

namespace leadlight::book {

// A cell of any table, packed. With kNoColumn: all that the row's base operation wrote to it.
struct CellKey {
  std::uint64_t bits = 0;
  CellKey() = default;
  CellKey(KindIndex kind, Row row, ColumnIndex column)
      : bits(std::uint64_t{kind} << 48 | std::uint64_t{row} << 16 | column) {}
  [[nodiscard]] KindIndex kind() const { return static_cast<KindIndex>(bits >> 48); }
  [[nodiscard]] Row row() const { return static_cast<Row>(bits >> 16); }
  [[nodiscard]] ColumnIndex column() const { return static_cast<ColumnIndex>(bits); }
  bool operator==(const CellKey&) const = default;
};
struct CellKeyHash {
  std::size_t operator()(CellKey key) const { return static_cast<std::size_t>(stirred(key.bits)); }
};

// What the ledger knows of a stamp, by StampIndex.
struct OperationInfo {
  TextId by = kNoText;
  TextId label = kNoText;
  std::uint32_t cells_first = 0;  // into Ledger::cells_of
  std::uint32_t cells_count = 0;
  std::uint32_t write_count = 0;
  ContentHash content;    // of all its writes and its header
  bool arrived = false;   // false: only named as replaced so far
  bool withheld = false;  // wrote to an erased record: its label may name the person
};

struct ColumnInfo {
  std::uint64_t name_hash = 0;
  FoldRule rule = FoldRule::kLastWriter;
};

struct KindInfo {
  std::uint64_t name_hash = 0;
  std::vector<StampIndex> base;  // by row; kNoStamp: nothing was written yet
  enum Mark : std::uint8_t { kHasHistory = 1, kErased = 2 };
  std::vector<std::uint8_t> marks;  // by row
  std::vector<ColumnInfo> columns;
  [[nodiscard]] ColumnIndex column_count() const {
    return static_cast<ColumnIndex>(columns.size());
  }
};

// A write as it goes in.
struct NewWrite {
  TextId value = kNoText;
  std::uint64_t value_hash = 0;
  std::span<const StampIndex> replaces;  // ascending, each once, all below the operation's own
};

class Ledger {
 public:
  explicit Ledger(Id session) : clock(session) {}

  // --- Folding an operation in: begin, then records and writes, then end; settle after the last
  // one ---
  StampIndex begin(const Stamp& stamp);
  // The kind of this name with its columns known; kNoKind if there are too many.
  KindIndex kind_of(std::string_view name);
  ColumnIndex column_of(KindIndex kind, std::string_view name);  // kNoColumn if there are too many
  // The row of this record, made if need be.
  Row open_row(KindIndex kind, Id id);
  // True if nothing may be written there: of an erased record only whose it was stays.
  [[nodiscard]] bool withholds(CellKey cell) const {
    const bool keeps_owner = is_log(cell.kind()) && cell.column() == kLogLeadColumn;
    return is_erased(cell.kind(), cell.row()) && !keeps_owner;
  }
  void put(CellKey cell, StampIndex at, const ContentHash& record_hash, const NewWrite& write);
  // False if the operation turned out to be without writes: it is then as if it had never come.
  bool end(StampIndex at, std::string_view by, std::string_view label);
  void settle();
  // Notes that something of this operation was dropped, since it is of an erased record.
  void withhold(StampIndex at);
  // How often that was so.
  [[nodiscard]] std::size_t withheld_count() const { return withheld_count_; }
  // Sorted, without repetition, without those that are not below `at`.
  void tidy(std::vector<StampIndex>& replaces, StampIndex at) const;

  // --- Reading ---
  [[nodiscard]] HistoryContext context() const { return {stamps, lists, model.texts()}; }
  [[nodiscard]] const CellHistory* history_of(
      CellKey cell) const;  // nullptr: base write or nothing
  [[nodiscard]] FoldRule rule_of(CellKey cell) const {
    return kinds[cell.kind()].columns[cell.column()].rule;
  }
  // A lead merged into two others at once, or what was known of it: not for choosing on a card.
  static bool is_of_merge(CellKey cell) {
    return cell.kind() == static_cast<KindIndex>(Kind::kLead) &&
           (cell.column() == static_cast<ColumnIndex>(LeadField::kMergedInto) ||
            cell.column() == static_cast<ColumnIndex>(LeadField::kMergedSeen));
  }
  [[nodiscard]] StampIndex base_of(KindIndex kind, Row row) const;
  [[nodiscard]] TextId value_of(CellKey cell) const {
    return model.table(cell.kind()).cell(cell.row(), cell.column());
  }
  [[nodiscard]] std::span<const CellKey> cells_of(StampIndex at) const {
    return std::span(touched).subspan(operations[at].cells_first, operations[at].cells_count);
  }
  [[nodiscard]] bool is_base_only(KindIndex kind, Row row) const {
    return (kinds[kind].marks[row] & KindInfo::kHasHistory) == 0;
  }
  [[nodiscard]] bool is_erased(KindIndex kind, Row row) const {
    return row < kinds[kind].marks.size() && (kinds[kind].marks[row] & KindInfo::kErased) != 0;
  }
  // False if erasing took away all that this operation wrote to the cell's record.
  [[nodiscard]] bool has_left(CellKey cell, StampIndex at) const;
  // True if the text is the id of a lead that was erased.
  [[nodiscard]] bool names_erased_lead(std::string_view id) const;
  [[nodiscard]] bool any_erased() const { return any_erased_; }
  // The operation with the lowest stamp of all that wrote to the row: the one that made it.
  [[nodiscard]] StampIndex maker_of(KindIndex kind, Row row) const;
  [[nodiscard]] std::vector<Row> rows_with_loser(KindIndex kind) const;
  // Operations that have arrived, by stamp.
  [[nodiscard]] std::vector<StampIndex> arrived() const;
  [[nodiscard]] ContentHash hash_of_stamps(std::span<const StampIndex> all) const;

  Model model;
  HybridClock clock;
  Stamps stamps;
  StampLists lists;
  std::vector<OperationInfo> operations;
  std::vector<KindInfo> kinds;
  std::vector<CellKey> touched;
  ContentHash state;  // the sum of all operations' content
  std::size_t arrived_count = 0;

 private:
  void put_in_history(CellKey cell, StampIndex at, const ContentHash& record_hash,
                      const NewWrite& write);
  void merge_variant(CellHistory& history, CellWrite& known, CellKey cell,
                     const ContentHash& record_hash, const NewWrite& write);
  void account(StampIndex at, CellKey cell, const ContentHash& record_hash, const NewWrite& write);
  void show(CellKey cell, TextId value);

  // Erasing (erasing.cpp).
  void mark_erased(KindIndex kind, Row row);
  void find_erased();
  void purge(KindIndex kind, Row row);
  void purge_write(CellKey cell, StampIndex at, TextId value, StampLists::List replaces);
  [[nodiscard]] ContentHash header_of(StampIndex at) const;

  std::unordered_map<CellKey, CellHistory, CellKeyHash> histories_;
  std::vector<CellKey> stale_;
  bool any_erased_ = false;
  std::vector<Id> erased_now_;            // leads, since the last settle
  std::vector<CellKey> logs_erased_now_;  // records of erased leads, likewise
  std::size_t withheld_count_ = 0;
};

// Numbers of one operation's kind and field names in the ledger, found once each.
class NameMap {
 public:
  NameMap(Ledger& ledger, const Operation& operation);
  [[nodiscard]] KindIndex kind(std::uint32_t kind_name) const { return kinds_[kind_name]; }
  ColumnIndex column(std::uint32_t kind_name, std::uint32_t field_name);

 private:
  Ledger& ledger_;
  const Operation& operation_;
  std::vector<KindIndex> kinds_;
  std::vector<ColumnIndex> columns_;  // by kind name, then field name; kUnknown until asked for
};

Operation commit_to(Ledger& ledger, Operation&& draft, UtcMs now, Book::Replaced replaced);
Absorbed absorb_into(Ledger& ledger, std::span<const Operation> operations, UtcMs now);
// The sum that the ledger keeps of an operation once it has folded it in, and how many of its
// writes that takes: those to erased records don't count.
struct Content {
  ContentHash hash;
  std::uint32_t write_count = 0;
  bool withheld = false;  // there were such
};
Content content_of(const Operation& operation, const Ledger& ledger);
// True if folding the operation in would change nothing.
bool is_folded_in(const Ledger& ledger, const Operation& operation);
// True if nothing of what the operation writes to this record is to be taken in, but for whose it
// is: the record is of an erased lead.
bool is_of_erased(const Ledger& ledger, const Operation& operation, const OpRecord& record);
// True if this write of such a record stays: whose it is.
bool names_owner(const Operation& operation, const OpRecord& record, const OpWrite& write);
Operation inverse_in(const Ledger& ledger, StampIndex at, std::span<const Id> only);
Operation missing_in(const Ledger& ledger, const Operation& operation);

// Operations in their canonical form: records by kind name and id, their writes by field name.
class Replay {
 public:
  using Wanted = std::function<bool(RecordRef)>;
  // `wanted`: nothing but these records; it must outlive this.
  explicit Replay(const Ledger& ledger, const Wanted* wanted = nullptr)
      : ledger_(ledger), wanted_(wanted) {}
  Operation operation(StampIndex at);

 private:
  struct Place;
  [[nodiscard]] std::vector<Place> sorted_places() const;
  void write_record(std::span<const Place> places);
  void write_plain(KindIndex kind, Row row);
  void write_cell(CellKey cell);
  void write(std::string_view field, TextId value);
  const std::vector<ColumnIndex>& columns_by_name(KindIndex kind);

  const Ledger& ledger_;
  const Wanted* wanted_;
  StampIndex at_ = kNoStamp;
  const Place* begun_ = nullptr;  // the record that is next, until something is written to it
  OperationBuilder builder_;
  std::vector<std::vector<ColumnIndex>> columns_;  // by kind, made when asked for
  std::vector<std::pair<ColumnIndex, TextId>> values_;
};

}  // namespace leadlight::book
