#include "app/parts.h"

#include <algorithm>
#include <functional>

#include "app/edit_writer.h"

namespace leadlight::app {

LeadsOf leads_of(const Model& model, std::string_view kind, Id record) {
  if (kind == text_of(Kind::kLead)) return {record, record};
  const Row row = lead_row_of(model, kind, record);
  for (const Kind log : {Kind::kTouch, Kind::kMove, Kind::kNote, Kind::kHandoff}) {
    if (row == kNoRow || kind != text_of(log)) continue;
    const Row one = model.table(log).find(record);
    return {id_from_text(model.text(log, one, kLogLeadColumn)).value_or(Id{}),
            model.leads().id(row)};
  }
  return {};
}

std::vector<Operation> without_leads(std::vector<Operation> operations, std::span<const Id> leads,
                                     const Model& merged) {
  if (leads.empty()) return operations;
  for (Operation& operation : operations) {
    const auto is_left_out = [&](const OpRecord& record) {
      const LeadsOf of = leads_of(merged, operation.kind_names[record.kind], record.id);
      return std::ranges::binary_search(leads, of.named) ||
             std::ranges::binary_search(leads, of.standing);
    };
    if (std::ranges::any_of(operation.records, is_left_out))
      operation = part_of_operation(operation, std::not_fn(is_left_out));
  }
  std::erase_if(operations, [](const Operation& operation) { return operation.writes.empty(); });
  return operations;
}

}  // namespace leadlight::app
