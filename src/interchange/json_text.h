// Writing JSON by hand: the few helpers that the snapshot, MAP.json and the command line share.
// Reading is nlohmann/json's part.
#pragma once
#include <string>
#include <string_view>

namespace leadlight::interchange {

// A quoted string. Bytes that are no UTF-8 become U+FFFD, so that the result always is valid JSON.
void append_json_string(std::string& out, std::string_view text);
std::string json_string(std::string_view text);

// Builds objects and arrays member by member and sets the commas:
//   JsonText json; json.begin_object(); json.member("id", "x"); json.key("list");
//   json.begin_array(); ...
// Nothing is checked: who calls closes what was opened. One line, without blanks.
class JsonText {
 public:
  void begin_object() { open('{'); }
  void end_object() { close('}'); }
  void begin_array() { open('['); }
  void end_array() { close(']'); }
  void key(std::string_view name);
  void value(std::string_view text);
  void value(long long number);
  void raw(std::string_view json);  // a value that is JSON already
  void member(std::string_view name, std::string_view text) { key(name), value(text); }
  void member(std::string_view name, long long number) { key(name), value(number); }
  [[nodiscard]] const std::string& text() const { return out_; }
  std::string take() { return std::move(out_); }

 private:
  void open(char bracket);
  void close(char bracket);
  void separate();

  std::string out_;
  bool needs_comma_ = false;
};

}  // namespace leadlight::interchange
