#include "message/value.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.h"

namespace leadlight::message {

namespace {

bool is_between(char32_t c, char32_t least, char32_t most) { return c >= least && c <= most; }

bool is_blank(char32_t c) {
  return is_between(c, '\t', '\r') || c == ' ' || c == 0x85 || c == 0xA0 ||
         is_between(c, 0x2000, 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F ||
         c == 0x205F || c == 0x3000;
}

// Controls, soft hyphen, bidi embeddings, overrides and isolates, zero widths but for joiners and
// the two plain direction marks, tags.
bool is_left_out(char32_t c) {
  return c < ' ' || is_between(c, 0x7F, 0x9F) || c == 0xAD || c == 0x200B ||
         is_between(c, 0x202A, 0x202E) || is_between(c, 0x2060, 0x206F) || c == 0xFEFF ||
         is_between(c, 0xFFF0, 0xFFFD) || is_between(c, 0xE0000, 0xE0FFF);
}

bool says_something(char32_t c) {
  if (c < 0x80) return is_between(c | 0x20, 'a', 'z') || is_between(c, '0', '9');
  return c > 0xBF && !is_between(c, 0x2000, 0x206F) && !is_between(c, 0x3000, 0x303F);
}

// Scripts whose given name stands first, mostly.
bool puts_given_name_first(std::string_view text) {
  for (std::size_t offset = 0; offset < text.size();) {
    const char32_t c = decode_utf8(text, offset);
    if (c > 0x52F && !is_between(c, 0x1E00, 0x206F)) return false;
  }
  return true;
}

bool is_title(std::string_view word) {
  constexpr std::array<std::string_view, 12> kTitles{"mr",   "mrs",  "ms",  "miss", "dr",  "prof",
                                                     "herr", "frau", "sir", "mme",  "sra", "sr"};
  return word.ends_with('.') || std::ranges::contains(kTitles, std::string_view(folded(word)));
}

}  // namespace

std::string clean_value(std::string_view text) {
  constexpr std::string_view kNotFirst = ",;:!?";
  std::string out;
  bool blank = false;
  bool says = false;
  for (std::size_t offset = 0; offset < text.size();) {
    const char32_t c = decode_utf8(text, offset);
    if (is_blank(c)) {
      blank = true;
      continue;
    }
    if (is_left_out(c) || (out.empty() && c < 0x80 && kNotFirst.contains(static_cast<char>(c))))
      continue;
    if (blank && !out.empty()) out += ' ';
    blank = false;
    append_utf8(out, c);
    says = says || says_something(c);
  }
  if (!says) return {};
  out.resize(out.find_last_not_of(" ,;") + 1);
  return out;
}

std::string first_name_of(const Model& model, Row lead) {
  std::string first = clean_value(model.text(lead, LeadField::kFirstName));
  if (!first.empty()) return first;
  std::string full = clean_value(model.text(lead, LeadField::kFullName));
  if (!puts_given_name_first(full)) return full;
  if (full.contains(',')) return {};
  std::string_view rest = full;
  for (std::size_t end = 0; (end = rest.find(' ')) != std::string_view::npos;
       rest.remove_prefix(end + 1))
    if (!is_title(rest.substr(0, end))) return clean_value(rest.substr(0, end));
  return {};
}

std::string language_code(std::string_view text) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 10> kNames{
      {{"english", "en"},
       {"englisch", "en"},
       {"german", "de"},
       {"deutsch", "de"},
       {"french", "fr"},
       {"francais", "fr"},
       {"spanish", "es"},
       {"espanol", "es"},
       {"italian", "it"},
       {"italiano", "it"}}};
  std::string code = folded(trimmed(text));
  for (const auto& [name, short_name] : kNames)
    if (code == name) return std::string(short_name);
  if (code.size() > 2 && (code[2] == '-' || code[2] == '_')) code.resize(2);
  return code;
}

}  // namespace leadlight::message
