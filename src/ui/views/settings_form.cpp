#include "ui/views/settings_form.h"

#include <algorithm>

#include "base/format.h"
#include "base/text.h"
#include "ui/views/lead_parts.h"
#include "ui/views/words.h"
#include "ui/views/words_of_settings.h"

namespace leadlight::ui {

namespace {

constexpr float kPadding = 16;     // of rows, left and right
constexpr float kRowPadding = 10;  // above and below
constexpr float kControlGap = 16;  // between words and control
constexpr float kNumberWidth = 84;
constexpr float kUnitWidth = 60;  // of wide rows, so that all numbers stand below each other
constexpr float kTextWidth = 280;
constexpr float kFaultHeight = 20;
constexpr float kWideRow = 480;  // from here on text fields stand beside their words

// At the row's right end, below the field.
Rect fault_place(const Ui& ui, Rect row, std::string_view fault) {
  const float width = std::min(row.w, text_width(ui, fault, kSmall) + 20);
  return {row.right() - width, row.bottom() - kRowPadding - 14, width, 16};
}

// A comma, point, blank or apostrophe with just three digits behind it.
bool sets_thousands_apart(std::string_view typed, std::size_t at) {
  const auto digit = [typed](std::size_t i) {
    return i < typed.size() && typed[i] >= '0' && typed[i] <= '9';
  };
  if (at == 0 || std::string_view(",. '").find(typed[at]) == std::string_view::npos) return false;
  return digit(at - 1) && digit(at + 1) && digit(at + 2) && digit(at + 3) && !digit(at + 4);
}

std::string number_fault(std::string_view typed, int lowest, int highest,
                         const std::function<std::string(int)>& rule) {
  const auto number = whole_from_typed(typed);
  const auto bound = [](int value) {
    const std::string text = words::count(static_cast<std::size_t>(std::abs(value)));
    return value < 0 ? "−" + text : text;
  };
  if (!number || *number < lowest || *number > highest)
    return formatted("Please write a whole number from {} to {}.", bound(lowest), bound(highest));
  return rule ? rule(*number) : std::string();
}

}  // namespace

// ---- form and groups ----------------------------------------------------------------------------

Form::Form(Ui& the_ui, SettingsView& the_view, Rect area)
    : ui(the_ui), view(the_view), area_(area), y_(area.y) {}

void Form::title(std::string_view text, std::string_view advice) {
  heading(ui, {area_.x, y_, area_.w, kTitle.line}, text, 2, kTitle);
  y_ += kTitle.line + 4;
  if (!advice.empty()) this->text(advice);
  y_ += 20;
}

void Form::text(std::string_view text, ImU32 colour) {
  const Rect rect{area_.x, y_, area_.w, 0};
  y_ += text_block(ui, rect, text, kText, colour == 0 ? ui.colours.ink2 : colour);
}

Rect Form::place(float height, float gap_below) {
  const Rect rect{area_.x, y_, area_.w, height};
  y_ += height + gap_below;
  return rect;
}

Group::Group(Form& form, std::string_view id, std::string_view heading) : form_(form), id_(id) {
  ImGui::PushID(id_.c_str());
  scope_.emplace(form.ui, "group", a11y::Role::kGroup, heading);
  if (!heading.empty())
    form.y_ += small_heading(form.ui, {form.area_.x, form.y_, form.area_.w, 16}, heading, 3);
  top_ = form.y_;
  const float height = form.view.panel_heights[id_];
  if (height > 0) panel(form.ui, {form.area_.x, top_, form.area_.w, height}, kCardRadius);
}

Group::~Group() {
  float& height = form_.view.panel_heights[id_];
  if (const float now = form_.y_ - top_; now != height) {
    height = now;
    form_.ui.request_frame();
  }
  form_.y_ += 24;
  scope_.reset();
  ImGui::PopID();
}

Rect Group::row(float height) {
  const bool first = !any_;
  const Rect row = bare_row(height);
  if (!first) hairline(form_.ui, {row.x, row.y, row.w + kPadding, 1});
  return row;
}

Rect Group::bare_row(float height) {
  const Rect row{form_.area_.x + kPadding, form_.y_, inner_width(), height};
  any_ = true;
  form_.y_ += height;
  return row;
}

float Group::inner_width() const { return form_.area_.w - 2 * kPadding; }

// ---- words beside a control -----------------------------------------------------------------------

float label_height(const Ui& ui, float width, std::string_view label, std::string_view advice) {
  return text_height(ui, width, label, kText) + text_height(ui, width, advice, kSmall);
}

void draw_label(Ui& ui, Rect rect, std::string_view label, std::string_view advice) {
  const float height = label_height(ui, rect.w, label, advice);
  Rect lines{rect.x, rect.y + std::max(0.0F, (rect.h - height) / 2), rect.w, height};
  // The control beside it is called by the label.
  lines.cut_top(text_block(ui, lines, label, kText, ui.colours.ink, Voice::kSilent));
  text_block(ui, lines, advice, kSmall, ui.colours.ink2);
}

namespace {

// By the name of the setting; those that nobody has set yet are not among them.
std::vector<std::pair<std::string, Stamp>> writes_of_settings(const book::Book& book) {
  std::vector<std::pair<std::string, Stamp>> all;
  const Table& settings = book.model().table(Kind::kSetting);
  const Row row = settings.find(kTeamSettingsId);
  if (row == kNoRow) return all;
  for (ColumnIndex column = 0; column < settings.column_count(); ++column)
    for (const book::HistoricWrite& write :
         book.history(static_cast<KindIndex>(Kind::kSetting), row, column))
      if (write.current) all.emplace_back(settings.column_name(column), write.at);
  return all;
}

}  // namespace

// ---- fields -----------------------------------------------------------------------------------------

std::string_view setting_text(const SettingsView& view, std::string_view key,
                              std::string_view value) {
  const auto typed = view.typed.find(key);
  return typed == view.typed.end() ? value : std::string_view(typed->second.text);
}

std::string setting_fault(const SettingsView& view, std::string_view key, const Check& check) {
  const auto typed = view.typed.find(key);
  if (typed == view.typed.end() || !typed->second.left) return {};
  return check(trimmed(typed->second.text));
}

std::optional<std::string> setting_field(Ui& ui, SettingsView& view, Rect rect,
                                         const SettingField& field, const Check& check) {
  std::string text(setting_text(view, field.key, field.value));
  const FieldResult result = text_field(ui, field.key, rect, field.label, text, field.spec);
  if (result == FieldResult::kNone) return std::nullopt;
  if (result == FieldResult::kChanged) {
    const auto [typed, is_new] = view.typed.try_emplace(std::string(field.key));
    if (is_new) typed->second.seen = writes_of_settings(ui.app.book());
    typed->second.text = std::move(text);
    return std::nullopt;
  }
  const auto typed = view.typed.find(field.key);
  if (typed == view.typed.end()) return std::nullopt;
  if (result == FieldResult::kCancelled) {
    view.typed.erase(typed);
    return std::nullopt;
  }
  std::string left(trimmed(text));
  if (const std::string fault = check(left); !fault.empty()) {
    typed->second.left = true;
    ui.announce(fault, true);
    ui.request_frame();
    return std::nullopt;
  }
  view.seen = std::move(typed->second.seen);
  view.typed.erase(typed);
  if (left == field.value) return std::nullopt;
  return left;
}

namespace {

// Not if its sub-stage or criterion was removed meanwhile.
bool has_field(const TeamSettings& team, std::string_view key) {
  const std::vector<std::string_view> parts = split(key, '/');
  if (parts.size() < 3) return true;
  if (parts[0] == "criterion")
    return std::ranges::any_of(team.criteria, [&](const Criterion& criterion) {
      return text_from_id(criterion.id) == parts[1];
    });
  return parts[0] != "sub_stage" || std::ranges::contains(team.sub_stages, parts[1], &SubStage::id);
}

}  // namespace

void take_up_drafts(Ui& ui, SettingsView& view) {
  if (std::exchange(view.drafts_changed, ui.state.drafts_changed) == ui.state.drafts_changed)
    return;
  // Also those of other pages that are gone; and what names somebody who was erased goes.
  std::erase_if(view.typed, [&](const auto& typed) {
    return ui.state.draft_of({}, std::string(app::kSettingDraft) + typed.first).empty();
  });
  for (const app::Draft& draft : ui.state.drafts) {
    if (!draft.lead.is_nil() || !draft.field.starts_with(app::kSettingDraft)) continue;
    const auto [typed, is_new] =
        view.typed.try_emplace(draft.field.substr(app::kSettingDraft.size()));
    if (!is_new) continue;
    typed->second = {.text = draft.text, .left = true, .seen = writes_of_settings(ui.app.book())};
  }
}

void keep_drafts(Ui& ui, SettingsView& view) {
  for (auto& [key, typed] : view.typed) {
    const std::string field = std::string(app::kSettingDraft) + key;
    if (typed.text != ui.state.draft_of({}, field)) ui.emit(app::KeepDraft{{}, field, typed.text});
  }
  for (const app::Draft& draft : ui.state.drafts)  // what was taken, or dropped
    if (draft.lead.is_nil() && draft.field.starts_with(app::kSettingDraft) &&
        !view.typed.contains(draft.field.substr(app::kSettingDraft.size())))
      ui.emit(app::KeepDraft{{}, draft.field, {}});
  std::erase_if(view.typed, [&](const auto& typed) {
    if (has_field(ui.state.settings, typed.first)) return false;
    ui.emit(app::SetDraftAside{
        {}, std::string(app::kSettingDraft) + typed.first, std::string(words::kSettingIsGone)});
    return true;
  });
}

// ---- rows -------------------------------------------------------------------------------------------

std::optional<std::string> text_row(Form& form, Group& group, const TextRow& row,
                                    const Check& check) {
  Ui& ui = form.ui;
  const bool beside = group.inner_width() >= kWideRow;
  const std::string fault = setting_fault(form.view, row.key, check);
  SettingField field{row.key, row.label, row.value, row.spec};
  field.spec.error = fault;
  if (!beside) {
    const float advice = text_height(ui, group.inner_width(), row.advice, kSmall);
    const float height = field_height(ui, field.spec);
    Rect place = group.row(height + (advice > 0 ? advice + 6 : 0) + 24).inset(0, 12);
    const Rect box = place.cut_top(height, 6);
    text_block(ui, place, row.advice, kSmall, ui.colours.ink2);
    return setting_field(ui, form.view, box, field, check);
  }
  field.spec.hide_label = true;
  const float words_width = group.inner_width() - kTextWidth - kControlGap;
  const float words = label_height(ui, words_width, row.label, row.advice);
  const float height = std::max(ui.control_height(), words) + 2 * kRowPadding;
  const Rect whole = group.row(height + (fault.empty() ? 0 : kFaultHeight));
  Rect inner{whole.x, whole.y, whole.w, height};
  field.spec.error_at = fault_place(ui, whole, fault);
  const Rect box =
      inner.cut_right(kTextWidth, kControlGap).centred(kTextWidth, ui.control_height());
  draw_label(ui, inner, row.label, row.advice);
  return setting_field(ui, form.view, box, field, check);
}

std::optional<int> number_row(Form& form, Group& group, const NumberRow& row,
                              const std::function<std::string(int)>& rule) {
  Ui& ui = form.ui;
  const Check check = [&](std::string_view typed) {
    return number_fault(typed, row.lowest, row.highest, rule);
  };
  const std::string fault = setting_fault(form.view, row.key, check);
  const float unit = group.inner_width() >= kWideRow ? kUnitWidth
                     : row.unit.empty()              ? 0
                                                     : text_width(ui, row.unit, kText) + 9;
  const float words_width = group.inner_width() - kNumberWidth - unit - kControlGap;
  const float words = label_height(ui, words_width, row.label, row.advice);
  const float height = std::max(ui.control_height(), words) + 2 * kRowPadding;
  const Rect whole = group.row(height + (fault.empty() ? 0 : kFaultHeight));
  Rect inner{whole.x, whole.y, whole.w, height};
  if (unit > 0)
    text_line(ui, inner.cut_right(unit - 8, 8), row.unit, kText, ui.colours.ink2, Align::kLeft,
              Voice::kSilent);
  const Rect box =
      inner.cut_right(kNumberWidth, kControlGap).centred(kNumberWidth, ui.control_height());
  draw_label(ui, inner, row.label, row.advice);
  const std::string stored = std::to_string(row.value);
  const auto left =
      setting_field(ui, form.view, box,
                    {row.key, row.label, stored,
                     FieldSpec{.kind = row.lowest < 0 ? FieldKind::kText : FieldKind::kNumber,
                               .error = fault,
                               .hide_label = true,
                               .error_at = fault_place(ui, whole, fault)}},
                    check);
  const auto number = left ? whole_from_typed(*left) : std::nullopt;
  return number == row.value ? std::nullopt : number;
}

std::optional<int> number_row(Form& form, Group& group, const NumberRow& row) {
  return number_row(form, group, row, nullptr);
}

int typed_number(const SettingsView& view, std::string_view key, int value) {
  return whole_from_typed(setting_text(view, key, std::to_string(value))).value_or(value);
}

int select_row(Form& form, Group& group, std::string_view id, std::string_view label,
               std::string_view advice, std::span<const Option> options, int selected) {
  Ui& ui = form.ui;
  const float width = std::min(kTextWidth, group.inner_width() * 0.55F);
  const float words = label_height(ui, group.inner_width() - width - kControlGap, label, advice);
  Rect row = group.row(std::max(ui.control_height(), words) + 2 * kRowPadding);
  const Rect box = row.cut_right(width, kControlGap).centred(width, ui.control_height());
  draw_label(ui, row, label, advice);
  return select(ui, id, box, label, options, selected);
}

int choice_row(Form& form, Group& group, const ChoiceRow& choice) {
  Ui& ui = form.ui;
  const bool beside = group.inner_width() >= 480;
  const float height = ui.phone() ? 40.0F : 34.0F;
  Rect row = group.row(beside ? 56.0F : height + 68);
  Rect box = beside ? row.cut_right(280, 16).centred(280, height)
                    : Rect{row.x, row.bottom() - 12 - height, row.w, height};
  Rect label = row;
  if (!beside) label = Rect{row.x, row.y + 8, row.w, 40};
  draw_label(ui, label, choice.label, choice.advice);
  const int chosen = segmented(ui, choice.id, box, choice.label, choice.options, choice.selected);
  return chosen == choice.selected ? -1 : chosen;
}

std::optional<int> whole_from_typed(std::string_view typed) {
  constexpr std::string_view kMinus = "−";
  constexpr int kMost = 1'000'000'000;
  std::string text;
  for (std::size_t i = 0; i < typed.size(); ++i) {
    if (typed.substr(i).starts_with(kMinus)) {
      text += '-';
      i += kMinus.size() - 1;
    } else if (!sets_thousands_apart(typed, i)) {
      text += typed[i];
    }
  }
  if (text.ends_with('%')) text.pop_back();
  if (text.starts_with('+')) text.erase(0, 1);
  const auto number = integer_from_text(trimmed(text));
  if (!number || *number < -kMost || *number > kMost) return std::nullopt;
  return static_cast<int>(*number);
}

void put_setting(Ui& ui, std::string_view key, std::string_view value) {
  ui.emit(app::SetSetting{std::string(key), std::string(value)});
}

void put_typed(Form& form, std::string_view key, std::string_view value) {
  const auto seen =
      std::ranges::find(form.view.seen, key, [](const auto& one) { return one.first; });
  form.ui.emit(app::SetSetting{std::string(key), std::string(value),
                               seen == form.view.seen.end() ? Stamp{} : seen->second});
}

}  // namespace leadlight::ui
