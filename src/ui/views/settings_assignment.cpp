// Who gets a lead (practice A4): rules in their order, the first that fits decides.
#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "base/format.h"
#include "base/text.h"
#include "score/assignment.h"
#include "ui/views/settings_sections.h"
#include "ui/views/words.h"
#include "ui/views/words_of_settings.h"

namespace leadlight::ui {

namespace {

using score::assign_key;
using score::AssignRule;
using score::AssignRules;

struct Subject {
  std::string_view field, label, example;
};
constexpr std::array<Subject, 7> kSubjects{
    {{"country", "Country", "Germany, Austria"},
     {"region", "Region", "Bavaria, Tyrol"},
     {"postal_code", "Postal code begins with", "80, 81, 82"},
     {"source", "Source", "Trade fair"},
     {"campaign", "Campaign", "Spring campaign"},
     {"lead_type", "Lead type", ""},
     {score::kMarqueeField, "Marquee account", ""}}};

const Subject* subject_of(std::string_view field) {
  const auto* const found = std::ranges::find(kSubjects, field, &Subject::field);
  return found == kSubjects.end() ? nullptr : found;
}

// The parts that a rule has; all emptied, it is gone.
constexpr std::array<std::string_view, 4> kParts{"field", "match", "to", "position"};

void add(Ui& ui, const AssignRules& rules) {
  // By the moment, so that two people's new rules are two.
  const Table& table = ui.state.model->table(Kind::kSetting);
  UtcMs moment = ui.state.now;
  while (table.find_column(assign_key(std::to_string(moment), "field")) != kNoColumn) ++moment;
  const std::string id = std::to_string(moment);
  const int last = rules.rules.empty() ? 0 : rules.rules.back().position;
  ui.emit(app::SetSettings{{{assign_key(id, "field"), "country"},
                            {assign_key(id, "position"), std::to_string(last + 1)}}});
}

void remove(Ui& ui, const AssignRule& rule) {
  app::SetSettings command;
  for (const std::string_view part : kParts)
    command.values.emplace_back(assign_key(rule.id, part), "");
  ui.emit(std::move(command));
}

void swap(Ui& ui, const AssignRules& rules, std::size_t one, std::size_t other) {
  std::vector<std::string> ids;
  for (const AssignRule& rule : rules.rules) ids.push_back(rule.id);
  std::swap(ids[one], ids[other]);
  app::SetSettings command;
  for (std::size_t i = 0; i < ids.size(); ++i)
    command.values.emplace_back(assign_key(ids[i], "position"), std::to_string(i + 1));
  ui.emit(std::move(command));
}

void draw_subject(Form& form, Group& group, const AssignRule& rule) {
  std::array<Option, kSubjects.size()> options;
  std::ranges::transform(kSubjects, options.begin(),
                         [](const Subject& one) { return Option{one.label}; });
  const Subject* const now = subject_of(rule.field);
  const int selected = now == nullptr ? -1 : static_cast<int>(now - kSubjects.data());
  const int chosen = select_row(form, group, "field", words::kAssignBy, {}, options, selected);
  if (chosen < 0 || chosen == selected) return;
  form.ui.emit(app::SetSettings{{{assign_key(rule.id, "field"),
                                  std::string(kSubjects[static_cast<std::size_t>(chosen)].field)},
                                 {assign_key(rule.id, "match"), ""}}});
}

void draw_lead_type(Form& form, Group& group, const AssignRule& rule) {
  std::array<Option, kLeadTypeCount - 1> options;
  int selected = -1;
  for (std::size_t i = 0; i < options.size(); ++i) {
    const auto type = static_cast<LeadType>(i + 1);
    options[i] = {label_of(type)};
    if (rule.match == text_of(type)) selected = static_cast<int>(i);
  }
  const int chosen = select_row(form, group, "type", words::kAssignMatch, {}, options, selected);
  if (chosen >= 0)
    put_setting(form.ui, assign_key(rule.id, "match"), text_of(static_cast<LeadType>(chosen + 1)));
}

void draw_text(Form& form, Group& group, const AssignRule& rule, std::string_view part,
               const TextRow& row) {
  const Check none = [](std::string_view) { return std::string(); };
  const std::string key = assign_key(rule.id, part);
  TextRow shown = row;
  shown.key = key;
  if (const auto typed = text_row(form, group, shown, none)) put_typed(form, key, *typed);
}

void draw_buttons(Form& form, Group& group, const AssignRules& rules, std::size_t index) {
  Ui& ui = form.ui;
  Rect row = group.row(ui.control_height() + 16).inset(0, 8);
  const auto put = [&](std::string_view id, std::string_view label, Icon icon, bool disabled) {
    return button(
        ui, id, row.cut_right(ui.control_height(), 4), label,
        {.look = ButtonLook::kQuiet, .icon = icon, .disabled = disabled, .icon_only = true});
  };
  if (put("remove", words::kRemove, Icon::kTrash, false)) remove(ui, rules.rules[index]);
  if (put("down", words::kMoveDown, Icon::kArrowDown, index + 1 == rules.rules.size()))
    swap(ui, rules, index, index + 1);
  if (put("up", words::kMoveUp, Icon::kArrowUp, index == 0)) swap(ui, rules, index, index - 1);
}

void draw_rule(Form& form, const AssignRules& rules, std::size_t index) {
  const AssignRule& rule = rules.rules[index];
  const std::string id = assign_key(rule.id, "");
  ImGui::PushID(id.c_str());
  Group group(form, id, formatted("{} {}", words::kAssignRule, index + 1));
  draw_subject(form, group, rule);
  const Subject* const subject = subject_of(rule.field);
  if (rule.field == text_of(LeadField::kLeadType))
    draw_lead_type(form, group, rule);
  else if (rule.field != score::kMarqueeField && subject != nullptr)
    draw_text(form, group, rule, "match",
              {.key = {},
               .label = words::kAssignMatch,
               .advice = words::kAssignMatchAdvice,
               .value = rule.match,
               .spec = {.placeholder = subject->example}});
  std::string names;
  for (const std::string& name : rule.to) names += (names.empty() ? "" : ", ") + name;
  draw_text(form, group, rule, "to",
            {.key = {},
             .label = words::kAssignTo,
             .advice = words::kAssignToAdvice,
             .value = names,
             .spec = {.kind = FieldKind::kName}});
  draw_buttons(form, group, rules, index);
  ImGui::PopID();
}

}  // namespace

void draw_assignment_settings(Form& form) {
  Ui& ui = form.ui;
  const AssignRules rules = score::assign_rules(*ui.state.model);
  form.title(words::kSections[5].title, words::kAssignAdvice);
  if (rules.rules.empty()) {
    form.text(words::kNoAssignRules);
    form.gap(16);
  }
  for (std::size_t i = 0; i < rules.rules.size(); ++i) draw_rule(form, rules, i);
  const ButtonSpec spec{.icon = Icon::kPlus};
  Rect place = form.place(ui.control_height(), 20);
  if (button(ui, "add", place.cut_left(button_width(ui, words::kAddAssignRule, spec)),
             words::kAddAssignRule, spec))
    add(ui, rules);
  if (rules.rules.empty()) return;
  Group group(form, "new", words::kAssignWhen);
  const int chosen = choice_row(form, group,
                                {.id = "new",
                                 .label = words::kAssignNew,
                                 .advice = words::kAssignNewAdvice,
                                 .options = words::kAssignNewChoices,
                                 .selected = rules.new_leads ? 1 : 0});
  if (chosen >= 0) put_setting(ui, score::kAssignNewKey, chosen == 1 ? "1" : "");
}

}  // namespace leadlight::ui
