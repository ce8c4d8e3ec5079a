// Settings: the team's own sub-stages of SQL (practice A1): rename, add, reorder, remove.
#include <algorithm>
#include <array>
#include <format>

#include "base/text.h"
#include "ui/views/settings_view.h"
#include "ui/views/words.h"
#include "ui/widgets.h"

namespace leadlight::ui {

namespace {

// A stable id from its first name: "Free trial" gives "free-trial"; numbered when it was taken
// before.
std::string new_id(const Model& model, std::string_view name) {
  std::string id;
  for (const char c : folded(name)) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (plain)
      id += c;
    else if (!id.empty() && id.back() != '-')
      id += '-';
  }
  while (id.ends_with('-')) id.pop_back();
  if (id.empty()) id = "step";
  const Table& settings = model.table(Kind::kSetting);
  const auto taken = [&](const std::string& one) {
    return settings.find_column(sub_stage_name_key(one)) != kNoColumn ||
           std::ranges::contains(default_sub_stages(), one, &SubStage::id);
  };
  std::string candidate = id;
  for (int number = 2; taken(candidate); ++number) candidate = std::format("{}-{}", id, number);
  return candidate;
}

// All positions anew, with two of them exchanged: one step to undo.
void swap_places(Ui& ui, std::size_t a, std::size_t b) {
  std::vector<SubStage> order = ui.state.settings.sub_stages;
  std::swap(order[a], order[b]);
  app::SetSettings command;
  for (std::size_t i = 0; i < order.size(); ++i)
    command.values.emplace_back(sub_stage_position_key(order[i].id), std::to_string(i + 1));
  ui.emit(std::move(command));
}

std::size_t leads_in(const Model& model, std::string_view id) {
  std::size_t count = 0;
  for (Row row = 0; row < model.leads().size(); ++row)
    count += model.leads().alive(row) && model.lead(row).stage == Stage::kSql &&
             model.text(row, LeadField::kSubStage) == id;
  return count;
}

float draw_sub_stage(Ui& ui, SettingsView& view, std::size_t index, Rect area) {
  const auto& subs = ui.state.settings.sub_stages;
  const SubStage& sub = subs[index];
  const float size = ui.control_height();
  Rect row{area.x, area.y, area.w, size};
  const ButtonSpec quiet{.look = ButtonLook::kQuiet, .icon_only = true};
  const auto tool = [&](std::string_view id, std::string_view what, Icon icon, bool disabled) {
    ButtonSpec spec = quiet;
    spec.icon = icon, spec.disabled = disabled;
    return button(ui, id, row.cut_right(size, 2), std::format("{} {}", what, sub.name), spec);
  };
  if (tool("remove", "Remove", Icon::kTrash, subs.size() == 1)) {
    // Whoever stands in it goes to the step before, or to the one behind the first.
    const std::string target = index > 0 ? subs[index - 1].id : subs[1].id;
    ui.emit(app::RemoveSubStage{sub.id, target});
  }
  if (tool("down", "Move down", Icon::kChevronDown, index + 1 == subs.size()))
    swap_places(ui, index, index + 1);
  if (tool("up", "Move up", Icon::kChevronUp, index == 0)) swap_places(ui, index - 1, index);

  const std::string key = sub_stage_name_key(sub.id);
  std::string text = view.editing_key == key ? view.edited : sub.name;
  const std::string count = words::counted(leads_in(*ui.state.model, sub.id), "lead", "leads");
  text_line(ui, row.cut_right(72, 12), count, kSmall, ui.colours.ink2, Align::kRight);
  const FieldResult result = text_field(ui, "name", row, std::format("Name of step {}", index + 1),
                                        text, {.hide_label = true});
  if (result == FieldResult::kCancelled) view.editing_key.clear();
  if (result == FieldResult::kChanged) view.editing_key = key, view.edited = text;
  if (result == FieldResult::kSubmitted || result == FieldResult::kCommitted) {
    // A step without a name would be gone; its bin is the way to remove it.
    if (!trimmed(text).empty() && trimmed(text) != sub.name)
      ui.emit(app::SetSetting{key, std::string(trimmed(text))});
    view.editing_key.clear();
  }
  return size + 8;
}

}  // namespace

float draw_sub_stage_settings(Ui& ui, SettingsView& view, Rect area) {
  float y = draw_advice(ui, area,
                        "The steps that sales takes with a lead in SQL. If you remove one, its "
                        "leads go to the step before it.");
  const auto& subs = ui.state.settings.sub_stages;
  {
    const Scope list(ui, "steps", a11y::Role::kGroup, "Sales steps");
    for (std::size_t i = 0; i < subs.size(); ++i) {
      ImGui::PushID(subs[i].id.c_str());
      y += draw_sub_stage(ui, view, i, {area.x, area.y + y, area.w, 0});
      ImGui::PopID();
    }
  }
  float used = 0;
  if (draw_adder(ui, "add", "New step", "Negotiation", view.new_sub_stage,
                 {area.x, area.y + y + 8, area.w, 0}, &used)) {
    const std::string id = new_id(*ui.state.model, view.new_sub_stage);
    const int last = subs.empty() ? 0 : subs.back().position;
    ui.emit(app::SetSettings{{{sub_stage_name_key(id), std::string(trimmed(view.new_sub_stage))},
                              {sub_stage_position_key(id), std::to_string(last + 1)}}});
    view.new_sub_stage.clear();
  }
  return y + 8 + used;
}

}  // namespace leadlight::ui
