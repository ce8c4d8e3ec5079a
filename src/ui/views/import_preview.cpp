// The first leads of an import as they will be: made by the very function that makes the operation.
#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "app/import.h"
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

constexpr std::size_t kMostShown = 12;
constexpr float kWide = 760;
constexpr float kWideRow = 40;
constexpr float kNarrowRow = 60;
constexpr std::array<TableColumn, 6> kTableColumns{{{words::kName, 1.2F, 100},
                                                    {words::kCompany, 1.2F, 80},
                                                    {words::kEmail, 1.3F, 80},
                                                    {words::kStage, 0.5F, 90},
                                                    {words::kSource, 0.8F, 70},
                                                    {words::kFate, 0.2F, 84}}};

// For records that nobody will keep.
class Unkept : public ports::Random {
 public:
  Id id() override { return {0, ++count_}; }

 private:
  std::uint64_t count_ = 0;
};

// A lead of the plan with what the import would write.
struct Preview {
  const app::PlannedLead* planned = nullptr;
  const Operation* operation = nullptr;
  const OpRecord* record = nullptr;
};

app::ImportPlan first_of(const app::ImportPlan& plan, std::size_t count) {
  app::ImportPlan first;
  first.leads.assign(plan.leads.begin(), plan.leads.begin() + static_cast<std::ptrdiff_t>(count));
  const app::PlannedLead& last = first.leads.back();
  const auto changes = static_cast<std::ptrdiff_t>(last.first_change) +
                       static_cast<std::ptrdiff_t>(last.change_count);
  first.changes.assign(plan.changes.begin(), plan.changes.begin() + changes);
  return first;
}

std::string text_of_field(const Ui& ui, const Preview& lead, LeadField field) {
  const Operation& operation = *lead.operation;
  for (std::uint32_t i = 0; i < lead.record->write_count; ++i) {
    const OpWrite& write = operation.writes[lead.record->write_first + i];
    if (operation.field_names[write.field] == text_of(field))
      return std::string(operation.value(write));
  }
  const Row existing = lead.planned->existing;
  return existing == kNoRow ? std::string() : std::string(ui.state.model->text(existing, field));
}

// As Model::name_of makes it.
std::string name_of(const Ui& ui, const Preview& lead) {
  const auto text = [&](LeadField field) { return text_of_field(ui, lead, field); };
  if (std::string full = text(LeadField::kFullName); !full.empty()) return full;
  const std::string both = text(LeadField::kFirstName) + " " + text(LeadField::kLastName);
  if (!trimmed(both).empty()) return std::string(trimmed(both));
  if (std::string email = text(LeadField::kEmail); !email.empty()) return email;
  if (std::string company = text(LeadField::kCompany); !company.empty()) return company;
  return ui.state.model->name_of(lead.planned->existing);
}

StagePill stage_of(const Ui& ui, const Preview& lead) {
  const Stage stage =
      stage_from_text(text_of_field(ui, lead, LeadField::kStage)).value_or(Stage::kNew);
  return stage_pill(ui, stage, text_of_field(ui, lead, LeadField::kSubStage));
}

StagePill fate_of(const Ui& ui, const Preview& lead) {
  if (lead.planned->existing == kNoRow) return {std::string(words::kIsNew), PillTone::kGood};
  if (!ui.state.model->leads().alive(lead.planned->existing))
    return {std::string(words::kComesBack), PillTone::kGood};
  return {std::string(words::kIsUpdate), PillTone::kAccent};
}

void draw_pill_cell(Ui& ui, SmallTable& table, Rect row, std::size_t column,
                    const StagePill& what) {
  const Rect place = table.cell(row, column);
  const SmallTable::Cell cell(table, column, what.text, place);
  const float width = std::min(pill_width(ui, what.text), place.w);
  pill(ui, Rect{place.x, place.y, width, place.h}.centred(width, 22), what.text, what.tone);
}

