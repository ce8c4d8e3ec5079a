// Leads for other programs: CSV with our field names as headers, and vCard 3.0.
//
// The CSV imports again without loss of lead fields and without making a lead twice: its first
// column is Leadlight's own id. Times are ISO, amounts are whole minor units, tags stand in one
// column, and all notes of a lead in one cell, oldest first. Columns that no lead uses are left
// out.
#pragma once
#include <cstddef>
#include <optional>
#include <span>
#include <string>

#include "lead/model.h"

namespace leadlight::interchange {

// Without do-not-contact leads unless asked: a list for mailing must not carry them (practice C9).
enum class DoNotContact : unsigned char { kLeaveOut, kInclude };

// How many of the leads that would leave out.
std::size_t count_do_not_contact(const Model& model, std::span<const Row> leads);

std::string csv_from_leads(const Model& model, std::span<const Row> leads, DoNotContact dnc);
std::string vcards_from_leads(const Model& model, std::span<const Row> leads, DoNotContact dnc);

// All notes of a lead as the CSV's note column has them; importing that text again adds no note.
// `named`: just those that name this lead, of a heir's.
std::string notes_of(const Model& model, Row lead, std::optional<Id> named = {});

}  // namespace leadlight::interchange
