// What importing a foreign file would do to the present book, row by row, before anything is done;
// and the one operation that then does it.
//
// A row meets an existing lead by Leadlight's own id, else by external id, else by e-mail address,
// else by phone number with the same name or company, else, where it has neither or shares them
// with others, by equal name and company. Rows that meet each other so become one lead.
// Two different external ids are never one lead (finding such duplicates is for a person to decide,
// practice E8), and neither are two names behind one address like info@. An update fills blank
// fields and replaces values by newer ones; it never blanks a field, never takes do-not-contact
// away (C9), never moves a lead back in the funnel and never changes when it came in. A row that is
// a lead which somebody deleted is left out, unless it is asked for: then that lead comes back.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "base/time.h"
#include "interchange/drafts.h"
#include "lead/model.h"
#include "lead/record.h"
#include "lead/settings.h"
#include "match/exact.h"
#include "ports/ports.h"

namespace leadlight::app {

struct ImportOptions {
  std::string source;  // for new leads whose row names none
  std::string event;   // likewise
  std::string by;      // who imports
  std::string label;   // "Import badges.csv": the operation's label, and why leads moved
  UtcMs now = 0;
};

// Of a lead's first row what becomes of the lead; its other rows repeat it.
enum class RowFate : unsigned char { kCreate, kUpdate, kSkip, kRepeat, kDeleted };

// One row of the file that became a draft.
struct PlannedRow {
  RowFate fate = RowFate::kSkip;
  Row existing = kNoRow;  // the lead of the book that it meets
  std::size_t row = 0;    // in the file, as a spreadsheet counts: the header is 1
  std::size_t line = 0;
};

// One field that the import would write. The new value is `drafts.value(drafts.values[value])`, its
// field `drafts.field_names[drafts.values[value].field]`.
struct PlannedChange {
  std::uint32_t value = 0;  // into Drafts::values
  TextId old = kNoText;     // in the model's texts; kNoText for blank fields and new leads
};

// A value that a later row of the same lead replaces, both into Drafts::values.
struct Overwritten {
  std::uint32_t value = 0;
  std::uint32_t by = 0;
};

// One lead that the import would write.
struct PlannedLead {
  Row existing = kNoRow;  // kNoRow: to be created
  std::uint32_t first_change = 0;
  std::uint32_t change_count = 0;
  std::uint32_t row = 0;  // into ImportPlan::rows: the first row that is this lead
  Id id;                  // asked for by the file (own export); nil for most
};

// Refers to drafts and model by number: both must be the same, unchanged, when it is used.
struct ImportPlan {
  std::vector<PlannedRow> rows;  // in the file's order, without the rejected ones
  std::vector<PlannedLead> leads;
  std::vector<PlannedChange> changes;
  std::vector<Overwritten> overwritten;  // of leads that are written
  std::vector<interchange::RejectedRow> rejected;
  // Rows, by fate; together all that are neither blank nor rejected. All but the last are leads.
  std::size_t created = 0;
  std::size_t updated = 0;
  std::size_t skipped = 0;  // in the book already, as the file has them
  std::size_t repeated = 0;
  std::size_t deleted = 0;  // leads that were deleted here and stay so
  std::size_t revived = 0;  // that come back; they are among the updated, too
  [[nodiscard]] bool empty() const { return leads.empty(); }
};

// Leads that were deleted, and not just because their import was taken back.
struct DeletedLeads {
  std::vector<Row> rows;
  bool come_back = false;  // where the file has them
};

// Pure: nothing is changed.
ImportPlan plan_import(const interchange::Drafts& drafts, const Model& model,
                       const match::ExactIndex& index, const DeletedLeads& deleted = {});

// The operation, without stamp. New leads get an id, a lead type from how they arrived (B1), a
// stage from that, and now as the time they came in, where the file doesn't say; one that comes in
// beyond New gets the move that brought it there. Notes become records of their own.
Operation operation_from_plan(const ImportPlan& plan, const interchange::Drafts& drafts,
                              const Model& model, const TeamSettings& settings,
                              const ImportOptions& options, ports::Random& random);

}  // namespace leadlight::app
