// What e-mail is looked at for: subject, greeting, length, and the question at the end (C10).
#include <algorithm>
#include <vector>

#include "base/format.h"
#include "base/text.h"
#include "message/check_parts.h"

namespace leadlight::message {

namespace {

constexpr std::size_t kMostInSubject = 70;
constexpr std::size_t kMostWords = 200;
constexpr std::string_view kGreetings =
    "hi|hello|hey|dear|good|greetings|hallo|guten|liebe|lieber|sehr|moin|gruss|gruezi|servus";

std::size_t characters_in(std::string_view text) {
  return static_cast<std::size_t>(
      std::ranges::count_if(text, [](char c) { return (c & 0xC0) != 0x80; }));
}

bool ends_with_question(std::string_view line) {
  return line.ends_with('?') || line.ends_with("？") || line.ends_with("؟") ||
         line.ends_with(";") ||  // U+037E, the Greek one
         line.ends_with("?)") || line.ends_with("?”") || line.ends_with("?\"");
}

// A signature has a few short lines that are no sentences.
bool ends_asking(std::string_view body) {
  constexpr std::size_t kMostLines = 7;
  constexpr std::size_t kMostInLine = 5;
  const std::vector<std::string_view> lines = split(body, '\n');
  std::size_t behind = 0;
  for (std::size_t i = lines.size(); i-- > 0;) {
    const std::string_view line = trimmed(lines[i]);
    if (line.empty()) continue;
    if (ends_with_question(line)) return true;
    if (++behind > kMostLines || line.ends_with('.') || words_in(line).size() > kMostInLine)
      return false;
  }
  return false;
}

bool is_shouted(std::string_view subject) {
  constexpr std::size_t kLeastLetters = 6;
  std::size_t capitals = 0;
  std::size_t letters = 0;
  for (const char c : subject) {
    capitals += c >= 'A' && c <= 'Z' ? 1U : 0U;
    letters += (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ? 1U : 0U;
  }
  return letters >= kLeastLetters && capitals * 10 >= letters * 6;
}

bool greets(std::string_view body) {
  constexpr std::size_t kMostInGreeting = 5;
  const std::string_view line = trimmed(body.substr(0, body.find('\n')));
  const std::vector<Word> words = words_in(line);
  if (words.empty()) return false;
  return std::ranges::contains(split(kGreetings, '|'), std::string_view(words[0].folded)) ||
         (words.size() <= kMostInGreeting && line.ends_with(','));
}

void check_subject(std::string_view subject, Findings& findings) {
  if (trimmed(subject).empty())
    return findings.add(Rule::kNoSubject, "It has no subject.", "Write what it is about.", {},
                        Part::kSubject);
  if (characters_in(subject) > kMostInSubject)
    findings.add(Rule::kLongSubject, "The subject is longer than most programs show.",
                 "Keep to 70 characters.", {}, Part::kSubject);
  if (is_shouted(subject))
    findings.add(Rule::kShouting, "The subject is in capitals.", "Write it as a sentence.", {},
                 Part::kSubject);
}

void check_exclamations(const Message& message, Findings& findings) {
  const std::size_t in_subject = message.subject.find('!');
  const bool subject = in_subject != std::string::npos;
  if (!subject && std::ranges::count(message.body, '!') < 2) return;
  const auto at = static_cast<std::uint32_t>(subject ? in_subject : message.body.find('!'));
  findings.add(Rule::kExclamations, "Exclamation marks make it look like advertising.",
               "Leave one in the text at most.", {at, at + 1},
               subject ? Part::kSubject : Part::kBody);
}

}  // namespace

void check_mail(const Sight& sight, Findings& findings) {
  const Message& message = sight.message;
  const bool begins =
      message.purpose == Purpose::kFirstTouch || message.purpose == Purpose::kSoftOpening;
  if (begins && !ends_asking(message.body))
    findings.add(Rule::kNoQuestion, "It does not end with a question.",
                 "Ask something that is easily answered.");
  check_subject(message.subject, findings);
  if (sight.knows_language && !greets(message.body))
    findings.add(Rule::kNoGreeting, "It begins without a greeting.", "Greet them by name.");
  if (const std::size_t words = sight.body.words().size(); words > kMostWords)
    findings.add({Rule::kTooLong,
                  Severity::kAdvises,
                  Part::kBody,
                  false,
                  {},
                  formatted("It has {} words.", words),
                  "Say it in fewer than 200."});
  check_exclamations(message, findings);
}

}  // namespace leadlight::message
