// Practice D3 and D4: the hook, not the product, and not the campaign's own words.
#include "base/format.h"
#include "message/check_parts.h"
#include "message/similarity.h"

namespace leadlight::message {

namespace {

// Folded: "gespräch" is "gesprach".
constexpr std::string_view kActs =
    "you asked|you requested|you downloaded|you attended|you visited|you joined|you registered|"
    "you signed up|you stopped|you read|you watched|you scanned|you saw|you took|we met|we talked|"
    "we spoke|your request|your inquiry|your enquiry|your question|your download|your visit|"
    "your registration|your answer|your reply|interest in|asking about|asking for|stopping by|"
    "for attending|for joining|for visiting|for downloading|for requesting|recommended|"
    "recommendation|referred|introduced us|ihre anfrage|ihrer anfrage|ihre frage|ihrer frage|"
    "ihr besuch|ihren besuch|ihrem besuch|interesse an|ihre antwort|angefragt|heruntergeladen|"
    "teilgenommen|ihre teilnahme|ihrer teilnahme|an unserem stand|gebeten|empfohlen|empfehlung|"
    "unser gesprach|unserem gesprach|gesprochen haben";
constexpr std::string_view kOurs =
    "we|our|ours|us|product|products|solution|solutions|platform|software|feature|features|leading|"
    "leader|innovative|award|portfolio|discount|wir|uns|unser|unsere|unseren|unserem|unserer|"
    "produkt|produkte|losung|losungen|plattform|funktionen|fuhrend|fuhrende|fuhrender|marktfuhrer|"
    "innovativ|innovative|innovativen|einzigartig|rabatt";
constexpr std::string_view kTheirs =
    "you|your|yours|sie|ihr|ihre|ihren|ihrem|ihrer|ihnen|du|dein|deine|deinen|deinem|dir|dich|euch|"
    "euer|eure";
constexpr std::size_t kPitch = 3;
constexpr int kSimilar = 40;
constexpr int kSame = 70;

}  // namespace

bool names_hook(const Wording& text, const Known& known, bool knows_language) {
  return text.has_most_of(known.hook) || (knows_language && text.says_one_of(kActs));
}

void check_hook(const Sight& sight, Findings& findings) {
  // Without a hook's words, only the language tells.
  if (!sight.knows_language && sight.known.hook.empty()) return;
  const Wording subject(sight.message.subject);
  const bool named = names_hook(sight.body, sight.known, sight.knows_language) ||
                     (!sight.known.hook.empty() && subject.has_most_of(sight.known.hook));
  if (!named)
    findings.add(Rule::kNoHook, "It does not say what they downloaded, attended or asked for.",
                 "Name it, as with {hook} in the template.");
  if (!sight.knows_language) return;
  const std::size_t ours = sight.body.count_of(kOurs);
  const std::size_t theirs = sight.body.count_of(kTheirs);
  if (ours >= kPitch && ours > theirs * (named ? 2 : 1))
    findings.add(Rule::kOnlyPitches, "It speaks more of you and your product than of them.",
                 "Say what is in it for them, or ask what they need.");
}

void check_similarity(const Sight& sight, Findings& findings) {
  const Similarity found = similarity_of(sight.message.body, sight.known.campaign_text);
  if (found.percent < kSimilar) return;
  findings.add({Rule::kTooSimilar, found.percent >= kSame ? Severity::kStops : Severity::kAdvises,
                Part::kBody, false, found.longest,
                formatted("{} % of it stands in the campaign's own e-mail.", found.percent),
                "Write what comes next, and not the same again."});
}

}  // namespace leadlight::message
