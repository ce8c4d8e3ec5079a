// Files on their way in: from bytes to a session that shows what would happen (practice H3). A file
// that can't be read gives an error with its name and changes nothing.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "app/state.h"
#include "base/result.h"
#include "book/book.h"
#include "match/exact.h"
#include "ports/ports.h"

namespace leadlight::app {

// Asks for a passphrase before anything else (docs/sealed.md).
bool is_sealed(const ports::File& file);

using OpenedFiles = std::expected<ImportSession, RefusedFile>;

// All snapshots among them as one merge: what else came with them, or could not be read, is named
// in the session and left alone. Without a snapshot the first file, as CSV; if that holds vCards,
// all files that do, as one table.
// `preferences` holds the column maps that were used for the same headers before.
OpenedFiles open_files(std::vector<ports::File> files, const book::Book& book,
                       const match::ExactIndex& addresses, ports::Preferences& preferences);

// Drafts and plan anew: the mapping changed, or the book did.
void plan_again(ImportSession& session, const book::Book& book, const match::ExactIndex& addresses);
// The book alone changed.
void plan_for(ImportSession& session, const book::Book& book, const match::ExactIndex& addresses);

// Sends a column to another field ("" drops it). A field has one column: the one that had it before
// is kept as a custom field.
void map_column(interchange::Mapping& mapping, std::size_t column, std::string_view field);

// For the next file with the same headers.
void remember_mapping(const ImportSession& session, ports::Preferences& preferences);

}  // namespace leadlight::app
