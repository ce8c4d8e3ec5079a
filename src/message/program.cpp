#include "message/program.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/sort.h"
#include "base/text.h"
#include "lead/fields.h"
#include "lead/vocabulary.h"

namespace leadlight::message {

namespace {

constexpr std::size_t kMostErrors = 20;
constexpr std::array<std::string_view, 16> kNames{
    "first_name", "last_name", "full_name", "title",   "company",        "hook",
    "event",      "source",    "campaign",  "sender",  "sender_company", "sender_phone",
    "custom",     "lead_type", "stage",     "language"};

std::optional<Field> field_named(std::string_view name) {
  const auto* const found = std::ranges::find(kNames, name);
  if (found == kNames.end()) return std::nullopt;
  return static_cast<Field>(found - kNames.begin());
}

bool is_for_conditions(Field field) { return field >= Field::kLeadType; }

// As it may have been meant: "First Name" -> "first_name".
std::string name_meant(std::string_view name) {
  std::string meant = folded(trimmed(name));
  for (char& c : meant)
    if (c == ' ' || c == '-') c = '_';
  return meant;
}

class Parser {
 public:
  explicit Parser(std::string source) {
    program_.source = std::move(source);
    text_ = program_.source;
  }

  Program take() {
    while (at_ < text_.size()) {
      const std::size_t brace = std::min(text_.find_first_of("{}", at_), text_.size());
      add_text(at_, brace);
      at_ = brace;
      if (at_ == text_.size()) break;
      if (at_ + 1 < text_.size() && text_[at_ + 1] == text_[at_]) {
        read_double_brace();
      } else if (text_[at_] == '{') {
        read_tag();
      } else {
        fail(range(at_, at_ + 1), "A closing brace stands alone.",
             "Write }} for a brace, or open it before.");
        ++at_;
      }
    }
    for (const Open& open : open_)
      fail(program_.steps[open.unless].place, "This {if} is never closed.",
           "Put {end} where it ends.");
    sort_stably(program_.errors, {}, [](const ParseError& one) { return one.place.begin; });
    return std::move(program_);
  }

 private:
  struct Open {
    std::size_t unless = 0;
    std::optional<std::size_t> jump;  // of its {else}
  };
  static std::uint32_t at(std::size_t offset) { return static_cast<std::uint32_t>(offset); }
  static Range range(std::size_t begin, std::size_t end) { return {at(begin), at(end)}; }

  void fail(Range place, std::string what, std::string remedy) {
    if (program_.errors.size() < kMostErrors)
      program_.errors.push_back({place, std::move(what), std::move(remedy)});
  }
  void add_text(std::size_t begin, std::size_t end) {
    if (begin == end) return;
    program_.steps.push_back(
        {.what = Step::What::kText, .place = range(begin, end), .text = range(begin, end)});
  }

  // Other programs' double braces would be sent as they stand.
  void read_double_brace() {
    const std::size_t close = text_.find_first_of("{}", at_ + 2);
    if (text_[at_] == '{' && close != std::string_view::npos && text_[close] == '}') {
      std::string_view inside = text_.substr(at_ + 2, close - at_ - 2);
      inside = trimmed(inside.substr(0, inside.find_first_of("|:=")));
      if (field_named(name_meant(inside)))
        fail(range(at_, close), "Two braces write a brace, not the value.",
             std::string("Write {").append(name_meant(inside)).append("}."));
    }
    add_text(at_, at_ + 1);
    at_ += 2;
  }

  void read_tag() {
    const std::size_t begin = at_;
    const std::size_t close = text_.find_first_of("{}", begin + 1);
    if (close == std::string_view::npos || text_[close] == '{') {
      fail(range(begin, begin + 1), "A brace is opened and not closed.",
           "Close it, or write {{ for a brace.");
      ++at_;
      return;
    }
    const Range place = range(begin, close + 1);
    const std::string_view inside = trimmed(text_.substr(begin + 1, close - begin - 1));
    at_ = close + 1;
    if (inside == "else")
      read_else(place);
    else if (inside == "end")
      read_end(place);
    else if (inside.starts_with("if ") || inside == "if")
      read_if(place, trimmed(inside.substr(2)));
    else
      return read_value(place, inside);
    swallow_line(begin);
  }

