#include <algorithm>
#include <array>

#include "base/text.h"
#include "interchange/values.h"

namespace leadlight::interchange {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

struct CurrencyName {
  std::string_view name;  // folded
  std::string_view code;
};
constexpr std::array kCurrencyNames{
    CurrencyName{"€", "EUR"},      CurrencyName{"euro", "EUR"}, CurrencyName{"euros", "EUR"},
    CurrencyName{"£", "GBP"},      CurrencyName{"$", "USD"},    CurrencyName{"us$", "USD"},
    CurrencyName{"dollar", "USD"}, CurrencyName{"¥", "JPY"},    CurrencyName{"sfr", "CHF"},
    CurrencyName{"fr.", "CHF"},    CurrencyName{"zł", "PLN"},   CurrencyName{"₹", "INR"},
};

// Where the decimals begin: the place of their separator, or npos.
std::size_t decimal_separator(std::string_view digits) {
  const std::size_t last = digits.find_last_of(".,");
  if (last == std::string_view::npos) return last;
  const std::size_t behind = digits.size() - last - 1;
  const char other = digits[last] == '.' ? ',' : '.';
  if (digits.find(other) != std::string_view::npos) return last;                    // 1.234,56
  if (std::ranges::count(digits, digits[last]) > 1) return std::string_view::npos;  // 1.234.567
  // 1.234 is a thousand and more; 1234.567 and .500 can't be.
  if (behind == 3 && last >= 1 && last <= 3 && digits[0] != '0') return std::string_view::npos;
  return last;
}

// Groups of three between separators, else "12.34.56" (a date) would be an amount.
bool groups_are_thousands(std::string_view whole) {
  const std::size_t first = whole.find_first_of(".,' ");
  if (first == std::string_view::npos) return true;
  if (first == 0 || first > 3) return false;
  std::size_t group = 0;
  for (const char c : whole.substr(first)) {
    if (is_digit(c)) {
      ++group;
      continue;
    }
    if (group != 0 && group != 3) return false;
    group = 0;
  }
  return group == 3;
}

std::optional<std::int64_t> minor_from_digits(std::string_view digits, int decimals) {
  const std::size_t separator = decimal_separator(digits);
  const std::string_view whole = digits.substr(0, separator);
  const std::string_view fraction =
      separator == std::string_view::npos ? std::string_view{} : digits.substr(separator + 1);
  if (!groups_are_thousands(whole) || !std::ranges::all_of(fraction, is_digit)) return std::nullopt;
  std::int64_t value = 0;
  int count = 0;
  for (const char c : whole) {
    if (!is_digit(c)) continue;
    value = value * 10 + (c - '0');
    if (++count > 14) return std::nullopt;
  }
  for (int i = 0; i < decimals; ++i) {
    const auto at = static_cast<std::size_t>(i);
    value = value * 10 + (at < fraction.size() ? fraction[at] - '0' : 0);
  }
  const auto next = static_cast<std::size_t>(decimals);
  if (next < fraction.size() && fraction[next] >= '5') ++value;
  if (count == 0 && fraction.empty()) return std::nullopt;
  return value;
}

}  // namespace

int decimals_of(std::string_view currency) {
  constexpr std::array<std::string_view, 16> kNone{"BIF", "CLP", "DJF", "GNF", "ISK", "JPY",
                                                   "KMF", "KRW", "PYG", "RWF", "UGX", "VND",
                                                   "VUV", "XAF", "XOF", "XPF"};
  constexpr std::array<std::string_view, 7> kThree{"BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"};
  if (std::ranges::contains(kNone, currency)) return 0;
  return std::ranges::contains(kThree, currency) ? 3 : 2;
}

std::optional<std::string> currency_from_text(std::string_view text) {
  text = trimmed(text);
  const std::string key = folded(text);
  for (const CurrencyName& currency : kCurrencyNames) {
    if (key == currency.name) return std::string(currency.code);
  }
  if (text.size() != 3) return std::nullopt;
  std::string code(text);
  std::ranges::transform(code, code.begin(), [](char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  });
  if (!std::ranges::all_of(code, is_upper)) return std::nullopt;
  return code;
}

std::optional<Money> money_from_text(std::string_view text, std::string_view currency) {
  text = trimmed(text);
  if (text.empty() || text.size() > 64) return std::nullopt;
  Money money;
  std::string digits;
  std::string words;
  bool negative = text.front() == '(' && text.back() == ')';
  if (negative) text = text.substr(1, text.size() - 2);
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t start = i;
    const char32_t c = decode_utf8(text, i);
    const std::string_view piece = text.substr(start, i - start);
    if (c < 0x80 && is_digit(piece[0])) {
      digits += piece;
    } else if (c == U'-' || c == U'−') {
      if (negative || (!digits.empty() && i < text.size())) return std::nullopt;
      negative = true;
    } else if (c == U'.' || c == U',') {
      // "Fr. 20": the dot belongs to the word.
      (digits.empty() && !words.empty() ? words : digits) += piece;
    } else if (c == U'\'' || c == U'’' || c == U' ' || c == 0xA0 || c == 0x202F || c == 0x2009) {
      if (!digits.empty() && i < text.size() && is_digit(text[i])) digits += ' ';  // groups: 1 234
    } else {
      words += piece;
    }
  }
  if (!words.empty()) {
    const auto named = currency_from_text(words);
    if (!named) return std::nullopt;
    money.currency = *named;
  }
  const auto minor =
      minor_from_digits(digits, decimals_of(money.currency.empty() ? currency : money.currency));
  if (!minor) return std::nullopt;
  money.minor = negative ? -*minor : *minor;
  return money;
}

}  // namespace leadlight::interchange
