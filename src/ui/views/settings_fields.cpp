// The entries that settings are made of: numbers with bounds, texts, lists that grow.
#include <format>

#include "base/text.h"
#include "ui/views/settings_view.h"
#include "ui/widgets.h"

namespace leadlight::ui {

namespace {

std::string number_fault(const NumberSetting& setting, std::string_view typed) {
  const auto number = integer_from_text(trimmed(typed));
  if (number && *number >= setting.lowest && *number <= setting.highest) return {};
  return std::format("Please write a whole number from {} to {}.", setting.lowest, setting.highest);
}

void write(Ui& ui, SettingsView& view, std::string_view key, std::string value,
           std::string_view before) {
  if (value != before) ui.emit(app::SetSetting{std::string(key), std::move(value)});
  view.editing_key.clear();
  view.error.clear();
}

bool ends(FieldResult result) {
  return result == FieldResult::kSubmitted || result == FieldResult::kCommitted;
}

}  // namespace

float draw_number_setting(Ui& ui, SettingsView& view, const NumberSetting& setting, Rect area) {
  const bool editing = view.editing_key == setting.key;
  const std::string now = std::to_string(setting.value);
  std::string value = editing ? view.edited : now;
  const std::string error = editing ? view.error : std::string();
  constexpr float kFieldWidth = 96;
  const float unit = setting.unit.empty() ? 0 : text_width(ui, setting.unit, kText) + 12;
  const float height = ui.control_height();
  Rect row{area.x, area.y, area.w, height};
  if (unit > 0)
    text_line(ui, row.cut_right(unit).inset(0, 0), setting.unit, kText, ui.colours.ink2,
              Align::kRight, Voice::kSilent);
  const Rect field = row.cut_right(kFieldWidth, 16);
  text_line(ui, row, setting.label, kText, ui.colours.ink, Align::kLeft, Voice::kSilent);
  ImGui::PushID(setting.key.data(), setting.key.data() + setting.key.size());
  std::string spoken(setting.label);
  if (!setting.unit.empty()) spoken += std::format(", {}", setting.unit);
  const FieldResult result = text_field(ui, "number", field, spoken, value,
                                        {.kind = FieldKind::kNumber, .hide_label = true});
  ImGui::PopID();
  if (result == FieldResult::kCancelled) view.editing_key.clear();
  if (result == FieldResult::kChanged || ends(result)) {
    view.editing_key = setting.key;
    view.edited = value;
    view.error = number_fault(setting, value);
    if (ends(result) && view.error.empty())
      write(ui, view, setting.key, std::string(trimmed(value)), now);
  }
  if (error.empty()) return height + 8;
  const float fault = text_height(ui, area.w, error, kSmall);
  text_block(ui, {area.x, area.y + height + 4, area.w, fault}, error, kSmall, ui.colours.bad);
  return height + 8 + fault + 4;
}

float draw_text_setting(Ui& ui, SettingsView& view, std::string_view key, std::string_view label,
                        std::string_view value, Rect area) {
  std::string text = view.editing_key == key ? view.edited : std::string(value);
  const FieldSpec spec{};
  const float height = field_height(ui, spec);
  ImGui::PushID(key.data(), key.data() + key.size());
  const FieldResult result =
      text_field(ui, "text", {area.x, area.y, std::min(area.w, 400.0F), height}, label, text, spec);
  ImGui::PopID();
  if (result == FieldResult::kCancelled) view.editing_key.clear();
  if (result == FieldResult::kChanged) view.editing_key = key, view.edited = text;
  if (ends(result)) write(ui, view, key, std::string(trimmed(text)), value);
  return height + 16;
}

float draw_advice(Ui& ui, Rect area, std::string_view text, ImU32 colour) {
  const float height = text_height(ui, area.w, text, kText);
  text_block(ui, {area.x, area.y, area.w, height}, text, kText, colour);
  return height + 16;
}
float draw_advice(Ui& ui, Rect area, std::string_view text) {
  return draw_advice(ui, area, text, ui.colours.ink2);
}

bool draw_adder(Ui& ui, std::string_view id, std::string_view label, std::string_view placeholder,
                std::string& typed, Rect area, float* used) {
  const FieldSpec spec{.placeholder = placeholder};
  const float height = field_height(ui, spec);
  *used = height + 8;
  ImGui::PushID(id.data(), id.data() + id.size());
  Rect row{area.x, area.y, std::min(area.w, 480.0F), height};
  Rect add = row.cut_right(button_width(ui, "Add"), 8);
  const bool submitted = text_field(ui, "new", row, label, typed, spec) == FieldResult::kSubmitted;
  const bool blank = trimmed(typed).empty();
  const bool pressed =
      button(ui, "add", add.cut_bottom(ui.control_height()), "Add", {.disabled = blank});
  ImGui::PopID();
  return (pressed || submitted) && !blank;
}

}  // namespace leadlight::ui
