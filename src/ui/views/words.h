// Words and figures as people read them: counts, moments, money, what is due. One place, so that
// every view says the same thing in the same way, and so that it can be translated. Pure; times are
// UTC milliseconds, `offset_minutes` is local time minus UTC.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"
#include "followup/queue.h"
#include "lead/vocabulary.h"
#include "score/score.h"
#include "ui/widgets.h"

namespace leadlight::ui::words {

inline constexpr std::string_view kDot = " · ";
inline constexpr std::string_view kNone = "–";

std::string count(std::size_t number);                                                 // "8,800"
std::string counted(std::size_t number, std::string_view one, std::string_view many);  // "1 lead"
std::string signed_points(std::int32_t points);            // "+24", "−3" with a real minus
std::string percent(std::size_t part, std::size_t whole);  // "45%", "<1%", "–" of nothing
std::string bytes(std::uint64_t size);                     // "1.2 MB"

std::string ago(UtcMs then, UtcMs now);  // "40 min", "now" within a minute or in the future
std::string clock(UtcMs at, int offset_minutes);  // "14:00"
std::string date(UtcMs at, int offset_minutes);   // "14 Mar 2026"
// The shortest that is clear: "14:00" today, "Thu 16:40" within a week, "14 Mar", "14 Mar 2025".
std::string moment(UtcMs at, UtcMs now, int offset_minutes);
// A day ahead: "today", "tomorrow", "Thu", "14 Mar".
std::string day(UtcMs at, UtcMs now, int offset_minutes);
UtcMs local_day_start(UtcMs at, int offset_minutes);  // midnight, in UTC
std::string minutes(int minutes);                     // "10 minutes", "1 hour", "24 hours"

// "1.24 M €", "12,400 €", "9.50 €". The sign where everybody knows it, else the code.
std::string money(std::int64_t minor, std::string_view currency);
std::string plain_amount(std::int64_t minor, std::string_view currency);  // "9.50", for a field
// Major units as a person types them ("12 400", "1.234,50") as minor units; empty if it is no
// amount.
std::string minor_from_typed(std::string_view typed, std::string_view currency);

std::string_view verb_of(TouchKind kind);  // "Call", "Write": what to do
std::string_view noun_of(TouchKind kind);  // "phone call", "e-mail": "Next: phone call"
std::string_view result_of(TouchKind kind, TouchResult result);  // "Sent", "Did not show"
std::string_view band_of(score::Band band);                      // "Best", "Watch list", "Rest"
std::string_view heat_of(std::string_view value);                // "hot" -> "Hot"
std::string_view buy_when_of(std::string_view value);            // "this_year" -> "This year"
Icon icon_of(TouchKind kind);

struct DueWords {
  std::string text;
  PillTone tone = PillTone::kOutline;
};
enum class Room : unsigned char { kWide, kNarrow };
DueWords due(const followup::Item& item, UtcMs now, int offset_minutes, Room room = Room::kWide);

struct LaterChoice {
  std::string label;   // "Tomorrow"
  std::string detail;  // "Thu 09:00"
  UtcMs until = 0;
};
std::vector<LaterChoice> later_choices(UtcMs now, int offset_minutes);  // for Snooze

// "a, b and 3 more".
std::string list_of(const std::vector<std::string>& items, std::size_t most);
// The first letter small, unless the word is an abbreviation: to go on after a dot.
std::string continued(std::string_view sentence);

}  // namespace leadlight::ui::words
