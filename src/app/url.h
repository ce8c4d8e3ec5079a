// Percent-encoding (RFC 3986), for links into other programs and for our own fragments.
#pragma once
#include <string>
#include <string_view>

namespace leadlight::app {

// Everything but letters, digits and -._~ becomes %XX, byte by byte.
std::string percent_encoded(std::string_view text);
// '+' stays a plus; a broken %XX stays as it is.
std::string percent_decoded(std::string_view text);

}  // namespace leadlight::app
