# ok_*.case must pass, wrong_*.case must be found different (1), broken_*.case refused (2); an update
# of a wrong case makes it pass.
cmake_minimum_required(VERSION 3.25)
set(here ${CMAKE_CURRENT_LIST_DIR})
file(MAKE_DIRECTORY ${SCRATCH}/tmp)
set(ENV{TMPDIR} ${SCRATCH}/tmp)  # what failing cases leave behind lands here

function(expect status case)
  execute_process(COMMAND ${RUN_CASE} ${case} ${here}/bin/memdir ${here}/fixtures ${ARGN}
                  RESULT_VARIABLE got OUTPUT_VARIABLE said ERROR_VARIABLE said)
  if(NOT got EQUAL status)
    message(SEND_ERROR "${case} ${ARGN}: status ${got} instead of ${status}\n${said}")
  endif()
endfunction()

foreach(pair "ok=0" "wrong=1" "broken=2")
  string(REPLACE "=" ";" pair ${pair})
  list(GET pair 0 prefix)
  list(GET pair 1 status)
  file(GLOB cases ${here}/${prefix}_*.case)
  foreach(case IN LISTS cases)
    expect(${status} ${case})
    if(prefix STREQUAL "wrong")
      file(COPY ${case} DESTINATION ${SCRATCH})
      get_filename_component(name ${case} NAME)
      expect(0 ${SCRATCH}/${name} --update)
      expect(0 ${SCRATCH}/${name})
    endif()
  endforeach()
endforeach()
expect(2 ${here}/no_such_file.case)

file(GLOB kept ${SCRATCH}/tmp/memdir-case-*)
if(NOT kept)
  message(SEND_ERROR "the directory of a failing case was not kept")
endif()
file(REMOVE_RECURSE ${SCRATCH})
