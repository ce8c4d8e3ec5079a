// The words of the frame around the views: rail, header, palette, help, toasts. Views have their
// own in views/words.h.
#pragma once
#include <string_view>

namespace leadlight::ui::words {

inline constexpr std::string_view kProduct = "Leadlight";
inline constexpr std::string_view kToday = "Today";
inline constexpr std::string_view kLeads = "Leads";
inline constexpr std::string_view kFunnel = "Funnel";
inline constexpr std::string_view kCapture = "Capture";
inline constexpr std::string_view kShare = "Share";
inline constexpr std::string_view kSettings = "Settings";
inline constexpr std::string_view kChanges = "What changed";
inline constexpr std::string_view kChoose = "Choose";
inline constexpr std::string_view kImport = "Import";
inline constexpr std::string_view kMore = "More";
inline constexpr std::string_view kPlaces = "Places";
inline constexpr std::string_view kLeadCard = "Lead";

inline constexpr std::string_view kAddLead = "Add lead";
inline constexpr std::string_view kFindAnything = "Find anything";
inline constexpr std::string_view kFindHint = "Ctrl K";
inline constexpr std::string_view kFindLong = "Find a lead, a place or a command";
inline constexpr std::string_view kGoTo = "Go to ";
inline constexpr std::string_view kImportFile = "Import a file…";
inline constexpr std::string_view kExportSnapshot = "Export a snapshot";
inline constexpr std::string_view kCopyLink = "Copy a link to this place";
inline constexpr std::string_view kShowBoard = "Show leads as a board";
inline constexpr std::string_view kShowTable = "Show leads as a table";
inline constexpr std::string_view kThemeLight = "Use the light theme";
inline constexpr std::string_view kThemeDark = "Use the dark theme";
inline constexpr std::string_view kThemeSystem = "Follow the system's theme";
inline constexpr std::string_view kSearchLeads = "Search all leads for ";
inline constexpr std::string_view kNothingFound = "Nothing found. Try a part of a name or company.";
inline constexpr std::string_view kUndo = "Undo";
inline constexpr std::string_view kRedo = "Redo";
inline constexpr std::string_view kOpen = "Open";
inline constexpr std::string_view kDismiss = "Dismiss";
inline constexpr std::string_view kClose = "Close";
inline constexpr std::string_view kLookBack = "Look back to another day…";
inline constexpr std::string_view kBackToNow = "Back to now";
inline constexpr std::string_view kKeyboardShortcuts = "Keyboard shortcuts";
inline constexpr std::string_view kNotifications = "Notifications";
inline constexpr std::string_view kStore = "Store";

inline constexpr std::string_view kLoading = "Opening your book…";
inline constexpr std::string_view kStillLoading =
    "Still waiting for the browser to hand over your book. Another tab or window of Leadlight may "
    "be holding on to it: close all others, then reload this page. Nothing is lost by that.";
inline constexpr std::string_view kPartIsComing = "This part of Leadlight is just being loaded…";
inline constexpr std::string_view kPartIsNotHere = "This part of Leadlight is not here yet";
inline constexpr std::string_view kWhatIsNotHere =
    "It could not be loaded. Please check the connection. Capture, Leads and Today work all the "
    "while, and what you enter is kept.";
inline constexpr std::string_view kCannotStart = "Your book could not be opened";
inline constexpr std::string_view kNothingChanged =
    "Nothing was changed. Close other tabs of Leadlight and load this page again.";

inline constexpr std::string_view kBookIsGone = "Your book is no longer where it was kept";
inline constexpr std::string_view kPartIsGone = "A part of your book is missing";
inline constexpr std::string_view kFirstLost =
    "The browser has lost some of what it stored, or somebody cleared it.";
inline constexpr std::string_view kFirstDamaged =
    "What the browser stored is damaged, and loading the page again may not help.";
inline constexpr std::string_view kRestore = "Restore";
inline constexpr std::string_view kRestoring = "Restoring…";
inline constexpr std::string_view kSaveCopyFirst = "Save a copy as a file first";
inline constexpr std::string_view kGoOnWithoutIt = "Go on without it";
inline constexpr std::string_view kGoOnWithoutItAsked = "Go on without it?";
inline constexpr std::string_view kWhatGoingOnMeans =
    "The book then has only what could be read. The second copy stays on this device, but "
    "only Share offers to look at it again. Save it as a file first if you are not sure.";
inline constexpr std::string_view kBack = "Back";

inline constexpr std::string_view kRestoreRefused = "The browser does not let Leadlight repair it";
inline constexpr std::string_view kWhatRefusingMeans =
    "The place where the book was kept is damaged, and the browser neither opens nor clears it. "
    "Your "
    "leads are not gone: save a copy as a file, it holds everything that both places have.";
inline constexpr std::string_view kSaveCopy = "Save a copy as a file";
inline constexpr std::string_view kSaveCopyAgain = "Save the copy again";
inline constexpr std::string_view kCopySaved = "Your copy is a file now";
inline constexpr std::string_view kAfterCopySaved =
    "Look whether the file is among your downloads. Then clear this site's data in the browser's "
    "settings, open this page again, and import the file in Share: everything is back.";
inline constexpr std::string_view kMissingAll = "Your book is no longer in this browser";
inline constexpr std::string_view kMissingMost = "Most of your book is no longer in this browser";
inline constexpr std::string_view kImportBackup = "Import a backup…";
inline constexpr std::string_view kLoadAgain = "Load the page again";
inline constexpr std::string_view kGoOnWithThis = "Go on with what is here";
inline constexpr std::string_view kGoOnWithThisAsked = "Go on with what is here?";
inline constexpr std::string_view kWhatGoingOnWithThisMeans =
    "Leadlight then forgets that there was more, and does not ask again. A backup can still be "
    "imported later.";

inline constexpr std::string_view kSaved = "Saved";
inline constexpr std::string_view kSaving = "Saving…";
inline constexpr std::string_view kErasing = "Erasing…";
inline constexpr std::string_view kNotSavedYet = ", but it is not saved yet";
inline constexpr std::string_view kNotSaved = "Not saved";
inline constexpr std::string_view kOnThisDevice = " on this device";
inline constexpr std::string_view kExportNow = "Export now";
inline constexpr std::string_view kTryAgain = "Try again";
inline constexpr std::string_view kNewVersion =
    "A new version of Leadlight is ready. It takes a second; what you have typed stays.";
inline constexpr std::string_view kLoadNewVersion = "Load it";
inline constexpr std::string_view kLater = "Later";
inline constexpr std::string_view kNoBackup = "No backup yet";

}  // namespace leadlight::ui::words
