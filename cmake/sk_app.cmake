# The programs: the native command `stoepkrijt`, and the app for the browser. Only main_*.cpp sees everything.

# Links every library of src that exists to a program.
function(_sk_link_all target)
  get_property(names GLOBAL PROPERTY SK_LIBRARIES)
  target_link_libraries(${target} PRIVATE sk_warnings ${names} sk_assets)
  target_include_directories(${target} PRIVATE "${CMAKE_SOURCE_DIR}/src")
endfunction()

if(NOT EMSCRIPTEN AND EXISTS "${CMAKE_SOURCE_DIR}/src/main_cli.cpp" AND NOT TARGET stoepkrijt)
  add_executable(stoepkrijt src/main_cli.cpp)
  target_link_libraries(stoepkrijt PRIVATE sk_warnings sk_assets)
  _sk_link(stoepkrijt PRIVATE cli)
endif()

file(GLOB _main_web CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/src/main_web*.cpp")
if(EMSCRIPTEN AND _main_web)
  add_executable(stoepkrijt_web ${_main_web})
  _sk_link_all(stoepkrijt_web)
  target_link_libraries(stoepkrijt_web PRIVATE third_party::imgui_backends)
  set_target_properties(stoepkrijt_web PROPERTIES OUTPUT_NAME stoepkrijt)
  target_link_options(stoepkrijt_web PRIVATE
    -sMODULARIZE=1 -sEXPORT_ES6=1 -sEXPORT_NAME=createStoepkrijt -sENVIRONMENT=web,worker
    -sDYNAMIC_EXECUTION=0 -sFILESYSTEM=0 -sASSERTIONS=0
    -sALLOW_MEMORY_GROWTH=1 -sINITIAL_MEMORY=33554432 -sSTACK_SIZE=1048576
    -sEXPORTED_FUNCTIONS=_main,_malloc,_free -sEXPORTED_RUNTIME_METHODS=HEAPU8)
  set(_library "${CMAKE_SOURCE_DIR}/src/platform/web/library.js")
  if(EXISTS "${_library}")
    target_link_options(stoepkrijt_web PRIVATE --js-library "${_library}")
    set_property(TARGET stoepkrijt_web APPEND PROPERTY LINK_DEPENDS "${_library}")
  endif()
endif()
