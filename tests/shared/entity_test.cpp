// Field tables: checks and normal forms of values, JSON of every entity, what an actor may read.
#include "shared/core/json.hpp"
#include "shared/domain/all_entities.hpp"
#include "shared/schema/display.hpp"

#include <doctest/doctest.h>

#include <set>
#include <string>

using namespace carnet;

namespace {

constexpr Language fr = Language::fr;

const Field& client_field(std::string_view name) {
    return *find_field(EntityOf<Client>::spec, name);
}

// Message of a refused value, "" when it passes; the value is normalised.
std::string check_message(const Field& field, Value& value) {
    const Status status = check_value(field, value, Language::en);
    return status ? "" : status.error().fields[0].message;
}

std::string checked_text(std::string_view field, std::string text) {
    Value value = std::move(text);
    const std::string message = check_message(client_field(field), value);
    if (!message.empty())
        return "!" + message;
    return std::holds_alternative<std::string>(value) ? std::get<std::string>(value) : "";
}

bool is_accepted(std::string_view field, const char* json_text) {
    const auto json = parse_json(json_text, fr);
    auto value = from_json(client_field(field), *json, fr);
    return value && check_value(client_field(field), value.value(), fr);
}

// A value that passes the field's check and is not its default.
Value sample(const Field& field) {
    switch (field.kind) {
    case FieldKind::email:
        return std::string("a@example.com");
    case FieldKind::phone:
        return std::string("+33261914012");
    case FieldKind::url:
        return std::string("https://example.com");
    case FieldKind::siren:
        return std::string("732829320");
    case FieldKind::siret:
        return std::string("73282932000074");
    case FieldKind::vat_number:
        return std::string("FR44732829320");
    case FieldKind::postal_code:
        return std::string("75001");
    case FieldKind::country:
        return std::string("BE");
    case FieldKind::integer:
    case FieldKind::percent:
    case FieldKind::money:
    case FieldKind::reference:
        return std::int64_t{7};
    case FieldKind::boolean:
        return true;
    case FieldKind::date:
        return std::string("2026-11-21");
    case FieldKind::instant:
        return std::string("2026-11-21T20:29:57.123Z");
    case FieldKind::choice:
        return std::string(field.choices.back().value);
    case FieldKind::choice_list:
        return Words{std::string(field.choices.back().value)};
    case FieldKind::reference_list:
        return Ids{3, 9};
    default:
        return std::string("Œuvre");
    }
}

Actor owner() {
    return {.user_id = 1, .role = Role::owner, .grants = default_grants(Role::owner)};
}

} // namespace

TEST_CASE("every field of every entity survives JSON") {
    for (const EntitySpec* spec : all_entities()) {
        CAPTURE(spec->name);
        void* before = spec->create();
        void* after = spec->create();
        for (const Field& field : spec->fields) {
            CAPTURE(field.name);
            Value value = sample(field);
            CHECK(check_message(field, value) == "");
            REQUIRE(field.set(before, value));
            CHECK(field.get(before) == value);
        }
        const auto json = parse_json(dump(to_json(*spec, before, 42, owner())), fr);
        REQUIRE(json);
        CHECK(json_int(*json, "id") == 42);
        CHECK(json->size() == spec->fields.size() + 1);
        for (const Field& field : spec->fields) {
            CAPTURE(field.name);
            const auto value = from_json(field, json_at(*json, field.name), fr);
            REQUIRE(value);
            REQUIRE(field.set(after, *value));
            CHECK(field.get(after) == field.get(before));
        }
        CHECK(check_fields(*spec, after, fr).empty());
        spec->destroy(before);
        spec->destroy(after);
    }
}

TEST_CASE("every field can be empty in JSON, and empty again") {
    for (const EntitySpec* spec : all_entities()) {
        void* entity = spec->create();
        for (const Field& field : spec->fields) {
            CAPTURE(field.name);
            field.set(entity, sample(field));
            const auto value = from_json(field, Json(), fr);
            REQUIRE(value);
            CHECK(field.set(entity, *value));
        }
        spec->destroy(entity);
    }
}

TEST_CASE("entities and their tables have names of their own") {
    std::set<std::string_view> names, tables;
    for (const EntitySpec* spec : all_entities()) {
        CHECK(names.insert(spec->name).second);
        CHECK(tables.insert(spec->table).second);
        CHECK(find_entity(spec->name) == spec);
        for (const Field& field : spec->fields)
            if (!field.references.empty())
                CHECK(find_entity(field.references) != nullptr);
    }
    CHECK(find_entity("nothing") == nullptr);
}

TEST_CASE("JSON shows an actor only what he may read") {
    Client client;
    client.legal_name = "Atelier";
    const Actor nobody;
    const Json json = to_json(EntityOf<Client>::spec, &client, 3, nobody);
    CHECK(json.size() == 1);
    CHECK(json_int(json, "id") == 3);
}

