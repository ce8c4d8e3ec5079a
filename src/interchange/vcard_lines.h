// The lines of vCards: found where they begin and end, and copied only when they are asked for, so
// that a photo costs nothing.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace leadlight::interchange {

// What the parameters of a line say of it (TYPE=WORK, or just WORK), as bits.
enum CardHint : unsigned {
  kPreferred = 1,
  kWork = 2,
  kHome = 4,
  kMobile = 8,
  kFax = 16,        // and whatever else nobody speaks into
  kElsewhere = 32,  // somebody else's: an assistant's, a main number's
  kLinkedIn = 64,
  kQuotedPrintable = 128,
  kBase64 = 256,
};
// Of the words in a text, whatever stands between them.
unsigned hints_in(std::string_view text);

bool equals_ignoring_case(std::string_view a, std::string_view b);
bool starts_ignoring_case(std::string_view text, std::string_view start);

class CardLines {
 public:
  explicit CardLines(std::string_view text) : text_(text) {}

  // Moves to the next line that is one: false at the end.
  bool next();
  [[nodiscard]] std::string_view name() const { return name_; }    // without its group
  [[nodiscard]] std::string_view group() const { return group_; }  // "item1", or nothing
  [[nodiscard]] std::size_t number() const { return number_; }     // 1 is the first
  [[nodiscard]] std::string_view rest() const { return text_.substr(begin_); }
  void skip(std::size_t bytes);  // of the rest, and what is left of their last line

  struct Content {
    unsigned hints = 0;
    std::string value;    // UTF-8, escapes still in it
    std::string charset;  // that can't be read; else empty
  };
  // Unfolded and decoded. `version_2`: what a line was folded at is part of it.
  [[nodiscard]] Content content(bool version_2) const;

 private:
  [[nodiscard]] std::size_t end_of_line(std::size_t at) const;
  std::size_t behind_break(std::size_t at);

  std::string_view text_, name_, group_;
  std::size_t begin_ = 0, end_ = 0;  // of the line that is shown
  std::size_t at_ = 0;
  std::size_t number_ = 0, lines_ = 1;
  bool soft_ = false;  // quoted-printable: "=" at the end goes on below
};

// Cut where `separator` stands without a backslash before it, with the escapes taken away.
std::vector<std::string> card_parts(std::string_view value, char separator);
std::string card_text(std::string_view value);  // all of it

}  // namespace leadlight::interchange
