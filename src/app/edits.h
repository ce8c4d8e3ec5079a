// Commands that change the book, as drafts: pure functions from a command and the present book to
// one operation and the words for it. Nothing is changed here; app.cpp commits. A command that asks
// for what is already so gives an operation without writes: then there is nothing to do, nothing to
// say and nothing to undo. An error changes nothing and is shown once.
#pragma once
#include <span>
#include <string>
#include <string_view>

#include "app/commands.h"
#include "app/words.h"
#include "base/result.h"
#include "book/book.h"
#include "lead/record.h"
#include "lead/settings.h"
#include "ports/ports.h"
#include "score/score.h"

namespace leadlight::app {

// What a person saw in a field when they began to type in it; nil: nothing stood there.
struct SeenWrite {
  std::string_view field;
  Stamp at;
};

struct EditContext {
  const book::Book& book;
  const TeamSettings& settings;
  ports::Random& random;
  UtcMs now = 0;
  int local_offset_minutes = 0;
  std::string_view by;
  std::string_view capture_source;
  std::string_view capture_event;
  std::span<const score::Points> points = {};  // by lead row
  std::span<const SeenWrite> seen = {};  // of the fields of an EditLead; others: what is there now
};

struct Edit {
  Operation operation;
  words::Done done;
  book::Book::Replaced replaced = book::Book::Replaced::kPresentToo;
};

Result<Edit> edit_for(const AddLead& command, const EditContext& context);
Result<Edit> edit_for(const AddToLead& command, const EditContext& context);
Result<Edit> edit_for(const EditLead& command, const EditContext& context);
Result<Edit> edit_for(const ChooseConcurrent& command, const EditContext& context);
Result<Edit> edit_for(const MoveToStage& command, const EditContext& context);
Result<Edit> edit_for(const OfferLeads& command, const EditContext& context);
Result<Edit> edit_for(const AcceptLeads& command, const EditContext& context);
Result<Edit> edit_for(const ReturnLeads& command, const EditContext& context);
Result<Edit> edit_for(const WithdrawOffer& command, const EditContext& context);
Result<Edit> edit_for(const ClaimLeads& command, const EditContext& context);
Result<Edit> edit_for(const AssignByRules& command, const EditContext& context);
Result<Edit> edit_for(const LogTouch& command, const EditContext& context);
Result<Edit> edit_for(const AddNote& command, const EditContext& context);
Result<Edit> edit_for(const AnswerCriterion& command, const EditContext& context);
Result<Edit> edit_for(const SetWeedOut& command, const EditContext& context);
Result<Edit> edit_for(const Assign& command, const EditContext& context);
Result<Edit> edit_for(const Snooze& command, const EditContext& context);
Result<Edit> edit_for(const PlanStep& command, const EditContext& context);
Result<Edit> edit_for(const SetTag& command, const EditContext& context);
Result<Edit> edit_for(const DeleteLeads& command, const EditContext& context);
Result<Edit> edit_for(const RestoreLeads& command, const EditContext& context);
Result<Edit> edit_for(const EraseLeads& command, const EditContext& context);
Result<Edit> edit_for(const MergeLeads& command, const EditContext& context);
Result<Edit> edit_for(const SeparateLead& command, const EditContext& context);
Result<Edit> edit_for(const SeeMerged& command, const EditContext& context);
Result<Edit> edit_for(const SetSetting& command, const EditContext& context);
Result<Edit> edit_for(const SetSettings& command, const EditContext& context);
Result<Edit> edit_for(const RemoveSubStage& command, const EditContext& context);
Result<Edit> edit_for(const PutCriterion& command, const EditContext& context);
Result<Edit> edit_for(const OrderCriteria& command, const EditContext& context);
Result<Edit> edit_for(const RemoveCriterion& command, const EditContext& context);

}  // namespace leadlight::app
