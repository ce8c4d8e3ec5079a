// What a column can be sent to, as mapping and drafts share it.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>

namespace leadlight::interchange {

bool is_target(std::string_view field);

// "custom:Size" for a column without a field of its own; "custom:Column 3" if it has no header.
std::string custom_field(std::string_view header, std::size_t column);

}  // namespace leadlight::interchange
