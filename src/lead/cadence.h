// Cadences (practice C4): by which channels, and how many days apart, who does not answer is
// followed up. A team has one for each lead type; what it left alone is as default_cadence() has
// it.
#pragma once
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lead/vocabulary.h"

namespace leadlight {

struct CadenceStep {
  TouchKind channel = TouchKind::kEmail;
  int days = 2;  // after the touch before; the first step has the clock of C1 instead
  bool operator==(const CadenceStep&) const = default;
};
using Cadence = std::vector<CadenceStep>;

inline constexpr std::size_t kMostCadenceSteps = 12;
inline constexpr int kMostDaysBetween = 365;
// What a step can be. A voicemail is how a call ends.
inline constexpr std::array kCadenceChannels{TouchKind::kEmail, TouchKind::kCall,
                                             TouchKind::kLinkedin, TouchKind::kTextMessage,
                                             TouchKind::kLetter};

// "call,email+1,linkedin+2"; nothing if it is no cadence: no step, too many, an unknown channel.
std::optional<Cadence> cadence_from_text(std::string_view text);
std::string text_of(const Cadence& cadence);

// Practice C8: who asked to be contacted is called first and soon again; all others get the soft
// opening, an e-mail, and more time.
Cadence default_cadence(LeadType type);
std::array<Cadence, kLeadTypeCount> default_cadences();

}  // namespace leadlight
