#include "ui/views/leads_view.h"

#include <array>
#include <map>

#include "base/format.h"
#include "base/text.h"
#include "ui/views/flow.h"
#include "ui/views/lead_row.h"
#include "ui/views/words.h"

namespace leadlight::ui {

namespace {

// The set of the selection, rebuilt when its sum says that the list is another one.
void follow_selection(const Ui& ui, LeadsView& view) {
  std::uint64_t print = ui.state.selection.size();
  for (const Id id : ui.state.selection) print += IdHash{}(id) * 0x9E3779B97F4A7C15ULL;
  if (print == view.selected_print) return;
  view.selected_print = print;
  view.selected = {ui.state.selection.begin(), ui.state.selection.end()};
}

// What the leads are worth together, by currency; values are rare, so most leads cost one look.
std::string worth_of(const Ui& ui) {
  const Model& model = *ui.state.model;
  std::map<std::string_view, std::int64_t> sums;
  for (const Row row : *ui.state.leads) {
    const auto minor = integer_from_text(model.text(row, LeadField::kValueMinor));
    if (!minor) continue;
    std::string_view currency = model.text(row, LeadField::kCurrency);
    if (currency.empty()) currency = ui.state.settings.default_currency;
    sums[currency] += *minor;
  }
  std::string text;
  for (const auto& [currency, minor] : sums)
    text += (text.empty() ? "" : " + ") + words::money(minor, currency);
  return sums.size() > 2 ? std::string("several currencies") : text;
}

// In an unfiltered list of leads: how many of the book are contacts, which it leaves out.
std::string contacts_aside(const Ui& ui) {
  const query::Query& query = ui.state.query;
  if (query.scope != query::Scope::kOpenLeads && query.scope != query::Scope::kAllLeads) return {};
  query::Query bare;
  bare.scope = query.scope;
  bare.sort = query.sort;
  bare.direction = query.direction;
  if (query != bare) return {};
  const Model& model = *ui.state.model;
  std::size_t count = 0;
  for (Row row = 0; row < model.leads().size(); ++row)
    if (model.leads().alive(row) && ui.state.points[row].standing == Standing::kContact) ++count;
  return count == 0 ? std::string()
                    : formatted(", {} aside", words::counted(count, "contact", "contacts"));
}

std::string_view noun_of(query::Scope scope, std::size_t count) {
  if (scope == query::Scope::kContacts) return count == 1 ? "contact" : "contacts";
  return count == 1 ? "lead" : "leads";
}

void draw_nothing_found(Ui& ui, Rect area) {
  const query::Query& query = ui.state.query;
  if (ui.state.model->leads().alive_count() == 0 && query.scope != query::Scope::kDeleted) {
    constexpr std::array<EmptyAction, 3> kActions{{{"import", "Import a file", true},
                                                   {"sample", "Try it with sample data"},
                                                   {"add", "Add a lead"}}};
    const int used = empty_state(
        ui, "empty-book", area, Icon::kLeads, "No leads yet",
        "Import a CSV file, capture one by hand, or look around with sample data.", kActions);
    if (used == 0) ui.emit(app::PickFile{});
    if (used == 1) ui.emit(app::LoadSample{});
    if (used == 2) ui.emit(app::GoTo{app::Place::kCapture});
    return;
  }
  query::Query wider;
  wider.scope = query.scope, wider.sort = query.sort, wider.direction = query.direction;
  if (wider != query) {
    constexpr std::array<EmptyAction, 1> kActions{{{"clear", "Clear all filters", true}}};
    if (empty_state(ui, "nothing", area, Icon::kFilter, "No lead fits these filters",
                    "Take a filter away, or search for something else.", kActions) == 0)
      ui.emit(app::SetQuery{wider});
    return;
  }
  struct Words {
    std::string_view title, text;
  };
  constexpr std::array<Words, 6> kByScope{
      {{"No open leads", "All leads are closed, weeded out or still contacts."},
       {"Nobody is forgotten", "Every open lead has a next step or waits for its first touch."},
       {"No leads", "What is in the book are contacts or was weeded out."},
       {"No contacts", "Everybody in the book reaches the minimum fit that Settings asks for."},
       {"Nobody is weeded out", "Competitors, students, suppliers and the like would stand here."},
       {"Nothing is deleted", "Deleted leads stay here and can be brought back."}}};
  const Words& words = kByScope[static_cast<std::size_t>(query.scope)];
  empty_state(ui, "nothing-in-scope", area, Icon::kLeads, words.title, words.text, {});
}

}  // namespace

std::string leads_summary(const Ui& ui, LeadsView& view) {
  if (view.worth.operations != ui.state.revision || view.worth.query != ui.state.query)
    view.worth = {ui.state.revision, ui.state.query, worth_of(ui), contacts_aside(ui)};
  const std::size_t count = ui.state.leads->size();
  std::string text = formatted("{} {}", words::count(count), noun_of(ui.state.query.scope, count));
  text += view.worth.contacts;
  if (!view.worth.text.empty()) text += formatted(" · worth {}", view.worth.text);
  return text;
}

bool is_selected(const LeadsView& view, Id lead) { return view.selected.contains(lead); }

void toggle_selected(Ui& ui, LeadsView& view, std::size_t index) {
  const std::vector<Row>& rows = *ui.state.leads;
  const Table& leads = ui.state.model->leads();
  std::vector<Id> selection = ui.state.selection;
  const Id clicked = leads.id(rows[index]);
  if (ImGui::GetIO().KeyShift && view.anchor < rows.size() && view.anchor != index) {
    const auto [first, last] = std::minmax(view.anchor, index);
    for (std::size_t i = first; i <= last; ++i)
      if (const Id id = leads.id(rows[i]); !is_selected(view, id)) selection.push_back(id);
  } else if (is_selected(view, clicked)) {
    std::erase(selection, clicked);
  } else {
    selection.push_back(clicked);
  }
  view.anchor = index;
  ui.emit(app::SetSelection{std::move(selection)});
}

// The phone's form: two lines a lead, no table. Begins `top` below the start of what scrolls.
void draw_leads_list(Ui& ui, LeadsView& view, ScrollArea& scroll, float top) {
  const std::vector<Row>& rows = *ui.state.leads;
  Rect content = scroll.content();
  content.y += top;
  Scope list(ui, "leads", a11y::Role::kList, "Leads");
  const auto [first, last] = scroll.visible(rows.size(), kLeadRowHeight, top);
  const bool selecting = !ui.state.selection.empty();
  for (std::size_t i = first; i < last; ++i) {
    const Row lead = rows[i];
    const Id id = ui.state.model->leads().id(lead);
    Rect row{content.x, content.y + static_cast<float>(i) * kLeadRowHeight, content.w,
             kLeadRowHeight};
    ImGui::PushID(static_cast<int>(lead));
    if (selecting && checkbox(ui, "select", row.cut_left(44), "", is_selected(view, id),
                              CheckboxPlace::kInListRow))
      toggle_selected(ui, view, i);
    const NextStep next = next_step_of(ui, lead);
    const StagePill stage = stage_pill(ui, lead);
    const std::string line = next.text.empty()
                                 ? source_text(ui, lead)
                                 : next.text + std::string(words::kDot) + source_text(ui, lead);
    const SwipeRow swipe(ui, "swipe", row, selecting ? SwipeSides{} : swipe_sides(ui, lead));
    const RowResult used = lead_row(
        ui, swipe.rect(),
        {.lead = lead, .line = line, .pill = stage.text, .tone = stage.tone, .spoken = line});
    if (used.activated && selecting)
      toggle_selected(ui, view, i);
    else if (used.activated)
      ui.emit(app::OpenLead{id});
    if (used.context) open_lead_menu(view.actions, id, row);
    do_swiped(ui, view.actions, lead, swipe.done(), row);
    hairline(ui, {row.x + 64, row.bottom() - 1, row.w - 64, 1});
    ImGui::PopID();
  }
  scroll.content_height(top + static_cast<float>(rows.size()) * kLeadRowHeight + 16);
}

void draw_low(Ui& ui, LeadsView& view, Rect area) {
  constexpr float kRoomForNothing = 420;
  ScrollArea scroll(ui, "low", area);
  const Rect content = scroll.content();
  const float top = draw_leads_toolbar(ui, view, content) + 4;
  if (!ui.state.leads->empty()) return draw_leads_list(ui, view, scroll, top);
  draw_nothing_found(ui, {content.x, content.y + top, content.w, kRoomForNothing});
  scroll.content_height(top + kRoomForNothing);
}

void draw_bar(Ui& ui, LeadsView&, Rect bar) {
  const std::string text = words::count(ui.state.open_lead_count) + " open";
  const float width = pill_width(ui, text);
  if (width <= bar.w)
    pill(ui, {bar.x, bar.y + (bar.h - 22) / 2, width, 22}, text, PillTone::kOutline);
}

void draw(Ui& ui, LeadsView& view, Rect area) {
  ImGui::PushID("leads");
  follow_selection(ui, view);
  view.actions.can_select = true;
  const float side = ui.phone() ? 12.0F : 24.0F;
  Rect inner = area.inset(side, 0);
  inner.cut_top(12);
  const bool selecting = !ui.state.selection.empty();
  const Rect bulk = selecting ? inner.cut_bottom(kBulkBarHeight, 8) : Rect{};
  const bool empty = ui.state.leads->empty();
  const bool board = ui.state.leads_layout == app::LeadsLayout::kBoard && !empty;
  // Not while something is typed: a keyboard that comes up takes no field away.
  if (!is_typing(ui)) view.low = ui.phone() && inner.h < kLowRoom;
  if (view.low && !board) {
    draw_low(ui, view, inner);
  } else {
    inner.cut_top(draw_leads_toolbar(ui, view, inner), ui.phone() ? 4.0F : 8.0F);
    if (board) {
      draw_leads_board(ui, view, inner);
    } else if (empty) {
      draw_nothing_found(ui, inner);
    } else if (ui.phone()) {
      ScrollArea scroll(ui, "list", inner);
      draw_leads_list(ui, view, scroll, 0);
    } else {
      draw_leads_table(ui, view, inner);
    }
  }
  if (selecting) draw_bulk_bar(ui, view, bulk);
  draw_filter_dialog(ui, view.filter);
  draw(ui, view.actions);
  ImGui::PopID();
}

}  // namespace leadlight::ui
