#include "lead/record.h"

#include <algorithm>

namespace leadlight {

namespace {

// Index of `name`, put behind the others if it is new. Names repeat in the same order record after
// record, so the search begins behind the last hit.
std::uint32_t index_in(std::vector<std::string>& names, std::string_view name, std::size_t hint) {
  const std::size_t size = names.size();
  for (std::size_t step = 0; step < size; ++step) {
    std::size_t i = hint + step;
    if (i >= size) i -= size;
    if (names[i] == name) return static_cast<std::uint32_t>(i);
  }
  names.emplace_back(name);
  return static_cast<std::uint32_t>(size);
}

}  // namespace

void OperationBuilder::begin_record(std::string_view kind, Id id) {
  OpRecord record;
  record.kind = kind_index(kind);
  record.id = id;
  record.write_first = static_cast<std::uint32_t>(op_.writes.size());
  op_.records.push_back(record);
}

void OperationBuilder::write(std::string_view field, std::string_view value) {
  if (op_.records.empty()) return;
  OpWrite write;
  write.field = field_index(field);
  write.value_offset = static_cast<std::uint32_t>(op_.bytes.size());
  write.value_size = static_cast<std::uint32_t>(value.size());
  write.replaces_first = static_cast<std::uint32_t>(op_.replaces.size());
  op_.bytes.append(value);
  op_.writes.push_back(write);
  ++op_.records.back().write_count;
}

void OperationBuilder::replaces(const Stamp& stamp) {
  if (op_.writes.empty()) return;
  op_.replaces.push_back(stamp);
  ++op_.writes.back().replaces_count;
}

std::uint32_t OperationBuilder::field_index(std::string_view name) {
  const std::size_t hint = op_.writes.empty() ? 0 : op_.writes.back().field + std::size_t{1};
  return index_in(op_.field_names, name, std::min(hint, op_.field_names.size()));
}

std::uint32_t OperationBuilder::kind_index(std::string_view name) {
  const std::size_t hint = op_.records.empty() ? 0 : op_.records.back().kind;
  return index_in(op_.kind_names, name, std::min(hint, op_.kind_names.size()));
}

}  // namespace leadlight
