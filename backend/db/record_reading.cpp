// Rows of any entity by its field table: reading.
#include "backend/db/records.hpp"
#include "shared/core/json.hpp"

namespace carnet {
namespace {

Value read_value(const Field& field, const Statement& row, int column) {
    if (row.is_null(column))
        return {};
    switch (field.kind) {
    case FieldKind::boolean:
        return row.integer(column) != 0;
    case FieldKind::integer:
    case FieldKind::percent:
    case FieldKind::money:
    case FieldKind::reference:
        return row.integer(column);
    case FieldKind::choice_list:
    case FieldKind::reference_list: {
        const auto json = parse_json(row.view(column), Language::fr);
        if (!json)
            return {};
        auto value = from_json(field, *json, Language::fr);
        return value ? std::move(value).value() : Value{};
    }
    default:
        return row.text(column);
    }
}

} // namespace

bool find(Transaction& tx, const EntitySpec& spec, std::int64_t id, void* entity) {
    Statement row = tx.prepare(
        "SELECT " + column_list(spec) + " FROM " + std::string(spec.table) + " WHERE id = :id"
    );
    if (!row.bind("id", id).step())
        return false;
    read_row(spec, row, 0, entity);
    return true;
}

std::string column_list(const EntitySpec& spec, std::string_view alias) {
    const std::string before = alias.empty() ? std::string() : std::string(alias) + ".";
    std::string list = before + "id";
    for (const Field& field : spec.fields)
        list.append(", ").append(before).append(field.name);
    return list;
}

void read_row(const EntitySpec& spec, const Statement& row, int first, void* entity) {
    spec.id(entity) = row.integer(first);
    int column = first + 1;
    for (const Field& field : spec.fields)
        field.set(entity, read_value(field, row, column++));
}

std::optional<Value>
find_value(Transaction& tx, const EntitySpec& spec, std::int64_t id, const Field& field) {
    Statement row = tx.prepare(
        "SELECT " + std::string(field.name) + " FROM " + std::string(spec.table) + " WHERE id = :id"
    );
    if (!row.bind("id", id).step())
        return std::nullopt;
    return read_value(field, row, 0);
}

} // namespace carnet
