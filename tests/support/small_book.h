// A model written by hand, for tests of rooms that only read it.
#pragma once
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

#include "lead/model.h"
#include "lead/settings.h"

namespace leadlight::test {

inline constexpr UtcMs kNow = 1'795'338'000'000;  // Sunday, 2026-11-22 09:00 UTC

class SmallBook {
 public:
  using Cells = std::initializer_list<std::pair<LeadField, std::string_view>>;

  Model model;

  Row add_lead(Cells cells = {}) {
    const Row row = model.add_row(static_cast<KindIndex>(Kind::kLead), next_id());
    for (const auto& [field, value] : cells) set(row, field, value);
    return row;
  }
  void set(Row lead, LeadField field, std::string_view value) {
    set(Kind::kLead, lead, static_cast<ColumnIndex>(field), value);
  }
  void set(Row lead, LeadField field, UtcMs value) { set(lead, field, std::to_string(value)); }
  void set(Row lead, std::string_view column, std::string_view value) {
    const auto kind = static_cast<KindIndex>(Kind::kLead);
    set(Kind::kLead, lead, model.mutable_table(kind).add_column(column), value);
  }
  Row add_touch(Row lead, TouchKind kind, UtcMs at, TouchResult result = TouchResult::kNone,
                int count = 1) {
    const Row row = model.add_row(static_cast<KindIndex>(Kind::kTouch), next_id());
    const auto put = [&](TouchField field, std::string_view value) {
      set(Kind::kTouch, row, static_cast<ColumnIndex>(field), value);
    };
    put(TouchField::kLead, text_from_id(model.leads().id(lead)));
    put(TouchField::kKind, text_of(kind));
    put(TouchField::kAt, std::to_string(at));
    put(TouchField::kResult, text_of(result));
    if (count != 1) put(TouchField::kCount, std::to_string(count));
    return row;
  }
  Row add_move(Row lead, Stage from, Stage to, UtcMs at, bool exception = false) {
    const Row row = model.add_row(static_cast<KindIndex>(Kind::kMove), next_id());
    const auto put = [&](MoveField field, std::string_view value) {
      set(Kind::kMove, row, static_cast<ColumnIndex>(field), value);
    };
    put(MoveField::kLead, text_from_id(model.leads().id(lead)));
    put(MoveField::kAt, std::to_string(at));
    put(MoveField::kFrom, text_of(from));
    put(MoveField::kTo, text_of(to));
    if (exception) put(MoveField::kException, "1");
    set(lead, LeadField::kStage, text_of(to));
    return row;
  }
  Row add_note(Row lead, std::string_view text, UtcMs at = kNow) {
    const Row row = model.add_row(static_cast<KindIndex>(Kind::kNote), next_id());
    set(Kind::kNote, row, static_cast<ColumnIndex>(NoteField::kLead),
        text_from_id(model.leads().id(lead)));
    set(Kind::kNote, row, static_cast<ColumnIndex>(NoteField::kAt), std::to_string(at));
    set(Kind::kNote, row, static_cast<ColumnIndex>(NoteField::kText), text);
    return row;
  }
  Row add_handoff(Row lead, HandoffStep step, UtcMs at, std::string_view by = {},
                  ReturnReason reason = ReturnReason::kNone, std::string_view words = {}) {
    return add_handoff(next_id(), lead, step, at, by, reason, words);
  }
  Row add_handoff(Id id, Row lead, HandoffStep step, UtcMs at, std::string_view by = {},
                  ReturnReason reason = ReturnReason::kNone, std::string_view words = {}) {
    const Row row = model.add_row(static_cast<KindIndex>(Kind::kHandoff), id);
    const auto put = [&](HandoffField field, std::string_view value) {
      set(Kind::kHandoff, row, static_cast<ColumnIndex>(field), value);
    };
    put(HandoffField::kLead, text_from_id(model.leads().id(lead)));
    put(HandoffField::kAt, std::to_string(at));
    put(HandoffField::kBy, by);
    put(HandoffField::kStep, text_of(step));
    put(HandoffField::kReason, text_of(reason));
    put(HandoffField::kWords, words);
    return row;
  }
  void remove(Kind kind, Row row) { model.set_alive(static_cast<KindIndex>(kind), row, false); }
  void set(Kind kind, Row row, ColumnIndex column, std::string_view value) {
    model.set_cell(static_cast<KindIndex>(kind), row, column, model.mutable_texts().intern(value));
  }

 private:
  Id next_id() { return {0x5EED, ++last_id_}; }
  std::uint64_t last_id_ = 0;
};

// Points for touches, fading and shares as they come, but no criteria.
inline TeamSettings settings_without_criteria() {
  TeamSettings settings = settings_from(Model());
  settings.criteria.clear();
  return settings;
}

}  // namespace leadlight::test
