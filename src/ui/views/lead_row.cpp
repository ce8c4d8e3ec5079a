#include "ui/views/lead_row.h"

#include "ui/views/lead_parts.h"

namespace leadlight::ui {

RowResult lead_row(Ui& ui, Rect rect, const LeadRowSpec& spec) {
  const Model& model = *ui.state.model;
  const bool selected = ui.state.open_lead == model.leads().id(spec.lead);
  std::string name = spoken_lead(ui, spec.lead);
  if (!spec.spoken.empty()) name += std::string(", ").append(spec.spoken);
  const RowResult result = list_row(ui, "row", rect, name, selected);

  Rect inner = rect.inset(8, 0);
  const Rect badge = inner.cut_left(40, 16);
  lead_badge(ui, badge.centred(40, 40), spec.lead);
  if (!spec.pill.empty()) {
    const Rect at = inner.cut_right(pill_width(ui, spec.pill), 12);
    pill(ui, at.centred(at.w, 22), spec.pill, spec.tone);
  }
  Rect lines = inner.centred(inner.w, 40);
  name_and_company(ui, lines.cut_top(22), model.name_of(spec.lead),
                   model.text(spec.lead, LeadField::kCompany));
  text_line(ui, lines, spec.line, kSmall, ui.colours.ink2, Align::kLeft, Voice::kSilent);
  return result;
}

}  // namespace leadlight::ui
