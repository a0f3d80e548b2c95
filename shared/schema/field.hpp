// How one field of an entity is described: one row per field, read by validation, JSON, SQL, forms,
// lists, import, export, permissions and the OpenAPI document. Rows describe, they never compute.
#pragma once

#include "shared/core/i18n.hpp"
#include "shared/core/time.hpp"
#include "shared/schema/permission.hpp"
#include "shared/schema/value.hpp"

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

namespace carnet {

// What kind of thing a field holds; decides the validator, the JSON and SQL type and the form
// widget.
enum class FieldKind {
    text, // One line.
    multiline,
    email,
    phone, // Stored as E.164 when it could be read as such, else as typed.
    url,
    siren,      // Stored as 9 digits.
    siret,      // Stored as 14 digits.
    vat_number, // Stored without spaces, upper case.
    postal_code,
    country, // ISO 3166-1 alpha-2.
    integer,
    percent, // Integer 0–100.
    money,   // Integer cents of euro.
    boolean,
    date,        // ISO "2026-11-21".
    instant,     // ISO UTC "2026-11-21T20:29:57.123Z".
    choice,      // One word of `choices`.
    choice_list, // Several words of `choices`; JSON array.
    reference,   // Identifier of a row of entity `references`; 0 in C++, null in JSON and SQL, when
                 // absent.
    reference_list, // JSON array of identifiers.
};

struct Choice {
    std::string_view value; // Word in JSON and SQL.
    Text label;
};

// Who sets the field.
enum class FieldOrigin {
    person, // Typed in forms, sent in requests.
    system, // Set by the server alone; refused in requests.
};

// Everything the program knows about one field, apart from how to reach it in its struct.
struct FieldSpec {
    std::string_view name; // JSON key and SQL column.
    Text label;            // Caption in forms, lists, exports.
    FieldKind kind = FieldKind::text;
    bool required = false;
    int max_length = 200;         // In code points; text kinds only.
    std::int64_t min = INT64_MIN; // Integer, percent and money kinds.
    std::int64_t max = INT64_MAX;
    std::span<const Choice> choices = {};
    std::string_view references = ""; // Entity name for the reference kinds.
    Text help = {};
    FieldOrigin origin = FieldOrigin::person;
    Permission read = Permission::clients_read; // Beside the visibility of the row.
    Permission write = Permission::clients_edit;
    bool portal = false; // May ever be shown to a client's contact.
};

// How a member type becomes a Value and back. Specialised in traits.hpp for every member type in
// use.
template <class Member>
struct FieldTraits;

struct Field : FieldSpec {
    Value (*get)(const void* entity) = nullptr;
    bool (*set)(void* entity, const Value& value) = nullptr; // False: wrong type or unknown choice.
};

namespace detail {
template <class>
struct MemberOf;
template <class S, class M>
struct MemberOf<M S::*> {
    using Struct = S;
    using Type = M;
};
} // namespace detail

// One row of an entity's field table: field<&Client::name>({.name = "name", .label = {"Nom",
// "Name"}}).
template <auto Member>
constexpr Field field(const FieldSpec& spec) {
    using S = typename detail::MemberOf<decltype(Member)>::Struct;
    using M = typename detail::MemberOf<decltype(Member)>::Type;
    Field row;
    static_cast<FieldSpec&>(row) = spec;
    row.get = [](const void* e) {
        return FieldTraits<M>::to_value(static_cast<const S*>(e)->*Member);
    };
    row.set = [](void* e, const Value& v) {
        return FieldTraits<M>::from_value(v, static_cast<S*>(e)->*Member);
    };
    return row;
}

} // namespace carnet
