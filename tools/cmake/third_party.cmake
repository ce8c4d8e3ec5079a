# What others wrote. Set-up's copy is used where there is one, else FetchContent takes upstream's tag.
# Our warnings don't apply to any of it, and each brings its own headers only: /usr/include must not leak into wasm builds.
include(FetchContent)
set(FETCHCONTENT_QUIET ON)

# Makes one header or folder of a Debian package reachable, alone: leadlight_system_header(TARGET PATH) -> TARGET, or nothing.
function(leadlight_system_header target path)
  if(EXISTS "${path}")
    set(dir "${CMAKE_BINARY_DIR}/third_party/${target}")
    get_filename_component(name "${path}" NAME)
    file(MAKE_DIRECTORY "${dir}")
    file(CREATE_LINK "${path}" "${dir}/${name}" SYMBOLIC)
    add_library(${target} INTERFACE)
    target_include_directories(${target} SYSTEM INTERFACE "${dir}")
  endif()
endfunction()

# --- nlohmann/json and xxHash: headers only ---
leadlight_system_header(nlohmann_json /usr/include/nlohmann)
if(NOT TARGET nlohmann_json)
  FetchContent_Declare(nlohmann_json GIT_REPOSITORY https://github.com/nlohmann/json GIT_TAG v3.11.3 GIT_SHALLOW ON SYSTEM)
  FetchContent_MakeAvailable(nlohmann_json)
endif()

leadlight_system_header(xxhash /usr/include/xxhash.h)
if(NOT TARGET xxhash)
  FetchContent_Declare(xxhash_source GIT_REPOSITORY https://github.com/Cyan4973/xxHash GIT_TAG v0.8.2 GIT_SHALLOW ON
    SOURCE_SUBDIR none)  # no CMakeLists.txt there: only fetched
  FetchContent_MakeAvailable(xxhash_source)
  add_library(xxhash INTERFACE)
  target_include_directories(xxhash SYSTEM INTERFACE "${xxhash_source_SOURCE_DIR}")
endif()
target_compile_definitions(xxhash INTERFACE XXH_INLINE_ALL)

# --- GoogleTest ---
if(EXISTS /usr/src/googletest/CMakeLists.txt)
  set(FETCHCONTENT_SOURCE_DIR_GOOGLETEST /usr/src/googletest)
endif()
set(INSTALL_GTEST OFF)
set(BUILD_GMOCK OFF)
if(EMSCRIPTEN)
  set(gtest_disable_pthreads ON)
endif()
FetchContent_Declare(googletest GIT_REPOSITORY https://github.com/google/googletest GIT_TAG v1.14.0 GIT_SHALLOW ON)
FetchContent_GetProperties(googletest)
if(NOT googletest_POPULATED)
  FetchContent_Populate(googletest)
  add_subdirectory("${googletest_SOURCE_DIR}" "${CMAKE_BINARY_DIR}/third_party/googletest" EXCLUDE_FROM_ALL)
endif()
target_compile_options(gtest PRIVATE -w)
foreach(target gtest gtest_main)  # its headers are not ours to warn about
  get_target_property(dirs ${target} INTERFACE_INCLUDE_DIRECTORIES)
  set_target_properties(${target} PROPERTIES INTERFACE_SYSTEM_INCLUDE_DIRECTORIES "${dirs}")
endforeach()

# --- Dear ImGui: the library, without demo, files and shell; the OpenGL backend only in the page ---
if(LEADLIGHT_IMGUI_DIR)
  set(FETCHCONTENT_SOURCE_DIR_IMGUI "${LEADLIGHT_IMGUI_DIR}")
endif()
FetchContent_Declare(imgui GIT_REPOSITORY https://github.com/ocornut/imgui GIT_TAG v1.92.2b GIT_SHALLOW ON)
FetchContent_MakeAvailable(imgui)  # has no CMakeLists.txt: only fetched
file(MAKE_DIRECTORY "${CMAKE_BINARY_DIR}/third_party/imgui")  # its licence, for tools/notices.mjs
file(CREATE_LINK "${imgui_SOURCE_DIR}/LICENSE.txt" "${CMAKE_BINARY_DIR}/third_party/imgui/LICENSE.txt" SYMBOLIC)
# Without imgui_tables.cpp: src/ui/imgui_tables.cpp says why.
add_library(imgui STATIC
  "${imgui_SOURCE_DIR}/imgui.cpp" "${imgui_SOURCE_DIR}/imgui_draw.cpp" "${imgui_SOURCE_DIR}/imgui_widgets.cpp")
target_include_directories(imgui SYSTEM PUBLIC "${imgui_SOURCE_DIR}")
target_compile_options(imgui PRIVATE -w)
target_compile_definitions(imgui PUBLIC
  IMGUI_ENABLE_TEST_ENGINE  # calls our four hooks with each widget: src/a11y
  IMGUI_USE_WCHAR32 IMGUI_DISABLE_OBSOLETE_FUNCTIONS IMGUI_DISABLE_DEMO_WINDOWS IMGUI_DISABLE_DEFAULT_SHELL_FUNCTIONS
  IMGUI_DISABLE_FILE_FUNCTIONS IMGUI_DISABLE_DEBUG_TOOLS IMGUI_DISABLE_DEFAULT_FONT
  IMGUI_ENABLE_FREETYPE)  # stands for "not stb_truetype": each platform defines ImGuiFreeType::GetFontLoader() as its own loader
if(EMSCRIPTEN)
  file(MAKE_DIRECTORY "${CMAKE_BINARY_DIR}/third_party/musl")  # likewise
  file(CREATE_LINK "${EMSCRIPTEN_ROOT_PATH}/system/lib/libc/musl/COPYRIGHT" "${CMAKE_BINARY_DIR}/third_party/musl/COPYRIGHT" SYMBOLIC)
  set(lean "SHELL:-include \"${CMAKE_SOURCE_DIR}/src/ui/imgui_lean.h\"")
  target_compile_options(imgui PRIVATE ${lean})
  add_library(imgui_gl STATIC "${imgui_SOURCE_DIR}/backends/imgui_impl_opengl3.cpp")
  target_include_directories(imgui_gl SYSTEM PUBLIC "${imgui_SOURCE_DIR}/backends")
  target_compile_definitions(imgui_gl PRIVATE IMGUI_IMPL_OPENGL_ES3)
  target_compile_options(imgui_gl PRIVATE -w ${lean})
  target_link_libraries(imgui_gl PUBLIC imgui)
  target_link_options(imgui_gl INTERFACE -sMIN_WEBGL_VERSION=2 -sMAX_WEBGL_VERSION=2)
endif()
