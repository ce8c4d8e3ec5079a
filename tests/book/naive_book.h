// The book's rules (book.h), written down a second time in the most obvious way: a set of writes,
// folded by brute force whenever somebody asks. Slow, small, and without any cleverness to be wrong
// about.
#pragma once
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "base/text.h"
#include "book/book.h"

namespace leadlight::test {

class NaiveBook {
 public:
  struct Field {
    std::string kind;
    Id id;
    std::string name;
    auto operator<=>(const Field&) const = default;
  };
  struct Write {
    std::string value;
    std::set<Stamp> replaces;
    bool operator==(const Write&) const = default;
  };
  using Writes = std::map<Stamp, Write>;

  void absorb(const Operation& operation) {
    for (const OpRecord& record : operation.records)
      for (std::uint32_t i = 0; i < record.write_count; ++i) {
        const OpWrite& write = operation.writes[record.write_first + i];
        Write added{std::string(operation.value(write)), {}};
        for (std::uint32_t r = 0; r < write.replaces_count; ++r) {
          const Stamp& stamp = operation.replaces[write.replaces_first + r];
          if (stamp < operation.at) added.replaces.insert(stamp);
        }
        const Field field{operation.kind_names[record.kind], record.id,
                          operation.field_names[write.field]};
        add(fields_[field], operation.at, added);
      }
  }

  [[nodiscard]] const std::map<Field, Writes>& fields() const { return fields_; }

  // Leads for whom there is an erasure, and all records that any write gives to such a lead.
  [[nodiscard]] bool is_erased(const std::string& kind, Id id) const {
    const auto has_erasure = [&](Id lead) {
      const auto found = fields_.lower_bound({"erasure", lead, ""});
      return found != fields_.end() && found->first.kind == "erasure" && found->first.id == lead;
    };
    if (kind == "lead") return has_erasure(id);
    if (kind != "touch" && kind != "move" && kind != "note") return false;
    const auto found = fields_.find({kind, id, "lead"});
    if (found == fields_.end()) return false;
    for (const auto& [stamp, write] : found->second)
      if (const auto lead = id_from_text(write.value); lead && has_erasure(*lead)) return true;
    return false;
  }

  static Writes siblings(const Writes& writes) {
    std::set<Stamp> replaced;
    for (const auto& [stamp, write] : writes)
      replaced.insert(write.replaces.begin(), write.replaces.end());
    Writes left;
    for (const auto& [stamp, write] : writes)
      if (!replaced.contains(stamp)) left.emplace(stamp, write);
    return left;
  }

  static std::string value(const Field& field, const Writes& writes) {
    const bool add_wins =
        field.name.starts_with("tag:") || (field.kind == "lead" && field.name == "do_not_contact");
    std::string value;
    std::int64_t life = -1;
    for (const auto& [stamp, write] : siblings(writes)) {  // the greatest stamp comes last
      if (field.name == "_life") {
        const auto number = integer_from_text(write.value).value_or(0);
        const auto sane = number > 0 && number < (std::int64_t{1} << 53) ? number : 0;
        if (sane < life) continue;
        life = sane;
      } else if (add_wins && write.value.empty()) {
        continue;
      }
      value = write.value;
    }
    return value;
  }

  [[nodiscard]] std::string value(const Field& field) const {
    const auto found = fields_.find(field);
    return found == fields_.end() ? std::string() : value(field, found->second);
  }

  [[nodiscard]] bool alive(const std::string& kind, Id id) const {
    const auto life = integer_from_text(value({kind, id, "_life"})).value_or(0);
    return life <= 0 || life >= (std::int64_t{1} << 53) || life % 2 == 1;
  }

 private:
  static void add(Writes& writes, const Stamp& at, const Write& added) {
    const auto [known, is_new] = writes.try_emplace(at, added);
    if (is_new) return;
    if (added.value > known->second.value)
      known->second = added;
    else if (added.value == known->second.value)
      known->second.replaces.insert(added.replaces.begin(), added.replaces.end());
  }

  std::map<Field, Writes> fields_;
};

// Where the two differ, in words; empty if they agree.
inline std::string difference(const book::Book& book, const NaiveBook& naive) {
  const Model& model = book.model();
  const auto where = [](const NaiveBook::Field& field) {
    return field.kind + " " + text_from_id(field.id) + " " + field.name + ": ";
  };
  const auto kind_named = [&](std::string_view name) {
    KindIndex kind = 0;
    while (kind < model.kind_count() && model.kind_name(kind) != name) ++kind;
    return kind;
  };
  for (const auto& [field, writes] : naive.fields()) {
    const KindIndex kind = kind_named(field.kind);
    if (kind == model.kind_count()) return where(field) + "no such kind";
    const Table& table = model.table(kind);
    const Row row = table.find(field.id);
    const ColumnIndex column = table.find_column(field.name);
    const bool erased = naive.is_erased(field.kind, field.id);
    if (erased && field.kind == "lead" && (table.alive(row) || !book.is_erased(field.id)))
      return where(field) + "not erased";
    if (erased && (field.kind == "lead" || field.name != "lead")) {
      if (row != kNoRow && column != kNoColumn &&
          (table.cell(row, column) != kNoText || !book.history(kind, row, column).empty()))
        return where(field) + "something is left of what was erased";
      continue;
    }
    if (row == kNoRow || column == kNoColumn) return where(field) + "no such cell";
    const std::string expected = NaiveBook::value(field, writes);
    const std::string_view shown = model.texts().view(table.cell(row, column));
    if (shown != expected)
      return where(field) + "'" + std::string(shown) + "', not '" + expected + "'";
    if (!erased && table.alive(row) != naive.alive(field.kind, field.id))
      return where(field) + "wrongly alive or dead";

    const auto history = book.history(kind, row, column);
    if (history.size() != writes.size()) return where(field) + "another number of writes";
    const auto siblings = NaiveBook::siblings(writes);
    auto shown_write = history.begin();
    for (const auto& [stamp, write] : writes) {
      if (shown_write->at != stamp || shown_write->value != write.value)
        return where(field) + "another history";
      const bool last_writer = field.name != "_life" && !field.name.starts_with("tag:") &&
                               !(field.kind == "lead" && field.name == "do_not_contact");
      const bool lost = last_writer && siblings.contains(stamp) && write.value != expected;
      if (shown_write->concurrent != lost) return where(field) + "another conflict";
      ++shown_write;
    }
  }
  return {};
}

}  // namespace leadlight::test
