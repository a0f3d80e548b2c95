# Fonts, and the bundle of everything the browser fetches: hashed names, precompressed, as one C++ file
# that the native build puts into the server.
set(font_folder "${CMAKE_BINARY_DIR}/fonts")
set(tabler "${CARNET_DEPS}/tabler-3.49.0")
set(inter /usr/share/fonts/opentype/inter CACHE PATH "Folder of Inter-Regular.otf and its siblings")
set(fonts)
foreach(pair 400=Regular 500=Medium 600=SemiBold)
    string(REPLACE "=" ";" pair "${pair}")
    list(GET pair 0 weight)
    list(GET pair 1 style)
    add_custom_command(OUTPUT "${font_folder}/inter-${weight}.otf"
        COMMAND "${PYTHON}" "${CMAKE_SOURCE_DIR}/assets/inter.py" "${inter}/Inter-${style}.otf"
            "${font_folder}/inter-${weight}.otf"
        DEPENDS "${CMAKE_SOURCE_DIR}/assets/inter.py" "${inter}/Inter-${style}.otf"
        COMMENT "Font inter-${weight}.otf")
    list(APPEND fonts "${font_folder}/inter-${weight}.otf")
endforeach()
add_custom_command(OUTPUT "${font_folder}/icons.ttf"
    COMMAND "${PYTHON}" "${CMAKE_SOURCE_DIR}/assets/icons.py" font "${tabler}" "${font_folder}/icons.ttf"
    DEPENDS "${CMAKE_SOURCE_DIR}/assets/icons.py" "${CMAKE_SOURCE_DIR}/assets/icons.txt"
    COMMENT "Font icons.ttf")
list(APPEND fonts "${font_folder}/icons.ttf")
add_custom_target(fonts DEPENDS ${fonts})

if(NOT CARNET_WEB)
    set(CARNET_WEB "${CMAKE_BINARY_DIR}/bundle")
endif()
# The page's own scripts, as one file.
file(GLOB glue CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/web/glue/*.js")
list(SORT glue)
add_custom_command(OUTPUT "${CMAKE_BINARY_DIR}/glue.js"
    COMMAND "${PYTHON}" "${CMAKE_SOURCE_DIR}/web/build/glue.py" "${CMAKE_BINARY_DIR}/glue.js" ${glue}
    DEPENDS "${CMAKE_SOURCE_DIR}/web/build/glue.py" ${glue}
    COMMENT "glue.js")
file(GLOB pages CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/web/*.html" "${CMAKE_SOURCE_DIR}/web/*.css"
    "${CMAKE_SOURCE_DIR}/web/pieces/*.html" "${CMAKE_SOURCE_DIR}/web/static/*")
add_custom_command(OUTPUT "${CARNET_WEB}/embedded_files.cpp"
    COMMAND "${PYTHON}" "${CMAKE_SOURCE_DIR}/web/build/bundle.py" "${CARNET_WEB}"
        "${CMAKE_BINARY_DIR}/staff.wasm" "${CMAKE_BINARY_DIR}/staff.js" "${CMAKE_BINARY_DIR}/portal.wasm"
        "${CMAKE_BINARY_DIR}/portal.js" "${CMAKE_BINARY_DIR}/glue.js" ${fonts} ${pages}
    DEPENDS staff portal "${CMAKE_BINARY_DIR}/staff.js" "${CMAKE_BINARY_DIR}/portal.js" "${CMAKE_BINARY_DIR}/glue.js" "${CMAKE_SOURCE_DIR}/web/build/bundle.py" ${fonts} ${pages}
    COMMENT "Web bundle")
add_custom_target(web DEPENDS "${CARNET_WEB}/embedded_files.cpp")
add_test(NAME download_budget COMMAND "${PYTHON}" "${CMAKE_SOURCE_DIR}/web/build/bundle.py" --budget "${CARNET_WEB}")
