// Runs the files of backend/migrations that a database has not seen yet.
#include "backend/db/migrations.hpp"

#include "backend/db/database.hpp"
#include "backend/db/dialect.hpp"
#include "backend/db/migration_files.hpp"

#include <set>

namespace carnet {

void migrate(Connection& connection, Instant now) {
    if (!has_table(connection, "migration")) {
        if (connection.integer("SELECT count(*) FROM sqlite_master") != 0)
            throw DatabaseError(
                DatabaseError::Kind::corrupt, "the file is a database of another program"
            );
        connection.run("CREATE TABLE migration (number INTEGER PRIMARY KEY, name TEXT NOT NULL, "
                       "applied_at TEXT NOT NULL)");
    }
    // Branches may bring a lower number later, so each file is asked for by itself.
    std::set<std::int64_t> applied;
    {
        Statement rows = connection.prepare("SELECT number FROM migration");
        while (rows.step())
            applied.insert(rows.integer(0));
    }
    const auto files = migration_files();
    const std::int64_t newest = files.empty() ? 0 : files.back().number;
    if (!applied.empty() && *applied.rbegin() > newest)
        throw DatabaseError(DatabaseError::Kind::too_new, "written by a later version of Carnet");
    for (const MigrationFile& file : files) {
        if (applied.contains(file.number))
            continue;
        connection.run("BEGIN IMMEDIATE");
        try {
            connection.run(in_dialect(file.sql));
            Statement row = connection.prepare(
                "INSERT INTO migration (number, name, applied_at) VALUES (:n, :name, :at)"
            );
            row.bind("n", file.number).bind("name", file.name).bind("at", now).run();
            connection.run("COMMIT");
        } catch (...) {
            if (connection.in_transaction())
                connection.run("ROLLBACK");
            throw;
        }
    }
}

} // namespace carnet
