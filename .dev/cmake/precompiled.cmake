# precompile(TARGET [OF]): the headers that nearly every file reads, parsed once; a file compiles in three quarters
# of the time. OF is a target with the same flags whose parsed headers serve here too. Not in the sanitized build:
# there, a file that lacks an #include of its own does not compile.
function(precompile TARGET)
    if(CARNET_SANITIZE)
        return()
    endif()
    if(ARGN)
        target_precompile_headers(${TARGET} REUSE_FROM ${ARGN})
        return()
    endif()
    target_precompile_headers(${TARGET} PRIVATE <algorithm> <array> <charconv> <chrono> <functional> <map> <memory>
        <optional> <set> <span> <string> <string_view> <unordered_map> <vector> <nlohmann/json.hpp>)
    if(CMAKE_CXX_COMPILER_ID MATCHES Clang)
        # The same headers give the same bytes, whenever they are parsed: what ccache asks for.
        target_compile_options(${TARGET} PRIVATE "SHELL:-Xclang -fno-pch-timestamp")
    else()
        # g++ 12 forgets that parsed headers were system headers, and warns of std::string's own copies.
        target_compile_options(${TARGET} PRIVATE -Wno-array-bounds -Wno-stringop-overflow)
    endif()
endfunction()
