// What Dear ImGui takes from the C library in the page; put in front of each of its files
// (tools/cmake/third_party.cmake). No view shows a number with a point through it, reads one, or
// keeps its settings in a file, and its arcs need no more than a pixel's precision: so the page
// does without the scanner, the 128-bit numbers and the long reduction of angles behind these, some
// 12 kB of what a phone loads.
#pragma once
#include <cmath>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>

extern "C" int vsniprintf(char* out, std::size_t size, const char* format, va_list arguments);
#define vsnprintf vsniprintf  // the C library's own, without floating point
#define sscanf leadlight::ui::lean::scan
#define atof(text) 0.0

namespace leadlight::ui::lean {

// To 4e-6, enough for circles of 100,000 pixels: an odd polynomial between two extremes.
inline float sine(float angle) {
  constexpr float kPi = 3.14159265F;
  float x = angle - 2 * kPi * std::nearbyint(angle / (2 * kPi));
  if (x > kPi / 2) x = kPi - x;
  if (x < -kPi / 2) x = -kPi - x;
  const float square = x * x;
  return x * (1 + square *
                      (-1.F / 6 + square * (1.F / 120 + square * (-1.F / 5040 + square / 362880))));
}
// Finds what `format` asks for with %d, as in "#version %d"; anything else must be there as it
// stands.
inline int scan(const char* text, const char* format, ...) {
  int found = 0;
  va_list arguments;
  va_start(arguments, format);
  for (; *format != 0; ++format) {
    if (format[0] == '%' && format[1] == 'd') {
      char* end = nullptr;
      const long number = std::strtol(text, &end, 10);
      if (end == text) break;
      *va_arg(arguments, int*) = static_cast<int>(number);
      ++found;
      ++format;
      text = end;
    } else if (*format != *text++) {
      break;
    }
  }
  va_end(arguments);
  return found;
}

inline float cosine(float angle) { return sine(angle + 1.57079633F); }

}  // namespace leadlight::ui::lean
#define sinf(angle) leadlight::ui::lean::sine(angle)
#define cosf(angle) leadlight::ui::lean::cosine(angle)
