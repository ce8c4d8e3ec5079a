#include <algorithm>
#include <array>

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
  all.push_back(command(words::kCopyLink, {}, Icon::kGlobe, app::CopyLink{}));
  if (state.can_undo)
    all.push_back(command(words::kUndo, state.undo_label, Icon::kUndo, app::Undo{}));
  if (state.can_redo)
    all.push_back(command(words::kRedo, state.redo_label, Icon::kRedo, app::Redo{}));
  all.push_back({std::string(words::kLookBack),
                 {},
                 Icon::kClock,
                 Finding::What::kLookBack,
                 app::GoTo{state.place}});
  if (state.past)
    all.push_back(command(words::kBackToNow, {}, Icon::kArrowRight, app::BackToNow{}));
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

// What is typed is looked for at the start of a word of the name first, then of the company, then
// anywhere.
enum Match : unsigned char { kInName, kInCompany, kAnywhere, kNoMatch };
Match match_of(std::string_view text, std::string_view wanted) {
  Match best = kNoMatch;
  const std::size_t company = text.find(kBetween);
  for (std::size_t at = text.find(wanted); at != std::string_view::npos;
       at = text.find(wanted, at + 1)) {
    const bool starts = at == 0 || text[at - 1] == ' ' || text[at - 1] == kBetween;
    if (starts) return std::min(best, at < company ? kInName : kInCompany);
    best = kAnywhere;
  }
  return best;
}

}  // namespace

std::vector<Row> LeadNames::find(const app::State& state, std::string_view wanted) {
  const Model& model = *state.model;
  const Table& leads = model.leads();
  if (operations_ != state.revision) {
    operations_ = state.revision;
    entries_.clear();
    entries_.reserve(leads.alive_count());
    for (Row row = 0; row < leads.size(); ++row) {
      if (!leads.alive(row)) continue;
      std::string text = folded(model.name_of(row));
      text += kBetween;
      append_folded(text, model.text(row, LeadField::kCompany));
      text += kBetween;
      append_folded(text, model.text(row, LeadField::kEmail));
      entries_.push_back({row, std::move(text)});
    }
  }
  std::array<std::vector<Row>, kNoMatch> by_match;
  for (const Entry& entry : entries_) {
    const Match match = match_of(entry.text, wanted);
    if (match == kNoMatch) continue;
    if (by_match[match].size() < kMost) by_match[match].push_back(entry.row);
    if (by_match[kInName].size() == kMost) break;
  }
  std::vector<Row> found;
  for (const std::vector<Row>& rows : by_match)
    for (const Row row : rows)
      if (found.size() < kMost) found.push_back(row);
  return found;
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
