// What Import says.
#pragma once
#include <string_view>

namespace leadlight::ui::words {

inline constexpr std::string_view kImportCancel = "Cancel";
inline constexpr std::string_view kImportClose = "Close";
inline constexpr std::string_view kNothingToImport = "Nothing new to import";
inline constexpr std::string_view kNothingNewText =
    "Every row is in your book already, just as the file says it. Send more columns to fields, or "
    "close this.";
inline constexpr std::string_view kNoRows = "Only a header, no rows.";
inline constexpr std::string_view kReadAsWindows = "Read it as Windows-1252";
inline constexpr std::string_view kChooseAnother = "Choose another file…";
inline constexpr std::string_view kNothingWasChanged = "Nothing was changed.";

// ---- columns ----------------------------------------------------------------------------------------
inline constexpr std::string_view kColumns = "Where the columns go";
inline constexpr std::string_view kInTheFile = "In the file";
inline constexpr std::string_view kFirstValues = "First values";
inline constexpr std::string_view kGoesTo = "Goes to";
inline constexpr std::string_view kGuessed = "Guessed";
inline constexpr std::string_view kKeepAsOwn = "Keep as custom field";
inline constexpr std::string_view kLeaveOut = "Leave out";
inline constexpr std::string_view kNoValues = "Nothing stands in it.";

// ---- for rows that don't say --------------------------------------------------------------------------
inline constexpr std::string_view kOptions = "For rows that don't say";
inline constexpr std::string_view kSource = "Source";
inline constexpr std::string_view kSourceExample = "Trade fair";
inline constexpr std::string_view kEvent = "Event";
inline constexpr std::string_view kEventExample = "Aquafair, November";
inline constexpr std::string_view kOptionsAdvice =
    "New leads get these where the file leaves them open. From the source follows how they came, "
    "and "
    "so where they start (a request for a quote goes straight to SQL).";

// ---- what will be ---------------------------------------------------------------------------------------
inline constexpr std::string_view kPreview = "As they will be";
inline constexpr std::string_view kName = "Name";
inline constexpr std::string_view kCompany = "Company";
inline constexpr std::string_view kEmail = "E-mail";
inline constexpr std::string_view kStage = "Stage";
inline constexpr std::string_view kFate = "In your book";
inline constexpr std::string_view kIsNew = "Added";
inline constexpr std::string_view kIsUpdate = "Updated";
inline constexpr std::string_view kComesBack = "Back";
inline constexpr std::string_view kWarnings = "To know";
inline constexpr std::string_view kUpdates = "What changes in existing leads";
inline constexpr std::string_view kShowUpdates = "Show what changes";
inline constexpr std::string_view kHideUpdates = "Hide what changes";
inline constexpr std::string_view kWasBlank = "blank";
inline constexpr std::string_view kRejectedTitle = "Rows that can't be imported";
inline constexpr std::string_view kShowRejected = "Show these rows";
inline constexpr std::string_view kHideRejected = "Hide these rows";
inline constexpr std::string_view kOverwrittenTitle = "Values that give way to later rows";
inline constexpr std::string_view kShowOverwritten = "Show these values";
inline constexpr std::string_view kHideOverwritten = "Hide these values";
inline constexpr std::string_view kWhat = "What";
inline constexpr std::string_view kLine = "Line";
inline constexpr std::string_view kWhy = "Why";

// ---- snapshots -------------------------------------------------------------------------------------------
inline constexpr std::string_view kNothingNewTitle = "Nothing new";
inline constexpr std::string_view kNothingNewSnapshot = "Everything in it is in your book already.";
inline constexpr std::string_view kNothingElseNew = "{} Everything else is in your book already.";
inline constexpr std::string_view kNewLeads = "New leads";
inline constexpr std::string_view kChangedLeads = "Changed leads";
inline constexpr std::string_view kDeletedLeads = "Deleted leads";
inline constexpr std::string_view kOnlyOtherChanges =
    "No lead is new or changed; settings or other records are.";
inline constexpr std::string_view kMergeAdvice =
    "Where both of you changed the same, the newer stands and the other is kept beside it. You can "
    "undo the import{}.";
inline constexpr std::string_view kImportedBefore =
    "This was imported here before and taken back. It comes back now, but for what you leave out.";

}  // namespace leadlight::ui::words
