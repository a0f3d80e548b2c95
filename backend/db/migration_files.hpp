// The files of backend/migrations inside the executable, generated at build time by
// backend/build/migrations.py. Read by whoever brings a database up to date; knows nothing of
// databases.
#pragma once

#include <span>
#include <string_view>

namespace carnet {

/// One file of backend/migrations: "0001_clients.sql" is number 1, name "clients".
struct MigrationFile {
    int number = 0;
    std::string_view name;
    std::string_view sql;
};

/// All of them, by number: the build fails on a duplicate.
std::span<const MigrationFile> migration_files();

} // namespace carnet
