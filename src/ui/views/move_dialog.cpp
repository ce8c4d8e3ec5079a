#include "ui/views/move_dialog.h"

#include <algorithm>
#include <array>

#include "base/format.h"
#include "base/text.h"
#include "ui/views/dialog_draft.h"
#include "ui/views/fitting_dialog.h"
#include "ui/views/lead_parts.h"
#include "ui/views/words.h"
#include "ui/widgets.h"

namespace leadlight::ui {

namespace {

constexpr std::string_view kDialogId = "move-dialog";

std::string currency_of(const Ui& ui, const MoveDialog& dialog) {
  if (dialog.leads.size() == 1)
    if (const Row row = ui.app.lead_row(dialog.leads.front()); row != kNoRow)
      if (const auto currency = ui.state.model->text(row, LeadField::kCurrency); !currency.empty())
        return std::string(currency);
  return ui.state.settings.default_currency;
}

// What is still missing before the move can be made, as a sentence; empty if nothing is.
std::string missing(const Ui& ui, const MoveDialog& dialog) {
  const bool no_why = trimmed(dialog.why).empty();
  if (dialog.to == Stage::kNoCustomer) {
    if (dialog.reason == LossReason::kNone) return "Please choose why they left.";
    if (dialog.reason == LossReason::kOwn && no_why) return "Please say why they left.";
  }
  if (dialog.to == Stage::kCustomer && !trimmed(dialog.value).empty() &&
      words::minor_from_typed(dialog.value, currency_of(ui, dialog)).empty())
    return "Please write the value as a number, like 12500 or 12,500.00.";
  if (no_why && misses_criteria(ui, dialog.leads, dialog.to))
    return "Please say why you promote against the criteria.";
  return {};
}

void emit_move(Ui& ui, const MoveDialog& dialog) {
  const bool won = dialog.to == Stage::kCustomer;
  ui.emit(app::MoveToStage{
      .leads = dialog.leads,
      .to = dialog.to,
      .sub_stage = dialog.to == Stage::kSql ? dialog.sub_stage : std::string(),
      .reason = dialog.to == Stage::kNoCustomer ? dialog.reason : LossReason::kNone,
      .why = std::string(trimmed(dialog.why)),
      .value_minor =
          won ? words::minor_from_typed(dialog.value, currency_of(ui, dialog)) : std::string()});
}

Stage stage_after(Stage stage) {
  switch (stage) {
    case Stage::kNew: return Stage::kMql;
    case Stage::kMql: return Stage::kSql;
    case Stage::kSql: return Stage::kCustomer;
    case Stage::kCustomer: return Stage::kSql;
    case Stage::kNoCustomer: return Stage::kMql;
  }
  return stage;
}

std::string title_of(const Ui& ui, const MoveDialog& dialog) {
  if (dialog.leads.size() != 1)
    return formatted("Move {}", words::counted(dialog.leads.size(), "lead", "leads"));
  const Row row = ui.app.lead_row(dialog.leads.front());
  return row == kNoRow ? std::string("Move lead") : "Move " + ui.state.model->name_of(row);
}

void draw_stage_choice(Ui& ui, MoveDialog& dialog, Rect& area) {
  std::array<std::string_view, kStages.size()> labels;
  std::ranges::transform(kStages, labels.begin(), [](Stage stage) { return label_of(stage); });
  area.cut_top(small_heading(ui, area, "To which stage?", 3));
  float used = 0;
  const int chosen =
      choice_pills(ui, "stage", area, "Stage", labels, static_cast<int>(dialog.to), &used);
  if (chosen >= 0) dialog.to = kStages[static_cast<std::size_t>(chosen)], dialog.tried = false;
  area.cut_top(used, 20);
}

// Practice A1: the team's own sub-stages.
void draw_sub_stage_choice(Ui& ui, MoveDialog& dialog, Rect& area) {
  const auto& subs = ui.state.settings.sub_stages;
  if (subs.empty()) return;
  std::vector<std::string_view> labels;
  int selected = 0;
  for (const SubStage& sub : subs) {
    if (sub.id == dialog.sub_stage) selected = static_cast<int>(labels.size());
    labels.emplace_back(sub.name);
  }
  if (dialog.sub_stage.empty()) dialog.sub_stage = subs.front().id;
  area.cut_top(small_heading(ui, area, "How far are they?", 3));
  float used = 0;
  const int chosen = choice_pills(ui, "sub-stage", area, "Sub-stage", labels, selected, &used);
  if (chosen >= 0) dialog.sub_stage = subs[static_cast<std::size_t>(chosen)].id;
  area.cut_top(used, 20);
}

// Practice A6.
void draw_reason_choice(Ui& ui, MoveDialog& dialog, Rect& area) {
  std::array<std::string_view, kLossReasonCount - 1> labels;
  for (std::size_t i = 0; i < labels.size(); ++i)
    labels[i] = label_of(static_cast<LossReason>(i + 1));
  area.cut_top(small_heading(ui, area, "Why did they leave?", 3));
  float used = 0;
  const int chosen = choice_pills(ui, "reason", area, "Reason", labels,
                                  static_cast<int>(dialog.reason) - 1, &used);
  if (chosen >= 0) dialog.reason = static_cast<LossReason>(chosen + 1);
  area.cut_top(used, 20);
}

void draw_why(Ui& ui, MoveDialog& dialog, Rect& area) {
  const bool exception = misses_criteria(ui, dialog.leads, dialog.to);
  if (exception) {  // B7
    const std::string_view text =
        "This goes against your criteria: a must-have is missing or the fit is too low. You can "
        "still do it; "
        "the reason is kept.";
    const float height = text_height(ui, area.w, text, kText);
    text_block(ui, {area.x, area.y, area.w, height}, text, kText, ui.colours.warn);
    area.cut_top(height, 12);
  }
  std::string_view label = "Why? (optional)";
  if (exception)
    label = "Why all the same?";
  else if (dialog.to == Stage::kCustomer)
    label = "Why did they choose us? (optional)";
  else if (dialog.to == Stage::kNoCustomer)
    label = dialog.reason == LossReason::kOwn ? "Why?" : "In their words (optional)";
  FieldSpec spec{.kind = FieldKind::kMultiline, .lines = 2};
  const float height = field_height(ui, spec);
  text_field(ui, "why", area.cut_top(height, 8), label, dialog.why, spec);
}

void draw_value(Ui& ui, MoveDialog& dialog, Rect& area) {
  const std::string label = formatted("Value in {}", currency_of(ui, dialog));
  FieldSpec spec{.kind = FieldKind::kNumber, .placeholder = "12,500", .last = false};
  text_field(ui, "value", area.cut_top(field_height(ui, spec), 16), label, dialog.value, spec);
}

void draw_buttons(Ui& ui, MoveDialog& dialog, Rect row) {
  const std::string label = formatted("Move to {}", label_of(dialog.to));
  const float wide = ui.phone() ? row.w - 110 : button_width(ui, label);
  if (button(ui, "move", row.cut_right(wide, 8), label, {.look = ButtonLook::kPrimary})) {
    dialog.tried = true;
    if (missing(ui, dialog).empty()) {
      emit_move(ui, dialog);
      close_dialog(ui);
    }
  }
  if (button(ui, "cancel", row.cut_right(button_width(ui, "Cancel")), "Cancel")) {
    ui.emit(app::KeepDraft{dialog.leads.front(), std::string(app::kMoveDraft), {}});
    close_dialog(ui);
  }
}

void draw_missing(Ui& ui, const MoveDialog& dialog, Rect& area) {
  const std::string text = missing(ui, dialog);
  if (!dialog.tried || text.empty()) return;
  const float height = text_height(ui, area.w, text, kSmallStrong);
  text_block(ui, area.cut_top(height, 4), text, kSmallStrong, ui.colours.bad);
}

}  // namespace

bool misses_criteria(const Ui& ui, const std::vector<Id>& leads, Stage to) {
  if (to != Stage::kMql && to != Stage::kSql) return false;
  return std::ranges::any_of(leads, [&](Id id) {
    const Row row = ui.app.lead_row(id);
    if (row == kNoRow) return false;
    const score::Points& points = points_of(ui, row);
    const Stage from = ui.state.model->lead(row).stage;
    return from < to && (points.misses_must_have || points.standing == Standing::kContact);
  });
}

void ask_to_move(Ui& ui, MoveDialog& dialog, std::vector<Id> leads, std::optional<Stage> to,
                 std::string sub_stage) {
  if (leads.empty()) return;
  const Row row = ui.app.lead_row(leads.front());
  const Stage from = row == kNoRow ? Stage::kNew : ui.state.model->lead(row).stage;
  dialog = MoveDialog{.leads = std::move(leads),
                      .to = to.value_or(stage_after(from)),
                      .sub_stage = std::move(sub_stage),
                      .asked_to_open = true};
  dialog.why = ui.state.draft_of(dialog.leads.front(), app::kMoveDraft);
  if (row != kNoRow && dialog.sub_stage.empty())
    dialog.sub_stage = ui.state.model->text(row, LeadField::kSubStage);
  if (row != kNoRow && dialog.leads.size() == 1)
    if (const auto minor = integer_from_text(ui.state.model->text(row, LeadField::kValueMinor)))
      dialog.value = words::plain_amount(*minor, currency_of(ui, dialog));
}

void move_or_ask(Ui& ui, MoveDialog& dialog, std::vector<Id> leads, Stage to,
                 std::string sub_stage) {
  const bool asks =
      to == Stage::kCustomer || to == Stage::kNoCustomer || misses_criteria(ui, leads, to);
  if (asks) return ask_to_move(ui, dialog, std::move(leads), to, std::move(sub_stage));
  if (to == Stage::kSql && sub_stage.empty() && !ui.state.settings.sub_stages.empty())
    sub_stage = ui.state.settings.sub_stages.front().id;
  ui.emit(app::MoveToStage{std::move(leads), to, std::move(sub_stage), LossReason::kNone, {}, {}});
}

void draw(Ui& ui, MoveDialog& dialog) {
  if (std::exchange(dialog.asked_to_open, false)) open_dialog(ui, kDialogId);
  if (!dialog_is_open(ui, kDialogId) || dialog.leads.empty()) return;
  const Id first = dialog.leads.front();
  for (Id& lead : dialog.leads) lead = standing_of(ui, lead);
  if (dialog.leads.front() != first)
    follow_draft(ui, dialog.leads.front(), app::kMoveDraft, dialog.why);
  FittingDialog shown(ui, kDialogId, title_of(ui, dialog), 520, dialog.height, ui.control_height());
  if (!shown) return;
  Rect body = shown.content();
  const float top = body.y;
  draw_stage_choice(ui, dialog, body);
  if (dialog.to == Stage::kSql) draw_sub_stage_choice(ui, dialog, body);
  if (dialog.to == Stage::kNoCustomer) draw_reason_choice(ui, dialog, body);
  if (dialog.to == Stage::kCustomer) draw_value(ui, dialog, body);
  draw_why(ui, dialog, body);
  draw_missing(ui, dialog, body);
  shown.used(body.y - top);
  draw_buttons(ui, dialog, shown.footer());
  if (dialog_is_open(ui, kDialogId))
    keep_dialog_draft(ui, dialog.leads.front(), app::kMoveDraft, dialog.why, dialog.drafts_changed);
}

}  // namespace leadlight::ui
