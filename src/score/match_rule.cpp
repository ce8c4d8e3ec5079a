#include "score/match_rule.h"

#include <limits>

#include "base/text.h"

namespace leadlight::score {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// A byte of a word in folded text: Latin letters, digits, and everything beyond ASCII.
bool is_word_byte(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
}

bool is_ascii(std::string_view text) {
  for (const char c : text) {
    if (static_cast<unsigned char>(c) >= 0x80) return false;
  }
  return true;
}

// Length of a mark that sets thousands apart: , . ' blank, no-break blanks, typographic apostrophe.
std::size_t thousands_mark(std::string_view text) {
  if (text.empty()) return 0;
  if (text[0] == ',' || text[0] == '.' || text[0] == '\'' || text[0] == ' ') return 1;
  if (text.starts_with("\u00A0")) return 2;
  if (text.starts_with("\u202F") || text.starts_with("\u2019")) return 3;
  return 0;
}

bool starts_with_three_digits(std::string_view text) {
  return text.size() >= 3 && is_digit(text[0]) && is_digit(text[1]) && is_digit(text[2]) &&
         (text.size() == 3 || !is_digit(text[3]));
}

// The number that begins at `at`, which is a digit; moves behind it.
std::int64_t take_number(std::string_view text, std::size_t& at) {
  constexpr std::int64_t kMost = 1'000'000'000'000;
  std::int64_t value = 0;
  while (at < text.size()) {
    if (is_digit(text[at])) {
      if (value < kMost) value = value * 10 + (text[at] - '0');
      ++at;
      continue;
    }
    const std::size_t mark = thousands_mark(text.substr(at));
    if (mark == 0 || !starts_with_three_digits(text.substr(at + mark))) break;
    at += mark;
  }
  const bool thousands = at < text.size() && (text[at] == 'k' || text[at] == 'K') &&
                         (at + 1 == text.size() || !is_word_byte(text[at + 1]));
  if (thousands) {
    ++at;
    if (value < kMost) value *= 1000;
  }
  return value;
}

// Whether what stands between two numbers makes them a range: dashes, dots, "to", "bis", "a"...
bool joins_a_range(std::string_view between) {
  between = trimmed(between);
  return between == "-" || between == "\u2013" || between == "\u2014" || between == ".." ||
         between == "..." || between == "\u2026" || between == "to" || between == "bis" ||
         between == "~" || between == "\u301C";
}

}  // namespace

std::optional<std::int64_t> number_in(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size() && !is_digit(text[at])) ++at;
  if (at == text.size()) return std::nullopt;
  const std::int64_t low = take_number(text, at);
  const std::size_t behind = at;
  while (at < text.size() && !is_digit(text[at])) ++at;
  if (at == text.size() || !joins_a_range(text.substr(behind, at - behind))) return low;
  const std::int64_t high = take_number(text, at);
  return high < low ? low : low + (high - low) / 2;
}

MatchRule::MatchRule(std::string_view rule) {
  for (std::string_view text : split(rule, ',')) {
    text = trimmed(text);
    if (text.empty()) continue;
    Part part;
    const std::size_t dots = text.find("..");
    const auto end = [](std::string_view digits, std::int64_t open) {
      digits = trimmed(digits);
      return digits.empty() ? std::optional(open) : integer_from_text(digits);
    };
    if (text == "*") {
      part.kind = Kind::kAny;
    } else if (dots != std::string_view::npos && text.size() > 2 && end(text.substr(0, dots), 0) &&
               end(text.substr(dots + 2), 0)) {
      part.kind = Kind::kRange;
      part.low = *end(text.substr(0, dots), std::numeric_limits<std::int64_t>::min());
      part.high = *end(text.substr(dots + 2), std::numeric_limits<std::int64_t>::max());
      needs_number_ = true;
    } else {
      part.kind = Kind::kWord;
      part.word = folded(text);
      if (part.word.empty()) continue;
      if (is_ascii(part.word) && part.word.size() <= 3) {
        part.where = part.word.size() <= 2 ? Where::kWholeWord : Where::kWordStart;
      }
      needs_folding_ = true;
    }
    parts_.push_back(std::move(part));
  }
}

bool MatchRule::word_stands_in(const Part& part, std::string_view folded_value) {
  for (std::size_t at = folded_value.find(part.word); at != std::string_view::npos;
       at = folded_value.find(part.word, at + 1)) {
    if (part.where == Where::kAnywhere) return true;
    const std::size_t behind = at + part.word.size();
    const bool starts = at == 0 || !is_word_byte(folded_value[at - 1]);
    const bool ends = behind == folded_value.size() || !is_word_byte(folded_value[behind]);
    if (starts && (ends || part.where == Where::kWordStart)) return true;
  }
  return false;
}

bool MatchRule::matches(std::string_view value) const {
  value = trimmed(value);
  if (value.empty()) return false;
  const std::string folded_value = needs_folding_ ? folded(value) : std::string();
  const std::optional<std::int64_t> number = needs_number_ ? number_in(value) : std::nullopt;
  for (const Part& part : parts_) {
    switch (part.kind) {
      case Kind::kAny: return true;
      case Kind::kRange:
        if (number && *number >= part.low && *number <= part.high) return true;
        break;
      case Kind::kWord:
        if (word_stands_in(part, folded_value)) return true;
        break;
    }
  }
  return false;
}

}  // namespace leadlight::score
