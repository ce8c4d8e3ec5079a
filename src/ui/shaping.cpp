#include "ui/shaping.h"

#include <algorithm>
#include <deque>
#include <unordered_map>
#include <vector>

#include "base/text.h"
#include "ui/graphemes.h"
#include "ui/icons.h"

namespace leadlight::ui {

namespace {

// The first runs lie in the private area of the lowest plane, where they cost the fonts' tables
// little; most sessions never need more. The others lie in planes that Unicode has not assigned.
constexpr char32_t kPrivateFirst = 0xE000;
constexpr char32_t kPrivateLast = 0xF8FF;
constexpr char32_t kMoreRuns = 0x40000;
constexpr char32_t kLastRun = 0x4FFFF;
constexpr std::size_t kLowRuns = kPrivateLast - kFirstRun + 1;
constexpr std::size_t kMostRuns = kLowRuns + (kLastRun - kMoreRuns + 1);

bool is_ours(char32_t c) {
  return (c >= kPrivateFirst && c <= kPrivateLast) || (c >= kMoreRuns && c <= kLastRun);
}

struct Registry {
  std::deque<std::string> texts;  // a deque, so that views stay valid
  std::unordered_map<std::string_view, char32_t> code_points;
};
Registry& registry() {
  static Registry instance;
  return instance;
}

// Nothing below U+0590 needs shaping, but for combining marks (lead bytes CC and CD) and controls.
bool is_simple(std::string_view text) {
  return std::ranges::none_of(text, [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 || byte >= 0xD6 || byte == 0xCC || byte == 0xCD || byte == 0xAD ||
           byte == 0x7F;
  });
}

bool is_left_to_right_letter(char32_t c) {
  const Script script = script_of(c);
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= 0xC0 && c < 0x0590) ||
         script == Script::kComplex || (script == Script::kPlain && c >= 0x2E80);
}

bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }
bool is_sign_of_number(char32_t c) {
  return c == '%' || c == '#' || c == '$' || (c >= 0xA2 && c <= 0xA5) || c == 0xB0 ||
         (c >= 0x20A0 && c <= 0x20CF);
}
bool is_full_stop(char32_t c) {
  return c == '.' || c == '!' || c == '?' || c == ':' || c == ';' || c == ',' || c == 0x2026;
}
bool is_opening(char32_t c) { return c == '(' || c == '[' || c == '{' || c == 0xAB; }
bool is_closing(char32_t c) { return c == ')' || c == ']' || c == '}' || c == 0xBB; }

bool has_left_to_right_letter(std::string_view text) {
  for (std::size_t at = 0; at < text.size();)
    if (is_left_to_right_letter(decode_utf8(text, at))) return true;
  return false;
}

class Shaper {
 public:
  Shaper(std::string_view text, std::string& out)
      : text_(text), out_(out), alone_(!has_left_to_right_letter(text)) {}

  void run() {
    out_.clear();
    for (std::size_t at = 0; at < text_.size();) {
      const std::size_t end = next_grapheme(text_, at);
      const std::string_view grapheme = text_.substr(at, end - at);
      std::size_t behind_first = 0;
      const char32_t first = decode_utf8(grapheme, behind_first);
      switch (script_of(first)) {
        case Script::kRtl: at = right_to_left(at); break;
        case Script::kComplex: at = complex_word(at); break;
        case Script::kPlain:
          if (behind_first < grapheme.size() && !only_invisible(grapheme.substr(behind_first))) {
            append_run(grapheme);
          } else {
            append_plain(first);
          }
          at = end;
          break;
      }
    }
  }

 private:
  // A variation selector that asks for text changes nothing for us, nor does a lone joiner.
  static bool only_invisible(std::string_view marks) {
    for (std::size_t at = 0; at < marks.size();) {
      const char32_t c = decode_utf8(marks, at);
      if (!is_invisible(c) || c == 0xFE0F) return false;
    }
    return true;
  }

  void append_plain(char32_t c) {
    if (is_invisible(c)) return;
    if (c < 0x20 || c == 0x7F) c = ' ';
    if (is_ours(c)) c = 0xFFFD;
    append_utf8(out_, c);
  }