TEST_CASE("texts are cleaned, limited and never secretly cut") {
    CHECK(checked_text("legal_name", "  Atelier \t Vert ") == "Atelier Vert");
    CHECK(checked_text("legal_name", "<img onerror=alert(1)>") == "<img onerror=alert(1)>");
    CHECK(checked_text("legal_name", std::string(160, 'a')).size() == 160);
    CHECK(checked_text("legal_name", std::string(161, 'a')) == "!160 characters at most");
    CHECK(checked_text("legal_name", "\xff").substr(0, 1) == "!");
    CHECK(checked_text("legal_name", std::string("a\0b", 3)).substr(0, 1) == "!");
    std::string accents;
    for (int i = 0; i < 160; ++i)
        accents += "é";
    CHECK(checked_text("legal_name", accents) == accents);
    CHECK(checked_text("notes", "a\r\nb") == "a\nb");
}

TEST_CASE("values take their canonical form") {
    CHECK(checked_text("siren", "732 829 320") == "732829320");
    CHECK(checked_text("phone", "02 61 91 40 12") == "+33261914012");
    CHECK(checked_text("vat_number", "fr44732829320") == "FR44732829320");
    CHECK(checked_text("website", "Exemple.fr") == "https://exemple.fr");
    CHECK(checked_text("siren", "732829321") == "!Wrong check digit, look at the last figure");
    Value ids = Ids{9, 3, 9};
    CHECK(check_message(client_field("tag_ids"), ids) == "");
    CHECK(std::get<Ids>(ids) == Ids{3, 9});
    Value roles = Words{"observer", "decision_maker", "observer"};
    CHECK(check_message(*find_field(EntityOf<ClientContact>::spec, "roles"), roles) == "");
    CHECK(std::get<Words>(roles) == Words{"decision_maker", "observer"});
}

TEST_CASE("wrong JSON types are refused by name") {
    CHECK(is_accepted("legal_name", "\"a\""));
    for (const char* json : {"1", "true", "[]", "{}"})
        CHECK_FALSE(is_accepted("legal_name", json));
    for (const char* json : {"\"1\"", "1.5", "[1]"})
        CHECK_FALSE(is_accepted("owner_id", json));
    for (const char* json : {"-3", "\"a\"", "true"})
        CHECK_FALSE(is_accepted("owner_id", json));
    for (const char* json : {"1", "[\"a\"]", "[1.5]", "[0]", "[-1]"})
        CHECK_FALSE(is_accepted("tag_ids", json));
    for (const char* json : {"\"archived\"", "0", "\"\\u0041ctive\""})
        CHECK_FALSE(is_accepted("state", json));
    const auto wrong = from_json(client_field("state"), Json("gone"), fr);
    REQUIRE_FALSE(wrong);
    CHECK(wrong.error().code == ErrorCode::malformed);
    CHECK(wrong.error().fields[0].field == "state");
}

TEST_CASE("numbers stay within their bounds") {
    const Field& progress = *find_field(EntityOf<Project>::spec, "progress");
    Value value = std::int64_t{101};
    CHECK(check_message(progress, value) == "At most 100%");
    value = std::int64_t{-1};
    CHECK(check_message(progress, value) == "At least 0%");
    value = std::int64_t{100};
    CHECK(check_message(progress, value) == "");
}

TEST_CASE("a required field says which one it is") {
    const Field& name = *find_field(EntityOf<Tag>::spec, "name");
    Value value = std::string("  ");
    CHECK(check_message(name, value) == "Enter a value for “Name”");
    value = std::string("\u200B\u2060\u3164");
    CHECK(check_message(name, value) == "Enter a value for “Name”");
}

TEST_CASE("values are shown and typed in the reader’s language") {
    CHECK(display_value(client_field("state"), Value{std::string("active")}, fr) == "Actif");
    CHECK(
        display_value(client_field("client_since"), Value{std::string("2021-03-12")}, fr) ==
        "12/03/2021"
    );
    CHECK(
        display_value(
            *find_field(EntityOf<Project>::spec, "budget_cents"), Value{std::int64_t{150000}}, fr
        ) == "1\u202F500\u00A0€"
    );
    const auto typed =
        parse_typed_value(*find_field(EntityOf<Project>::spec, "budget_cents"), "1 500,50", fr);
    REQUIRE(typed);
    CHECK(std::get<std::int64_t>(*typed) == 150050);
    const auto date = parse_typed_value(client_field("client_since"), "12/3/21", fr);
    REQUIRE(date);
    CHECK(std::get<std::string>(*date) == "2021-03-12");
    CHECK_FALSE(parse_typed_value(client_field("client_since"), "demain", fr));
    CHECK(std::holds_alternative<std::monostate>(
        *parse_typed_value(client_field("client_since"), " ", fr)
    ));
}
