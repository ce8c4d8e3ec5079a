// What a lead is sorted by: a number or a text, or nothing.
#pragma once
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "query/query.h"

namespace leadlight::query {

bool sorts_by_text(SortKey key);

// Of one lead, read from the model. Nothing where the lead has no such thing.
std::optional<std::int64_t> number_to_sort(const Model& model,
                                           const std::vector<score::Points>& points, SortKey key,
                                           Row lead);
// The name as Model::name_of shows it, but nothing where there is none.
void append_name(std::string& to, const Model& model, Row lead);
std::string text_to_sort(const Model& model, SortKey key, Row lead);
LeadField field_to_sort(SortKey key);  // of the keys that sort by text; for kName the full name

// The newest counted touch of every lead, by row; kNoTouch where there is none.
inline constexpr UtcMs kNoTouch = INT64_MIN;
std::vector<UtcMs> last_touches(const Model& model);

}  // namespace leadlight::query
