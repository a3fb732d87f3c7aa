# A test that nobody builds finds nothing: every test source is named in a CMakeLists.txt of tests/.
#   cmake -DTESTS=<tests folder> -P tests_registered.cmake
cmake_minimum_required(VERSION 3.25)

set(registered "")
file(GLOB_RECURSE lists ${TESTS}/CMakeLists.txt)
foreach(list IN LISTS lists)
  file(READ ${list} text)
  string(REGEX REPLACE "#[^\n]*" "" text "${text}")
  string(APPEND registered " ${text}")
endforeach()

file(GLOB sources RELATIVE ${TESTS}
     ${TESTS}/unit/*.cpp ${TESTS}/property/*.cpp ${TESTS}/fuzz/*_fuzz.cpp)
foreach(source IN LISTS sources)
  # In the folder's own list a source is called by its name or its stem.
  get_filename_component(stem ${source} NAME_WE)
  string(REGEX MATCH "[^A-Za-z0-9_]${stem}[^A-Za-z0-9_]" found "${registered}")
  if(NOT found)
    message(SEND_ERROR "tests/${source} is named in no CMakeLists.txt")
  endif()
endforeach()
