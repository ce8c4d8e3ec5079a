// Response times (practice C1, C2).
#include <algorithm>
#include <array>
#include <string>

#include "base/format.h"
#include "base/text.h"
#include "ui/views/durations.h"
#include "ui/views/settings_sections.h"
#include "ui/views/words.h"
#include "ui/views/words_of_settings.h"

namespace leadlight::ui {

namespace {

struct ClockRow {
  std::string_view key, label, advice;
  int minutes = 0;
  int lowest = 0;
  int highest = 0;
};

// "5 minutes", "24 hours": what a fault names as a bound.
std::string range_fault(const ClockRow& row) {
  return formatted("Please write a time from {} to {}.", words::minutes(row.lowest),
                   words::minutes(row.highest));
}

void draw_clock(Form& form, Group& group, const ClockRow& row) {
  const Check check = [&](std::string_view typed) -> std::string {
    const auto minutes = minutes_from_typed(typed);
    if (!minutes) return std::string(words::kNoDuration);
    return *minutes < row.lowest || *minutes > row.highest ? range_fault(row) : std::string();
  };
  const std::string stored = words::minutes(row.minutes);
  const auto typed = text_row(
      form, group,
      {.key = row.key, .label = row.label, .advice = row.advice, .value = stored, .spec = {}},
      check);
  const auto minutes = typed ? minutes_from_typed(*typed) : std::nullopt;
  if (minutes && *minutes != row.minutes) put_typed(form, row.key, std::to_string(*minutes));
}

// How it stands, and the way there.
void draw_overdue(Form& form) {
  Ui& ui = form.ui;
  const std::size_t overdue = ui.state.overdue_count;
  const std::string text =
      overdue == 0 ? std::string("Nobody is overdue now.")
                   : words::counted(overdue, "lead is overdue now", "leads are overdue now");
  const Rect place = form.place(20, 24);
  if (overdue == 0)
    text_line(ui, place, text, kText, ui.colours.ink2);
  else if (link(ui, "overdue", {place.x, place.y, text_width(ui, text, kText) + 1, 20}, text))
    ui.emit(app::GoTo{app::Place::kToday});
}

// What the limit means in days of work.
void draw_counting(Form& form) {
  const TeamSettings& team = form.ui.state.settings;
  if (team.calendar.round_the_clock || team.calendar.never_opens()) return;
  int open = 0, days = 0;
  for (const OpenDay& day : team.calendar.week) {
    for (const OpenSpan& span : day) open += span.end - span.begin;
    days += day.empty() ? 0 : 1;
  }
  const int tenths = team.limit_minutes * days * 10 / open;
  const std::string working =
      tenths % 10 == 0 ? std::to_string(tenths / 10) : formatted("{}.{}", tenths / 10, tenths % 10);
  form.text(formatted("Goal and limit count business hours: {} take {} working {}.",
                      words::minutes(team.limit_minutes), working, tenths == 10 ? "day" : "days"));
  form.gap(8);
}

}  // namespace

void draw_clock_settings(Form& form) {
  constexpr int kMostMinutes = 366 * 24 * 60;
  Ui& ui = form.ui;
  const TeamSettings& team = ui.state.settings;
  form.title(words::kSections[6].title, words::kClocksAdvice);
  {
    Group group(form, "first-touch", words::kFirstTouch);
    draw_clock(form, group,
               {settings_key::kGoalMinutes, words::kGoal, words::kGoalAdvice, team.goal_minutes,
                std::max(1, team.delay_minutes), team.limit_minutes});
    draw_clock(form, group,
               {settings_key::kLimitMinutes, words::kLimit, words::kLimitAdvice, team.limit_minutes,
                std::max(1, team.goal_minutes), kMostMinutes});
    draw_clock(form, group,
               {settings_key::kDelayMinutes, words::kDelay, words::kDelayAdvice, team.delay_minutes,
                0, team.goal_minutes});
  }
  form.gap(-8);
  draw_counting(form);
  draw_overdue(form);
}

}  // namespace leadlight::ui
