// The files of the web application inside the executable: what web/build/bundle.py generated.
// Read by the route that serves the page; the table is empty in a build without the web
// application.
#pragma once

#include <span>
#include <string_view>

namespace carnet {

/// One file, in the three forms a browser may ask for. All of it lives as long as the program.
struct EmbeddedFile {
    std::string_view path; ///< "/static/staff.1a2b3c4d.wasm"; the page itself is "/index.html".
    std::string_view content_type; ///< The whole header value, with its charset.
    std::string_view raw;          ///< As the browser finally sees it.
    std::string_view brotli;       ///< Empty if brotli does not make it smaller.
    std::string_view gzip;         ///< Empty if gzip does not make it smaller.
    std::string_view etag;         ///< Quoted, from the content: "\"1a2b3c4d5e6f7a8b\"".
    bool immutable = false;        ///< The name holds a hash of the content: cache for a year.
};

/// All files, sorted by path, so that one is found by binary search.
std::span<const EmbeddedFile> embedded_files();

/// Changes when any file changes: lets an open page notice that a newer one is served. "none"
/// without files.
std::string_view embedded_build_id();

} // namespace carnet
