# The server and the unit tests, with the machine's own compiler.
if(CARNET_SANITIZE)
    add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer -g1 -O1)
    add_compile_definitions(_GLIBCXX_ASSERTIONS)
    add_link_options(-fsanitize=address,undefined)
endif()
if(CMAKE_BUILD_TYPE STREQUAL Release)
    # No path of the building machine in the program; a server on the network gets the usual hardening.
    set(CMAKE_CXX_FLAGS_RELEASE "-O2 -DNDEBUG")
    add_compile_options("-ffile-prefix-map=${CMAKE_SOURCE_DIR}/=" -fstack-protector-strong -D_FORTIFY_SOURCE=2)
endif()
if(CARNET_FUZZ)
    add_compile_options(-fsanitize=fuzzer-no-link)
endif()
include(.dev/cmake/third_party.cmake)
include(.dev/cmake/icons_header.cmake)

# shared/ keeps to what works without exceptions, and the wasm build proves it. Natively it is compiled
# with them all the same: nlohmann_json's inline functions must be identical on both sides of one program.
our_files(shared_files shared)
our_library(carnet_shared ${shared_files})
target_link_libraries(carnet_shared PUBLIC json)
precompile(carnet_shared)
if(NOT CARNET_SANITIZE)
    # Lists and searches of the server run over 100,000 rows in memory.
    set(fast_files ${shared_files})
    list(FILTER fast_files INCLUDE REGEX "/shared/book/")
    set_source_files_properties(${fast_files} PROPERTIES COMPILE_OPTIONS -O3)
endif()

# The web files inside the executable. Without a bundle the table is empty.
if(NOT CARNET_WEB)
    set(CARNET_WEB "${CMAKE_BINARY_DIR}/no-web")
endif()
if(NOT EXISTS "${CARNET_WEB}/embedded_files.cpp")
    execute_process(COMMAND "${PYTHON}" "${CMAKE_SOURCE_DIR}/web/build/bundle.py" --empty "${CARNET_WEB}"
        COMMAND_ERROR_IS_FATAL ANY)
endif()
add_library(carnet_web_files STATIC "${CARNET_WEB}/embedded_files.cpp")
target_link_libraries(carnet_web_files PUBLIC carnet_flags)

file(GLOB migrations CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/backend/migrations/*.sql")
set(MIGRATIONS "${CMAKE_BINARY_DIR}/generated/backend/db/migrations_list.cpp")
add_custom_command(OUTPUT "${MIGRATIONS}"
    COMMAND "${PYTHON}" "${CMAKE_SOURCE_DIR}/backend/build/migrations.py" "${MIGRATIONS}" ${migrations}
    DEPENDS "${CMAKE_SOURCE_DIR}/backend/build/migrations.py" ${migrations}
    COMMENT "Migrations")

# The fonts of PDF files, cut down, inside the executable: the server needs no font at run time.
set(dejavu /usr/share/fonts/truetype/dejavu CACHE PATH "Folder of DejaVuSans.ttf and DejaVuSans-Bold.ttf")
set(PDF_FONTS "${CMAKE_BINARY_DIR}/generated/pdf_fonts.cpp")
add_custom_command(OUTPUT "${PDF_FONTS}"
    COMMAND "${PYTHON}" "${CMAKE_SOURCE_DIR}/backend/build/fonts.py" "${PDF_FONTS}" "${CMAKE_BINARY_DIR}/generated/fonts"
        "${dejavu}/DejaVuSans.ttf" "${dejavu}/DejaVuSans-Bold.ttf"
    DEPENDS "${CMAKE_SOURCE_DIR}/backend/build/fonts.py" "${dejavu}/DejaVuSans.ttf" "${dejavu}/DejaVuSans-Bold.ttf"
    COMMENT "Fonts of PDF files")

our_files(backend_files backend "backend/main\\.cpp")
our_library(carnet_backend ${backend_files} "${MIGRATIONS}" "${PDF_FONTS}")
target_link_libraries(carnet_backend PUBLIC carnet_shared carnet_web_files httplib json haru PkgConfig::sqlite3
    PkgConfig::libsodium PkgConfig::libutf8proc xlsxwriter PkgConfig::libbrotlienc
    PkgConfig::libbrotlidec PkgConfig::zlib PkgConfig::libcurl Threads::Threads)
precompile(carnet_backend)

file(GLOB main CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/backend/main.cpp")
if(main)
    add_executable(carnet ${main})
    target_link_libraries(carnet PRIVATE carnet_backend)
endif()

# The web application without a browser: everything but the page's side of web/platform.
our_files(web_files web "web/main\\.cpp" "web/platform/browser" "web/build/" "web/portal/")
our_library(carnet_web ${web_files})
target_link_libraries(carnet_web PUBLIC carnet_shared imgui json)
add_dependencies(carnet_web icons_header)

include(.dev/cmake/tests.cmake)
