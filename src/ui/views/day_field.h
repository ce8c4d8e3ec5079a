// A day, typed or chosen with the browser's own picker, and the button that takes it.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "base/time.h"
#include "ui/ui.h"

namespace leadlight::ui {

struct DayFieldSpec {
  std::string_view label, action;  // of the field; of the button
  std::string_view error = {};
};
float day_field_height(const Ui&, const DayFieldSpec&);
// Whether the person took what is there. The field's id is "day", the button's the action.
bool day_field(Ui&, Rect, std::string& day, const DayFieldSpec&);

// The begin of a typed day, local time; nothing if it is none.
std::optional<UtcMs> begin_of_day(const Ui&, std::string_view typed);
inline constexpr std::string_view kNoWholeDay = "Please enter a whole day, like 2026-12-01.";

}  // namespace leadlight::ui
