// Business hours (practice C1): whether clocks count them, the week, holidays and the time zone.
#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "base/format.h"
#include "base/text.h"
#include "ui/views/settings_sections.h"
#include "ui/views/words.h"
#include "ui/views/words_of_settings.h"

namespace leadlight::ui {

namespace {

constexpr std::string_view kNewHoliday = "new-holiday";
constexpr float kHolidayRow = 44;

// IANA names, a place for each rule of daylight saving where business is done; one that is set and
// not among them is offered, too.
constexpr std::array<std::string_view, 38> kZones{"Africa/Cairo",        "Africa/Johannesburg",
                                                  "Africa/Lagos",        "Africa/Nairobi",
                                                  "America/Anchorage",   "America/Bogota",
                                                  "America/Chicago",     "America/Denver",
                                                  "America/Halifax",     "America/Los_Angeles",
                                                  "America/Mexico_City", "America/New_York",
                                                  "America/Phoenix",     "America/Santiago",
                                                  "America/Sao_Paulo",   "America/St_Johns",
                                                  "Asia/Bangkok",        "Asia/Dhaka",
                                                  "Asia/Dubai",          "Asia/Hong_Kong",
                                                  "Asia/Jakarta",        "Asia/Jerusalem",
                                                  "Asia/Karachi",        "Asia/Kolkata",
                                                  "Asia/Seoul",          "Asia/Shanghai",
                                                  "Asia/Singapore",      "Asia/Tokyo",
                                                  "Australia/Brisbane",  "Australia/Sydney",
                                                  "Europe/Athens",       "Europe/Berlin",
                                                  "Europe/Istanbul",     "Europe/Lisbon",
                                                  "Europe/London",       "Europe/Paris",
                                                  "Pacific/Auckland",    "UTC"};

std::string spoken_zone(std::string_view name) {
  std::string text(name);
  std::ranges::replace(text, '_', ' ');
  return text;
}

void draw_zone(Form& form, Group& group) {
  const std::string& current = form.ui.state.settings.time_zone;
  std::vector<std::string> names{std::string(words::kDeviceZone)};
  for (const std::string_view zone : kZones) names.push_back(spoken_zone(zone));
  const auto* const known = std::ranges::find(kZones, current);
  int selected = current.empty() ? 0 : static_cast<int>(known - kZones.begin()) + 1;
  if (known == kZones.end() && !current.empty()) names.push_back(spoken_zone(current));
  std::vector<Option> options;
  for (const std::string& name : names) options.push_back({name});
  const int chosen =
      select_row(form, group, "zone", words::kTimeZone, words::kTimeZoneAdvice, options, selected);
  if (chosen < 0) return;
  const auto index = static_cast<std::size_t>(chosen);
  if (index <= kZones.size())
    put_setting(form.ui, settings_key::kTimeZone, index == 0 ? "" : kZones[index - 1]);
}

// As people write hours: "9–12.30, 13.30–18", "closed".
std::string hours_from_typed(std::string_view typed) {
  std::string text;
  for (std::size_t i = 0; i < typed.size(); ++i) {
    if (typed.substr(i).starts_with("–")) {
      text += '-';
      i += 2;
    } else {
      text += typed[i] == '.' ? ':' : typed[i];
    }
  }
  return folded(text) == folded(words::kClosed) ? "-" : text;
}

std::string shown_hours(const OpenDay& day) {
  if (day.empty()) return std::string(words::kClosed);
  std::string shown;
  for (const char c : text_of(day))
    shown.append(c == '-' ? "–" : c == ',' ? ", " : std::string_view(&c, 1));
  return shown;
}

void draw_day(Form& form, Group& group, std::size_t weekday) {
  const Check check = [](std::string_view typed) {
    return open_day_from_text(hours_from_typed(typed)) ? std::string()
                                                       : std::string(words::kNoHours);
  };
  const std::string key = hours_key(weekday);
  const std::string stored = shown_hours(form.ui.state.settings.calendar.week[weekday]);
  const auto typed = text_row(
      form, group, {.key = key, .label = words::kWeekdays[weekday], .value = stored}, check);
  const auto day = typed ? open_day_from_text(hours_from_typed(*typed)) : std::nullopt;
  if (day) put_typed(form, key, text_of(*day));
}

void draw_new_holiday(Form& form, Group& group) {
  Ui& ui = form.ui;
  const Calendar& calendar = ui.state.settings.calendar;
  const Check check = [&](std::string_view typed) {
    if (typed.empty()) return std::string();
    const auto day = day_from_iso(typed);
    if (!day) return std::string(words::kNoDay);
    return std::string(std::ranges::contains(calendar.holidays, *day) ? words::kHolidayIsThere
                                                                      : "");
  };
  const std::string fault = setting_fault(form.view, kNewHoliday, check);
  const FieldSpec spec{.kind = FieldKind::kDate,
                       .placeholder = words::kNewHoliday,
                       .error = fault,
                       .hide_label = true,
                       .icon = Icon::kPlus};
  const Rect row = group.row(field_height(ui, spec) + 20).inset(0, 10);
  const auto added =
      setting_field(ui, form.view, row, {kNewHoliday, words::kNewHoliday, {}, spec}, check);
  const auto day = added ? day_from_iso(*added) : std::nullopt;
  if (day) put_setting(ui, holiday_key(*day), "1");
}

void draw_holiday(Ui& ui, Rect row, int day) {
  const UtcMs at = day * kDayMs;
  const std::string text =
      formatted("{}, {}", words::kWeekdays[static_cast<std::size_t>(civil_from_utc(at).weekday)],
                words::date(at, 0));
  Scope item(ui, "holiday", a11y::Role::kListItem, text, row);
  const float size = ui.phone() ? kTouchTarget : 32.0F;
  const Rect remove = row.cut_right(size, 8).centred(size, size);
  text_line(ui, row, text, kText, ui.colours.ink, Align::kLeft, Voice::kSilent);
  if (button(ui, "remove", remove, formatted("{} {}", words::kRemove, text),
             {.look = ButtonLook::kQuiet, .icon = Icon::kClose, .icon_only = true}))
    put_setting(ui, holiday_key(day), "");
}

void draw_holidays(Form& form, Group& group) {
  Ui& ui = form.ui;
  const std::vector<int>& days = ui.state.settings.calendar.holidays;
  if (days.empty()) {
    text_line(ui, group.row(kHolidayRow), words::kNoHolidays, kText, ui.colours.ink2);
    return;
  }
  Scope list(ui, "holidays", a11y::Role::kList, words::kHolidays);
  for (const int day : days) {
    ImGui::PushID(day);
    draw_holiday(ui, group.row(kHolidayRow), day);
    ImGui::PopID();
  }
}

}  // namespace

void draw_hours_settings(Form& form) {
  Ui& ui = form.ui;
  const bool counts = !ui.state.settings.calendar.round_the_clock;
  form.title(words::kSections[7].title, words::kHoursAdvice);
  {
    Group group(form, "counting", words::kCounting);
    const int chosen = choice_row(form, group,
                                  {.id = "counting",
                                   .label = words::kCountTime,
                                   .advice = words::kCountTimeAdvice,
                                   .options = words::kCountings,
                                   .selected = counts ? 1 : 0});
    if (chosen >= 0) put_setting(ui, settings_key::kBusinessHours, chosen == 1 ? "1" : "");
    if (counts) draw_zone(form, group);
  }
  if (!counts) return;
  {
    Group group(form, "week", words::kWeek);
    for (std::size_t i = 0; i < 7; ++i) draw_day(form, group, (i + 1) % 7);
  }
  if (ui.state.settings.calendar.never_opens()) {
    form.gap(-8);
    form.text(words::kNeverOpen);
    form.gap(24);
  }
  Group group(form, "holidays", words::kHolidays);
  draw_new_holiday(form, group);
  draw_holidays(form, group);
}

}  // namespace leadlight::ui
