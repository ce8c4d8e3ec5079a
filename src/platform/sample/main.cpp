// The program that makes sample data, for the page (web/core.js).
#include <emscripten/em_macros.h>

#include <string>

#include "sample/snapshot.h"

namespace {
std::string& made() {
  static std::string text;
  return text;
}
}  // namespace

// Makes it, and says how many bytes it has; where they are says leadlight_sample_text.
extern "C" EMSCRIPTEN_KEEPALIVE unsigned leadlight_sample_make(double leads, double seed,
                                                               double now) {
  made() = leadlight::sample::sample_snapshot(static_cast<std::size_t>(leads),
                                              static_cast<std::uint64_t>(seed),
                                              static_cast<leadlight::UtcMs>(now));
  return static_cast<unsigned>(made().size());
}
extern "C" EMSCRIPTEN_KEEPALIVE const char* leadlight_sample_text() { return made().data(); }
