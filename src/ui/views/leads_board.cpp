// Leads as a board: a column a stage, cards that are dragged by mouse, finger, or moved by their
// menu. Every move goes through the move dialog's rules (practice A2, A6, B7).
#include <algorithm>
#include <array>
#include <format>

#include "ui/views/leads_view.h"
#include "ui/views/words.h"

namespace leadlight::ui {

namespace {

constexpr float kCardHeight = 92;
constexpr float kCardGap = 8;
constexpr float kLeastColumnWidth = 184;
constexpr float kColumnGap = 12;

// By stage, in the order of the query.
void sort_into_columns(const Ui& ui, LeadsView& view) {
  for (auto& column : view.columns) column.clear();
  const Model& model = *ui.state.model;
  for (const Row row : *ui.state.leads)
    view.columns[static_cast<std::size_t>(model.lead(row).stage)].push_back(row);
}

void drop(Ui& ui, LeadsView& view, std::uint64_t payload, Stage stage) {
  const auto lead = static_cast<Row>(payload);
  const Model& model = *ui.state.model;
  if (lead >= model.leads().size() || model.lead(lead).stage == stage) return;
  // A selected card takes the whole selection with it.
  const Id id = model.leads().id(lead);
  std::vector<Id> leads = is_selected(view, id) ? ui.state.selection : std::vector{id};
  move_or_ask(ui, view.actions.move, std::move(leads), stage);
}

void draw_card_text(Ui& ui, Rect card, Row lead) {
  const Model& model = *ui.state.model;
  Rect inner = card.inset(12, 10);
  Rect head = inner.cut_top(20);
  head.cut_right(24);
  const std::string name = model.name_of(lead);
  text_line(ui, head, name, kStrong, ui.colours.ink, Align::kLeft, Voice::kSilent);
  const std::string_view company = model.text(lead, LeadField::kCompany);
  text_line(ui, inner.cut_top(16, 8), company == name ? std::string_view() : company, kSmall,
            ui.colours.ink2, Align::kLeft, Voice::kSilent);
  lead_badge(ui, inner.cut_left(34, 8).centred(34, 24), lead);
  if (const std::string_view sub = model.text(lead, LeadField::kSubStage);
      !sub.empty() && model.lead(lead).stage == Stage::kSql) {
    const std::string text = sub_stage_name(ui, sub);
    const Rect at = inner.cut_left(std::min(pill_width(ui, text), inner.w), 8);
    pill(ui, at.centred(at.w, 22), text, PillTone::kGood);
  }
  const NextStep next = next_step_of(ui, lead);
  if (inner.w > 30)
    text_line(ui, inner, next.text.empty() ? last_touch_text(ui, lead) : next.text, kSmall,
              next.overdue ? ui.colours.bad : ui.colours.ink2, Align::kRight, Voice::kSilent);
}

void draw_card(Ui& ui, LeadsView& view, Rect card, Row lead) {
  const Id id = ui.state.model->leads().id(lead);
  ImGui::PushID(static_cast<int>(lead));
  panel(ui, card, 10);
  const bool lit = ui.state.open_lead == id || is_selected(view, id);
  const RowResult used = list_row(ui, "card", card, spoken_lead(ui, lead), lit);
  if (used.activated) ui.emit(app::OpenLead{id});
  if (used.context) open_lead_menu(view.actions, id, card);
  drag_source(ui, "drag", card, lead);
  draw_card_text(ui, card, lead);
  const Rect more{card.right() - 36, card.y + 4, 32, 32};
  if (button(ui, "more", more, "More for " + ui.state.model->name_of(lead),
             {.look = ButtonLook::kQuiet, .icon = Icon::kMore, .icon_only = true}))
    open_lead_menu(view.actions, id, more);
  ImGui::PopID();
}

void draw_column(Ui& ui, LeadsView& view, Rect area, Stage stage) {
  const auto& rows = view.columns[static_cast<std::size_t>(stage)];
  ImGui::PushID(static_cast<int>(stage));
  const std::string name =
      std::format("{}, {}", label_of(stage), words::counted(rows.size(), "lead", "leads"));
  Scope group(ui, "column", a11y::Role::kRegion, name, area);
  const bool over = dragging(ui) && area.contains(ImGui::GetIO().MousePos);
  fill(ui, area, over ? ui.colours.accent_ground : ui.colours.hover, 12);
  std::uint64_t payload = 0;
  if (drop_target(ui, "drop", area, &payload)) drop(ui, view, payload, stage);

  Rect inner = area.inset(8, 0);
  Rect head = inner.cut_top(40).inset(4, 0);
  const std::string count = words::count(rows.size());
  text_line(ui, head.cut_right(text_width(ui, count, kSmallStrong) + 2, 8), count, kSmallStrong,
            ui.colours.ink2, Align::kRight, Voice::kSilent);
  heading(ui, head, label_of(stage), 2, kStrong);

  ScrollArea scroll(ui, "cards", inner);
  const Rect content = scroll.content();
  constexpr float kStep = kCardHeight + kCardGap;
  {
    Scope list(ui, "list", a11y::Role::kList, label_of(stage));
    const auto [first, last] = scroll.visible(rows.size(), kStep);
    for (std::size_t i = first; i < last; ++i)
      draw_card(ui, view,
                {content.x, content.y + static_cast<float>(i) * kStep, content.w, kCardHeight},
                rows[i]);
  }
  if (rows.empty())
    text_line(ui, {inner.x + 4, inner.y + 8, inner.w - 8, 20}, "Nobody here", kSmall,
              ui.colours.ink2, Align::kLeft, Voice::kSilent);
  scroll.content_height(static_cast<float>(rows.size()) * kStep);
  ImGui::PopID();
}

// Where not all columns fit: which ones to see. Each pill is a place to drop on, too.
void draw_stage_pills(Ui& ui, LeadsView& view, Rect bar, std::size_t shown) {
  constexpr std::size_t kCount = kStages.size();
  const float width = (bar.w - 4 * (kCount - 1)) / static_cast<float>(kCount);
  Scope group(ui, "stages", a11y::Role::kGroup, "Stages");
  for (std::size_t i = 0; i < kCount; ++i) {
    const Rect rect{bar.x + static_cast<float>(i) * (width + 4), bar.y, width, bar.h};
    const bool seen = i >= view.first_column && i < view.first_column + shown;
    const std::string text = ui.phone() ? std::string(label_of(kStages[i]))
                                        : std::format("{} {}", label_of(kStages[i]),
                                                      words::count(view.columns[i].size()));
    ImGui::PushID(static_cast<int>(i));
    if (button(ui, "stage", rect, text, {.look = ButtonLook::kQuiet, .selected = seen}))
      view.first_column = std::min(i, kCount - shown);
    std::uint64_t payload = 0;
    if (drop_target(ui, "drop", rect, &payload)) drop(ui, view, payload, kStages[i]);
    ImGui::PopID();
  }
}

}  // namespace

void draw_leads_board(Ui& ui, LeadsView& view, Rect area) {
  sort_into_columns(ui, view);
  constexpr std::size_t kCount = kStages.size();
  const auto fitting = static_cast<std::size_t>(
      std::max(1.0F, (area.w + kColumnGap) / (kLeastColumnWidth + kColumnGap)));
  const std::size_t shown = std::min(kCount, fitting);
  view.first_column = std::min(view.first_column, kCount - shown);
  if (shown < kCount) draw_stage_pills(ui, view, area.cut_top(ui.control_height(), 8), shown);
  area.cut_bottom(12);
  const float width =
      (area.w - kColumnGap * static_cast<float>(shown - 1)) / static_cast<float>(shown);
  for (std::size_t i = 0; i < shown; ++i) {
    const Rect column{area.x + static_cast<float>(i) * (width + kColumnGap), area.y, width, area.h};
    draw_column(ui, view, column, kStages[view.first_column + i]);
  }
}

}  // namespace leadlight::ui
