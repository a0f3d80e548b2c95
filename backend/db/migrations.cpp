// Runs the files of backend/migrations that a database has not seen yet.
#include "backend/db/migrations.hpp"

#include "backend/db/database.hpp"
#include "backend/db/dialect.hpp"
#include "backend/db/migration_files.hpp"

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
    const std::int64_t last = connection.integer("SELECT COALESCE(MAX(number), 0) FROM migration");
    const auto files = migration_files();
    if (last > static_cast<std::int64_t>(files.size()))
        throw DatabaseError(DatabaseError::Kind::too_new, "written by a later version of Carnet");
    for (const MigrationFile& file : files) {
        if (file.number <= last)
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
