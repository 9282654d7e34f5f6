# Toolchain file for WebAssembly: the Emscripten that tools/setup.sh put in .deps/emscripten.
get_filename_component(_sk_em "${CMAKE_CURRENT_LIST_DIR}/../.deps/emscripten" REALPATH)
if(NOT EXISTS "${_sk_em}/em++.py")
  message(FATAL_ERROR "Emscripten is not there yet. Run tools/setup.sh first.")
endif()
set(ENV{EMSDK_PYTHON} /usr/bin/python3)
include("${_sk_em}/cmake/Modules/Platform/Emscripten.cmake")
