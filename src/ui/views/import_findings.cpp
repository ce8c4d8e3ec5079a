// What an import finds: values that were not understood, rows that can't be imported, and what it
// would change in leads that are there.
#include <algorithm>
#include <array>
#include <string>

#include "app/state.h"
#include "base/format.h"
#include "base/text.h"
#include "ui/views/import_table.h"
#include "ui/views/import_view.h"
#include "ui/views/lead_parts.h"
#include "ui/views/words.h"
#include "ui/views/words_of_import.h"

namespace leadlight::ui {

namespace {

constexpr std::size_t kMostUpdates = 50;
constexpr float kRejectedRow = 36;
constexpr float kChangeHeight = 24;
constexpr std::array<TableColumn, 2> kRejectedColumns{{{words::kLine, 0, 64}, {words::kWhy, 1, 0}}};

// A heading with a button beside it that shows and hides what is below. Returns the height used.
float draw_disclosure(Ui& ui, std::string_view id, Rect area, std::string_view title,
                      std::string_view show, std::string_view hide, bool& open) {
  const float height = ui.control_height();
  const ButtonSpec spec{.look = ButtonLook::kQuiet,
                        .icon = open ? Icon::kChevronUp : Icon::kChevronDown};
  const std::string_view label = open ? hide : show;
  const float width = button_width(ui, label, spec);
  const bool beside = text_width(ui, title, kHeading) + width + 16 <= area.w;
  Rect line{area.x, area.y, area.w, height};
  heading(ui, line, title, 3);
  Rect place{area.right() - width, area.y, width, height};
  if (!beside) place = {area.x - 14, area.y + height, width, height};
  if (button(ui, id, place, label, spec)) open = !open;
  return beside ? height + 4 : 2 * height + 4;
}

std::string change_text(const Ui& ui, const app::ImportSession& session,
                        const app::PlannedChange& change) {
  const interchange::DraftValue& value = session.drafts.values[change.value];
  const std::string& field = session.drafts.field_names[value.field];
  const std::string was = import_value_text(ui, field, ui.state.model->texts().view(change.old));
  return formatted("{}: {} → {}", import_field_label(field),
                   was.empty() ? std::string(words::kWasBlank) : was,
                   import_value_text(ui, field, session.drafts.value(value)));
}

// A lead of the book with its changes, a line each.
float draw_update(Ui& ui, const app::PlannedLead& lead, Rect area) {
  const app::ImportSession& session = *ui.state.import;
  const float height = 36 + kChangeHeight * static_cast<float>(lead.change_count) + 8;
  const Rect row{area.x, area.y, area.w, height};
  if (row.bottom() < ui.screen.y || row.y > ui.screen.bottom()) return height;
  const std::string name = ui.state.model->name_of(lead.existing);
  ImGui::PushID(static_cast<int>(lead.existing));
  {
    Scope item(ui, "update", a11y::Role::kListItem, name, row);
    Rect rest = row;
    name_and_company(ui, rest.cut_top(36), name,
                     ui.state.model->text(lead.existing, LeadField::kCompany));
    for (std::uint32_t i = 0; i < lead.change_count; ++i)
      text_line(ui, rest.cut_top(kChangeHeight),
                change_text(ui, session, session.plan.changes[lead.first_change + i]), kText,
                ui.colours.ink2);
  }
  ImGui::PopID();
  hairline(ui, {row.x, row.bottom() - 1, row.w, 1});
  return height;
}

}  // namespace

float draw_import_updates(Ui& ui, ImportView& view, Rect area) {
  const app::ImportPlan& plan = ui.state.import->plan;
  if (plan.updated == 0) return 0;
  float y = draw_disclosure(ui, "show-updates", area, words::kUpdates, words::kShowUpdates,
                            words::kHideUpdates, view.show_updates);
  if (!view.show_updates) return y;
  Scope list(ui, "updates", a11y::Role::kList, words::kUpdates);
  std::size_t shown = 0;
  std::size_t more = 0;
  for (const app::PlannedLead& lead : plan.leads) {
    if (lead.existing == kNoRow) continue;
    if (shown == kMostUpdates) {
      ++more;
      continue;
    }
    y += draw_update(ui, lead, {area.x, area.y + y, area.w, 0});
    ++shown;
  }
  if (more > 0) {
    text_line(ui, {area.x, area.y + y + 8, area.w, 20},
              formatted("And {} more.", words::count(more)), kText, ui.colours.ink2);
    y += 28;
  }
  return y;
}

float draw_import_warnings(Ui& ui, Rect area) {
  const auto& warnings = ui.state.import->drafts.warnings;
  if (warnings.empty()) return 0;
  Scope list(ui, "warnings", a11y::Role::kList, words::kWarnings);
  float y = 0;
  for (std::size_t i = 0; i < warnings.size(); ++i) {
    const Rect place{area.x + 24, area.y + y, area.w - 24, 0};
    const float height = text_height(ui, place.w, warnings[i], kText);
    ImGui::PushID(static_cast<int>(i));
    Scope item(ui, "warning", a11y::Role::kListItem, warnings[i],
               {area.x, place.y, area.w, height});
    icon(ui, {area.x, place.y, 16, 20}, Icon::kAlert, 16, ui.colours.warn);
    text_block(ui, place, warnings[i], kText, ui.colours.warn, Voice::kSilent);
    ImGui::PopID();
    y += height + 6;
  }
  return y - 6;
}

// All of them, however many: only those that can be seen are drawn.
float draw_import_rejected(Ui& ui, ImportView& view, const ScrollArea& scroll, Rect area) {
  const auto& rejected = ui.state.import->plan.rejected;
  if (rejected.empty()) return 0;
  const std::string title =
      words::counted(rejected.size(), "row can't be imported", "rows can't be imported");
  float y = draw_disclosure(ui, "show-rejected", area, title, words::kShowRejected,
                            words::kHideRejected, view.show_rejected);
  if (!view.show_rejected) return y;
  SmallTable table(ui, "rejected", words::kRejectedTitle, kRejectedColumns,
                   {area.x, area.y + y, area.w, 0}, rejected.size() + 1);
  table.header({area.x, area.y + y, area.w, 32});
  y += 32;
  const auto [first, last] =
      scroll.visible(rejected.size(), kRejectedRow, area.y + y - scroll.content().y);
  for (std::size_t i = first; i < last; ++i) {
    const Rect row{area.x, area.y + y + kRejectedRow * static_cast<float>(i), area.w, kRejectedRow};
    const std::string line = words::count(rejected[i].line);
    const SmallTable::Row scope(table, i + 1, formatted("{} {}", words::kLine, line), row);
    table.text_cell(row, 0, line, kText, ui.colours.ink2);
    table.text_cell(row, 1, rejected[i].why, kText, ui.colours.ink);
    hairline(ui, {row.x, row.bottom() - 1, row.w, 1});
  }
  return y + kRejectedRow * static_cast<float>(rejected.size());
}

std::string import_field_label(std::string_view field) {
  if (const auto known = lead_field_from_text(field)) return std::string(label_of(*known));
  for (const interchange::TargetChoice& choice : interchange::target_choices())
    if (choice.field == field) return std::string(choice.label);
  if (field.starts_with(kCustomPrefix)) return std::string(field.substr(kCustomPrefix.size()));
  if (field.starts_with(kTagPrefix)) return formatted("Tag “{}”", field.substr(kTagPrefix.size()));
  return std::string(field);
}

std::string import_value_text(const Ui& ui, std::string_view field, std::string_view value) {
  if (field == text_of(LeadField::kStage))
    if (const auto stage = stage_from_text(value)) return std::string(label_of(*stage));
  if (field == text_of(LeadField::kLeadType))
    if (const auto type = lead_type_from_text(value)) return std::string(label_of(*type));
  if (field == text_of(LeadField::kSubStage)) return sub_stage_name(ui, value);
  if (field.starts_with(kTagPrefix)) return value.empty() ? std::string() : "yes";
  const auto known = lead_field_from_text(field);
  const auto number = integer_from_text(value);
  if (!known || !number) return std::string(value);
  switch (*known) {
    case LeadField::kCreatedAt:
    case LeadField::kClosedAt:
    case LeadField::kNextStepAt:
    case LeadField::kSnoozedUntil:
    case LeadField::kNurtureUntil: return words::date(*number, ui.state.local_offset_minutes);
    case LeadField::kValueMinor:
      return words::plain_amount(*number, ui.state.settings.default_currency);
    case LeadField::kDoNotContact:
    case LeadField::kOneToOne: return "yes";
    default: return std::string(value);
  }
}

}  // namespace leadlight::ui
