# Compiler options. sk_options: for all code, also third-party. sk_warnings: for our own code, warnings are errors.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_C_STANDARD 11)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
# Invariants (SK_CHECK, IM_ASSERT) stay on in every build: no NDEBUG.
set(CMAKE_C_FLAGS_RELEASE "-O2")
set(CMAKE_CXX_FLAGS_RELEASE "-O2")
set(CMAKE_C_FLAGS_DEBUG "-O1 -g")
set(CMAKE_CXX_FLAGS_DEBUG "-O1 -g")

# The same bytes natively and in wasm: no fused multiply-add, no exceptions, no RTTI.
add_compile_options(-ffp-contract=off)
add_compile_options("$<$<COMPILE_LANGUAGE:CXX>:-fno-exceptions;-fno-rtti>")
if(SK_SANITIZE)
  add_compile_options(-fsanitize=${SK_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer -g1)
  add_link_options(-fsanitize=${SK_SANITIZE})
  if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
    add_compile_options("-fsanitize-ignorelist=${CMAKE_SOURCE_DIR}/cmake/sanitizers_ignore.txt")
  endif()
endif()
if(SK_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()

add_library(sk_warnings INTERFACE)
target_compile_options(sk_warnings INTERFACE -Werror -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion
  "$<$<COMPILE_LANGUAGE:CXX>:-Wold-style-cast;-Wnon-virtual-dtor;-Woverloaded-virtual>")
if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang" AND NOT EMSCRIPTEN)
  # std::stable_sort of libstdc++ 12 calls a function that it deprecates itself; gcc is silent about its own headers.
  target_compile_options(sk_warnings INTERFACE -Wno-deprecated-declarations)
endif()

if(SK_PCH AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # With precompiled headers gcc 12 forgets that <string> is a system header and warns of its own fault in string
  # concatenation (GCC bug 105651). The sanitizer build looks at every real access.
  target_compile_options(sk_warnings INTERFACE -Wno-array-bounds -Wno-stringop-overflow -Wno-stringop-overread -Wno-restrict)
endif()

set(SK_GENERATED "${CMAKE_BINARY_DIR}/generated")
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}")
