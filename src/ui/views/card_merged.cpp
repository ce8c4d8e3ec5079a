// Who was merged into the lead of the card (practice E8): what each record says otherwise, to be
// used all the same, and the way back.
#include "app/lead_merge.h"
#include "base/format.h"
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

float draw_differences(Ui& ui, const LeadCardView& view, Row heir, Row merged, Rect area) {
  const Model& model = *ui.state.model;
  const auto differences = app::differences_of(model, heir, merged);
  if (differences.empty())
    return text_block(ui, area, "It says nothing else.", kText, ui.colours.ink2) + 8;
  float y = 0;
  const Scope list(ui, "said", a11y::Role::kList, "What it says otherwise");
  for (const app::LeadMerge::Difference& one : differences) {
    ImGui::PushID(one.column);
    Rect row{area.x, area.y + y, area.w, 44};
    {
      const std::string_view field = model.leads().column_name(one.column);
      const std::string label = field_name(ui, Kind::kLead, field);
      const std::string_view value = model.texts().view(one.said);
      const Scope item(ui, "one", a11y::Role::kListItem, label, row);
      const Rect use = ui.state.past ? Rect{} : row.cut_right(button_width(ui, "Use this"), 8);
      text_line(ui, row.cut_top(22), field_value(ui, Kind::kLead, field, value), kText,
                ui.colours.ink);
      text_line(ui, row.cut_top(16), label, kSmall, ui.colours.ink2);
      if (!ui.state.past &&
          button(ui, "use", use.centred(use.w, ui.phone() ? 44.0F : 32.0F), "Use this"))
        ui.emit(app::EditLead{view.lead, {{std::string(field), std::string(value)}}});
    }
    ImGui::PopID();
    y += 48;
  }
  return y;
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
    const bool open = view.merged_open == id;
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
    if (open) y += draw_differences(ui, view, lead, other, {area.x, area.y + y, area.w, 0});
    ImGui::PopID();
  }
  return y;
}

}  // namespace leadlight::ui
