// Serving the files that are part of the executable.
#include "backend/http/static_files.hpp"

#include "backend/http/compression.hpp"

#include <algorithm>

namespace carnet {

const EmbeddedFile* find_embedded(std::string_view path) {
    const auto files = embedded_files();
    const auto found = std::lower_bound(
        files.begin(),
        files.end(),
        path,
        [](const EmbeddedFile& file, std::string_view p) { return file.path < p; }
    );
    return found != files.end() && found->path == path ? &*found : nullptr;
}

Response file_response(const Request& request, const EmbeddedFile& file) {
    Response response;
    response.content_type = file.content_type;
    response.compressible = false;
    response.static_body = file.raw;
    Coding coding = accepted_coding(request);
    // A browser that takes brotli takes gzip too.
    if (coding == Coding::brotli && file.brotli.empty())
        coding = Coding::gzip;
    if (coding == Coding::gzip && file.gzip.empty())
        coding = Coding::none;
    if (coding == Coding::brotli)
        response.static_body = file.brotli;
    if (coding == Coding::gzip)
        response.static_body = file.gzip;
    if (coding != Coding::none)
        response.header("Content-Encoding", coding_name(coding));
    response.header("Vary", "Accept-Encoding");
    response.header(
        "Cache-Control", file.immutable ? "public, max-age=31536000, immutable" : "no-cache"
    );
    // Each encoding is a representation of its own.
    std::string etag(file.etag);
    if (coding != Coding::none && !etag.empty())
        etag.insert(etag.size() - 1, "-" + std::string(coding_name(coding)));
    response.header("ETag", etag);
    return response;
}

} // namespace carnet
