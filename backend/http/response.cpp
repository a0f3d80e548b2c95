// Making answers: JSON, problem details, redirects.
#include "backend/http/response.hpp"

#include "shared/api/wire.hpp"
#include "shared/core/json.hpp"
#include "shared/texts/server.hpp"

namespace carnet {

Response& Response::header(std::string_view name, std::string_view value) {
    headers.emplace_back(name, value);
    return *this;
}

std::string_view Response::find_header(std::string_view name) const {
    for (const auto& [key, value] : headers)
        if (key == name)
            return value;
    return {};
}

Response json_response(const Json& json, int status) {
    Response response;
    response.status = status;
    response.body = dump(json);
    return response;
}

Response html_response(std::string html, int status) {
    Response response;
    response.status = status;
    response.content_type = "text/html; charset=utf-8";
    response.body = std::move(html);
    return response;
}

Response no_content() {
    Response response;
    response.status = 204;
    response.content_type.clear();
    return response;
}

Response redirect(std::string_view location) {
    Response response = no_content();
    response.status = 303;
    response.header("Location", location);
    return response;
}

namespace {
// Source: RFC 9110 §15.5, as read on 2026-11-22.
std::string_view finer_title(int status) {
    return status == 405   ? "Method Not Allowed"
           : status == 414 ? "URI Too Long"
           : status == 416 ? "Range Not Satisfiable"
                           : "";
}
} // namespace

Response problem_response(const Error& error, int status) {
    Json json = problem_json(error);
    if (status != 0) {
        json["status"] = status;
        if (const std::string_view title = finer_title(status); !title.empty())
            json["title"] = title;
    }
    Response response = json_response(json, status != 0 ? status : status_of(error.code));
    response.content_type = problem_content_type;
    return response;
}

Error make_error(ErrorCode code, std::string_view message) {
    return {code, std::string(message), {}};
}

Error invalid(std::string_view field, std::string_view message) {
    return {
        ErrorCode::invalid,
        std::string(message),
        {{.field = std::string(field), .message = std::string(message)}}};
}

Error not_found(Language language) {
    return make_error(ErrorCode::not_found, tr(texts::not_found, language));
}
Error forbidden(Language language) {
    return make_error(ErrorCode::forbidden, tr(texts::forbidden, language));
}

bool etag_matches(const Request& request, std::string_view etag) {
    const std::string_view wanted = request.header("If-None-Match");
    if (wanted.empty() || etag.empty())
        return false;
    if (wanted == "*")
        return true;
    // Weak comparison: W/"x" and "x" are the same here.
    if (etag.substr(0, 2) == "W/")
        etag.remove_prefix(2);
    return wanted.find(etag) != std::string_view::npos;
}

} // namespace carnet
