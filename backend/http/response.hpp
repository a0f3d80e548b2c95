// One HTTP answer. Handlers make it with the functions below; the dispatcher adds security headers,
// position, compression and ETag.
#pragma once

#include "backend/http/request.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace carnet {

// Where a streaming answer writes to.
class StreamSink {
  public:
    virtual ~StreamSink() = default;
    virtual bool write(std::string_view bytes) = 0; // False: the other side has gone.
};

struct Response {
    int status = 200;
    std::string content_type = "application/json";
    std::string body;
    std::string_view static_body; // Instead of `body`, for bytes that live as long as the program.
    std::vector<NameValue> headers; // Beside what the dispatcher adds.
    // Instead of a body: called again and again on the connection's own thread until it returns
    // false. It may block for at most some seconds (LiveHub::Stream::wait); it runs without any
    // transaction.
    std::function<bool(StreamSink&)> stream;
    // Instead of a body too: `length` bytes, given piece by piece as the connection takes them.
    // Called with how many were given so far; writes at least one, or returns false when it cannot.
    std::int64_t length = 0;
    std::function<bool(std::int64_t offset, StreamSink&)> provider;
    bool compressible = true; // False: already compressed, or secret beside foreign text.

    Response& header(std::string_view name, std::string_view value);
    std::string_view find_header(std::string_view name) const;
};

Response json_response(const Json& json, int status = 200);
Response html_response(std::string html, int status = 200);
Response no_content();                        // 204
Response redirect(std::string_view location); // 303 See Other.
// RFC 9457 problem details, with `code` and `fields`.
// `status` where HTTP has a finer one than the error's code; the body says the same.
Response problem_response(const Error& error, int status = 0);

// Shorthands for handlers: `return invalid("email", tr(texts::…, language));`
Error make_error(ErrorCode code, std::string_view message);
Error invalid(std::string_view field, std::string_view message);
Error not_found(Language language);
Error forbidden(Language language);

// True when the request's If-None-Match names this ETag.
bool etag_matches(const Request& request, std::string_view etag);

} // namespace carnet
