#include <algorithm>
#include <string>
#include <utility>

#include "app/import.h"
#include "base/checksum.h"
#include "base/slot_index.h"
#include "base/text.h"
#include "interchange/export.h"
#include "lead/vocabulary.h"

namespace leadlight::app {

namespace {

using interchange::Draft;
using interchange::Drafts;
using interchange::DraftValue;

constexpr std::uint32_t kNone = 0xFFFFFFFF;

// Addresses that several people read.
bool is_shared_address(std::string_view email) {
  constexpr std::string_view kNames[] = {"info",   "office",  "sales",    "contact", "kontakt",
                                         "mail",   "hello",   "hallo",    "service", "support",
                                         "team",   "admin",   "contacto", "ventas",  "vertrieb",
                                         "bureau", "accueil", "post"};
  return std::ranges::contains(kNames, email.substr(0, email.find('@')));
}

bool is_same_folded(std::string_view a, std::string_view b) {
  return !a.empty() && !b.empty() && (a == b || folded(a) == folded(b));
}

// The fields by which leads meet.
struct Identity {
  std::string_view id, external_id, full_name, first_name, last_name, company, email, phone, mobile;

  [[nodiscard]] std::string name() const {
    if (!full_name.empty()) return folded(full_name);
    return folded(std::string(first_name) + " " + std::string(last_name));
  }
  // Empty if it has neither name nor company.
  [[nodiscard]] std::string name_and_company() const {
    if (!has_name() && company.empty()) return {};
    return name() + '\x1F' + folded(company);
  }
  [[nodiscard]] bool has_name() const {
    return !full_name.empty() || !first_name.empty() || !last_name.empty();
  }
};

bool have_same_name(const Identity& a, const Identity& b) {
  return a.has_name() && b.has_name() && a.name() == b.name();
}

// Two different ids of one foreign system are two leads, whatever else they share.
bool contradict(const Identity& a, const Identity& b) {
  return !a.external_id.empty() && !b.external_id.empty() && a.external_id != b.external_id;
}

bool meet_by_email(const Identity& a, const Identity& b) {
  if (contradict(a, b)) return false;
  return !is_shared_address(canonical_email(a.email)) || !a.has_name() || !b.has_name() ||
         have_same_name(a, b);
}

// A switchboard's number: colleagues share it and the company.
bool meet_by_phone(const Identity& a, const Identity& b) {
  if (contradict(a, b)) return false;
  if (a.has_name() && b.has_name()) return have_same_name(a, b);
  return is_same_folded(a.company, b.company);
}

bool has_address(const Identity& who) {
  return !canonical_email(who.email).empty() || !canonical_phone(who.phone).empty() ||
         !canonical_phone(who.mobile).empty();
}

bool share_address(const Identity& a, const Identity& b) {
  const auto is_same = [](const std::string& one, const std::string& other) {
    return !one.empty() && one == other;
  };
  if (is_same(canonical_email(a.email), canonical_email(b.email))) return true;
  for (const std::string_view phone : {a.phone, a.mobile})
    for (const std::string_view other : {b.phone, b.mobile})
      if (is_same(canonical_phone(phone), canonical_phone(other))) return true;
  return false;
}

// Who has no address is who he was; of those behind one address, who has the same name. A name
// without a company says little.
bool meet_by_name(const Identity& row, const Identity& other) {
  if (row.name_and_company() != other.name_and_company()) return false;
  if (has_address(row)) return share_address(row, other);
  return !row.company.empty() || !has_address(other);
}

Identity identity_of(const Model& model, Row lead) {
  const auto text = [&](LeadField field) { return model.text(lead, field); };
  return {{},
          text(LeadField::kExternalId),
          text(LeadField::kFullName),
          text(LeadField::kFirstName),
          text(LeadField::kLastName),
          text(LeadField::kCompany),
          text(LeadField::kEmail),
          text(LeadField::kPhone),
          text(LeadField::kMobile)};
}

// Rows of the file by one of their keys. Of the rows that share a key only the first few are kept:
// a file of nothing but one address must not take forever.
class RowsByKey {
 public:
  void add(std::string_view key, std::uint32_t row) {
    if (key.empty()) return;
    const std::uint64_t hash = hash64(key);
    const std::uint32_t found = head_of(hash);
    if (found == SlotIndex::kNone) {
      heads_.push_back({hash, static_cast<std::uint32_t>(entries_.size()), 1});
      slots_.add(hash, [this](std::uint32_t head) { return heads_[head].hash; });
      entries_.push_back({row, kNone});
      return;
    }
    Head& head = heads_[found];
    if (head.count == kMostRows) return;
    ++head.count;
    entries_.push_back(
        {row, std::exchange(head.newest, static_cast<std::uint32_t>(entries_.size()))});
  }
  // A row with this key's hash for which `is_it(row)` holds, or kNone.
  template <class IsIt>
  [[nodiscard]] std::uint32_t find(std::string_view key, IsIt is_it) const {
    if (key.empty() || heads_.empty()) return kNone;
    const std::uint32_t head = head_of(hash64(key));
    if (head == SlotIndex::kNone) return kNone;
    for (std::uint32_t entry = heads_[head].newest; entry != kNone;
         entry = entries_[entry].before) {
      if (is_it(entries_[entry].row)) return entries_[entry].row;
    }
    return kNone;
  }

