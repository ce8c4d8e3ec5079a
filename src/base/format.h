// Text from a pattern and what fills it, in the language of std::format as far as we speak it: {}
// takes a text or a whole number, {:02} a whole number with leading zeros to two places, {{ and }}
// stand for braces. A pattern that doesn't fit its arguments does not compile. std::format would
// bring into the page what prints floating-point numbers, whether one is ever printed or not: 140
// kB gzipped, a fifth of the whole.
#pragma once
#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>

namespace leadlight {

// One argument; views what it was made from.
class FormatArgument {
 public:
  template <std::integral T>
    requires(!std::same_as<T, bool> && !std::same_as<T, char>)
  // NOLINTNEXTLINE(google-explicit-constructor)
  constexpr FormatArgument(T number)
      : magnitude_(number < 0 ? ~static_cast<std::uint64_t>(number) + 1
                              : static_cast<std::uint64_t>(number)),
        negative_(number < 0),
        is_text_(false) {}
  template <class T>
    requires(std::convertible_to<const T&, std::string_view> && !std::integral<T>)
  // NOLINTNEXTLINE(google-explicit-constructor)
  constexpr FormatArgument(const T& text) : text_(text) {}

  void append_to(std::string& out, std::size_t places) const;

 private:
  std::string_view text_;
  std::uint64_t magnitude_ = 0;
  bool negative_ = false;
  bool is_text_ = true;
};

// Never defined: a pattern that would call one of these is no constant, and the compiler names the
// fault.
void pattern_closes_what_is_not_open();
void pattern_needs_more_arguments();
void pattern_leaves_arguments_out();
void pattern_is_neither_plain_nor_zeros();
void pattern_wants_a_number();

template <class... Arguments>
class FormatPattern {
 public:
  template <class Text>
    requires std::convertible_to<const Text&, std::string_view>
  // NOLINTNEXTLINE(google-explicit-constructor)
  consteval FormatPattern(const Text& pattern) : text_(pattern) {
    constexpr std::array<bool, sizeof...(Arguments) + 1> kIsNumber{std::integral<Arguments>...};
    std::size_t used = 0;
    for (std::size_t i = 0; i < text_.size(); ++i) {
      if (text_[i] != '{' && text_[i] != '}') continue;
      if (i + 1 < text_.size() && text_[i + 1] == text_[i]) {
        ++i;
        continue;
      }
      if (text_[i] == '}') pattern_closes_what_is_not_open();
      if (used == sizeof...(Arguments)) pattern_needs_more_arguments();
      if (text_.substr(i, 2) != "{}") {
        const std::string_view rest = text_.substr(i);
        if (rest.size() < 5 || rest.substr(0, 3) != "{:0" || rest[3] < '1' || rest[3] > '9' ||
            rest[4] != '}')
          pattern_is_neither_plain_nor_zeros();
        if (!kIsNumber[used]) pattern_wants_a_number();
        i += 3;
      }
      ++i;
      ++used;
    }
    if (used < sizeof...(Arguments)) pattern_leaves_arguments_out();
  }
  [[nodiscard]] constexpr std::string_view text() const { return text_; }

 private:
  std::string_view text_;
};

// With a pattern that was checked.
std::string filled(std::string_view pattern, std::span<const FormatArgument> arguments);

template <class... Arguments>
std::string formatted(FormatPattern<std::type_identity_t<Arguments>...> pattern,
                      const Arguments&... arguments) {
  const std::array<FormatArgument, sizeof...(Arguments)> list{FormatArgument(arguments)...};
  return filled(pattern.text(), list);
}

}  // namespace leadlight
