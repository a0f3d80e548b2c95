# Native unit tests: one program per folder of tests/, all of them doctest; `ctest` runs them.
enable_testing()
if(NOT TARGET doctest)
    return()
endif()
our_files(support_files tests/support "tests/support/doctest_main\\.cpp" "tests/support/replay_main\\.cpp")
add_library(test_main STATIC tests/support/doctest_main.cpp)
target_link_libraries(test_main PUBLIC carnet_flags doctest)

# unit_tests(NAME FOLDER [libraries…])
function(unit_tests NAME FOLDER)
    our_files(files tests/${FOLDER})
    if(NOT files)
        return()
    endif()
    add_executable(${NAME} ${files})
    target_compile_options(${NAME} PRIVATE -O0) # doctest's macros take long to optimise
    target_compile_definitions(${NAME} PRIVATE CARNET_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
    target_link_libraries(${NAME} PRIVATE test_main ${ARGN})
    add_test(NAME ${NAME} COMMAND ${NAME} WORKING_DIRECTORY "${CMAKE_SOURCE_DIR}")
endfunction()

unit_tests(tests_shared shared carnet_shared)
unit_tests(tests_backend backend carnet_backend)
unit_tests(tests_web web carnet_web)
unit_tests(tests_end_to_end end_to_end carnet_web carnet_backend)
unit_tests(tests_repo repo)

# Fuzzers: tests/fuzz/NAME.cpp defines LLVMFuzzerTestOneInput. Every build replays tests/fuzz/corpus/NAME/;
# with CARNET_FUZZ (clang++) the same file becomes a libFuzzer program.
file(GLOB fuzzers CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/tests/fuzz/*.cpp")
foreach(file ${fuzzers})
    get_filename_component(name "${file}" NAME_WE)
    if(CARNET_FUZZ)
        add_executable(fuzz_${name} "${file}")
        target_link_options(fuzz_${name} PRIVATE -fsanitize=fuzzer)
    else()
        add_executable(fuzz_${name} "${file}" tests/support/replay_main.cpp)
        add_test(NAME fuzz_corpus_${name}
            COMMAND fuzz_${name} "${CMAKE_SOURCE_DIR}/tests/fuzz/corpus/${name}")
    endif()
    target_link_libraries(fuzz_${name} PRIVATE carnet_backend)
endforeach()
