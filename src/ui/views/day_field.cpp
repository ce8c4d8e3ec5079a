#include "ui/views/day_field.h"

#include "base/text.h"
#include "ui/widgets.h"

namespace leadlight::ui {

namespace {

FieldSpec spec_of(const DayFieldSpec& day) {
  return {.kind = FieldKind::kDate, .placeholder = "2026-12-01", .error = day.error};
}

}  // namespace

float day_field_height(const Ui& ui, const DayFieldSpec& spec) {
  return field_height(ui, spec_of(spec));
}

bool day_field(Ui& ui, Rect row, std::string& day, const DayFieldSpec& spec) {
  Rect side = row.cut_right(button_width(ui, spec.action), 8);
  const bool entered =
      text_field(ui, "day", row, spec.label, day, spec_of(spec)) == FieldResult::kSubmitted;
  side.cut_top(field_height(ui, {}) - ui.control_height());  // beside the box, below is the error
  const bool used = button(ui, spec.action, side.cut_top(ui.control_height()), spec.action,
                           {.look = ButtonLook::kPrimary});
  return entered || used;
}

std::optional<UtcMs> begin_of_day(const Ui& ui, std::string_view typed) {
  const auto day = utc_from_iso(trimmed(typed));
  if (!day) return std::nullopt;
  return *day - ui.state.local_offset_minutes * kMinuteMs;
}

}  // namespace leadlight::ui
