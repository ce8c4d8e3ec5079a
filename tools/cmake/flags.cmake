# How everything is compiled (global), and how strict we are with our own code (target leadlight_flags).
set(CMAKE_CXX_STANDARD 23)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)  # for clang-tidy and editors
set(CMAKE_CXX_SCAN_FOR_MODULES OFF)
option(LEADLIGHT_SANITIZE "Address and undefined-behaviour sanitizers, and a checking libc++" OFF)

# Paths relative to the checkout, so that clones share what they compiled; the compiler's own list of headers
# instead of a preprocessor run of ccache's. Emscripten's driver is Python: the system's starts quicker than a version
# manager's stand-in.
find_program(CCACHE ccache)
if(CCACHE)
  set(launcher "${CMAKE_COMMAND}" -E env "CCACHE_BASEDIR=${CMAKE_SOURCE_DIR}" CCACHE_NOHASHDIR=1 CCACHE_DEPEND=1)
  if(EMSCRIPTEN AND EXISTS /usr/bin/python3)
    list(APPEND launcher EMSDK_PYTHON=/usr/bin/python3)
  endif()
  list(APPEND launcher "${CCACHE}")
  set(CMAKE_C_COMPILER_LAUNCHER ${launcher})
  set(CMAKE_CXX_COMPILER_LAUNCHER ${launcher})
endif()

if(EMSCRIPTEN)
  set(CMAKE_CXX_FLAGS_RELEASE "-Oz -DNDEBUG")  # rooms with long loops ask for -O2, see rooms.cmake
  set(CMAKE_C_FLAGS_RELEASE "-Oz -DNDEBUG")
  # What every browser of the last years has. Errors are values here (base/result.h) and nothing throws, so nothing needs landing
  # pads, a seventh of the page; one thread needs no guarded statics.
  add_compile_options(-flto -fno-exceptions -fno-rtti -msimd128 -mbulk-memory -msign-ext -mnontrapping-fptoint
    -fno-threadsafe-statics)
  add_link_options(-flto)
else()
  set(CMAKE_CXX_FLAGS_RELEASE "-O2 -DNDEBUG")
  set(CMAKE_CXX_FLAGS_DEBUG "-O0 -gline-tables-only")  # with sanitizers, -O1 compiles twice as long
endif()

add_library(leadlight_flags INTERFACE)
target_compile_options(leadlight_flags INTERFACE -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Werror)

if(LEADLIGHT_SANITIZE)
  add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_link_options(-fsanitize=address,undefined)
  add_compile_definitions(_LIBCPP_HARDENING_MODE=_LIBCPP_HARDENING_MODE_DEBUG)
endif()
