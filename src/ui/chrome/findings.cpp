#include <algorithm>

#include "base/text.h"
#include "lead/model.h"
#include "ui/chrome/palette.h"
#include "ui/chrome/places.h"

namespace leadlight::ui {

namespace {

constexpr char kBetween = '\n';

void add_places(std::vector<Finding>& all, const app::State& state) {
  for (const PlaceInfo& info : kPlaces) {
    if (info.place == state.place) continue;
    all.push_back({std::string(words::kGoTo).append(info.title),
                   {},
                   info.icon,
                   Finding::What::kCommand,
                   app::GoTo{info.place}});
  }
}

Finding command(std::string_view label, std::string_view detail, Icon icon, app::Command what) {
  return {std::string(label), std::string(detail), icon, Finding::What::kCommand, std::move(what)};
}

void add_commands(std::vector<Finding>& all, const app::State& state) {
  all.push_back(command(words::kAddLead, "N", Icon::kPlus, app::GoTo{app::Place::kCapture}));
  all.push_back(command(words::kImportFile, {}, Icon::kUpload, app::PickFile{}));
  all.push_back(command(words::kExportSnapshot, {}, Icon::kDownload, app::ExportSnapshot{}));
  if (state.can_undo)
    all.push_back(command(words::kUndo, state.undo_label, Icon::kUndo, app::Undo{}));
  if (state.can_redo)
    all.push_back(command(words::kRedo, state.redo_label, Icon::kRedo, app::Redo{}));
  if (state.leads_layout == app::LeadsLayout::kTable) {
    all.push_back(command(words::kShowBoard, {}, Icon::kColumns,
                          app::SetLeadsLayout{app::LeadsLayout::kBoard}));
  } else {
    all.push_back(command(words::kShowTable, {}, Icon::kTable,
                          app::SetLeadsLayout{app::LeadsLayout::kTable}));
  }
  if (state.theme != "light")
    all.push_back(command(words::kThemeLight, {}, Icon::kSun, app::SetTheme{"light"}));
  if (state.theme != "dark")
    all.push_back(command(words::kThemeDark, {}, Icon::kMoon, app::SetTheme{"dark"}));
  if (state.theme != "system")
    all.push_back(command(words::kThemeSystem, {}, Icon::kRefresh, app::SetTheme{"system"}));
  all.push_back({std::string(words::kKeyboardShortcuts), "?", Icon::kKeyboard, Finding::What::kHelp,
                 app::GoTo{state.place}});
}

}  // namespace

std::vector<Row> LeadNames::find(const app::State& state, std::string_view wanted) {
  const Model& model = *state.model;
  const Table& leads = model.leads();
  if (operations_ != state.operations) {
    operations_ = state.operations;
    entries_.clear();
    entries_.reserve(leads.alive_count());
    for (Row row = 0; row < leads.size(); ++row) {
      if (!leads.alive(row)) continue;
      std::string text = folded(model.name_of(row));
      text += kBetween;
      append_folded(text, model.text(row, LeadField::kCompany));
      entries_.push_back({row, std::move(text)});
    }
  }
  std::vector<Row> first;
  std::vector<Row> later;
  for (const Entry& entry : entries_) {
    const std::size_t at = entry.text.find(wanted);
    if (at == std::string::npos) continue;
    const bool starts = at == 0 || entry.text[at - 1] == ' ' || entry.text[at - 1] == kBetween;
    std::vector<Row>& list = starts ? first : later;
    if (list.size() < kMost) list.push_back(entry.row);
    if (first.size() == kMost) break;
  }
  for (const Row row : later) {
    if (first.size() == kMost) break;
    first.push_back(row);
  }
  return first;
}

std::vector<Finding> find_anything(const app::State& state, LeadNames& names,
                                   std::string_view query) {
  const std::string wanted = folded(trimmed(query));
  std::vector<Finding> found;
  if (!wanted.empty()) {
    for (const Row row : names.find(state, wanted)) {
      found.push_back(command(state.model->name_of(row),
                              state.model->text(row, LeadField::kCompany), Icon::kUser,
                              app::OpenLead{state.model->leads().id(row)}));
    }
  }
  std::vector<Finding> rest;
  add_places(rest, state);
  add_commands(rest, state);
  for (Finding& one : rest) {
    if (wanted.empty() || folded(one.label).contains(wanted)) found.push_back(std::move(one));
  }
  if (!wanted.empty()) {
    query::Query all_leads;
    all_leads.search = trimmed(query);
    found.push_back(command(std::string(words::kSearchLeads).append(trimmed(query)), {},
                            Icon::kSearch, app::ShowLeads{all_leads}));
  }
  return found;
}

}  // namespace leadlight::ui
