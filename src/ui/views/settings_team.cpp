// The team's name and currency, and what concerns this device alone.
#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <vector>

#include "ui/views/settings_sections.h"
#include "ui/views/words.h"
#include "ui/views/words_of_settings.h"

namespace leadlight::ui {

namespace {

constexpr std::size_t kMostBytesOfName = 80;
constexpr std::array<std::string_view, 3> kThemeValues{"system", "light", "dark"};
constexpr std::array<std::string_view, 2> kContrastValues{"system", "more"};

struct Currency {
  std::string_view code, name;
};
// ISO 4217; one that is set and not among them is offered, too.
constexpr std::array<Currency, 42> kCurrencies{
    {{"AED", "Emirati dirham"},    {"ARS", "Argentine peso"},
     {"AUD", "Australian dollar"}, {"BGN", "Bulgarian lev"},
     {"BRL", "Brazilian real"},    {"CAD", "Canadian dollar"},
     {"CHF", "Swiss franc"},       {"CLP", "Chilean peso"},
     {"CNY", "Chinese yuan"},      {"COP", "Colombian peso"},
     {"CZK", "Czech koruna"},      {"DKK", "Danish krone"},
     {"EGP", "Egyptian pound"},    {"EUR", "Euro"},
     {"GBP", "British pound"},     {"HKD", "Hong Kong dollar"},
     {"HUF", "Hungarian forint"},  {"IDR", "Indonesian rupiah"},
     {"ILS", "Israeli shekel"},    {"INR", "Indian rupee"},
     {"ISK", "Icelandic króna"},   {"JPY", "Japanese yen"},
     {"KES", "Kenyan shilling"},   {"KRW", "South Korean won"},
     {"MAD", "Moroccan dirham"},   {"MXN", "Mexican peso"},
     {"MYR", "Malaysian ringgit"}, {"NGN", "Nigerian naira"},
     {"NOK", "Norwegian krone"},   {"NZD", "New Zealand dollar"},
     {"PEN", "Peruvian sol"},      {"PLN", "Polish złoty"},
     {"RON", "Romanian leu"},      {"RSD", "Serbian dinar"},
     {"SAR", "Saudi riyal"},       {"SEK", "Swedish krona"},
     {"SGD", "Singapore dollar"},  {"THB", "Thai baht"},
     {"TRY", "Turkish lira"},      {"UAH", "Ukrainian hryvnia"},
     {"USD", "US dollar"},         {"ZAR", "South African rand"}}};

std::string name_fault(std::string_view typed) {
  return typed.size() > kMostBytesOfName ? std::string(words::kNameIsTooLong) : std::string();
}

void draw_currency(Form& form, Group& group) {
  const std::string& current = form.ui.state.settings.default_currency;
  std::vector<Option> options;
  for (const Currency& one : kCurrencies) options.push_back({one.code, one.name});
  if (!std::ranges::contains(options, std::string_view(current), &Option::label))
    options.insert(options.begin(), Option{current});
  const auto selected = std::ranges::find(options, std::string_view(current), &Option::label);
  const int chosen = select_row(form, group, "currency", words::kCurrency, words::kCurrencyAdvice,
                                options, static_cast<int>(selected - options.begin()));
  if (chosen >= 0)
    put_setting(form.ui, settings_key::kDefaultCurrency,
                options[static_cast<std::size_t>(chosen)].label);
}

template <class Values, class Value>
int index_of(const Values& values, const Value& value) {
  const auto found = std::ranges::find(values, value);
  return found == values.end() ? 0 : static_cast<int>(found - values.begin());
}

void draw_look(Form& form, Group& group) {
  Ui& ui = form.ui;
  const int theme = choice_row(form, group,
                               {.id = "theme",
                                .label = words::kTheme,
                                .advice = words::kThemeAdvice,
                                .options = words::kThemes,
                                .selected = index_of(kThemeValues, ui.state.theme)});
  if (theme >= 0)
    ui.emit(app::SetTheme{std::string(kThemeValues[static_cast<std::size_t>(theme)])});
  const int contrast = choice_row(form, group,
                                  {.id = "contrast",
                                   .label = words::kContrast,
                                   .advice = words::kContrastAdvice,
                                   .options = words::kContrasts,
                                   .selected = index_of(kContrastValues, ui.state.contrast)});
  if (contrast >= 0)
    ui.emit(app::SetContrast{std::string(kContrastValues[static_cast<std::size_t>(contrast)])});
  const int size = choice_row(form, group,
                              {.id = "text-size",
                               .label = words::kTextSize,
                               .advice = words::kTextSizeAdvice,
                               .options = words::kTextSizes,
                               .selected = index_of(app::kTextPercents, ui.state.text_percent)});
  if (size >= 0) ui.emit(app::SetTextSize{app::kTextPercents[static_cast<std::size_t>(size)]});
}

}  // namespace

void draw_team_settings(Form& form) {
  Ui& ui = form.ui;
  const TeamSettings& team = ui.state.settings;
  form.title(words::kSections[0].title, words::kTeamAdvice);
  {
    Group group(form, "team", words::kTeam);
    const auto name = text_row(form, group,
                               {.key = "team-name",
                                .label = words::kTeamName,
                                .advice = words::kTeamNameAdvice,
                                .value = team.team_name,
                                .spec = {.autocomplete = "organization"}},
                               name_fault);
    if (name) put_typed(form, settings_key::kTeamName, *name);
    draw_currency(form, group);
  }
  Group group(form, "device", words::kDevice);
  const auto name = text_row(form, group,
                             {.key = "my-name",
                              .label = words::kYourName,
                              .advice = words::kYourNameAdvice,
                              .value = ui.state.my_name,
                              .spec = {.kind = FieldKind::kName, .autocomplete = "name"}},
                             name_fault);
  if (name) ui.emit(app::SetMyName{*name});
  const auto phone = text_row(form, group,
                              {.key = "my-phone",
                               .label = words::kYourPhone,
                               .advice = words::kYourPhoneAdvice,
                               .value = ui.state.my_phone,
                               .spec = {.kind = FieldKind::kPhone, .autocomplete = "tel"}},
                              name_fault);
  if (phone) ui.emit(app::SetMyPhone{*phone});
  draw_look(form, group);
}

}  // namespace leadlight::ui
