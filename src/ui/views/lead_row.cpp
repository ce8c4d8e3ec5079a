#include "ui/views/lead_row.h"

#include <algorithm>

#include "base/format.h"
#include "ui/views/lead_parts.h"

namespace leadlight::ui {

RowResult lead_row(Ui& ui, Rect rect, const LeadRowSpec& spec) {
  const Model& model = *ui.state.model;
  const bool selected = ui.state.open_lead == model.leads().id(spec.lead);
  std::string name = spoken_lead(ui, spec.lead);
  if (!spec.spoken.empty()) name += std::string(", ").append(spec.spoken);
  // Practice A5: who else has it.
  const std::string_view owner = model.text(spec.lead, LeadField::kOwner);
  const bool theirs = !owner.empty() && owner != ui.state.my_name;
  if (theirs) name += formatted(", {} has it", owner);
  const RowResult result = list_row(ui, "row", rect, name, selected);

  Rect inner = rect.inset(8, 0);
  const Rect badge = inner.cut_left(40, 16);
  lead_badge(ui, badge.centred(40, 40), spec.lead);
  // Where it is narrow, the pill stands beside the name only, and why has the whole line below.
  const bool narrow = rect.w < 480;
  Rect lines = inner.centred(inner.w, 40);
  Rect first = lines.cut_top(22);
  if (!spec.pill.empty()) {
    const float width = pill_width(ui, spec.pill);
    const Rect at = narrow ? first.cut_right(width, 8) : inner.cut_right(width, 12);
    pill(ui, at.centred(at.w, 22), spec.pill, spec.tone);
    if (!narrow) first.w = lines.w = inner.w;
  }
  name_and_company(ui, first, model.name_of(spec.lead), model.text(spec.lead, LeadField::kCompany));
  if (theirs) {
    const float width = std::min(text_width(ui, owner, kSmall) + 2, lines.w / 3);
    text_line(ui, lines.cut_right(width, 8), owner, kSmall, ui.colours.ink2, Align::kRight,
              Voice::kSilent);
  }
  text_line(ui, lines, spec.line, kSmall, ui.colours.ink2, Align::kLeft, Voice::kSilent);
  return result;
}

}  // namespace leadlight::ui
