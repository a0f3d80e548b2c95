# The web application and its bundle, with Emscripten.

# Emscripten's linker needs the module acorn, which Debian keeps where only Debian's node looks.
set(emscripten_env "${CMAKE_COMMAND}" -E env NODE_PATH=/usr/share/nodejs)
set(CMAKE_C_LINKER_LAUNCHER ${emscripten_env})
set(CMAKE_CXX_LINKER_LAUNCHER ${emscripten_env})

option(CARNET_LTO "Link-time optimisation of the wasm programs; without it they link in seconds and are twice as large" ON)
set(CARNET_SMALL -Oz)                # widgets and views: size counts, speed was measured to be the same
set(CARNET_FAST -O2 -msimd128)       # the client book: searching and sorting 100,000 rows
set(CMAKE_C_FLAGS_RELEASE "-DNDEBUG")
set(CMAKE_CXX_FLAGS_RELEASE "-DNDEBUG")
# No path of the building machine in the programs: the same source gives the same bytes everywhere.
add_compile_options("-ffile-prefix-map=${CMAKE_SOURCE_DIR}/=")
if(CARNET_LTO)
    add_compile_options(-flto)
    add_link_options(-flto)
endif()
enable_testing()
include(.dev/cmake/third_party.cmake)
include(.dev/cmake/icons_header.cmake)

add_library(wasm_flags INTERFACE)
target_compile_options(wasm_flags INTERFACE -fno-exceptions -fno-rtti)
target_link_libraries(carnet_flags INTERFACE wasm_flags)

# Folding and French sort keys run once per row of the book: they are compiled like it.
our_files(shared_files shared "shared/book/" "shared/core/text")
our_files(book_files shared/book)
file(GLOB text_files CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/shared/core/text*.cpp")
list(APPEND book_files ${text_files})
our_library(carnet_book ${book_files})
target_compile_options(carnet_book PRIVATE ${CARNET_FAST})
our_library(carnet_shared ${shared_files})
target_compile_options(carnet_shared PRIVATE ${CARNET_SMALL})
target_link_libraries(carnet_book PUBLIC json)
target_link_libraries(carnet_shared PUBLIC json carnet_book)
target_link_libraries(carnet_book PUBLIC carnet_shared)
precompile(carnet_book)
precompile(carnet_shared)

# Two programs: the team's (staff) and the one of the clients' contacts (portal). They share the widgets,
# the page and the network; the portal knows neither the team's screens nor the tables of its fields.
our_files(portal_files web/portal)
our_files(base_files web/ui)
our_files(platform_files web/platform "web/platform/native" "web/platform/browser/images")
list(APPEND base_files ${platform_files})
foreach(name main net/transport net/errors net/writes)
    list(APPEND base_files "${CMAKE_SOURCE_DIR}/web/${name}.cpp")
endforeach()
our_files(web_files web "web/platform/" "web/ui/" "web/build/" "web/portal/")
list(REMOVE_ITEM web_files ${base_files})
set(exported_runtime ccall cwrap UTF8ToString stringToUTF8 lengthBytesUTF8 HEAPU8 HEAP32 HEAPF32 HEAPF64)
list(JOIN exported_runtime "," exported_runtime)
set(web_optimiser -O1)
if(CARNET_LTO)
    set(web_optimiser -Oz -sBINARYEN_EXTRA_PASSES=-Oz)
endif()
set(web_link ${web_optimiser} -sENVIRONMENT=web -sFILESYSTEM=0 -sALLOW_MEMORY_GROWTH=1 -sINITIAL_MEMORY=16MB -sTOTAL_STACK=1MB
    -sDYNAMIC_EXECUTION=0 -sGL_SUPPORT_AUTOMATIC_ENABLE_EXTENSIONS=0 -sGL_TRACK_ERRORS=0
    -sINCOMING_MODULE_JS_API=canvas,locateFile,instantiateWasm,onRuntimeInitialized,onAbort,print,printErr,preRun,postRun,arguments,noInitialRun,wasmMemory
    -sMIN_WEBGL_VERSION=2 -sMAX_WEBGL_VERSION=2 -sASSERTIONS=0 -sMALLOC=dlmalloc
    -sEXPORTED_RUNTIME_METHODS=${exported_runtime} -sEXPORTED_FUNCTIONS=_main,_malloc,_free)

add_library(web_base OBJECT ${base_files})
target_compile_options(web_base PRIVATE ${CARNET_SMALL})
target_link_libraries(web_base PUBLIC carnet_flags carnet_shared imgui json)
add_dependencies(web_base icons_header)
precompile(web_base)

# Emscripten drops what the page does not import after its optimiser has run: once more, 1 % less to
# download. Every browser with SIMD has these features.
find_program(WASM_OPT wasm-opt HINTS "${EMSCRIPTEN_ROOT_PATH}/../bin")
set(wasm_features --enable-simd --enable-bulk-memory --enable-sign-ext --enable-mutable-globals
    --enable-nontrapping-float-to-int --enable-reference-types --enable-multivalue)

# web_program(NAME FILES…)
function(web_program NAME)
    add_executable(${NAME} ${ARGN} $<TARGET_OBJECTS:web_base>)
    target_compile_options(${NAME} PRIVATE ${CARNET_SMALL})
    target_link_libraries(${NAME} PRIVATE carnet_flags carnet_shared imgui json)
    add_dependencies(${NAME} icons_header)
    precompile(${NAME} web_base)
    target_link_options(${NAME} PRIVATE ${web_link})
    set_target_properties(${NAME} PROPERTIES SUFFIX .js)
    if(CARNET_LTO AND WASM_OPT)
        add_custom_command(TARGET ${NAME} POST_BUILD
            COMMAND "${WASM_OPT}" ${wasm_features} -Oz --converge --low-memory-unused ${NAME}.wasm -o ${NAME}.wasm VERBATIM)
    endif()
endfunction()
web_program(staff ${web_files})
web_program(portal ${portal_files} "${CMAKE_SOURCE_DIR}/web/platform/browser/images.cpp")
include(.dev/cmake/bundle.cmake)

# The same tests of shared/ as natively, run by Node.
our_files(test_files tests/shared)
if(TARGET doctest AND test_files)
    add_executable(tests_shared_wasm ${test_files} tests/support/doctest_main.cpp)
    target_compile_options(tests_shared_wasm PRIVATE -O1)
    target_compile_definitions(tests_shared_wasm PRIVATE DOCTEST_CONFIG_NO_EXCEPTIONS_BUT_WITH_ALL_ASSERTS
        DOCTEST_CONFIG_NO_POSIX_SIGNALS CARNET_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
    target_link_libraries(tests_shared_wasm PRIVATE carnet_shared doctest)
    # NODERAWFS: tests read their tables from the repository, as they do natively.
    target_link_options(tests_shared_wasm PRIVATE -O1 -sENVIRONMENT=node -sNODERAWFS=1 -sALLOW_MEMORY_GROWTH=1
        -sTOTAL_STACK=1MB -sEXIT_RUNTIME=1 -sASSERTIONS=1)
    find_program(NODE NAMES node nodejs REQUIRED NO_CMAKE_FIND_ROOT_PATH)
    add_test(NAME tests_shared_wasm COMMAND "${NODE}" --no-experimental-fetch $<TARGET_FILE:tests_shared_wasm>
        WORKING_DIRECTORY "${CMAKE_SOURCE_DIR}")
endif()
