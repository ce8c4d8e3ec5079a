#include "interchange/json_text.h"

#include <array>

#include "base/text.h"

namespace leadlight::interchange {

namespace {

// What a byte needs: nothing, an escape, or a look at the UTF-8 sequence that it begins.
enum class Need : unsigned char { kNothing, kEscape, kDecode };

constexpr std::array<Need, 256> kNeeds = [] {
  std::array<Need, 256> needs{};
  for (std::size_t c = 0; c < needs.size(); ++c) {
    needs[c] = c < 0x20 || c == '"' || c == '\\' ? Need::kEscape
               : c >= 0x80                       ? Need::kDecode
                                                 : Need::kNothing;
  }
  return needs;
}();

Need need_of(char c) { return kNeeds[static_cast<unsigned char>(c)]; }

void append_escape(std::string& out, char c) {
  constexpr std::string_view kHex = "0123456789abcdef";
  switch (c) {
    case '"': out += "\\\""; break;
    case '\\': out += "\\\\"; break;
    case '\n': out += "\\n"; break;
    case '\r': out += "\\r"; break;
    case '\t': out += "\\t"; break;
    case '\b': out += "\\b"; break;
    case '\f': out += "\\f"; break;
    default:
      out += "\\u00";
      out += kHex[static_cast<unsigned char>(c) >> 4];
      out += kHex[static_cast<unsigned char>(c) & 0xF];
  }
}

}  // namespace

void append_json_string(std::string& out, std::string_view text) {
  out += '"';
  std::size_t from = 0;  // of the piece that can be copied as it is
  for (std::size_t i = 0; i < text.size();) {
    switch (need_of(text[i])) {
      case Need::kNothing: ++i; break;
      case Need::kEscape:
        out.append(text, from, i - from);
        append_escape(out, text[i]);
        from = ++i;
        break;
      case Need::kDecode: {
        const std::size_t start = i;
        const char32_t code_point = decode_utf8(text, i);
        if (code_point == 0xFFFD && i == start + 1) {  // not UTF-8
          out.append(text, from, start - from);
          append_utf8(out, code_point);
          from = i;
        }
        break;
      }
    }
  }
  out.append(text, from, text.size() - from);
  out += '"';
}

std::string json_string(std::string_view text) {
  std::string out;
  append_json_string(out, text);
  return out;
}

void JsonText::separate() {
  if (needs_comma_) out_ += ',';
  needs_comma_ = true;
}

void JsonText::open(char bracket) {
  separate();
  out_ += bracket;
  needs_comma_ = false;
}

void JsonText::close(char bracket) {
  out_ += bracket;
  needs_comma_ = true;
}

void JsonText::key(std::string_view name) {
  separate();
  append_json_string(out_, name);
  out_ += ':';
  needs_comma_ = false;
}

void JsonText::value(std::string_view text) {
  separate();
  append_json_string(out_, text);
}

void JsonText::value(long long number) {
  separate();
  out_ += std::to_string(number);
}

void JsonText::raw(std::string_view json) {
  separate();
  out_ += json;
}

}  // namespace leadlight::interchange
