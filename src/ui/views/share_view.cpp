#include "ui/views/share_view.h"

#include <algorithm>
#include <array>

#include "app/lead_merge.h"
#include "base/format.h"
#include "ui/views/block.h"
#include "ui/views/changes_view.h"
#include "ui/views/words.h"

namespace leadlight::ui {

namespace {

float draw_give(Ui& ui, ShareView& view, Rect area) {
  const std::size_t leads = ui.state.model->leads().alive_count();
  const std::array texts{
      BlockText{formatted("{} with everything that happened, as one JSON file. Whoever imports it "
                          "keeps all of their own, and sees first what would change.",
                          leads == 0
                              ? std::string("Your book")
                              : formatted("All {}", words::counted(leads, "lead", "leads")))},
      BlockText{"With a passphrase, nobody can read it on the way."}};
  const std::array buttons{
      BlockButton{"export", "Export snapshot", Icon::kShare, true},
      BlockButton{"seal", ui.state.sealing ? "Sealing…" : "Export with a passphrase…"}};
  const BlockResult result =
      draw_block(ui, "give", area, "Give the book to a colleague", texts, buttons);
  if (result.used == 0) ui.emit(app::ExportSnapshot{});
  if (result.used == 1 && !ui.state.sealing) ask_to_seal(view);
  return result.height;
}

float draw_bring(Ui& ui, ShareView&, Rect area) {
  std::vector<BlockText> texts{
      {"A CSV file from a trade fair, a mailing tool or another CRM, or a colleague's snapshot. "
       "You see all of it before anything changes."}};
  if (!ui.phone())
    texts.push_back(
        {"You can also drop a file anywhere on this page, or paste rows copied from a "
         "spreadsheet."});
  constexpr std::array kButtons{BlockButton{"import", "Import a file…", Icon::kUpload}};
  const BlockResult result = draw_block(ui, "bring", area, "Bring something in", texts, kButtons);
  if (result.used == 0) ui.emit(app::PickFile{});
  return result.height;
}

float draw_others(Ui& ui, ShareView&, Rect area) {
  const std::array texts{
      BlockText{"For mailing tools, spreadsheets and address books. Leads that must not be "
                "contacted are left out."}};  // C9
  constexpr std::array kButtons{BlockButton{"csv", "Export all as CSV", Icon::kDownload},
                                BlockButton{"vcard", "Export all as vCard", Icon::kDownload}};
  const BlockResult result = draw_block(ui, "others", area, "For other programs", texts, kButtons);
  if (result.used == 0) ui.emit(app::ExportCsv{});
  if (result.used == 1) ui.emit(app::ExportVcard{});
  return result.height;
}

float draw_figures(Ui& ui, ShareView&, Rect area) {
  const std::array texts{BlockText{
      "Stages, dates, sources and scores of all leads as a book of its own, without names, "
      "addresses, notes or tags. Its funnel and scores are the same. Open it in an empty "
      "book."}};
  constexpr std::array kButtons{BlockButton{"figures", "Export without names", Icon::kFunnel}};
  const BlockResult result =
      draw_block(ui, "figures", area, "Share figures, not people", texts, kButtons);
  if (result.used == 0) ui.emit(app::ExportFigures{});
  return result.height;
}

// ---- practice H4: how safely the book is kept ---------------------------------------------------------------

BlockText safety_words(const Ui& ui) {
  const app::State& state = ui.state;
  switch (state.safety) {
    case book::Safety::kLoading: return {"The book is being loaded.", ui.colours.ink2, true};
    case book::Safety::kSaved:
      if (state.holds_erased)
        return {"Saved. What was erased is still being taken out of the second copy.",
                ui.colours.ink2, true};
      return {"Saved. Every change is on this device.", ui.colours.good, true};
    case book::Safety::kSaving: return {"Saving…", ui.colours.ink2, true};
    case book::Safety::kNotSaved: {
      const std::string why =
          state.safety_error.what.empty() ? std::string() : " " + state.safety_error.sentence();
      return {"NOT SAVED." + why + " Export a snapshot now, so that nothing is lost.",
              ui.colours.bad, true};
    }
  }
  return {};
}

std::string room_words(const ports::Storage::Room& room) {
  // The page itself and the second copy are in it.
  const std::string used =
      formatted("Leadlight takes {} in this browser", words::bytes(room.used_bytes));
  if (room.quota_bytes == 0) return used + ".";
  const std::uint64_t percent =
      room.used_bytes / std::max<std::uint64_t>(1, room.quota_bytes / 100);
  return percent == 0 ? formatted("{}; there is room for {}.", used, words::bytes(room.quota_bytes))
                      : formatted("{}: {}% of the {} that there is room for.", used, percent,
                                  words::bytes(room.quota_bytes));
}

BlockText copies_words(const Ui& ui) {
  switch (ui.state.copies) {
    case book::Copies::kUnknown: break;
    case book::Copies::kNone: return {"This browser has no place for a second copy."};
    case book::Copies::kUnchecked:
      return {"The second copy could not be checked. Load the page again.", ui.colours.warn};
    case book::Copies::kBehind:
      return {"The second copy does not have your latest changes yet. It follows by itself."};
    case book::Copies::kKept: return {"A second copy is kept in another place of this browser."};
  }
  return {};
}

float draw_kept(Ui& ui, ShareView&, Rect area) {
  const app::State& state = ui.state;
  const bool nearly_full =
      state.room.quota_bytes > 0 && state.room.used_bytes > state.room.quota_bytes / 10 * 9;
  std::vector<BlockText> texts{safety_words(ui)};
  texts.push_back({room_words(state.room), nearly_full ? ui.colours.bad : ui.colours.ink2});
  texts.push_back(state.room.persistent
                      ? BlockText{"The browser has promised not to clear it."}
                      : BlockText{"The browser may clear it when the device runs out of room.",
                                  ui.colours.warn});
  if (state.room.forgets_unused)
    texts.push_back(
        {"Safari clears a site that was not opened for seven days, unless it is on the "
         "home screen or in the Dock.",
         ui.colours.warn});
  texts.push_back(copies_words(ui));
  if (state.left_aside > 0)
    texts.push_back({formatted("{} of the second copy {} left aside when you went on without.",
                               words::counted(state.left_aside, "part", "parts"),
                               state.left_aside == 1 ? "was" : "were") +
                         (state.model->table(Kind::kErasure).size() > 0
                              ? " What is known of people who were erased for good may still be "
                                "in there: look at it again to have it removed."
                              : ""),
                     ui.colours.warn});
  if (!state.damaged_parts.empty())
    texts.push_back({formatted("{} can't be read and was set aside.",
                               words::counted(state.damaged_parts.size(), "part", "parts")),
                     ui.colours.bad});
  std::vector<BlockButton> buttons;
  if (state.safety == book::Safety::kNotSaved)
    buttons.push_back({"retry", "Try to save again", Icon::kRefresh});
  if (!state.room.persistent) buttons.push_back({"persist", "Ask the browser to keep it"});
  if (!state.damaged_parts.empty())
    buttons.push_back({"damaged", "Save the damaged parts as files"});
  if (state.left_aside > 0 && state.safety == book::Safety::kSaved)
    buttons.push_back({"aside", "Look again at what was left aside"});
  const BlockResult result = draw_block(ui, "kept", area, "Kept on this device", texts, buttons);
  if (result.used >= 0) {
    const std::string_view id = buttons[static_cast<std::size_t>(result.used)].id;
    if (id == "retry")
      ui.emit(app::RetrySave{});
    else if (id == "damaged")
      ui.emit(app::SaveDamagedParts{});
    else if (id == "aside")
      ui.emit(app::LoadAgain{.what_was_left_aside = true});
    else
      ui.emit(app::AskToPersist{});
  }
  return result.height;
}

BlockText backup_words(const Ui& ui) {
  const app::State& state = ui.state;
  const ImU32 tone = state.backup.due ? ui.colours.warn : ui.colours.ink2;
  if (state.last_backup_at == 0)
    return {"There is no backup yet. A snapshot on another device or drive is one.", tone};
  const std::string age = words::ago(state.last_backup_at, state.now);
  return {formatted("Last backup {}{}.{}", age == "now" ? std::string("just now") : age,
                    age == "now" ? "" : " ago",
                    !state.backup.changed ? std::string()
                    : state.backup.changes == 0
                        ? " The book has changed since."
                        : formatted(" {} since.",
                                    words::counted(state.backup.changes, "change", "changes"))),
          tone, !state.backup.due && !state.backup.changed};
}

// By the standing of the folder: what it is for, and what can be done with it.
struct FolderWords {
  std::string text;
  std::string_view label;
  app::UseBackupFolder::How how = app::UseBackupFolder::How::kChoose;
};
FolderWords folder_words(const app::Backup& backup) {
  using enum ports::Folder::Standing;
  using enum app::UseBackupFolder::How;
  switch (backup.folder.standing) {
    case kNotOffered: return {};
    case kNone:
      return {
          "With a folder of this device or a synchronised one, a snapshot is written there by "
          "itself after each session.",
          "Choose a backup folder…", kChoose};
    case kReady:
      return {formatted("A snapshot goes to the folder “{}” when you leave the page, and ten "
                        "minutes after your last change.",
                        backup.folder.name),
              "Stop using the folder", kForget};
    case kMustAsk:
      return {formatted("The browser asks before it writes to the folder “{}” again.",
                        backup.folder.name),
              "Allow the backup folder again", kAllow};
  }
  return {};
}

float draw_backup(Ui& ui, ShareView&, Rect area) {
  const app::Backup& backup = ui.state.backup;
  const FolderWords folder = folder_words(backup);
  std::vector<BlockText> texts{backup_words(ui)};
  if (!backup.problem.empty()) texts.push_back({backup.problem, ui.colours.bad});
  if (!folder.text.empty()) texts.push_back({folder.text});
  std::vector<BlockButton> buttons{{"backup", "Back up now", Icon::kDownload}};
  if (!folder.label.empty()) buttons.push_back({"folder", folder.label});
  if (backup.due) buttons.push_back({"snooze", "Remind me tomorrow"});
  const BlockResult result = draw_block(ui, "backups", area, "Backup", texts, buttons);
  if (result.used < 0) return result.height;
  const std::string_view used = buttons[static_cast<std::size_t>(result.used)].id;
  if (used == "backup")
    ui.emit(app::BackUp{});
  else if (used == "folder")
    ui.emit(app::UseBackupFolder{folder.how});
  else
    ui.emit(app::SnoozeBackup{});
  return result.height;
}

float draw_erase(Ui& ui, ShareView& view, Rect area) {
  const std::array texts{
      BlockText{"Takes the book, its history and the settings of this device out of this browser. "
                "Files that you exported stay where they are."}};
  constexpr std::array kButtons{
      BlockButton{"erase", "Erase everything…", Icon::kTrash, false, true}};
  const BlockResult result = draw_block(ui, "erase", area, "Erase everything", texts, kButtons);
  if (result.used == 0) ask_to_erase(view);
  return result.height;
}

float draw_changes(Ui& ui, ShareView& view, Rect area) {
  if (view.revision != ui.state.revision) {
    view.revision = ui.state.revision;
    view.conflicts = count_conflicts(ui);
    view.apart = app::merged_with_news(*ui.state.model).size();
  }
  std::vector<BlockText> texts;
  if (view.conflicts > 0)
    texts.push_back(
        {formatted("{} with several values for a field: choose which counts.",
                   words::counted(view.conflicts, "lead or setting", "leads or settings")),
         ui.colours.warn, true});
  if (view.apart > 0)
    texts.push_back({formatted("{} worked on apart from the merge: choose what counts.",
                               words::counted(view.apart, "merged lead was", "merged leads were")),
                     ui.colours.warn, true});
  texts.push_back(
      {"All that was done to this book, by whom and when. Any step can be taken back, an "
       "import too."});
  const std::array buttons{
      BlockButton{"changes", "Show what changed", Icon::kClock, view.conflicts + view.apart > 0}};
  const BlockResult result = draw_block(ui, "changes", area, "What changed", texts, buttons);
  if (result.used == 0) ui.emit(app::GoTo{app::Place::kChanges});
  return result.height;
}

}  // namespace

void draw_bar(Ui&, ShareView&, Rect) {}

void draw(Ui& ui, ShareView& view, Rect area) {
  ImGui::PushID("share");
  {
    ScrollArea scroll(ui, "scroll", area);
    const float side = ui.phone() ? 12.0F : 24.0F, gap = 16;
    const Rect content = scroll.content().inset(side, 0);
    const float top = ui.phone() ? 8.0F : 24.0F;
    const bool two = content.w >= 760;
    const float width = two ? std::min((content.w - gap) / 2, 520.0F) : std::min(content.w, 560.0F);
    // Out of the house on the left, into it and how it is kept on the right.
    Rect left{content.x, content.y + top, width, 0}, right = left;
    right.x += width + gap;
    Rect& beside = two ? right : left;
    const auto put = [&](Rect& at, float (*draw_one)(Ui&, ShareView&, Rect)) {
      at.y += draw_one(ui, view, at) + gap;
    };
    put(left, draw_give);
    if (!two) put(left, draw_bring);
    put(left, draw_changes);
    put(left, draw_others);
    put(left, draw_figures);
    if (two) put(beside, draw_bring);
    put(beside, draw_kept);
    put(beside, draw_backup);
    put(beside, draw_erase);
    scroll.content_height(std::max(left.y, right.y) - content.y + 8);
  }
  draw_share_dialogs(ui, view);
  ImGui::PopID();
}

}  // namespace leadlight::ui
