// A template's words for one lead (practice D1, D2). Nothing is sent: people hand the words to
// their own programs.
//
// A value is one line (value.h) and is written as it is, never read as a template. Where a value is
// empty or a condition leaves something out, blanks do not double, none stands before punctuation
// ("Hi {first_name}," -> "Hi,"), a comma that would begin a line goes, and no second empty line
// stays; elsewhere the template's own blanks and lines are kept. What comes out begins and ends
// with no blank.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "lead/model.h"
#include "message/program.h"
#include "message/template.h"

namespace leadlight::message {

struct Sender {
  std::string name;
  std::string company;
  std::string phone;
};

enum class Part : std::uint8_t { kSubject, kBody };

// A template that can be rendered.
struct Compiled {
  Program subject;
  Program body;
  std::string language;
};
// The first error of the template, its place as "subject, byte 12".
Result<Compiled> compile(const Template& from);

// A value that was empty and has no fallback.
struct Gap {
  Part part = Part::kBody;
  Range place;  // of the tag, in the template
  Field field = Field::kFirstName;
  std::string name;  // of kCustom
};

struct Rendered {
  std::string subject;  // a single line
  std::string body;
  std::vector<Gap> gaps;  // with any, the message can't be handed over as it is
};
Rendered render(const Compiled& from, const Model& model, Row lead, const Sender& sender);

// The leads of `rows` that the template has no value for somewhere, with the first such field
// (practice D2). One entry a lead, in their order.
struct Break {
  Row lead = kNoRow;
  Gap gap;
};
std::vector<Break> who_would_break(const Compiled& from, const Model& model,
                                   const std::vector<Row>& rows, const Sender& sender);

}  // namespace leadlight::message
