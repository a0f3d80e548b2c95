// One prepared SQL statement: bound by name, read by column. Returned by Transaction::prepare.
// Nothing outside backend/db may name the engine behind it.
#pragma once

#include "shared/core/time.hpp"
#include "shared/schema/value.hpp"

#include <cstdint>
#include <string>
#include <string_view>

struct sqlite3_stmt;

namespace carnet {

class Connection;

// Goes back to its connection's cache when destroyed. Lives shorter than its transaction.
// Errors of the engine are thrown as DatabaseError (database.hpp).
class Statement {
  public:
    Statement(Connection& connection, sqlite3_stmt* handle, bool cached);
    Statement(Statement&& other) noexcept;
    Statement& operator=(Statement&&) = delete;
    Statement(const Statement&) = delete;
    ~Statement();

    // Parameters are written `:name` in SQL and `"name"` here; an unknown name is a bug (assert).
    // Text is copied.
    Statement& bind(const char* name, std::int64_t value);
    Statement& bind(const char* name, std::string_view value);
    Statement& bind(const char* name, const char* value) {
        return bind(name, std::string_view(value));
    }
    Statement& bind(const char* name, const std::string& value) {
        return bind(name, std::string_view(value));
    }
    Statement& bind(const char* name, bool value) { return bind(name, std::int64_t{value}); }
    Statement& bind(const char* name, int value) { return bind(name, std::int64_t{value}); }
    Statement& bind(const char* name, Instant value); // ISO text, NULL when unset.
    // Booleans as 0 and 1, lists as JSON text, the empty value as NULL.
    Statement& bind(const char* name, const Value& value);
    Statement& bind_null(const char* name);
    Statement& bind_blob(const char* name, std::string_view bytes);

    bool step(); // True while there is a row.
    void run();  // Steps to the end, then resets: ready for the next binding.
    void reset();

    int columns() const;
    std::string_view name(int column) const;
    bool is_null(int column) const;
    std::int64_t integer(int column) const;  // 0 for NULL.
    std::string text(int column) const;      // "" for NULL.
    std::string_view view(int column) const; // Valid until the next step or reset.
    Instant instant(int column) const;       // Unset for NULL.

  private:
    int index(const char* name) const;
    void check(int code) const;

    Connection* _connection;
    sqlite3_stmt* _handle;
    bool _cached;
};

} // namespace carnet
