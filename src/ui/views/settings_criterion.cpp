#include "ui/views/settings_criterion.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "base/format.h"
#include "base/text.h"
#include "ui/views/settings_sections.h"
#include "ui/views/words.h"
#include "ui/views/words_of_settings.h"

namespace leadlight::ui {

namespace {

constexpr std::size_t kMostBytesOfText = 200;

// Fields that say something about a lead, not about our work with it.
constexpr std::array kReadable{LeadField::kEmployees, LeadField::kTitle,      LeadField::kCountry,
                               LeadField::kIndustry,  LeadField::kBuyWhen,    LeadField::kHeat,
                               LeadField::kLeadType,  LeadField::kSource,     LeadField::kCampaign,
                               LeadField::kEvent,     LeadField::kCompany,    LeadField::kWebsite,
                               LeadField::kEmail,     LeadField::kLanguage,   LeadField::kCity,
                               LeadField::kRegion,    LeadField::kPostalCode, LeadField::kNeed,
                               LeadField::kMatchOurs, LeadField::kOneToOne,   LeadField::kOwner};

struct FieldChoice {
  std::string field;
  std::string label;
  std::string_view detail;
};

std::vector<FieldChoice> readable_fields(const Ui& ui, std::string_view current) {
  std::vector<FieldChoice> fields{{"", std::string(words::kByHand), {}}};
  for (const LeadField field : kReadable)
    fields.push_back({std::string(text_of(field)), std::string(label_of(field)), words::kField});
  const Table& leads = ui.state.model->leads();
  for (ColumnIndex column = kLeadFieldCount; column < leads.column_count(); ++column) {
    const std::string_view name = leads.column_name(column);
    if (name.starts_with(kCustomPrefix))
      fields.push_back({std::string(name), label_of_field(name), words::kOwnField});
  }
  // One that is set and that no lead has (any more).
  if (!std::ranges::contains(fields, current, &FieldChoice::field))
    fields.push_back({std::string(current), label_of_field(current), words::kOwnField});
  return fields;
}

bool draw_question(Form& form, Group& group, Criterion& criterion) {
  Ui& ui = form.ui;
  const Check check = [](std::string_view typed) {
    if (typed.empty()) return std::string(words::kQuestionIsMissing);
    return typed.size() > kMostBytesOfText ? std::string(words::kQuestionIsTooLong) : std::string();
  };
  const std::string key = criterion_key(criterion, "question");
  const std::string fault = setting_fault(form.view, key, check);
  FieldSpec spec{.error = fault};
  const Rect row = group.bare_row(field_height(ui, spec) + 16);
  if (std::exchange(form.view.focus_question, false)) focus_field(ui, key);
  const auto question = setting_field(ui, form.view, {row.x, row.y, row.w, row.h - 16},
                                      {key, words::kQuestion, criterion.question, spec}, check);
  if (question) criterion.question = *question;
  return question.has_value();
}

bool draw_field(Form& form, Group& group, Criterion& criterion) {
  Ui& ui = form.ui;
  const std::vector<FieldChoice> fields = readable_fields(ui, criterion.field);
  std::vector<Option> options;
  for (const FieldChoice& one : fields) options.push_back({one.label, one.detail});
  const auto selected = std::ranges::find(fields, criterion.field, &FieldChoice::field);
  const float height = ui.control_height() + 22;
  const Rect row = group.bare_row(height + 12);
  const int chosen = select(ui, "field", {row.x, row.y, row.w, height}, words::kReadFrom, options,
                            static_cast<int>(selected - fields.begin()));
  if (chosen < 0) return false;
  criterion.field = fields[static_cast<std::size_t>(chosen)].field;
  return true;
}

bool draw_must_have(Form& form, Group& group, Criterion& criterion) {
  Ui& ui = form.ui;
  const Rect row = group.bare_row(ui.control_height() + 24);
  const bool toggled = toggle(ui, "must-have", {row.x, row.y, row.w, ui.control_height()},
                              words::kMustHave, criterion.must_have);
  text_line(ui, {row.x, row.y + ui.control_height() - 6, row.w - 50, 16}, words::kMustHaveAdvice,
            kSmall, ui.colours.ink2);
  if (toggled) criterion.must_have = !criterion.must_have;
  return toggled;
}

void emit_swap(Ui& ui, std::size_t one, std::size_t other) {
  app::OrderCriteria command;
  for (const Criterion& criterion : ui.state.settings.criteria)
    command.criteria.push_back(criterion.id);
  std::swap(command.criteria[one], command.criteria[other]);
  ui.emit(std::move(command));
}

void draw_buttons(Form& form, Group& group, std::size_t index) {
  Ui& ui = form.ui;
  const auto& criteria = ui.state.settings.criteria;
  const float height = ui.control_height();
  Rect row = group.bare_row(height + 20);
  row.h = height;
  const ButtonSpec up{.look = ButtonLook::kQuiet,
                      .icon = Icon::kArrowUp,
                      .disabled = index == 0,
                      .icon_only = true};
  const ButtonSpec down{.look = ButtonLook::kQuiet,
                        .icon = Icon::kArrowDown,
                        .disabled = index + 1 == criteria.size(),
                        .icon_only = true};
  const ButtonSpec remove{.look = ButtonLook::kQuiet, .icon = Icon::kTrash};
  if (button(ui, "remove", row.cut_left(button_width(ui, words::kRemoveCriterion, remove)),
             words::kRemoveCriterion, remove))
    ui.emit(app::RemoveCriterion{criteria[index].id});
  if (button(ui, "down", row.cut_right(height, 4), words::kMoveDown, down))
    emit_swap(ui, index, index + 1);
  if (button(ui, "up", row.cut_right(height, 4), words::kMoveUp, up))
    emit_swap(ui, index, index - 1);
}

}  // namespace

std::string label_of_field(std::string_view field) {
  if (const auto known = lead_field_from_text(field)) return std::string(label_of(*known));
  if (field.starts_with(kCustomPrefix)) field.remove_prefix(kCustomPrefix.size());
  return std::string(field);
}

std::string criterion_key(const Criterion& criterion, std::string_view part) {
  return formatted("criterion/{}/{}", text_from_id(criterion.id), part);
}

std::string answer_field_key(const Criterion& criterion, int number, AnswerPart part) {
  return criterion_key(criterion, answer_key(number, part));
}

// A hyphen between two numbers would be read as a word.
std::string rule_fault(std::string_view rule) {
  for (std::string_view part : split(rule, ',')) {
    part = trimmed(part);
    const std::size_t dash = part.find_first_of("-–");
    if (dash == 0 || dash == std::string_view::npos) continue;
    std::string_view behind = part.substr(dash + (part.substr(dash).starts_with("–") ? 3 : 1));
    if (integer_from_text(trimmed(part.substr(0, dash))) && integer_from_text(trimmed(behind)))
      return std::string(words::kRangeNeedsDots);
  }
  return {};
}

void draw_criterion_editor(Form& form, Group& group, std::size_t index) {
  const Criterion& stored = form.ui.state.settings.criteria[index];
  Criterion criterion = stored;
  Scope editor(form.ui, "editor", a11y::Role::kGroup, stored.question);
  bool changed = draw_question(form, group, criterion);
  changed = draw_field(form, group, criterion) || changed;
  changed = draw_must_have(form, group, criterion) || changed;
  changed = draw_criterion_answers(form, group, criterion) || changed;
  draw_buttons(form, group, index);
  if (changed) form.ui.emit(app::PutCriterion{std::move(criterion)});
}

}  // namespace leadlight::ui
