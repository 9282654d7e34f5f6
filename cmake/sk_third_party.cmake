# Third-party code from .deps/, each as third_party::<name>, its headers as system headers, its own warnings silenced.
function(_sk_third_party name)
  add_library(third_party::${name} ALIAS tp_${name})
endfunction()

# --- header-only -----------------------------------------------------------------------------------------------------
foreach(name IN ITEMS rapidjson glm earcut stb)
  add_library(tp_${name} INTERFACE)
  target_include_directories(tp_${name} SYSTEM INTERFACE "${SK_DEPS}/include")
  _sk_third_party(${name})
endforeach()
target_include_directories(tp_stb SYSTEM INTERFACE "${SK_DEPS}/include/stb")
# An assertion in rapidjson is a mistake of ours; parse depth is ours to limit (iterative parsing, see src/formats).
target_compile_definitions(tp_rapidjson INTERFACE RAPIDJSON_HAS_STDSTRING=1)
target_compile_definitions(tp_glm INTERFACE GLM_FORCE_EXPLICIT_CTOR GLM_FORCE_XYZW_ONLY)

# --- GoogleTest ------------------------------------------------------------------------------------------------------
set(_gtest "${SK_DEPS}/src/googletest")
add_library(tp_gtest STATIC EXCLUDE_FROM_ALL "${_gtest}/googletest/src/gtest-all.cc" "${_gtest}/googlemock/src/gmock-all.cc")
target_include_directories(tp_gtest SYSTEM PUBLIC "${_gtest}/googletest/include" "${_gtest}/googlemock/include"
  PRIVATE "${_gtest}/googletest" "${_gtest}/googlemock")
target_compile_definitions(tp_gtest PUBLIC GTEST_HAS_PTHREAD=0)
target_compile_options(tp_gtest PRIVATE -w)
_sk_third_party(gtest)
add_library(tp_gtest_main STATIC EXCLUDE_FROM_ALL "${_gtest}/googletest/src/gtest_main.cc")
target_compile_options(tp_gtest_main PRIVATE -w)
target_link_libraries(tp_gtest_main PUBLIC tp_gtest)
_sk_third_party(gtest_main)

# --- libsodium 1.0.18 with Debian's fix for CVE-2025-69277 -------------------------------------------------------------
set(_sodium "${SK_DEPS}/src/libsodium/src/libsodium")
file(GLOB_RECURSE _sodium_files CONFIGURE_DEPENDS "${_sodium}/*.c")
add_library(tp_sodium STATIC EXCLUDE_FROM_ALL ${_sodium_files})
target_include_directories(tp_sodium SYSTEM PUBLIC "${_sodium}/include" PRIVATE "${_sodium}/include/sodium")
target_compile_definitions(tp_sodium PUBLIC SODIUM_STATIC=1 PRIVATE CONFIGURED=1 NATIVE_LITTLE_ENDIAN=1)
target_compile_options(tp_sodium PRIVATE -w)
_sk_third_party(sodium)

# --- zlib 1.3.1, without its functions on files ------------------------------------------------------------------------
set(_zlib "${SK_DEPS}/src/zlib")
set(_zlib_files adler32 crc32 deflate inffast inflate inftrees trees zutil)
list(TRANSFORM _zlib_files REPLACE "(.+)" "${_zlib}/\\1.c")
add_library(tp_zlib STATIC EXCLUDE_FROM_ALL ${_zlib_files})
target_include_directories(tp_zlib SYSTEM PUBLIC "${_zlib}")
target_compile_options(tp_zlib PRIVATE -w)
_sk_third_party(zlib)

# --- Expat 2.7.1, without entities and DTDs (its expat_config.h is written by tools/setup.sh) ---------------------------
set(_expat "${SK_DEPS}/src/expat")
add_library(tp_expat STATIC EXCLUDE_FROM_ALL "${_expat}/xmlparse.c" "${_expat}/xmlrole.c" "${_expat}/xmltok.c")
target_include_directories(tp_expat SYSTEM PUBLIC "${_expat}")
target_compile_options(tp_expat PRIVATE -w)
_sk_third_party(expat)

# --- QR Code generator 1.8.0, in C (its C++ throws) ----------------------------------------------------------------------
set(_qrcodegen "${SK_DEPS}/src/qrcodegen/c")
add_library(tp_qrcodegen STATIC EXCLUDE_FROM_ALL "${_qrcodegen}/qrcodegen.c")
target_include_directories(tp_qrcodegen SYSTEM PUBLIC "${_qrcodegen}")
target_compile_options(tp_qrcodegen PRIVATE -w)
_sk_third_party(qrcodegen)

# --- Dear ImGui 1.90.1 -------------------------------------------------------------------------------------------------
set(_imgui "${SK_DEPS}/src/imgui")
add_library(tp_imgui STATIC EXCLUDE_FROM_ALL "${_imgui}/imgui.cpp" "${_imgui}/imgui_draw.cpp" "${_imgui}/imgui_tables.cpp"
  "${_imgui}/imgui_widgets.cpp" "${CMAKE_SOURCE_DIR}/cmake/imgui_no_hooks.cpp")
target_include_directories(tp_imgui SYSTEM PUBLIC "${_imgui}")
# 32-bit indices: a long page of chalk and words has more than 65,536 corners, and OpenGL ES 3.0 has no base vertex.
target_compile_definitions(tp_imgui PUBLIC "ImDrawIdx=unsigned int")
target_compile_definitions(tp_imgui PUBLIC IMGUI_DISABLE_DEMO_WINDOWS IMGUI_DISABLE_DEBUG_TOOLS IMGUI_DISABLE_OBSOLETE_FUNCTIONS
  IMGUI_DISABLE_FILE_FUNCTIONS IMGUI_USE_WCHAR32 IMGUI_ENABLE_TEST_ENGINE)
target_compile_options(tp_imgui PRIVATE -w)
_sk_third_party(imgui)

# --- OpenGL ES 3 headers: WebGL2 in the browser; natively nothing draws --------------------------------------------------
if(EMSCRIPTEN)
  # SDL 2.32.4: the files that Emscripten's own port lists. SDL's CMake would need five minutes to configure.
  set(_sdl "${SK_DEPS}/src/sdl2")
  file(STRINGS "${CMAKE_SOURCE_DIR}/cmake/sdl2_files.txt" _sdl_names)
  list(TRANSFORM _sdl_names PREPEND "${_sdl}/src/")
  add_library(tp_sdl2 STATIC EXCLUDE_FROM_ALL ${_sdl_names})
  target_include_directories(tp_sdl2 SYSTEM PUBLIC "${_sdl}/include")
  # These headers must win from those of Emscripten's own SDL 1 and 2.
  target_compile_options(tp_sdl2 PRIVATE -w -Os -sUSE_SDL=0)
  target_link_options(tp_sdl2 INTERFACE -sUSE_SDL=0 -sMIN_WEBGL_VERSION=2 -sMAX_WEBGL_VERSION=2)
  _sk_third_party(sdl2)

  add_library(tp_imgui_backends STATIC EXCLUDE_FROM_ALL "${_imgui}/backends/imgui_impl_sdl2.cpp" "${_imgui}/backends/imgui_impl_opengl3.cpp")
  target_include_directories(tp_imgui_backends SYSTEM PUBLIC "${_imgui}/backends")
  target_compile_definitions(tp_imgui_backends PUBLIC IMGUI_IMPL_OPENGL_ES3)
  target_compile_options(tp_imgui_backends PRIVATE -w)
  target_link_libraries(tp_imgui_backends PUBLIC tp_imgui tp_sdl2)
  _sk_third_party(imgui_backends)
endif()
