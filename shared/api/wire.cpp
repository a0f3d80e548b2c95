// The table of errors, and problem details, both ways.
#include "shared/api/wire.hpp"
#include "shared/core/json.hpp"

namespace carnet {
namespace {

struct ErrorRow {
    ErrorCode code;
    int status;
    std::string_view word;
    std::string_view title;
};
// Source: RFC 9110 §15 and RFC 6585 (statuses and their names), as read on 2026-11-21.
constexpr ErrorRow rows[] = {
    {ErrorCode::invalid, 422, "invalid", "Unprocessable Content"},
    {ErrorCode::malformed, 400, "malformed", "Bad Request"},
    {ErrorCode::unauthenticated, 401, "unauthenticated", "Unauthorized"},
    {ErrorCode::forbidden, 403, "forbidden", "Forbidden"},
    {ErrorCode::not_found, 404, "not_found", "Not Found"},
    {ErrorCode::conflict, 409, "conflict", "Conflict"},
    {ErrorCode::too_large, 413, "too_large", "Content Too Large"},
    {ErrorCode::unsupported_type, 415, "unsupported_type", "Unsupported Media Type"},
    {ErrorCode::precondition_required, 428, "precondition_required", "Precondition Required"},
    {ErrorCode::rate_limited, 429, "rate_limited", "Too Many Requests"},
    {ErrorCode::unavailable, 503, "unavailable", "Service Unavailable"},
    {ErrorCode::internal, 500, "internal", "Internal Server Error"},
    {ErrorCode::offline, 503, "offline", "Service Unavailable"},
};

const ErrorRow& row_of(ErrorCode code) {
    return rows[static_cast<std::size_t>(code)];
}

constexpr bool in_order() {
    for (std::size_t i = 0; i < std::size(rows); ++i)
        if (static_cast<std::size_t>(rows[i].code) != i)
            return false;
    return true;
}
static_assert(in_order());

// JSON text as the JSON it is; null when it is none.
Json value_json(const std::string& text) {
    auto json = parse_json(text.empty() ? "null" : text, Language::fr);
    return json ? std::move(json).value() : Json();
}

std::string json_text(const Json& value) {
    return value.is_null() ? "" : dump(value);
}

} // namespace

int status_of(ErrorCode code) {
    return row_of(code).status;
}
std::string_view status_title(ErrorCode code) {
    return row_of(code).title;
}
std::string_view code_word(ErrorCode code) {
    return row_of(code).word;
}

ErrorCode error_code_of(int status) {
    if (status == 0)
        return ErrorCode::offline;
    for (const ErrorRow& row : rows)
        if (row.status == status)
            return row.code;
    return status >= 400 && status < 500 ? ErrorCode::malformed : ErrorCode::internal;
}

Json problem_json(const Error& error) {
    const ErrorRow& row = row_of(error.code);
    Json json = {
        {"type", "about:blank"},
        {"title", row.title},
        {"status", row.status},
        {"detail", error.message},
        {"code", row.word}};
    if (error.fields.empty())
        return json;
    Json fields = Json::array();
    for (const FieldError& field : error.fields) {
        Json one = {{"field", field.field}, {"message", field.message}};
        if (error.code == ErrorCode::conflict) {
            one["theirs"] = value_json(field.theirs);
            one["original"] = value_json(field.original);
            one["by"] = field.by;
            one["at"] = field.at;
        }
        fields.push_back(std::move(one));
    }
    json["fields"] = std::move(fields);
    return json;
}

Error parse_problem(int status, std::string_view body, Language language) {
    Error error{error_code_of(status), "", {}};
    const auto json = parse_json(body, language);
    if (!json || !json->is_object())
        return error;
    error.message = json_string(*json, "detail", json_string(*json, "title"));
    for (const Json& field : json_at(*json, "fields")) {
        error.fields.push_back(
            {.field = json_string(field, "field"),
             .message = json_string(field, "message"),
             .theirs = json_text(json_at(field, "theirs")),
             .original = json_text(json_at(field, "original")),
             .by = json_string(field, "by"),
             .at = json_string(field, "at")}
        );
    }
    return error;
}

} // namespace carnet
