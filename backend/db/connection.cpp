// The engine's calls behind Connection, and the translation of its result codes.
#include "backend/db/connection.hpp"

#include "backend/db/database.hpp"
#include "backend/db/dialect.hpp"

#include <cassert>
#include <sqlite3.h>

namespace carnet {
namespace {

DatabaseError::Kind kind_of(int extended_code, std::string_view message) {
    using Kind = DatabaseError::Kind;
    switch (extended_code) {
    case SQLITE_CONSTRAINT_UNIQUE:
    case SQLITE_CONSTRAINT_PRIMARYKEY:
    case SQLITE_CONSTRAINT_ROWID:
        return Kind::unique;
    case SQLITE_CONSTRAINT_FOREIGNKEY:
        return Kind::foreign_key;
    case SQLITE_IOERR_WRITE:
    case SQLITE_IOERR_FSYNC:
    case SQLITE_IOERR_TRUNCATE:
    case SQLITE_IOERR_SHMSIZE:
        return Kind::full; // What a full or failing disk looks like in WAL mode.
    default:
        break;
    }
    switch (extended_code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return Kind::busy;
    case SQLITE_FULL:
        return Kind::full;
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return Kind::read_only;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return Kind::corrupt;
    case SQLITE_CANTOPEN:
        return Kind::cannot_open;
    case SQLITE_CONSTRAINT:
        return Kind::constraint;
    case SQLITE_ERROR:
        return message.substr(0, 13) == "no such table" || message.substr(0, 14) == "no such column"
                   ? Kind::incomplete
                   : Kind::other;
    default:
        return Kind::other;
    }
}

} // namespace

Connection::Connection(const std::string& path, Mode mode) {
    int flags = SQLITE_OPEN_NOMUTEX;
    flags |= mode == Mode::read ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
    if (mode == Mode::create)
        flags |= SQLITE_OPEN_CREATE;
    const int code = sqlite3_open_v2(path.c_str(), &_handle, flags, nullptr);
    try {
        sqlite3_extended_result_codes(_handle, 1);
        check(code);
        set_up_connection(*this, mode);
    } catch (...) {
        for (auto& [sql, handle] : _free)
            sqlite3_finalize(handle);
        sqlite3_close(_handle);
        throw;
    }
}

Connection::~Connection() {
    for (auto& [sql, handle] : _free)
        sqlite3_finalize(handle);
    sqlite3_close(_handle);
}

void Connection::check(int code) const {
    if (code == SQLITE_OK || code == SQLITE_ROW || code == SQLITE_DONE)
        return;
    const int extended = _handle ? sqlite3_extended_errcode(_handle) : code;
    const std::string message = _handle ? sqlite3_errmsg(_handle) : sqlite3_errstr(code);
    throw DatabaseError(kind_of(extended ? extended : code, message), message);
}

Statement Connection::prepare(std::string_view sql) {
    if (const auto found = _free.find(sql); found != _free.end()) {
        sqlite3_stmt* handle = found->second;
        _free.erase(found);
        return Statement(*this, handle, true);
    }
    sqlite3_stmt* handle = nullptr;
    check(sqlite3_prepare_v3(
        _handle,
        sql.data(),
        static_cast<int>(sql.size()),
        SQLITE_PREPARE_PERSISTENT,
        &handle,
        nullptr
    ));
    return Statement(*this, handle, true);
}

void Connection::give_back(sqlite3_stmt* handle) {
    constexpr std::size_t most = 200;
    sqlite3_reset(handle);
    sqlite3_clear_bindings(handle);
    const char* sql = sqlite3_sql(handle);
    // A second statement of the same text was in use at once: one is enough to keep.
    if (!sql || _free.size() >= most || !_free.emplace(sql, handle).second)
        sqlite3_finalize(handle);
}

void Connection::run(const std::string& sql) {
    check(sqlite3_exec(_handle, sql.c_str(), nullptr, nullptr, nullptr));
}

std::int64_t Connection::integer(std::string_view sql) {
    Statement row = prepare(sql);
    return row.step() ? row.integer(0) : 0;
}

std::string Connection::text(std::string_view sql) {
    Statement row = prepare(sql);
    return row.step() ? row.text(0) : std::string();
}

std::int64_t Connection::last_insert_id() const {
    return sqlite3_last_insert_rowid(_handle);
}
std::int64_t Connection::changed_rows() const {
    return sqlite3_changes(_handle);
}
bool Connection::in_transaction() const {
    return sqlite3_get_autocommit(_handle) == 0;
}

void Connection::copy_to(const std::string& destination) {
    sqlite3* target = nullptr;
    const int opened = sqlite3_open_v2(
        destination.c_str(), &target, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr
    );
    int code = opened;
    if (opened == SQLITE_OK) {
        sqlite3_backup* backup = sqlite3_backup_init(target, "main", _handle, "main");
        // All pages in one step: a snapshot of WAL mode does not hold up the writer.
        code = backup ? sqlite3_backup_step(backup, -1) : sqlite3_errcode(target);
        if (backup) {
            const int finished = sqlite3_backup_finish(backup);
            if (finished != SQLITE_OK)
                code = finished;
        }
        // A single file, without the write-ahead log beside it.
        if (code == SQLITE_DONE || code == SQLITE_OK)
            code = sqlite3_exec(target, "PRAGMA journal_mode = DELETE", nullptr, nullptr, nullptr);
    }
    const std::string detail = target ? sqlite3_errmsg(target) : sqlite3_errstr(code);
    sqlite3_close(target);
    if (code != SQLITE_OK && code != SQLITE_DONE)
        throw DatabaseError(kind_of(code, detail), detail);
}

} // namespace carnet
