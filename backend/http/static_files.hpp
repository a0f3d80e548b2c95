// The web application's embedded files as answers: best encoding, caching, ETag.
#pragma once

#include "backend/http/embedded_files.hpp"
#include "backend/http/response.hpp"

namespace carnet {

// Null when there is no such file.
const EmbeddedFile* find_embedded(std::string_view path);

// Chooses brotli, gzip or the file as it is; hashed names are cached for a year, the others are
// asked for again.
Response file_response(const Request& request, const EmbeddedFile& file);

} // namespace carnet
