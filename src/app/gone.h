// What is not in the book any more, though it was: deleted by hand, or because an import was taken
// back; and what became of leads since.
//
// An undo of an import says what it took back, by a record of its own, so that the same file can
// bring it again: kind, and the field with the operation's stamp. Redo deletes the record.
#pragma once
#include <span>
#include <string_view>
#include <vector>

#include "book/book.h"
#include "lead/record.h"

namespace leadlight::app {

inline constexpr std::string_view kUndoKind = "undo";
inline constexpr std::string_view kUndoneField = "of";

bool takes_import_back(const Operation& operation);
// Those that took any of these operations, in order, back, still stand, and are not among them;
// latest first.
std::vector<Stamp> undone_of(std::span<const Stamp> operations, const book::Book& book);
// The operation that does again what this one took back, as far as that is about other leads than
// these, in order, and nothing later has taken its place.
Operation redo_of(const Stamp& undo, std::span<const Id> left_out, const book::Book& book);

// Leads that an operation which takes another one back deletes or brings back.
std::vector<Id> whose_life_changes(const Operation& operation);
// Leads, in order, that the draft would bring back, and that the book has anew: the file was
// imported again since, maybe in another tab.
std::vector<Id> here_again(const Operation& draft, const book::Book& book);

bool was_deleted(const Model& model, Row lead);
// Leads that were deleted here, in order; of those that went because an import was taken back only
// whoever is not to be contacted (practice C9).
std::vector<Row> deleted_leads(const book::Book& book);

// Of these leads, in order, those that are otherwise than these operations, in order, left them:
// in their fields, or in what is logged for them.
std::vector<Id> changed_since(std::span<const Stamp> operations, std::span<const Id> leads,
                              const book::Book& book);

}  // namespace leadlight::app
