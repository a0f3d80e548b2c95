// Who could see a client at an earlier position: for readers who come back after a while, so that
// they are told about a client that left their sight and never about one they never saw.
#pragma once

#include "backend/db/journal.hpp"
#include "shared/domain/visibility.hpp"
#include "shared/schema/value.hpp"

#include <cstdint>
#include <map>
#include <span>

namespace carnet {

struct PastClient {
    bool was_there = false;
    std::int64_t owner_id = 0;
    std::map<std::int64_t, Ids> teams; // By project.

    bool seen_by(const Actor& actor) const;
};

// The client as it was before `rows` (those since that position, oldest first; rows of other
// clients are passed over).
PastClient client_before(Transaction& tx, std::int64_t client_id, std::span<const JournalRow> rows);

} // namespace carnet
