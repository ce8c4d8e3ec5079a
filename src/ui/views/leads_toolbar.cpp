// What stands above the leads: layout, scope, search, and chips that say what is filtered.
#include <algorithm>
#include <array>

#include "base/format.h"
#include "ui/views/flow.h"
#include "ui/views/leads_view.h"
#include "ui/views/words.h"

namespace leadlight::ui {

namespace {

// The ground of a chip and its button to remove; `rest` gets the room for what it says.
bool draw_removable(Ui& ui, Flow& flow, std::string_view text, std::string_view name, Rect& rest) {
  const float height = ui.phone() ? 40.0F : 32.0F;
  rest = flow.next(std::min(button_width(ui, text) + height, 320.0F), height);
  panel(ui, rest, 8);
  return button(ui, "remove", rest.cut_right(height), formatted("Remove filter {}", name),
                {.look = ButtonLook::kQuiet, .icon = Icon::kClose, .icon_only = true});
}

void draw_chip(Ui& ui, LeadsView& view, Flow& flow, FilterKind kind) {
  const std::vector<std::string> labels = chosen_labels(ui.state.query, kind);
  if (labels.empty()) return;
  const std::string text = formatted("{}: {}", filter_name(kind), words::list_of(labels, 2));
  ImGui::PushID(static_cast<int>(kind));
  Rect rest;
  if (draw_removable(ui, flow, text, filter_name(kind), rest)) {
    query::Query query = ui.state.query;
    clear_filter(query, kind);
    ui.emit(app::SetQuery{std::move(query)});
  }
  if (button(ui, "chip", rest, text, {.look = ButtonLook::kQuiet, .hint = "Change this filter"}))
    open_filter(ui, view.filter, kind);
  ImGui::PopID();
}

// What a figure asked for and nobody sets by hand: it can only be taken away.
void draw_asked_chip(Ui& ui, Flow& flow, std::string_view id, std::string_view text,
                     void (*take_away)(query::Query&)) {
  ImGui::PushID(id.data(), id.data() + id.size());
  Rect rest;
  if (draw_removable(ui, flow, text, text, rest)) {
    query::Query query = ui.state.query;
    take_away(query);
    ui.emit(app::SetQuery{std::move(query)});
  }
  text_line(ui, rest.inset(14, 0), text, kStrong, ui.colours.ink2);
  ImGui::PopID();
}

void draw_asked_chips(Ui& ui, Flow& flow) {
  const query::Query& query = ui.state.query;
  if (query.created_from != 0)
    draw_asked_chip(ui, flow, "since",
                    formatted("Came in since {}", words::moment(query.created_from, ui.state.now,
                                                                ui.state.local_offset_minutes)),
                    [](query::Query& changed) { changed.created_from = 0; });
  if (query.reached)
    draw_asked_chip(ui, flow, "reached", formatted("Reached {}", label_of(*query.reached)),
                    [](query::Query& changed) { changed.reached.reset(); });
  if (query.handoff)
    draw_asked_chip(ui, flow, "handoff", label_of(*query.handoff),
                    [](query::Query& changed) { changed.handoff.reset(); });
  if (query.stuck_days != 0)
    draw_asked_chip(ui, flow, "stuck", formatted("Stuck for over {} days", query.stuck_days),
                    [](query::Query& changed) { changed.stuck_days = 0, changed.stuck_at = 0; });
}

void draw_add_filter(Ui& ui, LeadsView& view, Flow& flow) {
  const ButtonSpec spec{.icon = Icon::kPlus};
  const Rect rect = flow.next(button_width(ui, "Filter", spec), ui.phone() ? 40 : 32);
  const bool open = button(ui, "add-filter", rect, "Filter", spec);
  bool chosen = false;
  const FilterKind kind = filter_from_menu(ui, rect, open, &chosen);
  if (chosen) open_filter(ui, view.filter, kind);
}

constexpr std::array<Option, 6> kScopes{{{"Open leads"},
                                         {"No next step", "Open, and nothing will bring them back"},
                                         {"All leads"},
                                         {"Contacts", "Below the minimum fit"},
                                         {"Weeded out"},
                                         {"Deleted"}}};

void draw_scope(Ui& ui, Rect rect) {
  const int chosen =
      select(ui, "scope", rect, "Which leads", kScopes, static_cast<int>(ui.state.query.scope));
  if (chosen < 0) return;
  query::Query query = ui.state.query;
  query.scope = static_cast<query::Scope>(chosen);
  ui.emit(app::SetQuery{std::move(query)});
  ui.emit(app::SetSelection{});
}

void draw_layout_switch(Ui& ui, Rect rect) {
  const std::array<std::string_view, 2> layouts{ui.phone() ? "List" : "Table", "Board"};
  const int chosen =
      segmented(ui, "layout", rect, "Layout", layouts, static_cast<int>(ui.state.leads_layout));
  if (chosen < 0 || chosen == static_cast<int>(ui.state.leads_layout)) return;
  ui.emit(app::SetLeadsLayout{static_cast<app::LeadsLayout>(chosen)});
}

void draw_search(Ui& ui, LeadsView& view, Rect rect) {
  if (view.search_sent != ui.state.query.search)  // changed elsewhere
    view.search = view.search_sent = ui.state.query.search;
  const FieldSpec spec{.kind = FieldKind::kSearch,
                       .placeholder = "Search these leads",
                       .hide_label = true,
                       .icon = Icon::kSearch};
  text_field(ui, "search", rect, "Search these leads", view.search, spec);
  if (view.search == view.search_sent) return;
  query::Query query = ui.state.query;
  query.search = view.search_sent = view.search;
  ui.emit(app::SetQuery{std::move(query)});
}

void draw_chips(Ui& ui, LeadsView& view, Flow& flow) {
  for (int kind = 0; kind < kFilterKindCount; ++kind)
    draw_chip(ui, view, flow, static_cast<FilterKind>(kind));
  draw_asked_chips(ui, flow);
  draw_add_filter(ui, view, flow);
}

// At the end of the line if there is room, else below it. Returns the height of both.
float draw_summary(Ui& ui, LeadsView& view, Flow& flow, Rect area, float height) {
  const std::string text = leads_summary(ui, view);
  const float rest = flow.rest_of_line();
  if (rest > text_width(ui, text, kSmall) + 2) {
    text_line(ui, flow.next(rest, height), text, kSmall, ui.colours.ink2, Align::kRight);
    return flow.used_height();
  }
  const float top = flow.used_height() + 6;
  text_line(ui, {area.x, area.y + top, area.w, 16}, text, kSmall, ui.colours.ink2);
  return top + 16;
}

}  // namespace

float draw_leads_toolbar(Ui& ui, LeadsView& view, Rect area) {
  Scope group(ui, "toolbar", a11y::Role::kGroup, "Filters");
  const float height = ui.control_height();
  if (ui.phone()) {
    Rect rest = area;
    draw_search(ui, view, rest.cut_top(height, 8));
    Rect row = rest.cut_top(height, 8);
    draw_layout_switch(ui, row.cut_right(150, 8));
    draw_scope(ui, row);
    Flow flow(rest, 40);
    draw_chips(ui, view, flow);
    return 2 * (height + 8) + draw_summary(ui, view, flow, rest, 40);
  }
  Flow flow(area, height);
  draw_layout_switch(ui, flow.next(150, 32));
  draw_scope(ui, flow.next(140, height));
  draw_search(ui, view, flow.next(std::clamp(area.w * 0.24F, 180.0F, 280.0F), height));
  draw_chips(ui, view, flow);
  return draw_summary(ui, view, flow, area, height);
}

}  // namespace leadlight::ui
