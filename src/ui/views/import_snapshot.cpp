// A colleague's snapshot before it is merged (practice H3): what becomes of each lead, which of
// them to take, and what must be confirmed. Only rows that can be seen are drawn.
#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "app/state.h"
#include "app/words.h"
#include "base/format.h"
#include "base/text.h"
#include "ui/views/import_confirming.h"
#include "ui/views/import_view.h"
#include "ui/views/lead_parts.h"
#include "ui/views/words.h"
#include "ui/views/words_of_import.h"
#include "ui/words.h"

namespace leadlight::ui {

namespace {

constexpr float kMostWidth = 760;

using app::Fate;
using app::IncomingLead;
using app::SnapshotPreview;

struct FateWords {
  std::string_view pill, filter;
  PillTone tone;
};
constexpr std::array<FateWords, app::kFates> kFateWords{
    {{"In conflict", "in conflict", PillTone::kWarn},
     {"Changed", "changed", PillTone::kAccent},
     {"New", "new", PillTone::kGood},
     {"Merged", "merged", PillTone::kNeutral},
     {"Deleted", "deleted", PillTone::kBad},
     {"Erased for good", "erased for good", PillTone::kBad},
     {"Comes back", "coming back", PillTone::kGood},
     {"Comes back", "deleted here", PillTone::kGood}}};
const FateWords& words_of(Fate fate) { return kFateWords[static_cast<std::size_t>(fate)]; }

// What was deleted here and stays so counts for nothing.
struct Taken {
  std::size_t all = 0, taken = 0;
};
Taken taken_in(const SnapshotPreview& preview, int filter) {
  if (filter > 0) {
    const auto at = static_cast<std::size_t>(filter - 1);
    return {preview.counts[at], preview.taken[at]};
  }
  Taken sum{preview.leads.size() - preview.count(Fate::kDeletedHere), 0};
  for (const std::size_t one : preview.taken) sum.taken += one;
  sum.taken -= preview.taken_of(Fate::kDeletedHere);
  return sum;
}

// The model in which the lead can be read: ours, unless it is new.
std::pair<const Model*, Row> found(const Ui& ui, Id lead) {
  const Model* model = ui.state.model;
  Row row = model->leads().find(lead);
  if (row == kNoRow || !model->lead(row).known) {
    model = &preview_in(ui).merged->model();
    row = model->leads().find(lead);
  }
  return {model, row};
}

void make_rows(const Ui& ui, SnapshotView& view) {
  const SnapshotPreview& preview = preview_in(ui);
  const std::size_t print = preview.leads.size() * 16 + static_cast<std::size_t>(view.filter) + 1;
  if (view.made_for == print && view.of_state == preview.of_state) return;
  if (view.of_state != preview.of_state) {
    view.opened.clear();
    view.erases = false;
  }
  if (view.filter > 0 && preview.counts[static_cast<std::size_t>(view.filter - 1)] == 0)
    view.filter = 0;
  view.made_for = print;
  view.of_state = preview.of_state;
  view.rows.clear();
  if (view.filter == 0)
    for (std::size_t i = 0; i < preview.others.size(); ++i) view.rows.push_back({false, i});
  for (std::size_t i = 0; i < preview.leads.size(); ++i)
    if (view.filter == 0 || static_cast<int>(preview.leads[i].fate) == view.filter - 1)
      view.rows.push_back({true, i});
}

std::vector<Id> leads_shown(const Ui& ui, const SnapshotView& view) {
  std::vector<Id> ids;
  for (const SnapshotView::Row& row : view.rows)
    if (row.is_lead &&
        (view.filter > 0 || preview_in(ui).leads[row.index].fate != Fate::kDeletedHere))
      ids.push_back(preview_in(ui).leads[row.index].id);
  return ids;
}

std::string erased_sentence(const Ui& ui) {
  const std::size_t erased = ui.state.import->files.erased;
  return formatted("{} in it {} erased here and {} erased.",
                   words::counted(erased, "person", "people"), erased == 1 ? "was" : "were",
                   erased == 1 ? "stays" : "stay");
}

// ---- above the list ------------------------------------------------------------------------------------------

float draw_notice(Ui& ui, Rect area, std::string_view text, ImU32 ink) {
  const Rect words{area.x + 24, area.y, area.w - 24, 0};
  const float height = text_height(ui, words.w, text, kText);
  icon(ui, {area.x, area.y, 16, 20}, Icon::kAlert, 16, ink);
  text_block(ui, {words.x, words.y, words.w, height}, text, kText, ink);
  return height + 8;
}

float draw_deletions(Ui& ui, Rect area) {
  const SnapshotPreview& preview = preview_in(ui);
  const bool none = preview.count(Fate::kDeleted) == 0;
  const bool erases = preview.count(Fate::kErased) > 0;
  if (none && !erases) return 0;
  const bool kept = preview.taken_of(Fate::kDeleted) == 0;
  const bool safe = kept && !erases;
  std::string text = deletion_sentence(ui, "This file ", preview.count(Fate::kDeleted));
  const auto changed = static_cast<std::size_t>(
      std::ranges::count(preview.leads, true, &IncomingLead::changed_here));
  if (changed > 0)
    text += formatted(" {} of them {} changed here since, and {} unless you tick {}.",
                      words::count(changed), changed == 1 ? "was" : "were",
                      changed == 1 ? "stays" : "stay", changed == 1 ? "it" : "them");
  if (!none && kept) text += " None is ticked, so none of your leads will be deleted.";
  const float y = draw_notice(ui, area, text, safe ? ui.colours.ink2 : ui.colours.bad);
  if (none) return y + 8;
  const std::string_view label = kept ? "Take the deletions" : "Keep all leads";
  const Rect place{area.x + 24, area.y + y, button_width(ui, label), ui.control_height()};
  if (button(ui, "keep-all", place, label)) ui.emit(app::TakeLeads{deletions(ui), kept});
  return y + place.h + 16;
}

float draw_filter(Ui& ui, SnapshotView& view, Rect area) {
  const SnapshotPreview& preview = preview_in(ui);
  std::vector<std::string> labels{
      formatted("All {}", words::count(preview.leads.size() + preview.others.size()))};
  std::vector<int> filters{0};
  for (std::size_t i = 0; i < app::kFates; ++i) {
    if (preview.counts[i] == 0) continue;
    labels.push_back(formatted("{} {}", words::count(preview.counts[i]), kFateWords[i].filter));
    filters.push_back(static_cast<int>(i) + 1);
  }
  const std::vector<std::string_view> options(labels.begin(), labels.end());
  const auto selected = static_cast<int>(std::ranges::find(filters, view.filter) - filters.begin());
  float used = 0;
  const int chosen = choice_pills(ui, "filter", area, "Show", options, selected, &used);
  if (chosen >= 0) view.filter = filters[static_cast<std::size_t>(chosen)];
  return used + 8;
}

// Takes or leaves out all that is shown.
float draw_take_all(Ui& ui, const SnapshotView& view, Rect area) {
  const SnapshotPreview& preview = preview_in(ui);
  if (preview.leads.empty()) return 0;
  const auto [all, taken] = taken_in(preview, view.filter);
  if (all == 0) return 0;
  std::string label =
      taken == all
          ? formatted("{}{} taken", all > 1 ? "All " : "", words::counted(all, "lead", "leads"))
          : formatted("{} of {} taken", words::count(taken), words::counted(all, "lead", "leads"));
  // They stand below, too.
  if (const std::size_t stay = preview.count(Fate::kDeletedHere); view.filter == 0 && stay > 0)
    label += formatted(", {} deleted here", words::count(stay));
  const float height = ui.control_height();
  if (checkbox(
          ui, "take-all",
          {area.x + (ui.phone() ? 13.0F : 9.0F), area.y, std::min(area.w - 16, 320.0F), height},
          label, taken == all))
    ui.emit(app::TakeLeads{leads_shown(ui, view), taken != all});
  return height + 4;
}

float draw_head(Ui& ui, SnapshotView& view, Rect area) {
  const app::ImportSession& session = *ui.state.import;
  heading(ui, {area.x, area.y, area.w, kTitle.line}, session.file_name, 2, kTitle);
  float y = kTitle.line + 4;
  const auto at = [&] { return Rect{area.x, area.y + y, area.w, 0}; };
  const SnapshotPreview& preview = preview_in(ui);
  y += draw_deletions(ui, at());
  if (const int year = year_to_confirm(ui); year != 0)
    y += draw_notice(ui, at(), clock_sentence(ui, year), ui.colours.bad) + 8;
  else if (const UtcMs ahead = preview.latest - ui.state.now; ahead > kDayMs)
    y += draw_notice(ui, at(), app::words::clock_ahead(ahead), ui.colours.warn) + 8;
  if (!preview.undone.empty())
    y += draw_notice(ui, at(), words::kImportedBefore, ui.colours.ink2) + 8;
  if (session.files.erased > 0)
    y += draw_notice(ui, at(), erased_sentence(ui), ui.colours.ink2) + 8;
  if (const std::size_t deleted = preview.count(Fate::kDeletedHere); deleted > 0)
    y += draw_notice(
             ui, at(),
             formatted("{} in it {} deleted here, and {} so unless you tick {}.",
                       words::counted(deleted, "lead", "leads"), deleted == 1 ? "was" : "were",
                       deleted == 1 ? "stays" : "stay", deleted == 1 ? "it" : "them"),
             ui.colours.ink2) +
         8;
  y += text_block(ui, at(),
                  formatted(words::kMergeAdvice,
                            preview.count(Fate::kErased) > 0 ? ", all but the erasing" : ""),
                  kText, ui.colours.ink2) +
       16;
  for (const app::RefusedFile& file : session.refused)
    y +=
        draw_notice(ui, at(), formatted("“{}” is left alone. {}", file.name, file.error.sentence()),
                    ui.colours.warn);
  if (!session.refused.empty()) y += 8;
  y += draw_filter(ui, view, at());
  return y + draw_take_all(ui, view, at());
}

// ---- rows ------------------------------------------------------------------------------------------------------

OpenedRecord* opened_of(SnapshotView& view, Id id) {
  const auto opened = std::ranges::find(view.opened, id, &OpenedRecord::id);
  return opened == view.opened.end() ? nullptr : &*opened;
}

void open_or_close(const Ui& ui, SnapshotView& view, Kind kind, Id id) {
  if (opened_of(view, id) != nullptr)
    std::erase_if(view.opened, [&](const OpenedRecord& one) { return one.id == id; });
  else
    view.opened.push_back({id, lines_of(ui, preview_in(ui), kind, id)});
}

void draw_chevron(Ui& ui, Rect& rest, bool open) {
  icon(ui, rest.cut_right(16, 12), open ? Icon::kChevronUp : Icon::kChevronDown, 16,
       ui.colours.ink3);
}

void draw_lead(Ui& ui, SnapshotView& view, Rect row, const IncomingLead& lead, bool open) {
  const auto [model, at] = found(ui, lead.id);
  const std::string name = at == kNoRow ? std::string("A lead") : model->name_of(at);
  std::string company(at == kNoRow ? std::string_view() : model->text(at, LeadField::kCompany));
  if (const auto [of_heir, heir] = found(ui, lead.heir); heir != kNoRow)
    company = "into " + of_heir->name_of(heir);
  const FateWords& fate = words_of(lead.fate);
  const bool with_company = !company.empty() && company != name;
  const bool deleted_here = lead.fate == Fate::kDeletedHere;
  const RowResult used =
      list_row(ui, "row", row,
               formatted("{}{}{}, {}{}", name, with_company ? ", " : "",
                         with_company ? company : std::string(),
                         deleted_here ? "deleted here" : words::continued(fate.pill),
                         lead.changed_here ? ", changed here since" : ""),
               false);
  used.node->expanded = open ? a11y::Toggle::kOn : a11y::Toggle::kOff;
  if (used.activated) open_or_close(ui, view, Kind::kLead, lead.id);
  Rect rest = row;
  const Rect box = rest.cut_left(ui.phone() ? 44 : 36);
  if (lead.fate != Fate::kErased &&
      checkbox(ui, "take", box, "Take " + name, lead.taken, CheckboxPlace::kInListRow))
    ui.emit(app::TakeLeads{{lead.id}, !lead.taken});
  rest.cut_left(4);
  rest.cut_right(8);
  draw_chevron(ui, rest, open);
  const std::string_view pill_text = lead.taken          ? fate.pill
                                     : deleted_here      ? "Deleted here"
                                     : lead.changed_here ? "Kept: changed here"
                                                         : "Left out";
  const float width = pill_width(ui, pill_text);
  pill(ui, rest.cut_right(width, 12).centred(width, 22), pill_text,
       lead.taken ? fate.tone : PillTone::kOutline);
  name_and_company(ui, rest, name, company);
}

std::string other_title(const Ui& ui, const app::IncomingRecord& record) {
  if (record.kind == Kind::kSetting) return "Team settings";
  std::string name = name_of_record(preview_in(ui).merged->model(), record.kind, record.id);
  name[0] = static_cast<char>(name[0] - 'a' + 'A');
  return name;
}

void draw_other(Ui& ui, SnapshotView& view, Rect row, const app::IncomingRecord& record,
                bool open) {
  const std::string title = other_title(ui, record);
  std::string changes;
  if (record.changes > 0) changes = words::counted(record.changes, "change", "changes");
  if (record.conflicts > 0)
    changes.append(changes.empty() ? "" : ", ")
        .append(words::count(record.conflicts))
        .append(" in conflict");
  const RowResult used = list_row(ui, "row", row, title + ": " + changes, false);
  used.node->expanded = open ? a11y::Toggle::kOn : a11y::Toggle::kOff;
  if (used.activated) open_or_close(ui, view, record.kind, record.id);
  Rect rest = row.inset(8, 0);
  rest.cut_left(1);
  icon(ui, rest.cut_left(18, 13), Icon::kSettings, 18, ui.colours.ink2);
  draw_chevron(ui, rest, open);
  const float width = text_width(ui, changes, kText) + 1;
  text_line(ui, rest.cut_right(width, 12), changes, kText, ui.colours.ink2, Align::kRight,
            Voice::kSilent);
  text_line(ui, rest, title, kStrong, ui.colours.ink, Align::kLeft, Voice::kSilent);
}

// Returns the height of all rows.
float draw_rows(Ui& ui, SnapshotView& view, Rect area, Rect window) {
  const SnapshotPreview& preview = preview_in(ui);
  if (view.rows.empty())
    return text_block(ui, area, "Nothing that can be seen changes.", kText, ui.colours.ink2);
  const float height = ui.phone() ? 52 : 44;
  const float indent = ui.phone() ? 20 : 40;
  const Scope list(ui, "leads", a11y::Role::kList, "What would change");
  float y = 0;
  for (const SnapshotView::Row& row : view.rows) {
    const Id id = row.is_lead ? preview.leads[row.index].id : preview.others[row.index].id;
    OpenedRecord* const opened = view.opened.empty() ? nullptr : opened_of(view, id);
    if (opened != nullptr) measure(ui, *opened, area.w - indent);
    const float whole = height + (opened != nullptr ? opened->height : 0);
    const Rect rect{area.x, area.y + y, area.w, height};
    y += whole;
    if (rect.y + whole < window.y || rect.y > window.bottom()) continue;
    ImGui::PushID(static_cast<int>(row.is_lead));
    ImGui::PushID(static_cast<int>(row.index));
    const OpenedRecord before = opened != nullptr ? *opened : OpenedRecord{};
    if (row.is_lead)
      draw_lead(ui, view, rect, preview.leads[row.index], opened != nullptr);
    else
      draw_other(ui, view, rect, preview.others[row.index], opened != nullptr);
    if (!before.lines.empty())
      draw_lines(ui, before, {rect.x + indent, rect.bottom(), before.width, before.height});
    hairline(ui, {rect.x, rect.y + whole - 1, rect.w, 1});
    ImGui::PopID();
    ImGui::PopID();
  }
  return y;
}

void draw_nothing_new(Ui& ui, Rect area) {
  constexpr std::array<EmptyAction, 1> kActions{{{"close", words::kImportClose, true}}};
  const app::ImportSession& session = *ui.state.import;
  const std::string title =
      formatted("{}: {}", session.file_name, words::continued(words::kNothingNewTitle));
  std::string text(session.files.erased == 0
                       ? words::kNothingNewSnapshot
                       : formatted(words::kNothingElseNew, erased_sentence(ui)));
  for (const app::RefusedFile& file : session.refused)
    text += formatted(" “{}” is left alone. {}", file.name, file.error.sentence());
  if (empty_state(ui, "nothing-new", area, Icon::kCheck, title, text, kActions) == 0)
    ui.emit(app::CancelImport{});
}

}  // namespace

void draw_snapshot(Ui& ui, ImportView& import, Rect area) {
  if (ui.state.import->brings_nothing()) return draw_nothing_new(ui, area);
  SnapshotView& view = import.snapshot;
  make_rows(ui, view);
  const Rect footer = area.cut_bottom(import_footer_height(ui));
  {
    ScrollArea scroll(ui, "snapshot", area);
    const float side = ui.phone() ? 16.0F : 24.0F;
    float y = ui.phone() ? 8.0F : 24.0F;
    Rect content = scroll.content().inset(side, 0);
    content.w = std::min(content.w, kMostWidth);
    y += draw_head(ui, view, {content.x, content.y + y, content.w, 0});
    y += draw_rows(ui, view, {content.x, content.y + y, content.w, 0}, area);
    scroll.content_height(y + 32);
  }
  const SnapshotPreview& preview = preview_in(ui);
  Taken sum = taken_in(preview, 0);
  const std::size_t back = preview.taken_of(Fate::kDeletedHere);
  sum.all += back, sum.taken += back;
  const std::string label = sum.taken == sum.all
                                ? std::string(words::kImport)
                                : formatted("Import {} of {}", words::count(sum.taken),
                                            words::counted(sum.all, "lead", "leads"));
  const bool possible = !ui.state.import->operations.empty() || sum.taken > 0;
  switch (draw_import_footer(ui, footer, {.label = label, .possible = possible})) {
    case ImportChoice::kNone: break;
    case ImportChoice::kCommit:
      if (!ask_to_confirm(ui, view)) ui.emit(app::CommitImport{});
      break;
    case ImportChoice::kCancel: ui.emit(app::CancelImport{}); break;
  }
  draw_confirmation(ui, view);
}

}  // namespace leadlight::ui
