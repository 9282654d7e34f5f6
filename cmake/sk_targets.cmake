# sk_library, sk_tests and sk_fuzzer: the only ways a target of ours is made.

# One set of precompiled headers for all targets of ours, and one more, with GoogleTest, for the tests. Of what `header`
# includes only its own text and the files in ARGN may change: ccache looks at no more.
function(_sk_precompiled target source header)
  add_library(${target} STATIC "${CMAKE_SOURCE_DIR}/cmake/${source}")
  target_link_libraries(${target} PRIVATE sk_warnings)  # gcc: -Wpedantic changes what is predefined
  target_precompile_headers(${target} PRIVATE "${CMAKE_SOURCE_DIR}/cmake/${header}")
  # What ccache takes for the content of the precompiled file, which holds paths: so two checkouts share it.
  set(sum "")
  foreach(file IN ITEMS "${CMAKE_SOURCE_DIR}/cmake/${header}" ${ARGN})
    file(SHA256 "${file}" one)
    string(APPEND sum "${one}")
  endforeach()
  foreach(extension IN ITEMS gch pch)
    file(WRITE "${CMAKE_BINARY_DIR}/CMakeFiles/${target}.dir/cmake_pch.hxx.${extension}.sum" "${sum}")
  endforeach()
endfunction()

# Called once, when third-party targets are known.
function(sk_precompile)
  if(NOT SK_PCH)
    return()
  endif()
  _sk_precompiled(sk_common_headers common_headers.cpp common_headers.hpp)
  if(SK_TESTS)
    set(common "${CMAKE_SOURCE_DIR}/cmake/common_headers.hpp")
    file(GLOB gtest LIST_DIRECTORIES false "${SK_DEPS}/src/googletest/google*/include/g*/*.h")
    _sk_precompiled(sk_test_headers test_headers.cpp test_headers.hpp ${common} ${gtest})
    target_link_libraries(sk_test_headers PRIVATE third_party::gtest)
    target_compile_options(sk_test_headers PRIVATE ${SK_TEST_OPTIONS})
  endif()
endfunction()

function(_sk_common_headers target)
  if(SK_PCH)
    target_precompile_headers(${target} REUSE_FROM sk_common_headers)
  endif()
endfunction()

# What a test says is compiled, not run, for most of the time: less optimised. What it tests is optimised as always.
set(SK_TEST_OPTIONS -O1)

# add_subdirectory for a folder that has a CMakeLists.txt; the path is from the root of the repository.
function(sk_subdirectory path)
  if(EXISTS "${CMAKE_SOURCE_DIR}/${path}/CMakeLists.txt")
    add_subdirectory("${CMAKE_SOURCE_DIR}/${path}" "${CMAKE_BINARY_DIR}/${path}")
  endif()
endfunction()

# With SK_LENIENT, drops names of files that do not exist.
function(_sk_existing variable)
  set(kept "")
  foreach(file IN LISTS ${variable})
    if(SK_LENIENT AND NOT IS_ABSOLUTE "${file}" AND NOT EXISTS "${CMAKE_CURRENT_SOURCE_DIR}/${file}")
      message(STATUS "${CMAKE_CURRENT_SOURCE_DIR}/${file} is not there yet, left out")
    else()
      list(APPEND kept "${file}")
    endif()
  endforeach()
  set(${variable} "${kept}" PARENT_SCOPE)
endfunction()

# Turns "base", "platform/web" or "third_party::glm" into a target; a folder that has no CMakeLists.txt yet is left out.
function(_sk_link target scope)
  foreach(dep IN LISTS ARGN)
    if(dep MATCHES "::")
      target_link_libraries(${target} ${scope} ${dep})
    elseif(dep STREQUAL "assets" OR (NOT dep MATCHES "^third_party" AND EXISTS "${CMAKE_SOURCE_DIR}/src/${dep}/CMakeLists.txt"))
      string(REPLACE "/" "_" name "sk_${dep}")
      target_link_libraries(${target} ${scope} ${name})
    else()
      message(STATUS "${target}: src/${dep} is not there yet, left out")
    endif()
  endforeach()
endfunction()

