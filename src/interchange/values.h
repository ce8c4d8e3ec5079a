// Dates and amounts as other programs write them.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/time.h"
#include "interchange/mapping.h"

namespace leadlight::interchange {

// ISO dates, 22.11.2026, 11/22/26 2:05 PM, 22 Nov 2026, November 22, 2026 (months in four
// languages), seconds or milliseconds since 1970, days as Excel counts them. Without a zone it is
// UTC. `order` says what numbers such as 03/04/26 mean; with kIso the year comes first, with kGuess
// the day. Years 1900 to 2199; two digits are 1970 to 2069.
std::optional<UtcMs> time_from_text(std::string_view text, DateOrder order);

// True if the numbers of this date can be read in more than one order, so that only `order`
// decides.
bool is_ambiguous_date(std::string_view text);

struct Money {
  std::int64_t minor = 0;
  std::string
      currency;  // ISO 4217, if the text itself names one ("€ 500", "1.000 EUR"), else empty
};
// "1.234,56", "1,234.56", "1 234,56 €", "1'234", "(500)", "-20". The last separator is the decimal
// one, unless three digits follow it and no other kind stands before it. `currency` decides how
// many decimals there are.
std::optional<Money> money_from_text(std::string_view text, std::string_view currency);

// "eur", "€", "Euro" give "EUR"; nothing for what is no currency.
std::optional<std::string> currency_from_text(std::string_view text);
int decimals_of(std::string_view currency);  // 2 for most, 0 for JPY, 3 for KWD

}  // namespace leadlight::interchange
