# generated/web/ui/icons.hpp: the names and code points of assets/icons.txt.
set(ICONS_HEADER "${CMAKE_BINARY_DIR}/generated/web/ui/icons.hpp")
add_custom_command(OUTPUT "${ICONS_HEADER}"
    COMMAND "${PYTHON}" "${CMAKE_SOURCE_DIR}/assets/icons.py" header "${ICONS_HEADER}"
    DEPENDS "${CMAKE_SOURCE_DIR}/assets/icons.py" "${CMAKE_SOURCE_DIR}/assets/icons.txt"
    COMMENT "Icon names")
add_custom_target(icons_header DEPENDS "${ICONS_HEADER}")
