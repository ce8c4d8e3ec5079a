#include "interchange/signature_contacts.h"

#include <algorithm>

#include "base/text.h"
#include "interchange/signature_words.h"

namespace leadlight::interchange {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_phone_sign(char c) { return is_digit(c) || std::string_view(" ()-./+").contains(c); }
bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80) != 0;
}

// Where nothing says that it is one: no date, no number of a register, no postal code.
bool is_plainly_phone(std::string_view number) {
  const auto digits = std::ranges::count_if(number, is_digit);
  if (digits < 7 || digits > 15) return false;
  if (number.front() == '+' || number.front() == '(') return true;
  const auto groups = std::ranges::count_if(number, [](char c) { return !is_digit(c); });
  return (number.front() == '0' && !(number.size() == 10 && number[2] == '.')) ||
         (digits == 10 && groups == 2) ||  // 415-555-0134
         (digits == 9 && groups >= 2 && std::string_view("6789").contains(number.front()));
}

std::size_t extension_in(std::string_view text) {
  for (const std::string_view sign : {" ext. ", " ext ", ", ext. ", " x", " ext.", " DW "}) {
    if (!text.starts_with(sign)) continue;
    std::size_t end = sign.size();
    while (end < text.size() && is_digit(text[end])) ++end;
    return end > sign.size() ? end : 0;
  }
  return 0;
}

// "030 1234 (Fax)"
std::string_view label_behind(std::string_view text) {
  text = trimmed(text);
  if (!text.starts_with('(') || !text.contains(')')) return {};
  const std::string_view word = text.substr(1, text.find(')') - 1);
  return field_of_label(word).empty() ? std::string_view() : word;
}

// Gives back what is left of the text.
std::string take_phones(std::string_view text, Contacts& contacts) {
  std::string rest;
  std::size_t from = 0;  // of what is not yet placed
  for (std::size_t i = 0; i < text.size();) {
    if (!is_digit(text[i]) && text[i] != '+' && text[i] != '(') {
      ++i;
      continue;
    }
    std::size_t end = i + 1;
    while (end < text.size() && is_phone_sign(text[end]) && text[end] != '+') ++end;
    // "040 1234567 / 0170 1234567", but "0521 / 12 34-56".
    if (const std::size_t slash = text.substr(0, end).find(" / ", i);
        slash != std::string_view::npos &&
        std::ranges::count_if(text.substr(i, slash - i), is_digit) > 7)
      end = slash;
    while (!is_digit(text[end - 1]) && end > i + 1) --end;
    const std::string_view number = text.substr(i, end - i);
    const std::string_view label = bare(text.substr(from, i - from));
    std::size_t behind = end + extension_in(text.substr(end));
    const std::string_view said = label_behind(text.substr(behind));
    std::string_view before;  // what is no label
    std::string_view field = field_of_label(said.empty() ? label : said);
    if (field.empty()) {
      const std::size_t last = label.rfind(' ');
      if (last != std::string_view::npos && last + 2 < label.size())
        field = field_of_label(label.substr(last + 1));
      if (!field.empty()) before = label.substr(0, last);
    }
    if (field.empty() && is_plainly_phone(number) && (label.empty() || number.front() == '+')) {
      field = "phone";
      before = label;
    }
    const bool is_number = std::ranges::count_if(number, is_digit) >= 6 &&
                           (i == 0 || !is_letter(text[i - 1]) || number.front() == '+');
    if (is_number && (field == "phone" || field == "mobile" || field == "fax")) {
      contacts.found.emplace_back(field, text.substr(i, behind - i));
      if (!said.empty()) behind = text.find(said, behind) + said.size() + 1;
      rest.append(rest.empty() || before.empty() ? "" : " ").append(before);
      from = i = std::min(behind, text.size());
    } else {
      i = end;
    }
  }
  return rest.append(rest.empty() ? "" : " ").append(text.substr(from));
}

}  // namespace

// Without what stands around it for its looks: "* 📞 +49 30 1234 |".
std::string_view bare(std::string_view text) {
  const auto is_symbol = [](std::string_view at) {
    std::size_t offset = 0;
    const char32_t sign = decode_utf8(at, offset);
    return sign >= 0x2000 && sign < 0x20000 && (sign < 0x2E80 || sign >= 0xFE00);
  };
  for (text = trimmed(text); !text.empty(); text = trimmed(text)) {
    std::size_t size = 0;
    if (is_symbol(text))
      decode_utf8(text, size);
    else if (std::string_view("*_|>-,;:~#=/").contains(text.front()))
      size = 1;
    else
      break;
    text.remove_prefix(size);
  }
  while (!text.empty() && std::string_view(" *_|>-,;:~#=/").contains(text.back()))
    text.remove_suffix(1);
  return text;
}

Contacts contacts_in(std::string_view piece) {
  Contacts contacts;
  std::string rest;
  for (const std::string_view word : split(piece, ' ')) {
    const std::size_t start = std::min(word.find_first_not_of("<([\""), word.size());
    std::string_view inner = word.substr(start, word.find_last_not_of(">)]\",;") + 1 - start);
    for (const std::string_view scheme : {"mailto:", "E-Mail:", "Email:", "email:", "Web:"})
      if (inner.starts_with(scheme)) inner.remove_prefix(scheme.size());
    const std::string_view field = inner.contains('@') && !canonical_email(inner).empty() ? "email"
                                   : inner.contains("linkedin.com/") ? "linkedin"
                                   : is_website(inner)               ? "website"
                                                                     : "";
    if (field.empty())
      rest.append(rest.empty() ? "" : " ").append(word);
    else
      contacts.found.emplace_back(field, inner);
  }
  contacts.rest = bare(take_phones(rest, contacts));
  // "Tel.:" alone has said what it had to say.
  if (!contacts.found.empty() && !field_of_label(contacts.rest).empty()) contacts.rest.clear();
  return contacts;
}

}  // namespace leadlight::interchange
