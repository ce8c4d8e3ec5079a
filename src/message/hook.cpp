#include "message/hook.h"

#include <array>
#include <utility>

#include "base/format.h"
#include "base/text.h"
#include "message/value.h"

namespace leadlight::message {

namespace {

constexpr std::size_t kMostCharacters = 80;

// Patterns of one language; {} is the core.
struct Words {
  std::string_view title, webinar, quote_for, stand_at, stand, stand_core, by;
  // How it came in, by LeadType, and the word of it that names it.
  std::array<std::pair<std::string_view, std::string_view>, kLeadTypeCount> types;
};
constexpr Words kEnglish{"“{}”",
                         "the webinar “{}”",
                         "a quote for {}",
                         "what you saw at our stand at {}",
                         "what you saw at our stand",
                         "stand",
                         "the recommendation by {}",
                         {{{"", ""},
                           {"a consultation", "consultation"},
                           {"a quote", "quote"},
                           {"a trial of our product", "trial"},
                           {"", ""},
                           {"our webinar", "webinar"},
                           {"the document you downloaded", "document"},
                           {"the information you asked for", "information"},
                           {"the recommendation that brought you to us", "recommendation"},
                           {"", ""}}}};
constexpr Words kGerman{"„{}“",
                        "dem Webinar „{}“",
                        "einem Angebot für {}",
                        "unserem Stand bei {}",
                        "unserem Messestand",
                        "Messestand",
                        "der Empfehlung von {}",
                        {{{"", ""},
                          {"einer Beratung", "Beratung"},
                          {"einem Angebot", "Angebot"},
                          {"einem Test unseres Produkts", "Test"},
                          {"", ""},
                          {"unserem Webinar", "Webinar"},
                          {"dem heruntergeladenen Dokument", "Dokument"},
                          {"den angefragten Informationen", "Informationen"},
                          {"der Empfehlung, durch die Sie zu uns kamen", "Empfehlung"},
                          {"", ""}}}};

Hook in_words(std::string_view pattern, std::string core) {
  const std::array<FormatArgument, 1> arguments{FormatArgument(core)};
  return {filled(pattern, arguments), std::move(core)};
}

std::string_view without_quotes(std::string_view text) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kQuotes{
      {{"\"", "\""}, {"“", "”"}, {"„", "“"}, {"»", "«"}}};
  for (const auto& [open, close] : kQuotes)
    if (text.size() > open.size() + close.size() && text.starts_with(open) && text.ends_with(close))
      return text.substr(open.size(), text.size() - open.size() - close.size());
  return text;
}

std::string core_of(std::string_view text) {
  std::string core = clean_value(text);
  core = clean_value(without_quotes(core));
  std::size_t end = 0;
  std::size_t behind_word = 0;
  for (std::size_t count = 0; end < core.size(); ++count) {
    if (core[end] == ' ') behind_word = end;
    if (count == kMostCharacters) {
      core.resize(behind_word == 0 ? end : behind_word);
      core += "…";
      break;
    }
    decode_utf8(core, end);
  }
  while (core.ends_with('.')) core.pop_back();
  return core;
}

bool is_hook(TouchKind kind) {
  return kind == TouchKind::kDownload || kind == TouchKind::kWebinarAttended ||
         kind == TouchKind::kQuoteRequested || kind == TouchKind::kInformationRequested;
}

// Who recommended us is often not known, and the source just says how it came.
bool is_word_for_referral(std::string_view source) {
  const std::string text = folded(source);
  return text.contains("referral") || text.contains("recommend") || text.contains("empfehl");
}

std::string_view pattern_of(TouchKind kind, const Words& words) {
  switch (kind) {
    case TouchKind::kDownload: return words.title;
    case TouchKind::kWebinarAttended: return words.webinar;
    case TouchKind::kQuoteRequested: return words.quote_for;
    default: return "{}";
  }
}

}  // namespace

Hook hook_of(const Model& model, Row lead, std::string_view language) {
  const Words& words = language == "de" ? kGerman : kEnglish;
  // Who writes in a third language has other words for it.
  const auto plain = [&](std::string_view text, std::string_view word) {
    return Hook{std::string(text),
                std::string(language == "en" || language == "de" ? word : std::string_view())};
  };
  Row newest = kNoRow;
  std::string core;
  bool visited = false;
  for (Row row = model.lead(lead).first_touch; row != kNoRow; row = model.touch(row).next) {
    if (!model.touch_counts(row)) continue;
    const TouchFacts& touch = model.touch(row);
    visited = visited || touch.kind == TouchKind::kBoothVisit;
    if (!is_hook(touch.kind)) continue;
    const Table& touches = model.table(Kind::kTouch);
    if (newest != kNoRow && std::pair(touch.at, touches.id(row)) <
                                std::pair(model.touch(newest).at, touches.id(newest)))
      continue;
    std::string text =
        core_of(model.text(Kind::kTouch, row, static_cast<ColumnIndex>(TouchField::kText)));
    if (text.empty()) continue;
    newest = row;
    core = std::move(text);
  }
  if (newest != kNoRow) return in_words(pattern_of(model.touch(newest).kind, words), core);

  const LeadType type = model.lead(lead).type;
  std::string event = core_of(model.text(lead, LeadField::kEvent));
  const bool says_nothing = type == LeadType::kUnknown || type == LeadType::kOther;
  if (visited || type == LeadType::kBadgeScan || (says_nothing && !event.empty()))
    return event.empty() ? plain(words.stand, words.stand_core)
                         : in_words(words.stand_at, std::move(event));
  if (type == LeadType::kWebinar && !event.empty())
    return in_words(words.webinar, std::move(event));
  if (type == LeadType::kReferral) {
    std::string source = core_of(model.text(lead, LeadField::kSource));
    if (!source.empty() && !is_word_for_referral(source))
      return in_words(words.by, std::move(source));
  }
  const auto& [by_type, core_of_type] = words.types[static_cast<std::size_t>(type)];
  if (!by_type.empty()) return plain(by_type, core_of_type);
  std::string campaign = core_of(model.text(lead, LeadField::kCampaign));
  return campaign.empty() ? Hook{} : in_words(words.title, std::move(campaign));
}

}  // namespace leadlight::message
