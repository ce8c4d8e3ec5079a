// What is wrong with a message before it is handed over (practice D2 to D5, C10).
//
// Most rules are about wording and know English and German; for a message in any other language, or
// in none, only those run that need no words of it: broken merges, similarity, lengths, shouting,
// exclamation marks, the question mark, and whether names, the number and the hook's own words are
// there. They read words and not sense: what only advises may be passed over.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "message/render.h"
#include "message/template.h"

namespace leadlight::message {

// In the order in which findings stand.
enum class Rule : std::uint8_t {
  kBrokenMerge,   // D2, stops: an error of the template, an empty value, a field left in braces,
                  // a greeting of nobody ("Hi ,"); other words in braces: advises
  kNoText,        // D2, stops: nothing to hand over
  kNoHook,        // D3: says neither most words of the lead's hook nor what they did ("you asked")
  kOnlyPitches,   // D3: three or more words of us and our product ("we", "our", "solution",
                  // "leading"), and more than of them ("you", "your"); twice as many where the
                  // hook is named
  kTooSimilar,    // D4: 40 % or more of it stands in the campaign's text; from 70 % on it stops
  kVoicemailWho,  // D5: the caller's name
  kVoicemailWhere,    // D5: the company
  kVoicemailWhy,      // D5: the hook, or "calling because"
  kVoicemailBenefit,  // D5: what is in it for them: "you will know", "saves you"
  kVoicemailNumber,   // D5: the sender's number, or one of six digits or more
  kVoicemailTooLong,  // D5: over 30 seconds at 150 words a minute
  kLinkedinTooLong,   // stops: over 300 characters, LinkedIn's limit for a note
  kNoQuestion,        // C10: a first marketing e-mail (first touch, soft opening) that has no line
                // ending with a question mark near its end; only short lines, the signature's,
                // may follow
  kNoSubject,     // stops: e-mail without a subject
  kLongSubject,   // over 70 characters
  kShouting,      // a subject of six ASCII letters or more, 60 % of them capitals
  kNoGreeting,    // e-mail that begins with neither a greeting nor a short line with a comma
  kTooLong,       // e-mail of over 200 words
  kExclamations,  // two exclamation marks or more, or one in the subject
};
std::string_view id_of(Rule rule);  // "D3_no_hook": stable

enum class Severity : std::uint8_t { kStops, kAdvises };

struct Finding {
  Rule rule = Rule::kBrokenMerge;
  Severity severity = Severity::kAdvises;
  Part part = Part::kBody;
  bool in_template = false;  // where `place` is: the template's text, or the message's
  Range place;               // empty: the whole part
  std::string reason;        // one sentence each
  std::string remedy;
};

// What is to be handed over: rendered, and perhaps edited since.
struct Message {
  TouchKind channel = TouchKind::kEmail;
  Purpose purpose = Purpose::kFollowUp;
  std::string language = "en";
  std::string subject;
  std::string body;
};

// What it is compared with. Empty: not known.
struct Known {
  Sender sender;
  std::string hook;           // Hook::core
  std::string campaign_text;  // the campaign's own e-mail (practice D4)
};

std::vector<Finding> check(const Message& message, const Known& known);

// The template itself: its errors (D2), and a hook that it doesn't name (D3): neither a field for
// it (hook, event, campaign, source) nor words.
std::vector<Finding> check(const Template& from);

// A template's words for a lead, with all that is to be said about them.
struct Checked {
  Rendered message;  // empty where the template has errors
  std::vector<Finding> findings;
};
Checked checked_message(const Template& from, const Model& model, Row lead, const Sender& sender,
                        std::string_view campaign_text = {});

}  // namespace leadlight::message
