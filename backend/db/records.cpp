// Rows of any entity by its field table: the writes, each through the journal. Reading them is in
// record_reading.cpp, what a request wants to change in record_parsing.cpp.
#include "backend/db/records.hpp"

#include "backend/db/transaction.hpp"
#include "shared/core/json.hpp"
#include "shared/texts/server.hpp"
#include "shared/texts/validation.hpp"

#include <algorithm>
#include <cassert>

namespace carnet {
namespace {

// A blank entity of a spec, for code that works on any of them.
class Blank {
  public:
    explicit Blank(const EntitySpec& spec) : _spec(spec), _entity(spec.create()) {}
    ~Blank() { _spec.destroy(_entity); }
    Blank(const Blank&) = delete;
    void* get() const { return _entity; }

  private:
    const EntitySpec& _spec;
    void* _entity;
};

// The client of the journal row: the entity itself, or the one it names.
std::int64_t client_of(const EntitySpec& spec, std::int64_t id, const void* entity) {
    if (spec.name == "client")
        return id;
    if (spec.client_field.empty())
        return 0;
    const Field* field = find_field(spec, spec.client_field);
    const Value value = field->get(entity);
    const auto* client = std::get_if<std::int64_t>(&value);
    return client ? *client : 0;
}

Json row_json(const EntitySpec& spec, std::int64_t id, const void* entity) {
    Json json{{"id", id}};
    for (const Field& field : spec.fields)
        json[std::string(field.name)] = to_json(field.get(entity));
    return json;
}

// A word of an editable list counts for the field that is named after its list alone: "sector_id".
bool is_there(Transaction& tx, const Field& field, const EntitySpec& target, std::int64_t id) {
    const bool word = field.references == "option";
    Statement row = tx.prepare(
        "SELECT 1 FROM " + std::string(target.table) + " WHERE id = :id" +
        (word ? " AND list = :list" : "")
    );
    row.bind("id", id);
    if (word)
        row.bind("list", field.name.substr(0, field.name.rfind("_id")));
    return row.step();
}

// Adds a message when the field names rows that are not there.
void check_reference(
    Transaction& tx,
    const Field& field,
    const Value& value,
    Language language,
    std::vector<FieldError>& errors
) {
    const EntitySpec* target = field.references.empty() ? nullptr : find_entity(field.references);
    if (!target)
        return;
    Ids ids;
    if (const auto* id = std::get_if<std::int64_t>(&value); id && *id)
        ids.push_back(*id);
    if (const auto* list = std::get_if<Ids>(&value))
        ids = *list;
    for (const std::int64_t id : ids) {
        if (is_there(tx, field, *target, id))
            continue;
        errors.push_back(
            {.field = std::string(field.name), .message = tr(texts::not_a_reference, language)}
        );
        return;
    }
}

// Fills what the server knows by itself, where the entity has the field and nobody filled it.
void stamp(const EntitySpec& spec, void* entity, std::string_view name, const Value& value) {
    const Field* field = find_field(spec, name);
    if (!field)
        return;
    if (std::holds_alternative<std::monostate>(field->get(entity)))
        field->set(entity, value);
}

Value reference_value(std::int64_t id) {
    return id ? Value{id} : Value{};
}

void bind_fields(Statement& statement, const EntitySpec& spec, const void* entity) {
    for (const Field& field : spec.fields) {
        const std::string name(field.name);
        statement.bind(name.c_str(), field.get(entity));
    }
}

void insert_row(Transaction& tx, const EntitySpec& spec, void* entity) {
    const bool given = spec.id(entity) != 0;
    std::string columns = given ? "id" : "";
    std::string values = given ? ":id" : "";
    for (const Field& field : spec.fields) {
        if (!columns.empty())
            columns += ", ", values += ", ";
        columns += field.name;
        values.append(":").append(field.name);
    }
    Statement statement = tx.prepare(
        "INSERT INTO " + std::string(spec.table) + " (" + columns + ") VALUES (" + values + ")"
    );
    if (given)
        statement.bind("id", spec.id(entity));
    bind_fields(statement, spec, entity);
    statement.run();
    if (!given)
        spec.id(entity) = tx.last_insert_id();
    const std::int64_t id = spec.id(entity);
    tx.append(
        {.entity = std::string(spec.name),
         .entity_id = id,
         .client_id = client_of(spec, id, entity),
         .op = JournalOp::create,
         .new_value = dump(row_json(spec, id, entity))}
    );
}

// Somebody else changed this field to something else since the sender read it: who, when, from
// what, to what.
std::optional<FieldError> find_conflict(
    Transaction& tx,
    const EntitySpec& spec,
    std::int64_t id,
    const FieldChange& change,
    Language language
) {
    if (change.version == any_version)
        return std::nullopt;
    Statement row = tx.prepare(
        "SELECT j.new_value, a.at, u.name,"
        " (SELECT f.old_value FROM journal f WHERE f.entity = :entity AND f.entity_id = :id AND "
        "f.field = :field"
        "  AND f.seq > :version ORDER BY f.seq LIMIT 1)"
        " FROM journal j JOIN action a ON a.id = j.action_id LEFT JOIN user_account u ON u.id = "
        "a.user_id"
        " WHERE j.entity = :entity AND j.entity_id = :id AND j.field = :field AND j.seq > :version"
        " ORDER BY j.seq DESC LIMIT 1"
    );
    row.bind("entity", spec.name)
        .bind("id", id)
        .bind("field", change.field->name)
        .bind("version", change.version);
    if (!row.step() || row.view(0) == dump(to_json(change.value)))
        return std::nullopt;
    return FieldError{
        .field = std::string(change.field->name),
        .message = tr(texts::field_conflict, language),
        .theirs = row.text(0),
        .original = row.text(3),
        .by = row.text(2),
        .at = row.text(1)};
}

struct Difference {
    const Field* field;
    Value before;
    Value after;
};

void write_fields(
    Transaction& tx,
    const EntitySpec& spec,
    std::int64_t id,
    const std::vector<Difference>& differences
) {
    std::string sets;
    for (const Difference& difference : differences)
        sets.append(sets.empty() ? "" : ", ")
            .append(difference.field->name)
            .append(" = :")
            .append(difference.field->name);
    Statement statement =
        tx.prepare("UPDATE " + std::string(spec.table) + " SET " + sets + " WHERE id = :id");
    for (const Difference& difference : differences)
        statement.bind(std::string(difference.field->name).c_str(), difference.after);
    statement.bind("id", id).run();
}

bool is_stamp(std::string_view name) {
    return name == "updated_at" || name == "updated_by";
}

// What is refused of an update, and what it would change.
struct Changing {
    std::vector<FieldError> refused, conflicts;
    std::vector<Difference> differences;
};

// Puts one change into the row.
void take_change(
    Transaction& tx,
    const EntitySpec& spec,
    void* row,
    FieldChange change,
    Language language,
    Changing& out
) {
    const Field& field = *change.field;
    const auto refuse = [&](std::string message) {
        out.refused.push_back({.field = std::string(field.name), .message = std::move(message)});
    };
    if (Status checked = check_value(field, change.value, language); !checked)
        return refuse(checked.error().first_message());
    check_reference(tx, field, change.value, language, out.refused);
    const Value before = field.get(row);
    if (!field.set(row, change.value))
        return refuse(tr(texts::wrong_type, language));
    // Compared after the way through the struct, so that "empty" has one form.
    change.value = field.get(row);
    if (change.value == before)
        return;
    if (auto found = find_conflict(tx, spec, spec.id(row), change, language))
        out.conflicts.push_back(std::move(*found));
    out.differences.push_back({&field, before, change.value});
}

// Adds who changed the row and when, where it has these fields and nobody gave them.
void stamp_update(
    Transaction& tx, const EntitySpec& spec, void* row, std::vector<Difference>& differences
) {
    for (const std::string_view name : {"updated_at", "updated_by"}) {
        const Field* field = find_field(spec, name);
        const bool given =
            std::any_of(differences.begin(), differences.end(), [&](const Difference& d) {
                return d.field->name == name;
            });
        if (!field || given)
            continue;
        const Value before = field->get(row);
        const Value after =
            name == "updated_at" ? Value{to_iso(tx.now())} : reference_value(tx.user_id());
        if (before != after)
            differences.push_back({field, before, after});
    }
}

void write_journal(
    Transaction& tx,
    const EntitySpec& spec,
    std::int64_t id,
    std::int64_t client_id,
    const std::vector<Difference>& differences
) {
    for (const Difference& difference : differences) {
        // The journal's own rows say when and by whom: these two would only double it.
        if (is_stamp(difference.field->name))
            continue;
        tx.append(
            {.entity = std::string(spec.name),
             .entity_id = id,
             .client_id = client_id,
             .op = JournalOp::update,
             .field = std::string(difference.field->name),
             .old_value = dump(to_json(difference.before)),
             .new_value = dump(to_json(difference.after))}
        );
    }
}

} // namespace

Result<std::int64_t>
insert(Transaction& tx, const EntitySpec& spec, void* entity, Language language) {
    stamp(spec, entity, "created_at", to_iso(tx.now()));
    stamp(spec, entity, "created_by", reference_value(tx.user_id()));
    stamp(spec, entity, "updated_at", to_iso(tx.now()));
    stamp(spec, entity, "updated_by", reference_value(tx.user_id()));
    std::vector<FieldError> errors = check_fields(spec, entity, language);
    for (const Field& field : spec.fields)
        check_reference(tx, field, field.get(entity), language, errors);
    if (!errors.empty())
        return Error{ErrorCode::invalid, tr(texts::check_fields, language), std::move(errors)};
    insert_row(tx, spec, entity);
    return spec.id(entity);
}

Result<int> update(
    Transaction& tx,
    const EntitySpec& spec,
    std::int64_t id,
    std::span<const FieldChange> changes,
    Language language,
    const EntityCheck& check
) {
    const Blank row(spec);
    if (!find(tx, spec, id, row.get()))
        return Error{ErrorCode::not_found, tr(texts::not_found, language), {}};
    Changing changing;
    for (const FieldChange& change : changes)
        take_change(tx, spec, row.get(), change, language, changing);
    auto& [refused, conflicts, differences] = changing;
    if (refused.empty() && !differences.empty() && check)
        refused = check(row.get());
    if (!refused.empty())
        return Error{ErrorCode::invalid, tr(texts::check_fields, language), std::move(refused)};
    if (!conflicts.empty())
        return Error{
            ErrorCode::conflict, tr(texts::record_conflict, language), std::move(conflicts)};
    if (differences.empty())
        return 0;
    const int changed = static_cast<int>(differences.size());
    stamp_update(tx, spec, row.get(), differences);
    write_fields(tx, spec, id, differences);
    write_journal(tx, spec, id, client_of(spec, id, row.get()), differences);
    return changed;
}

bool remove(Transaction& tx, const EntitySpec& spec, std::int64_t id) {
    const Blank row(spec);
    if (!find(tx, spec, id, row.get()))
        return false;
    Statement statement = tx.prepare("DELETE FROM " + std::string(spec.table) + " WHERE id = :id");
    statement.bind("id", id).run();
    tx.append(
        {.entity = std::string(spec.name),
         .entity_id = id,
         .client_id = client_of(spec, id, row.get()),
         .op = JournalOp::remove,
         .old_value = dump(row_json(spec, id, row.get()))}
    );
    return true;
}

Status restore(Transaction& tx, const EntitySpec& spec, const Json& json, Language language) {
    const Blank row(spec);
    for (const Field& field : spec.fields) {
        const auto value = from_json(field, json_at(json, field.name), language);
        if (!value || !field.set(row.get(), *value))
            return Error{ErrorCode::internal, tr(texts::wrong_type, language), {}};
    }
    spec.id(row.get()) = json_int(json, "id");
    std::vector<FieldError> errors;
    for (const Field& field : spec.fields)
        check_reference(tx, field, field.get(row.get()), language, errors);
    if (!errors.empty())
        return Error{ErrorCode::conflict, tr(texts::not_a_reference, language), std::move(errors)};
    insert_row(tx, spec, row.get());
    return Ok{};
}

FieldChange change(const EntitySpec& spec, std::string_view name, Value value) {
    const Field* field = find_field(spec, name);
    assert(field && "the entity has no such field");
    return {field, std::move(value), any_version};
}

} // namespace carnet
