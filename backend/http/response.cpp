// Making answers: JSON, problem details, redirects.
#include "backend/http/response.hpp"

#include "shared/texts/server.hpp"
#include "shared/texts/validation.hpp"

#include <array>

namespace carnet {
namespace {

struct ErrorRow {
    ErrorCode code;
    int status;
    std::string_view word; // `code` of the problem details.
    std::string_view title;
};
constexpr std::array<ErrorRow, 12> error_rows = {{
    {ErrorCode::invalid, 422, "invalid", "Unprocessable Content"},
    {ErrorCode::malformed, 400, "malformed", "Bad Request"},
    {ErrorCode::unauthenticated, 401, "unauthenticated", "Unauthorized"},
    {ErrorCode::forbidden, 403, "forbidden", "Forbidden"},
    {ErrorCode::not_found, 404, "not_found", "Not Found"},
    {ErrorCode::conflict, 409, "conflict", "Conflict"},
    {ErrorCode::too_large, 413, "too_large", "Content Too Large"},
    {ErrorCode::unsupported_type, 415, "unsupported_type", "Unsupported Media Type"},
    {ErrorCode::rate_limited, 429, "rate_limited", "Too Many Requests"},
    {ErrorCode::unavailable, 503, "unavailable", "Service Unavailable"},
    {ErrorCode::internal, 500, "internal", "Internal Server Error"},
    {ErrorCode::offline, 503, "offline", "Service Unavailable"},
}};

const ErrorRow& row_of(ErrorCode code) {
    for (const ErrorRow& row : error_rows)
        if (row.code == code)
            return row;
    return error_rows[10];
}

// Values of a conflict travel as the JSON they are.
Json value_json(const std::string& text) {
    auto json = parse_json(text.empty() ? "null" : text, Language::fr);
    return json ? std::move(json).value() : Json();
}

} // namespace

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

Response problem_response(const Error& error) {
    const ErrorRow& row = row_of(error.code);
    Json json{
        {"type", "about:blank"},
        {"title", row.title},
        {"status", row.status},
        {"detail", error.message},
        {"code", row.word}};
    if (!error.fields.empty()) {
        Json& fields = json["fields"] = Json::array();
        for (const FieldError& field : error.fields) {
            Json one{{"field", field.field}, {"message", field.message}};
            if (error.code == ErrorCode::conflict) {
                one["theirs"] = value_json(field.theirs);
                one["original"] = value_json(field.original);
                one["by"] = field.by;
                one["at"] = field.at;
            }
            fields.push_back(std::move(one));
        }
    }
    Response response = json_response(json, row.status);
    response.content_type = "application/problem+json";
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