# sk_library(<folder> FILES a.cpp a.hpp ... DEPS base geo third_party::rapidjson ...) in src/<folder>/CMakeLists.txt.
function(sk_library folder)
  cmake_parse_arguments(arg "" "" "FILES;DEPS" ${ARGN})
  string(REPLACE "/" "_" name "sk_${folder}")
  _sk_existing(arg_FILES)
  set(sources ${arg_FILES})
  list(FILTER sources INCLUDE REGEX "\\.(cpp|c)$")
  if(sources)
    add_library(${name} STATIC ${arg_FILES})
    set(scope PUBLIC)
    target_link_libraries(${name} PRIVATE sk_warnings)
    _sk_common_headers(${name})
  else()
    add_library(${name} INTERFACE)
    set(scope INTERFACE)
  endif()
  target_include_directories(${name} ${scope} "${CMAKE_SOURCE_DIR}/src")
  set_property(GLOBAL APPEND PROPERTY SK_LIBRARIES ${name})
  _sk_link(${name} ${scope} ${arg_DEPS})
endfunction()

# sk_tests(<folder> FILES x_test.cpp ... DEPS rules formats ...) in tests/<folder>/CMakeLists.txt. All folders end up in one
# binary, stoepkrijt_tests; tests_<folder> is one folder alone (built only when asked for by name).
function(sk_tests folder)
  cmake_parse_arguments(arg "" "" "FILES;DEPS" ${ARGN})
  _sk_existing(arg_FILES)
  if(NOT arg_FILES)
    return()
  endif()
  string(REPLACE "/" "_" suffix "${folder}")
  add_library(sk_tests_${suffix} OBJECT ${arg_FILES})
  target_include_directories(sk_tests_${suffix} PUBLIC "${CMAKE_SOURCE_DIR}/src" "${CMAKE_SOURCE_DIR}/tests")
  target_compile_definitions(sk_tests_${suffix} PRIVATE "STOEPKRIJT_SOURCE_DIR=\"${CMAKE_SOURCE_DIR}\"")
  target_compile_options(sk_tests_${suffix} PRIVATE ${SK_TEST_OPTIONS})
  target_link_libraries(sk_tests_${suffix} PRIVATE sk_warnings PUBLIC third_party::gtest)
  if(SK_PCH)
    target_precompile_headers(sk_tests_${suffix} REUSE_FROM sk_test_headers)
  endif()
  _sk_link(sk_tests_${suffix} PUBLIC ${arg_DEPS})
  add_executable(tests_${suffix} EXCLUDE_FROM_ALL)
  _sk_test_program(tests_${suffix})
  target_link_libraries(tests_${suffix} PRIVATE sk_tests_${suffix} third_party::gtest_main)
  set_property(GLOBAL APPEND PROPERTY SK_TEST_LIBRARIES sk_tests_${suffix})
endfunction()

function(_sk_test_program target)
  if(EMSCRIPTEN)
    target_link_options(${target} PRIVATE -sENVIRONMENT=node -sEXIT_RUNTIME=1 -sNODERAWFS=1 -sALLOW_MEMORY_GROWTH=1
      -sSTACK_SIZE=1048576 -sDYNAMIC_EXECUTION=0 -sSTACK_OVERFLOW_CHECK=2
      -O1  # what is compiled is as it is; only Binaryen's second look at the whole program is left out, minutes for some seconds
      --pre-js "${CMAKE_SOURCE_DIR}/tests/support/node_environment.js")
    set_property(TARGET ${target} APPEND PROPERTY LINK_DEPENDS "${CMAKE_SOURCE_DIR}/tests/support/node_environment.js")
  endif()
endfunction()

function(sk_finish_tests)
  get_property(libraries GLOBAL PROPERTY SK_TEST_LIBRARIES)
  add_executable(stoepkrijt_tests)
  _sk_test_program(stoepkrijt_tests)
  target_link_libraries(stoepkrijt_tests PRIVATE ${libraries} third_party::gtest_main)
  # One ctest entry: every suite in one process, which under node is many times quicker than a process per test.
  add_test(NAME stoepkrijt_tests COMMAND stoepkrijt_tests WORKING_DIRECTORY "${CMAKE_SOURCE_DIR}")
endfunction()

# sk_fuzzer(<name> FILE fuzz_x.cpp DEPS formats ...) in tests/fuzz/CMakeLists.txt; seeds live in tests/fuzz/corpus/<name>/.
function(sk_fuzzer name)
  cmake_parse_arguments(arg "" "FILE" "DEPS" ${ARGN})
  add_executable(fuzz_${name} ${arg_FILE})
  target_link_libraries(fuzz_${name} PRIVATE sk_warnings)
  target_include_directories(fuzz_${name} PRIVATE "${CMAKE_SOURCE_DIR}/src")
  _sk_link(fuzz_${name} PRIVATE ${arg_DEPS})
  target_link_options(fuzz_${name} PRIVATE -fsanitize=fuzzer)
endfunction()