void draw_wide(Ui& ui, SmallTable& table, Rect row, const Preview& lead) {
  const auto text = [&](std::size_t column, LeadField field) {
    table.text_cell(row, column, text_of_field(ui, lead, field), kText, ui.colours.ink2);
  };
  table.text_cell(row, 0, name_of(ui, lead), kStrong, ui.colours.ink);
  text(1, LeadField::kCompany);
  text(2, LeadField::kEmail);
  draw_pill_cell(ui, table, row, 3, stage_of(ui, lead));
  text(4, LeadField::kSource);
  draw_pill_cell(ui, table, row, 5, fate_of(ui, lead));
}

// Two lines: name, company and what becomes of it; e-mail address, source and stage.
void draw_narrow(Ui& ui, SmallTable& table, Rect row, const Preview& lead) {
  Rect inner = row.inset(0, 8);
  Rect first = inner.cut_top(22);
  const auto put_pill = [&](Rect& line, std::size_t column, const StagePill& what) {
    const float width = pill_width(ui, what.text);
    const Rect place = line.cut_right(width, 8);
    const SmallTable::Cell cell(table, column, what.text, place);
    pill(ui, place.centred(width, 20), what.text, what.tone);
  };
  put_pill(first, 5, fate_of(ui, lead));
  put_pill(inner, 3, stage_of(ui, lead));
  const std::string name = name_of(ui, lead);
  const std::string company = text_of_field(ui, lead, LeadField::kCompany);
  {
    const SmallTable::Cell cell(table, 0, name + (company.empty() ? "" : ", " + company), first);
    name_and_company(ui, first, name, company);
  }
  std::string under = text_of_field(ui, lead, LeadField::kEmail);
  const std::string source = text_of_field(ui, lead, LeadField::kSource);
  if (!under.empty() && !source.empty()) under += words::kDot;
  under += source;
  const SmallTable::Cell cell(table, 2, under, inner);
  text_line(ui, inner, under, kSmall, ui.colours.ink2, Align::kLeft, Voice::kSilent);
}

std::string title_of(std::size_t shown, std::size_t all) {
  if (shown == all) return std::string(words::kPreview);
  return formatted("The first {} leads, {}", shown, words::continued(words::kPreview));
}

}  // namespace

float draw_import_preview(Ui& ui, const ImportView& view, Rect area) {
  const app::State& state = ui.state;
  const app::ImportSession& session = *state.import;
  const std::size_t count = std::min(session.plan.leads.size(), kMostShown);
  if (count == 0) return 0;
  const app::ImportPlan plan = first_of(session.plan, count);
  Unkept ids;
  const app::ImportOptions options{.source = std::string(trimmed(view.source)),
                                   .event = std::string(trimmed(view.event)),
                                   .by = state.my_name,
                                   .label = {},
                                   .now = state.now};
  const Operation operation =
      app::operation_from_plan(plan, session.drafts, *state.model, state.settings, options, ids);

  heading(ui, {area.x, area.y, area.w, kHeading.line}, title_of(count, session.plan.leads.size()),
          3);
  float y = kHeading.line + 4;
  const bool wide = area.w >= kWide;
  SmallTable table(ui, "preview", words::kPreview, kTableColumns, {area.x, area.y + y, area.w, 0},
                   count + 1);
  if (wide) {
    table.header({area.x, area.y + y, area.w, 32});
    y += 32;
  }
  std::size_t index = 0;
  for (const OpRecord& record : operation.records) {
    if (operation.kind_names[record.kind] != text_of(Kind::kLead) || index >= count) continue;
    const Preview lead{&plan.leads[index++], &operation, &record};
    const Rect rect{area.x, area.y + y, area.w, wide ? kWideRow : kNarrowRow};
    {
      const SmallTable::Row row(table, index, name_of(ui, lead), rect);
      if (wide)
        draw_wide(ui, table, rect, lead);
      else
        draw_narrow(ui, table, rect, lead);
    }
    hairline(ui, {rect.x, rect.bottom() - 1, rect.w, 1});
    y += rect.h;
  }
  return y;
}

}  // namespace leadlight::ui
