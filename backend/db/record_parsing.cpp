// Rows of any entity by its field table: what a request wants to change or create, from its JSON.
#include "backend/db/records.hpp"
#include "shared/core/json.hpp"
#include "shared/texts/server.hpp"
#include "shared/texts/validation.hpp"

namespace carnet {

Result<std::int64_t>
read_version(const Json& object, std::int64_t position, std::string_view field, Language language) {
    const Json& given = json_at(object, "version");
    const std::int64_t version = json_int(object, "version", -1);
    if (given.is_number_integer() && version >= 0 && version <= position)
        return version;
    const Text& why = given.is_number_integer() ? texts::version_unknown : texts::version_missing;
    const std::string message = tr(why, language);
    return Error{ErrorCode::invalid, message, {{.field = std::string(field), .message = message}}};
}

Result<std::vector<FieldChange>> parse_changes(
    const EntitySpec& spec, const Json& fields, std::int64_t position, Language language
) {
    Error error{ErrorCode::invalid, tr(texts::check_fields, language), {}};
    std::vector<FieldChange> changes;
    const auto refuse = [&](const std::string& name, std::string message) {
        error.fields.push_back({.field = "fields." + name, .message = std::move(message)});
    };
    if (!fields.is_object() || fields.empty()) {
        error.fields.push_back({.field = "fields", .message = tr(texts::fields_missing, language)});
        return error;
    }
    for (const auto& [name, change] : fields.items()) {
        const Field* field = find_field(spec, name);
        if (!field)
            refuse(name, tr(texts::unknown_field, language));
        else if (field->origin == FieldOrigin::system)
            refuse(name, tr(texts::system_field, language));
        else if (!change.is_object() || !change.contains("value"))
            refuse(name, tr(texts::value_missing, language));
        else if (const auto version = read_version(change, position, name, language); !version) {
            refuse(name, version.error().message);
        } else {
            auto value = from_json(*field, change["value"], language);
            if (!value)
                refuse(name, value.error().first_message());
            else
                changes.push_back({field, std::move(value).value(), *version});
            for (const auto& [key, ignored] : change.items())
                if (key != "value" && key != "version")
                    refuse(
                        std::string(name).append(".").append(key),
                        tr(texts::unknown_field, language)
                    );
        }
    }
    if (!error.fields.empty())
        return error;
    return changes;
}

Status parse_new(
    const EntitySpec& spec,
    const Json& object,
    void* entity,
    std::string_view prefix,
    Language language
) {
    Error error{ErrorCode::invalid, tr(texts::check_fields, language), {}};
    const std::string before = prefix.empty() ? std::string() : std::string(prefix) + ".";
    if (!object.is_object()) {
        error.fields.push_back(
            {.field = std::string(prefix), .message = tr(texts::not_an_object, language)}
        );
        return error;
    }
    for (const auto& [name, json] : object.items()) {
        const Field* field = find_field(spec, name);
        std::string message;
        if (!field)
            message = tr(texts::unknown_field, language);
        else if (field->origin == FieldOrigin::system)
            message = tr(texts::system_field, language);
        else if (auto value = from_json(*field, json, language); !value)
            message = value.error().first_message();
        else if (!field->set(entity, *value))
            message = tr(texts::wrong_type, language);
        if (!message.empty())
            error.fields.push_back({.field = before + name, .message = std::move(message)});
    }
    if (!error.fields.empty())
        return error;
    return Ok{};
}

} // namespace carnet
