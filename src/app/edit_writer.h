// What the functions of edits.h share: an operation in the making, written in the field's own
// words.
#pragma once
#include <concepts>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/edits.h"

namespace leadlight::app {

// Rows of those leads that are in the book and alive, each once, in the given order.
std::vector<Row> living_rows(const Model& model, std::span<const Id> leads);
Row living_row(const Model& model, Id lead);  // kNoRow if there is none

// The lead that a record is or is about; kNoRow for criteria, settings and other kinds.
Row lead_row_of(const Model& model, std::string_view kind, Id record);

words::Whom whom(const Model& model, std::span<const Row> rows);

// The write that stands in a field, by its stamp; nil if there is none.
Stamp write_in(const book::Book& book, Kind kind, Row row, std::string_view field);
inline Stamp write_in(const book::Book& book, Row lead, std::string_view field) {
  return write_in(book, Kind::kLead, lead, field);
}

std::string spoken_field(std::string_view field);  // in a person's words: "next step", "e-mail"

// Of fields that are no lead yet. A value is trimmed; the name is as Model::name_of would show it.
std::string_view value_of(const Fields& fields, LeadField field);
std::string name_from(const Fields& fields);

class EditWriter;
// Fields of a lead, begun already, whose offer is being accepted.
void write_acceptance(EditWriter& writer, const EditContext& context, Row lead);

class EditWriter {
 public:
  explicit EditWriter(const EditContext& context) : context_(context) {}

  // The record that the next writes go to.
  void lead(Id id) { builder_.begin_record(text_of(Kind::kLead), id); }
  void set(LeadField field, std::string_view value) { builder_.write(text_of(field), value); }
  void set(std::string_view field, std::string_view value) { builder_.write(field, value); }
  template <std::integral Number>
  void set_number(LeadField field, Number value) {
    set(field, std::to_string(value));
  }
  // Settles a field of the present record, at `row`: the write replaces all siblings, not just the
  // winner.
  void settle(Row row, std::string_view field, std::string_view value, Kind kind = Kind::kLead);
  // Replaces just the write of that stamp; nil: none.
  void set_over(std::string_view field, std::string_view value, const Stamp& seen);
  // One more than the counter is, so that the record lives or not (fields.h, kLifeField).
  void set_alive(Kind kind, Row row, bool alive);

  // Whole records of a lead's log.
  void touch(Id lead, TouchKind kind, TouchResult result, std::string_view text,
             Id template_id = {});
  void note(Id lead, std::string_view text);
  struct Place {
    Stage stage = Stage::kNew;
    std::string sub_stage;
  };
  void move(Id lead, const Place& from, const Place& to, LossReason reason, std::string_view why,
            bool exception = false);
  // Taking the lead to that stage goes against the criteria (practice B7).
  [[nodiscard]] bool is_exception(Row lead, Stage to) const;
  struct Handoff {
    HandoffStep step = HandoffStep::kOffered;
    std::string_view to = {};
    ReturnReason reason = ReturnReason::kNone;
    std::string_view words = {};
  };
  // Later than all steps that the lead has, whatever this device's clock says: an answer stands
  // behind what it answers.
  void handoff(Row lead, const Handoff& step);

  OperationBuilder& builder() { return builder_; }
  Edit take(words::Done done);

 private:
  void log_record(Kind kind, Id lead, UtcMs at);
  void write(Kind kind, ColumnIndex column, std::string_view value);

  const EditContext& context_;
  OperationBuilder builder_;
};

}  // namespace leadlight::app
