// What is asked to qualify a lead (practice B4) and how it arrived (B1), and the team's own fields
// and tags.
#include <array>
#include <utility>

#include "base/format.h"
#include "base/text.h"
#include "ui/views/flow.h"
#include "ui/views/lead_card_view.h"
#include "ui/views/lead_parts.h"
#include "ui/views/words.h"

namespace leadlight::ui {

namespace {

constexpr std::array<Option, 4> kHeat{{{"Not known"}, {"Hot"}, {"Warm"}, {"Cold"}}};
constexpr std::array<std::string_view, 4> kHeatValues{"", "hot", "warm", "cold"};
constexpr std::array<Option, 4> kBuyWhen{{{"Not known"}, {"Now"}, {"This year"}, {"Later"}}};
constexpr std::array<std::string_view, 4> kBuyWhenValues{"", "now", "this_year", "later"};

float draw_lead_type(Ui& ui, LeadCardView& view, Row lead, Rect area) {
  std::array<Option, kLeadTypeCount> options;
  std::array<std::string_view, kLeadTypeCount> values;
  for (std::size_t i = 0; i < options.size(); ++i) {
    const auto type = static_cast<LeadType>(i);
    options[i] = {label_of(type), asks_for_sales(type) ? "for sales" : ""};
    values[i] = text_of(type);
  }
  return draw_choice_fact(ui, view,
                          {text_of(LeadField::kLeadType), "How it arrived",
                           ui.state.model->text(lead, LeadField::kLeadType), options, values},
                          area);
}

float draw_tags(Ui& ui, LeadCardView& view, Row lead, Rect area) {
  const Model& model = *ui.state.model;
  const bool fixed = !can_change(ui, lead);
  Flow flow(area, 32);
  for (ColumnIndex column = kLeadFieldCount; column < model.leads().column_count(); ++column) {
    const std::string_view name = model.leads().column_name(column);
    if (!name.starts_with(kTagPrefix) || model.leads().cell(lead, column) == kNoText) continue;
    const std::string tag(name.substr(kTagPrefix.size()));
    ImGui::PushID(static_cast<int>(column));
    Rect chip = flow.next(text_width(ui, tag, kSmallStrong) + (fixed ? 28.0F : 46.0F));
    panel(ui, chip, 16);
    if (!fixed && button(ui, "remove", chip.cut_right(32), formatted("Remove tag {}", tag),
                         {.look = ButtonLook::kQuiet, .icon = Icon::kClose, .icon_only = true}))
      ui.emit(app::SetTag{{view.lead}, tag, false});
    text_line(ui, {chip.x + 14, chip.y, chip.w - 14, chip.h}, tag, kSmallStrong, ui.colours.ink);
    ImGui::PopID();
  }
  const ButtonSpec spec{.icon = Icon::kPlus};
  if (!fixed && button(ui, "add-tag", flow.next(button_width(ui, "Tag", spec)), "Tag", spec))
    open_tag(ui, view.actions, {view.lead});
  return flow.used_height();
}

// A field that the team makes up for itself: its name, then its value.
float draw_new_field(Ui& ui, LeadCardView& view, Rect area) {
  const FieldSpec spec{.last = false};
  const float height = field_height(ui, spec);
  Rect row{area.x, area.y, area.w, height};
  const Rect add = row.cut_right(button_width(ui, "Add"), 8);
  const float half = (row.w - 8) / 2;
  text_field(ui, "new-name", row.cut_left(half, 8), "Own field", view.new_field_name, spec);
  const bool submitted =
      text_field(ui, "new-value", row, "Value", view.new_field_value) == FieldResult::kSubmitted;
  const std::string name(trimmed(view.new_field_name)), value(trimmed(view.new_field_value));
  const bool ready = !name.empty() && !value.empty();
  const Rect place{add.x, add.bottom() - ui.control_height(), add.w, ui.control_height()};
  if ((button(ui, "add-field", place, "Add", {.disabled = !ready}) || submitted) && ready) {
    ui.emit(app::EditLead{view.lead, {{std::string(kCustomPrefix) + name, value}}});
    if (!can_write(ui)) return height;
    view.new_field_name.clear();
    view.new_field_value.clear();
    renew_field(ui, view.new_field_name);
    renew_field(ui, view.new_field_value);
  } else {
    std::string draft;
    if (!name.empty() || !value.empty())
      draft = view.new_field_name + app::kDraftBetween + view.new_field_value;
    if (draft != ui.state.draft_of(view.lead, app::kOwnFieldDraft))
      ui.emit(app::KeepDraft{view.lead, std::string(app::kOwnFieldDraft), std::move(draft)});
  }
  return height;
}

}  // namespace

float draw_card_qualification(Ui& ui, LeadCardView& view, Row lead, Rect area) {
  const Model& model = *ui.state.model;
  float y = small_heading(ui, area, "Qualification", 3);
  const auto at = [&] { return Rect{area.x, area.y + y, area.w, 0}; };
  const auto value = [&](LeadField field) { return model.text(lead, field); };
  y += draw_fact(ui, view,
                 {text_of(LeadField::kNeed), label_of(LeadField::kNeed), value(LeadField::kNeed),
                  FieldKind::kMultiline, "off", 3},
                 at());
  y += draw_fact(ui, view,
                 {text_of(LeadField::kMatchOurs), label_of(LeadField::kMatchOurs),
                  value(LeadField::kMatchOurs), FieldKind::kMultiline, "off", 3},
                 at());
  y += 6;
  y += draw_choice_fact(
      ui, view, {text_of(LeadField::kHeat), "How hot", value(LeadField::kHeat), kHeat, kHeatValues},
      at());
  y += draw_choice_fact(ui, view,
                        {text_of(LeadField::kBuyWhen), label_of(LeadField::kBuyWhen),
                         value(LeadField::kBuyWhen), kBuyWhen, kBuyWhenValues},
                        at());
  y += draw_lead_type(ui, view, lead, at());
  return y;
}

float draw_card_own_fields(Ui& ui, LeadCardView& view, Row lead, Rect area) {
  const Model& model = *ui.state.model;
  float y = small_heading(ui, area, "Tags and own fields", 3);
  y += draw_tags(ui, view, lead, {area.x, area.y + y, area.w, 0}) + 8;
  for (ColumnIndex column = kLeadFieldCount; column < model.leads().column_count(); ++column) {
    const std::string_view name = model.leads().column_name(column);
    if (!name.starts_with(kCustomPrefix)) continue;
    const std::string_view value = model.texts().view(model.leads().cell(lead, column));
    if (value.empty() && !view.show_empty && !is_open(view, name)) continue;
    y += draw_fact(ui, view, {name, name.substr(kCustomPrefix.size()), value},
                   {area.x, area.y + y, area.w, 0});
  }
  if (view.show_empty && can_change(ui, lead))
    y += 8 + draw_new_field(ui, view, {area.x, area.y + y + 8, area.w, 0});
  return y;
}

}  // namespace leadlight::ui