  // A line of its own is none.
  void swallow_line(std::size_t begin) {
    const bool starts = begin == 0 || text_[begin - 1] == '\n';
    if (starts && at_ < text_.size() && text_[at_] == '\n') ++at_;
  }

  Range range_of(std::string_view part) const {
    const auto begin = static_cast<std::size_t>(part.data() - text_.data());
    return range(begin, begin + part.size());
  }

  // Field and, of kCustom, its name; nothing after an error.
  bool read_name(std::string_view name, Step& step) {
    if (name.starts_with(kCustomPrefix)) {
      step.field = Field::kCustom;
      const std::string_view custom = trimmed(name.substr(kCustomPrefix.size()));
      step.name = range_of(custom);
      if (custom.empty()) fail(step.place, "The field has no name.", "Write {custom:NAME}.");
      return !custom.empty();
    }
    const auto field = field_named(name);
    if (field && *field != Field::kCustom) {
      step.field = *field;
      return true;
    }
    const std::string meant = name_meant(name);
    if (const auto other = field_named(meant); other && *other != Field::kCustom) {
      fail(step.place, "There is no such field.", "Write " + meant + ".");
    } else {
      fail(step.place,
           name.empty() ? "There is no field in these braces." : "There is no such field.",
           "Choose one of the fields, or write {custom:NAME} for one of your own.");
    }
    return false;
  }

  void read_value(Range place, std::string_view inside) {
    Step step{.what = Step::What::kValue, .place = place};
    const std::size_t bar = inside.find('|');
    if (bar != std::string_view::npos) {
      step.has_text = true;
      step.text = range_of(trimmed(inside.substr(bar + 1)));
    }
    if (!read_name(trimmed(inside.substr(0, bar)), step)) return;
    if (is_for_conditions(step.field))
      return fail(place, "This field is for {if} only.",
                  std::string("Write {if ").append(text_of(step.field)).append("=…}."));
    program_.steps.push_back(step);
  }

  void read_if(Range place, std::string_view condition) {
    Step step{.what = Step::What::kUnless, .place = place};
    const std::size_t equals = condition.find('=');
    if (equals != std::string_view::npos) {
      step.has_text = true;
      step.text = range_of(trimmed(condition.substr(equals + 1)));
    }
    if (read_name(trimmed(condition.substr(0, equals)), step)) check_value(step);
    open_.push_back({program_.steps.size(), std::nullopt});
    program_.steps.push_back(step);
  }

  // A value that can never be there is a slip of the pen.
  void check_value(const Step& step) {
    if (!step.has_text) return;
    const std::string_view value = program_.at(step.text);
    const bool known = step.field == Field::kLeadType ? lead_type_from_text(value).has_value()
                       : step.field == Field::kStage  ? stage_from_text(value).has_value()
                                                      : true;
    if (value.empty())
      fail(step.place, "There is nothing behind the equals sign.",
           "Leave the sign out to ask whether there is a value.");
    else if (!known)
      fail(step.place, "This field never has that value.", "Write it as in exported files.");
  }

  void read_else(Range place) {
    if (open_.empty()) return fail(place, "There is no {if} before this {else}.", "Take it away.");
    Open& open = open_.back();
    if (open.jump) return fail(place, "This {if} has an {else} already.", "Take one of them away.");
    open.jump = program_.steps.size();
    program_.steps.push_back({.what = Step::What::kJump, .place = place});
    program_.steps[open.unless].target = at(program_.steps.size());
  }

  void read_end(Range place) {
    if (open_.empty()) return fail(place, "There is no {if} before this {end}.", "Take it away.");
    const Open open = open_.back();
    open_.pop_back();
    program_.steps[open.jump.value_or(open.unless)].target = at(program_.steps.size());
  }

  Program program_;
  std::string_view text_;
  std::size_t at_ = 0;
  std::vector<Open> open_;
};

}  // namespace

std::string_view text_of(Field field) { return kNames[static_cast<std::size_t>(field)]; }

Program parse(std::string source) { return Parser(std::move(source)).take(); }

}  // namespace leadlight::message
