#include "ui/views/change_lines.h"

#include <algorithm>

#include "app/lead_merge.h"
#include "app/words.h"
#include "base/format.h"
#include "base/text.h"
#include "message/template.h"
#include "ui/views/import_view.h"
#include "ui/views/lead_card_view.h"
#include "ui/views/words.h"

namespace leadlight::ui {

namespace {

constexpr float kIndent = 20;
constexpr float kPadding = 10;
constexpr std::size_t kMostLines = 6;  // of one text

using Tone = ChangeLine::Tone;

std::string capitalised(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] -= 'a' - 'A';
  return text;
}

const Criterion* criterion_of(const Ui& ui, std::string_view field) {
  const auto id = id_from_text(field.substr(kFitPrefix.size()));
  const auto& criteria = ui.state.settings.criteria;
  const auto found = id ? std::ranges::find(criteria, *id, &Criterion::id) : criteria.end();
  return found == criteria.end() ? nullptr : &*found;
}

float text_height_of(const Ui& ui, float width, const ChangeLine& line) {
  const TextStyle& style = line.tone == Tone::kHeading ? kStrong : kText;
  return std::min(text_height(ui, width, line.text, style),
                  style.line * static_cast<float>(kMostLines));
}

float height_of(const Ui& ui, float width, const ChangeLine& line) {
  return text_height_of(ui, width, line) + (line.under.empty() ? 0 : kSmall.line) + 8;
}

// "Phone", "Phone of Jim Brodo" where that is another lead by now.
std::string name_of(const Ui& ui, Kind kind, const app::IncomingChange& change) {
  std::string name = field_name(ui, kind, change.field);
  const Row row = change.of.is_nil() ? kNoRow : ui.state.model->leads().find(change.of);
  return row == kNoRow ? name : formatted("{} of {}", name, ui.state.model->name_of(row));
}

void add_conflict(const Ui& ui, Kind kind, const app::IncomingChange& change,
                  std::vector<ChangeLine>& lines) {
  lines.push_back(
      {formatted("{}: written on both sides", name_of(ui, kind, change)), {}, Tone::kHeading});
  lines.push_back({formatted("{} counts", field_value(ui, kind, change.field, change.after)),
                   who_and_when(ui, change.by, change.at, change.after_is_ours), Tone::kCounts});
  lines.push_back(
      {formatted("{} can be chosen instead{}", field_value(ui, kind, change.field, change.before),
                 kind == Kind::kLead ? ", on the card" : ", in What changed"),
       who_and_when(ui, change.before_by, change.before_at, change.before_is_ours), Tone::kOther});
}

}  // namespace

std::string field_name(const Ui& ui, Kind kind, std::string_view field) {
  if (kind == Kind::kSetting) return capitalised(app::words::setting_name(field));
  if (kind == Kind::kLead && field.starts_with(kFitPrefix)) {
    const Criterion* const criterion = criterion_of(ui, field);
    return criterion == nullptr ? std::string("Answer to a criterion") : criterion->question;
  }
  if (kind == Kind::kLead) return import_field_label(field);
  std::string spoken(field);
  for (char& c : spoken)
    if (c == '_' || c == '/') c = ' ';
  return capitalised(std::move(spoken));
}

std::string field_value(const Ui& ui, Kind kind, std::string_view field, std::string_view value) {
  if (value.empty()) return field.starts_with(kTagPrefix) ? "not tagged" : "(empty)";
  if ((kind == Kind::kCriterion || kind == Kind::kTemplate) && value == kCleared) return "(empty)";
  if (kind == Kind::kSetting && field.ends_with("_minutes"))
    if (const auto minutes = integer_from_text(value))
      return words::minutes(static_cast<int>(std::clamp<std::int64_t>(*minutes, 0, 1 << 30)));
  if (kind != Kind::kLead) return std::string(value);
  if (field.starts_with(kFitPrefix)) {
    const Criterion* const criterion = criterion_of(ui, field);
    const auto number = integer_from_text(value);
    if (criterion != nullptr && number)
      for (const CriterionAnswer& answer : criterion->answers)
        if (answer.number == *number) return answer.text;
  }
  return import_value_text(ui, field, value);
}

std::string plan_text(const Ui& ui, const Model& model, Row lead) {
  const auto kind = touch_kind_from_text(model.text(lead, LeadField::kNextStep));
  if (!kind) return {};
  std::string text(label_of(*kind));
  if (const auto at = integer_from_text(model.text(lead, LeadField::kNextStepAt)))
    text += ", " + words::moment(*at, ui.state.now, ui.state.local_offset_minutes);
  return text;
}

std::string name_of_record(const Model& model, Kind kind, Id record) {
  const Row row = model.table(kind).find(record);
  const auto named = [&](std::string_view what, auto field) {
    const auto name =
        row == kNoRow ? std::string_view() : model.text(kind, row, static_cast<ColumnIndex>(field));
    return formatted("{} “{}”", what, name);
  };
  if (kind == Kind::kCriterion) {
    auto name = named("criterion", CriterionField::kQuestion);
    for (const Criterion& one : default_criteria())  // of which only changes are written
      if (one.id == record && (row == kNoRow || name == "criterion “”"))
        return formatted("criterion “{}”", one.question);
    return name;
  }
  if (kind == Kind::kTemplate) {
    auto name = named("template", TemplateField::kName);
    for (const message::Template& one : message::default_templates())  // likewise
      if (one.id == record && (row == kNoRow || name == "template “”"))
        return formatted("template “{}”", one.name);
    return name;
  }
  if (kind == Kind::kExperiment) return named("experiment", ExperimentField::kName);
  return kind == Kind::kCampaign ? named("campaign", CampaignField::kName) : "the team";
}

