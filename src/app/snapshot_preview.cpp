#include "app/snapshot_preview.h"

#include <algorithm>
#include <unordered_map>

#include "app/edit_writer.h"
#include "base/text.h"

namespace leadlight::app {

namespace {

struct LeadChange {
  bool own_record = false;  // and not just a touch, move or note of it
  std::int64_t life = 0;    // greatest counter among the new operations
  Fields shown;             // what it is called, its company and stage
};

// By lead, in the order in which they are met.
struct Changes {
  std::unordered_map<Id, std::size_t, IdHash> index;
  std::vector<std::pair<Id, LeadChange>> leads;

  LeadChange& of(Id lead) {
    const auto [found, is_new] = index.try_emplace(lead, leads.size());
    if (is_new) leads.emplace_back(lead, LeadChange{});
    return leads[found->second].second;
  }
};

bool is_shown(std::string_view field) {
  return field == text_of(LeadField::kFullName) || field == text_of(LeadField::kFirstName) ||
         field == text_of(LeadField::kLastName) || field == text_of(LeadField::kEmail) ||
         field == text_of(LeadField::kCompany) || field == text_of(LeadField::kStage);
}

std::span<const OpWrite> writes_of(const Operation& operation, const OpRecord& record) {
  return std::span(operation.writes).subspan(record.write_first, record.write_count);
}

void add_lead_record(const Operation& operation, const OpRecord& record, Changes& changes) {
  LeadChange& change = changes.of(record.id);
  change.own_record = true;
  for (const OpWrite& write : writes_of(operation, record)) {
    const std::string& field = operation.field_names[write.field];
    const std::string_view value = operation.value(write);
    if (field == kLifeField)
      change.life = std::max(change.life, integer_from_text(value).value_or(0));
    if (!is_shown(field)) continue;
    const auto known = std::ranges::find(change.shown, field, &Fields::value_type::first);
    if (known == change.shown.end())
      change.shown.emplace_back(field, std::string(value));
    else
      known->second = value;
  }
}

// The lead that a touch, move or note is about.
void add_log_record(const Operation& operation, const OpRecord& record, const Model& model,
                    Changes& changes) {
  for (const OpWrite& write : writes_of(operation, record)) {
    if (operation.field_names[write.field] != "lead") continue;
    if (const auto lead = id_from_text(operation.value(write))) changes.of(*lead);
    return;
  }
  // Deleted or alive again: the book knows whose it is.
  const std::string& kind = operation.kind_names[record.kind];
  const auto lead_known = [&](Kind known, auto lead_of) {
    if (kind != text_of(known)) return;
    const Row row = model.table(known).find(record.id);
    const Row lead = row == kNoRow ? kNoRow : lead_of(row);
    if (lead != kNoRow) changes.of(model.leads().id(lead));
  };
  lead_known(Kind::kTouch, [&](Row row) { return model.touch(row).lead; });
  lead_known(Kind::kMove, [&](Row row) { return model.move(row).lead; });
  lead_known(Kind::kNote, [&](Row row) { return model.note(row).lead; });
}

std::int64_t life_in(const Model& model, Row lead) {
  const ColumnIndex column = model.leads().find_column(kLifeField);
  if (column == kNoColumn) return 1;
  return integer_from_text(model.text(Kind::kLead, lead, column)).value_or(1);
}

using Named = ImportSession::SnapshotPreview::Named;

Named named(const Model& model, Row lead) {
  return {model.name_of(lead), std::string(model.text(lead, LeadField::kCompany)),
          model.lead(lead).stage};
}

Named named(const Fields& fields) {
  const auto value = [&](LeadField field) {
    const auto found = std::ranges::find(fields, text_of(field), &Fields::value_type::first);
    return found == fields.end() ? std::string() : found->second;
  };
  return {name_from(fields), value(LeadField::kCompany),
          stage_from_text(value(LeadField::kStage)).value_or(Stage::kNew)};
}

void add_name(std::vector<Named>& names, Named lead) {
  if (names.size() < kMostPreviewNames) names.push_back(std::move(lead));
}

}  // namespace

ImportSession::SnapshotPreview preview_of(std::span<const Operation> operations,
                                          const book::Book& book) {
  const Model& model = book.model();
  Changes changes;
  for (const Operation& operation : operations) {
    for (const OpRecord& record : operation.records) {
      if (operation.kind_names[record.kind] == text_of(Kind::kLead))
        add_lead_record(operation, record, changes);
      else
        add_log_record(operation, record, model, changes);
    }
  }
  ImportSession::SnapshotPreview preview;
  preview.new_operations = operations.size();
  for (const auto& [id, change] : changes.leads) {
    const Row row = model.leads().find(id);
    const bool is_known = row != kNoRow && model.lead(row).known;
    const bool is_here = is_known && model.leads().alive(row);
    const std::int64_t life = std::max(change.life, is_known ? life_in(model, row) : 1);
    const bool stays = life % 2 == 1;
    if (is_here && !stays) ++preview.deleted_leads;
    if (is_here && stays) {
      ++preview.changed_leads;
      add_name(preview.changed_names, named(model, row));
    }
    if (!is_here && stays && (is_known || change.own_record)) {
      ++preview.new_leads;
      add_name(preview.new_names, is_known ? named(model, row) : named(change.shown));
    }
  }
  return preview;
}

}  // namespace leadlight::app
