// What differs between engines: the pragmas of a connection and the words of migrations. With
// PostgreSQL this file, connection.cpp and statement.cpp get a second version.
#pragma once

#include "backend/db/connection.hpp"

#include <string>
#include <string_view>

namespace carnet {

// Settings of a fresh connection, with their reasons.
void set_up_connection(Connection& connection, Connection::Mode mode);

// A migration's text in the engine's own words: IDENTITY becomes a key the engine counts up and
// never reuses.
std::string in_dialect(std::string_view sql);

// Names and nullability of a table's columns, in order.
struct ColumnInfo {
    std::string name;
    std::string type;
};
std::vector<ColumnInfo> columns_of(Connection& connection, std::string_view table);
bool has_table(Connection& connection, std::string_view table);

} // namespace carnet
