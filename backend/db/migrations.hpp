// Brings a database up to the version of this program. Called when it is opened.
#pragma once

#include "backend/db/connection.hpp"
#include "shared/core/time.hpp"

namespace carnet {

// Runs the embedded migrations that the file has not seen, each in its own transaction. Throws
// DatabaseError: `too_new` when the file was written by a later program, `corrupt` when it is a
// database but not ours.
void migrate(Connection& connection, Instant now);

} // namespace carnet
