// SQLite's side of Statement.
#include "backend/db/statement.hpp"

#include "backend/db/connection.hpp"
#include "shared/core/json.hpp"
#include "shared/schema/entity.hpp"

#include <cassert>
#include <sqlite3.h>

namespace carnet {

Statement::Statement(Connection& connection, sqlite3_stmt* handle, bool cached)
    : _connection(&connection), _handle(handle), _cached(cached) {}

Statement::Statement(Statement&& other) noexcept
    : _connection(other._connection), _handle(std::exchange(other._handle, nullptr)),
      _cached(other._cached) {}

Statement::~Statement() {
    if (!_handle)
        return;
    if (_cached)
        _connection->give_back(_handle);
    else
        sqlite3_finalize(_handle);
}

void Statement::check(int code) const {
    _connection->check(code);
}

int Statement::index(const char* name) const {
    const std::string parameter = std::string(":") + name;
    const int found = sqlite3_bind_parameter_index(_handle, parameter.c_str());
    assert(found > 0 && "the SQL has no parameter of this name");
    return found;
}

Statement& Statement::bind(const char* name, std::int64_t value) {
    check(sqlite3_bind_int64(_handle, index(name), value));
    return *this;
}

Statement& Statement::bind(const char* name, std::string_view value) {
    const char* bytes = value.empty() ? "" : value.data(); // A null pointer would bind NULL.
    check(sqlite3_bind_text64(
        _handle, index(name), bytes, value.size(), SQLITE_TRANSIENT, SQLITE_UTF8
    ));
    return *this;
}

Statement& Statement::bind(const char* name, Instant value) {
    return value.is_set() ? bind(name, to_iso(value)) : bind_null(name);
}

Statement& Statement::bind(const char* name, const Value& value) {
    if (const auto* flag = std::get_if<bool>(&value))
        return bind(name, *flag);
    if (const auto* number = std::get_if<std::int64_t>(&value))
        return bind(name, *number);
    if (const auto* text = std::get_if<std::string>(&value))
        return bind(name, std::string_view(*text));
    if (const auto* ids = std::get_if<Ids>(&value))
        return bind(name, dump(Json(*ids)));
    if (const auto* words = std::get_if<Words>(&value))
        return bind(name, dump(Json(*words)));
    return bind_null(name);
}

Statement& Statement::bind_null(const char* name) {
    check(sqlite3_bind_null(_handle, index(name)));
    return *this;
}

Statement& Statement::bind_blob(const char* name, std::string_view bytes) {
    check(sqlite3_bind_blob64(_handle, index(name), bytes.data(), bytes.size(), SQLITE_TRANSIENT));
    return *this;
}

bool Statement::step() {
    const int code = sqlite3_step(_handle);
    check(code);
    return code == SQLITE_ROW;
}

void Statement::run() {
    while (step()) {
    }
    reset();
}

void Statement::reset() {
    sqlite3_reset(_handle);
}

int Statement::columns() const {
    return sqlite3_column_count(_handle);
}
std::string_view Statement::name(int column) const {
    return sqlite3_column_name(_handle, column);
}
bool Statement::is_null(int column) const {
    return sqlite3_column_type(_handle, column) == SQLITE_NULL;
}
std::int64_t Statement::integer(int column) const {
    return sqlite3_column_int64(_handle, column);
}
std::string Statement::text(int column) const {
    return std::string(view(column));
}

std::string_view Statement::view(int column) const {
    const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(_handle, column));
    if (!bytes)
        return {};
    return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(_handle, column))};
}

Instant Statement::instant(int column) const {
    return parse_iso_instant(view(column)).value_or(Instant{});
}

} // namespace carnet
