#include "interchange/json_events.h"

#include <iterator>
#include <nlohmann/json.hpp>

namespace leadlight::interchange {

namespace {

using nlohmann::json;

// nlohmann's names for the same.
struct Sax {
  JsonEvents* events;

  bool null() { return events->null(); }
  bool boolean(bool value) { return events->boolean(value); }
  bool number_integer(json::number_integer_t number) { return events->below_zero(number); }
  bool number_unsigned(json::number_unsigned_t number) { return events->whole(number); }
  bool number_float(json::number_float_t number, const std::string&) {
    return events->fraction(number);
  }
  bool binary(json::binary_t&) { return false; }  // JSON as text has none
  bool string(std::string& text) { return events->string(text); }
  bool key(std::string& name) { return events->key(name); }
  bool start_object(std::size_t) { return events->start_object(); }
  bool end_object() { return events->end_object(); }
  bool start_array(std::size_t) { return events->start_array(); }
  bool end_array() { return events->end_array(); }
  template <class Exception>
  bool parse_error(std::size_t, const std::string&, const Exception&) {
    return false;
  }
};

// Tells how far the parser has read.
class TrackedIterator {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  TrackedIterator(const char* at, const char*& position) : at_(at), position_(&position) {}
  reference operator*() const { return *at_; }
  TrackedIterator& operator++() {
    *position_ = ++at_;
    return *this;
  }
  bool operator==(const TrackedIterator& other) const { return at_ == other.at_; }

 private:
  const char* at_;
  const char** position_;
};

}  // namespace

bool read_json(std::string_view text, const char*& position, JsonEvents& events) {
  position = text.data();
  Sax sax{&events};
  return json::sax_parse(TrackedIterator(text.data(), position),
                         TrackedIterator(text.data() + text.size(), position), &sax);
}

}  // namespace leadlight::interchange
