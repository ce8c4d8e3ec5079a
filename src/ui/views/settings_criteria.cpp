// Settings: the fit criteria (practice B3) and the minimum from which a contact is a lead (A3).
#include <algorithm>
#include <array>
#include <format>

#include "base/text.h"
#include "score/match_rule.h"
#include "ui/views/flow.h"
#include "ui/views/lead_parts.h"
#include "ui/views/settings_view.h"
#include "ui/views/words.h"
#include "ui/widgets.h"

namespace leadlight::ui {

namespace {

constexpr std::size_t kEnoughCriteria = 6;  // B3: the editor advises against a seventh

// Fields that can answer a criterion by themselves; the first is nobody.
constexpr std::array kFields{LeadField::kEmployees, LeadField::kTitle,   LeadField::kCountry,
                             LeadField::kIndustry,  LeadField::kCompany, LeadField::kBuyWhen,
                             LeadField::kHeat,      LeadField::kSource,  LeadField::kLeadType,
                             LeadField::kRegion,    LeadField::kCity,    LeadField::kLanguage,
                             LeadField::kWebsite,   LeadField::kEmail,   LeadField::kCampaign,
                             LeadField::kEvent,     LeadField::kOwner};

struct FieldChoices {
  std::vector<std::string> names{""};
  std::vector<std::string> labels{"A person, by hand"};
};
FieldChoices field_choices(const Model& model) {
  FieldChoices choices;
  for (const LeadField field : kFields)
    choices.names.emplace_back(text_of(field)), choices.labels.emplace_back(label_of(field));
  for (ColumnIndex column = kLeadFieldCount; column < model.leads().column_count(); ++column) {
    const std::string_view name = model.leads().column_name(column);
    if (!name.starts_with(kCustomPrefix)) continue;
    choices.names.emplace_back(name);
    choices.labels.emplace_back(name.substr(kCustomPrefix.size()));
  }
  return choices;
}

void open_draft(SettingsView& view, const Criterion& criterion) {
  view.draft = {.open = true, .criterion = criterion, .points = {}, .error = {}};
  for (const CriterionAnswer& answer : criterion.answers)
    view.draft.points.push_back(std::to_string(answer.points));
}

std::string most_words(const Criterion& criterion) {
  int least = 0, most = 0;
  for (const CriterionAnswer& answer : criterion.answers)
    least = std::min(least, answer.points), most = std::max(most, answer.points);
  return least < 0 ? std::format("{} to {} points", words::signed_points(least),
                                 words::signed_points(most))
                   : std::format("up to {} points", most);
}

std::string about(const Ui& ui, const Criterion& criterion) {
  std::string text =
      words::counted(criterion.answers.size(), "answer", "answers") + ", " + most_words(criterion);
  if (criterion.field.empty()) return text + ", by hand";
  const FieldChoices choices = field_choices(*ui.state.model);
  const auto found = std::ranges::find(choices.names, criterion.field);
  const std::string label =
      found == choices.names.end()
          ? criterion.field
          : choices.labels[static_cast<std::size_t>(found - choices.names.begin())];
  return text + std::format(", read from {}", words::continued(label));
}

void move_criterion(Ui& ui, std::size_t from, std::size_t to) {
  std::vector<Id> order;
  for (const Criterion& criterion : ui.state.settings.criteria) order.push_back(criterion.id);
  std::swap(order[from], order[to]);
  ui.emit(app::OrderCriteria{std::move(order)});
}

float draw_criterion_row(Ui& ui, SettingsView& view, std::size_t index, Rect area) {
  const auto& criteria = ui.state.settings.criteria;
  const Criterion& criterion = criteria[index];
  const Rect row{area.x, area.y, area.w, 60};
  const std::string text = about(ui, criterion);
  if (list_row(ui, "criterion", row, std::format("{} {}. Edit", criterion.question, text), false)
          .activated)
    open_draft(view, criterion);
  Rect inner = row.inset(12, 0);
  const float size = ui.phone() ? 44.0F : 32.0F;
  const auto tool = [&](std::string_view id, std::string_view what, Icon icon, bool disabled) {
    const Rect at = inner.cut_right(size, 2).centred(size, size);
    return button(
        ui, id, at, std::format("{}: {}", what, criterion.question),
        {.look = ButtonLook::kQuiet, .icon = icon, .disabled = disabled, .icon_only = true});
  };
  if (tool("down", "Move down", Icon::kChevronDown, index + 1 == criteria.size()))
    move_criterion(ui, index, index + 1);
  if (tool("up", "Move up", Icon::kChevronUp, index == 0)) move_criterion(ui, index, index - 1);
  if (criterion.must_have) {
    const Rect at = inner.cut_right(pill_width(ui, "Must have"), 8);
    pill(ui, at.centred(at.w, 22), "Must have", PillTone::kWarn);
  }
  Rect lines = inner.centred(inner.w, 40);
  text_line(ui, lines.cut_top(22), criterion.question, kStrong, ui.colours.ink, Align::kLeft,
            Voice::kSilent);
  text_line(ui, lines, text, kSmall, ui.colours.ink2, Align::kLeft, Voice::kSilent);
  hairline(ui, {row.x, row.bottom(), row.w, 1});
  return 61;
}

// ---- the editor -----------------------------------------------------------------------------------------

std::string draft_fault(const CriterionDraft& draft) {
  if (trimmed(draft.criterion.question).empty()) return "Please write the question.";
  if (draft.criterion.answers.empty()) return "Please add an answer.";
  for (std::size_t i = 0; i < draft.points.size(); ++i) {
    if (trimmed(draft.criterion.answers[i].text).empty())
      return std::format("Please write answer {}, or remove it.", i + 1);
    const auto points = integer_from_text(trimmed(draft.points[i]));
    if (!points || *points < -1000 || *points > 1000)
      return std::format("Answer {} needs points: a whole number from -1000 to 1000.", i + 1);
  }
  return {};
}

void save_draft(Ui& ui, SettingsView& view) {
  CriterionDraft& draft = view.draft;
  draft.error = draft_fault(draft);
  if (!draft.error.empty()) return;
  Criterion& criterion = draft.criterion;
  criterion.question = trimmed(criterion.question);
  for (std::size_t i = 0; i < draft.points.size(); ++i) {
    criterion.answers[i].points = static_cast<int>(*integer_from_text(trimmed(draft.points[i])));
    criterion.answers[i].text = trimmed(criterion.answers[i].text);
    criterion.answers[i].match =
        criterion.field.empty() ? std::string() : std::string(trimmed(criterion.answers[i].match));
  }
  ui.emit(app::PutCriterion{criterion});
  draft = {};
}

float draw_answer(Ui& ui, CriterionDraft& draft, std::size_t index, Rect area, bool* removed) {
  CriterionAnswer& answer = draft.criterion.answers[index];
  const bool first = index == 0, by_field = !draft.criterion.field.empty();
  const FieldSpec spec{.hide_label = !first && !ui.phone(), .last = false};
  FieldSpec number = spec, rule = spec;
  number.kind = FieldKind::kNumber;
  rule.placeholder = "250..1000";
  const float height = field_height(ui, spec);
  float used = height;
  Rect row{area.x, area.y, area.w, height};
  const float size = ui.control_height();
  Rect remove = row.cut_right(size, 4);
  if (button(ui, "remove", remove.cut_bottom(size), std::format("Remove answer {}", index + 1),
             {.look = ButtonLook::kQuiet, .icon = Icon::kTrash, .icon_only = true}))
    *removed = true;
  text_field(ui, "points", row.cut_right(76, 8), "Points", draft.points[index], number);
  if (by_field && ui.phone()) {
    const Rect below{area.x, area.y + height + 8, area.w, field_height(ui, rule)};
    text_field(ui, "rule", below, "When the field says", answer.match, rule);
    used += below.h + 8;
  } else if (by_field) {
    text_field(ui, "rule", row.cut_right(row.w * 0.48F, 8), "When the field says", answer.match,
               rule);
  }
  text_field(ui, "text", row, "Answer", answer.text, spec);
  return used + 8;
}

float draw_answers(Ui& ui, CriterionDraft& draft, Rect area) {
  float y = 0;
  std::size_t gone = draft.points.size();
  for (std::size_t i = 0; i < draft.points.size(); ++i) {
    ImGui::PushID(draft.criterion.answers[i].number);
    bool removed = false;
    y += draw_answer(ui, draft, i, {area.x, area.y + y, area.w, 0}, &removed);
    if (removed) gone = i;
    ImGui::PopID();
  }
  if (gone < draft.points.size()) {
    draft.criterion.answers.erase(draft.criterion.answers.begin() +
                                  static_cast<std::ptrdiff_t>(gone));
    draft.points.erase(draft.points.begin() + static_cast<std::ptrdiff_t>(gone));
    ui.request_frame();
  }
  const ButtonSpec plus{.icon = Icon::kPlus};
  if (button(ui, "add-answer",
             {area.x, area.y + y, button_width(ui, "Answer", plus), ui.control_height()}, "Answer",
             plus)) {
    int number = 0;
    for (const CriterionAnswer& answer : draft.criterion.answers)
      number = std::max(number, answer.number);
    draft.criterion.answers.push_back({number + 1, {}, 0, {}});
    draft.points.emplace_back("5");
  }
  y += ui.control_height() + 12;
  if (!draft.criterion.field.empty())
    y += draw_advice(ui, {area.x, area.y + y, area.w, 0},
                     "The field is read like this: 250..1000 is a range, open at either end; words "
                     "stand anywhere in it, separated by commas; * is whatever else. The first "
                     "answer that fits counts.");
  return y;
}

float draw_editor_buttons(Ui& ui, SettingsView& view, Rect area) {
  float y = 0;
  if (!view.draft.error.empty()) y += draw_advice(ui, area, view.draft.error, ui.colours.bad);
  Rect row{area.x, area.y + y, area.w, ui.control_height()};
  const ButtonSpec primary{.look = ButtonLook::kPrimary};
  if (button(ui, "save", row.cut_left(button_width(ui, "Save", primary), 8), "Save", primary))
    return save_draft(ui, view), y + row.h;
  if (button(ui, "cancel", row.cut_left(button_width(ui, "Cancel"), 8), "Cancel"))
    return view.draft = {}, y + row.h;
  const Id id = view.draft.criterion.id;
  const std::string_view remove = ui.phone() ? "Remove" : "Remove criterion";
  if (!id.is_nil() &&
      button(ui, "remove-criterion", row.cut_right(button_width(ui, remove)), remove)) {
    ui.emit(app::RemoveCriterion{id});
    view.draft = {};
  }
  return y + ui.control_height();
}

}  // namespace

float draw_criterion_editor(Ui& ui, SettingsView& view, Rect area) {
  CriterionDraft& draft = view.draft;
  float y = 0;
  const auto at = [&](float height) { return Rect{area.x, area.y + y, area.w, height}; };
  const FieldSpec spec{.placeholder = "How large is the company?", .last = false};
  const float height = field_height(ui, spec);
  text_field(ui, "question", at(height), "Question", draft.criterion.question, spec);
  y += height + 16;
  const FieldChoices choices = field_choices(*ui.state.model);
  std::vector<Option> options;
  for (const std::string& label : choices.labels) options.push_back({label});
  const auto found = std::ranges::find(choices.names, draft.criterion.field);
  y += small_heading(ui, at(16), "Who answers", 3);
  const int selected =
      found == choices.names.end() ? -1 : static_cast<int>(found - choices.names.begin());
  const int chosen =
      select(ui, "field", Rect{area.x, area.y + y, std::min(area.w, 320.0F), ui.control_height()},
             "Who answers", options, selected, draft.criterion.field);
  if (chosen >= 0) draft.criterion.field = choices.names[static_cast<std::size_t>(chosen)];
  y += ui.control_height() + 12;
  if (toggle(ui, "must-have", at(ui.control_height()),
             "Must have: a lead without a fitting answer stays a contact",
             draft.criterion.must_have))
    draft.criterion.must_have = !draft.criterion.must_have;
  y += ui.control_height() + 16;
  y += small_heading(ui, at(16), "Answers", 3);
  y += draw_answers(ui, draft, at(0)) + 8;
  y += draw_editor_buttons(ui, view, at(0));
  return y;
}

float draw_criteria_settings(Ui& ui, SettingsView& view, Rect area) {
  if (view.draft.open) return draw_criterion_editor(ui, view, area);
  const auto& criteria = ui.state.settings.criteria;
  float y = draw_advice(ui, area,
                        "Five or six simple questions tell who fits. Each answer has points; a "
                        "lead's own fields answer most of them.");
  const auto at = [&] { return Rect{area.x, area.y + y, area.w, 0}; };
  {
    const Scope list(ui, "criteria", a11y::Role::kList, "Fit criteria");
    for (std::size_t i = 0; i < criteria.size(); ++i) {
      ImGui::PushID(static_cast<int>(i));
      y += draw_criterion_row(ui, view, i, at());
      ImGui::PopID();
    }
  }
  y += 12;
  const bool enough = criteria.size() >= kEnoughCriteria;
  if (enough)
    y += draw_advice(
        ui, at(),
        std::format("{} questions are enough. Each one more makes leads harder to tell apart; "
                    "better replace one.",
                    criteria.size() == kEnoughCriteria ? "Six" : words::count(criteria.size())),
        ui.colours.warn);
  const std::string_view label = enough ? "Add one all the same" : "Add a criterion";
  const ButtonSpec plus{.icon = Icon::kPlus};
  if (button(ui, "add", {area.x, area.y + y, button_width(ui, label, plus), ui.control_height()},
             label, plus)) {
    Criterion fresh;
    fresh.position = criteria.empty() ? 1 : criteria.back().position + 1;
    fresh.answers = {{1, {}, 0, {}}, {2, {}, 0, {}}};
    open_draft(view, fresh);
    view.draft.points = {"10", "0"};
  }
  y += ui.control_height() + 28;
  heading(ui, {area.x, area.y + y, area.w, 24}, "Contact or lead", 3);
  y += 32;
  y += draw_number_setting(ui, view,
                           {settings_key::kMinimumFit, "A lead has at least", "fit points",
                            ui.state.settings.minimum_fit, -1000, 1000},
                           at());
  const auto contacts =
      std::ranges::count(ui.state.points, Standing::kContact, &score::Points::standing);
  const auto deleted = ui.state.model->leads().size() -
                       ui.state.model->leads().alive_count();  // they have that standing, too
  const std::size_t below = static_cast<std::size_t>(
      std::max<std::int64_t>(0, contacts - static_cast<std::int64_t>(deleted)));
  y += draw_advice(
      ui, at(),
      std::format("Who has less stays a contact and is in no funnel figure. Now {} below it.",
                  below == 1 ? std::string("1 is") : words::count(below) + " are"));
  return y;
}

}  // namespace leadlight::ui
