#include "message/check.h"

#include <algorithm>
#include <array>

#include "base/format.h"
#include "base/text.h"
#include "message/check_parts.h"
#include "message/hook.h"
#include "message/value.h"

namespace leadlight::message {

namespace {

constexpr std::array<std::string_view, 19> kIds{
    "D2_broken_merge",  "D2_no_text",      "D3_no_hook",        "D3_only_pitches",
    "D4_too_similar",   "D5_who",          "D5_where",          "D5_why",
    "D5_benefit",       "D5_number",       "D5_too_long",       "linkedin_too_long",
    "C10_no_question",  "mail_no_subject", "mail_long_subject", "mail_shouting",
    "mail_no_greeting", "mail_too_long",   "mail_exclamations"};
static_assert(kIds.size() == static_cast<std::size_t>(Rule::kExclamations) + 1);

constexpr std::size_t kMostInLinkedin = 300;

bool knows(std::string_view language) {
  const std::string code = language_code(language);
  return code == "en" || code == "de";
}

void check_linkedin(std::string_view body, Findings& findings) {
  std::size_t at = 0;
  for (std::size_t count = 0; at < body.size() && count < kMostInLinkedin; ++count)
    decode_utf8(body, at);
  if (at < body.size())
    findings.add(Rule::kLinkedinTooLong, "It is longer than the 300 characters of a note.",
                 "Shorten it.",
                 {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(body.size())});
}

// A field in braces that was typed or pasted behind the template's back. Other braces may be meant.
void check_braces(std::string_view text, Part part, Findings& findings) {
  const Program program = parse(std::string(text));
  const auto add = [&](Range place, Severity severity) {
    findings.add({Rule::kBrokenMerge, severity, part, false, place, "A field is left in braces.",
                  "Write the value."});
  };
  for (const Step& step : program.steps)
    if (step.what != Step::What::kText) add(step.place, Severity::kStops);
  for (const ParseError& error : program.errors)
    if (error.place.end - error.place.begin > 1) add(error.place, Severity::kAdvises);
}

bool has_hook_field(const Program& program) {
  return std::ranges::any_of(program.steps, [](const Step& step) {
    return step.what == Step::What::kValue &&
           (step.field == Field::kHook || step.field == Field::kEvent ||
            step.field == Field::kCampaign || step.field == Field::kSource);
  });
}

Finding finding_of(const Gap& gap) {
  std::string name(text_of(gap.field));
  if (gap.field == Field::kCustom) name.append(":").append(gap.name);
  const bool senders = gap.field == Field::kSender || gap.field == Field::kSenderCompany ||
                       gap.field == Field::kSenderPhone;
  return {Rule::kBrokenMerge,
          Severity::kStops,
          gap.part,
          true,
          gap.place,
          formatted("There is no {} to write here.", name),
          formatted("Enter it {}, or write a fallback: {{{}|…}}.",
                    senders ? "for yourself" : "on the card", name)};
}

}  // namespace

std::string_view id_of(Rule rule) { return kIds[static_cast<std::size_t>(rule)]; }

Severity Findings::severity_of(Rule rule) {
  switch (rule) {
    case Rule::kBrokenMerge:
    case Rule::kNoText:
    case Rule::kLinkedinTooLong:
    case Rule::kNoSubject: return Severity::kStops;
    default: return Severity::kAdvises;
  }
}

void check_merge(const Sight& sight, Findings& findings) {
  const Message& message = sight.message;
  for (const Part part : {Part::kSubject, Part::kBody}) {
    const std::string& text = part == Part::kSubject ? message.subject : message.body;
    check_braces(text, part, findings);
  }
  const std::string_view first = std::string_view(message.body).substr(0, message.body.find('\n'));
  const std::size_t gap = first.find(" ,");
  if (gap != std::string_view::npos && words_in(first.substr(0, gap)).size() <= 2)
    findings.add(Rule::kBrokenMerge, "The greeting names nobody.", "Write the name, or none.",
                 {static_cast<std::uint32_t>(gap), static_cast<std::uint32_t>(gap + 2)});
}

std::vector<Finding> check(const Message& message, const Known& known) {
  Findings findings;
  const Wording body(message.body);
  const Sight sight{message, known, body, knows(message.language)};
  check_merge(sight, findings);
  if (body.words().empty()) {
    findings.add(Rule::kNoText, "There is no text.", "Write one.");
    return findings.take();
  }
  check_hook(sight, findings);
  check_similarity(sight, findings);
  if (message.channel == TouchKind::kVoicemail) check_voicemail(sight, findings);
  if (message.channel == TouchKind::kLinkedin) check_linkedin(message.body, findings);
  if (message.channel == TouchKind::kEmail) check_mail(sight, findings);
  return findings.take();
}

std::vector<Finding> check(const Template& from) {
  Findings findings;
  bool named = false;
  for (const Part part : {Part::kSubject, Part::kBody}) {
    const Program program = parse(part == Part::kSubject ? from.subject : from.body);
    named = named || has_hook_field(program);
    for (const ParseError& error : program.errors)
      findings.add({Rule::kBrokenMerge, Severity::kStops, part, true, error.place, error.what,
                    error.remedy});
  }
  const bool reads = knows(from.language);
  if (!named && reads && !names_hook(Wording(from.body), {}, true))
    findings.add({Rule::kNoHook,
                  Severity::kAdvises,
                  Part::kBody,
                  true,
                  {},
                  "It does not say what they downloaded, attended or asked for.",
                  "Write {hook} where it belongs."});
  return findings.take();
}

Checked checked_message(const Template& from, const Model& model, Row lead, const Sender& sender,
                        std::string_view campaign_text) {
  const auto compiled = compile(from);
  if (!compiled) return {{}, check(from)};
  Checked out{render(*compiled, model, lead, sender), {}};
  for (const Gap& gap : out.message.gaps) out.findings.push_back(finding_of(gap));
  const std::vector<Finding> more =
      check({from.channel, from.purpose, from.language, out.message.subject, out.message.body},
            {sender, hook_of(model, lead, from.language).core, std::string(campaign_text)});
  out.findings.insert(out.findings.end(), more.begin(), more.end());
  return out;
}

}  // namespace leadlight::message
