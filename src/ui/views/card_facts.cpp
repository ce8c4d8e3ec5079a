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

// As it stands in the book, in the form in which it is typed.
std::string stored_value(const Ui& ui, Row lead, std::string_view field) {
  if (const auto known = lead_field_from_text(field)) return shown_value(ui, lead, *known);
  const Table& leads = ui.state.model->leads();
  const ColumnIndex column = leads.find_column(field);
  return column == kNoColumn ? std::string()
                             : std::string(ui.state.model->texts().view(leads.cell(lead, column)));
}

// As a draft: what was there is to go, and that is not nothing.
constexpr std::string_view kEmptied = " ";

void drop_draft(Ui& ui, Id lead, const std::string& field) {
  if (!ui.state.draft_of(lead, field).empty()) ui.emit(app::KeepDraft{lead, field, {}});
}

// What is typed there goes to the book; false, with the reason, where it can't.
bool save_fact(Ui& ui, Id lead, OpenFact& fact) {
  const Row row = ui.state.model->leads().find(lead);
  const std::string typed(trimmed(fact.text));
  if (row == kNoRow || typed == trimmed(fact.seen) || typed == stored_value(ui, row, fact.field)) {
    drop_draft(ui, lead, fact.field);
    return true;
  }
  std::string value = typed;
  fact.error = fault_of(fact.field, typed);
  if (fact.field == text_of(LeadField::kValueMinor) && !typed.empty()) {
    value = words::minor_from_typed(typed, currency_of(ui, row));
    if (value.empty()) fact.error = "Please write a number, like 12500 or 12,500.00.";
  }
  if (!fact.error.empty()) return false;
  ui.emit(app::EditLead{lead, {{fact.field, std::move(value)}}});
  return true;
}

void close_fact(LeadCardView& view, std::string_view field) {
  std::erase_if(view.open_facts, [&](const OpenFact& one) { return one.field == field; });
}

float draw_open_fact(Ui& ui, LeadCardView& view, OpenFact& fact, const FactSpec& spec, Rect area) {
  if (fact.text == fact.seen) {
    fact.text = fact.seen = spec.value;  // another tab may have changed it
  } else if (fact.seen != spec.value) {
    fact.seen = spec.value;
    fact.wants_sight = true;
    // One line: a long value is cut, and the sentence is not.
    fact.error = formatted("Changed elsewhere; saving keeps both. There: “{}”", spec.value);
  }
  const FieldSpec field{.kind = spec.kind,
                        .autocomplete = spec.autocomplete,
                        .error = fact.error,
                        .lines = spec.lines};
  const float height = field_height(ui, field);
  const FieldResult result =
      text_field(ui, "edit", {area.x, area.y + 4, area.w, height}, spec.label, fact.text, field);
  if (std::exchange(fact.wants_focus, false)) focus_field(ui, "edit");
  if (std::exchange(fact.wants_sight, false)) {
    view.to_see = {area.x, area.y, area.w, height + 12};
    ui.request_frame();
  }
  const bool submitted = result == FieldResult::kSubmitted;
  if (result == FieldResult::kCancelled) {
    drop_draft(ui, view.lead, fact.field);
    close_fact(view, spec.field);
  } else if (submitted || result == FieldResult::kCommitted) {
    if (save_fact(ui, view.lead, fact))
      close_fact(view, spec.field);
    else
      fact.wants_focus = submitted, fact.wants_sight = true;
  } else {
    const std::string_view draft = trimmed(fact.text) == trimmed(fact.seen) ? std::string_view()
                                   : fact.text.empty()                      ? kEmptied
                                                                            : fact.text;
    if (draft != ui.state.draft_of(view.lead, spec.field))
      ui.emit(app::KeepDraft{view.lead, fact.field, std::string(draft)});
  }
  return height + 12;
}

// Who is deleted is restored first.
bool is_fixed(const Ui& ui, const LeadCardView& view) {
  const Row row = ui.app.lead_row(view.lead);
  return row == kNoRow || !can_change(ui, row);
}

}  // namespace

