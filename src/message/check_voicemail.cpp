// Practice D5: who is calling, from where, why, what is in it for them, and the number.
#include <string>

#include "base/format.h"
#include "message/check_parts.h"

namespace leadlight::message {

namespace {

constexpr std::size_t kWordsAMinute = 150;
constexpr std::size_t kMostSeconds = 30;
constexpr std::size_t kLeastDigits = 6;

constexpr std::string_view kWho =
    "this is|my name is|it s|speaking|hier ist|hier spricht|mein name ist";
constexpr std::string_view kWhere = "from|calling for|on behalf of|von|von der|vom|firma";
constexpr std::string_view kWhy =
    "calling because|calling about|calling to|call because|reason for my call|reason i m calling|"
    "weil|wegen|grund meines anrufs|es geht um|bezuglich|ich rufe an um|anruf zu";
constexpr std::string_view kReachMe =
    "you can reach me|you can call me|you could call me|you will reach me|you can get me|"
    "sie konnen mich|sie erreichen mich";
constexpr std::string_view kBenefit =
    "you can|you could|you will|you ll|you get|you would|you d|you save|help you|helps you|"
    "save you|saves you|do for you|so you|so that you|saving you|useful to you|of use to you|"
    "sie konnen|sie konnten|sie bekommen|sie erhalten|sie sparen|sie wissen|sie wurden|"
    "hilft ihnen|helfen ihnen|spart ihnen|sparen ihnen|damit sie|nutzt ihnen|ihnen nutzt|"
    "ihnen helfen|ihnen sparen";

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool has_number(std::string_view text) {
  constexpr std::string_view kBetween = " -()/.+";
  std::size_t digits = 0;
  for (const char c : text) {
    if (is_digit(c))
      ++digits;
    else if (!kBetween.contains(c))
      digits = 0;
    if (digits == kLeastDigits) return true;
  }
  return false;
}

}  // namespace

void check_voicemail(const Sight& sight, Findings& findings) {
  const Sender& sender = sight.known.sender;
  const Wording& body = sight.body;
  const bool knows = sight.knows_language;
  // Found, or nothing to look for.
  const auto says = [&](std::string_view own, std::string_view phrases) {
    if (body.has_most_of(own) || (knows && body.says_one_of(phrases))) return true;
    return own.empty() && !knows;
  };
  if (!says(sender.name, kWho))
    findings.add(Rule::kVoicemailWho, "It does not say who is calling.", "Begin with your name.");
  if (!says(sender.company, kWhere))
    findings.add(Rule::kVoicemailWhere, "It does not say where you are calling from.",
                 "Name your company behind your name.");
  if (knows && !names_hook(body, sight.known, true) && !body.says_one_of(kWhy))
    findings.add(Rule::kVoicemailWhy, "It does not say why you are calling.",
                 "Say what they asked for or looked at.");
  Wording promise = body;
  promise.leave_out(kReachMe);
  if (knows && !promise.says_one_of(kBenefit))
    findings.add(Rule::kVoicemailBenefit, "It does not say what is in it for them.",
                 "Say what they will know or save.");
  if (!has_number(sight.message.body))
    findings.add(Rule::kVoicemailNumber, "It does not give a number to call back.",
                 "Say your number, slowly and twice.");
  const std::size_t seconds = body.words().size() * 60 / kWordsAMinute;
  if (seconds <= kMostSeconds) return;
  findings.add({Rule::kVoicemailTooLong,
                Severity::kAdvises,
                Part::kBody,
                false,
                {},
                formatted("It takes about {} seconds to say.", seconds),
                "Keep to 75 words, which are half a minute."});
}

}  // namespace leadlight::message
