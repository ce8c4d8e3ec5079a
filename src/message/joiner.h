// Joins text around places where something was left out, so that the words still read well: the
// room's own, used by render.cpp, which says what it guarantees.
#pragma once
#include <string>
#include <string_view>

namespace leadlight::message {

class Joiner {
 public:
  void text(std::string_view words);  // the template's own
  void value(std::string_view words);
  void left_out() { seam_ = true; }
  std::string take();

 private:
  void close_blanks();
  void join(std::string_view& words);
  [[nodiscard]] bool at_line_start() const { return out_.empty() || out_.back() == '\n'; }

  std::string out_;
  bool seam_ = false;
};

}  // namespace leadlight::message
