// The rule by which an answer of a fit criterion recognises a lead's field by itself (practice B3).
//
// A rule is a list separated by commas; it matches if any part does:
//   *            any text that is not empty
//   250..1000    a number in this range, both ends included; either end may be left open: "1000.."
//                A field that holds a range itself ("201-500 people") counts by its middle,
//                "1,000+" by its lower end.
//   head of      words: contained in the field, case and accents aside. Short Latin words do not
//   match
//                inside of others: up to two letters must be a whole word ("IT" is not in "Italy"),
//                three must begin one ("pet" is in "petrol", not in "carpet").
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace leadlight::score {

class MatchRule {
 public:
  explicit MatchRule(std::string_view rule);
  [[nodiscard]] bool empty() const { return parts_.empty(); }  // only by hand
  [[nodiscard]] bool matches(std::string_view value) const;

 private:
  enum class Kind : std::uint8_t { kAny, kRange, kWord };
  enum class Where : std::uint8_t { kAnywhere, kWordStart, kWholeWord };
  struct Part {
    Kind kind = Kind::kAny;
    Where where = Where::kAnywhere;
    std::int64_t low = 0;
    std::int64_t high = 0;
    std::string word;  // folded
  };
  static bool word_stands_in(const Part& part, std::string_view folded_value);

  std::vector<Part> parts_;
  bool needs_number_ = false;
  bool needs_folding_ = false;
};

// The number that a text gives, the middle if it gives two: "1,200" 1200, "201-500 people" 350,
// "5k+" 5000. Thousands may be set apart by comma, point, blank or apostrophe. Nothing if there is
// no digit.
std::optional<std::int64_t> number_in(std::string_view text);

}  // namespace leadlight::score