bool is_open(const LeadCardView& view, std::string_view field) {
  return std::ranges::contains(view.open_facts, field, &OpenFact::field);
}

void reopen_facts(const Ui& ui, LeadCardView& view) {
  const Row row = ui.state.model->leads().find(view.lead);
  if (row == kNoRow) return;
  for (const app::Draft& draft : ui.state.drafts) {
    if (draft.lead != view.lead || draft.given || !app::is_field_draft(draft.field)) continue;
    std::string fault = fault_of(draft.field, trimmed(draft.text));
    if (fault.empty()) fault = "Typed here before, and not saved yet.";
    view.open_facts.push_back({.field = draft.field,
                               .text = draft.text == kEmptied ? std::string() : draft.text,
                               .seen = stored_value(ui, row, draft.field),
                               .error = std::move(fault),
                               .wants_sight = view.open_facts.empty()});
  }
}

void leave_card(Ui& ui, LeadCardView& view) {
  if (view.lead == ui.state.open_lead || view.open_facts.empty()) return;
  const Row row = ui.state.model->leads().find(view.lead);
  const bool can = !ui.state.past && row != kNoRow && ui.state.model->leads().alive(row);
  for (OpenFact& fact : std::exchange(view.open_facts, {}))
    if (can && !save_fact(ui, view.lead, fact))
      ui.emit(app::SetDraftAside{view.lead, fact.field, fact.error});
  view.lead = {};  // what waits is shown when the card is opened again
}

float draw_fact(Ui& ui, LeadCardView& view, const FactSpec& spec, Rect area) {
  ImGui::PushID(spec.field.data(), spec.field.data() + spec.field.size());
  float height = 0;
  const bool fixed = is_fixed(ui, view);
  const std::string_view shown = spec.shown.empty() ? spec.value : spec.shown;
  const auto open = std::ranges::find(view.open_facts, spec.field, &OpenFact::field);
  if (open != view.open_facts.end() && !ui.state.past) {
    height = draw_open_fact(ui, view, *open, spec, area);
  } else {
    const float value_width = area.w - kFactLabelWidth;
    const float text =
        shown.empty() ? 20 : std::min(text_height(ui, value_width, shown, kText), 100.0F);
    height = std::max(ui.phone() ? 44.0F : 32.0F, text + 12);
    const Rect row{area.x, area.y, area.w, height};
    const std::string spoken = formatted("{}: {}", spec.label, shown.empty() ? "empty" : shown);
    const Rect touched{row.x - 8, row.y, row.w + 16, row.h};
    if (fixed)
      const Scope fact(ui, "fact", a11y::Role::kListItem, spoken, row);
    else if (list_row(ui, "fact", touched, spoken + ". Change", false, a11y::Role::kButton)
                 .activated)
      view.open_facts.push_back({.field = std::string(spec.field),
                                 .text = std::string(spec.value),
                                 .seen = std::string(spec.value),
                                 .error = {},
                                 .wants_focus = true});
    const float top = row.y + (height - text) / 2;
    text_line(ui, {row.x, top, kFactLabelWidth - 8, 20}, spec.label, kSmall, ui.colours.ink2,
              Align::kLeft, Voice::kSilent);
    const Rect value{row.x + kFactLabelWidth, top, value_width, text};
    if (spec.value.empty())
      text_line(ui, {value.x, value.y, value.w, 20}, fixed ? "–" : "Add", kText, ui.colours.ink3,
                Align::kLeft, Voice::kSilent);
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
                 is_open(view, text_of(one.field));
        });
    if (!any) continue;
    y += small_heading(ui, {area.x, area.y + y, area.w, 16}, group.title, 3);
    for (const FieldWords& one : group.fields) {
      const std::string value = shown_value(ui, lead, one.field);
      if (value.empty() && !view.show_empty && !is_open(view, text_of(one.field))) continue;
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
