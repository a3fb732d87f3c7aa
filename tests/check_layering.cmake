# Who may include and call what: cmake -DROOT=<tree> -P check_layering.cmake
# One row: what is looked for | the files that may have it | why. Comments and strings do not count.
cmake_minimum_required(VERSION 3.25)
set(nowhere "^$")
set(problems "")

# Rows about includes are matched against the name with its quotes or brackets.
set(include_rows "")
macro(only_in allowed)  # INCLUDE...
  foreach(include ${ARGN})
    list(APPEND include_rows "${include}" "${allowed}")
  endforeach()
endmacro()
only_in("^cli/" [["cli/]])
only_in("^(core|cli)/" [["core/]])
only_in("[.]cpp$" [["formats/json[.]hpp"]])
only_in("^formats/yaml[.]cpp$" "<yaml-cpp/")
only_in("^formats/markdown[.]cpp$" "<cmark")
only_in("^formats/json_reader[.]cpp$" "<simdjson")
only_in("^formats/json(_fwd)?[.][ch]pp$" "<nlohmann/")
only_in("^formats/support/unicode[.]cpp$" "<utf8proc")
only_in("^formats/diff[.]cpp$" "<dtl/")
only_in("^core/store/digest[.]cpp$" "<sodium")
only_in("^core/search/(sqlite|tokenizer)[.]cpp$" "<sqlite3")
only_in("^cli/(flags|app|generate)[.]cpp$" "<CLI/")
only_in("${nowhere}" "<doctest/" "<rapidcheck" [["tests/]])
only_in("^core/ports/" "<(unistd|fcntl|dirent|spawn|poll|pwd|termios)[.]h>" "<(sys|linux)/" "<fstream>")
only_in("^(core|cli)/" "<filesystem>")
only_in("^cli/main[.]cpp$" "<iostream>")

# Rows about words are matched against code; what stands before them is no part of a name.
set(word_rows
  "throw[^A-Za-z0-9_]"                           "${nowhere}"
  "catch *[(]"                                   "^(formats/yaml|cli/(app|flags|main))[.]cpp$"
  "std::(cout|cerr|clog)"                        "^cli/main[.]cpp$"
  "(exit|quick_exit|_Exit|abort|terminate) *[(]" "^cli/main[.]cpp$"
  "(secure_)?getenv *[(]"                        "^core/ports/"
  "([a-z_]*clock::now|clock_gettime|gettimeofday|time *[(] *(nullptr|NULL|0)) *[()]" "^core/ports/")

# In core these are there for all and know only each other; ops may use all, the rest only these.
set(core_base "ports|config|model|store|transcripts")

macro(refuse what)
  list(APPEND problems "${file}: ${what} does not belong here")
endmacro()

function(strip_comments_and_strings text out)
  string(REGEX REPLACE "R\"[(][^)]*([)]+[^\")][^)]*)*[)]+\"" "\"\"" text "${text}")
  string(REGEX REPLACE "'([^'\\\n]|\\\\.[^'\n]*)'" "''" text "${text}")
  string(REGEX REPLACE "\"([^\"\\\n]|\\\\.)*\"" "\"\"" text "${text}")
  string(REGEX REPLACE "//[^\n]*" "" text "${text}")
  string(REGEX REPLACE "/[*][^*]*[*]+([^/*][^*]*[*]+)*/" "" text "${text}")
  set(${out} "${text}" PARENT_SCOPE)
endfunction()

file(GLOB_RECURSE files RELATIVE ${ROOT}
     ${ROOT}/formats/*.[ch]pp ${ROOT}/core/*.[ch]pp ${ROOT}/cli/*.[ch]pp)
foreach(file IN LISTS files)
  file(READ ${ROOT}/${file} text)
  string(REPLACE ";" " " text "${text}")
  string(REGEX MATCHALL "\n *# *include *[<\"][^>\"\n]+[>\"]" includes "\n${text}")
  foreach(include IN LISTS includes)
    string(REGEX REPLACE ".*include *" "" include "${include}")
    set(rows ${include_rows})
    while(rows)
      list(POP_FRONT rows pattern allowed)
      if("${include}" MATCHES "^${pattern}" AND NOT "${file}" MATCHES "${allowed}")
        refuse("${include}")
      endif()
    endwhile()
    if("${file}" MATCHES "^core/([a-z]+)/")
      set(own ${CMAKE_MATCH_1})
      if("${include}" MATCHES "^\"core/([a-z]+)/" AND NOT own STREQUAL "ops"
         AND NOT CMAKE_MATCH_1 MATCHES "^(${core_base}|${own})$")
        refuse("${include}")
      endif()
    endif()
  endforeach()

  strip_comments_and_strings("${text}" code)
  set(rows ${word_rows})
  while(rows)
    list(POP_FRONT rows pattern allowed)
    if(NOT "${file}" MATCHES "${allowed}" AND "\n${code}\n" MATCHES "[^A-Za-z0-9_](${pattern})")
      refuse("'${CMAKE_MATCH_1}'")
    endif()
  endwhile()
endforeach()

list(LENGTH files count)
if(count EQUAL 0)
  message(FATAL_ERROR "no sources below '${ROOT}'")
endif()
list(JOIN problems "\n  " problems)
if(problems)
  message(FATAL_ERROR "Against the layers (CONTRIBUTING.md):\n  ${problems}")
endif()
message(STATUS "${count} files keep to their layers")
