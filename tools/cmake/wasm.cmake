# The toolchain of WebAssembly builds: Emscripten's own, wherever it is.
include("${CMAKE_CURRENT_LIST_DIR}/environment.cmake")
if(NOT LEADLIGHT_EMSCRIPTEN_ROOT)
  find_program(LEADLIGHT_EMCC emcc REQUIRED)
  file(REAL_PATH "${LEADLIGHT_EMCC}" LEADLIGHT_EMCC)
  get_filename_component(LEADLIGHT_EMSCRIPTEN_ROOT "${LEADLIGHT_EMCC}" DIRECTORY)
endif()
include("${LEADLIGHT_EMSCRIPTEN_ROOT}/cmake/Modules/Platform/Emscripten.cmake")