 private:
  static constexpr std::uint32_t kMostRows = 32;
  struct Head {
    std::uint64_t hash;
    std::uint32_t newest;  // into entries_
    std::uint32_t count;
  };
  struct Entry {
    std::uint32_t row;
    std::uint32_t before;
  };
  [[nodiscard]] std::uint32_t head_of(std::uint64_t hash) const {
    return slots_.find(hash, [&](std::uint32_t head) { return heads_[head].hash == hash; });
  }
  std::vector<Head> heads_;
  std::vector<Entry> entries_;
  SlotIndex slots_;
};

class Planner {
 public:
  Planner(const Drafts& drafts, const Model& model, const match::ExactIndex& index,
          const DeletedLeads& deleted)
      : drafts_(drafts), model_(model), index_(index), deleted_(deleted) {}

  ImportPlan make() {
    learn_fields();
    plan_.rejected = drafts_.rejected;
    targets_.reserve(drafts_.rows.size());
    next_row_.reserve(drafts_.rows.size());
    target_of_row_.reserve(drafts_.rows.size());
    target_of_lead_.resize(model_.leads().size(), kNone);
    learn_deleted();
    for (std::uint32_t row = 0; row < drafts_.rows.size(); ++row) assign(row);
    plan_.rows.resize(drafts_.rows.size());
    plan_.changes.reserve(drafts_.values.size());
    for (const Target& target : targets_) plan_target(target);
    count();
    return std::move(plan_);
  }

 private:
  // A lead of the book or a new one, with the rows of the file that are this lead.
  struct Target {
    Row existing = kNoRow;
    std::uint32_t first_row = kNone;
    std::uint32_t last_row = kNone;
    std::string_view external_id;  // of the lead, or of the first row that has one
  };

  // --- fields ---

  enum class Rule : unsigned char {
    kReplace,
    kEmail,
    kFillOnly,
    kStage,
    kOutcome,
    kNote,
    kIdentityOnly
  };

  void learn_fields() {
    const auto& names = drafts_.field_names;
    columns_.resize(names.size(), kNoColumn);
    rules_.resize(names.size(), Rule::kReplace);
    for (std::size_t i = 0; i < names.size(); ++i) {
      columns_[i] = model_.leads().find_column(names[i]);
      if (names[i] == "email") rules_[i] = Rule::kEmail;
      if (names[i] == "created_at") rules_[i] = Rule::kFillOnly;
      if (names[i] == "stage") rules_[i] = Rule::kStage;
      if (names[i] == "outcome") rules_[i] = Rule::kOutcome;
      if (names[i] == "note") rules_[i] = Rule::kNote;
      if (names[i] == "id") rules_[i] = Rule::kIdentityOnly;
    }
    next_value_.resize(names.size(), kNone);
    slots_.resize(names.size(), nullptr);
    const std::pair<std::string_view, std::string_view Identity::*> slots[] = {
        {"id", &Identity::id},
        {"external_id", &Identity::external_id},
        {"full_name", &Identity::full_name},
        {"first_name", &Identity::first_name},
        {"last_name", &Identity::last_name},
        {"company", &Identity::company},
        {"email", &Identity::email},
        {"phone", &Identity::phone},
        {"mobile", &Identity::mobile}};
    for (const auto& [name, member] : slots) {
      const auto found = std::ranges::find(names, name);
      if (found != names.end()) slots_[static_cast<std::size_t>(found - names.begin())] = member;
    }
  }

