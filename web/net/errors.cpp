// From an answer that is no success to the Error that views and toasts show (RFC 9457 problem details).
#include "shared/core/json.hpp"
#include "shared/texts/app_net.hpp"
#include "web/net/resource_cache.hpp"

namespace carnet::net {

namespace {

ErrorCode code_of(int status) {
    switch (status) {
        case 0: return ErrorCode::offline;
        case 400: return ErrorCode::malformed;
        case 401: return ErrorCode::unauthenticated;
        case 403: return ErrorCode::forbidden;
        case 404: return ErrorCode::not_found;
        case 409: return ErrorCode::conflict;
        case 413: return ErrorCode::too_large;
        case 415: return ErrorCode::unsupported_type;
        case 422: return ErrorCode::invalid;
        case 429: return ErrorCode::rate_limited;
        case 503: return ErrorCode::unavailable;
        default: return ErrorCode::internal;
    }
}

const char* default_message(ErrorCode code, Language language) {
    switch (code) {
        case ErrorCode::offline: return tr(texts::error_offline, language);
        case ErrorCode::unauthenticated: return tr(texts::error_signed_out, language);
        case ErrorCode::forbidden: return tr(texts::error_forbidden, language);
        case ErrorCode::not_found: return tr(texts::error_not_found, language);
        case ErrorCode::conflict: return tr(texts::error_conflict, language);
        case ErrorCode::too_large: return tr(texts::error_too_large, language);
        case ErrorCode::rate_limited: return tr(texts::error_rate_limited, language);
        case ErrorCode::unavailable: return tr(texts::error_unavailable, language);
        default: return tr(texts::error_internal, language);
    }
}

// Conflicting values travel as JSON; a text of JSON is kept as it is.
std::string json_text(const Json& value) {
    if (value.is_null()) return {};
    return value.is_string() ? value.get<std::string>() : dump(value);
}

}  // namespace

Error error_of(const HttpResponse& response, Language language) {
    Error error;
    error.code = code_of(response.status);
    const auto json = response.body.empty() ? Result<Json>(Json()) : parse_json(response.body, language);
    if (json && json->is_object()) {
        error.message = json_string(*json, "detail", json_string(*json, "title"));
        const Json& fields = json_at(*json, "fields");
        if (fields.is_array()) {
            for (const auto& field : fields) {
                FieldError f;
                f.field = json_string(field, "field");
                f.message = json_string(field, "message");
                f.theirs = json_text(json_at(field, "theirs"));
                f.original = json_text(json_at(field, "original"));
                f.by = json_string(field, "by");
                f.at = json_string(field, "at");
                error.fields.push_back(std::move(f));
            }
        }
    }
    if (error.message.empty()) error.message = default_message(error.code, language);
    return error;
}

}  // namespace carnet::net
