// Loops over field tables: finding a field, JSON of values and of whole entities. The checks are in
// check_value.cpp.
#include "shared/schema/entity.hpp"

#include "shared/core/json.hpp"
#include "shared/texts/validation.hpp"

namespace carnet {
namespace {

Error wrong_type(const Field& field, const Text& message, Language language) {
    return {
        ErrorCode::malformed,
        tr(texts::request_not_understood, language),
        {{.field = std::string(field.name), .message = tr(message, language)}}};
}

bool read_integer(const Json& json, std::int64_t& number) {
    if (const auto* whole = json.get_ptr<const std::uint64_t*>()) {
        if (*whole > INT64_MAX)
            return false;
        return number = static_cast<std::int64_t>(*whole), true;
    }
    const auto* whole = json.get_ptr<const std::int64_t*>();
    return whole ? (number = *whole, true) : false;
}

bool is_choice(const Field& field, std::string_view word) {
    for (const Choice& choice : field.choices)
        if (choice.value == word)
            return true;
    return false;
}

Result<Value> read_word(const Field& field, const Json& json, Language language) {
    const auto* word = json.get_ptr<const std::string*>();
    if (!word)
        return wrong_type(field, texts::wrong_type, language);
    if (field.kind != FieldKind::choice || is_choice(field, *word))
        return Value{*word};
    Error error = wrong_type(field, texts::unknown_choice, language);
    error.fields[0].message = fill(error.fields[0].message, {{"value", *word}});
    return error;
}

Result<Value> read_words(const Field& field, const Json& json, Language language) {
    if (!json.is_array())
        return wrong_type(field, texts::wrong_type, language);
    Words words;
    for (const Json& item : json) {
        auto word = item.is_string()
                        ? Result<Value>(Value{*item.get_ptr<const std::string*>()})
                        : Result<Value>(wrong_type(field, texts::wrong_type, language));
        if (!word)
            return word.error();
        words.push_back(std::get<std::string>(*word));
        if (is_choice(field, words.back()))
            continue;
        Error error = wrong_type(field, texts::unknown_choice, language);
        error.fields[0].message = fill(error.fields[0].message, {{"value", words.back()}});
        return error;
    }
    return Value{std::move(words)};
}

Result<Value> read_ids(const Field& field, const Json& json, Language language) {
    if (!json.is_array())
        return wrong_type(field, texts::wrong_type, language);
    Ids ids;
    for (const Json& item : json) {
        std::int64_t id = 0;
        if (!read_integer(item, id))
            return wrong_type(field, texts::wrong_type, language);
        ids.push_back(id);
    }
    return Value{std::move(ids)};
}

} // namespace

const Field* find_field(const EntitySpec& spec, std::string_view name) {
    for (const Field& field : spec.fields)
        if (field.name == name)
            return &field;
    return nullptr;
}

Json to_json(const Value& value) {
    struct Writer {
        Json operator()(std::monostate) const { return nullptr; }
        Json operator()(bool b) const { return b; }
        Json operator()(std::int64_t n) const { return n; }
        Json operator()(const std::string& s) const { return s; }
        Json operator()(const Ids& ids) const { return Json(ids); }
        Json operator()(const Words& words) const { return Json(words); }
    };
    return std::visit(Writer{}, value);
}

Result<Value> from_json(const Field& field, const Json& json, Language language) {
    if (json.is_null())
        return Value{};
    std::int64_t number = 0;
    switch (field.kind) {
    case FieldKind::integer:
    case FieldKind::percent:
    case FieldKind::money:
    case FieldKind::reference:
        if (!read_integer(json, number))
            return wrong_type(field, texts::wrong_type, language);
        return Value{number};
    case FieldKind::boolean:
        if (!json.is_boolean())
            return wrong_type(field, texts::wrong_type, language);
        return Value{*json.get_ptr<const bool*>()};
    case FieldKind::choice_list:
        return read_words(field, json, language);
    case FieldKind::reference_list:
        return read_ids(field, json, language);
    default:
        return read_word(field, json, language);
    }
}

Json to_json(const EntitySpec& spec, const void* entity, std::int64_t id, const Actor& actor) {
    Json json = Json::object();
    json["id"] = id;
    for (const Field& field : spec.fields)
        if (actor.may(field.read))
            json[std::string(field.name)] = to_json(field.get(entity));
    return json;
}

} // namespace carnet
