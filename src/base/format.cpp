#include "base/format.h"

#include <charconv>

namespace leadlight {

void FormatArgument::append_to(std::string& out, std::size_t places) const {
  if (is_text_) {
    out += text_;
    return;
  }
  std::array<char, 20> digits;
  const char* const end =
      std::to_chars(digits.data(), digits.data() + digits.size(), magnitude_).ptr;
  const auto count = static_cast<std::size_t>(end - digits.data()) + (negative_ ? 1 : 0);
  if (negative_) out += '-';
  if (count < places) out.append(places - count, '0');
  out.append(std::string_view(digits.data(), static_cast<std::size_t>(end - digits.data())));
}

std::string filled(std::string_view pattern, std::span<const FormatArgument> arguments) {
  std::string out;
  auto argument = arguments.begin();
  std::size_t at = 0;
  for (;;) {
    const std::size_t brace = pattern.find_first_of("{}", at);
    out += pattern.substr(at, brace - at);
    if (brace == std::string_view::npos) return out;
    at = brace + 2;
    if (pattern[brace + 1] == pattern[brace]) {
      out += pattern[brace];
    } else if (pattern[brace + 1] == '}') {
      (argument++)->append_to(out, 0);
    } else {  // {:0N}
      (argument++)->append_to(out, static_cast<std::size_t>(pattern[brace + 3] - '0'));
      at = brace + 5;
    }
  }
}

}  // namespace leadlight