  [[nodiscard]] Identity identity_of_row(std::uint32_t row) const {
    Identity identity;
    const Draft& draft = drafts_.rows[row];
    for (std::uint32_t i = draft.first; i < draft.first + draft.count; ++i) {
      if (const auto slot = slots_[drafts_.values[i].field])
        identity.*slot = drafts_.value(drafts_.values[i]);
    }
    return identity;
  }

  // --- which lead a row is ---

  void learn_deleted() {
    for (const Row lead : deleted_.rows) {
      const Identity identity = identity_of(model_, lead);
      deleted_by_key_.add(identity.external_id, lead);
      deleted_by_key_.add(canonical_email(identity.email), lead);
      for (const std::string_view phone : {identity.phone, identity.mobile})
        deleted_by_key_.add(canonical_phone(phone), lead);
      if (!has_address(identity)) deleted_by_key_.add(identity.name_and_company(), lead);
    }
  }

  // The deleted lead that a row is, by the same rules; kNoRow if there is none.
  [[nodiscard]] Row find_deleted(const Identity& row, const std::string& email,
                                 const std::string (&phones)[2]) const {
    if (deleted_.rows.empty()) return kNoRow;
    if (const auto id = id_from_text(row.id); id && model_.leads().find(*id) != kNoRow)
      if (const Row lead = model_.leads().find(*id);
          std::ranges::binary_search(deleted_.rows, lead))
        return lead;
    const auto find = [&](std::string_view key, auto is_it) {
      return deleted_by_key_.find(key, [&](Row lead) { return is_it(identity_of(model_, lead)); });
    };
    std::uint32_t lead = find(row.external_id, [&](const Identity& other) {
      return other.external_id == row.external_id;
    });
    if (lead == kNone)
      lead = find(email, [&](const Identity& other) {
        return canonical_email(other.email) == email && meet_by_email(row, other);
      });
    for (const std::string& phone : phones)
      if (lead == kNone)
        lead = find(phone, [&](const Identity& other) {
          return (canonical_phone(other.phone) == phone ||
                  canonical_phone(other.mobile) == phone) &&
                 meet_by_phone(row, other);
        });
    if (lead == kNone && row.external_id.empty() && !has_address(row))
      lead = find(row.name_and_company(),
                  [&](const Identity& other) { return meet_by_name(row, other); });
    return lead == kNone ? kNoRow : lead;
  }

  void assign(std::uint32_t row) {
    const Identity identity = identity_of_row(row);
    const std::string email = canonical_email(identity.email);
    const std::string phones[] = {canonical_phone(identity.phone),
                                  canonical_phone(identity.mobile)};
    std::uint32_t target = find_target(identity, email, phones);
    if (target == kNone)
      if (const Row lead = find_deleted(identity, email, phones); lead != kNoRow)
        target = target_of(lead);
    if (target == kNone) {
      target = static_cast<std::uint32_t>(targets_.size());
      targets_.push_back({});
    }
    add_row(target, row);
    if (targets_[target].external_id.empty()) targets_[target].external_id = identity.external_id;
    by_id_.add(identity.id, row);
    by_external_id_.add(identity.external_id, row);
    by_email_.add(email, row);
    for (const std::string& phone : phones) by_phone_.add(phone, row);
  }

