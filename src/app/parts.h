// Operations in part: what of them is about some leads, or is not.
#pragma once
#include <span>
#include <string_view>
#include <vector>

#include "lead/model.h"
#include "lead/record.h"

namespace leadlight::app {

// The lead that a record is or is about; nil if none is known. It may have been merged into the one
// that stands for it: then that is another.
struct LeadsOf {
  Id named, standing;
};
// Of a record of this kind.
LeadsOf leads_of(const Model& model, std::string_view kind, Id record);

// The operation with nothing but those of its records.
template <class IsWanted>
Operation part_of_operation(const Operation& operation, IsWanted is_wanted) {
  OperationBuilder part;
  part.operation().at = operation.at;
  part.operation().by = operation.by;
  part.operation().label = operation.label;
  for (const OpRecord& record : operation.records) {
    if (!is_wanted(record)) continue;
    part.begin_record(operation.kind_names[record.kind], record.id);
    for (const OpWrite& write :
         std::span(operation.writes).subspan(record.write_first, record.write_count)) {
      part.write(operation.field_names[write.field], operation.value(write));
      for (const Stamp& stamp :
           std::span(operation.replaces).subspan(write.replaces_first, write.replaces_count))
        part.replaces(stamp);
    }
  }
  return part.take();
}

// Without all that is about these leads, and without operations that held nothing else.
std::vector<Operation> without_leads(std::vector<Operation> operations, std::span<const Id> leads,
                                     const Model& merged);

}  // namespace leadlight::app
