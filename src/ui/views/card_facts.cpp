// The lead card's facts: every field, changed where it stands (practice E1), and values that lost
// against another one written at the same time, which a person can still choose.
#include <algorithm>
#include <array>

#include "base/format.h"
#include "base/text.h"
#include "ui/views/change_lines.h"
#include "ui/views/flow.h"
#include "ui/views/lead_card_view.h"
#include "ui/views/lead_parts.h"
#include "ui/views/words.h"

namespace leadlight::ui {

namespace {

struct FieldWords {
  LeadField field;
  FieldKind kind = FieldKind::kText;
  std::string_view autocomplete = "off";
};
struct GroupOfFacts {
  std::string_view title;
  std::span<const FieldWords> fields;
};

constexpr std::array kContact{FieldWords{LeadField::kFullName, FieldKind::kName},
                              FieldWords{LeadField::kFirstName, FieldKind::kName},
                              FieldWords{LeadField::kLastName, FieldKind::kName},
                              FieldWords{LeadField::kTitle},
                              FieldWords{LeadField::kCompany},
                              FieldWords{LeadField::kEmail, FieldKind::kEmail},
                              FieldWords{LeadField::kPhone, FieldKind::kPhone},
                              FieldWords{LeadField::kMobile, FieldKind::kPhone},
                              FieldWords{LeadField::kLinkedin, FieldKind::kUrl},
                              FieldWords{LeadField::kWebsite, FieldKind::kUrl},
                              FieldWords{LeadField::kLanguage}};
constexpr std::array kAddress{FieldWords{LeadField::kStreet}, FieldWords{LeadField::kPostalCode},
                              FieldWords{LeadField::kCity}, FieldWords{LeadField::kRegion},
                              FieldWords{LeadField::kCountry}};
constexpr std::array kBusiness{
    FieldWords{LeadField::kEmployees}, FieldWords{LeadField::kIndustry},
    FieldWords{LeadField::kOwner},     FieldWords{LeadField::kValueMinor, FieldKind::kNumber},
    FieldWords{LeadField::kCurrency},  FieldWords{LeadField::kOutcomeReason}};
constexpr std::array kOrigin{FieldWords{LeadField::kSource}, FieldWords{LeadField::kEvent},
                             FieldWords{LeadField::kCampaign}, FieldWords{LeadField::kExternalId}};
constexpr std::array<GroupOfFacts, 4> kGroups{{{"Person", kContact},
                                               {"Address", kAddress},
                                               {"Business", kBusiness},
                                               {"Where from", kOrigin}}};

std::string currency_of(const Ui& ui, Row lead) {
  const std::string_view currency = ui.state.model->text(lead, LeadField::kCurrency);
  return std::string(currency.empty() ? std::string_view(ui.state.settings.default_currency)
                                      : currency);
}

// As it is shown and typed: amounts in major units, reasons in words.
std::string shown_value(const Ui& ui, Row lead, LeadField field) {
  const std::string_view value = ui.state.model->text(lead, field);
  if (field == LeadField::kValueMinor)
    if (const auto minor = integer_from_text(value))
      return words::plain_amount(*minor, currency_of(ui, lead));
  if (field == LeadField::kOutcomeReason)
    if (const auto reason = loss_reason_from_text(value); reason && *reason != LossReason::kNone)
      return std::string(label_of(*reason));
  return std::string(value);
}

// ---- editing ------------------------------------------------------------------------------------------

void begin_edit(LeadCardView& view, std::string_view field, std::string_view value) {
  view.editing = field;
  view.edited = value;
  view.edit_error.clear();
  view.focus_edit = true;
}

std::string fault_of(std::string_view field, std::string_view value) {
  if (value.empty()) return {};
  if (field == text_of(LeadField::kEmail) && canonical_email(value).empty())
    return "This is no e-mail address, like name@example.com.";
  if ((field == text_of(LeadField::kPhone) || field == text_of(LeadField::kMobile)) &&
      canonical_phone(value).empty())
    return "This is no phone number: it has fewer than six digits.";
  if (field == text_of(LeadField::kCurrency) &&
      (value.size() != 3 ||
       !std::ranges::all_of(value, [](char c) { return c >= 'A' && c <= 'Z'; })))
    return "Please write three capital letters, like EUR.";
  return {};
}

// True when the value could be written, or nothing had changed.
void finish_edit(Ui& ui, LeadCardView& view, std::string_view before) {
  const std::string typed(trimmed(view.edited));
  if (typed == before) return view.editing.clear();
  std::string value = typed;
  view.edit_error = fault_of(view.editing, typed);
  if (view.editing == text_of(LeadField::kValueMinor) && !typed.empty()) {
    value =
        words::minor_from_typed(typed, currency_of(ui, ui.state.model->leads().find(view.lead)));
    if (value.empty()) view.edit_error = "Please write a number, like 12500 or 12,500.00.";
  }
  if (!view.edit_error.empty()) return;
  ui.emit(app::EditLead{view.lead, {{view.editing, value}}});
  view.editing.clear();
}

float draw_editing(Ui& ui, LeadCardView& view, const FactSpec& spec, Rect area) {
  const FieldSpec field{.kind = spec.kind,
                        .autocomplete = spec.autocomplete,
                        .error = view.edit_error,
                        .lines = spec.lines};
  const float height = field_height(ui, field);
  const FieldResult result =
      text_field(ui, "edit", {area.x, area.y + 4, area.w, height}, spec.label, view.edited, field);
  if (std::exchange(view.focus_edit, false)) focus_field(ui, "edit");
  if (result == FieldResult::kCancelled) view.editing.clear();
  if (result == FieldResult::kSubmitted || result == FieldResult::kCommitted)
    finish_edit(ui, view, spec.value);
  return height + 12;
}

}  // namespace

float draw_fact(Ui& ui, LeadCardView& view, const FactSpec& spec, Rect area) {
  ImGui::PushID(spec.field.data(), spec.field.data() + spec.field.size());
  float height = 0;
  const std::string_view shown = spec.shown.empty() ? spec.value : spec.shown;
  if (view.editing == spec.field) {
    height = draw_editing(ui, view, spec, area);
  } else {
    const float value_width = area.w - kFactLabelWidth;
    const float text =
        shown.empty() ? 20 : std::min(text_height(ui, value_width, shown, kText), 100.0F);
    height = std::max(ui.phone() ? 44.0F : 32.0F, text + 12);
    const Rect row{area.x, area.y, area.w, height};
    const std::string spoken = formatted("{}: {}", spec.label, shown.empty() ? "empty" : shown);
    const Rect touched{row.x - 8, row.y, row.w + 16, row.h};
    if (ui.state.past)
      const Scope fact(ui, "fact", a11y::Role::kListItem, spoken, row);
    else if (list_row(ui, "fact", touched, spoken + ". Change", false, a11y::Role::kButton)
                 .activated)
      begin_edit(view, spec.field, spec.value);
    const float top = row.y + (height - text) / 2;
    text_line(ui, {row.x, top, kFactLabelWidth - 8, 20}, spec.label, kSmall, ui.colours.ink2,
              Align::kLeft, Voice::kSilent);
    const Rect value{row.x + kFactLabelWidth, top, value_width, text};
    if (spec.value.empty())
      text_line(ui, {value.x, value.y, value.w, 20}, ui.state.past ? "–" : "Add", kText,
                ui.colours.ink3, Align::kLeft, Voice::kSilent);
    else
      text_block(ui, value, shown, kText, ui.colours.ink, Voice::kSilent);
  }
  ImGui::PopID();
  return height;
}

float draw_choice_fact(Ui& ui, LeadCardView& view, const ChoiceFactSpec& spec, Rect area) {
  const auto found = std::ranges::find(spec.values, spec.value);
  const int selected =
      found == spec.values.end() ? 0 : static_cast<int>(found - spec.values.begin());
  const float height = ui.control_height();
  text_line(ui, {area.x, area.y, kFactLabelWidth - 8, height}, spec.label, kSmall, ui.colours.ink2,
            Align::kLeft, Voice::kSilent);
  ImGui::PushID(spec.field.data(), spec.field.data() + spec.field.size());
  const Rect place{area.x + kFactLabelWidth, area.y, area.w - kFactLabelWidth, height};
  const int chosen = choice_of(ui, "choice", place, spec.label, spec.options, selected);
  ImGui::PopID();
  if (chosen >= 0)
    ui.emit(app::EditLead{
        view.lead,
        {{std::string(spec.field), std::string(spec.values[static_cast<std::size_t>(chosen)])}}});
  return height + 6;
}

float draw_card_losers(Ui& ui, LeadCardView& view, Row, Rect area) {
  if (view.losers.empty()) return 0;
  float y = small_heading(ui, area, "Also written at the same time", 3);
  const Scope list(ui, "losers", a11y::Role::kList, "Also written at the same time");
  for (std::size_t i = 0; i < view.losers.size(); ++i) {
    const CardLoser& loser = view.losers[i];
    ImGui::PushID(static_cast<int>(i));
    Rect row{area.x, area.y + y, area.w, 44};
    {
      const Scope item(ui, "loser", a11y::Role::kListItem, loser.label, row);
      const Rect use = ui.state.past ? Rect{} : row.cut_right(button_width(ui, "Use this"), 8);
      const std::string under =
          loser.by.empty() ? loser.label : formatted("{} · by {}", loser.label, loser.by);
      text_line(ui, row.cut_top(22), field_value(ui, Kind::kLead, loser.field, loser.value),
                kStrong, ui.colours.ink);
      text_line(ui, row.cut_top(16), under, kSmall, ui.colours.ink2);
      if (!ui.state.past &&
          button(ui, "use", use.centred(use.w, ui.phone() ? 44.0F : 32.0F), "Use this"))
        ui.emit(app::ChooseConcurrent{view.lead, loser.field, loser.value});
    }
    ImGui::PopID();
    y += 48;
  }
  return y;
}

float draw_card_facts(Ui& ui, LeadCardView& view, Row lead, Rect area) {
  float y = 0;
  for (const GroupOfFacts& group : kGroups) {
    const bool any =
        view.show_empty || std::ranges::any_of(group.fields, [&](const FieldWords& one) {
          return !ui.state.model->text(lead, one.field).empty() ||
                 view.editing == text_of(one.field);
        });
    if (!any) continue;
    y += small_heading(ui, {area.x, area.y + y, area.w, 16}, group.title, 3);
    for (const FieldWords& one : group.fields) {
      const std::string value = shown_value(ui, lead, one.field);
      if (value.empty() && !view.show_empty && view.editing != text_of(one.field)) continue;
      std::string shown;
      if (one.field == LeadField::kValueMinor)
        if (const auto minor = integer_from_text(ui.state.model->text(lead, one.field)))
          shown = words::money(*minor, currency_of(ui, lead));
      y += draw_fact(ui, view,
                     {.field = text_of(one.field),
                      .label = label_of(one.field),
                      .value = value,
                      .kind = one.kind,
                      .autocomplete = one.autocomplete,
                      .shown = shown},
                     {area.x, area.y + y, area.w, 0});
    }
    y += 16;
  }
  const std::string_view label = view.show_empty ? "Hide empty fields" : "Show empty fields";
  if (button(ui, "show-empty", {area.x, area.y + y, button_width(ui, label), ui.control_height()},
             label))
    view.show_empty = !view.show_empty;
  return y + ui.control_height();
}

}  // namespace leadlight::ui
