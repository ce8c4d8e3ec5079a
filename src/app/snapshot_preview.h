// What merging a snapshot would bring, before it is merged (design.md section 5): read off its
// operations, the book stays as it is.
#pragma once
#include <span>

#include "app/state.h"
#include "book/book.h"
#include "lead/record.h"

namespace leadlight::app {

inline constexpr std::size_t kMostPreviewNames = 50;

// `operations` in the order of their stamps, each once, none that the book knows. A lead counts as
// changed if anything about it is new, a touch or a note too.
ImportSession::SnapshotPreview preview_of(std::span<const Operation> operations,
                                          const book::Book& book);

}  // namespace leadlight::app
