// Looking back: the bar that says which day is shown, with the way through the days and back to
// now; and the dialog that asks for a day.
#include <array>

#include "base/format.h"
#include "base/text.h"
#include "ui/chrome/chrome.h"
#include "ui/views/changes_view.h"
#include "ui/views/day_field.h"
#include "ui/views/fitting_dialog.h"
#include "ui/views/flow.h"
#include "ui/views/words.h"
#include "ui/widgets.h"
#include "ui/words.h"

namespace leadlight::ui {

namespace {

constexpr std::string_view kOtherDay = "Another day…";

// The last moment of the day, so many days away.
UtcMs end_of_day(const Ui& ui, UtcMs at, int days) {
  const UtcMs start = words::local_day_start(at, ui.state.local_offset_minutes);
  return start + (days + 1) * kDayMs - 1;
}

UtcMs began_at(const Ui& ui) {
  if (ui.state.past) return ui.state.past->first;
  const std::vector<Stamp> stamps = ui.app.book().stamps();
  return stamps.empty() ? 0 : stamps.front().milliseconds();
}

struct Ways {
  float day, other, now;  // widths
  [[nodiscard]] float all(float gap) const { return 2 * day + other + now + 3 * gap; }
};

void draw_ways(Ui& ui, Rect row, const Ways& widths) {
  const app::Past& past = *ui.state.past;
  const bool begins = words::local_day_start(past.at, ui.state.local_offset_minutes) <= past.first;
  const ButtonSpec quiet{.look = ButtonLook::kQuiet, .icon_only = true};
  ButtonSpec before = quiet, after = quiet;
  before.icon = Icon::kChevronLeft;
  before.disabled = begins;
  after.icon = Icon::kChevronRight;
  if (button(ui, "day-before", row.cut_left(widths.day, 8), "The day before", before))
    ui.emit(app::LookBack{end_of_day(ui, past.at, -1)});
  if (button(ui, "day-after", row.cut_left(widths.day, 8), "The day after", after))
    ui.emit(app::LookBack{end_of_day(ui, past.at, 1)});
  if (button(ui, "other-day", row.cut_left(widths.other, 8), kOtherDay))
    open_dialog(ui, kLookBackId);
  if (button(ui, "back-to-now", row.cut_left(widths.now), words::kBackToNow,
             {.look = ButtonLook::kPrimary}))
    ui.emit(app::BackToNow{});
}

}  // namespace

float draw_past_bar(Ui& ui, Rect area) {
  if (!ui.state.past) return 0;
  const app::Past& past = *ui.state.past;
  const bool phone = ui.phone();
  const std::string title =
      formatted("Your book on {}", words::date(past.at, ui.state.local_offset_minutes));
  const std::string under = formatted("Read only{}{} since then", words::kDot,
                                      words::counted(past.later, "change", "changes"));
  const float control = ui.control_height();
  Ways widths{.day = control,
              .other = button_width(ui, kOtherDay),
              .now = button_width(ui, words::kBackToNow, {.look = ButtonLook::kPrimary})};
  const float side = phone ? 16.0F : 24.0F;
  const float height = phone ? 10 + 38 + 8 + control + 10 : 56;
  const Rect bar{area.x, area.y, area.w, height};
  const Scope region(ui, "past", a11y::Role::kRegion, title + ", " + under, bar);
  fill(ui, bar, ui.colours.accent_ground);
  Rect inner = bar.inset(side, phone ? 10 : 0);
  Rect ways = phone ? Rect{inner.x, inner.bottom() - control, inner.w, control}
                    : inner.cut_right(widths.all(8), 16).centred(widths.all(8), control);
  if (phone) widths.other = inner.w - 2 * widths.day - widths.now - 24;
  Rect line = phone ? inner.cut_top(38) : inner.centred(inner.w, 38);
  icon(ui, line.cut_left(18, 12), Icon::kClock, 18, ui.colours.accent);
  text_line(ui, line.cut_top(20), title, kStrong, ui.colours.ink, Align::kLeft, Voice::kSilent);
  text_line(ui, line, under, kSmall, ui.colours.ink2, Align::kLeft, Voice::kSilent);
  draw_ways(ui, ways, widths);
  return height;
}

void draw_look_back(Ui& ui, LookBackDialog& dialog) {
  if (!dialog_is_open(ui, kLookBackId)) {
    dialog.error.clear();
    dialog.frames = 0;
    return;
  }
  FittingDialog shown(ui, kLookBackId, "Look back", 480, dialog.height);
  if (!shown) return;
  Rect area = shown.content();
  const float top = area.y;
  const UtcMs now = ui.state.past ? ui.state.past->now : ui.state.now;
  const UtcMs first = began_at(ui);
  const bool begins_today = end_of_day(ui, now, -1) < first;
  area.cut_top(
      text_block(ui, area,
                 begins_today ? "Your book began today. From tomorrow on you can see every lead, "
                                "its score and the funnel as they were at the end of a day."
                              : "See every lead, its score and the funnel as they were at the end "
                                "of a day. Nothing is changed by looking.",
                 kText, ui.colours.ink2),
      16);
  if (begins_today) return shown.used(area.y - top);
  struct When {
    std::string_view id, label;
    int days;
  };
  constexpr std::array<When, 4> kWhen{{{"yesterday", "Yesterday", -1},
                                       {"week", "A week ago", -7},
                                       {"month", "A month ago", -30},
                                       {"quarter", "Three months ago", -91}}};
  const auto look = [&](UtcMs at) {
    ui.emit(app::LookBack{at});
    dialog.day.clear();
    dialog.error.clear();
    close_dialog(ui);
  };
  Flow flow(area, ui.control_height());
  for (const When& when : kWhen)
    if (const UtcMs at = end_of_day(ui, now, when.days);
        at >= first && button(ui, when.id, flow.next(button_width(ui, when.label)), when.label))
      look(at);
  area.cut_top(flow.used_height(), flow.used_height() > 0 ? 16 : 0);
  const DayFieldSpec spec{
      .label = "Or the end of this day", .action = "Look", .error = dialog.error};
  const bool used = day_field(ui, area.cut_top(day_field_height(ui, spec)), dialog.day, spec);
  // A day can be typed at once; but a finger would bring up the keyboard over the choices.
  constexpr int kSettled = 3;
  if (dialog.frames < kSettled) {
    ui.request_frame();
    if (++dialog.frames == kSettled && !ui.phone()) focus_field(ui, "day");
  }
  shown.used(area.y - top);
  if (!used) return;
  const auto begin = begin_of_day(ui, dialog.day);
  const UtcMs at = begin.value_or(0) + kDayMs - 1;
  dialog.error.clear();
  if (!begin)
    dialog.error = kNoWholeDay;
  else if (at >= now)
    dialog.error = "This day is not over yet.";
  else if (at < first)
    dialog.error =
        formatted("Your book began on {}.", words::date(first, ui.state.local_offset_minutes));
  else
    look(at);
}

}  // namespace leadlight::ui
