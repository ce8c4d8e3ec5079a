// UTF-8 text: checking, cutting, folding for search and comparison. No locale, no allocation where
// a view will do.
#pragma once
#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace leadlight {

// Byte offset of the first byte that is not valid UTF-8 (overlong forms, surrogates and values
// above U+10FFFF are invalid), or nothing when all is well.
std::optional<std::size_t> invalid_utf8_at(std::string_view text);

// Decodes the code point at `offset` (which must be < text.size()) and moves it behind. Invalid
// bytes give U+FFFD and move by one.
char32_t decode_utf8(std::string_view text, std::size_t& offset);
void append_utf8(std::string& out, char32_t code_point);

std::string_view trimmed(std::string_view text);  // ASCII blanks, NBSP and BOM at both ends
std::vector<std::string_view> split(std::string_view text, char separator);

// Case, accents and width taken away ("Łukasz Żółć" gives "lukasz zolc", "Straße" gives "strasse"):
// the form in which search, sorting and duplicate checks compare. The table is generated at build
// time from the Unicode data in node (tools/gen_fold.mjs).
std::string folded(std::string_view text);
void append_folded(std::string& out, std::string_view text);

// Order for people: by folded form, then by code point, so that equal means identical.
std::weak_ordering compare_for_people(std::string_view a, std::string_view b);

// Whole numbers only: optional sign, digits, nothing else.
std::optional<std::int64_t> integer_from_text(std::string_view text);

// The canonical form in which e-mail addresses are equal: trimmed, folded to lower case; empty if
// it is no address. Dots and +tags are kept: they may be different people.
std::string canonical_email(std::string_view text);
// Digits only; a leading 00 or + is '+', a "(0)" behind the country is none. Empty below 6 digits.
std::string canonical_phone(std::string_view text);

// Longest prefix of at most `max_bytes` that ends at a code point boundary.
std::string_view utf8_prefix(std::string_view text, std::size_t max_bytes);

}  // namespace leadlight
