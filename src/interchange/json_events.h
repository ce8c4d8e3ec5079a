// Reading JSON as a stream of events, so that a file of any size builds nothing but what the
// listener keeps. By nlohmann/json, in one place: its parser is a template, and a large one.
#pragma once
#include <string>
#include <string_view>

namespace leadlight::interchange {

// What a JSON text holds, in its order. Each call returns whether to go on.
class JsonEvents {
 public:
  JsonEvents() = default;
  JsonEvents(const JsonEvents&) = delete;
  JsonEvents& operator=(const JsonEvents&) = delete;

  virtual bool null() = 0;
  virtual bool boolean(bool value) = 0;
  virtual bool below_zero(long long number) = 0;
  virtual bool whole(unsigned long long number) = 0;
  virtual bool fraction(double number) = 0;
  virtual bool string(std::string& text) = 0;  // may be moved from, as may a key
  virtual bool key(std::string& name) = 0;
  virtual bool start_object() = 0;
  virtual bool end_object() = 0;
  virtual bool start_array() = 0;
  virtual bool end_array() = 0;

 protected:
  ~JsonEvents() = default;
};

// Reads all of `text`. False when it is no JSON or an event stopped it; then `position`, which
// follows the reading, is behind the byte that did it.
bool read_json(std::string_view text, const char*& position, JsonEvents& events);

}  // namespace leadlight::interchange
