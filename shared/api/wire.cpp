// The table of errors, problem details and field changes on the wire.
#include "shared/api/wire.hpp"

#include "shared/texts/validation.hpp"

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

// What is wrong with one field of a change; "" when `write` was filled.
std::string
read_change(const Field& field, const Json& change, const Actor& actor, FieldWrite& write) {
    const Language language = actor.language;
    if (field.origin == FieldOrigin::system)
        return tr(texts::system_field, language);
    if (!actor.may(field.write))
        return tr(texts::field_not_allowed, language);
    if (!change.is_object() || !change.contains("value"))
        return tr(texts::wrong_type, language);
    for (const auto& item : change.items())
        if (item.key() != "value" && item.key() != "version")
            return tr(texts::unknown_field, language);
    if (!json_at(change, "version").is_null() && !json_at(change, "version").is_number_integer())
        return tr(texts::wrong_type, language);
    auto value = from_json(field, json_at(change, "value"), language);
    if (!value)
        return value.error().fields[0].message;
    write = {&field, std::move(value).value(), json_int(change, "version")};
    const Status status = check_value(field, write.value, language);
    return status ? "" : status.error().fields[0].message;
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

Json patch_body(std::span<const FieldWrite> writes) {
    Json fields = Json::object();
    for (const FieldWrite& write : writes)
        fields[std::string(write.field->name)] = {
            {"value", to_json(write.value)}, {"version", write.version}};
    return {{"fields", std::move(fields)}};
}

Result<std::vector<FieldWrite>>
parse_patch(const EntitySpec& spec, const Json& fields, const Actor& actor) {
    const Language language = actor.language;
    if (!fields.is_object() || fields.empty())
        return Error{
            ErrorCode::malformed,
            tr(texts::not_an_object, language),
            {{.field = "fields", .message = tr(texts::not_an_object, language)}}};
    Error error{ErrorCode::invalid, tr(texts::check_fields, language), {}};
    std::vector<FieldWrite> writes;
    for (const auto& item : fields.items()) {
        const Field* field = find_field(spec, item.key());
        FieldWrite write;
        std::string message = field ? read_change(*field, item.value(), actor, write)
                                    : tr(texts::unknown_field, language);
        if (message.empty())
            writes.push_back(std::move(write));
        else
            error.fields.push_back({.field = "fields." + item.key(), .message = std::move(message)}
            );
    }
    if (!error.fields.empty())
        return error;
    return writes;
}

} // namespace carnet
