// Leads for other programs: CSV with our field names as headers (it imports again without loss of
// lead fields), and vCard 3.0.
#pragma once
#include <span>
#include <string>

#include "lead/model.h"

namespace leadlight::interchange {

// Without do-not-contact leads unless asked: a list for mailing must not carry them (practice C9).
enum class DoNotContact : unsigned char { kLeaveOut, kInclude };

std::string csv_from_leads(const Model& model, std::span<const Row> leads, DoNotContact dnc);
std::string vcards_from_leads(const Model& model, std::span<const Row> leads, DoNotContact dnc);

}  // namespace leadlight::interchange