bool is_ahead(const Ui& ui, UtcMs at) {
  return at > (ui.state.past ? ui.state.past->now : ui.state.now) + kDayMs;
}

std::string who_and_when(const Ui& ui, std::string_view by, UtcMs at, bool ours) {
  const std::string when = is_ahead(ui, at)
                               ? words::continued(kByClockAhead)
                               : words::moment(at, ui.state.now, ui.state.local_offset_minutes);
  std::string who(by);
  if (ours) who += who.empty() ? "in your book" : ", in your book";
  return who.empty() ? when : who + std::string(words::kDot) + when;
}

std::vector<ChangeLine> lines_of(const Ui& ui, const app::SnapshotPreview& preview, Kind kind,
                                 Id record) {
  std::vector<ChangeLine> lines;
  const auto lead = kind == Kind::kLead
                        ? std::ranges::find(preview.leads, record, &app::IncomingLead::id)
                        : preview.leads.end();
  if (kind == Kind::kLead && preview.merged->is_erased(record)) {
    return {{"All that is known of this person leaves your book, and can't come back.",
             {},
             Tone::kGone}};
  }
  using enum app::IncomingChange::What;
  for (const app::IncomingChange& change : app::changes_of(preview, kind, record, ui.app.book())) {
    if (change.what == kConflict) {
      add_conflict(ui, kind, change, lines);
    } else if (change.what == kField) {
      const std::string name = name_of(ui, kind, change);
      const std::string after = field_value(ui, kind, change.field, change.after);
      lines.push_back({change.before.empty() && kind == Kind::kLead
                           ? formatted("{}: {}", name, after)
                           : formatted("{}: {} → {}", name,
                                       field_value(ui, kind, change.field, change.before), after),
                       change.at == 0 ? "As it was before it was taken back"
                                      : who_and_when(ui, change.by, change.at)});
    } else {
      const Kind log = change.what == kTouch  ? Kind::kTouch
                       : change.what == kMove ? Kind::kMove
                       : change.what == kNote ? Kind::kNote
                                              : Kind::kHandoff;
      const std::string text = event_text(ui, preview.merged->model(), log, change.row);
      lines.push_back({change.gone ? formatted("Taken away: {}", words::continued(text)) : text,
                       who_and_when(ui, change.by, change.at),
                       change.gone ? Tone::kGone : Tone::kPlain});
    }
  }
  if (lead != preview.leads.end() && lead->fate == app::Fate::kDeletedHere)
    lines.push_back({"Deleted in your book. It comes back as it was if you tick it.", {}});
  if (const Model& merged = preview.merged->model(); lead != preview.leads.end())
    if (const Row row = merged.leads().find(record); row != kNoRow && app::has_news(merged, row))
      lines.push_back(
          {formatted("It was worked on apart from that: what differs is to be settled on "
                     "the card of {}.",
                     merged.name_of(merged.lead(row).heir)),
           {},
           Tone::kOther});
  if (lead != preview.leads.end() && lead->fate == app::Fate::kDeleted && !lead->heir.is_nil())
    lines.push_back({"Merged into a lead that is deleted in your book: if you tick it, both are.",
                     {},
                     Tone::kGone});
  if (lead != preview.leads.end() && lead->changed_here)
    lines.push_back({"Who deleted it did not know what was done to it here.", {}, Tone::kGone});
  if (lines.empty()) lines.push_back({"Nothing to see in its fields.", {}});
  return lines;
}

void measure(const Ui& ui, OpenedRecord& opened, float width) {
  if (opened.width == width) return;
  opened.width = width;
  opened.height = 2 * kPadding;
  for (const ChangeLine& line : opened.lines) opened.height += height_of(ui, width - kIndent, line);
}

void draw_lines(Ui& ui, const OpenedRecord& opened, Rect area) {
  const Palette& c = ui.colours;
  const Scope list(ui, "lines", a11y::Role::kList, "Changes", area);
  float y = area.y + kPadding;
  for (std::size_t i = 0; i < opened.lines.size(); ++i) {
    const ChangeLine& line = opened.lines[i];
    const float height = height_of(ui, opened.width - kIndent, line);
    const Rect row{area.x, y, opened.width, height};
    y += height;
    ImGui::PushID(static_cast<int>(i));
    {
      const Scope item(ui, "line", a11y::Role::kListItem,
                       line.under.empty() ? line.text : line.text + ", " + line.under, row);
      const bool heading = line.tone == Tone::kHeading;
      ImU32 dot = c.ink3;
      if (line.tone == Tone::kCounts) dot = c.good;
      if (line.tone == Tone::kOther) dot = c.warn;
      if (line.tone == Tone::kGone) dot = c.bad;
      if (!heading) fill(ui, {row.x + 4, row.y + 7, 6, 6}, dot, 3);
      Rect words = row;
      words.cut_left(heading ? 0 : kIndent);
      text_lines(ui, words.cut_top(text_height_of(ui, opened.width - kIndent, line)), line.text,
                 heading ? kStrong : kText, heading ? c.warn : c.ink, kMostLines, Voice::kSilent);
      text_line(ui, words.cut_top(kSmall.line), line.under, kSmall, c.ink2, Align::kLeft,
                Voice::kSilent);
    }
    ImGui::PopID();
  }
}

}  // namespace leadlight::ui
