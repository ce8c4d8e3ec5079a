# Rooms, programs, tests: one line each in the CMakeLists.txt that uses them.

set(LEADLIGHT_GENERATED "${CMAKE_BINARY_DIR}/generated")
add_custom_target(leadlight_generated)

# leadlight_target_name(OUT ROOM): platform/web -> leadlight_platform_web
function(leadlight_target_name out room)
  string(REPLACE "/" "_" name "leadlight_${room}")
  set(${out} ${name} PARENT_SCOPE)
endfunction()

# leadlight_room(ROOM [DEPENDS room...] [USES third-party...] [PROGRAM name])
# The library of one room: its *.cpp, all but main.cpp. With PROGRAM, an executable of all of them instead. DEPENDS are the rooms it may include (tools/check_includes.mjs reads
# them from here); USES stay inside, but for Dear ImGui, whose types are in headers.
function(leadlight_room room)
  cmake_parse_arguments(arg "" "PROGRAM" "DEPENDS;USES" ${ARGN})
  leadlight_target_name(target ${room})
  file(GLOB sources CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/src/${room}/*.cpp" "${CMAKE_SOURCE_DIR}/src/${room}/*/*.cpp")
  if(NOT arg_PROGRAM)
    list(FILTER sources EXCLUDE REGEX "/main\\.cpp$")
  endif()
  set(scope PUBLIC)
  set(own_scope PRIVATE)
  if(arg_PROGRAM)
    set(target ${arg_PROGRAM})
    add_executable(${target} ${sources})
    target_link_libraries(${target} PRIVATE leadlight_flags)
  elseif(sources)
    add_library(${target} STATIC ${sources})
    target_link_libraries(${target} PRIVATE leadlight_flags)
  else()  # only headers so far
    add_library(${target} INTERFACE)
    set(scope INTERFACE)
    set(own_scope INTERFACE)
  endif()
  target_include_directories(${target} ${scope} "${CMAKE_SOURCE_DIR}/src" "${LEADLIGHT_GENERATED}")
  add_dependencies(${target} leadlight_generated)
  foreach(other ${arg_DEPENDS})
    leadlight_target_name(other_target ${other})
    target_link_libraries(${target} ${scope} ${other_target})
  endforeach()
  # The rooms that read files count the edges that a fuzzer reaches; fuzzers link the same objects as the tests do.
  if(LEADLIGHT_SANITIZE AND room MATCHES "^(base|lead|interchange|book|message)$")
    target_compile_options(${target} PRIVATE -fsanitize=fuzzer-no-link)
  endif()
  # The page is small where it waits for people, and quick where it loops over all leads.
  if(EMSCRIPTEN AND NOT arg_PROGRAM AND sources AND room MATCHES "^(score|query)$")
    target_compile_options(${target} PRIVATE -Os)
  endif()
  foreach(library ${arg_USES})
    if(library MATCHES "^imgui")
      target_link_libraries(${target} ${scope} ${library})
    else()
      target_link_libraries(${target} ${own_scope} ${library})
    endif()
  endforeach()
endfunction()

# leadlight_generate(HEADER SCRIPT script [ARGS...] [DEPENDS file...])
# A header written at build time: `node SCRIPT ARGS... <path of HEADER>`. Include it by HEADER, as if it stood in src/.
function(leadlight_generate header)
  cmake_parse_arguments(arg "" "SCRIPT" "ARGS;DEPENDS" ${ARGN})
  find_program(NODE node REQUIRED)
  set(output "${LEADLIGHT_GENERATED}/${header}")
  get_filename_component(dir "${output}" DIRECTORY)
  file(MAKE_DIRECTORY "${dir}")
  add_custom_command(OUTPUT "${output}" COMMAND "${NODE}" "${arg_SCRIPT}" ${arg_ARGS} "${output}"
    DEPENDS "${CMAKE_SOURCE_DIR}/${arg_SCRIPT}" ${arg_DEPENDS}
    WORKING_DIRECTORY "${CMAKE_SOURCE_DIR}" COMMENT "Generating ${header}" VERBATIM)
  string(MAKE_C_IDENTIFIER "generate_${header}" target)
  add_custom_target(${target} DEPENDS "${output}")
  add_dependencies(leadlight_generated ${target})
endfunction()

# leadlight_node_program(TARGET): in wasm builds, makes an executable a script that node runs, on the real file system.
add_custom_target(node_programs)
function(leadlight_node_program target)
  if(EMSCRIPTEN)
    set_target_properties(${target} PROPERTIES SUFFIX .mjs RUNTIME_OUTPUT_DIRECTORY "${CMAKE_SOURCE_DIR}/build/wasm-test"
      LINK_DEPENDS "${CMAKE_SOURCE_DIR}/tools/cmake/run_in_node.js")
    target_link_options(${target} PRIVATE -sENVIRONMENT=node -sEXPORTED_RUNTIME_METHODS=ENV -sNODERAWFS -sMODULARIZE -sEXPORT_ES6 -sEXIT_RUNTIME
      -sALLOW_MEMORY_GROWTH -sMAXIMUM_MEMORY=4GB -sSTACK_SIZE=5MB -sSTACK_OVERFLOW_CHECK=1
      "SHELL:--extern-post-js \"${CMAKE_SOURCE_DIR}/tools/cmake/run_in_node.js\"")
    add_dependencies(node_programs ${target})
  endif()
endfunction()
