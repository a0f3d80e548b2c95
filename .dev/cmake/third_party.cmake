# Third-party code as targets. Pinned sources come from .build/deps (see .dev/sources.txt); with open
# internet, pass FETCHCONTENT_SOURCE_DIR_<NAME> to build from a copy of your own.
set(CARNET_DEPS "${CMAKE_SOURCE_DIR}/.build/deps" CACHE PATH "Where ./dev keeps fetched sources")

function(carnet_source NAME)
    string(TOUPPER ${NAME} upper)
    file(STRINGS "${CMAKE_SOURCE_DIR}/.dev/sources.txt" line REGEX "^${NAME} ")
    string(REGEX MATCH "^[^ ]+ +([^ ]+)" _ "${line}")
    set(folder "${CARNET_DEPS}/${NAME}-${CMAKE_MATCH_1}")
    if(FETCHCONTENT_SOURCE_DIR_${upper})
        set(folder "${FETCHCONTENT_SOURCE_DIR_${upper}}")
    endif()
    if(NOT EXISTS "${folder}")
        message(FATAL_ERROR "The source of ${NAME} is not in ${folder}: run ./dev build once, it fetches it.")
    endif()
    set(${NAME}_SOURCE_DIR "${folder}" PARENT_SCOPE)
endfunction()

# nlohmann_json is header-only. Only its own folder is exposed: the system include folder as a whole
# would put Linux headers in front of Emscripten's.
find_path(NLOHMANN_INCLUDE nlohmann/json.hpp PATHS /usr/include /usr/local/include REQUIRED NO_CMAKE_FIND_ROOT_PATH)
find_path(DOCTEST_INCLUDE doctest/doctest.h PATHS /usr/include /usr/local/include NO_CMAKE_FIND_ROOT_PATH)
set(only "${CMAKE_BINARY_DIR}/include-only")
file(MAKE_DIRECTORY "${only}/json" "${only}/doctest")
file(CREATE_LINK "${NLOHMANN_INCLUDE}/nlohmann" "${only}/json/nlohmann" SYMBOLIC)
add_library(json INTERFACE)
target_include_directories(json SYSTEM INTERFACE "${only}/json")
if(DOCTEST_INCLUDE)
    file(CREATE_LINK "${DOCTEST_INCLUDE}/doctest" "${only}/doctest/doctest" SYMBOLIC)
    add_library(doctest INTERFACE)
    target_include_directories(doctest SYSTEM INTERFACE "${only}/doctest")
endif()

# Dear ImGui. Natively there is no renderer: tests drive the views and look at what they submit.
carnet_source(imgui)
set(imgui_files imgui.cpp imgui_draw.cpp imgui_widgets.cpp)
if(EMSCRIPTEN)
    list(APPEND imgui_files backends/imgui_impl_sdl2.cpp backends/imgui_impl_opengl3.cpp)
else()
    list(APPEND imgui_files imgui_tables.cpp)
endif()
list(TRANSFORM imgui_files PREPEND "${imgui_SOURCE_DIR}/")
if(EMSCRIPTEN)
    list(APPEND imgui_files "${CMAKE_SOURCE_DIR}/web/build/imgui_absent.cpp")
endif()
add_library(imgui STATIC ${imgui_files})
target_include_directories(imgui SYSTEM PUBLIC "${imgui_SOURCE_DIR}" "${imgui_SOURCE_DIR}/backends")
target_include_directories(imgui PRIVATE "${CMAKE_SOURCE_DIR}")
target_compile_definitions(imgui PUBLIC IMGUI_USER_CONFIG="${CMAKE_SOURCE_DIR}/web/imconfig.h")

