#include "match/exact.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "base/checksum.h"
#include "base/text.h"

namespace leadlight::match {
namespace {

// Rows by the hash of a text. An entry may be out of date, so whoever looks one up compares the
// lead itself; entries are never taken out, only left behind when the table is rebuilt.
class RowsByHash {
 public:
  void clear() {
    slots_.clear();
    used_ = 0;
  }
  void add(std::string_view text, Row row) {
    if (text.empty()) return;
    if (slots_.empty() || used_ >= slots_.size() / 4 * 3) grow();
    place({short_hash(text), row});
  }
  // The first row, in order of coming in, for which `is_it` holds.
  template <class IsIt>
  [[nodiscard]] Row find(std::string_view text, IsIt&& is_it) const {
    Row best = kNoRow;
    if (text.empty() || slots_.empty()) return best;
    const std::uint32_t hash = short_hash(text);
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t at = hash & mask; slots_[at].row != kNoRow; at = (at + 1) & mask) {
      const Slot& slot = slots_[at];
      if (slot.hash == hash && slot.row < best && is_it(slot.row)) best = slot.row;
    }
    return best;
  }

 private:
  struct Slot {
    std::uint32_t hash = 0;
    Row row = kNoRow;
  };
  static std::uint32_t short_hash(std::string_view text) {
    return static_cast<std::uint32_t>(hash64(text));
  }
  void place(Slot slot) {
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = slot.hash & mask;
    while (slots_[at].row != kNoRow) {
      if (slots_[at].hash == slot.hash && slots_[at].row == slot.row) return;
      at = (at + 1) & mask;
    }
    slots_[at] = slot;
    ++used_;
  }
  void grow() {
    std::vector<Slot> before(std::max<std::size_t>(64, slots_.size() * 2));
    before.swap(slots_);
    used_ = 0;
    for (const Slot& slot : before) {
      if (slot.row != kNoRow) place(slot);
    }
  }

  std::vector<Slot> slots_;  // a power of two
  std::size_t used_ = 0;
};

constexpr std::array kPhoneFields{LeadField::kPhone, LeadField::kMobile};

// Who is alive and has it, else who has it and a living heir.
template <class HasIt>
Row find_living(const Model& model, const RowsByHash& rows, std::string_view text, HasIt&& has_it) {
  const Row own = rows.find(text, [&](Row row) { return model.leads().alive(row) && has_it(row); });
  if (own != kNoRow) return own;
  return rows.find(
      text, [&](Row row) { return model.leads().alive(model.standing(row)) && has_it(row); });
}

}  // namespace

struct ExactIndex::Tables {
  RowsByHash external_ids;
  RowsByHash emails;
  RowsByHash phones;
};

ExactIndex::ExactIndex() : tables_(std::make_unique<Tables>()) {}
ExactIndex::~ExactIndex() = default;

void ExactIndex::rebuild(const Model& model) {
  tables_->external_ids.clear();
  tables_->emails.clear();
  tables_->phones.clear();
  for (Row row = 0; row < model.leads().size(); ++row) {
    if (model.leads().alive(row) || model.lead(row).heir != kNoRow) lead_changed(model, row);
  }
}

void ExactIndex::lead_changed(const Model& model, Row lead) {
  tables_->external_ids.add(model.text(lead, LeadField::kExternalId), lead);
  tables_->emails.add(canonical_email(model.text(lead, LeadField::kEmail)), lead);
  for (const LeadField field : kPhoneFields) {
    tables_->phones.add(canonical_phone(model.text(lead, field)), lead);
  }
}

Row ExactIndex::by_external_id(const Model& model, std::string_view external_id) const {
  return find_living(model, tables_->external_ids, external_id, [&](Row row) {
    return model.text(row, LeadField::kExternalId) == external_id;
  });
}

Row ExactIndex::by_email(const Model& model, std::string_view email) const {
  const std::string wanted = canonical_email(email);
  return find_living(model, tables_->emails, wanted, [&](Row row) {
    return canonical_email(model.text(row, LeadField::kEmail)) == wanted;
  });
}

Row ExactIndex::by_phone(const Model& model, std::string_view phone) const {
  const std::string wanted = canonical_phone(phone);
  const auto has_it = [&](Row row, LeadField field) {
    return canonical_phone(model.text(row, field)) == wanted;
  };
  return find_living(model, tables_->phones, wanted, [&](Row row) {
    return std::ranges::any_of(kPhoneFields, [&](LeadField field) { return has_it(row, field); });
  });
}

}  // namespace leadlight::match
