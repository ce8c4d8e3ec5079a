# The toolchain of native builds: clang with libc++, the same standard library as in the page.
include("${CMAKE_CURRENT_LIST_DIR}/environment.cmake")
find_program(LEADLIGHT_CC NAMES "clang${LEADLIGHT_LLVM_SUFFIX}" clang-19 clang REQUIRED)
find_program(LEADLIGHT_CXX NAMES "clang++${LEADLIGHT_LLVM_SUFFIX}" clang++-19 clang++ REQUIRED)
set(CMAKE_C_COMPILER "${LEADLIGHT_CC}")
set(CMAKE_CXX_COMPILER "${LEADLIGHT_CXX}")
set(CMAKE_CXX_FLAGS_INIT "-stdlib=libc++")
set(CMAKE_EXE_LINKER_FLAGS_INIT "-fuse-ld=lld")