  // First by what says the most; within one key, what this file brought earlier and what the book
  // has.
  std::uint32_t find_target(const Identity& identity, const std::string& email,
                            const std::string (&phones)[2]) {
    if (const Row lead = row_of_id(identity.id); lead != kNoRow) return target_of(lead);
    std::uint32_t row = by_id_.find(
        identity.id, [&](std::uint32_t r) { return identity_of_row(r).id == identity.id; });
    if (row != kNone) return target_of_row_[row];

    row = by_external_id_.find(identity.external_id, [&](std::uint32_t r) {
      return identity_of_row(r).external_id == identity.external_id;
    });
    if (row != kNone) return target_of_row_[row];
    Row lead = index_.by_external_id(model_, identity.external_id);
    if (lead != kNoRow) return target_of(lead);

    row = by_email_.find(email, [&](std::uint32_t r) {
      const Identity other = identity_with_target(r);
      return meet_by_email(identity, other) && canonical_email(other.email) == email;
    });
    if (row != kNone) return target_of_row_[row];
    lead = index_.by_email(model_, email);
    if (lead != kNoRow && meet_by_email(identity, identity_of(model_, lead)))
      return target_of(lead);
    bool address_is_known = lead != kNoRow;  // of a colleague

    for (const std::string& phone : phones) {
      row = by_phone_.find(phone, [&](std::uint32_t r) {
        const Identity other = identity_with_target(r);
        return meet_by_phone(identity, other) &&
               (canonical_phone(other.phone) == phone || canonical_phone(other.mobile) == phone);
      });
      if (row != kNone) return target_of_row_[row];
      lead = index_.by_phone(model_, phone);
      if (lead != kNoRow && meet_by_phone(identity, identity_of(model_, lead)))
        return target_of(lead);
      address_is_known = address_is_known || lead != kNoRow;
    }
    const bool may_have_met =
        address_is_known || (email.empty() && phones[0].empty() && phones[1].empty());
    return may_have_met ? find_by_name(identity) : kNone;
  }

  // Most files have an address in every row: names are looked at only once one has none.
  std::uint32_t find_by_name(const Identity& identity) {
    const std::string key = identity.name_and_company();
    if (key.empty() || !identity.id.empty() || !identity.external_id.empty()) return kNone;
    for (; named_rows_ < target_of_row_.size(); ++named_rows_)
      by_name_.add(identity_of_row(named_rows_).name_and_company(), named_rows_);
    const std::uint32_t row = by_name_.find(
        key, [&](std::uint32_t r) { return meet_by_name(identity, identity_of_row(r)); });
    if (row != kNone) return target_of_row_[row];
    for (; named_leads_ < model_.leads().size(); ++named_leads_) {
      if (model_.leads().alive(model_.standing(named_leads_)))
        leads_by_name_.add(identity_of(model_, named_leads_).name_and_company(), named_leads_);
    }
    const Row lead = leads_by_name_.find(
        key, [&](Row other) { return meet_by_name(identity, identity_of(model_, other)); });
    return lead == kNone ? kNone : target_of(lead);
  }

  // A row as it is now known: it may have met a lead with a foreign id.
  [[nodiscard]] Identity identity_with_target(std::uint32_t row) const {
    Identity identity = identity_of_row(row);
    identity.external_id = targets_[target_of_row_[row]].external_id;
    return identity;
  }

  [[nodiscard]] Row row_of_id(std::string_view text) const {
    if (text.empty()) return kNoRow;
    const auto id = id_from_text(text);
    const Row lead = id ? model_.leads().find(*id) : kNoRow;
    return lead != kNoRow && model_.leads().alive(model_.standing(lead)) ? lead : kNoRow;
  }

  // What a row has in common with a merged lead is about its heir.
  std::uint32_t target_of(Row lead) {
    lead = model_.standing(lead);
    std::uint32_t& target = target_of_lead_[lead];
    if (target == kNone) {
      target = static_cast<std::uint32_t>(targets_.size());
      targets_.push_back({lead, kNone, kNone, model_.text(lead, LeadField::kExternalId)});
    }
    return target;
  }

