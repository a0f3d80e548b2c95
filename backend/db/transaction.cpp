// Transaction: statements, and the action under which the changes of one request stand in the
// journal.
#include "backend/db/transaction.hpp"

#include "backend/db/connection.hpp"
#include "shared/core/json.hpp"

#include <algorithm>
#include <cassert>
#include <set>

namespace carnet {

Statement Transaction::prepare(std::string_view sql) {
    if (!_began) {
        _connection->run("BEGIN"
        ); // Only readers get here without one: the writer's group has begun.
        _began = true;
    }
    return _connection->prepare(sql);
}

std::int64_t Transaction::last_insert_id() const {
    return _connection->last_insert_id();
}
std::int64_t Transaction::changed_rows() const {
    return _connection->changed_rows();
}

std::int64_t Transaction::position() {
    if (_position < 0) {
        Statement row = prepare("SELECT COALESCE(MAX(seq), 0) FROM journal");
        row.step();
        _position = row.integer(0);
    }
    return _position;
}

void Transaction::set_action(std::string_view kind) {
    set_action(kind, Json::object());
}

void Transaction::set_action(std::string_view kind, const Json& params) {
    _action.kind = kind;
    _action.params = dump(params);
    if (_action.id == 0)
        return;
    Statement row = prepare("UPDATE action SET kind = :kind, label = :label WHERE id = :id");
    row.bind("kind", _action.kind).bind("label", _action.params).bind("id", _action.id).run();
}

void Transaction::set_undoes(std::int64_t action_id) {
    _action.undoes = action_id;
    if (_action.id == 0)
        return;
    Statement row = prepare("UPDATE action SET undoes = :undoes WHERE id = :id");
    row.bind("undoes", action_id).bind("id", _action.id).run();
}

void Transaction::open_action() {
    if (_action.kind.empty())
        _action.kind = "change";
    if (_action.params.empty())
        _action.params = "{}";
    _action.at = _now;
    _action.user_id = _user_id;
    Statement row = prepare("INSERT INTO action (at, user_id, contact_id, kind, label, undoes) "
                            "VALUES (:at, :user, :contact, :kind, :label, :undoes)");
    row.bind("at", _now).bind("kind", _action.kind).bind("label", _action.params);
    if (_user_id)
        row.bind("user", _user_id);
    if (_action.contact_id)
        row.bind("contact", _action.contact_id);
    if (_action.undoes)
        row.bind("undoes", _action.undoes);
    row.run();
    _action.id = last_insert_id();
}

void Transaction::record_action() {
    if (_action.id == 0)
        open_action();
}

std::int64_t Transaction::append(JournalRow row) {
    assert(_writable && "a change in a read transaction");
    if (_action.id == 0)
        open_action();
    row.action_id = _action.id;
    Statement statement =
        prepare("INSERT INTO journal (action_id, entity, entity_id, client_id, op, field, "
                "old_value, new_value)"
                " VALUES (:action, :entity, :id, :client, :op, :field, :old, :new)");
    statement.bind("action", row.action_id)
        .bind("entity", row.entity)
        .bind("id", row.entity_id)
        .bind("op", op_name(row.op));
    if (row.client_id)
        statement.bind("client", row.client_id);
    if (!row.field.empty())
        statement.bind("field", row.field);
    if (!row.old_value.empty())
        statement.bind("old", row.old_value);
    if (!row.new_value.empty())
        statement.bind("new", row.new_value);
    statement.run();
    row.seq = _position = last_insert_id();
    _journal.push_back(std::move(row));
    return _position;
}

void Transaction::finish_action() {
    if (_action.id == 0)
        return;
    std::set<std::int64_t> clients;
    for (const JournalRow& row : _journal)
        if (row.client_id)
            clients.insert(row.client_id);
    _action.client_count = static_cast<std::int64_t>(clients.size());
    if (_action.client_count == 0)
        return;
    Statement row = prepare("UPDATE action SET client_count = :count WHERE id = :id");
    row.bind("count", _action.client_count).bind("id", _action.id).run();
}

} // namespace carnet
