// Security headers and the same-origin check.
#include "backend/http/security.hpp"

namespace carnet {

void add_security_headers(Response& response, bool secure) {
    // 'wasm-unsafe-eval' allows compiling our wasm and no eval() of text. Files of others bring a
    // stricter policy of their own.
    if (response.find_header("Content-Security-Policy").empty())
        response.header(
            "Content-Security-Policy",
            "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; "
            "connect-src "
            "'self'; "
            "img-src 'self' data: blob:; object-src 'none'; base-uri 'none'; frame-ancestors "
            "'none'; "
            "form-action 'self'"
        );
    response.header("X-Content-Type-Options", "nosniff");
    response.header("X-Frame-Options", "DENY");
    response.header("Referrer-Policy", "same-origin");
    response.header(
        "Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"
    );
    response.header("Cross-Origin-Opener-Policy", "same-origin");
    response.header("Cross-Origin-Embedder-Policy", "require-corp");
    response.header("Cross-Origin-Resource-Policy", "same-origin");
    if (secure)
        response.header("Strict-Transport-Security", "max-age=31536000");
}

bool same_origin(const Request& request) {
    const std::string_view site = request.header("Sec-Fetch-Site");
    if (!site.empty() && site != "same-origin" && site != "none")
        return false;
    const std::string_view origin = request.header("Origin");
    if (origin.empty())
        return true;
    // A proxy may speak TLS for us, so only host and port are compared; "null" has neither.
    const std::size_t scheme = origin.find("://");
    return scheme != std::string_view::npos && origin.substr(scheme + 3) == request.header("Host");
}

} // namespace carnet
