// A transaction: what handlers and repository functions read and write through. They never begin or
// commit; the dispatcher does (Database::read, Database::write).
#pragma once

#include "backend/db/journal.hpp"
#include "backend/db/statement.hpp"
#include "shared/core/json_fwd.hpp"

#include <string_view>

namespace carnet {

class Connection;

class Transaction {
  public:
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;

    // The SQL both SQLite and PostgreSQL understand; values only through named parameters.
    Statement prepare(std::string_view sql);
    // For statements without parameters or result.
    void run(std::string_view sql) { prepare(sql).run(); }
    std::int64_t last_insert_id() const;
    std::int64_t changed_rows() const; // Of the last INSERT, UPDATE or DELETE.

    bool writable() const { return _writable; }
    // Fixed at the start: one time for everything that happens in one request.
    Instant now() const { return _now; }
    // Who writes; 0 for the command line and the first start. Goes into the action and
    // `updated_by`.
    std::int64_t user_id() const { return _user_id; }

    // Says what the user is doing; call it before the first change. `kind` is a row of
    // shared/texts/actions.hpp, `params` the object that fills its text ({"name": "Fonderie",
    // "count": 12}). A second call in the same request changes kind and params. Without a call the
    // action is "change".
    void set_action(std::string_view kind); // Of a label that needs no words.
    void set_action(std::string_view kind, const Json& params);
    void set_undoes(std::int64_t action_id);
    // The action is a contact's, in the portal; call it before the first change.
    void set_contact(std::int64_t contact_id) { _action.contact_id = contact_id; }
    std::int64_t contact_id() const { return _action.contact_id; } // 0: not a contact's.
    // Keeps the action even when nothing changes: for what must be found in the audit journal.
    void record_action();
    // The action of this request; opened by the first change; 0 before.
    std::int64_t action_id() const { return _action.id; }
    // Journal position this transaction stands at, its own changes included.
    std::int64_t position();

    // Appends one row to the journal of the action (records.cpp calls it; nothing else should need
    // to).
    std::int64_t append(JournalRow row);
    // What this request appended so far.
    const std::vector<JournalRow>& journal() const { return _journal; }

  private:
    friend class Database;
    Transaction(Connection& connection, bool writable, Instant now, std::int64_t user_id)
        : _connection(&connection), _writable(writable), _now(now), _user_id(user_id) {}
    void open_action();
    void finish_action();

    Connection* _connection;
    bool _writable;
    bool _began =
        false; // Readers begin at the first statement: what the book answers costs no SQL.
    Instant _now;
    std::int64_t _user_id;
    std::int64_t _position = -1;
    Action _action;
    std::vector<JournalRow> _journal;
};

} // namespace carnet
