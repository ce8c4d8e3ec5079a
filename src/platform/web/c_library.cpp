// What the page has instead of parts of the C library. It prints no fractions and reads them
// nowhere but in JSON of others, so printing is Emscripten's without floating point and reading is
// JavaScript's: the library's own, for 128 bits, are 8 kB more to load.
#include <emscripten/console.h>

#include <cstdarg>
#include <cstdlib>
#include <cstring>

extern "C" {

double leadlight_number_from_text(const char* text, std::size_t size);
int vsniprintf(char* out, std::size_t size, const char* format, va_list arguments);

int snprintf(char* out, std::size_t size, const char* format, ...) {
  va_list arguments;
  va_start(arguments, format);
  const int length = vsniprintf(out, size, format, arguments);
  va_end(arguments);
  return length;
}

// Of a whole text: nlohmann/json, who alone calls this, has cut the number out.
double strtod(const char* text, char** end) {
  const std::size_t size = std::strlen(text);
  if (end != nullptr) *end = const_cast<char*>(text) + size;
  return leadlight_number_from_text(text, size);
}
// Their neighbours in the library's file, which would bring it along.
float strtof(const char* text, char** end) { return static_cast<float>(strtod(text, end)); }
long double strtold(const char* text, char** end) { return strtod(text, end); }

}  // extern "C"

// What libc++ calls where it would throw.
void std::__libcpp_verbose_abort(const char* format, ...) {
  emscripten_console_error(format);
  std::abort();
}
