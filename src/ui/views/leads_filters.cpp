// Filters of the leads: chips that say what is filtered, and a dialog with all values and their
// counts.
#include <algorithm>
#include <array>
#include <utility>

#include "base/format.h"
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

}  // namespace

std::string_view filter_name(FilterKind kind) { return words_of(kind).name; }

void clear_filter(query::Query& query, FilterKind kind) {
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

void open_filter(const Ui& ui, FilterDialog& dialog, FilterKind kind) {
  dialog.kind = kind;
  dialog.find.clear();
  dialog.asked_to_open = true;
  take_values(ui, dialog);
}

FilterKind filter_from_menu(Ui& ui, Rect anchor, bool open, bool* chosen) {
  if (open) open_menu(ui, "filter-menu", anchor);
  std::array<MenuItem, kFilterKindCount> items;
  for (std::size_t i = 0; i < items.size(); ++i)
    items[i] = {.id = kKinds[i].id, .label = kKinds[i].name, .icon = kKinds[i].icon};
  const int index = menu(ui, "filter-menu", "Filter by", items);
  *chosen = index >= 0;
  return static_cast<FilterKind>(std::max(index, 0));
}

void draw_filter_dialog(Ui& ui, FilterDialog& dialog) {
  if (std::exchange(dialog.asked_to_open, false)) open_dialog(ui, kDialogId);
  if (!dialog_is_open(ui, kDialogId)) return;
  const bool long_list = dialog.values.size() > 8;
  const float rows =
      static_cast<float>(std::clamp<std::size_t>(dialog.values.size(), 2, 9)) * ui.control_height();
  const std::string title = formatted("Filter by {}", words::continued(words_of(dialog.kind).name));
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
    clear_filter(query, dialog.kind);
    ui.emit(app::SetQuery{std::move(query)});
  }
}

}  // namespace leadlight::ui
