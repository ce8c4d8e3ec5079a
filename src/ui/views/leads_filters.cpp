// Filters of the leads: chips that say what is filtered, and a dialog with all values and their
// counts.
#include <algorithm>
#include <array>
#include <format>
#include <utility>

#include "base/text.h"
#include "ui/views/flow.h"
#include "ui/views/leads_view.h"
#include "ui/views/words.h"

namespace leadlight::ui {

namespace {

constexpr std::string_view kDialogId = "filter-dialog";
constexpr std::size_t kMostValues = 2000;

struct KindWords {
  std::string_view id, name;
  Icon icon;
};
constexpr std::array<KindWords, kFilterKindCount> kKinds{
    {{"stage", "Stage", Icon::kFunnel},
     {"source", "Source", Icon::kMapPin},
     {"owner", "Owner", Icon::kUser},
     {"country", "Country", Icon::kGlobe},
     {"campaign", "Campaign", Icon::kCampaigns},
     {"tag", "Tag", Icon::kTag},
     {"band", "Band", Icon::kFlame}}};
const KindWords& words_of(FilterKind kind) { return kKinds[static_cast<std::size_t>(kind)]; }

constexpr std::array kBands{score::Band::kSales, score::Band::kWatch, score::Band::kNone};

// The list of texts that a kind fills, or none for stages and bands.
std::vector<std::string>* texts_of(query::Query& query, FilterKind kind) {
  switch (kind) {
    case FilterKind::kSource: return &query.sources;
    case FilterKind::kOwner: return &query.owners;
    case FilterKind::kCountry: return &query.countries;
    case FilterKind::kCampaign: return &query.campaigns;
    case FilterKind::kTag: return &query.tags;
    case FilterKind::kStage:
    case FilterKind::kBand: return nullptr;
  }
  return nullptr;
}

template <class Value>
void toggle_in(std::vector<Value>& list, const Value& value) {
  const auto found = std::ranges::find(list, value);
  if (found == list.end())
    list.push_back(value);
  else
    list.erase(found);
}

// Values of stages and bands are their texts in the dialog.
Stage stage_of(std::string_view value) { return stage_from_text(value).value_or(Stage::kNew); }
score::Band band_from(std::string_view value) {
  return static_cast<score::Band>(integer_from_text(value).value_or(0));
}

bool holds(const query::Query& query, FilterKind kind, const std::string& value) {
  if (kind == FilterKind::kStage) return std::ranges::contains(query.stages, stage_of(value));
  if (kind == FilterKind::kBand) return std::ranges::contains(query.bands, band_from(value));
  return std::ranges::contains(*texts_of(const_cast<query::Query&>(query), kind), value);
}

void toggle_value(query::Query& query, FilterKind kind, const std::string& value) {
  if (kind == FilterKind::kStage)
    toggle_in(query.stages, stage_of(value));
  else if (kind == FilterKind::kBand)
    toggle_in(query.bands, band_from(value));
  else
    toggle_in(*texts_of(query, kind), value);
}

void clear(query::Query& query, FilterKind kind) {
  if (kind == FilterKind::kStage)
    query.stages.clear();
  else if (kind == FilterKind::kBand)
    query.bands.clear();
  else
    texts_of(query, kind)->clear();
}

std::vector<std::string> chosen_labels(query::Query query, FilterKind kind) {
  std::vector<std::string> labels;
  if (kind == FilterKind::kStage)
    for (const Stage stage : query.stages) labels.emplace_back(label_of(stage));
  else if (kind == FilterKind::kBand)
    for (const score::Band band : query.bands) labels.emplace_back(words::band_of(band));
  else
    labels = *texts_of(query, kind);
  return labels;
}

// ---- values and how many leads have them ------------------------------------------------------------

void add_value(FilterDialog& dialog, std::string value, std::string label, std::size_t count) {
  std::string fold = folded(label);
  dialog.values.push_back({std::move(value), std::move(label), std::move(fold), count});
}

void take_stage_and_band_values(const Ui& ui, FilterDialog& dialog) {
  const Model& model = *ui.state.model;
  std::array<std::size_t, kStages.size()> stages{};
  std::array<std::size_t, kBands.size()> bands{};
  for (Row row = 0; row < model.leads().size(); ++row) {
    if (!model.leads().alive(row)) continue;
    const score::Points& points = points_of(ui, row);
    if (points.standing != Standing::kLead) continue;
    ++stages[static_cast<std::size_t>(model.lead(row).stage)];
    if (is_open(model.lead(row).stage)) ++bands[static_cast<std::size_t>(points.band)];
  }
  if (dialog.kind == FilterKind::kStage)
    for (const Stage stage : kStages)
      add_value(dialog, std::string(text_of(stage)), std::string(label_of(stage)),
                stages[static_cast<std::size_t>(stage)]);
  else
    for (const score::Band band : kBands)
      add_value(dialog, std::to_string(static_cast<int>(band)), std::string(words::band_of(band)),
                bands[static_cast<std::size_t>(band)]);
}

void take_tag_values(const Ui& ui, FilterDialog& dialog) {
  const Table& leads = ui.state.model->leads();
  for (const std::string& tag : tags_in_use(*ui.state.model)) {
    const ColumnIndex column = leads.find_column(std::string(kTagPrefix).append(tag));
    std::size_t count = 0;
    for (Row row = 0; row < leads.size(); ++row)
      count += leads.alive(row) && leads.cell(row, column) != kNoText;
    add_value(dialog, tag, tag, count);
  }
}

void take_values(const Ui& ui, FilterDialog& dialog) {
  dialog.values.clear();
  const auto take_field = [&](LeadField field) {
    for (auto& [value, count] : query::Engine::values_of(*ui.state.model, field, kMostValues))
      add_value(dialog, value, value, count);
  };
  switch (dialog.kind) {
    case FilterKind::kStage:
    case FilterKind::kBand: return take_stage_and_band_values(ui, dialog);
    case FilterKind::kTag: return take_tag_values(ui, dialog);
    case FilterKind::kSource: return take_field(LeadField::kSource);
    case FilterKind::kOwner: return take_field(LeadField::kOwner);
    case FilterKind::kCountry: return take_field(LeadField::kCountry);
    case FilterKind::kCampaign: return take_field(LeadField::kCampaign);
  }
}

void draw_values(Ui& ui, FilterDialog& dialog, Rect area) {
  std::vector<std::size_t> shown;
  const std::string find = folded(trimmed(dialog.find));
  for (std::size_t i = 0; i < dialog.values.size(); ++i)
    if (dialog.values[i].folded.contains(find)) shown.push_back(i);

  ScrollArea scroll(ui, "values", area);
  const float row_height = ui.control_height();
  Scope list(ui, "list", a11y::Role::kGroup, words_of(dialog.kind).name);
  const auto [first, last] = scroll.visible(shown.size(), row_height);
  for (std::size_t i = first; i < last; ++i) {
    const FilterDialog::Value& value = dialog.values[shown[i]];
    Rect row{scroll.content().x, scroll.content().y + static_cast<float>(i) * row_height,
             scroll.content().w, row_height};
    ImGui::PushID(static_cast<int>(shown[i]));
    const std::string count = words::count(value.count);
    text_line(ui, row.cut_right(64), count, kSmall, ui.colours.ink2, Align::kRight, Voice::kSilent);
    if (checkbox(ui, "value", row, value.label, holds(ui.state.query, dialog.kind, value.value))) {
      query::Query query = ui.state.query;
      toggle_value(query, dialog.kind, value.value);
      ui.emit(app::SetQuery{std::move(query)});
    }
    ImGui::PopID();
  }
  if (shown.empty())
    text_line(ui, {area.x, area.y, area.w, 24},
              dialog.values.empty() ? "No lead says anything here." : "No value like this.", kText,
              ui.colours.ink2);
  scroll.content_height(static_cast<float>(shown.size()) * row_height);
}

// ---- the toolbar --------------------------------------------------------------------------------------

void open_filter(const Ui& ui, FilterDialog& dialog, FilterKind kind) {
  dialog.kind = kind;
  dialog.find.clear();
  dialog.asked_to_open = true;
  take_values(ui, dialog);
}

// The ground of a chip and its button to remove; `rest` gets the room for what it says.
bool draw_removable(Ui& ui, Flow& flow, std::string_view text, std::string_view name, Rect& rest) {
  const float height = ui.phone() ? 40.0F : 32.0F;
  rest = flow.next(std::min(button_width(ui, text) + height, 320.0F), height);
  panel(ui, rest, 8);
  return button(ui, "remove", rest.cut_right(height), std::format("Remove filter {}", name),
                {.look = ButtonLook::kQuiet, .icon = Icon::kClose, .icon_only = true});
}

void draw_chip(Ui& ui, LeadsView& view, Flow& flow, FilterKind kind) {
  const std::vector<std::string> labels = chosen_labels(ui.state.query, kind);
  if (labels.empty()) return;
  const std::string text = std::format("{}: {}", words_of(kind).name, words::list_of(labels, 2));
  ImGui::PushID(static_cast<int>(kind));
  Rect rest;
  if (draw_removable(ui, flow, text, words_of(kind).name, rest)) {
    query::Query query = ui.state.query;
    clear(query, kind);
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
                    std::format("Came in since {}", words::moment(query.created_from, ui.state.now,
                                                                  ui.state.local_offset_minutes)),
                    [](query::Query& changed) { changed.created_from = 0; });
  if (query.reached)
    draw_asked_chip(ui, flow, "reached", std::format("Reached {}", label_of(*query.reached)),
                    [](query::Query& changed) { changed.reached.reset(); });
  if (query.stuck_days != 0)
    draw_asked_chip(ui, flow, "stuck", std::format("Stuck for over {} days", query.stuck_days),
                    [](query::Query& changed) { changed.stuck_days = 0, changed.stuck_at = 0; });
}

void draw_add_filter(Ui& ui, LeadsView& view, Flow& flow) {
  const ButtonSpec spec{.icon = Icon::kPlus};
  const Rect rect = flow.next(button_width(ui, "Filter", spec), ui.phone() ? 40 : 32);
  if (button(ui, "add-filter", rect, "Filter", spec)) open_menu(ui, "filter-menu", rect);
  std::array<MenuItem, kFilterKindCount> items;
  for (std::size_t i = 0; i < items.size(); ++i)
    items[i] = {.id = kKinds[i].id, .label = kKinds[i].name, .icon = kKinds[i].icon};
  if (const int chosen = menu(ui, "filter-menu", items); chosen >= 0)
    open_filter(ui, view.filter, static_cast<FilterKind>(chosen));
}

constexpr std::array<Option, 5> kScopes{{{"Open leads"},
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

// Switching to the board shows every stage; switching back, what was there before.
void draw_layout_switch(Ui& ui, LeadsView& view, Rect rect) {
  constexpr std::array<std::string_view, 2> kLayouts{"Table", "Board"};
  const int chosen =
      segmented(ui, "layout", rect, "Layout", kLayouts, static_cast<int>(ui.state.leads_layout));
  if (chosen < 0 || chosen == static_cast<int>(ui.state.leads_layout)) return;
  query::Query query = ui.state.query;
  if (chosen == 1) {
    view.scope_of_table = query.scope;
    if (query.scope == query::Scope::kOpenLeads) query.scope = query::Scope::kAllLeads;
  } else if (query.scope == query::Scope::kAllLeads) {
    query.scope = view.scope_of_table;
  }
  ui.emit(app::SetLeadsLayout{static_cast<app::LeadsLayout>(chosen)});
  if (query != ui.state.query) ui.emit(app::SetQuery{std::move(query)});
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

// At the end of the line if there is room, else on a line of its own.
void draw_summary(Ui& ui, LeadsView& view, Flow& flow, float height) {
  const std::string text = leads_summary(ui, view);
  const float width = text_width(ui, text, kSmall) + 2;
  const float rest = flow.rest_of_line();
  text_line(ui, flow.next(rest > width ? rest : width, height), text, kSmall, ui.colours.ink2,
            rest > width ? Align::kRight : Align::kLeft);
}

}  // namespace

float draw_leads_toolbar(Ui& ui, LeadsView& view, Rect area) {
  Scope group(ui, "toolbar", a11y::Role::kGroup, "Filters");
  const float height = ui.control_height();
  if (ui.phone()) {
    Rect rest = area;
    draw_search(ui, view, rest.cut_top(height, 8));
    Rect row = rest.cut_top(height, 8);
    draw_layout_switch(ui, view, row.cut_right(150, 8));
    draw_scope(ui, row);
    Flow flow(rest, 40);
    draw_chips(ui, view, flow);
    draw_summary(ui, view, flow, 40);
    return 2 * (height + 8) + flow.used_height();
  }
  Flow flow(area, height);
  draw_layout_switch(ui, view, flow.next(150, 32));
  draw_scope(ui, flow.next(140, height));
  draw_search(ui, view, flow.next(std::clamp(area.w * 0.24F, 180.0F, 280.0F), height));
  draw_chips(ui, view, flow);
  draw_summary(ui, view, flow, height);
  return flow.used_height();
}

void draw_filter_dialog(Ui& ui, FilterDialog& dialog) {
  if (std::exchange(dialog.asked_to_open, false)) open_dialog(ui, kDialogId);
  if (!dialog_is_open(ui, kDialogId)) return;
  const bool long_list = dialog.values.size() > 8;
  const float rows =
      static_cast<float>(std::clamp<std::size_t>(dialog.values.size(), 2, 9)) * ui.control_height();
  const std::string title =
      std::format("Filter by {}", words::continued(words_of(dialog.kind).name));
  const Dialog shown(ui, kDialogId, title, 420, rows + (long_list ? 190.0F : 140.0F));
  if (!shown) return;
  Rect area = shown.area();
  Rect buttons = area.cut_bottom(ui.control_height(), 12);
  if (long_list) {
    const FieldSpec spec{.kind = FieldKind::kSearch,
                         .placeholder = "Find a value",
                         .hide_label = true,
                         .icon = Icon::kSearch};
    text_field(ui, "find", area.cut_top(field_height(ui, spec), 8), "Find a value", dialog.find,
               spec);
  }
  draw_values(ui, dialog, area);
  const ButtonSpec primary{.look = ButtonLook::kPrimary};
  if (button(ui, "done", buttons.cut_right(button_width(ui, "Done", primary), 8), "Done", primary))
    close_dialog(ui);
  if (button(ui, "clear", buttons.cut_right(button_width(ui, "Clear")), "Clear")) {
    query::Query query = ui.state.query;
    clear(query, dialog.kind);
    ui.emit(app::SetQuery{std::move(query)});
  }
}

}  // namespace leadlight::ui
