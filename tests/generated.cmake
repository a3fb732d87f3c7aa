# What the binary generates is committed: this writes it, or says what differs.
#   cmake -DMEMDIR=<program> -DROOT=<tree> [-DSCRATCH=<folder>] -P generated.cmake
# With SCRATCH the files are written there and compared with those of the tree.
cmake_minimum_required(VERSION 3.25)

set(target ${ROOT})
if(SCRATCH)
  file(REMOVE_RECURSE ${SCRATCH})
  set(target ${SCRATCH})
endif()

set(written "")
function(generate file)  # ARGUMENTS...
  get_filename_component(folder ${target}/${file} DIRECTORY)
  file(MAKE_DIRECTORY ${folder})
  execute_process(COMMAND ${MEMDIR} ${ARGN} OUTPUT_FILE ${target}/${file} RESULT_VARIABLE status)
  if(status)
    message(FATAL_ERROR "'memdir ${ARGN}' ended with ${status}")
  endif()
  set(written ${written} ${file} PARENT_SCOPE)
endfunction()

execute_process(COMMAND ${MEMDIR} __complete command OUTPUT_VARIABLE commands
                COMMAND_ERROR_IS_FATAL ANY)
string(REGEX MATCHALL "[^\n]+" commands "${commands}")
generate(man/memdir.1 man)
foreach(command IN LISTS commands)
  generate(man/memdir-${command}.1 man ${command})
endforeach()
generate(completions/memdir.bash completion bash)
generate(completions/_memdir completion zsh)
generate(completions/memdir.fish completion fish)

# Pages of commands that are gone.
file(GLOB present RELATIVE ${ROOT} ${ROOT}/man/*.1 ${ROOT}/completions/*)
foreach(file IN LISTS present)
  if(file IN_LIST written)
    continue()
  elseif(SCRATCH)
    message(SEND_ERROR "${file} is not generated any more")
  else()
    file(REMOVE ${ROOT}/${file})
  endif()
endforeach()

if(SCRATCH)
  foreach(file IN LISTS written)
    execute_process(COMMAND ${CMAKE_COMMAND} -E compare_files ${SCRATCH}/${file} ${ROOT}/${file}
                    RESULT_VARIABLE differs OUTPUT_QUIET ERROR_QUIET)
    if(differs)
      message(SEND_ERROR "${file} is not what the binary writes: build the target 'generate'")
    endif()
  endforeach()
endif()
