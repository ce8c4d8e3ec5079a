// Times as people write them: "30 minutes", "1 h 30", "2 days".
#pragma once
#include <optional>
#include <string_view>

namespace leadlight::ui {

// Whole minutes; a number without a unit is minutes, or after hours the minutes beside them.
// Nothing if it is no time, or more than 10,000 days. "1 hour" gives 60, "1:30" and "1h30" give 90.
std::optional<int> minutes_from_typed(std::string_view typed);

}  // namespace leadlight::ui
