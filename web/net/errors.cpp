// From an answer that is no success to the Error that views and toasts show (RFC 9457 problem
// details).
#include "shared/api/wire.hpp"
#include "shared/core/json.hpp"
#include "shared/texts/app_net.hpp"
#include "web/net/resource_cache.hpp"

namespace carnet::net {

namespace {

const char* default_message(ErrorCode code, Language language) {
    switch (code) {
    case ErrorCode::offline:
        return tr(texts::error_offline, language);
    case ErrorCode::unauthenticated:
        return tr(texts::error_signed_out, language);
    case ErrorCode::forbidden:
        return tr(texts::error_forbidden, language);
    case ErrorCode::not_found:
        return tr(texts::error_not_found, language);
    case ErrorCode::conflict:
        return tr(texts::error_conflict, language);
    case ErrorCode::too_large:
        return tr(texts::error_too_large, language);
    case ErrorCode::rate_limited:
        return tr(texts::error_rate_limited, language);
    case ErrorCode::unavailable:
        return tr(texts::error_unavailable, language);
    default:
        return tr(texts::error_internal, language);
    }
}

// Conflicting values arrive as JSON; views show a text without its quotation marks.
std::string plain_text(const std::string& json_text) {
    const auto json = parse_json(json_text, Language::fr);
    const auto* text = json ? json->get_ptr<const std::string*>() : nullptr;
    return text ? *text : json_text;
}

} // namespace

Error error_of(const HttpResponse& response, Language language) {
    Error error = parse_problem(response.status, response.body, language);
    for (FieldError& field : error.fields) {
        field.theirs = plain_text(field.theirs);
        field.original = plain_text(field.original);
    }
    if (error.message.empty())
        error.message = default_message(error.code, language);
    return error;
}

} // namespace carnet::net
