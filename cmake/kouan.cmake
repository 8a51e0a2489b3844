# What a target of this project is. A folder's list names only its files and the floors below it.

set(KOUAN_SANITIZE "" CACHE STRING "Sanitizers for -fsanitize=, e.g. address,undefined")

add_library(kouan_options INTERFACE)
target_compile_options(kouan_options INTERFACE
  -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wold-style-cast)
if(KOUAN_SANITIZE)
  add_compile_options(-fsanitize=${KOUAN_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${KOUAN_SANITIZE})
endif()

# Where the time of a scan goes is compiled by a profile of a training run, with g++ (15 % faster on
# retail-like data): `./run` writes it from a build with KOUAN_TRAIN. A profile that no longer fits a
# changed function is left out for that function; without any profile all is compiled as usual.
option(KOUAN_TRAIN "Build programs that write a profile of what runs often" OFF)
set(KOUAN_PROFILE ${CMAKE_BINARY_DIR}/profile)
set(KOUAN_PROFILE_DIGEST 0)
file(GLOB profiles ${KOUAN_PROFILE}/*.gcda)
foreach(profile IN LISTS profiles)
  file(SHA256 ${profile} digest)
  string(SHA256 KOUAN_PROFILE_DIGEST "${KOUAN_PROFILE_DIGEST}${digest}")
endforeach()
if(KOUAN_TRAIN)
  add_link_options(-fprofile-generate)
endif()

# What runs once per value or per record.
function(kouan_hot target)
  if(KOUAN_TRAIN)
    target_compile_options(${target} PRIVATE
      -O3 -fprofile-generate=${KOUAN_PROFILE} -fprofile-update=single)
  elseif(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND EXISTS ${KOUAN_PROFILE})
    # The digest is of no use to the compiler: it makes a new profile a new command.
    target_compile_options(${target} PRIVATE -fprofile-use=${KOUAN_PROFILE}
      -fprofile-partial-training -Wno-missing-profile -Wno-coverage-mismatch
      -DKOUAN_PROFILE_DIGEST=${KOUAN_PROFILE_DIGEST})
  endif()
endfunction()

# One static library per folder of engine/. NEEDS names the floors below it, and nothing else.
# HOT: what runs once per value or per record is here.
function(kouan_library name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "HOT" "" "SOURCES;NEEDS;PRIVATE_NEEDS")
  add_library(kouan_${name} STATIC ${arg_SOURCES})
  target_include_directories(kouan_${name} PUBLIC
    ${PROJECT_SOURCE_DIR}/engine ${PROJECT_SOURCE_DIR}/engine/include)
  # Small files compiled together: a cold build takes a third of the time. Helpers in anonymous
  # namespaces therefore need names of their own within a folder.
  set_target_properties(kouan_${name} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 12)
  target_link_libraries(kouan_${name}
    PUBLIC tl::expected ${arg_NEEDS} PRIVATE kouan_options ${arg_PRIVATE_NEEDS})
  if(arg_HOT)
    kouan_hot(kouan_${name})
  endif()
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
    target_compile_options(${name} PRIVATE
      -Wno-array-bounds -Wno-stringop-overflow -Wno-stringop-overread -Wno-restrict)
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