  void append_run(std::string_view run) {
    const char32_t code_point = run_code_point(run);
    if (code_point != 0) {
      append_utf8(out_, code_point);
    } else {
      out_ += run;
    }
  }

  // Joiners and non-joiners stand between the letters of a word.
  [[nodiscard]] bool in_complex_word(std::size_t at) const {
    const char32_t c = decode_utf8(text_, at);
    return script_of(c) == Script::kComplex || c == 0x200C || c == 0x200D;
  }

  // Letters up to a blank or another script. Long ones (Thai has no blanks) are cut, or no texture
  // would hold them.
  std::size_t complex_word(std::size_t begin) {
    constexpr int kMostGraphemes = 16;
    std::size_t at = begin;
    for (int count = 0; at < text_.size() && count < kMostGraphemes; ++count) {
      if (!in_complex_word(at)) break;
      at = next_grapheme(text_, at);
    }
    append_run(text_.substr(begin, at - begin));
    return at;
  }

  // From the first right-to-left letter to the last thing that is read from the right with it: all
  // blanks, digits and signs between such letters, numbers behind them, a bracket that was opened
  // among them, and the full stop of a text that has no other letters. Letters of other scripts end
  // it. Runs of some words each, the last word leftmost.
  std::size_t right_to_left(std::size_t begin) {
    constexpr std::size_t kLongRun = 48;  // bytes
    std::size_t end = begin;
    char32_t last = 0;  // before `end`
    int open_brackets = 0;
    for (std::size_t at = begin; at < text_.size();) {
      std::size_t position = at;
      const char32_t c = decode_utf8(text_, position);
      if (is_left_to_right_letter(c)) break;
      if (is_opening(c)) ++open_brackets;
      const bool closes = is_closing(c) && open_brackets > 0;
      if (closes) --open_brackets;
      const bool ends_it =
          at == end && ((is_digit(last) && is_sign_of_number(c)) || (alone_ && is_full_stop(c)));
      at = next_grapheme(text_, at);
      if (script_of(c) != Script::kRtl && !is_digit(c) && !closes && !ends_it) continue;
      end = at;
      last = c;
    }
    std::vector<std::string_view> runs;
    std::size_t start = begin;
    for (std::size_t at = begin; at < end; ++at) {
      if (text_[at] == ' ' && at - start >= kLongRun) {
        runs.push_back(text_.substr(start, at - start));
        start = at + 1;
      }
    }
    runs.push_back(text_.substr(start, end - start));
    for (std::size_t i = runs.size(); i-- > 0;) {
      append_run(runs[i]);
      if (i > 0) out_ += ' ';
    }
    return end;
  }

  std::string_view text_;
  std::string& out_;
  bool alone_;  // no letters that are read from the left
};

}  // namespace

std::string_view shaped(std::string_view text, std::string& buffer) {
  if (is_simple(text)) return text;
  Shaper(text, buffer).run();
  return buffer;
}

char32_t run_code_point(std::string_view run) {
  Registry& all = registry();
  if (const auto found = all.code_points.find(run); found != all.code_points.end())
    return found->second;
  const std::size_t index = all.texts.size();
  if (index >= kMostRuns) return 0;
  const auto place = static_cast<char32_t>(index);
  const char32_t code_point =
      index < kLowRuns ? kFirstRun + place : kMoreRuns + (place - static_cast<char32_t>(kLowRuns));
  all.code_points.emplace(all.texts.emplace_back(run), code_point);
  return code_point;
}

std::string_view run_text(char32_t code_point) {
  const Registry& all = registry();
  std::size_t index = all.texts.size();
  if (code_point >= kFirstRun && code_point <= kPrivateLast) index = code_point - kFirstRun;
  if (code_point >= kMoreRuns && code_point <= kLastRun) index = code_point - kMoreRuns + kLowRuns;
  return index < all.texts.size() ? std::string_view(all.texts[index]) : std::string_view();
}

bool is_run(char32_t code_point) { return !run_text(code_point).empty(); }

}  // namespace leadlight::ui
