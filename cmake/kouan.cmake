# What a target of this project is. A folder's list names only its files and the floors below it.

set(KOUAN_SANITIZE "" CACHE STRING "Sanitizers for -fsanitize=, e.g. address,undefined")

add_library(kouan_options INTERFACE)
target_compile_options(kouan_options INTERFACE
  -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wold-style-cast)
if(KOUAN_SANITIZE)
  add_compile_options(-fsanitize=${KOUAN_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${KOUAN_SANITIZE})
endif()

# One static library per folder of engine/. NEEDS names the floors below it, and nothing else.
# PUBLIC_NEEDS is for a third-party library whose types stand in the folder's headers.
function(kouan_library name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;NEEDS;PRIVATE_NEEDS")
  add_library(kouan_${name} STATIC ${arg_SOURCES})
  target_include_directories(kouan_${name} PUBLIC
    ${PROJECT_SOURCE_DIR}/engine ${PROJECT_SOURCE_DIR}/engine/include)
  # Small files compiled together: a cold build takes a third of the time. Helpers in anonymous
  # namespaces therefore need names of their own within a folder.
  set_target_properties(kouan_${name} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 12)
  target_link_libraries(kouan_${name}
    PUBLIC tl::expected ${arg_NEEDS} PRIVATE kouan_options ${arg_PRIVATE_NEEDS})
endfunction()

# One test program per folder; every TEST_CASE becomes a test of ctest.
function(kouan_test name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;NEEDS")
  add_executable(${name} ${arg_SOURCES})
  target_include_directories(${name} PRIVATE ${PROJECT_SOURCE_DIR}/tests)
  target_link_libraries(${name} PRIVATE ${arg_NEEDS} kouan_options Catch2::Catch2WithMain)
  target_compile_definitions(${name} PRIVATE KOUAN_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
  # A test is compiled more often than it runs: parse the framework once a program, optimise little.
  # What a sanitizer watches is the program: instrumenting the tests too doubles the time of a build.
  if(KOUAN_SANITIZE)
    target_compile_options(${name} PRIVATE -O0 -fno-sanitize=undefined)
  else()
    target_compile_options(${name} PRIVATE -O1)
  endif()
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
    # At -O1 this compiler takes the buffer inside a moved string for the whole of it.
    target_compile_options(${name} PRIVATE -Wno-array-bounds)
  endif()
  target_precompile_headers(${name} PRIVATE <catch2/catch.hpp>)
  catch_discover_tests(${name} TEST_PREFIX "${name}: ")
endfunction()

# The subfolders of the current folder, in order; a folder is a part of the build if it has a list.
function(kouan_folders)
  foreach(folder IN LISTS ARGN)
    if(EXISTS ${CMAKE_CURRENT_SOURCE_DIR}/${folder}/CMakeLists.txt)
      add_subdirectory(${folder})
    endif()
  endforeach()
endfunction()