  void add_row(std::uint32_t target, std::uint32_t row) {
    target_of_row_.push_back(target);
    next_row_.push_back(kNone);
    Target& t = targets_[target];
    if (t.first_row == kNone) {
      t.first_row = row;
    } else {
      next_row_[t.last_row] = row;
    }
    t.last_row = row;
  }

  // --- what a lead's rows change ---

  void plan_target(const Target& target) {
    PlannedLead lead;
    lead.existing = target.existing;
    lead.first_change = static_cast<std::uint32_t>(plan_.changes.size());
    lead.row = target.first_row;
    if (target.existing == kNoRow) lead.id = id_if_free(identity_of_row(target.first_row).id);
    latest_.clear();
    merged_.clear();
    if (target.existing != kNoRow) merged_ = model_.merged_leads(target.existing);
    const std::size_t overwritten_before = plan_.overwritten.size();
    for (std::uint32_t row = target.first_row; row != kNone; row = next_row_[row]) {
      const Draft& draft = drafts_.rows[row];
      for (std::uint32_t i = draft.first; i < draft.first + draft.count; ++i) take(target, i);
      plan_.rows[row] = {RowFate::kRepeat, target.existing, draft.row, draft.line};
    }
    for (const std::uint32_t value : latest_) {
      const std::uint32_t field = drafts_.values[value].field;
      next_value_[field] = kNone;
      const TextId old = old_text(target.existing, field);
      // A later row may have brought back what was there.
      if (model_.texts().view(old) != drafts_.value(drafts_.values[value]))
        plan_.changes.push_back({value, old});
    }
    lead.change_count = static_cast<std::uint32_t>(plan_.changes.size()) - lead.first_change;
    const bool is_new = target.existing == kNoRow;
    const bool is_deleted = !is_new && std::ranges::binary_search(deleted_.rows, target.existing);
    if (is_deleted && !deleted_.come_back) {
      plan_.rows[target.first_row].fate = RowFate::kDeleted;
      plan_.changes.resize(lead.first_change);
      plan_.overwritten.resize(overwritten_before);
      return;
    }
    plan_.revived += is_deleted;
    plan_.rows[target.first_row].fate = is_new                                ? RowFate::kCreate
                                        : lead.change_count > 0 || is_deleted ? RowFate::kUpdate
                                                                              : RowFate::kSkip;
    if (lead.change_count > 0 || is_new || is_deleted)
      plan_.leads.push_back(lead);
    else
      plan_.overwritten.resize(overwritten_before);
  }

  // Puts a value among the lead's latest, if it says something new.
  void take(const Target& target, std::uint32_t value) {
    const std::uint32_t field = drafts_.values[value].field;
    const Rule rule = rules_[field];
    const std::string_view text = drafts_.value(drafts_.values[value]);
    if (rule == Rule::kIdentityOnly) return;
    if (rule == Rule::kNote) return take_note(target, value, text);
    std::uint32_t& place = next_value_[field];
    const std::string_view before = place == kNone
                                        ? model_.texts().view(old_text(target.existing, field))
                                        : drafts_.value(drafts_.values[latest_[place]]);
    if (before == text || trimmed(before) == text) return;
    if (rule == Rule::kEmail && canonical_email(before) == canonical_email(text)) return;
    if (rule == Rule::kFillOnly && !before.empty()) return;
    if (rule == Rule::kStage && !leads_on(target, before, text)) return;
    if (rule == Rule::kOutcome && !before.empty() && before != "open") return;
    if (is_said_by_merged(field, text)) return;
    if (place == kNone) {
      place = static_cast<std::uint32_t>(latest_.size());
      latest_.push_back(value);
    } else {
      if (rule == Rule::kReplace || rule == Rule::kEmail)
        plan_.overwritten.push_back({latest_[place], value});
      latest_[place] = value;
    }
  }

  // What a merged lead brought, and its heir did not take over, is no news.
  [[nodiscard]] bool is_said_by_merged(std::uint32_t field, std::string_view text) const {
    return std::ranges::any_of(merged_, [&](Row lead) {
      const std::string_view said = model_.texts().view(old_text(lead, field));
      return said == text || trimmed(said) == text ||
             (rules_[field] == Rule::kEmail && canonical_email(said) == canonical_email(text));
    });
  }

