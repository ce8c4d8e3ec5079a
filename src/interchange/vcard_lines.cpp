#include "interchange/vcard_lines.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.h"
#include "interchange/csv_sniff.h"

namespace leadlight::interchange {

namespace {

constexpr std::array<std::pair<std::string_view, unsigned>, 29> kWords{{
    {"pref", kPreferred},
    {"work", kWork},
    {"business", kWork},
    {"home", kHome},
    {"private", kHome},
    {"privat", kHome},
    {"cell", kMobile},
    {"mobile", kMobile},
    {"mobil", kMobile},
    {"handy", kMobile},
    {"iphone", kMobile},
    {"fax", kFax},
    {"workfax", kFax},
    {"homefax", kFax},
    {"otherfax", kFax},
    {"pager", kFax},
    {"modem", kFax},
    {"bbs", kFax},
    {"isdn", kFax},
    {"tlx", kFax},
    {"telex", kFax},
    {"main", kElsewhere},
    {"other", kElsewhere},
    {"assistant", kElsewhere},
    {"assistantphone", kElsewhere},
    {"callback", kElsewhere},
    {"linkedin", kLinkedIn},
    {"printable", kQuotedPrintable},
    {"base64", kBase64},
}};

constexpr std::array<std::string_view, 8> kKnownCharsets{
    "", "utf-8", "us-ascii", "ascii", "iso-8859-1", "iso-8859-15", "windows-1252", "latin1"};

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
bool is_blank(char c) { return c == ' ' || c == '\t'; }
bool is_word(char c) { return (lower(c) >= 'a' && lower(c) <= 'z') || (c >= '0' && c <= '9'); }

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  return lower(c) >= 'a' && lower(c) <= 'f' ? lower(c) - 'a' + 10 : -1;
}

void decode_quoted_printable(std::string& text) {
  std::size_t to = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const int high = text[i] == '=' && i + 2 < text.size() ? hex_digit(text[i + 1]) : -1;
    const int low = high < 0 ? -1 : hex_digit(text[i + 2]);
    if (low >= 0) i += 2;
    text[to++] = low >= 0 ? static_cast<char>(high * 16 + low) : text[i];
  }
  text.resize(to);
}

// Where the value begins: behind the first colon that is not quoted.
std::size_t colon_in(std::string_view line) {
  bool quoted = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] == '"') quoted = !quoted;
    if (line[i] == ':' && !quoted) return i;
  }
  return line.find(':');  // a quote that never ends
}

std::string_view charset_in(std::string_view head) {
  constexpr std::string_view kKey = ";charset=";
  for (std::size_t i = 0; i + kKey.size() <= head.size(); ++i) {
    if (!starts_ignoring_case(head.substr(i), kKey)) continue;
    std::string_view value = head.substr(i + kKey.size());
    value = value.substr(0, value.find(';'));
    if (value.size() > 1 && value.front() == '"') value = value.substr(1, value.size() - 2);
    return value;
  }
  return {};
}

}  // namespace

bool starts_ignoring_case(std::string_view text, std::string_view start) {
  return text.size() >= start.size() && equals_ignoring_case(text.substr(0, start.size()), start);
}
bool equals_ignoring_case(std::string_view a, std::string_view b) {
  return std::ranges::equal(a, b, {}, lower, lower);
}

unsigned hints_in(std::string_view text) {
  unsigned hints = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::size_t start = i;
    while (i < text.size() && is_word(text[i])) ++i;
    if (i == start) continue;
    const std::string_view found = text.substr(start, i - start), behind = text.substr(i);
    for (const auto& [word, hint] : kWords) {
      if (word.size() != found.size() || !equals_ignoring_case(found, word)) continue;
      // PREF=2 is not the first choice.
      const bool is_number = hint == kPreferred && behind.starts_with('=');
      if (!is_number || behind.substr(1, behind.find(';') - 1) == "1") hints |= hint;
    }
  }
  return hints;
}

std::size_t CardLines::end_of_line(std::size_t at) const {
  return std::min(text_.find_first_of("\r\n", at), text_.size());
}

std::size_t CardLines::behind_break(std::size_t at) {
  if (at >= text_.size()) return at;
  ++lines_;
  return at + (text_.substr(at).starts_with("\r\n") ? 2 : 1);
}

