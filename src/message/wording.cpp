#include "message/wording.h"

#include <algorithm>

#include "base/text.h"

namespace leadlight::message {

namespace {

bool is_between(char32_t c, char32_t least, char32_t most) { return c >= least && c <= most; }

bool is_word_of_its_own(char32_t c) {
  return is_between(c, 0x3040, 0x318F) || is_between(c, 0x3400, 0x9FFF) ||
         is_between(c, 0xAC00, 0xD7A3) || is_between(c, 0xF900, 0xFAFF) ||
         is_between(c, 0x20000, 0x3FFFF);
}

bool is_in_word(char32_t c) {
  if (c < 0x80) return is_between(c | 0x20, 'a', 'z') || is_between(c, '0', '9');
  return c >= 0xC0 && !is_between(c, 0x2000, 0x2BFF) && !is_between(c, 0x3000, 0x303F) &&
         !is_between(c, 0xFF00, 0xFF0F) && !is_between(c, 0xFF1A, 0xFF20) && c != 0xFFFD;
}

std::string with_blanks(std::string_view phrase) {
  return std::string(" ").append(phrase).append(" ");
}

}  // namespace

std::vector<Word> words_in(std::string_view text) {
  std::vector<Word> words;
  bool open = false;
  for (std::size_t offset = 0; offset < text.size();) {
    const auto begin = static_cast<std::uint32_t>(offset);
    const char32_t c = decode_utf8(text, offset);
    const auto end = static_cast<std::uint32_t>(offset);
    const bool alone = is_word_of_its_own(c);
    if (alone || (is_in_word(c) && !open)) {
      words.push_back({{begin, end}, {}});
    } else if (is_in_word(c)) {
      words.back().place.end = end;
    }
    open = is_in_word(c) && !alone;
  }
  for (Word& word : words)
    word.folded = folded(text.substr(word.place.begin, word.place.end - word.place.begin));
  return words;
}

Wording::Wording(std::string_view text) : words_(words_in(text)), joined_(" ") {
  for (const Word& word : words_) joined_.append(word.folded).append(" ");
}

bool Wording::says_one_of(std::string_view phrases) const {
  return std::ranges::any_of(split(phrases, '|'), [&](std::string_view phrase) {
    return joined_.contains(with_blanks(phrase));
  });
}

std::size_t Wording::count_of(std::string_view words) const {
  const std::vector<std::string_view> list = split(words, '|');
  return static_cast<std::size_t>(std::ranges::count_if(words_, [&](const Word& word) {
    return std::ranges::contains(list, std::string_view(word.folded));
  }));
}

bool Wording::has_word(std::string_view word) const {
  return std::ranges::contains(words_, word, &Word::folded);
}

bool Wording::has_most_of(std::string_view text) const {
  constexpr std::size_t kShort = 3;
  std::vector<Word> asked = words_in(text);
  if (std::ranges::any_of(asked, [](const Word& one) { return one.folded.size() >= kShort; }))
    std::erase_if(asked, [](const Word& one) { return one.folded.size() < kShort; });
  const auto found = static_cast<std::size_t>(
      std::ranges::count_if(asked, [&](const Word& one) { return has_word(one.folded); }));
  return found > 0 && 2 * found > asked.size();
}

void Wording::leave_out(std::string_view phrases) {
  for (const std::string_view phrase : split(phrases, '|')) {
    const std::string whole = with_blanks(phrase);
    for (std::size_t at = 0; (at = joined_.find(whole, at)) != std::string::npos;)
      joined_.replace(at, whole.size(), " ");
  }
}

}  // namespace leadlight::message
