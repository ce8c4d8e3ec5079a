// Settings: who you are, how the page looks, what the team is called.
#include <algorithm>
#include <array>

#include "base/text.h"
#include "ui/views/lead_parts.h"
#include "ui/views/settings_view.h"
#include "ui/widgets.h"

namespace leadlight::ui {

namespace {

constexpr std::string_view kMyNameKey = "my_name";  // of the device, not of the team

float draw_my_name(Ui& ui, SettingsView& view, Rect area) {
  std::string text = view.editing_key == kMyNameKey ? view.edited : ui.state.my_name;
  const FieldSpec spec{.kind = FieldKind::kName, .placeholder = "Ana", .autocomplete = "name"};
  const float height = field_height(ui, spec);
  const FieldResult result = text_field(
      ui, "my-name", {area.x, area.y, std::min(area.w, 400.0F), height}, "Your name", text, spec);
  if (result == FieldResult::kCancelled) view.editing_key.clear();
  if (result == FieldResult::kChanged) view.editing_key = kMyNameKey, view.edited = text;
  if (result == FieldResult::kSubmitted || result == FieldResult::kCommitted) {
    if (trimmed(text) != ui.state.my_name) ui.emit(app::SetMyName{std::string(trimmed(text))});
    view.editing_key.clear();
  }
  return height + 8;
}

float draw_theme(Ui& ui, Rect area) {
  constexpr std::array<std::string_view, 3> kLabels{"System", "Light", "Dark"};
  constexpr std::array<std::string_view, 3> kValues{"system", "light", "dark"};
  const auto* const at = std::ranges::find(kValues, ui.state.theme);
  const float top = small_heading(ui, area, "Colours", 3);
  const int chosen = segmented(
      ui, "theme", {area.x, area.y + top, std::min(area.w, 320.0F), ui.control_height()}, "Colours",
      kLabels, at == kValues.end() ? 0 : static_cast<int>(at - kValues.begin()));
  if (chosen >= 0) ui.emit(app::SetTheme{std::string(kValues[static_cast<std::size_t>(chosen)])});
  return top + ui.control_height() + 32;
}

float draw_currency(Ui& ui, Rect area) {
  constexpr std::array<Option, 10> kCurrencies{{{"EUR", "Euro"},
                                                {"USD", "US dollar"},
                                                {"GBP", "Pound sterling"},
                                                {"CHF", "Swiss franc"},
                                                {"SEK", "Swedish krona"},
                                                {"NOK", "Norwegian krone"},
                                                {"DKK", "Danish krone"},
                                                {"PLN", "Polish złoty"},
                                                {"JPY", "Japanese yen"},
                                                {"CAD", "Canadian dollar"}}};
  const std::string& now = ui.state.settings.default_currency;
  const auto* const at = std::ranges::find(kCurrencies, now, &Option::label);
  const float top = small_heading(ui, area, "Currency of new values", 3);
  const int chosen =
      select(ui, "currency", {area.x, area.y + top, std::min(area.w, 320.0F), ui.control_height()},
             "Currency of new values", kCurrencies,
             at == kCurrencies.end() ? -1 : static_cast<int>(at - kCurrencies.begin()), now);
  if (chosen >= 0)
    ui.emit(app::SetSetting{std::string(settings_key::kDefaultCurrency),
                            std::string(kCurrencies[static_cast<std::size_t>(chosen)].label)});
  return top + ui.control_height() + 16;
}

}  // namespace

float draw_team_settings(Ui& ui, SettingsView& view, Rect area) {
  float y = 0;
  const auto at = [&] { return Rect{area.x, area.y + y, area.w, 0}; };
  heading(ui, {area.x, area.y + y, area.w, 24}, "You, on this device", 3);
  y += 32;
  y += draw_my_name(ui, view, at());
  y += draw_advice(ui, at(),
                   "Stands beside everything you write, so that colleagues know who it was.");
  y += draw_theme(ui, at());
  heading(ui, {area.x, area.y + y, area.w, 24}, "Your team", 3);
  y += 32;
  y += draw_text_setting(ui, view, settings_key::kTeamName, "Name of the team",
                         ui.state.settings.team_name, at());
  y += draw_currency(ui, at());
  return y;
}

}  // namespace leadlight::ui
