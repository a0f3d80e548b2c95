// Insert, update, remove and find rows of any entity by its field table. The one way through which
// rows change: each function appends to the journal of the transaction's action. Rights are the
// caller's affair.
#pragma once

#include "backend/db/transaction.hpp"
#include "shared/domain/all_entities.hpp"

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace carnet {

// Never checked for conflicts: the change of the server itself, or of somebody who read nothing
// before.
inline constexpr std::int64_t any_version = INT64_MAX;

struct FieldChange {
    const Field* field = nullptr;
    Value value;
    std::int64_t version =
        any_version; // Position of the workspace when the sender read the record.
};

// The "version" of an object that a request sends: a position of the workspace that was given out.
// One from beyond `position` would win over everybody else's change, so it is refused, with `field`
// as its name. The one way in which a version enters.
Result<std::int64_t>
read_version(const Json& object, std::int64_t position, std::string_view field, Language language);

// Reads {"phone": {"value": "…", "version": 812}}: unknown fields, fields of origin `system` and
// wrong JSON types are refused with the field's name ("fields.phone"). A version is required.
Result<std::vector<FieldChange>>
parse_changes(const EntitySpec& spec, const Json& fields, std::int64_t position, Language language);
// Reads the plain object of a new row into `entity`: {"phone": "…"}. Same refusals ("client.phone"
// with `prefix` "client"). Does not check formats: insert() does.
Status parse_new(
    const EntitySpec& spec,
    const Json& object,
    void* entity,
    std::string_view prefix,
    Language language
);

// Checks every field (required, format, references exist), sets
// created_at/created_by/updated_at/updated_by where the entity has them and they are unset,
// inserts, sets the id. Rules across fields (`check(client)`) are the caller's.
Result<std::int64_t>
insert(Transaction& tx, const EntitySpec& spec, void* entity, Language language);

// Changes fields of one row; values that do not differ are left alone. `conflict` when somebody
// changed one of the fields to something else after `version`; `invalid` with all messages;
// `not_found`. Returns the number of fields changed. `before_commit`, when given, may refuse by
// looking at the row as it will be (rules across fields).
using EntityCheck = std::function<std::vector<FieldError>(const void* entity)>;
Result<int> update(
    Transaction& tx,
    const EntitySpec& spec,
    std::int64_t id,
    std::span<const FieldChange> changes,
    Language language,
    const EntityCheck& check = {}
);

// Takes one row away; its journal row carries it whole. False when there is none.
bool remove(Transaction& tx, const EntitySpec& spec, std::int64_t id);

// Puts a whole row back under its old id (inverse of remove). The JSON is the journal's.
Status restore(Transaction& tx, const EntitySpec& spec, const Json& row, Language language);

// Fills `entity` (id included). False when there is no such row.
bool find(Transaction& tx, const EntitySpec& spec, std::int64_t id, void* entity);

// "id, kind, state, …" for SELECT, in the order read_row wants; with an optional table alias.
std::string column_list(const EntitySpec& spec, std::string_view alias = "");
// Reads those columns, starting at `first`.
void read_row(const EntitySpec& spec, const Statement& row, int first, void* entity);
// One field's value as the database holds it; empty optional when there is no such row.
std::optional<Value>
find_value(Transaction& tx, const EntitySpec& spec, std::int64_t id, const Field& field);

template <class T>
Result<std::int64_t> insert(Transaction& tx, T& entity, Language language) {
    return insert(tx, EntityOf<T>::spec, static_cast<void*>(&entity), language);
}
template <class T>
std::optional<T> find(Transaction& tx, std::int64_t id) {
    T entity;
    if (!find(tx, EntityOf<T>::spec, id, &entity))
        return std::nullopt;
    return entity;
}
// All rows of `SELECT … FROM table <tail>`: find_all<Address>(tx, "WHERE client_id = :c ORDER BY
// id",
// [&](Statement& s) { s.bind("c", client_id); }).
template <class T>
std::vector<T>
find_all(Transaction& tx, std::string_view tail, const std::function<void(Statement&)>& bind = {}) {
    const EntitySpec& spec = EntityOf<T>::spec;
    std::string sql = "SELECT " + column_list(spec) + " FROM ";
    sql.append(spec.table).append(" ").append(tail);
    Statement statement = tx.prepare(sql);
    if (bind)
        bind(statement);
    std::vector<T> found;
    while (statement.step())
        read_row(spec, statement, 0, &found.emplace_back());
    return found;
}
// A change the server makes by itself: {&find_field(…), value}, no conflict check.
FieldChange change(const EntitySpec& spec, std::string_view field, Value value);

} // namespace carnet
