// A text as the checks read it: its words, folded, with their places. The room's own.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "message/program.h"

namespace leadlight::message {

struct Word {
  Range place;
  std::string folded;
};
// Letters and digits stand together; each ideograph and syllable of Chinese, Japanese and Korean is
// a word of its own. Apostrophes part: "you'd" is "you" and "d".
std::vector<Word> words_in(std::string_view text);

class Wording {
 public:
  explicit Wording(std::string_view text);
  [[nodiscard]] const std::vector<Word>& words() const { return words_; }
  // Whether one of these stands in it, word for word; folded, parted by bars: "you asked|we met".
  [[nodiscard]] bool says_one_of(std::string_view phrases) const;
  // How many of its words are among these, parted by bars.
  [[nodiscard]] std::size_t count_of(std::string_view words) const;
  // Whether most of the words of `text` that say something (three letters or more; all, if none
  // has) are in it. False if there are none.
  [[nodiscard]] bool has_most_of(std::string_view text) const;
  void leave_out(std::string_view phrases);  // for says_one_of

 private:
  [[nodiscard]] bool has_word(std::string_view word) const;
  std::vector<Word> words_;
  std::string joined_;  // " one two "
};

}  // namespace leadlight::message
