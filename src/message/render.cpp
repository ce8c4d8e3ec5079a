#include "message/render.h"

#include <algorithm>

#include "base/format.h"
#include "base/text.h"
#include "message/hook.h"
#include "message/joiner.h"
#include "message/value.h"

namespace leadlight::message {

namespace {

// The values of one lead.
class Values {
 public:
  Values(const Model& model, Row lead, const Sender& sender, std::string_view language)
      : model_(model), lead_(lead), sender_(sender), language_(language) {}

  [[nodiscard]] std::string of(Field field, std::string_view custom) const {
    switch (field) {
      case Field::kFirstName: return first_name_of(model_, lead_);
      case Field::kLastName: return clean(LeadField::kLastName);
      case Field::kFullName: return full_name();
      case Field::kTitle: return clean(LeadField::kTitle);
      case Field::kCompany: return clean(LeadField::kCompany);
      case Field::kHook: return hook_of(model_, lead_, language_).text;
      case Field::kEvent: return clean(LeadField::kEvent);
      case Field::kSource: return clean(LeadField::kSource);
      case Field::kCampaign: return clean(LeadField::kCampaign);
      case Field::kSender: return clean_value(sender_.name);
      case Field::kSenderCompany: return clean_value(sender_.company);
      case Field::kSenderPhone: return clean_value(sender_.phone);
      case Field::kCustom: return custom_value(custom);
      case Field::kLeadType: return std::string(text_of(model_.lead(lead_).type));
      case Field::kStage: return std::string(text_of(model_.lead(lead_).stage));
      case Field::kLanguage: return language_code(model_.text(lead_, LeadField::kLanguage));
    }
    return {};
  }

  [[nodiscard]] bool holds(const Program& program, const Step& step) const {
    const std::string value = of(step.field, program.at(step.name));
    if (!step.has_text) return !value.empty();
    return folded(value) == folded(program.at(step.text));
  }

 private:
  [[nodiscard]] std::string clean(LeadField field) const {
    return clean_value(model_.text(lead_, field));
  }
  [[nodiscard]] std::string full_name() const {
    std::string name = clean(LeadField::kFullName);
    if (!name.empty()) return name;
    const std::string last = clean(LeadField::kLastName);
    name = clean(LeadField::kFirstName);
    if (!name.empty() && !last.empty()) name += ' ';
    return name + last;
  }
  [[nodiscard]] std::string custom_value(std::string_view name) const {
    const ColumnIndex column = model_.leads().find_column(std::string(kCustomPrefix).append(name));
    if (column == kNoColumn) return {};
    return clean_value(model_.text(Kind::kLead, lead_, column));
  }

  const Model& model_;
  Row lead_;
  const Sender& sender_;
  std::string_view language_;
};

std::string run(const Program& program, Part part, const Values& values, std::vector<Gap>& gaps) {
  if (!program.errors.empty()) return {};
  Joiner joiner;
  for (std::size_t i = 0; i < program.steps.size();) {
    const Step& step = program.steps[i++];
    switch (step.what) {
      case Step::What::kText: joiner.text(program.at(step.text)); break;
      case Step::What::kValue: {
        const std::string value = values.of(step.field, program.at(step.name));
        if (!value.empty()) {
          joiner.value(value);
        } else if (step.text.begin < step.text.end) {
          joiner.text(program.at(step.text));
        } else {
          joiner.left_out();
          if (!step.has_text)
            gaps.push_back({part, step.place, step.field, std::string(program.at(step.name))});
        }
        break;
      }
      case Step::What::kUnless:
        if (values.holds(program, step)) break;
        i = step.target;
        joiner.left_out();
        break;
      case Step::What::kJump:
        i = step.target;
        joiner.left_out();
        break;
    }
  }
  return joiner.take();
}

}  // namespace

Result<Compiled> compile(const Template& from) {
  Compiled made{parse(from.subject), parse(from.body), from.language};
  for (const Program* program : {&made.subject, &made.body}) {
    if (program->errors.empty()) continue;
    const ParseError& error = program->errors.front();
    return fail(
        error.what, error.remedy,
        formatted("{}, byte {}", program == &made.subject ? "subject" : "body", error.place.begin));
  }
  return made;
}

Rendered render(const Compiled& from, const Model& model, Row lead, const Sender& sender) {
  Rendered out;
  const Values values(model, lead, sender, from.language);
  out.subject = run(from.subject, Part::kSubject, values, out.gaps);
  std::ranges::replace(out.subject, '\n', ' ');
  out.body = run(from.body, Part::kBody, values, out.gaps);
  return out;
}

std::vector<Break> who_would_break(const Compiled& from, const Model& model,
                                   const std::vector<Row>& rows, const Sender& sender) {
  std::vector<Break> all;
  for (const Row row : rows) {
    Rendered out = render(from, model, row, sender);
    if (!out.gaps.empty()) all.push_back({row, std::move(out.gaps.front())});
  }
  return all;
}

}  // namespace leadlight::message