void CardLines::skip(std::size_t bytes) {
  const std::size_t end = end_of_line(std::min(begin_ + bytes, text_.size()));
  const std::string_view skipped = text_.substr(begin_, end - begin_);
  lines_ = number_ + static_cast<std::size_t>(std::ranges::count(skipped, '\n'));
  at_ = behind_break(end);
}

bool CardLines::next() {
  while (at_ < text_.size()) {
    begin_ = at_;
    number_ = lines_;
    end_ = end_of_line(at_);
    at_ = behind_break(end_);
    const std::string_view line = text_.substr(begin_, end_ - begin_);
    const std::size_t colon = colon_in(line);
    soft_ = false;
    if (const std::size_t parameters = line.find(';'); parameters < colon && colon < line.size())
      soft_ = (hints_in(line.substr(parameters, colon - parameters)) & kQuotedPrintable) != 0;
    while (at_ < text_.size()) {
      const bool goes_on =
          is_blank(text_[at_]) || (soft_ && text_[end_ - 1] == '=' &&
                                   !starts_ignoring_case(text_.substr(at_), "END:VCARD"));
      if (!goes_on) break;
      end_ = end_of_line(at_);
      at_ = behind_break(end_);
    }
    name_ = trimmed(line.substr(0, line.find_first_of(";:")));
    const std::size_t dot = name_.find('.');
    group_ = dot == std::string_view::npos ? std::string_view() : name_.substr(0, dot);
    if (dot != std::string_view::npos) name_.remove_prefix(dot + 1);
    // A line without a colon is a piece of a photo that was not indented, or nothing.
    if (!line.empty() && (colon != std::string_view::npos || end_ > begin_ + line.size()))
      return true;
  }
  return false;
}

CardLines::Content CardLines::content(bool version_2) const {
  std::string line;
  for (std::size_t at = begin_; at < end_;) {
    const std::size_t end = std::min(end_of_line(at), end_);
    const bool softly = soft_ && !line.empty() && line.back() == '=';
    if (softly)
      line.pop_back();
    else if (at > begin_ && !version_2)
      ++at;
    line += text_.substr(at, end - at);
    at = end;
    if (at < end_) at += text_.substr(at).starts_with("\r\n") ? 2 : 1;
  }
  if (soft_ && line.ends_with('=')) line.pop_back();
  const std::size_t colon = colon_in(line);
  if (colon == std::string::npos) return {};
  const std::string_view head = std::string_view(line).substr(0, colon);
  Content content{
      hints_in(head.substr(std::min(head.size(), head.find(';')))), line.substr(colon + 1), {}};
  if ((content.hints & kQuotedPrintable) != 0) decode_quoted_printable(content.value);
  std::erase(content.value, '\0');
  const std::string_view charset = charset_in(head);
  const bool known = std::ranges::any_of(
      kKnownCharsets, [&](std::string_view one) { return equals_ignoring_case(one, charset); });
  const bool other = invalid_utf8_at(content.value).has_value();
  if (!known && (other || content.value.contains('\x1B')))
    content.charset =
        utf8_prefix(charset, std::min<std::size_t>(20, invalid_utf8_at(charset).value_or(20)));
  if (!known && content.charset.empty() && other) content.charset = "another character set";
  if (other) content.value = utf8_from_windows_1252(content.value);
  return content;
}

std::vector<std::string> card_parts(std::string_view value, char separator) {
  std::vector<std::string> parts(1);
  for (std::size_t i = 0; i < value.size(); ++i) {
    const char c = value[i];
    if (separator != '\0' && c == separator) {
      parts.emplace_back();
      continue;
    }
    // "C:\work" keeps its backslash.
    const char next = c == '\\' && i + 1 < value.size() ? value[i + 1] : 'x';
    if (next == 'n' || next == 'N') {
      parts.back() += '\n';
      ++i;
    } else if (c == '\\' && !is_word(next) && next >= 0) {
      parts.back() += next;
      ++i;
    } else if (c != '\r') {
      parts.back() += c;
    }
  }
  return parts;
}

std::string card_text(std::string_view value) { return std::move(card_parts(value, '\0').front()); }

}  // namespace leadlight::interchange
