# Rewrites the expectations of every case to what memdir prints now.
cmake_minimum_required(VERSION 3.25)
file(GLOB cases ${CMAKE_CURRENT_LIST_DIR}/cases/*.case)
foreach(case IN LISTS cases)
  execute_process(
    COMMAND ${RUN_CASE} ${case} ${MEMDIR} ${CMAKE_CURRENT_LIST_DIR}/fixtures --update
    RESULT_VARIABLE status)
  if(NOT status EQUAL 0)
    message(SEND_ERROR "${case}: not updated")
  endif()
endforeach()
