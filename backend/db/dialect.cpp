// SQLite's side of what differs between engines.
#include "backend/db/dialect.hpp"

namespace carnet {

void set_up_connection(Connection& connection, Connection::Mode mode) {
    // First, because the others may already meet a lock.
    connection.run("PRAGMA busy_timeout = 5000");
    connection.run("PRAGMA foreign_keys = ON");
    connection.run("PRAGMA trusted_schema = OFF");
    connection.run("PRAGMA temp_store = MEMORY");
    if (mode == Connection::Mode::read) {
        connection.run("PRAGMA query_only = ON");
        connection.run("PRAGMA cache_size = -4000");
        return;
    }
    // Readers never wait for the writer, and a commit is one write to one file.
    connection.run("PRAGMA journal_mode = WAL");
    // What was acknowledged survives a power cut; shared commits keep it fast.
    connection.run("PRAGMA synchronous = FULL");
    connection.run("PRAGMA cache_size = -16000");
    connection.run("PRAGMA journal_size_limit = 67108864");
}

std::string in_dialect(std::string_view sql) {
    constexpr std::string_view word = " IDENTITY";
    std::string out;
    for (std::size_t from = 0;;) {
        const std::size_t at = sql.find(word, from);
        out += sql.substr(from, at == std::string_view::npos ? at : at - from);
        if (at == std::string_view::npos)
            return out;
        // AUTOINCREMENT: the number of a deleted row is never given again, undo counts on it.
        const std::size_t after = at + word.size();
        const bool is_type = after < sql.size() && (sql[after] == ',' || sql[after] == '\n');
        out += is_type ? " INTEGER PRIMARY KEY AUTOINCREMENT" : word;
        from = after;
    }
}

std::vector<ColumnInfo> columns_of(Connection& connection, std::string_view table) {
    Statement rows =
        connection.prepare("SELECT name, type FROM pragma_table_info(:table) ORDER BY cid");
    rows.bind("table", table);
    std::vector<ColumnInfo> columns;
    while (rows.step())
        columns.push_back({rows.text(0), rows.text(1)});
    return columns;
}

bool has_table(Connection& connection, std::string_view table) {
    Statement rows =
        connection.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = :table");
    return rows.bind("table", table).step();
}

} // namespace carnet
