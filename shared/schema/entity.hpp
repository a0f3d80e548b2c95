// An entity: a named table of fields, and the loops over it that everybody uses (validation, JSON).
#pragma once

#include "shared/core/json_fwd.hpp"
#include "shared/core/result.hpp"
#include "shared/schema/field.hpp"

#include <span>
#include <string_view>
#include <vector>

namespace carnet {

struct EntitySpec {
    std::string_view name;         // "client": in the journal, the API and `references`.
    std::string_view table;        // SQL table; its columns are exactly `id` and the fields' names.
    Text label;                    // "Client", "Adresse".
    std::span<const Field> fields; // Without `id`.
    std::string_view
        client_field; // Field that names the client a row belongs to; "" for the client itself
                      // ("id") and for entities of the whole workspace (see `scope`).
    enum class Scope { workspace, client } scope = Scope::client;
    void* (*create)() = nullptr;
    void (*destroy)(void*) = nullptr;
    std::int64_t& (*id)(void*) = nullptr;
};

// EntityOf<Client>::spec, defined next to each struct; well_formed() is asserted there.
template <class T>
struct EntityOf;

template <class T>
constexpr EntitySpec make_entity(EntitySpec spec) {
    spec.create = []() -> void* { return new T(); };
    spec.destroy = [](void* e) { delete static_cast<T*>(e); };
    spec.id = [](void* e) -> std::int64_t& { return static_cast<T*>(e)->id; };
    return spec;
}

// Names unique and not empty, labels in both languages, choices given to choice kinds, references
// to reference kinds.
constexpr bool well_formed(std::span<const Field> fields) {
    for (std::size_t i = 0; i < fields.size(); ++i) {
        const Field& f = fields[i];
        // `get` and `set` are not looked at: field() always gives them, and for g++ with UBSan the
        // address of a function is no constant.
        if (f.name.empty() || f.label.fr[0] == '\0' || f.label.en[0] == '\0')
            return false;
        const bool is_choice = f.kind == FieldKind::choice || f.kind == FieldKind::choice_list;
        const bool is_reference =
            f.kind == FieldKind::reference || f.kind == FieldKind::reference_list;
        if (is_choice != !f.choices.empty() || is_reference != !f.references.empty())
            return false;
        for (std::size_t j = 0; j < i; ++j)
            if (fields[j].name == f.name)
                return false;
    }
    return true;
}

const Field* find_field(const EntitySpec& spec, std::string_view name);

// Checks one value against its field: kind, length, range, choices, format (SIREN, VAT …). The
// message is ready to show. Normalises in place what has a canonical form (SIREN without spaces,
// phone in E.164, VAT upper case, NFC and trimmed text). Empty values pass unless the field is
// required.
Status check_value(const Field& field, Value& value, Language language);

// Same for a whole entity: every field, in order. Returns all errors, empty when it is fine.
std::vector<FieldError> check_fields(const EntitySpec& spec, void* entity, Language language);

// JSON of a value: the shapes are in FieldKind. Null for an empty one.
Json to_json(const Value& value);
// Reads JSON as the field wants it; `malformed` when the JSON type is wrong or a word is not among
// the choices.
Result<Value> from_json(const Field& field, const Json& json, Language language);

// All fields the actor may read, with "id".
Json to_json(const EntitySpec& spec, const void* entity, std::int64_t id, const Actor& actor);

} // namespace carnet
