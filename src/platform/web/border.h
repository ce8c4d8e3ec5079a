// The border to JavaScript: how text crosses it, and tickets for answers that come later.
// JavaScript libraries (web/lib) are declared `extern "C"` where they are used; what they call back
// is LEADLIGHT_EXPORT and takes the object that it is for as its first argument.
#pragma once
#include <emscripten/em_macros.h>

#include <cstddef>
#include <string_view>
#include <unordered_map>
#include <utility>

#define LEADLIGHT_EXPORT extern "C" EMSCRIPTEN_KEEPALIVE

namespace leadlight::web {

inline std::string_view text_from(const char* bytes, std::size_t size) { return {bytes, size}; }

// Callbacks waiting for JavaScript's answer.
template <class Callback>
class Tickets {
 public:
  int put(Callback callback) {
    waiting_.emplace(++last_, std::move(callback));
    return last_;
  }
  // Empty if there is none: an answer counts once.
  Callback take(int ticket) {
    auto found = waiting_.extract(ticket);
    return found ? std::move(found.mapped()) : Callback{};
  }

 private:
  int last_ = 0;
  std::unordered_map<int, Callback> waiting_;
};

}  // namespace leadlight::web
