// A row of the book as JSON and back.
#include "shared/book/codec.hpp"
#include "shared/core/json.hpp"

namespace carnet {
namespace {

template <class E>
Json word(E value) {
    return std::string(choices_of(value)[static_cast<std::size_t>(value)].value);
}

template <class E>
bool read_word(const Json& json, std::string_view key, E& value) {
    const Json& at = json_at(json, key);
    if (at.is_null())
        return true;
    const auto* text = at.get_ptr<const std::string*>();
    if (!text)
        return false;
    const auto choices = choices_of(E{});
    for (std::size_t i = 0; i < choices.size(); ++i)
        if (choices[i].value == *text)
            return value = static_cast<E>(i), true;
    return false;
}

// The texts of a row and their keys.
struct TextKey {
    std::string_view key;
    std::string BookRow::*member;
};
constexpr TextKey text_keys[] = {
    {"name", &BookRow::name},
    {"legal_name", &BookRow::legal_name},
    {"reference", &BookRow::reference},
    {"previous_reference", &BookRow::previous_reference},
    {"email", &BookRow::email},
    {"phone", &BookRow::phone},
    {"siren", &BookRow::siren},
    {"siret", &BookRow::siret},
    {"postal_code", &BookRow::postal_code},
    {"city", &BookRow::city},
    {"contact_name", &BookRow::contact_name},
    {"contact_role", &BookRow::contact_role},
    {"contacts_text", &BookRow::contacts_text},
};
struct NumberKey {
    std::string_view key;
    std::int64_t BookRow::*member;
};
constexpr NumberKey number_keys[] = {
    {"active_projects", &BookRow::active_projects},
    {"progress", &BookRow::progress},
    {"value_cents", &BookRow::value_cents},
    {"running_value_cents", &BookRow::running_value_cents},
};

// Instants are null when there is none.
Json instant(std::int64_t ms) {
    return ms == 0 ? Json() : Json(to_iso(Instant{ms}));
}

bool read_instant(const Json& json, std::string_view key, std::int64_t& ms) {
    const Json& at = json_at(json, key);
    if (at.is_null())
        return true;
    const auto* text = at.get_ptr<const std::string*>();
    const auto instant = text ? parse_iso_instant(*text) : std::nullopt;
    if (instant)
        ms = instant->ms;
    return instant.has_value();
}

} // namespace

Json to_json(const BookRow& row) {
    Json json = Json::object();
    json["id"] = row.id;
    for (const auto& [key, member] : text_keys)
        json[std::string(key)] = row.*member;
    for (const auto& [key, member] : number_keys)
        json[std::string(key)] = row.*member;
    json["kind"] = word(row.kind);
    json["state"] = word(row.state);
    json["archived"] = row.archived;
    json["owner_id"] = row.owner_id == 0 ? Json() : Json(row.owner_id);
    json["tag_ids"] = row.tag_ids;
    json["last_activity_at"] = instant(row.last_activity_ms);
    json["last_activity_kind"] = row.last_activity_ms == 0 ? Json() : word(row.last_activity_kind);
    json["created_at"] = instant(row.created_ms);
    return json;
}

bool from_json(const Json& json, BookRow& row) {
    row = {};
    if (!json.is_object())
        return false;
    row.id = json_int(json, "id");
    if (row.id <= 0)
        return false;
    for (const auto& [key, member] : text_keys)
        row.*member = json_string(json, key);
    for (const auto& [key, member] : number_keys)
        row.*member = json_int(json, key);
    row.archived = json_bool(json, "archived");
    row.owner_id = json_int(json, "owner_id");
    if (const Json& tags = json_at(json, "tag_ids"); tags.is_array())
        for (const Json& tag : tags)
            if (tag.is_number_integer())
                row.tag_ids.push_back(tag.get<std::int64_t>());
    return read_word(json, "kind", row.kind) && read_word(json, "state", row.state) &&
           read_word(json, "last_activity_kind", row.last_activity_kind) &&
           read_instant(json, "last_activity_at", row.last_activity_ms) &&
           read_instant(json, "created_at", row.created_ms);
}

} // namespace carnet
