# sk_assets: fonts and icons cut down by tools/pack_fonts.py, and every file that the program carries with it.
set(SK_PYTHON /usr/bin/python3)  # Debian's own: fontTools is installed for that one

find_package(Git QUIET)
set(SK_VERSION "${PROJECT_VERSION}")
if(GIT_FOUND)
  execute_process(COMMAND "${GIT_EXECUTABLE}" describe --tags --always --match "v*" WORKING_DIRECTORY "${CMAKE_SOURCE_DIR}"
    OUTPUT_VARIABLE _sk_git OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET RESULT_VARIABLE _sk_git_result)
  if(_sk_git_result EQUAL 0 AND _sk_git MATCHES "^v")
    string(SUBSTRING "${_sk_git}" 1 -1 SK_VERSION)
  elseif(_sk_git_result EQUAL 0)
    set(SK_VERSION "${PROJECT_VERSION}+${_sk_git}")
  endif()
endif()

set(_fonts "${CMAKE_BINARY_DIR}/fonts")
set(_font_files icons.ttf)
foreach(weight IN ITEMS 400 500 600 700 800)
  list(APPEND _font_files "atkinson-${weight}.ttf")
endforeach()
list(TRANSFORM _font_files PREPEND "${_fonts}/" OUTPUT_VARIABLE _font_paths)
add_custom_command(
  OUTPUT ${_font_paths}
  BYPRODUCTS "${SK_GENERATED}/assets/icons.hpp" "${SK_GENERATED}/assets/icons.cpp"
  COMMAND "${SK_PYTHON}" "${CMAKE_SOURCE_DIR}/tools/pack_fonts.py" --node-modules "${CMAKE_SOURCE_DIR}/node_modules"
    --icons "${CMAKE_SOURCE_DIR}/assets/icons.txt" --out "${_fonts}" --header "${SK_GENERATED}/assets/icons.hpp"
  DEPENDS "${CMAKE_SOURCE_DIR}/tools/pack_fonts.py" "${CMAKE_SOURCE_DIR}/assets/icons.txt" "${CMAKE_SOURCE_DIR}/package-lock.json"
  COMMENT "Packing fonts and icons" VERBATIM)

# name=path, one a line, in a file: that file changes when an asset appears or goes.
set(_list "")
set(_embedded ${_font_paths})
foreach(path IN LISTS _font_paths)
  get_filename_component(name "${path}" NAME)
  string(APPEND _list "fonts/${name}=${path}\n")
endforeach()
file(GLOB_RECURSE _asset_files CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/assets/lang/*.json" "${CMAKE_SOURCE_DIR}/assets/example/*")
foreach(path IN LISTS _asset_files)
  file(RELATIVE_PATH name "${CMAKE_SOURCE_DIR}/assets" "${path}")
  string(APPEND _list "${name}=${path}\n")
endforeach()
file(GLOB_RECURSE _shader_files CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/shaders/*")
foreach(path IN LISTS _shader_files)
  file(RELATIVE_PATH name "${CMAKE_SOURCE_DIR}" "${path}")
  string(APPEND _list "${name}=${path}\n")
endforeach()
list(APPEND _embedded ${_asset_files} ${_shader_files})
file(CONFIGURE OUTPUT "${CMAKE_BINARY_DIR}/assets.list" CONTENT "${_list}" @ONLY)
file(CONFIGURE OUTPUT "${SK_GENERATED}/assets/embedded.hpp" CONTENT "#include \"${CMAKE_SOURCE_DIR}/cmake/embedded.hpp\"  // IWYU pragma: export\n" @ONLY)

set(_target native)
if(EMSCRIPTEN)
  set(_target wasm)
endif()
add_custom_command(
  OUTPUT "${SK_GENERATED}/assets/embedded.cpp"
  COMMAND "${SK_PYTHON}" "${CMAKE_SOURCE_DIR}/tools/embed_assets.py" --target ${_target} --version "${SK_VERSION}"
    --list "${CMAKE_BINARY_DIR}/assets.list" --out "${SK_GENERATED}/assets/embedded.cpp"
  DEPENDS "${CMAKE_SOURCE_DIR}/tools/embed_assets.py" "${CMAKE_BINARY_DIR}/assets.list" ${_embedded}
  COMMENT "Embedding assets" VERBATIM)

add_library(sk_assets STATIC "${SK_GENERATED}/assets/embedded.cpp" "${SK_GENERATED}/assets/icons.cpp")
set_source_files_properties("${SK_GENERATED}/assets/embedded.cpp" PROPERTIES OBJECT_DEPENDS "${_embedded}")
target_include_directories(sk_assets PUBLIC "${SK_GENERATED}")
target_link_libraries(sk_assets PRIVATE sk_warnings)
add_custom_target(sk_assets_generated DEPENDS ${_font_paths})
add_dependencies(sk_assets sk_assets_generated)
