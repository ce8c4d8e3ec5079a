// The language of message templates (practice D1, D2), parsed into a flat program.
//
//   {first_name}  {first_name|there}    a value; behind the bar what stands where it is empty
//   {custom:Product}                    a field of the team's own
//   {if event}…{else}…{end}             where a value is there; {else} may be missing, and they
//   nest {if lead_type=badge_scan}           where it is this one, whatever the case and accents
//   {{ and }}                           braces
//
// Blanks around names don't matter. A line that holds nothing but {if}, {else} or {end} leaves no
// line behind. Anything else in braces is an error of the template, never ignored. Safe for any
// bytes: time and memory grow with the text's size alone.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace leadlight::message {

enum class Field : std::uint8_t {
  kFirstName,
  kLastName,
  kFullName,
  kTitle,
  kCompany,
  kHook,  // what they downloaded, attended or asked for; hook.h
  kEvent,
  kSource,
  kCampaign,
  kSender,
  kSenderCompany,
  kSenderPhone,
  kCustom,    // with a name
  kLeadType,  // from here on: for {if} only
  kStage,
  kLanguage,
};
std::string_view text_of(Field field);  // "first_name"; "custom" without its name

// Bytes [begin, end) of a text.
struct Range {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  bool operator==(const Range&) const = default;
};

struct ParseError {
  Range place;       // the tag or brace, in the source
  std::string what;  // whole sentences
  std::string remedy;
};

struct Step {
  enum class What : std::uint8_t {
    kText,    // `text` is written
    kValue,   // the value, or `text` if there is none and `has_text`
    kUnless,  // on to `target` if there is no value or, if `has_text`, it is another one than
              // `text`
    kJump,    // on to `target`
  };
  What what = What::kText;
  Field field = Field::kFirstName;
  bool has_text = false;
  Range place{};  // of the whole tag
  Range text{};
  Range name{};  // of kCustom
  std::uint32_t target = 0;
};

struct Program {
  std::string source;
  std::vector<Step> steps;
  std::vector<ParseError> errors;  // by place, the first 20; with any, there is nothing to render
  [[nodiscard]] std::string_view at(Range range) const {
    return std::string_view(source).substr(range.begin, range.end - range.begin);
  }
};

Program parse(std::string source);

}  // namespace leadlight::message