  // Imports move leads on, never back: what people did here since counts more than an old file.
  static bool leads_on(const Target& target, std::string_view before, std::string_view text) {
    if (before.empty() && target.existing == kNoRow) return true;
    const Stage from = stage_from_text(before).value_or(Stage::kNew);
    const Stage to = stage_from_text(text).value_or(Stage::kNew);
    return is_open(from) && to > from;
  }

  void take_note(const Target& target, std::uint32_t value, std::string_view text) {
    for (const std::uint32_t other : latest_) {
      if (rules_[drafts_.values[other].field] != Rule::kNote) continue;
      if (drafts_.value(drafts_.values[other]) == text) return;
    }
    if (target.existing != kNoRow) {
      const Table& notes = model_.table(Kind::kNote);
      for (Row row = model_.lead(target.existing).first_note; row != kNoRow;
           row = model_.note(row).next) {
        const auto column = static_cast<ColumnIndex>(NoteField::kText);
        if (notes.alive(row) && model_.text(Kind::kNote, row, column) == text) return;
      }
      if (interchange::notes_of(model_, target.existing) == text) return;
      // As the export before the merge had them.
      const auto has_them = [&](Row lead) {
        return interchange::notes_of(model_, target.existing, model_.leads().id(lead)) == text;
      };
      if (!merged_.empty() && (has_them(target.existing) || std::ranges::any_of(merged_, has_them)))
        return;
    }
    latest_.push_back(value);
  }

  [[nodiscard]] TextId old_text(Row existing, std::uint32_t field) const {
    if (existing == kNoRow || columns_[field] == kNoColumn || rules_[field] == Rule::kNote)
      return kNoText;
    return model_.leads().cell(existing, columns_[field]);
  }

  // An id of our own export whose lead this book doesn't know; a deleted one comes back as a new
  // lead.
  [[nodiscard]] Id id_if_free(std::string_view text) const {
    const auto id = id_from_text(text);
    return id && model_.leads().find(*id) == kNoRow ? *id : Id{};
  }

  void count() {
    for (const PlannedRow& row : plan_.rows) {
      plan_.created += row.fate == RowFate::kCreate;
      plan_.updated += row.fate == RowFate::kUpdate;
      plan_.skipped += row.fate == RowFate::kSkip;
      plan_.repeated += row.fate == RowFate::kRepeat;
      plan_.deleted += row.fate == RowFate::kDeleted;
    }
  }

  const Drafts& drafts_;
  const Model& model_;
  const match::ExactIndex& index_;
  const DeletedLeads& deleted_;
  ImportPlan plan_;
  std::vector<ColumnIndex> columns_;                 // by field: the model's column
  std::vector<Rule> rules_;                          // by field
  std::vector<std::string_view Identity::*> slots_;  // by field
  std::vector<Target> targets_;
  std::vector<std::uint32_t> next_row_;  // by row: the next one of the same lead
  std::vector<std::uint32_t> target_of_row_;
  std::vector<std::uint32_t> target_of_lead_;
  RowsByKey by_id_;
  RowsByKey by_external_id_;
  RowsByKey by_email_;
  RowsByKey by_phone_;
  RowsByKey by_name_;
  RowsByKey leads_by_name_;   // rows of the book
  RowsByKey deleted_by_key_;  // likewise
  std::uint32_t named_rows_ = 0;
  Row named_leads_ = 0;
  std::vector<Row> merged_;                // into the lead at hand
  std::vector<std::uint32_t> latest_;      // values of the lead at hand, into Drafts::values
  std::vector<std::uint32_t> next_value_;  // by field: its place in latest_
};

}  // namespace

ImportPlan plan_import(const Drafts& drafts, const Model& model, const match::ExactIndex& index,
                       const DeletedLeads& deleted) {
  return Planner(drafts, model, index, deleted).make();
}

}  // namespace leadlight::app
