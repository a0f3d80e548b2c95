// See inverse.hpp.
#include "backend/features/inverse.hpp"

#include "backend/features/book_rows.hpp"
#include "shared/core/json.hpp"
#include "shared/texts/server_clients.hpp"

#include <algorithm>
#include <array>

namespace carnet {

namespace {

// What refers to a row of an entity and must be gone before the row goes.
struct Referrer {
    std::string_view entity;
    std::string_view sql; // One row when :id is referred to.
};
constexpr auto referrers = std::to_array<Referrer>({
    {"client", "SELECT 1 FROM client_contact WHERE client_id = :id"},
    {"client", "SELECT 1 FROM address WHERE client_id = :id"},
    {"client", "SELECT 1 FROM project WHERE client_id = :id"},
    {"client", "SELECT 1 FROM activity WHERE client_id = :id"},
    {"client", "SELECT 1 FROM folder WHERE client_id = :id"},
    {"client", "SELECT 1 FROM document WHERE client_id = :id"},
    {"folder", "SELECT 1 FROM folder WHERE parent_id = :id"},
    {"folder", "SELECT 1 FROM document WHERE folder_id = :id"},
    {"folder", "SELECT 1 FROM folder_right WHERE folder_id = :id"},
    {"document", "SELECT 1 FROM document_version WHERE document_id = :id"},
    {"document", "SELECT 1 FROM activity WHERE document_id = :id"},
    {"document_version", "SELECT 1 FROM document_reading WHERE version_id = :id"},
    {"contact", "SELECT 1 FROM client_contact WHERE contact_id = :id"},
    {"contact", "SELECT 1 FROM approval WHERE contact_id = :id"},
    {"contact", "SELECT 1 FROM folder_right WHERE contact_id = :id"},
    {"project", "SELECT 1 FROM activity WHERE project_id = :id"},
    {"project", "SELECT 1 FROM milestone WHERE project_id = :id"},
    {"project", "SELECT 1 FROM project_task WHERE project_id = :id"},
    {"project", "SELECT 1 FROM deliverable WHERE project_id = :id"},
    {"deliverable", "SELECT 1 FROM deliverable_version WHERE deliverable_id = :id"},
    {"deliverable_version", "SELECT 1 FROM approval WHERE version_id = :id"},
    {"option", "SELECT 1 FROM client WHERE sector_id = :id OR size_id = :id"},
    {"option", "SELECT 1 FROM client_contact WHERE function_id = :id"},
});

bool tag_in_use(Transaction& tx, std::int64_t tag_id) {
    auto statement = tx.prepare("SELECT tag_ids FROM client WHERE tag_ids LIKE :pattern");
    statement.bind("pattern", "%" + std::to_string(tag_id) + "%");
    while (statement.step()) {
        const Ids ids = parse_ids(statement.view(0));
        if (std::find(ids.begin(), ids.end(), tag_id) != ids.end())
            return true;
    }
    return false;
}

bool is_referred_to(Transaction& tx, std::string_view entity, std::int64_t id) {
    for (const auto& referrer : referrers) {
        if (referrer.entity != entity)
            continue;
        auto statement = tx.prepare(referrer.sql);
        statement.bind("id", id);
        if (statement.step())
            return true;
    }
    return entity == "tag" && tag_in_use(tx, id);
}

FieldError obstacle(const JournalRow& row, Language language, std::string theirs = "") {
    FieldError error;
    error.field = path_of(row);
    error.message = tr(texts::changed_since, language);
    error.theirs = std::move(theirs);
    error.original = row.old_value;
    return error;
}

std::vector<FieldError>
undo_update(Transaction& tx, const EntitySpec& spec, const JournalRow& row, Language language) {
    const Field* field = find_field(spec, row.field);
    if (!field)
        return {obstacle(row, language)};
    const auto current = find_value(tx, spec, row.entity_id, *field);
    if (!current)
        return {obstacle(row, language)};
    const std::string stored = dump(to_json(*current));
    if (stored != row.new_value)
        return {obstacle(row, language, stored)};
    const auto json = parse_json(row.old_value, language);
    if (!json)
        return {obstacle(row, language, stored)};
    auto old = from_json(*field, *json, language);
    if (!old)
        return {obstacle(row, language, stored)};
    const FieldChange back{field, std::move(*old), any_version};
    // What the old value refers to may be gone by now.
    if (!update(tx, spec, row.entity_id, {&back, 1}, language))
        return {obstacle(row, language, stored)};
    return {};
}

// A created row goes only when it still is what was created and nothing refers to it.
std::vector<FieldError>
undo_create(Transaction& tx, const EntitySpec& spec, const JournalRow& row, Language language) {
    const auto created = parse_json(row.new_value, language);
    if (!created)
        return {obstacle(row, language)};
    for (const Field& field : spec.fields) {
        if (field.name == "updated_at" || field.name == "updated_by")
            continue;
        const auto current = find_value(tx, spec, row.entity_id, field);
        if (!current)
            return {obstacle(row, language)};
        // A field that is younger than the row has no value in the journal.
        if (!created->contains(field.name))
            continue;
        const Json stored = to_json(*current);
        if (stored != json_at(*created, field.name))
            return {obstacle(row, language, dump(stored))};
    }
    if (is_referred_to(tx, spec.name, row.entity_id))
        return {obstacle(row, language)};
    remove(tx, spec, row.entity_id);
    return {};
}

std::vector<FieldError>
undo_remove(Transaction& tx, const EntitySpec& spec, const JournalRow& row, Language language) {
    const auto removed = parse_json(row.old_value, language);
    if (!removed)
        return {obstacle(row, language)};
    if (find_value(tx, spec, row.entity_id, spec.fields[0]))
        return {obstacle(row, language)};
    if (!restore(tx, spec, *removed, language))
        return {obstacle(row, language)};
    return {};
}

} // namespace

std::string path_of(const JournalRow& row) {
    std::string path = row.entity + "." + std::to_string(row.entity_id);
    if (!row.field.empty())
        path += "." + row.field;
    return path;
}

std::vector<FieldError> apply_inverse(Transaction& tx, const JournalRow& row, Language language) {
    const EntitySpec* spec = find_entity(row.entity);
    if (!spec)
        return {obstacle(row, language)};
    switch (row.op) {
    case JournalOp::update:
        return undo_update(tx, *spec, row, language);
    case JournalOp::create:
        return undo_create(tx, *spec, row, language);
    case JournalOp::remove:
        return undo_remove(tx, *spec, row, language);
    }
    return {};
}

} // namespace carnet
