#include <algorithm>
#include <cstring>

#include "base/fold_table.h"
#include "base/text.h"

namespace leadlight {

namespace {

constexpr char folded_ascii(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

// What `code` becomes, or nothing where it stays as it is. Never called for ASCII.
std::optional<std::string_view> replacement_of(char32_t code) {
  using namespace fold_table;
  if (code > 0xFFFF) return std::nullopt;
  const std::size_t page = code >> 8;
  const auto* const first = kLow.data() + kPages[page];
  const auto* const last = kLow.data() + kPages[page + 1];
  const auto* const found = std::lower_bound(first, last, static_cast<std::uint8_t>(code & 0xFF));
  if (found == last || *found != (code & 0xFF)) return std::nullopt;
  const auto entry = static_cast<std::size_t>(found - kLow.data());
  return std::string_view(reinterpret_cast<const char*>(kPool.data()) + kOffset[entry],
                          kSize[entry]);
}

// Length of the run of ASCII at the front.
std::size_t ascii_run(std::string_view text) {
  std::size_t size = 0;
  for (; size + 8 <= text.size(); size += 8) {
    std::uint64_t eight = 0;
    std::memcpy(&eight, text.data() + size, 8);
    if (eight & 0x8080808080808080ULL) break;
  }
  while (size < text.size() && static_cast<unsigned char>(text[size]) < 0x80) ++size;
  return size;
}

}  // namespace

void append_folded(std::string& out, std::string_view text) {
  std::size_t offset = 0;
  while (offset < text.size()) {
    if (const std::size_t run = ascii_run(text.substr(offset))) {
      const std::size_t at = out.size();
      out.append(text.substr(offset, run));
      std::transform(out.begin() + static_cast<std::ptrdiff_t>(at), out.end(),
                     out.begin() + static_cast<std::ptrdiff_t>(at), folded_ascii);
      offset += run;
      continue;
    }
    const std::size_t start = offset;
    const char32_t code = decode_utf8(text, offset);
    if (const auto replacement = replacement_of(code))
      out.append(*replacement);
    else
      out.append(text.substr(start, offset - start));
  }
}

std::string folded(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  append_folded(out, text);
  return out;
}

std::weak_ordering compare_for_people(std::string_view a, std::string_view b) {
  const int order = folded(a).compare(folded(b));
  return order != 0 ? order <=> 0 : a.compare(b) <=> 0;
}

std::string canonical_email(std::string_view text) {
  text = trimmed(text);
  constexpr std::string_view kScheme = "mailto:";
  std::string address = folded(text);
  if (address.starts_with(kScheme)) address.erase(0, kScheme.size());
  const std::size_t at = address.find('@');
  const bool one_at = at != std::string::npos && address.find('@', at + 1) == std::string::npos;
  const bool dotted = one_at && address.find('.', at) != std::string::npos;
  const bool blank = address.find_first_of(" \t\r\n<>,;\"") != std::string::npos;
  const bool ends_badly = one_at && (at == 0 || address[at + 1] == '.' || address.back() == '.');
  if (!dotted || blank || ends_badly) return {};
  return address;
}

}  // namespace leadlight
