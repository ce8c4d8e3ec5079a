#include "app/edit_writer.h"

#include <algorithm>
#include <unordered_set>

#include "base/text.h"
#include "lead/handoff.h"

namespace leadlight::app {

std::vector<Row> living_rows(const Model& model, std::span<const Id> leads) {
  std::vector<Row> rows;
  std::unordered_set<Row> seen;
  for (const Id id : leads) {
    const Row row = living_row(model, id);
    if (row != kNoRow && seen.insert(row).second) rows.push_back(row);
  }
  return rows;
}

Row living_row(const Model& model, Id lead) {
  const Row row = model.leads().find(lead);
  return row != kNoRow && model.leads().alive(row) ? row : kNoRow;
}

Row lead_row_of(const Model& model, std::string_view kind, Id id) {
  const auto find = [&](Kind known) { return model.table(known).find(id); };
  if (kind == text_of(Kind::kLead)) return find(Kind::kLead);
  if (kind == text_of(Kind::kTouch)) {
    const Row row = find(Kind::kTouch);
    return row == kNoRow ? kNoRow : model.touch(row).lead;
  }
  if (kind == text_of(Kind::kMove)) {
    const Row row = find(Kind::kMove);
    return row == kNoRow ? kNoRow : model.move(row).lead;
  }
  if (kind == text_of(Kind::kNote)) {
    const Row row = find(Kind::kNote);
    return row == kNoRow ? kNoRow : model.note(row).lead;
  }
  if (kind == text_of(Kind::kHandoff)) {
    const Row row = find(Kind::kHandoff);
    return row == kNoRow ? kNoRow : model.handoff(row).lead;
  }
  return kNoRow;
}

words::Whom whom(const Model& model, std::span<const Row> rows) {
  return {.name = rows.size() == 1 ? model.name_of(rows.front()) : std::string(),
          .count = rows.size()};
}

Stamp write_in(const book::Book& book, Kind kind, Row row, std::string_view field) {
  const ColumnIndex column = book.model().table(kind).find_column(field);
  if (column != kNoColumn && row != kNoRow)
    for (const book::HistoricWrite& write : book.history(static_cast<KindIndex>(kind), row, column))
      if (write.current) return write.at;
  return {};
}

std::string spoken_field(std::string_view field) {
  if (const auto known = lead_field_from_text(field)) {
    using enum LeadField;
    std::string label(label_of(*known));
    // Half sentences don't go into one.
    const bool is_clause = *known == kBuyWhen || *known == kNeed || *known == kMatchOurs;
    const bool is_one_word_of_capitals = label.size() > 1 && label[1] >= 'A' && label[1] <= 'Z';
    if (!is_one_word_of_capitals && label[0] >= 'A' && label[0] <= 'Z' && label != "LinkedIn")
      label[0] = static_cast<char>(label[0] - 'A' + 'a');
    return is_clause ? "“" + label + "”" : label;
  }
  if (field.starts_with(kCustomPrefix)) field.remove_prefix(kCustomPrefix.size());
  if (field.starts_with(kTagPrefix)) field.remove_prefix(kTagPrefix.size());
  return std::string(field);
}

std::string_view value_of(const Fields& fields, LeadField field) {
  for (const auto& [name, value] : fields)
    if (name == text_of(field)) return trimmed(value);
  return {};
}

std::string name_from(const Fields& fields) {
  std::string name(value_of(fields, LeadField::kFullName));
  if (!name.empty()) return name;
  name = value_of(fields, LeadField::kFirstName);
  const std::string_view last = value_of(fields, LeadField::kLastName);
  if (!name.empty() && !last.empty()) name += ' ';
  name += last;
  for (const LeadField field : {LeadField::kEmail, LeadField::kCompany})
    if (name.empty()) name = value_of(fields, field);
  return name.empty() ? "No name" : name;
}

void EditWriter::settle(Row row, std::string_view field, std::string_view value, Kind kind) {
  builder_.write(field, value);
  const ColumnIndex column = context_.book.model().table(kind).find_column(field);
  if (column == kNoColumn) return;
  for (const book::HistoricWrite& past :
       context_.book.history(static_cast<KindIndex>(kind), row, column))
    builder_.replaces(past.at);
}

void EditWriter::set_over(std::string_view field, std::string_view value, const Stamp& seen) {
  builder_.write(field, value);
  if (seen != Stamp{}) builder_.replaces(seen);
}

void EditWriter::set_alive(Kind kind, Row row, bool alive) {
  const Table& table = context_.book.model().table(kind);
  const ColumnIndex column = table.find_column(kLifeField);
  const std::string_view text =
      column == kNoColumn ? std::string_view() : context_.book.model().text(kind, row, column);
  const std::int64_t counter = std::max<std::int64_t>(integer_from_text(text).value_or(1), 1);
  const bool is_alive = counter % 2 == 1;
  if (is_alive != alive) builder_.write(kLifeField, std::to_string(counter + 1));
}

void EditWriter::write(Kind kind, ColumnIndex column, std::string_view value) {
  if (!value.empty()) builder_.write(field_names(kind)[column], value);
}

// Lead, time and person come first in all logs, though not in the same columns.
void EditWriter::log_record(Kind kind, Id lead, UtcMs at) {
  builder_.begin_record(text_of(kind), context_.random.id());
  builder_.write("lead", text_from_id(lead));
  builder_.write("at", std::to_string(at));
  if (!context_.by.empty()) builder_.write("by", context_.by);
}

void EditWriter::touch(Id lead, TouchKind kind, TouchResult result, std::string_view text,
                       Id template_id) {
  log_record(Kind::kTouch, lead, context_.now);
  const auto put = [&](TouchField field, std::string_view value) {
    write(Kind::kTouch, static_cast<ColumnIndex>(field), value);
  };
  put(TouchField::kKind, text_of(kind));
  put(TouchField::kResult, text_of(result));
  put(TouchField::kText, text);
  if (!template_id.is_nil()) put(TouchField::kTemplate, text_from_id(template_id));
}

void EditWriter::note(Id lead, std::string_view text) {
  log_record(Kind::kNote, lead, context_.now);
  write(Kind::kNote, static_cast<ColumnIndex>(NoteField::kText), text);
}

void EditWriter::move(Id lead, const Place& from, const Place& to, LossReason reason,
                      std::string_view why, bool exception) {
  log_record(Kind::kMove, lead, context_.now);
  const auto put = [&](MoveField field, std::string_view value) {
    write(Kind::kMove, static_cast<ColumnIndex>(field), value);
  };
  put(MoveField::kFrom, text_of(from.stage));
  put(MoveField::kTo, text_of(to.stage));
  put(MoveField::kFromSub, from.sub_stage);
  put(MoveField::kToSub, to.sub_stage);
  put(MoveField::kReason, text_of(reason));
  put(MoveField::kWhy, why);
  put(MoveField::kException, exception ? "1" : "");
}

bool EditWriter::is_exception(Row lead, Stage to) const {
  return lead < context_.points.size() &&
         score::goes_against_criteria(context_.points[lead], context_.book.model().lead(lead).stage,
                                      to);
}

void EditWriter::handoff(Row lead, const Handoff& step) {
  const Model& model = context_.book.model();
  UtcMs at = context_.now;
  for (const Row one : handoff_steps(model, lead)) at = std::max(at, model.handoff(one).at + 1);
  log_record(Kind::kHandoff, model.leads().id(lead), at);
  const auto put = [&](HandoffField field, std::string_view value) {
    write(Kind::kHandoff, static_cast<ColumnIndex>(field), value);
  };
  put(HandoffField::kStep, text_of(step.step));
  put(HandoffField::kTo, step.to);
  put(HandoffField::kReason, text_of(step.reason));
  put(HandoffField::kWords, step.words);
}

Edit EditWriter::take(words::Done done) {
  Operation operation = builder_.take();
  operation.by = context_.by;
  operation.label = done.label;
  return {std::move(operation), std::move(done)};
}

}  // namespace leadlight::app
