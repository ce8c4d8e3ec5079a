#include "app/gone.h"

#include <algorithm>
#include <functional>

#include "app/comparison.h"
#include "app/edit_writer.h"
#include "app/parts.h"
#include "base/checksum.h"
#include "base/sort.h"
#include "base/text.h"
#include "interchange/snapshot.h"

namespace leadlight::app {

namespace {

// A book whose stamps nobody sees needs no session of its own.
constexpr Id kNobody{0, 1};
// Stamps of the past and of the future alike count.
constexpr UtcMs kAnyTime = 0;

// The records that say what was taken back.
template <class Visit>
void for_each_undo(const book::Book& book, Visit visit) {
  const Model& model = book.model();
  KindIndex kind = 0;
  while (kind < model.kind_count() && model.kind_name(kind) != kUndoKind) ++kind;
  if (kind == model.kind_count()) return;
  const Table& undos = model.table(kind);
  const ColumnIndex of = undos.find_column(kUndoneField);
  for (Row row = 0; of != kNoColumn && row < undos.size(); ++row)
    if (undos.alive(row))
      for (const book::HistoricWrite& write : book.history(kind, row, of))
        if (write.current) visit(write.at, write.value);
}

// By what people know somebody; the same for two leads from one line of a list.
Id known_as(const Model& model, Row lead) {
  std::string who = model.name_of(lead);
  for (const LeadField field : {LeadField::kCompany, LeadField::kEmail, LeadField::kPhone,
                                LeadField::kMobile, LeadField::kExternalId})
    who.append(1, '\x1F').append(trimmed(model.text(lead, field)));
  return hash128(folded(who));
}

}  // namespace

bool takes_import_back(const Operation& operation) {
  return std::ranges::contains(operation.kind_names, kUndoKind);
}

std::vector<Stamp> undone_of(std::span<const Stamp> operations, const book::Book& book) {
  std::vector<Stamp> undone;
  for_each_undo(book, [&](const Stamp& at, std::string_view of) {
    const auto stamp = interchange::stamp_from_text(of);
    if (stamp && std::ranges::binary_search(operations, *stamp) &&
        !std::ranges::binary_search(operations, at) && !redo_of(at, {}, book).writes.empty())
      undone.push_back(at);
  });
  sort_stably(undone, std::ranges::greater());
  return undone;
}

Operation redo_of(const Stamp& undo, std::span<const Id> left_out, const book::Book& book) {
  const Operation whole = book.inverse_of(undo);
  const Model& model = book.model();
  // That it was undone stays said: of what is left out it goes on to be true.
  return part_of_operation(whole, [&](const OpRecord& record) {
    const std::string_view kind = whole.kind_names[record.kind];
    const LeadsOf of = leads_of(model, kind, record.id);
    return kind != kUndoKind && !std::ranges::binary_search(left_out, of.named) &&
           !std::ranges::binary_search(left_out, of.standing);
  });
}

std::vector<Id> whose_life_changes(const Operation& operation) {
  std::vector<Id> leads;
  for (const OpRecord& record : operation.records) {
    if (operation.kind_names[record.kind] != text_of(Kind::kLead)) continue;
    for (const OpWrite& write :
         std::span(operation.writes).subspan(record.write_first, record.write_count))
      if (operation.field_names[write.field] == kLifeField) leads.push_back(record.id);
  }
  return leads;
}

std::vector<Id> here_again(const Operation& draft, const book::Book& book) {
  const Model& model = book.model();
  std::vector<Id> again = whose_life_changes(draft);
  std::erase_if(again, [&](Id lead) { return living_row(model, lead) != kNoRow; });
  if (again.empty()) return again;
  std::vector<Id> here;
  for (Row row = 0; row < model.leads().size(); ++row)
    if (model.leads().alive(row)) here.push_back(known_as(model, row));
  sort_stably(here);
  std::erase_if(again, [&](Id lead) {
    return !std::ranges::binary_search(here, known_as(model, model.leads().find(lead)));
  });
  sort_stably(again);
  return again;
}

bool was_deleted(const Model& model, Row lead) {
  return lead != kNoRow && model.lead(lead).known && !model.lead(lead).lives;
}

std::vector<Row> deleted_leads(const book::Book& book) {
  const Table& leads = book.model().leads();
  const ColumnIndex life = leads.find_column(kLifeField);
  std::vector<Stamp> undos;
  for_each_undo(book, [&](const Stamp& at, std::string_view) { undos.push_back(at); });
  sort_stably(undos);
  const auto went_with_import = [&](Row row) {
    const auto history = book.history(static_cast<KindIndex>(Kind::kLead), row, life);
    return std::ranges::any_of(history, [&](const book::HistoricWrite& write) {
      return write.current && std::ranges::binary_search(undos, write.at);
    });
  };
  std::vector<Row> rows;
  for (Row row = 0; row < leads.size(); ++row)
    if (was_deleted(book.model(), row) &&
        (book.model().lead(row).do_not_contact || undos.empty() || !went_with_import(row)))
      rows.push_back(row);
  return rows;
}

std::vector<Id> changed_since(std::span<const Stamp> operations, std::span<const Id> leads,
                              const book::Book& book) {
  if (leads.empty()) return {};
  const Model& now = book.model();
  const auto is_about_them = [&](book::RecordRef record) {
    const LeadsOf of =
        leads_of(now, now.kind_name(record.kind), now.table(record.kind).id(record.row));
    return std::ranges::binary_search(leads, of.named);
  };
  book::Book then(kNobody);
  book.for_each_part(is_about_them, [&](const Operation& part) {
    if (std::ranges::binary_search(operations, part.at)) then.absorb({&part, 1}, kAnyTime);
  });
  const Comparison fields(then, book, Kind::kLead);
  std::vector<Id> changed;
  for (const Id lead : leads) {
    const Row row = now.leads().find(lead), before = then.model().leads().find(lead);
    bool has_ended = false;
    if (before != kNoRow)
      any_of_log(then.model(), before, [&](Kind kind, Row one) {
        return has_ended = has_ended || (then.model().table(kind).alive(one) &&
                                         !is_alive(now, kind, then.model().table(kind).id(one)));
      });
    if (has_ended || fields.differs(row) || any_of_log(now, row, [&](Kind kind, Row one) {
          return now.table(kind).alive(one) && is_log_changed(then.model(), now, kind, one);
        }))
      changed.push_back(lead);
  }
  return changed;
}

}  // namespace leadlight::app
