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

  // Merged leads: whom each names, if that one is known, less the arrow of the smallest of each
  // circle; then along the arrows.
  [[nodiscard]] std::map<Id, Id> heirs() const {
    std::map<Id, Id> arrows;
    const auto is_known = [&](Id lead) {
      const auto found = fields_.lower_bound({"lead", lead, ""});
      return found != fields_.end() && found->first.kind == "lead" && found->first.id == lead &&
             !is_erased("lead", lead);
    };
    for (const auto& [field, writes] : fields_) {
      if (field.kind != "lead" || field.name != "merged_into") continue;
      const auto target = id_from_text(value(field, writes));
      if (target && is_known(*target) && is_known(field.id)) arrows[field.id] = *target;
    }
    std::set<Id> standing;
    for (const auto& [from, to] : arrows) {
      std::set<Id> met;
      Id at = from;
      while (arrows.contains(at) && met.insert(at).second) at = arrows[at];
      const bool in_circle = at == from && met.contains(from);
      if (in_circle && *met.begin() == from) standing.insert(from);
    }
    for (const Id lead : standing) arrows.erase(lead);
    std::map<Id, Id> heirs;
    for (const auto& [from, to] : arrows) {
      Id at = to;
      while (arrows.contains(at)) at = arrows[at];
      heirs[from] = at;
    }
    return heirs;
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

// Where they differ as to who stands for whom, and what follows from it.
inline std::string difference_of_heirs(const book::Book& book, const NaiveBook& naive) {
  const Model& model = book.model();
  const auto heirs = naive.heirs();
  const auto heir_of = [&](Id lead) {
    const auto found = heirs.find(lead);
    return found == heirs.end() ? lead : found->second;
  };
  std::map<Id, std::set<Id>> merged;
  std::set<Id> stopped;
  std::map<std::pair<std::string, Id>, std::set<Id>> logs;
  for (const auto& [field, writes] : naive.fields()) {
    if (naive.is_erased(field.kind, field.id)) {
      if (field.name != "lead" || field.kind == "lead") continue;
    }
    const std::string value = NaiveBook::value(field, writes);
    if (field.kind == "lead") {
      const Id heir = heir_of(field.id);
      if (heir != field.id) merged[heir].insert(field.id);
      if (field.name == "do_not_contact" && !value.empty()) stopped.insert({field.id, heir});
    } else if (field.name == "lead" && field.kind != "setting" && field.kind != "crystal" &&
               field.kind != "erasure") {
      if (const auto lead = id_from_text(value))
        logs[{field.kind, heir_of(*lead)}].insert(field.id);
    }
  }
  for (Row row = 0; row < model.leads().size(); ++row) {
    const Id id = model.leads().id(row);
    const std::string where = "lead " + text_from_id(id) + ": ";
    const LeadFacts& facts = model.lead(row);
    if (model.leads().id(model.standing(row)) != heir_of(id)) return where + "another heir";
    if (facts.known && facts.lives != naive.alive("lead", id)) return where + "another life";
    if (model.leads().alive(row) != (facts.known && facts.lives && heir_of(id) == id))
      return where + "wrongly alive or dead";
    if (facts.known && facts.do_not_contact != stopped.contains(id))
      return where + "another do_not_contact";
    std::set<Id> here;
    for (const Row one : model.merged_leads(row)) here.insert(model.leads().id(one));
    if (here != merged[id]) return where + "others are merged into it";
    const auto differ = [&](Kind kind, Row first, auto next, auto lead_of) {
      std::set<Id> found;
      for (Row log = first; log != kNoRow; log = next(log)) {
        if (lead_of(log) != row || !found.insert(model.table(kind).id(log)).second) return true;
      }
      return found != logs[{std::string(text_of(kind)), id}];
    };
    if (differ(
            Kind::kTouch, facts.first_touch, [&](Row log) { return model.touch(log).next; },
            [&](Row log) { return model.touch(log).lead; }))
      return where + "other touches";
    if (differ(
            Kind::kMove, facts.first_move, [&](Row log) { return model.move(log).next; },
            [&](Row log) { return model.move(log).lead; }))
      return where + "other moves";
    if (differ(
            Kind::kNote, facts.first_note, [&](Row log) { return model.note(log).next; },
            [&](Row log) { return model.note(log).lead; }))
      return where + "other notes";
  }
  return {};
}

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
    if (!erased && model.lives(kind, row) != naive.alive(field.kind, field.id))
      return where(field) + "wrongly alive or dead";

    const auto history = book.history(kind, row, column);
    if (history.size() != writes.size()) return where(field) + "another number of writes";
    const auto siblings = NaiveBook::siblings(writes);
    auto shown_write = history.begin();
    for (const auto& [stamp, write] : writes) {
      if (shown_write->at != stamp || shown_write->value != write.value)
        return where(field) + "another history";
      const bool redirect = field.kind == "lead" && field.name == "merged_into";
      const bool last_writer = !redirect && field.name != "_life" &&
                               !field.name.starts_with("tag:") &&
                               !(field.kind == "lead" && field.name == "do_not_contact");
      const bool lost = last_writer && siblings.contains(stamp) && write.value != expected;
      if (shown_write->concurrent != lost) return where(field) + "another conflict";
      ++shown_write;
    }
  }
  return difference_of_heirs(book, naive);
}

}  // namespace leadlight::test
