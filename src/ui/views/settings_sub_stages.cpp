// Sub-stages of SQL (practice A1): a team renames, adds, reorders and removes them.
#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "base/format.h"
#include "base/text.h"
#include "ui/views/fitting_dialog.h"
#include "ui/views/settings_sections.h"
#include "ui/views/words.h"
#include "ui/views/words_of_settings.h"

namespace leadlight::ui {

namespace {

constexpr std::string_view kDialogId = "remove-sub-stage";
constexpr std::string_view kNewKey = "new-sub-stage";
constexpr std::size_t kMostBytesOfName = 80;

using SubStages = std::vector<SubStage>;

std::size_t leads_in(const SettingsCounts& counts, std::string_view id) {
  const auto found = counts.by_sub_stage.find(id);
  return found == counts.by_sub_stage.end() ? 0 : found->second;
}

// `own`: the sub-stage that would get the name; empty for a new one.
std::string name_fault(const SubStages& stages, std::string_view own, std::string_view typed) {
  if (typed.size() > kMostBytesOfName) return std::string(words::kNameIsTooLong);
  const std::string fold = folded(typed);
  const bool there = std::ranges::any_of(
      stages, [&](const SubStage& stage) { return stage.id != own && folded(stage.name) == fold; });
  return there ? std::string(words::kSubStageIsThere) : std::string();
}

// Made from the name, so that two people who add "Proposal" at the same time add one.
std::string id_from_name(const SubStages& stages, std::string_view name) {
  std::string id = folded(name);
  std::ranges::replace_if(id, [](char c) { return c == '/' || (c >= 0 && c <= ' '); }, '_');
  const std::string base = id;
  for (int number = 2; std::ranges::contains(stages, id, &SubStage::id); ++number)
    id = formatted("{}_{}", base, number);
  return id;
}

void add(Ui& ui, std::string_view name) {
  const SubStages& stages = ui.state.settings.sub_stages;
  const std::string id = id_from_name(stages, name);
  const int last = stages.empty() ? 0 : stages.back().position;
  ui.emit(app::SetSettings{{{sub_stage_name_key(id), std::string(name)},
                            {sub_stage_position_key(id), std::to_string(last + 1)},
                            {sub_stage_removed_key(id), ""}}});
}

void swap(Ui& ui, std::size_t one, std::size_t other) {
  SubStages stages = ui.state.settings.sub_stages;
  std::swap(stages[one], stages[other]);
  app::SetSettings command;
  for (std::size_t i = 0; i < stages.size(); ++i)
    command.values.emplace_back(sub_stage_position_key(stages[i].id), std::to_string(i + 1));
  ui.emit(std::move(command));
}

void remove(Ui& ui, SettingsView& view, const SubStage& stage) {
  if (leads_in(counts_of(ui, view), stage.id) == 0) {
    ui.emit(app::RemoveSubStage{stage.id, {}});
    return;
  }
  view.leaving_sub_stage = stage.id;
  view.leads_go_to.clear();
  view.asks_to_remove = true;
}

void draw_menu(Ui& ui, SettingsView& view, Rect button_rect, std::size_t index) {
  const SubStages& stages = ui.state.settings.sub_stages;
  const SubStage& stage = stages[index];
  const std::string label = formatted("More for {}", stage.name);
  if (button(ui, "more", button_rect, label,
             {.look = ButtonLook::kQuiet, .icon = Icon::kMore, .icon_only = true}))
    open_menu(ui, "menu", button_rect);
  const std::array items{
      MenuItem{.id = "up", .label = words::kMoveUp, .icon = Icon::kArrowUp, .disabled = index == 0},
      MenuItem{.id = "down",
               .label = words::kMoveDown,
               .icon = Icon::kArrowDown,
               .disabled = index + 1 == stages.size()},
      MenuItem{.id = "remove",
               .label = words::kRemove,
               .icon = Icon::kTrash,
               .danger = true,
               .separator_before = true}};
  const int chosen = menu(ui, "menu", "Change this sub-stage", items);
  if (chosen == 0) swap(ui, index, index - 1);
  if (chosen == 1) swap(ui, index, index + 1);
  if (chosen == 2) remove(ui, view, stage);
}

void draw_stage(Form& form, Group& group, std::size_t index) {
  Ui& ui = form.ui;
  const SubStages& stages = ui.state.settings.sub_stages;
  const SubStage& stage = stages[index];
  const std::string key = sub_stage_name_key(stage.id);
  const Check check = [&](std::string_view typed) {
    if (typed.empty()) return std::string(words::kSubStageIsMissing);
    return name_fault(stages, stage.id, typed);
  };
  const std::string fault = setting_fault(form.view, key, check);
  FieldSpec spec{.error = fault, .hide_label = true};
  const float height = field_height(ui, spec);
  Rect row = group.row(height + 16).inset(0, 8);
  ImGui::PushID(key.c_str());
  {
    Scope item(ui, "stage", a11y::Role::kListItem, stage.name, row);
    const Rect more = row.cut_right(ui.control_height(), 4);
    const std::size_t count = leads_in(counts_of(ui, form.view), stage.id);
    const std::string leads = words::counted(count, "lead", "leads");
    Rect figure = row.cut_right(72, 8);
    figure.h = ui.control_height();
    text_line(ui, figure, leads, kSmall, ui.colours.ink2, Align::kRight);
    const std::string label = formatted("{} {}", words::kSubStage, index + 1);
    const auto name = setting_field(ui, form.view, row, {key, label, stage.name, spec}, check);
    if (name) put_typed(form, key, *name);
    draw_menu(ui, form.view, {more.x, more.y, more.w, ui.control_height()}, index);
  }
  ImGui::PopID();
}

void draw_new_stage(Form& form, Group& group) {
  Ui& ui = form.ui;
  const SubStages& stages = ui.state.settings.sub_stages;
  const Check check = [&](std::string_view typed) {
    return typed.empty() ? std::string() : name_fault(stages, {}, typed);
  };
  const std::string fault = setting_fault(form.view, kNewKey, check);
  FieldSpec spec{
      .placeholder = words::kNewSubStage, .error = fault, .hide_label = true, .icon = Icon::kPlus};
  const Rect row = group.row(field_height(ui, spec) + 20).inset(0, 10);
  const auto name =
      setting_field(ui, form.view, row, {kNewKey, words::kNewSubStage, {}, spec}, check);
  if (name && !name->empty()) add(ui, *name);
}

// ---- leaving leads behind -----------------------------------------------------------------------------

void draw_target(Ui& ui, SettingsView& view, Rect& area) {
  std::vector<Option> options;
  std::vector<std::string_view> ids;
  for (const SubStage& stage : ui.state.settings.sub_stages) {
    if (stage.id == view.leaving_sub_stage) continue;
    options.push_back({stage.name});
    ids.emplace_back(stage.id);
  }
  if (options.empty()) {
    area.cut_top(text_block(ui, area, words::kToNoSubStage, kText, ui.colours.ink2), 8);
    return;
  }
  if (view.leads_go_to.empty()) view.leads_go_to = ids.front();
  const auto selected = std::ranges::find(ids, std::string_view(view.leads_go_to));
  const float height = ui.control_height() + 22;
  const int chosen = select(ui, "target", area.cut_top(height, 8), words::kMoveThemTo, options,
                            static_cast<int>(selected - ids.begin()));
  if (chosen >= 0) view.leads_go_to = ids[static_cast<std::size_t>(chosen)];
}

}  // namespace

void draw_remove_sub_stage_dialog(Ui& ui, SettingsView& view) {
  if (std::exchange(view.asks_to_remove, false)) open_dialog(ui, kDialogId);
  if (!dialog_is_open(ui, kDialogId)) return;
  const auto& stages = ui.state.settings.sub_stages;
  const auto stage = std::ranges::find(stages, view.leaving_sub_stage, &SubStage::id);
  const std::string name = stage == stages.end() ? std::string() : stage->name;
  FittingDialog dialog(ui, kDialogId, formatted("Remove “{}”?", name), 440, view.dialog_height,
                       ui.control_height());
  if (!dialog) return;
  const std::size_t count = leads_in(counts_of(ui, view), view.leaving_sub_stage);
  Rect area = dialog.content();
  const float top = area.y;
  const std::string text =
      count == 1 ? std::string("1 lead stands in this sub-stage.")
                 : formatted("{} leads stand in this sub-stage.", words::count(count));
  area.cut_top(text_block(ui, area, text, kText, ui.colours.ink), 16);
  draw_target(ui, view, area);
  dialog.used(area.y - top);
  Rect buttons = dialog.footer();
  const std::string label =
      stages.size() > 1 ? formatted("Move {} and remove", words::counted(count, "lead", "leads"))
                        : std::string("Remove it");
  const ButtonSpec danger{.look = ButtonLook::kDanger};
  const float cancel = button_width(ui, words::kCancel);
  const float width = ui.phone() ? buttons.w - cancel - 8 : button_width(ui, label, danger);
  if (button(ui, "remove", buttons.cut_right(width, 8), label, danger)) {
    ui.emit(app::RemoveSubStage{view.leaving_sub_stage, view.leads_go_to});
    close_dialog(ui);
  }
  if (button(ui, "cancel", buttons.cut_right(cancel), words::kCancel)) close_dialog(ui);
}

void draw_sub_stage_settings(Form& form) {
  Ui& ui = form.ui;
  const auto& stages = ui.state.settings.sub_stages;
  form.title(words::kSections[4].title, words::kSubStagesAdvice);
  if (stages.empty()) {
    form.text(words::kNoSubStages);
    form.gap(16);
  }
  Group group(form, "sub-stages", words::kSubStages);
  {
    Scope list(ui, "list", a11y::Role::kList, words::kSubStages);
    for (std::size_t i = 0; i < stages.size(); ++i) draw_stage(form, group, i);
  }
  draw_new_stage(form, group);
}

}  // namespace leadlight::ui
