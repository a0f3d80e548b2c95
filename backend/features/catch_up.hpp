// What a reader missed since a position, from the journal and the book.
#pragma once

#include "backend/http/route_table.hpp"

#include <cstdint>
#include <string>

namespace carnet {

struct CatchUp {
    bool reload = false; // Too much, or the reader's rights changed: load the book again.
    bool words = false;
    std::string rows; // JSON of a `rows` event; empty when nothing visible happened.
    std::int64_t position = 0;
};
CatchUp catch_up(Context& c, std::int64_t since);

} // namespace carnet
