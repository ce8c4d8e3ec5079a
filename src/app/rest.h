// Which commands are in the second part of the program (base/late.h): those that a person can do
// without for a moment. Where it is not there yet, they wait for it.
#pragma once
#include <type_traits>

#include "app/commands.h"

namespace leadlight::app {

template <class Command, class... Late>
inline constexpr bool kIsOneOf = (std::is_same_v<Command, Late> || ...);

template <class Command>
inline constexpr bool kIsLate =
    kIsOneOf<Command, MergeLeads, SeparateLead, SeeMerged, SetSetting, SetSettings, RemoveSubStage,
             PutCriterion, OrderCriteria, RemoveCriterion, TakeMergeBack, LookBack, OpenFiles,
             MapColumn, SetImportOptions, TakeDeleted, TakeLeads, CommitImport, ExportSealed,
             OpenSealed, UseBackupFolder, ExportFigures, ExportCsv, ExportVcard, LoadSample,
             SaveDamagedParts>;

}  // namespace leadlight::app
