// Work on many leads at once: what stands below the list while leads are selected.
#include <array>
#include <span>

#include "score/assignment.h"
#include "ui/views/leads_view.h"
#include "ui/views/words.h"

namespace leadlight::ui {

namespace {

enum class Bulk : unsigned char {
  kMove,
  kAssign,
  kOffer,
  kByRules,
  kTag,
  kMerge,
  kSnooze,
  kWeedOut,
  kExportCsv,
  kExportVcard,
  kDelete,
  kRestore,
  kErase
};

struct BulkWords {
  Bulk what;
  std::string_view id, label;
  Icon icon;
};
constexpr std::array<BulkWords, 11> kOfLiving{
    {{Bulk::kMove, "move", "Move to…", Icon::kArrowRight},
     {Bulk::kAssign, "assign", "Assign…", Icon::kUsers},
     {Bulk::kTag, "tag", "Tag…", Icon::kTag},
     {Bulk::kMerge, "merge", "Merge…", Icon::kMerge},
     {Bulk::kOffer, "offer", "Offer to sales…", Icon::kUsers},
     {Bulk::kByRules, "by-rules", "Assign by the rules…", Icon::kUsers},
     {Bulk::kSnooze, "snooze", "Snooze…", Icon::kSnooze},
     {Bulk::kWeedOut, "weed-out", "Weed out…", Icon::kBan},
     {Bulk::kExportCsv, "csv", "Export CSV", Icon::kDownload},
     {Bulk::kExportVcard, "vcard", "Export vCard", Icon::kUser},
     {Bulk::kDelete, "delete", "Delete", Icon::kTrash}}};
constexpr std::array<BulkWords, 2> kOfDeleted{
    {{Bulk::kRestore, "restore", "Restore", Icon::kUndo},
     {Bulk::kErase, "erase", "Erase for good…", Icon::kBan}}};

bool is_offered(const Ui& ui, Bulk what) {
  const std::size_t count = ui.state.selection.size();
  if (what == Bulk::kMerge && (count < 2 || count > kMostMerged)) return false;
  if (what == Bulk::kByRules && score::assign_rules(*ui.state.model).rules.empty()) return false;
  return !ui.state.past || what == Bulk::kExportCsv || what == Bulk::kExportVcard;
}

void act(Ui& ui, LeadsView& view, Bulk what, Rect anchor) {
  const std::vector<Id>& leads = ui.state.selection;
  switch (what) {
    case Bulk::kMove: ask_to_move(ui, view.actions.move, leads); break;
    case Bulk::kAssign: open_assign(ui, view.actions, leads); break;
    case Bulk::kOffer: ask_to_offer(ui, view.actions.handoff, leads); break;
    case Bulk::kByRules: ask_to_assign_by_rules(ui, view.actions.handoff, leads); break;
    case Bulk::kTag: open_tag(ui, view.actions, leads); break;
    case Bulk::kMerge: ask_to_merge(ui, view.actions.merge, leads); break;
    case Bulk::kSnooze: open_snooze_menu(view.actions, leads, anchor); break;
    case Bulk::kWeedOut: open_weed_out_menu(view.actions, leads, anchor); break;
    case Bulk::kExportCsv: ui.emit(app::ExportCsv{leads}); break;
    case Bulk::kExportVcard: ui.emit(app::ExportVcard{leads}); break;
    case Bulk::kDelete:
      ui.emit(app::DeleteLeads{leads});
      ui.emit(app::SetSelection{});
      break;
    case Bulk::kRestore:
      ui.emit(app::RestoreLeads{leads});
      ui.emit(app::SetSelection{});
      break;
    case Bulk::kErase: open_erase(view.actions, leads); break;
  }
}

}  // namespace

// As many actions as there is room for stand as buttons; the rest is behind More.
void draw_bulk_bar(Ui& ui, LeadsView& view, Rect bar) {
  const std::size_t count = ui.state.selection.size();
  Rect shown = bar.inset(0, 4);
  card_shadow(ui, shown, 12);
  panel(ui, shown, 12);
  Scope group(ui, "bulk", a11y::Role::kGroup,
              words::counted(count, "lead selected", "leads selected"), shown);
  Rect row = shown.inset(12, (shown.h - ui.control_height()) / 2);
  const Rect clear = row.cut_right(row.h, 4);
  if (button(ui, "clear", clear, "Clear the selection",
             {.look = ButtonLook::kQuiet, .icon = Icon::kClose, .icon_only = true}))
    ui.emit(app::SetSelection{});
  const std::string text = words::count(count) + " selected";
  text_line(ui, row.cut_left(text_width(ui, text, kStrong) + 2, 16), text, kStrong, ui.colours.ink);

  const bool deleted = ui.state.query.scope == query::Scope::kDeleted;
  std::vector<BulkWords> all;
  for (const BulkWords& one :
       deleted ? std::span<const BulkWords>(kOfDeleted) : std::span<const BulkWords>(kOfLiving))
    if (is_offered(ui, one.what)) all.push_back(one);
  std::size_t next = 0;
  for (; next < all.size(); ++next) {
    const bool last = next + 1 == all.size();
    const float width = button_width(ui, all[next].label);
    if (row.w < width + (last ? 0.0F : row.h + 8)) break;
    const Rect place = row.cut_left(width, 8);
    if (button(ui, all[next].id, place, all[next].label)) act(ui, view, all[next].what, place);
  }
  const auto rest = std::span(all).subspan(next);
  if (rest.empty()) return;
  const Rect more = row.cut_left(row.h);
  if (button(ui, "more", more, "More for these leads", {.icon = Icon::kMore, .icon_only = true}))
    open_menu(ui, "bulk-menu", more);
  std::vector<MenuItem> items;
  for (const BulkWords& words : rest)
    items.push_back({.id = words.id,
                     .label = words.label,
                     .icon = words.icon,
                     .danger = words.what == Bulk::kDelete});
  if (const int chosen = menu(ui, "bulk-menu", "More for these leads", items); chosen >= 0)
    act(ui, view, rest[static_cast<std::size_t>(chosen)].what, more);
}

}  // namespace leadlight::ui
