// Leads as a board: a column a stage, cards that are dragged by mouse, finger, or moved by their
// menu. Every move goes through the move dialog's rules (practice A2, A6, B7).
#include <algorithm>
#include <array>

#include "base/format.h"
#include "ui/views/leads_view.h"
#include "ui/views/words.h"

namespace leadlight::ui {

namespace {

constexpr float kCardHeight = 92;
constexpr float kTallCardHeight = 116;  // with a line of its own for the next step
constexpr float kCardGap = 8;
constexpr float kLeastColumnWidth = 184;
constexpr float kColumnGap = 12;
constexpr float kHiddenColumnWidth = 136;  // of a stage that the scope leaves out: only to drop on

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
  // A selected card takes the whole selection with it.
  const Id id = model.leads().id(lead);
  std::vector<Id> leads = is_selected(view, id) ? ui.state.selection : std::vector{id};
  move_or_ask(ui, view.actions.move, std::move(leads), stage);
}

// What is carried comes from elsewhere.
bool can_take(const Ui& ui, Stage stage) {
  const Model& model = *ui.state.model;
  const std::uint64_t lead = carried(ui);
  return dragging(ui) && lead < model.leads().size() &&
         model.lead(static_cast<Row>(lead)).stage != stage;
}

bool is_left_out(const Ui& ui, Stage stage) {
  return ui.state.query.scope <= query::Scope::kForgotten && !is_open(stage);
}

// A sub-stage and a next step side by side want a broad card.
float card_height(Stage stage, float width) {
  return stage == Stage::kSql && width < 260 ? kTallCardHeight : kCardHeight;
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
  const bool tall = card.h > kCardHeight;
  Rect line = tall ? inner.cut_top(26, 4) : inner;
  lead_badge(ui, line.cut_left(34, 8).centred(34, 24), lead);
  if (const std::string_view sub = model.text(lead, LeadField::kSubStage);
      !sub.empty() && model.lead(lead).stage == Stage::kSql) {
    const std::string text = sub_stage_name(ui, sub);
    const Rect at = line.cut_left(std::min(pill_width(ui, text), line.w), 8);
    pill(ui, at.centred(at.w, 22), text, PillTone::kGood);
  }
  const NextStep next = next_step_of(ui, lead);
  const Rect rest = tall ? inner : line;
  if (rest.w > 30)
    text_line(ui, rest, next.text.empty() ? last_touch_text(ui, lead) : next.text, kSmall,
              next.overdue ? ui.colours.bad : ui.colours.ink2, tall ? Align::kLeft : Align::kRight,
              Voice::kSilent);
}

void draw_card(Ui& ui, LeadsView& view, Rect card, Row lead) {
  const Id id = ui.state.model->leads().id(lead);
  ImGui::PushID(static_cast<int>(lead));
  panel(ui, card, 10);
  const bool lit = ui.state.open_lead == id || is_selected(view, id);
  const RowResult used = list_row(ui, "card", card, spoken_lead(ui, lead), lit);
  if (used.activated) ui.emit(app::OpenLead{id});
  if (used.context) open_lead_menu(view.actions, id, card);
  if (!ui.state.past) drag_source(ui, "drag", card, lead);
  draw_card_text(ui, card, lead);
  const Rect more{card.right() - 36, card.y + 4, 32, 32};
  if (button(ui, "more", more, "More for " + ui.state.model->name_of(lead),
             {.look = ButtonLook::kQuiet, .icon = Icon::kMore, .icon_only = true}))
    open_lead_menu(view.actions, id, more);
  ImGui::PopID();
}

// What stands in a column without cards.
void draw_empty_column(Ui& ui, Rect area, bool left_out) {
  const std::string_view text =
      left_out ? "Only open leads are shown. Drop one here to close it." : "Nobody here";
  const float height = text_height(ui, area.w, text, kSmall);
  text_block(ui, {area.x, area.y, area.w, height}, text, kSmall, ui.colours.ink2);
  if (!left_out) return;
  const Rect all{area.x, area.y + height + 8, std::min(area.w, text_width(ui, "Show all", kSmall)),
                 20};
  if (!link(ui, "all", all, "Show all", kSmall)) return;
  query::Query query = ui.state.query;
  query.scope = query::Scope::kAllLeads;
  ui.emit(app::SetQuery{std::move(query)});
}

void draw_column(Ui& ui, LeadsView& view, Rect area, Stage stage) {
  const auto& rows = view.columns[static_cast<std::size_t>(stage)];
  ImGui::PushID(static_cast<int>(stage));
  const std::string name =
      formatted("{}, {}", label_of(stage), words::counted(rows.size(), "lead", "leads"));
  Scope group(ui, "column", a11y::Role::kRegion, name, area);
  const bool takes = can_take(ui, stage);
  const bool over = takes && area.contains(ImGui::GetIO().MousePos);
  fill(ui, area, over ? ui.colours.accent_ground : ui.colours.hover, 12);
  std::uint64_t payload = 0;
  if (takes && drop_target(ui, "drop", area, &payload)) drop(ui, view, payload, stage);

  Rect inner = area.inset(8, 0);
  Rect head = inner.cut_top(40).inset(4, 0);
  const bool left_out = is_left_out(ui, stage) && rows.empty();
  const std::string count = left_out ? "" : words::count(rows.size());
  text_line(ui, head.cut_right(text_width(ui, count, kSmallStrong) + 2, 8), count, kSmallStrong,
            ui.colours.ink2, Align::kRight, Voice::kSilent);
  heading(ui, head, label_of(stage), 2, kStrong);

  ScrollArea scroll(ui, "cards", inner);
  const Rect content = scroll.content();
  const float height = card_height(stage, content.w);
  const float step = height + kCardGap;
  {
    Scope list(ui, "list", a11y::Role::kList, label_of(stage));
    const auto [first, last] = scroll.visible(rows.size(), step);
    for (std::size_t i = first; i < last; ++i)
      draw_card(ui, view, {content.x, content.y + static_cast<float>(i) * step, content.w, height},
                rows[i]);
  }
  if (rows.empty()) draw_empty_column(ui, {inner.x + 4, inner.y + 8, inner.w - 8, 0}, left_out);
  scroll.content_height(static_cast<float>(rows.size()) * step);
  ImGui::PopID();
}

// A pill that takes what is carried; `over` it, it comes up to the finger.
void draw_raised(Ui& ui, Rect rect, std::string_view text, bool over) {
  if (over) rect = rect.inset(-2, -6);
  if (over) card_shadow(ui, rect, 10);
  panel(ui, rect, 10);
  fill(ui, rect, over ? ui.colours.accent : ui.colours.accent_ground, 10);
  text_line(ui, rect, text, kStrong, over ? ui.colours.on_accent : ui.colours.accent,
            Align::kCentre, Voice::kSilent);
}

// Where not all columns fit: which ones to see. Each pill is a place to drop on, too.
void draw_stage_pills(Ui& ui, LeadsView& view, Rect bar, std::size_t shown) {
  constexpr std::size_t kCount = kStages.size();
  std::array<std::string, kCount> texts;
  float words_width = 0;
  for (std::size_t i = 0; i < kCount; ++i) {
    texts[i] = label_of(kStages[i]);
    if (!ui.phone() && !is_left_out(ui, kStages[i]))
      texts[i] += " " + words::count(view.columns[i].size());
    words_width += text_width(ui, texts[i], kStrong);
  }
  // Each as wide as its words need, and an equal part of what is left.
  const float spare = (bar.w - words_width) / static_cast<float>(kCount) - 4;
  Scope group(ui, "stages", a11y::Role::kGroup, "Stages");
  const Rect all = bar;
  for (std::size_t i = 0; i < kCount; ++i) {
    const Rect rect = bar.cut_left(text_width(ui, texts[i], kStrong) + spare, 4);
    // Without gaps, and thick: a thumb need not aim.
    const float from = i == 0 ? 0 : rect.x - 2,
                to = i + 1 == kCount ? ui.screen.right() : bar.x - 2;
    const Rect target{from, all.y - 16, to - from, all.h + 32};
    const bool seen = i >= view.first_column && i < view.first_column + shown;
    ImGui::PushID(static_cast<int>(i));
    if (button(ui, "stage", rect, texts[i], {.look = ButtonLook::kQuiet, .selected = seen}))
      view.first_column = std::min(i, kCount - shown);
    if (can_take(ui, kStages[i])) {
      draw_raised(ui, rect, texts[i], target.contains(ImGui::GetIO().MousePos));
      std::uint64_t payload = 0;
      if (drop_target(ui, "drop", target, &payload)) drop(ui, view, payload, kStages[i]);
    }
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
  const bool all = shown == kCount;
  const auto hidden = static_cast<float>(
      all ? std::ranges::count_if(kStages, [&](Stage stage) { return is_left_out(ui, stage); })
          : 0);
  const float width =
      (area.w - kColumnGap * static_cast<float>(shown - 1) - kHiddenColumnWidth * hidden) /
      (static_cast<float>(shown) - hidden);
  for (std::size_t i = 0; i < shown; ++i) {
    const Stage stage = kStages[view.first_column + i];
    const bool slim = all && is_left_out(ui, stage);
    draw_column(ui, view, area.cut_left(slim ? kHiddenColumnWidth : width, kColumnGap), stage);
  }
}

}  // namespace leadlight::ui
