// A stored file as an answer: streamed at constant memory, with ranges, validators and headers that
// keep a foreign file from running in our origin. Rights are the caller's affair.
#pragma once

#include "backend/http/response.hpp"

#include <string>
#include <string_view>

namespace carnet {

class App;

// `inline_ok`: the person asked to look at it. Shown in the browser only when its content is a PDF
// or a picture (shown_inline); everything else is a download, whatever was asked.
Response file_response(
    const Request& request,
    App& app,
    std::string_view sha256,
    std::string_view file_name,
    std::string_view media_type,
    bool inline_ok
);

// The value of Content-Disposition for a name of any letters (RFC 6266, RFC 8187).
std::string content_disposition(std::string_view file_name, bool inline_shown);

} // namespace carnet
