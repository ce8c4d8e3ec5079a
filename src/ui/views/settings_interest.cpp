// Settings: what each action counts and how fast it fades (practice B5), who is among the best
// (B8).
#include <algorithm>
#include <array>
#include <cmath>
#include <format>

#include "base/text.h"
#include "score/score.h"
#include "ui/views/flow.h"
#include "ui/views/lead_parts.h"
#include "ui/views/settings_view.h"
#include "ui/views/words.h"
#include "ui/widgets.h"

namespace leadlight::ui {

namespace {

// What the half-life does to the greatest of the team's points.
std::string fading_example(const TeamSettings& settings) {
  const int points = std::max(2, *std::ranges::max_element(settings.points));
  if (settings.half_life_days == 0)
    return std::format("{} points today stay {} points for good.", points, points);
  return std::format(
      "{} points today are {} after {} and {} after {}.", points, points / 2,
      words::counted(static_cast<std::size_t>(settings.half_life_days), "day", "days"), points / 4,
      words::counted(static_cast<std::size_t>(settings.half_life_days) * 2, "day", "days"));
}

std::string_view unit_of(TouchKind kind) {
  if (kind == TouchKind::kMinutesOnSite) return "a minute";
  if (kind == TouchKind::kPagesViewed) return "a page";
  return "points";
}

bool is_domain(std::string_view name) { return name.contains('.') && !name.contains(' '); }

float draw_marquee_list(Ui& ui, SettingsView& view, Rect area) {
  float y = 0;
  Flow flow(area, ui.phone() ? 40 : 34);
  const auto& marquee = ui.state.settings.marquee;
  for (std::size_t i = 0; i < marquee.size(); ++i) {
    ImGui::PushID(static_cast<int>(i));
    const float height = ui.phone() ? 40.0F : 34.0F;
    Rect chip = flow.next(text_width(ui, marquee[i], kSmallStrong) + height + 16);
    panel(ui, chip, height / 2);
    if (button(ui, "remove", chip.cut_right(height), std::format("Remove {}", marquee[i]),
               {.look = ButtonLook::kQuiet, .icon = Icon::kClose, .icon_only = true}))
      ui.emit(app::SetSetting{marquee_key(marquee[i]), {}});
    text_line(ui, {chip.x + 14, chip.y, chip.w - 14, chip.h}, marquee[i], kSmallStrong,
              ui.colours.ink);
    ImGui::PopID();
  }
  y += flow.used_height() + (marquee.empty() ? 0 : 12);
  float used = 0;
  if (draw_adder(ui, "marquee", "Company or domain", "brauwerk.example", view.new_marquee,
                 {area.x, area.y + y, area.w, 0}, &used)) {
    std::string name(trimmed(view.new_marquee));
    if (is_domain(name)) name = folded(name);
    ui.emit(app::SetSetting{marquee_key(name), "1"});
    view.new_marquee.clear();
  }
  return y + used;
}

}  // namespace

float draw_interest_settings(Ui& ui, SettingsView& view, Rect area) {
  const TeamSettings& settings = ui.state.settings;
  float y = 0;
  const auto at = [&] { return Rect{area.x, area.y + y, area.w, 0}; };
  y += draw_advice(ui, at(), "Every action of a prospect earns points, and points fade with time.");
  y += draw_number_setting(ui, view,
                           {settings_key::kHalfLifeDays, "Half of the points are gone after",
                            "days", settings.half_life_days, 0, 3650},
                           at());
  y += draw_advice(ui, at(), fading_example(settings)) + 4;
  y += small_heading(ui, at(), "What they do", 3);
  for (int i = 0; i < kTouchKindCount; ++i) {
    const auto kind = static_cast<TouchKind>(i);
    if (is_outbound(kind)) continue;
    const std::string key = points_key(kind);
    y += draw_number_setting(ui, view,
                             {key, label_of(kind), unit_of(kind),
                              settings.points[static_cast<std::size_t>(i)], -1000, 1000},
                             at());
  }
  y += 12 + small_heading(ui, {area.x, area.y + y + 12, area.w, 16}, "What they don't", 3);
  y += draw_number_setting(ui, view,
                           {settings_key::kNoAnswerPoints, "No answer to one of our touches",
                            "points", settings.no_answer_points, -1000, 1000},
                           at());
  return y;
}

float draw_bands_settings(Ui& ui, SettingsView& view, Rect area) {
  const TeamSettings& settings = ui.state.settings;
  float y = 0;
  const auto at = [&] { return Rect{area.x, area.y + y, area.w, 0}; };
  y += draw_advice(ui, at(),
                   "The best of the leads in New and MQL go to sales. The next ones are a watch "
                   "list for marketing; in it, marquee accounts go to sales too.");
  y += draw_number_setting(
      ui, view,
      {settings_key::kSalesPercent, "To sales, the best", "%", settings.sales_percent, 0, 100},
      at());
  y += draw_number_setting(
      ui, view,
      {settings_key::kWatchPercent, "Watch list, the next", "%", settings.watch_percent, 0, 100},
      at());
  std::size_t sales = 0, watch = 0;
  for (const score::Points& points : ui.state.points)
    sales += points.band == score::Band::kSales, watch += points.band == score::Band::kWatch;
  y += draw_advice(ui, at(),
                   std::format("Now: {} for sales, {} on the watch list.",
                               words::counted(sales, "lead", "leads"), words::count(watch))) +
       8;
  heading(ui, {area.x, area.y + y, area.w, 24}, "Marquee accounts", 3);
  y += 32;
  y += draw_advice(ui, at(), "Companies that matter beyond their score, by name or by web domain.");
  y += draw_number_setting(ui, view,
                           {settings_key::kMarqueePoints, "A marquee account counts", "points",
                            settings.marquee_points, -1000, 1000},
                           at()) +
       8;
  y += draw_marquee_list(ui, view, at());
  return y;
}

float draw_clock_settings(Ui& ui, SettingsView& view, Rect area) {
  const TeamSettings& settings = ui.state.settings;
  float y = 0;
  const auto at = [&] { return Rect{area.x, area.y + y, area.w, 0}; };
  constexpr int kMonthMinutes = 31 * 24 * 60;
  y += draw_advice(ui, at(), "Every new lead starts a clock. Whoever answers first, mostly wins.");
  y += draw_number_setting(ui, view,
                           {settings_key::kDelayMinutes, "Don't pounce: wait at least", "minutes",
                            settings.delay_minutes, 0, kMonthMinutes},
                           at());  // C2
  y += draw_number_setting(ui, view,
                           {settings_key::kGoalMinutes, "Goal for the first touch", "minutes",
                            settings.goal_minutes, 1, kMonthMinutes},
                           at());  // C1
  y += draw_number_setting(ui, view,
                           {settings_key::kLimitMinutes, "Limit for the first touch", "minutes",
                            settings.limit_minutes, 1, kMonthMinutes},
                           at());
  std::string text = std::format(
      "A new lead is due after {}, should be touched within {} and is overdue after {}.",
      words::minutes(settings.delay_minutes), words::minutes(settings.goal_minutes),
      words::minutes(settings.limit_minutes));
  const bool upside_down = settings.limit_minutes <= settings.goal_minutes ||
                           settings.goal_minutes <= settings.delay_minutes;
  if (upside_down)
    text = "The delay should be shorter than the goal, and the goal shorter than the limit.";
  y += draw_advice(ui, at(), text, upside_down ? ui.colours.warn : ui.colours.ink2) + 8;
  heading(ui, {area.x, area.y + y, area.w, 24}, "Enough is enough", 3);
  y += 32;
  y += draw_number_setting(ui, view,
                           {settings_key::kTouchLimit, "Touches without an answer", "touches",
                            settings.touch_limit, 1, 100},
                           at());  // C5
  y += draw_advice(ui, at(),
                   "Then comes a goodbye message, and after that the lead rests for three months.");
  return y;
}

}  // namespace leadlight::ui
