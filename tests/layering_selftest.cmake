# The check of the layers itself: each violation planted in a copy of the tree is refused, and what
# only looks like one is not.
#   cmake -DROOT=<tree> -DSCRATCH=<folder> -P layering_selftest.cmake
cmake_minimum_required(VERSION 3.25)

file(REMOVE_RECURSE ${SCRATCH})
file(COPY ${ROOT}/formats ${ROOT}/core ${ROOT}/cli DESTINATION ${SCRATCH})
set(count 0)
set(bad "")
set(good "")

# A violation, or something harmless, in a file of its own: FOLDER/planted_N.cpp or .hpp.
function(plant list file text)
  math(EXPR count "${count} + 1")
  string(REPLACE "planted" "planted_${count}" name ${file})
  file(WRITE ${SCRATCH}/${name} "${text}")
  set(count ${count} PARENT_SCOPE)
  set(${list} ${${list}} ${name} PARENT_SCOPE)
endfunction()

plant(good formats/planted.cpp "#include \"formats/support/result.hpp\"\n")

plant(bad core/model/planted.cpp "#include \"cli/app.hpp\"\n")
plant(bad formats/planted.cpp "#include \"core/model/memory.hpp\"\n")
plant(bad formats/planted.hpp "#include \"formats/json.hpp\"\n")
plant(bad formats/planted.cpp "#include <sqlite3.h>\n")
plant(bad core/model/planted.cpp "# include  <yaml-cpp/yaml.h>\n")
plant(bad cli/planted.cpp "#include <nlohmann/json.hpp>\n")
plant(bad cli/planted.cpp "#include <CLI/CLI.hpp>\n")
plant(bad cli/planted.cpp "#include <unistd.h>\n")
plant(bad core/model/planted.cpp "#include <iostream>\n")
plant(bad formats/planted.cpp "#include <filesystem>\n")
plant(bad core/model/planted.hpp "#include \"core/lint/rule.hpp\"\n")
plant(bad core/lint/planted.cpp "#include \"core/search/index.hpp\"\n")
plant(good core/ops/planted.cpp "#include \"core/search/index.hpp\"\n")
plant(good core/lint/planted.cpp "#include \"core/model/memory.hpp\"\n")

plant(bad core/model/planted.cpp "auto x = std::getenv(\"HOME\");\n")
plant(bad core/model/planted.cpp "void f() { throw 1; }\n")
plant(bad cli/planted.cpp "void f() {\n  throw;\n}\n")
plant(bad formats/planted.cpp "void f() { try { g(); } catch (...) {} }\n")
plant(bad cli/planted.cpp "void f() { std::cout << 1; }\n")
plant(bad core/model/planted.cpp "void f() { std::cerr << \"x\"; }\n")
plant(bad cli/planted.cpp "void f() { exit(2); }\n")
plant(bad core/lint/planted.cpp "auto now = std::chrono::system_clock::now();\n")

# The same words where they do no harm.
plant(good core/model/planted.cpp "// We never throw, and exit( is not ours; getenv(x) neither.\n")
plant(good core/model/planted.cpp "/* std::cout\n * throw */ int x = 0;\n")
plant(good core/model/planted.cpp "auto s = \"do not throw; exit(1) \\\" getenv(\" \"catch (\";\n")
plant(good core/model/planted.cpp "char c = '\"'; int rethrow = 0; bool exits(int x);\n// '\"'\n")
plant(good core/model/planted.cpp "auto s = R\"(if (a) \"throw\" exit(1))\";\n")

execute_process(COMMAND ${CMAKE_COMMAND} -DROOT=${SCRATCH}
                        -P ${CMAKE_CURRENT_LIST_DIR}/check_layering.cmake
                RESULT_VARIABLE status OUTPUT_VARIABLE said ERROR_VARIABLE said)
if(status EQUAL 0)
  message(SEND_ERROR "the check passed a tree full of violations")
endif()
foreach(file IN LISTS bad good)
  string(FIND "${said}" "${file}:" named)
  if(file IN_LIST bad AND named EQUAL -1)
    message(SEND_ERROR "not refused: ${SCRATCH}/${file}")
  elseif(file IN_LIST good AND NOT named EQUAL -1)
    message(SEND_ERROR "refused: ${SCRATCH}/${file}")
  endif()
endforeach()
