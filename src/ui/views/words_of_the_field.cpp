// Words for what the field knows: touches, results, bands, money.
#include <algorithm>
#include <array>
#include <cstdlib>
#include <limits>

#include "base/format.h"
#include "base/text.h"
#include "ui/views/words.h"

namespace leadlight::ui::words {

namespace {

// ISO 4217's exponents, where they are not 2.
int minor_digits(std::string_view currency) {
  constexpr std::array kNone{"BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW",
                             "PYG", "RWF", "UGX", "VND", "VUV", "XAF", "XOF", "XPF"};
  constexpr std::array kThree{"BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"};
  if (std::ranges::find(kNone, currency) != kNone.end()) return 0;
  return std::ranges::find(kThree, currency) != kThree.end() ? 3 : 2;
}

std::int64_t minor_per_major(std::string_view currency) {
  constexpr std::array<std::int64_t, 4> kPowers{1, 10, 100, 1000};
  return kPowers[static_cast<std::size_t>(minor_digits(currency))];
}

std::string_view sign_of(std::string_view currency) {
  if (currency == "EUR" || currency.empty()) return "€";
  if (currency == "USD") return "$";
  if (currency == "GBP") return "£";
  return currency;
}

}  // namespace

std::string plain_amount(std::int64_t minor, std::string_view currency) {
  const std::int64_t per_major = minor_per_major(currency);
  const std::int64_t major = minor / per_major;
  const std::int64_t rest = std::abs(minor % per_major);
  if (rest == 0) return std::to_string(major);
  std::string digits = std::to_string(rest);
  digits.insert(0, static_cast<std::size_t>(minor_digits(currency)) - digits.size(), '0');
  return formatted("{}{}.{}", minor < 0 && major == 0 ? "-" : "", major, digits);
}

std::string money(std::int64_t minor, std::string_view currency) {
  const std::int64_t major = minor / minor_per_major(currency);
  const std::int64_t size = std::abs(std::max(major, -std::numeric_limits<std::int64_t>::max()));
  const std::string_view sign = major < 0 ? "−" : "";
  if (size >= 100'000'000)
    return formatted("{}{} M {}", sign, (size + 500'000) / 1'000'000, sign_of(currency));
  if (size >= 1'000'000) {
    const std::int64_t hundredths = (size + 5'000) / 10'000;
    return formatted("{}{}.{:02} M {}", sign, hundredths / 100, hundredths % 100,
                     sign_of(currency));
  }
  if (size < 1000) return plain_amount(minor, currency) + " " + std::string(sign_of(currency));
  return formatted("{}{} {}", sign, count(static_cast<std::size_t>(size)), sign_of(currency));
}

// The last comma or point is the decimal sign if one to three digits that can't be a group of
// thousands follow it; all else between digits only groups them.
std::string minor_from_typed(std::string_view typed, std::string_view currency) {
  std::string digits;
  std::size_t last_sign = std::string::npos;  // its place among the digits
  int signs = 0;
  for (const char c : trimmed(typed)) {
    if (c >= '0' && c <= '9') {
      digits += c;
    } else if (c == ',' || c == '.') {
      last_sign = digits.size(), ++signs;
    } else if (c != ' ' && c != '\'') {
      return {};
    }
  }
  if (digits.empty() || digits.size() > 15) return {};
  const auto places = static_cast<std::size_t>(minor_digits(currency));
  std::size_t decimals = last_sign == std::string::npos ? 0 : digits.size() - last_sign;
  if (decimals == 3 && (places != 3 || signs > 1)) decimals = 0;
  if (decimals > places) return {};
  digits.append(places - decimals, '0');
  digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size() - 1));
  return digits;
}

std::string_view verb_of(TouchKind kind) {
  switch (kind) {
    case TouchKind::kCall: return "Call";
    case TouchKind::kVoicemail: return "Voicemail";
    case TouchKind::kEmail:
    case TouchKind::kLetter: return "Write";
    case TouchKind::kLinkedin: return "LinkedIn";
    case TouchKind::kTextMessage: return "Text";
    case TouchKind::kMeeting: return "Meet";
    default: return "Follow up";
  }
}

std::string_view noun_of(TouchKind kind) {
  switch (kind) {
    case TouchKind::kCall: return "phone call";
    case TouchKind::kVoicemail: return "voicemail";
    case TouchKind::kEmail: return "e-mail";
    case TouchKind::kLetter: return "letter";
    case TouchKind::kLinkedin: return "LinkedIn message";
    case TouchKind::kTextMessage: return "text message";
    case TouchKind::kMeeting: return "meeting";
    default: return "follow-up";
  }
}

std::string_view result_of(TouchKind kind, TouchResult result) {
  const bool written = kind == TouchKind::kEmail || kind == TouchKind::kLetter ||
                       kind == TouchKind::kLinkedin || kind == TouchKind::kTextMessage;
  if (result == TouchResult::kNone) return written ? "Sent" : "Done";
  if (result == TouchResult::kAcknowledged) return "Acknowledged only";
  if (kind == TouchKind::kMeeting && result == TouchResult::kReached) return "We met";
  if (kind == TouchKind::kMeeting && result == TouchResult::kNoAnswer) return "Did not show";
  if (kind == TouchKind::kLetter && result == TouchResult::kBounced) return "Came back";
  return label_of(result);
}

// Practice B8.
std::string_view band_of(score::Band band) {
  switch (band) {
    case score::Band::kSales: return "Best, for sales";
    case score::Band::kWatch: return "Watch list";
    case score::Band::kNone: return "The rest";
  }
  return {};
}

std::string_view heat_of(std::string_view value) {
  if (value == "hot") return "Hot";
  if (value == "warm") return "Warm";
  if (value == "cold") return "Cold";
  return value;
}

std::string_view buy_when_of(std::string_view value) {
  if (value == "now") return "Now";
  if (value == "this_year") return "This year";
  if (value == "later") return "Later";
  return value;
}

Icon icon_of(TouchKind kind) {
  switch (kind) {
    case TouchKind::kCall: return Icon::kPhone;
    case TouchKind::kVoicemail: return Icon::kVoicemail;
    case TouchKind::kEmail:
    case TouchKind::kEmailOpened:
    case TouchKind::kEmailForwarded: return Icon::kMail;
    case TouchKind::kLinkedin: return Icon::kLinkedin;
    case TouchKind::kTextMessage:
    case TouchKind::kReplied: return Icon::kMessage;
    case TouchKind::kMeeting:
    case TouchKind::kBoothVisit: return Icon::kMeeting;
    case TouchKind::kLetter: return Icon::kLetter;
    case TouchKind::kDownload: return Icon::kDownload;
    case TouchKind::kQrScanned: return Icon::kScan;
    default: return Icon::kGlobe;
  }
}

}  // namespace leadlight::ui::words
