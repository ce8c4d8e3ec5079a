#include "message/joiner.h"

#include <utility>

namespace leadlight::message {

namespace {

constexpr std::string_view kAfterWord = ",.;:!?)";

void drop_trailing(std::string& text, std::string_view these) {
  text.resize(text.find_last_not_of(these) + 1);
}

}  // namespace

void Joiner::close_blanks() {
  const bool blank = out_.ends_with(' ');
  drop_trailing(out_, " ");
  if (blank && !at_line_start()) out_ += ' ';
}

// Takes from the end of what is there and from the front of what comes until both fit.
void Joiner::join(std::string_view& words) {
  close_blanks();
  while (!words.empty()) {
    const char next = words.front();
    if (next == ' ' && (at_line_start() || out_.back() == ' ' || out_.back() == '(')) {
      words.remove_prefix(1);
    } else if (next == ')' && out_.ends_with('(')) {
      out_.pop_back();
      words.remove_prefix(1);
      close_blanks();
    } else if (kAfterWord.contains(next)) {
      drop_trailing(out_, " ");
      if (!at_line_start() || next == ')') break;
      words.remove_prefix(1);
    } else if (next == '\n') {
      drop_trailing(out_, " ");
      if (!at_line_start()) break;
      words.remove_prefix(1);  // a line of which nothing is left
      if (out_.empty() || out_.ends_with("\n\n")) continue;
      break;
    } else {
      break;
    }
  }
}

void Joiner::text(std::string_view words) {
  if (seam_) join(words);
  if (words.empty()) return;
  seam_ = false;
  out_ += words;
}

void Joiner::value(std::string_view words) {
  if (seam_) close_blanks();
  seam_ = false;
  out_ += words;
}

std::string Joiner::take() {
  drop_trailing(out_, " \n");
  out_.erase(0, out_.find_first_not_of(" \n"));
  return std::move(out_);
}

}  // namespace leadlight::message
