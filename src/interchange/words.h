// Words of foreign files, in English, German, French and Spanish: what headers and values are
// called in other people's programs (HubSpot, Salesforce, Odoo, Pipedrive, LinkedIn, Outlook,
// Google, badge scanners).
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "lead/vocabulary.h"

namespace leadlight::interchange {

// Folded, and nothing but letters and digits: "E-Mail-Adresse" is "emailadresse".
std::string word_key(std::string_view text);

enum class Confidence : unsigned char { kNone, kWeak, kStrong, kOwn };
struct HeaderGuess {
  std::string_view field;  // of ColumnTarget, or kAnyName
  Confidence confidence = Confidence::kNone;
};
// "Name", "Nom", "Nombre": which name it is depends on the other columns.
inline constexpr std::string_view kAnyName = "name";
HeaderGuess guess_header(std::string_view header);

std::optional<Stage> stage_from_words(std::string_view text);
std::optional<std::string_view> outcome_from_words(std::string_view text);  // "won", "lost", "open"
std::optional<bool> flag_from_words(std::string_view text);
std::optional<LossReason> loss_reason_from_words(std::string_view text);
std::optional<std::string_view> heat_from_words(std::string_view text);  // "hot", "warm", "cold"

// Practice B1, from words such as "White paper download" or "Hannover Messe 2026"; also what a
// source's name says. Requests come first: a quote asked for at a booth is a request for a quote.
std::optional<LeadType> lead_type_from_words(std::string_view text);

}  // namespace leadlight::interchange
