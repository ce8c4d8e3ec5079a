// Asks for memory that will soon be read, so that many waits become one. Changes nothing else.
#pragma once

namespace leadlight {

inline void prefetch(const void* place) {
#ifdef __wasm__
  // WebAssembly has no such hint; a read whose result nobody needs does the same on today's
  // processors.
  (void)*static_cast<const volatile char*>(place);
#else
  __builtin_prefetch(place);
#endif
}

}  // namespace leadlight
