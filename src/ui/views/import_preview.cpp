// What an import would do, before it does it: the first rows as they will be, what is odd, and
// which rows can't be used and why.
#include <algorithm>
#include <format>

#include "app/state.h"
#include "base/text.h"
#include "ui/views/import_view.h"
#include "ui/views/lead_parts.h"
#include "ui/views/words.h"
#include "ui/widgets.h"

namespace leadlight::ui {

namespace {

constexpr std::size_t kMostShown = 8;
constexpr std::size_t kFirstRejected = 3;
constexpr std::size_t kMostRejected = 200;

// One row of the file as it will be read.
struct DraftWords {
  std::string name, company, rest;
};

std::string readable(const Ui& ui, std::string_view field, std::string_view value) {
  if (field == text_of(LeadField::kStage))
    if (const auto stage = stage_from_text(value)) return std::string(label_of(*stage));
  if (field == text_of(LeadField::kLeadType))
    if (const auto type = lead_type_from_text(value)) return std::string(label_of(*type));
  const bool time =
      field == text_of(LeadField::kCreatedAt) || field == text_of(LeadField::kClosedAt);
  if (const auto number = integer_from_text(value); time && number)
    return words::date(*number, ui.state.local_offset_minutes);
  if (const auto minor = integer_from_text(value);
      minor && field == text_of(LeadField::kValueMinor))
    return words::plain_amount(*minor, ui.state.settings.default_currency);
  return std::string(value);
}

std::string label_of_field(std::string_view field) {
  if (const auto known = lead_field_from_text(field)) return std::string(label_of(*known));
  if (field.starts_with(kCustomPrefix)) return std::string(field.substr(kCustomPrefix.size()));
  if (field.starts_with(kTagPrefix)) return "Tag";
  if (field == "note") return "Note";
  return std::string(field);
}

DraftWords words_of(const Ui& ui, const interchange::Drafts& drafts,
                    const interchange::Draft& draft) {
  DraftWords words;
  std::string first, last, email;
  for (std::uint32_t i = draft.first; i < draft.first + draft.count; ++i) {
    const interchange::DraftValue& value = drafts.values[i];
    const std::string_view field = drafts.field_names[value.field];
    const std::string text = field.starts_with(kTagPrefix)
                                 ? std::string(field.substr(kTagPrefix.size()))
                                 : readable(ui, field, drafts.value(value));
    if (field == text_of(LeadField::kFullName))
      words.name = text;
    else if (field == text_of(LeadField::kFirstName))
      first = text;
    else if (field == text_of(LeadField::kLastName))
      last = text;
    else if (field == text_of(LeadField::kCompany))
      words.company = text;
    else
      words.rest +=
          (words.rest.empty() ? "" : std::string(words::kDot)) + label_of_field(field) + " " + text;
    if (field == text_of(LeadField::kEmail)) email = text;
  }
  if (words.name.empty())
    words.name = first.empty() || last.empty() ? first + last : first + " " + last;
  if (words.name.empty())
    words.name = !email.empty() ? email : words.company.empty() ? "No name" : words.company;
  return words;
}

StagePill fate_pill(const Ui& ui, const app::PlannedRow& row) {
  switch (row.fate) {
    case app::RowFate::kCreate: return {"New", PillTone::kGood};
    case app::RowFate::kUpdate:
      return {row.existing == kNoRow ? std::string("Same lead as above")
                                     : "Updates " + ui.state.model->name_of(row.existing),
              PillTone::kAccent};
    case app::RowFate::kSkip: return {"Nothing new", PillTone::kOutline};
    case app::RowFate::kRejected: return {"Not used", PillTone::kBad};
  }
  return {};
}

float draw_draft(Ui& ui, Rect area, const interchange::Drafts& drafts, std::size_t index,
                 const app::PlannedRow& planned) {
  const DraftWords words = words_of(ui, drafts, drafts.rows[index]);
  const StagePill fate = fate_pill(ui, planned);
  const Rect row{area.x, area.y, area.w, 56};
  ImGui::PushID(static_cast<int>(index));
  {
    const Scope item(
        ui, "row", a11y::Role::kListItem,
        std::format("{}, {}, {}: {}", words.name, words.company, fate.text, words.rest), row);
    Rect inner = row;
    const float width = std::min(pill_width(ui, fate.text), inner.w * 0.4F);
    pill(ui, inner.cut_right(width, 12).centred(width, 22), fate.text, fate.tone);
    Rect lines = inner.centred(inner.w, 40);
    name_and_company(ui, lines.cut_top(22), words.name, words.company);
    text_line(ui, lines, words.rest, kSmall, ui.colours.ink2, Align::kLeft, Voice::kSilent);
  }
  ImGui::PopID();
  hairline(ui, {row.x, row.bottom() - 1, row.w, 1});
  return row.h;
}

float draw_rejected(Ui& ui, ImportView& view, Rect area) {
  const auto& rejected = ui.state.import->plan.rejected;
  if (rejected.empty()) return 0;
  float y = small_heading(
      ui, area, words::counted(rejected.size(), "row can't be used", "rows can't be used"));
  const std::size_t most = view.show_rejected ? kMostRejected : kFirstRejected;
  const std::size_t shown = std::min(rejected.size(), most);
  for (std::size_t i = 0; i < shown; ++i) {
    const std::string text =
        std::format("Line {}: {}", words::count(rejected[i].line), rejected[i].why);
    const float height = text_height(ui, area.w, text, kText);
    text_block(ui, {area.x, area.y + y, area.w, height}, text, kText, ui.colours.ink2);
    y += height + 4;
  }
  if (shown == rejected.size()) return y;
  if (view.show_rejected) {
    text_line(ui, {area.x, area.y + y, area.w, 20},
              std::format("And {} more.", words::count(rejected.size() - shown)), kText,
              ui.colours.ink2);
    return y + 24;
  }
  const std::string label = std::format(
      "Show {}", words::counted(std::min(rejected.size(), kMostRejected), "row", "rows"));
  if (button(ui, "show-rejected",
             {area.x, area.y + y + 4, button_width(ui, label), ui.control_height()}, label))
    view.show_rejected = true;
  return y + 4 + ui.control_height();
}

}  // namespace

float draw_import_faults(Ui& ui, ImportView& view, Rect area) {
  float y = 0;
  for (const std::string& warning : ui.state.import->drafts.warnings) {
    const float height = text_height(ui, area.w - 24, warning, kText);
    icon(ui, {area.x, area.y + y, 16, 20}, Icon::kAlert, 16, ui.colours.warn);
    text_block(ui, {area.x + 24, area.y + y, area.w - 24, height}, warning, kText, ui.colours.warn);
    y += height + 6;
  }
  if (y > 0) y += 10;
  return y + draw_rejected(ui, view, {area.x, area.y + y, area.w, 0});
}

float draw_import_preview(Ui& ui, Rect area) {
  const app::ImportSession& session = *ui.state.import;
  const std::size_t count =
      std::min({session.drafts.rows.size(), session.plan.rows.size(), kMostShown});
  if (count == 0) return 0;
  float y = small_heading(ui, area,
                          session.drafts.rows.size() > count
                              ? std::format("The first {} rows, as they will be", count)
                              : std::string("The rows, as they will be"));
  const Scope list(ui, "preview", a11y::Role::kList, "Preview");
  for (std::size_t i = 0; i < count; ++i)
    y += draw_draft(ui, {area.x, area.y + y, area.w, 0}, session.drafts, i, session.plan.rows[i]);
  return y;
}

}  // namespace leadlight::ui
