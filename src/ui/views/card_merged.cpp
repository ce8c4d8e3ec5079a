// Who was merged into the lead of the card (practice E8): what each record says otherwise, to be
// used all the same, and the way back.
#include "app/lead_merge.h"
#include "base/format.h"
#include "base/text.h"
#include "ui/views/change_lines.h"
#include "ui/views/lead_card_view.h"
#include "ui/views/lead_parts.h"
#include "ui/views/words.h"

namespace leadlight::ui {

namespace {

constexpr float kRowHeight = 52;

std::string who_it_was(const Model& model, Row lead) {
  std::string who = model.name_of(lead);
  for (const LeadField field : {LeadField::kEmail, LeadField::kPhone, LeadField::kMobile})
    if (const auto text = model.text(lead, field); !text.empty() && text != who)
      return who + ", " + std::string(text);
  return who;
}

bool is_column(ColumnIndex column, LeadField field) {
  return column == static_cast<ColumnIndex>(field);
}

std::string said_text(const Ui& ui, const app::LeadMerge::Difference& one) {
  const Model& model = *ui.state.model;
  const std::string_view field = model.leads().column_name(one.column);
  if (field.starts_with(kTagPrefix)) return std::string(field.substr(kTagPrefix.size()));
  if (one.said == kNoText && !is_column(one.column, LeadField::kStage)) return "Taken away there";
  if (is_column(one.column, LeadField::kNextStep)) return plan_text(ui, model, one.by);
  if (is_column(one.column, LeadField::kStage))
    return stage_pill(ui, model.lead(one.by).stage, model.text(one.by, LeadField::kSubStage)).text;
  return field_value(ui, Kind::kLead, field, model.texts().view(one.said));
}

std::string said_label(const Ui& ui, const app::LeadMerge::Difference& one) {
  const std::string_view field = ui.state.model->leads().column_name(one.column);
  if (!field.starts_with(kTagPrefix)) return field_name(ui, Kind::kLead, field);
  return one.said == kNoText ? "Tag, taken away there" : "Tag";
}

// Each as if it were done on the card.
void use(Ui& ui, LeadCardView& view, const app::LeadMerge::Difference& one) {
  const Model& model = *ui.state.model;
  const std::string said(model.texts().view(one.said));
  const std::string field(model.leads().column_name(one.column));
  if (is_column(one.column, LeadField::kStage)) {
    move_or_ask(ui, view.actions.move, {view.lead}, model.lead(one.by).stage,
                std::string(model.text(one.by, LeadField::kSubStage)));
  } else if (is_column(one.column, LeadField::kNextStep)) {
    const auto kind = touch_kind_from_text(model.text(one.by, LeadField::kNextStep));
    const auto at = integer_from_text(model.text(one.by, LeadField::kNextStepAt));
    if (said.empty() || (kind && at))
      ui.emit(app::PlanStep{view.lead, kind.value_or(TouchKind{}), said.empty() ? 0 : *at});
  } else if (is_column(one.column, LeadField::kWeedOut)) {
    ui.emit(app::SetWeedOut{{view.lead}, weed_out_from_text(said).value_or(WeedOut::kNone)});
  } else if (is_column(one.column, LeadField::kSnoozedUntil)) {
    ui.emit(app::Snooze{{view.lead}, integer_from_text(said).value_or(0)});
  } else if (field.starts_with(kTagPrefix)) {
    ui.emit(app::SetTag{{view.lead}, field.substr(kTagPrefix.size()), !said.empty()});
  } else {
    ui.emit(app::EditLead{view.lead, {{field, said}}});
  }
}

float draw_differences(Ui& ui, LeadCardView& view, Row heir, Row merged, Rect area) {
  const auto differences = app::differences_of(*ui.state.model, heir, merged);
  if (differences.empty())
    return text_block(ui, area, "It says nothing else.", kText, ui.colours.ink2) + 8;
  float y = 0;
  const Scope list(ui, "said", a11y::Role::kList, "What it says otherwise");
  for (const app::LeadMerge::Difference& one : differences) {
    ImGui::PushID(static_cast<int>(one.column));
    Rect row{area.x, area.y + y, area.w, 44};
    {
      const std::string label = said_label(ui, one);
      const Scope item(ui, "one", a11y::Role::kListItem, label, row);
      const Rect place = ui.state.past ? Rect{} : row.cut_right(button_width(ui, "Use this"), 8);
      text_line(ui, row.cut_top(22), said_text(ui, one), kText, ui.colours.ink);
      text_line(ui, row.cut_top(16), label, kSmall, ui.colours.ink2);
      if (!ui.state.past &&
          button(ui, "use", place.centred(place.w, ui.phone() ? 44.0F : 32.0F), "Use this"))
        use(ui, view, one);
    }
    ImGui::PopID();
    y += 48;
  }
  return y;
}

// Done to it by somebody who did not know that it was merged.
float draw_news(Ui& ui, Row merged, Rect area) {
  const Rect words{area.x + 24, area.y, area.w - 24, 0};
  const std::string text =
      formatted("{} was worked on apart from the merge. Use what should count here, or leave it.",
                ui.state.model->name_of(merged));
  const float height = text_height(ui, words.w, text, kText);
  icon(ui, {area.x, area.y + 2, 16, 16}, Icon::kAlert, 16, ui.colours.warn);
  text_block(ui, {words.x, words.y, words.w, height}, text, kText, ui.colours.ink);
  if (ui.state.past) return height + 8;
  constexpr std::string_view kLeave = "Leave it";
  const Rect leave{words.x, area.y + height + 8, button_width(ui, kLeave), ui.control_height()};
  if (button(ui, "leave", leave, kLeave))
    ui.emit(app::SeeMerged{ui.state.model->leads().id(merged)});
  return height + 8 + leave.h + 12;
}

}  // namespace

float draw_card_merged(Ui& ui, LeadCardView& view, Row lead, Rect area) {
  const Model& model = *ui.state.model;
  const std::vector<Row> merged = model.merged_leads(lead);
  if (merged.empty()) return 0;
  float y = small_heading(ui, area, "Merged with", 3);
  const Scope list(ui, "merged", a11y::Role::kList, "Merged with");
  for (const Row other : merged) {
    ImGui::PushID(static_cast<int>(other));
    const Id id = model.leads().id(other);
    const bool news = app::has_news(model, other);
    const bool open = news || view.merged_open == id;
    const std::string who = who_it_was(model, other);
    Rect row{area.x, area.y + y, area.w, kRowHeight};
    const Rect separate = ui.state.past ? Rect{} : row.cut_right(button_width(ui, "Separate"), 8);
    const RowResult used = list_row(ui, "other", {row.x - 8, row.y, row.w + 8, row.h}, who, false,
                                    a11y::Role::kButton);
    used.node->expanded = open ? a11y::Toggle::kOn : a11y::Toggle::kOff;
    if (used.activated) view.merged_open = open ? Id{} : id;
    icon(ui, row.cut_right(16, 8), open ? Icon::kChevronUp : Icon::kChevronDown, 16,
         ui.colours.ink3);
    text_line(ui, row, who, kText, ui.colours.ink, Align::kLeft, Voice::kSilent);
    if (!ui.state.past &&
        button(ui, "separate", separate.centred(separate.w, ui.phone() ? 44.0F : 32.0F),
               "Separate"))
      ui.emit(app::SeparateLead{id});
    y += kRowHeight;
    if (news) y += draw_news(ui, other, {area.x, area.y + y, area.w, 0});
    if (open) y += draw_differences(ui, view, lead, other, {area.x, area.y + y, area.w, 0});
    ImGui::PopID();
  }
  return y;
}

}  // namespace leadlight::ui