if(EMSCRIPTEN)
    target_compile_options(imgui PRIVATE ${CARNET_SMALL} -fno-exceptions -fno-rtti)
    # Asking WebGL for its state waits until everything drawn so far is done: see web/platform/browser/gl_state.cpp.
    set_source_files_properties("${imgui_SOURCE_DIR}/backends/imgui_impl_opengl3.cpp"
        PROPERTIES COMPILE_DEFINITIONS "glGetIntegerv=carnet_gl_get_integerv")
    # imgui_impl_sdl2.cpp 1.92 uses EM_JS without including its header when the compiler is this old.
    set_source_files_properties("${imgui_SOURCE_DIR}/backends/imgui_impl_sdl2.cpp"
        PROPERTIES COMPILE_OPTIONS "-include;emscripten.h")

    # SDL2: window, GL context and pointer only. Its own CMake takes minutes under Emscripten.
    carnet_source(sdl2)
    set(sdl2_files)
    foreach(folder . atomic cpuinfo events file libm stdlib thread thread/generic timer timer/unix video video/yuv2rgb
            video/emscripten misc misc/emscripten locale locale/emscripten)
        file(GLOB files "${sdl2_SOURCE_DIR}/src/${folder}/*.c")
        list(APPEND sdl2_files ${files})
    endforeach()
    # Copying between pixel formats: 25 KB to download for a program that has no SDL surfaces.
    list(FILTER sdl2_files EXCLUDE REGEX "/SDL_(blit.*|RLEaccel)\\.c$")
    add_library(sdl2 STATIC ${sdl2_files} "${CMAKE_SOURCE_DIR}/web/build/sdl_absent.c")
    target_include_directories(sdl2 SYSTEM PUBLIC "${sdl2_SOURCE_DIR}/include")
    target_compile_definitions(sdl2 PRIVATE SDL_AUDIO_DISABLED=1 SDL_JOYSTICK_DISABLED=1 SDL_HAPTIC_DISABLED=1
        SDL_SENSOR_DISABLED=1 SDL_RENDER_DISABLED=1 SDL_HIDAPI_DISABLED=1 SDL_POWER_DISABLED=1 SDL_THREADS_DISABLED=1)
    target_compile_options(sdl2 PRIVATE ${CARNET_SMALL} -w -DeglGetProcAddress=carnet_gl_function)
    target_link_libraries(imgui PUBLIC sdl2)
else()
    carnet_source(httplib)
    find_package(PkgConfig REQUIRED)
    find_package(Threads REQUIRED)
    foreach(name sqlite3 libsodium libutf8proc libbrotlienc libbrotlidec zlib openssl libcurl)
        pkg_check_modules(${name} IMPORTED_TARGET ${name})
        if(NOT ${name}_FOUND)
            message(FATAL_ERROR "The library ${name} is missing: run ./dev build, it installs it.")
        endif()
    endforeach()
    # Its pkg-config file asks for more than its Debian package brings along.
    find_path(XLSXWRITER_INCLUDE xlsxwriter.h REQUIRED)
    find_library(XLSXWRITER_LIBRARY xlsxwriter REQUIRED)
    add_library(xlsxwriter INTERFACE)
    target_link_libraries(xlsxwriter INTERFACE "${XLSXWRITER_LIBRARY}")
    # One-page PDF certificates. It has no pkg-config file.
    find_path(HARU_INCLUDE hpdf.h REQUIRED)
    find_library(HARU_LIBRARY hpdf REQUIRED)
    add_library(haru INTERFACE)
    target_include_directories(haru SYSTEM INTERFACE "${HARU_INCLUDE}")
    target_link_libraries(haru INTERFACE "${HARU_LIBRARY}")
    add_library(httplib INTERFACE)
    target_include_directories(httplib SYSTEM INTERFACE "${httplib_SOURCE_DIR}")
    # The same for every file that sees httplib.h: its classes change shape with these.
    target_compile_definitions(httplib INTERFACE CPPHTTPLIB_OPENSSL_SUPPORT)
    target_link_libraries(httplib INTERFACE PkgConfig::openssl PkgConfig::zlib Threads::Threads)
endif()
