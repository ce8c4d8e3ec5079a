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
constexpr float kLineRow = 52;
constexpr float kChangeHeight = 24;
constexpr std::array<TableColumn, 2> kRejectedColumns{{{words::kLine, 0, 64}, {words::kWhy, 1, 0}}};
constexpr std::array<TableColumn, 2> kOverwrittenColumns{
    {{words::kLine, 0, 64}, {words::kWhat, 1, 0}}};

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

// A line of the file and what there is to say of it.
struct LineNote {
  std::size_t line = 0;
  std::string text, under;
};

// All of them, however many: only those that can be seen are drawn. Returns the height of the rows.
template <class NoteOf>
float draw_lines(Ui& ui, SmallTable& table, const ScrollArea& scroll, Rect area, std::size_t count,
                 NoteOf&& note_of) {
  table.header(area.cut_top(32));
  const auto [first, last] = scroll.visible(count, kLineRow, area.y - scroll.content().y);
  for (std::size_t i = first; i < last; ++i) {
    const Rect row{area.x, area.y + kLineRow * static_cast<float>(i), area.w, kLineRow};
    const LineNote note = note_of(i);
    const std::string line = words::count(note.line);
    const SmallTable::Row scope(table, i + 1, formatted("{} {}", words::kLine, line), row);
    Rect lines = row.inset(0, 6);
    const Rect upper = lines.cut_top(22);
    table.text_cell(upper, 0, line, kText, ui.colours.ink2);
    const std::string said =
        note.under.empty() ? note.text : formatted("{} ({})", note.text, note.under);
    const SmallTable::Cell cell(table, 1, said, table.cell(row, 1));
    text_line(ui, table.cell(upper, 1), note.text, kText, ui.colours.ink, Align::kLeft,
              Voice::kSilent);
    text_line(ui, table.cell(lines, 1), note.under, kSmall, ui.colours.ink2, Align::kLeft,
              Voice::kSilent);
    hairline(ui, {row.x, row.bottom() - 1, row.w, 1});
  }
  return 32 + kLineRow * static_cast<float>(count);
}

const interchange::Draft& row_of(const interchange::Drafts& drafts, std::uint32_t value) {
  return *std::prev(std::ranges::upper_bound(drafts.rows, value, {}, &interchange::Draft::first));
}

// "City: Bonn → Ulm in line 14", below it whom the row names.
LineNote overwriting_note(const Ui& ui, const app::ImportSession& session,
                          const app::Overwritten& overwritten) {
  const interchange::Drafts& drafts = session.drafts;
  const interchange::DraftValue& value = drafts.values[overwritten.value];
  const std::string& field = drafts.field_names[value.field];
  const auto text = [&](std::uint32_t of) {
    return import_value_text(ui, field, drafts.value(drafts.values[of]));
  };
  const interchange::Draft& row = row_of(drafts, overwritten.value);
  std::string whom;
  for (std::uint32_t i = row.first; i < row.first + row.count; ++i) {
    const std::string& name = drafts.field_names[drafts.values[i].field];
    if (name != "full_name" && name != "first_name" && name != "last_name" && name != "company")
      continue;
    if (!whom.empty()) whom += name == "company" ? words::kDot : " ";
    whom += drafts.value(drafts.values[i]);
  }
  return {row.line,
          formatted("{}: {} → {} in line {}", import_field_label(field), text(overwritten.value),
                    text(overwritten.by), words::count(row_of(drafts, overwritten.by).line)),
          std::move(whom)};
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

float draw_import_rejected(Ui& ui, ImportView& view, const ScrollArea& scroll, Rect area) {
  const auto& rejected = ui.state.import->plan.rejected;
  if (rejected.empty()) return 0;
  const std::string title = import_words(
      ui, words::counted(rejected.size(), "row can't be imported", "rows can't be imported"));
  float y =
      draw_disclosure(ui, "show-rejected", area, title, import_words(ui, words::kShowRejected),
                      import_words(ui, words::kHideRejected), view.show_rejected);
  if (!view.show_rejected) return y;
  SmallTable table(ui, "rejected", import_words(ui, words::kRejectedTitle), kRejectedColumns,
                   {area.x, area.y + y, area.w, 0}, rejected.size() + 1);
  return y + draw_lines(ui, table, scroll, {area.x, area.y + y, area.w, 0}, rejected.size(),
                        [&](std::size_t i) -> LineNote {
                          return {rejected[i].line, import_words(ui, rejected[i].why),
                                  rejected[i].begins};
                        });
}

float draw_import_overwritten(Ui& ui, ImportView& view, const ScrollArea& scroll, Rect area) {
  const app::ImportSession& session = *ui.state.import;
  const auto& overwritten = session.plan.overwritten;
  if (overwritten.empty()) return 0;
  const std::string title = import_words(
      ui, words::counted(overwritten.size(), "value gives way to a later row of the file",
                         "values give way to later rows of the file"));
  float y = draw_disclosure(ui, "show-overwritten", area, title, words::kShowOverwritten,
                            words::kHideOverwritten, view.show_overwritten);
  if (!view.show_overwritten) return y;
  SmallTable table(ui, "overwritten", import_words(ui, words::kOverwrittenTitle),
                   kOverwrittenColumns, {area.x, area.y + y, area.w, 0}, overwritten.size() + 1);
  return y +
         draw_lines(ui, table, scroll, {area.x, area.y + y, area.w, 0}, overwritten.size(),
                    [&](std::size_t i) { return overwriting_note(ui, session, overwritten[i]); });
}

std::string import_field_label(std::string_view field) {
  if (const auto known = lead_field_from_text(field)) return std::string(label_of(*known));
  for (const interchange::TargetChoice& choice : interchange::target_choices())
    if (choice.field == field) return std::string(choice.label);
  if (field.starts_with(kCustomPrefix)) return std::string(field.substr(kCustomPrefix.size()));
  if (field.starts_with(kTagPrefix)) return formatted("Tag “{}”", field.substr(kTagPrefix.size()));
  return std::string(field);
}

namespace {
// As our book knows the lead, or as the snapshot that is shown does.
std::string name_of_id(const Ui& ui, std::string_view text) {
  const auto id = id_from_text(text);
  const auto& merged = ui.state.import ? ui.state.import->snapshot.merged : nullptr;
  for (const Model* const model : {ui.state.model, merged ? &merged->model() : nullptr}) {
    const Row row = id && model != nullptr ? model->leads().find(*id) : kNoRow;
    if (row != kNoRow && model->lead(row).known) return model->name_of(row);
  }
  return "another lead";
}
}  // namespace

std::string import_value_text(const Ui& ui, std::string_view field, std::string_view value) {
  if (field == text_of(LeadField::kStage))
    if (const auto stage = stage_from_text(value)) return std::string(label_of(*stage));
  if (field == text_of(LeadField::kLeadType))
    if (const auto type = lead_type_from_text(value)) return std::string(label_of(*type));
  if (field == text_of(LeadField::kWeedOut))
    if (const auto reason = weed_out_from_text(value)) return std::string(label_of(*reason));
  if (field == text_of(LeadField::kSubStage)) return sub_stage_name(ui, value);
  if (field.starts_with(kTagPrefix)) return value.empty() ? std::string() : "yes";
  if (field == text_of(LeadField::kMergedInto)) return name_of_id(ui, value);
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
