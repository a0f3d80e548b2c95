// What a reader missed since a position, from the journal and the book.
#pragma once

#include "backend/features/live.hpp"
#include "backend/http/route_table.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace carnet {

struct CatchUp {
    bool reload = false; // Too much, or the reader's rights changed: load the book again.
    bool words = false;
    std::string rows; // JSON of a `rows` event; empty when nothing visible happened.
    std::int64_t position = 0;
};
CatchUp catch_up(Context& c, std::int64_t since);

// Files that contacts have opened since, in folders the reader sees. Proof of reading is not in the
// journal: the time of the change at that position counts.
std::vector<LiveTouch> missed_readings(Context& c, std::int64_t since);

} // namespace carnet
