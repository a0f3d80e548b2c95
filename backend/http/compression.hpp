// Compressing answers that are made at run time. Files are compressed at build time
// (static_files.hpp).
#pragma once

#include "backend/http/response.hpp"

namespace carnet {

enum class Coding { none, gzip, brotli };

// The best coding the request accepts.
Coding accepted_coding(const Request& request);
std::string_view coding_name(Coding coding); // "br", "gzip", "".

// Quick settings, for answers made per request. `quality`: 1–11 of brotli.
std::string compress(std::string_view bytes, Coding coding, int quality = 4);

// Compresses the body of a larger text answer when the request asks for it, and says so in the
// headers.
void compress_response(const Request& request, Response& response);

} // namespace carnet
